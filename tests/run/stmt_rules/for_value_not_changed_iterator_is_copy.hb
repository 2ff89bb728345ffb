Count :: struct
    n: Int
end
next :: (c: Pointer{Count}) -> (Int, Bool)
    c.n -= 1
    return c.n + 1, c.n + 1 >= 0
end
run :: ()
    c := Count{3}
    for x in c
        print("{} ", x)
    end
    print("{}\n", c.n)
end
