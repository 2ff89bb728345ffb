f :: (x: Int) -> Int
    if x == 1
        return 1
    else if x == 2
        return 2
    else
        return 3
    end
end
run :: ()
    print("{} {} {}\n", f(1), f(2), f(3))
end
