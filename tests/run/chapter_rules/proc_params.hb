add :: (a: Int, b: Int = 1, c := 2) -> Int => a + b + c
sub :: (left: Int, right: Int) -> Int => left - right
total :: (items: ..Int, scale: Int = 1) -> Int
    n := 0
    for x in items n += x; end
    return n * scale
end
tag :: (n: Int, s: String = "x") -> String
    print("{}:{}", n, s)
    return ""
end
counter := 0
tick :: () -> Int
    counter += 1
    return counter - 1
end
stamp :: (n: Int = tick()) -> Int => n
say :: (s: String) -> Int
    print("{} ", s)
    return 0
end
both :: (a: Int = say("d1"), b: Int = say("d2"), c: Int) end
divmod :: (a: Int, b: Int) -> (quotient: Int, remainder: Int)
    return a / b, a %% b
end
swap2 :: (a: Int, b: Int) -> (Int, Int) => pair(b, a)
pair :: (a: Int, b: Int) -> (Int, Int)
    return a, b
end
run :: ()
    print("{} {} {}\n", add(0), add(1, 2), add(1, c = 5))
    print("{} {} {}\n", sub(right = -5, left = 7), sub(1, right = 9), total(1, 2, 3, 4, scale = 3))
    a: Array{Int, 3} = {1, 2, 3}
    print("{} {} {}\n", total(..a), total(), total(..a[1..], scale = 2))
    print("{} ", tag(2, "a"))
    print("{}\n", tag(3))
    q, r := divmod(-7, 5)
    print("{} {}\n", q + 2, r + 1)
    x, y := swap2(20, 10)
    print("{} {}\n", x, y)
    print("{} {} {}\n", stamp(), stamp(), stamp())
    both(c = 1)
    print("x\n")
    print("{} {}\n", divmod_sum(true), 1)
end
divmod_sum :: {A}(x: A, y: Int = 1) -> Int => 3 + y
