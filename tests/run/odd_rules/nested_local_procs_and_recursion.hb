run :: ()
    fact :: (n: Int) -> Int => ifx n < 2 => 1 else => n * fact(n - 1) end
    print("{}\n", fact(5))
end
