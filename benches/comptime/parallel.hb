// Independent executions, at top level and in bodies; each takes n rounds.
work :: (seed: Int) -> Int
    x := u64(seed)
    for _ in 0..<#config("n", 1000)
        x = x * 6364136223846793005 + 1442695040888963407
    end
    return Int(x >> 33)
end

CONSTANT_0 :: #run work(0)
CONSTANT_1 :: #run work(1)
CONSTANT_2 :: #run work(2)
CONSTANT_3 :: #run work(3)
CONSTANT_4 :: #run work(4)
CONSTANT_5 :: #run work(5)
CONSTANT_6 :: #run work(6)
CONSTANT_7 :: #run work(7)

body_0 :: () -> Int => #run work(10)
body_1 :: () -> Int => #run work(11)
body_2 :: () -> Int => #run work(12)
body_3 :: () -> Int => #run work(13)
body_4 :: () -> Int => #run work(14)
body_5 :: () -> Int => #run work(15)
body_6 :: () -> Int => #run work(16)
body_7 :: () -> Int => #run work(17)

main :: ()
    constants := CONSTANT_0 ^ CONSTANT_1 ^ CONSTANT_2 ^ CONSTANT_3 ^ CONSTANT_4 ^ CONSTANT_5 ^ CONSTANT_6 ^ CONSTANT_7
    bodies := body_0() ^ body_1() ^ body_2() ^ body_3() ^ body_4() ^ body_5() ^ body_6() ^ body_7()
    print("{}\n", constants ^ bodies)
end
