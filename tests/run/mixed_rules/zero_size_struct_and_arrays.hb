E :: struct
end
run :: ()
    a: E
    b: E
    c: Array{Int, 0}
    d: Array{E, 3}
    print("{} {} {} {}\n", size_of(E), a == b, c.length, d.length)
    for x in c
        print("{}", x)
    end
end
