// expect: small big
// expect: even
// expect: has plus
// expect: no plus
// expect: 4 8
// expect: ordered
fits :: (T: Type) -> Bool
    return size_of(T) <= 8
end
is_power :: (n: Int) -> Bool
    return n > 0 && (n & (n - 1)) == 0
end
kind :: {T}(x: T) -> String where fits(T) => "small"
kind :: {T}(x: T) -> String where !fits(T) => "big"
Ring :: struct {T, N: Int} where is_power(N)
    items: Array{T, N}
end
parity :: {N: Int}() -> String where is_even(N) => "even"
parity :: {N: Int}() -> String where !is_even(N) => "odd"
is_even :: (n: Int) -> Bool => n % 2 == 0
plus :: {T}(x: T) -> String where has_operator(T, "+") => "has plus"
plus :: {T}(x: T) -> String => "no plus"
P :: struct
    a, b, c: Int
end
ord :: {T}(a: T) -> String where is_ordered(T) => "ordered"
main :: () -> Int
    print("{} {}\n", kind(1), kind(P{}))
    print("{}\n", parity{4}())
    print("{}\n", plus(1))
    print("{}\n", plus(P{}))
    r: Ring{Int, 4}
    print("{} {}\n", r.items.length, Ring{u8, 8}{}.items.length)
    print("{}\n", ord("a"))
    return 0
end
