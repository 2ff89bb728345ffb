P :: struct
    x: Int
end
< :: #operator (a: P, b: P) -> Bool => a.x < b.x
max_ :: {T}(a: T, b: T) -> T where is_ordered(T) => ifx a > b => a else => b end
run :: ()
    print("{}\n", max_(P{1}, P{2}).x)
end
