run :: ()
    x: Maybe{u8} = some(3)
    y := x.some
    print("{} {}\n", type_of(y), x)
end
