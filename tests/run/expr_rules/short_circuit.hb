t :: (n: Int, b: Bool) -> Bool
    print("{} ", n)
    return b
end
run :: ()
    x := t(1, false) && t(9, true)
    y := t(2, true) || t(9, true)
    print("{} {}\n", x, y)
end
