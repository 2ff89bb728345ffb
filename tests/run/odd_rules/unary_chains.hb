run :: ()
    x := 3
    p := &x
    q := &p
    print("{} {} {} {}\n", q@@, -p@, !!true, -(~x) - 8)
end
