fib :: (n: Int) -> Int
    if n < 2
        return n
    end
    return fib(n - 1) + fib(n - 2)
end
N :: #config("n", 0)
RESULT :: #run fib(N)
main :: ()
    print("{}\n", RESULT)
end
