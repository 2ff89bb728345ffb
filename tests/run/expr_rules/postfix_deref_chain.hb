P :: struct
    next: Pointer{P}
    v: Int
end
run :: ()
    a := P{null, 5}
    b := P{&a, 7}
    p := &b
    print("{} {} {}\n", p.next.v, p@.next@.v, p@.v)
end
