// In a generic body: arguments of `..T` get T's hint, and what depends on a parameter may be a vector, whose comparison is a mask.
// expect: [some(5), none] 2 true
// expect: [READ | WRITE, READ] 1
// expect: true false true
// expect: 3 less

Access :: enum #flags
    READ
    WRITE
end

maybes :: (_a: f64, xs: ..Maybe{i8}) -> Slice{Maybe{i8}}
    print("{} ", xs)
    return xs
end

flags :: (xs: ..Access, scale: Int = 1) -> Int
    print("{} ", xs)
    return scale
end

way :: {T}(x: T, _n: Int) -> T => x

variadic :: {T}(x: T) -> T
    print("{} {}\n", maybes(2.5, some(5), none).length, x == x)
    print("{}\n", flags(.READ | .WRITE, .READ))
    return x
end

compare :: {N: Int}() -> Int
    a, b := Simd{u64, 2}{1, 2}, Simd{u64, 2}{3, 1}
    print("{} {} {}\n", any(way{Simd{u64, 2}}(a, N) > b), all(way(a, N) > b), all(way(b, N) > 0))
    if way(N, N) < 5
        return 3
    end
    return N
end

order :: {T}(a: T, b: T) -> String
    is_less := a < b
    return ifx is_less && !(b < a) => "less" else => "more" end
end

main :: ()
    variadic(1)
    print("{} {}\n", compare{4}(), order(1, 2))
end
