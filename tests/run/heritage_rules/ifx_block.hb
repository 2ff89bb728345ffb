f :: (a: Int) -> Int
    return ifx a > 0
        => 1
    else
        => 2
    end
end
run :: ()
    print("{} {}\n", f(1), f(0))
end
