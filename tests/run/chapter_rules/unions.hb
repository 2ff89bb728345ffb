Op :: union
    binary: Binary
    leaf: Int
    stop
end
Binary :: struct
    kind: Char
    n: Int
end
Char :: enum
    PLUS
    MINUS
end
Num :: union
    i: Int
    f: Float
    empty
end
Tree :: union
    expr: Op
    text: String
end
Raw :: union #raw
    i: u32
    f: f32
    bytes: Array{u8, 4}
end
show :: (n: Num)
    match n
    case .i i => print("{} ", i)
    case .f f => print("{} ", f)
    case .empty => print("empty\n")
    end
end
deep :: (t: Tree) -> String
    match t
    case .expr.binary => return "binary"
    case .expr.leaf n if n > 3 => return "leaf 4"
    case .expr => return "other"
    case .text s => return s
    end
end
run :: ()
    show(.i(6)); show(Num.f(2.5)); show(.empty)
    n := Num.i(6)
    n.i += 1
    print("{}\n", n.i)
    match n
    case .i &i => i += 1
    else
    end
    print("{} {} {}\n", n.i, n == .i(8), n == Num.f(8.0))
    copy := n
    match copy
    case .i i
        i = 5
        print("{}\n", i)
    case .f, .empty => print("no\n")
    end
    print("{} {} {}\n", copy == n, tag_of(n) == .i, tag_of(n) == .empty)
    b := Tree.expr(.binary({.MINUS, 3}))
    b2 := Tree.text("hello")
    print("{} {}\n", b.expr.binary.n, deep(b2))
    print("{}\n", deep(.expr(.leaf(4))))
    r: Raw
    r.f = 1.0
    print("{}\n", r.bytes[3] / 21)
    print("{}\n", r.i == 0x3f800000)
    print("{} {}\n", size_of(Num), size_of(Maybe{Pointer{Int}}))
end
