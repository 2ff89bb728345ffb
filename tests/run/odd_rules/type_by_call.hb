pick :: (n: Int) -> Type => ifx n == 1 => u8 else => Int end
run :: ()
    x: pick(1) = 3
    y: pick(2)
    print("{} {} {} {}\n", type_of(x), type_of(y), size_of(pick(1)), Pointer{pick(1)})
end
