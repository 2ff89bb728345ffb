max_ :: {T}(a: T, b: T) -> T => ifx a > b => a else => b end
run :: ()
    x: u8 = 3
    print("{} {} {} {}\n", type_of(max_(x, 7)), type_of(max_(7, x)), type_of(max_(7, 8)), type_of(max_(1.5, 2.5)))
end
