It :: struct
    n: Int
end
next :: (i: Pointer{It}) -> (Int, Bool)
    i.n += 1
    return i.n, i.n < 4
end
run :: ()
    it: It
    last := 0
    while true
        last = next(&it) or_break
    end
    print("{}\n", last)
end
