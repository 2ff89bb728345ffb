P :: struct
    a: Int
    b: u8
end
run :: ()
    p: P
    #for f in fields(P)
        field(p, f) = 5
    #end
    print("{}\n", p)
end
