f :: (n: Int) -> Maybe{Int} => ifx n < 10 => some(n) else => none end
run :: ()
    if 3 > 4
        print("no\n")
    else if x := f(4)
        print("small {}\n", x)
    end
end
