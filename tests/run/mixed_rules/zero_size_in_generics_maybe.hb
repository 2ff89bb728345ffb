E :: struct
end
run :: ()
    a: Maybe{E} = E{}
    b: Maybe{E}
    print("{} {}\n", a != none, b)
end
