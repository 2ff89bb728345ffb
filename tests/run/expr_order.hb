// expect: 1 2 3 = 6
// expect: a b c -> 3
// expect: index value stored 7
// expect: left right no
// expect: x y first second: 2 1
// expect: one two three 1
// expect: f0 f1 f2 [0, 10, 20]
// expect: named 2 1
// expect: receiver argument 11
// expect: test again 0
// expect: get 4
// expect: place once 15
// expect: slow: 1 2 default 3
// expect: 5 then 6
// expect: 1 9

trace :: (text: String, n: Int) -> Int
    print("{} ", text)
    return n
end

said :: (text: String, b: Bool) -> Bool
    print("{} ", text)
    return b
end

three :: (a: Int, b: Int, c: Int) -> Int => a + b + c

at :: (items: Pointer{Array{Int, 4}}, i: Int) -> Pointer{Int}
    print("place ")
    return &items@[i]
end

subtract :: (a: Int, b: Int) -> Int => a - b

Thing :: struct
    n: Int
end

thing :: (n: Int) -> Thing
    print("receiver ")
    return Thing{n}
end

plus :: (t: Thing, n: Int) -> Int => t.n + n

with_default :: (a: Int, b: Int, c: Int = trace("default", 3)) -> Int => a + b + c

bump :: (p: Pointer{Int}) -> Int
    p@ += 1
    return p@
end

main :: () -> Int
    n := trace("1", 1) + trace("2", 2) * trace("3", 3) - 1
    print("= {}\n", n)
    print("-> {}\n", three(trace("a", 1), trace("b", 1), trace("c", 1)))
    items: Array{Int, 4}
    items[trace("index", 2)] = trace("value", 7)
    print("stored {}\n", items[2])
    print("{}", ifx said("left", true) && said("right", false) => "never" else => "no\n" end)
    a, b := 1, 2
    pair: Array{Int, 2}
    pair[trace("x", 0)], pair[trace("y", 1)] = trace("first", b), trace("second:", a)
    print("{} {}\n", pair[0], pair[1])
    list := Array{Int, 3}{trace("one", 1), trace("two", 2), trace("three", 3)}
    print("{}\n", list[0])
    for i in 0..<3
        list[i] = trace(ifx i == 0 => "f0" else if i == 1 => "f1" else => "f2" end, i * 10)
    end
    print("{}\n", list)
    print("{}\n", subtract(b = trace("named", 2) - 1, a = trace("2", 2)))
    print("{}\n", thing(5).plus(trace("argument", 6)))
    if said("test", false) && said("never", true) || said("again", false)
        print("never")
    end
    print("0\n")
    m: Maybe{Int} = 4
    print("get {}\n", m or_else trace("never", 0))
    at(&items, 1)@ += trace("once", 15)
    print("{}\n", items[1])
    print("slow: ")
    total := with_default(trace("1", 1), trace("2", 2))
    print("{}\n", total / 2)
    // an operand is read when its turn comes
    x := 5
    y := x + bump(&x)
    print("{} then {}\n", y - 6, x)
    grid: Array{Int, 2}
    i := 0
    grid[i], i = 9, 1
    print("{} {}\n", i, grid[0])
    return 0
end
