G :: struct
    x: Int
end
g := G{5}
gp: Pointer{G} = &g
run :: ()
    print("{} ", gp.x)
    gp.x += 1
    print("{}\n", g.x)
end
