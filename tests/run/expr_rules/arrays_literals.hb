f :: (s: Slice{Int}) -> Int
    t := 0
    for x in s
        t += x
    end
    return t
end
run :: ()
    a := Array{Int, 3}{1, 2, 3}
    b := Array{Int, _}{1, 2, 3}
    c: Array{Array{Int, 2}, 2} = {{1, 2}, {3, 4}}
    d: Slice{Int} = {1, 2}
    print("{} {} {} {} {}\n", b.length, a, c, d, f({1, 2, 3}))
end
