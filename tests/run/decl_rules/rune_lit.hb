run :: ()
    x: u8 = 'a'
    s := "abc"
    r: Rune = 'c'
    w: u16 = '€'
    print("{} {} {} {} {}\n", x, s[0] == 'a', s[1], r, w)
end
