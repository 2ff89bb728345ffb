Node :: struct
    v: Int
    l, r: *Node
end
Op :: union
    leaf: String
    pair: Array{*Op, 2}
end
RING :: #run ring()
ring :: () -> *Node
    a := new(Node{v = 1})
    b := new(Node{v = 2, l = a})
    a.l = b
    return a
end
OPS :: #run make_ops()
make_ops :: () -> Op
    return .pair({new(Op.leaf("leaf")), new(Op.pair({new(Op.leaf("a")), new(Op.leaf("b"))}))})
end
nested := #run lists()
lists :: () -> Slice{Slice{Int}}
    s := make_slice{Slice{Int}}(2)
    s[0] = make_slice{Int}(2)
    s[0][0], s[0][1] = 1, 2
    s[1] = make_slice{Int}(1)
    s[1][0] = 3
    return s
end
TEXT :: #run format("x={} y={}", 1, 2)
M: Maybe{Int} : 7
WIDE: u128 : 340282366920938463463374607431768211455
HALF: f16 : 0.5
ANY: Any : 9
count :: (o: Op) -> Int
    match o
    case .leaf => return 1
    case .pair p => return count(p[0]@) + count(p[1]@)
    end
end
depth :: (o: Op) -> Int
    match o
    case .leaf => return 0
    case .pair p => return 1 + max(depth(p[0]@), depth(p[1]@))
    end
end
run :: ()
    ops := OPS
    print("{} {} {}\n", count(OPS), ops.pair[0].leaf, depth(ops))
    print("{} {} {} {}\n", RING.v, RING.l.v, RING.l.l.v, RING.l.l.l.v)
    nested[0][1] += 0
    print("{} {} {}\n", nested.length + 2, nested[0], nested[1])
    print("{}\n", TEXT)
    print("{} {}\n", M.some, ops.pair[1].pair[1].leaf)
    print("{} {}\n", WIDE, HALF)
    a := ANY
    print("{} {}\n", a, type_of(as{Int}(a).some))
end
