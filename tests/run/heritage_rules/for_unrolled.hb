P :: struct
    x: Int
    y: Float
end
run :: ()
    p := P{1, 2.5}
    #for f in fields(P)
        print("{}={} ", f.name, field(p, f))
    #end
    print("|\n")
end
