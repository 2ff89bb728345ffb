// expect: 1 2 1
// expect: 5 6
// expect: 8 inner 8
// expect: 24
// expect: 0 1 0 1 0 1
// expect: 12 25
// expect: 3 4 3

count :: (n: Int) -> Int => n * 2

main :: () -> Int
    a := 1
    block
        b := 2
        print("{} {} ", a, b)
    end
    print("{}\n", a)
    // a name is visible after its declaration: the procedure is called here
    x := 5
    if x > 2
        y := x + 1
        print("{} {}\n", x, y)
    end
    count := count(4)
    print("{} ", count)
    block
        LOCAL :: "inner"
        helper :: (s: String) -> String => s
        print("{} ", helper(LOCAL))
    end
    print("{}\n", count)
    Pair :: struct
        a, b: Int
    end
    p := Pair{4, 6}
    print("{}\n", p.a * p.b)
    for i in 0..<3
        fresh: Int
        print("{} ", fresh)
        fresh += 1
        print("{}{}", fresh, ifx i == 2 => "\n" else => " " end)
    end
    N :: 12
    numbers: Array{Int, N}
    TWICE :: N * 2 + 1
    print("{} {}\n", numbers.length, TWICE)
    m, n := 4, 3
    m, n = n, m
    print("{} {} {}\n", m, n, min(m, n))
    return 0
end
