half :: (x: Int) -> (Int, Bool)
    if x % 2 != 0
        return 0, false
    end
    return x / 2, true
end
quarter :: (x: Int) -> (Int, Bool)
    h := half(x) or_return
    q := half(h) or_return
    return q, true
end
run :: ()
    a, b := quarter(12)
    c, d := quarter(6)
    print("{} {} {} {}\n", a, b, c, d)
end
