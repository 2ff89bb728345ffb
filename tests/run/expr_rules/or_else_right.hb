f :: (x: Int) -> Maybe{Int} => ifx x > 0 => some(x) else => none end
run :: ()
    print("{} {} {}\n", f(0) or_else f(0) or_else 3, f(0) or_else f(5) or_else 3, f(1) or_else panic("x"))
end
