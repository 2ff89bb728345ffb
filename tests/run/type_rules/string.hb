run :: ()
    s := "hello"
    print("{} {} {} {} {}\n", s.length, s[0], s[1..<4], s[..<1], "é"[..])
    for r, i in "hél"
        print("{}:{} ", i, r)
    end
    print("|\n{} {} {}\n", s == "hello", s == "hellp", s.data[5] == 0)
end
