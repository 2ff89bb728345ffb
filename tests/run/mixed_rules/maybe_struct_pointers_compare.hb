P :: struct
    x: Int
end
run :: ()
    a: Maybe{P} = P{1}
    b := some(P{1})
    c: Maybe{Pointer{P}} = none
    p := P{2}
    d: Maybe{Pointer{P}} = &p
    print("{} {} {} {} {}\n", a == b, c == d, d.some == &p, c, a)
end
