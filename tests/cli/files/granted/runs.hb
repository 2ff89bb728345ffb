// Independent executions, at top level and in bodies.
work :: (seed: Int) -> Int
    x := u64(seed)
    for _ in 0..<400_000
        x = x * 6364136223846793005 + 1442695040888963407
    end
    return Int(x >> 33)
end
A0 :: #run work(0)
A1 :: #run work(1)
A2 :: #run work(2)
A3 :: #run work(3)
A4 :: #run work(4)
A5 :: #run work(5)
b0 :: () -> Int => #run work(10)
b1 :: () -> Int => #run work(11)
b2 :: () -> Int => #run work(12)
b3 :: () -> Int => #run work(13)
b4 :: () -> Int => #run work(14)
b5 :: () -> Int => #run work(15)
main :: ()
    print("{}\n", A0 ^ A1 ^ A2 ^ A3 ^ A4 ^ A5 ^ b0() ^ b1() ^ b2() ^ b3() ^ b4() ^ b5())
end
