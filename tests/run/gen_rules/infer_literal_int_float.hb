max_ :: {T}(a: T, b: T) -> T => ifx a > b => a else => b end
run :: ()
    y := 2.5
    print("{}\n", type_of(max_(1, y)))
end
