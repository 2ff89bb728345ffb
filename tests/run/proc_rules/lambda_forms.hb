ap :: (f: (a: Int) -> Int, n: Int) -> Int => f(n)
ap0 :: (f: () -> Int) -> Int => f()
v :: (f: ()) -> String
    f()
    return "type"
end
run :: ()
    print("{} ", ap((a: Int) -> Int => a + 1, 2))
    print("{} ", ap0(() -> Int => 5))
    sq := (a: Int) -> Int
        return a * a
    end
    print("{} {}\n", sq(3), v(() => print("")))
end
