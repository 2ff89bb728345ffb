// expect: true false

// What stands beside a call that only an instance knows: its literals get their types there.

same :: {T}(x: T, _count: Int) -> T => x

differs :: {a: Int}(value: u128) -> Bool
    return same(Maybe{u128}.some(value), a) != some(170141183460469231731687303715884105728)
end

main :: () -> Int
    print("{} {}\n", differs{3}(5), differs{3}(170141183460469231731687303715884105728))
    return 0
end
