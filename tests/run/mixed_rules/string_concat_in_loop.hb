run :: ()
    s := ""
    for _ in 0..<3
        s += "abc"
    end
    print("{} {}\n", s, s.length)
end
