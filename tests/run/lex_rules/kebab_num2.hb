run :: ()
    a := 0xff - 0x100
    b := 1.5 - 0.5
    print("{} {}\n", a, Int(b))
end
