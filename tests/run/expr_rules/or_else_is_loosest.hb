f :: (x: Int) -> Maybe{Int} => ifx x > 0 => some(x) else => none end
is_four :: (x: Int) -> Maybe{Bool} => ifx x == 4 => some(true) else => none end
run :: ()
    print("{} {}\n", f(0) or_else 3 + 1, is_four(0) or_else 1 == 2 - 1)
end
