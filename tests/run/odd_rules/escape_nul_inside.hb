run :: ()
    s := "a\0b"
    print("{} {}\n", s.length, s[1])
end
