run :: ()
    c := 0
    for i in u8(252)..=u8(255)
        c += 1
        _ = i
    end
    d := 0
    for _ in 5..<3
        d += 1
    end
    print("{} {}\n", c, d)
end
