run :: ()
    a := 3
    b: i8 = 7
    a = b
    print("{}\n", a)
end
