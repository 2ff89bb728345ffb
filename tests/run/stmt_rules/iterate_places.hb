L :: struct
    items: Array{Int, 3}
end
P :: struct
    l: Pointer{L}
    at: Int
end
iterate_places :: (l: Pointer{L}) -> P => P{l, 0}
next :: (p: Pointer{P}) -> (Pointer{Int}, Bool)
    if p.at >= 3
        return null, false
    end
    p.at += 1
    return &p.l.items[p.at - 1], true
end
run :: ()
    l := L{{1, 2, 3}}
    for &x in l
        x += 1
    end
    print("{}\n", l.items)
end
