loop :: (n: Int, acc: Int) -> Int
    if n == 0
        return acc
    end
    return #tail loop(n - 1, acc + n)
end
run :: ()
    print("{}\n", loop(10000000, 0))
end
