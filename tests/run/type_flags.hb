// expect: [A | C] [NONE] [   A | C] [AB]
// expect: X | Y true 9223372036854775809
// expect: 0
// expect: B | C true true

F :: enum #flags
    NONE = 0
    A = 1
    B = 2
    C = 4
    AB = 3
end
G :: enum {u64} #flags
    X = 1
    Y = 0x8000_0000_0000_0000
end
main :: () -> Int
    f := F.A | F.C
    print("[{}] [{}] [{:>8}] [{:?}]\n", f, F.NONE, f, F.A | F.B)
    g := G.X | G.Y
    print("{} {} {}\n", g, G.Y in g, u64(g))
    h: G
    print("{}\n", h)
    f |= .B
    f &= ~F.A
    print("{} {} {}\n", f, f == F.B | F.C, F.B in f)
    return 0
end
