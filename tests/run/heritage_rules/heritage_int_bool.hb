f :: (n: int, b: bool, s: string) -> int
    if b return n; end
    return s.length
end
run :: () -> int
    print("{} {} {}\n", f(3, true, ""), true, "x")
    return 0
end
