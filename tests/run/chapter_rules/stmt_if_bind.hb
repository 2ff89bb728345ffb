half :: (n: Int) -> Maybe{Int} => ifx n % 2 == 0 => some(n / 2) else => none end
pair :: (n: Int) -> (Int, Int, Bool)
    return n, n + 1, n > 0
end
E :: enum #error
    FINE
    BAD
end
check :: (n: Int) -> E => ifx n > 0 => .FINE else => .BAD end
next_of :: (p: *Int) -> (Int, Bool)
    p@ += 1
    return p@, p@ < 5
end
run :: ()
    if h := half(10) print("{} ", h); end
    if h := half(9)
        print("{}", h)
    else if h := half(6)
        print("none {}\n", h)
    end
    if a, b := pair(7) print("{} {}\n", a, b); end
    n, total := 0, 2
    while x := next_of(&n) total += x; end
    print("{}\n", total)
    if check(0) == .FINE
        print("never")
    else
        print("fail {}\n", Int(check(-1)) + 1)
    end
    check(1) or_else panic("no")
    print("ok\n")
end
