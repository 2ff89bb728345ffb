run :: ()
    lo, hi := 3, 10
    n := 0
    for i in lo..<hi
        if i == lo
            n = i
        end
    end
    print("{} {}\n", n, hi)
end
