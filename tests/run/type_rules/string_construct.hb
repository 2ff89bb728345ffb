run :: ()
    s := "hello"
    t := String{data = &s.data[1], length = 3}
    u := String{&s.data[1], 3}
    print("{} {}\n", t, u)
end
