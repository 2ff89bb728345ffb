In :: struct
    v: Int
end
Out :: struct
    p: Pointer{In}
    i: In
end
run :: ()
    i := In{7}
    o := Out{&i, {8}}
    po := &o
    print("{} {}\n", po.p.v, po.i.v)
end
