f :: (n: Int) -> Int
    if n == 1 return 1
    else if n == 2 return 2
    else return 3 end
end
run :: ()
    print("{}\n", f(9))
end
