run :: ()
    n := 2
    for i in n << 1 ..< n * 3 | 8 & 0xf ^ 6
        print("{} ", i)
    end
    print("|\n")
end
