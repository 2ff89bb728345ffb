// expect: true false
// expect: A [3, 4, 6, 1]

// What stands beside a call that only an instance knows: its literals and members get their types there.

same :: {T}(x: T, _count: Int) -> T => x

differs :: {a: Int}(value: u128) -> Bool
    return same(Maybe{u128}.some(value), a) != some(170141183460469231731687303715884105728)
end

E :: enum
    A
    B
end

member :: {a: Int}() -> E
    return same(Maybe{E}.some(.A), a) or_else .B
end

lanes :: {a: Int}(v: Simd{u32, 4}) -> Simd{u32, 4}
    return shuffle(v, same(Simd{u32, 4}{4, 5, 6, 7}, a), 2, 3, 6, 0)
end

main :: () -> Int
    print("{} {}\n", differs{3}(5), differs{3}(170141183460469231731687303715884105728))
    print("{} {}\n", member{3}(), lanes{3}(Simd{u32, 4}{1, 2, 3, 4}))
    return 0
end
