M :: distinct Int
run :: ()
    n := 5
    p := &n
    a := UInt(p)
    q := Pointer{Int}(a)
    v: Pointer{Void} = p
    r := Pointer{Int}(v)
    print("{} {} {}\n", q@, r == p, Int(M(7)))
end
