run :: ()
    x := 5 / 2.0
    print("{} {} {} {} {}\n", x, type_of(x), type_of(1 + 2.0), type_of('a'), type_of(3))
end
