// expect: 0 1 2 | 1 2 3 | | 5
// expect: 5 4 3 2 1 | 9 6 3
// expect: a0 b1 c2
// expect: 1 3 5
// expect: (0,0) (0,1) (1,0) stop
// expect: found 12 at 1 2
// expect: 10 9 8 7 after
// expect: 2 4 6 20
// expect: h0 é1 y3
// expect: 253 254 255
// expect: -2 -1 0 1
// expect: 1 1 2 3 5 8 13
// expect: 45
// expect: left early
// expect: 3 2 1 c b a
// expect: 0 10 20 | 2

evens :: (limit: Int) -> Evens => Evens{limit = limit}

Evens :: struct
    at, limit: Int
end

next :: (it: Pointer{Evens}) -> (Int, Bool)
    it.at += 2
    return it.at, it.at <= it.limit
end

main :: () -> Int
    for i in 0..<3 print("{} ", i); end
    print("| ")
    for i in 1..=3 print("{} ", i); end
    print("| ")
    for i in 3..<1 print("{} ", i); end
    print("| ")
    for i in 5..=5 print("{}\n", i); end
    for i in reverse(1..=5) print("{} ", i); end
    print("| ")
    n := 9
    while n > 0
        print("{}{}", n, ifx n > 3 => " " else => "\n" end)
        n -= 3
    end
    for c, i in Array{Rune, 3}{'a', 'b', 'c'}
        print("{}{}{}", c, i, ifx i < 2 => " " else => "\n" end)
    end
    for i in 0..<100
        if i % 2 == 0
            continue
        end
        print("{}", i)
        if i == 5
            print("\n")
            break
        end
        print(" ")
    end
    outer: for i in 0..<3
        for j in 0..<3
            if j == 2
                continue outer
            end
            if i + j > 1
                print("stop\n")
                break outer
            end
            print("({},{}) ", i, j)
        end
    end
    grid := Array{Array{Int, 3}, 2}{{1, 2, 3}, {10, 11, 12}}
    search: for row, y in grid
        for cell, x in row
            if cell == 12
                print("found {} at {} {}\n", cell, y, x)
                break search
            end
        end
    end
    k := 10
    while true
        print("{} ", k)
        k -= 1
        if k < 7 break; end
    end
    print("after\n")
    total := 0
    for x in evens(6)
        print("{} ", x)
        total += x
    end
    print("{}\n", total + 8)
    for r, offset in "héy"
        print("{}{}{}", r, offset, ifx r == 'y' => "\n" else => " " end)
    end
    start: u8 = 253
    for b in start..=255
        print("{}{}", b, ifx b == 255 => "\n" else => " " end)
    end
    for i in -2..<2 print("{}{}", i, ifx i < 1 => " " else => "\n" end); end
    a, b := 1, 1
    while a < 14
        print("{}{}", a, ifx a == 13 => "\n" else => " " end)
        a, b = b, a + b
    end
    sum := 0
    for i in 0..<10
        sum += i
        limit := 10
        // the ends of a range are evaluated once, and the loop's name is fresh in each round
        limit = 0
        sum += limit
    end
    print("{}\n", sum)
    early: block
        if sum == 45
            print("left early\n")
            break early
        end
        print("never\n")
    end
    for x in reverse(Array{Int, 3}{1, 2, 3}) print("{} ", x); end
    for r in reverse("abc") print("{}{}", r, ifx r == 'a' => "\n" else => " " end); end
    values := Array{Int, 3}{0, 1, 2}
    for &v in values
        v *= 10
        print("{} ", v)
    end
    print("| {}\n", values[2] / 10)
    return 0
end
