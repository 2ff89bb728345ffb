It :: struct
    n: Int
end
next :: (it: Pointer{It}) -> (Int, Bool)
    it.n += 1
    return it.n - 1, it.n <= 3
end
run :: ()
    it: It
    while x := next(&it)
        print("{} ", x)
    end
    print("|\n")
end
