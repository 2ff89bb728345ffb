run :: ()
    t, f := true, false
    r := 'é'
    print("{} {} {} {}\n", u8(t), i64(f), Int(r), Rune(u8(233)))
end
