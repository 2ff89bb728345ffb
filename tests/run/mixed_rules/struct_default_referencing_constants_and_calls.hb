N :: 4
P :: struct
    a: Int = N * 2
    b: Array{Int, 2} = {1, 2}
    c: String = pick()
end
pick :: () -> String => "x"
run :: ()
    p: P
    print("{} {} {}\n", p.a, p.b, p.c)
end
