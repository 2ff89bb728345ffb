run :: ()
    r := 'a'
    s := Rune(u32(r) + 1)
    print("{} {} {}\n", s, u32(s) - u32(r), r < s)
end
