// expect: 2 -1
// expect: return: 10 11 100 12 1 10 11 12 13 14 15 16 17 18 19 2 1
// expect: break: 20 21 0 20 21 1 20 2 99
// expect: 1
// expect: 2 1
// expect: 3 true 0 false
// expect: or_return: 1 8 7 5 7
// expect: 6
// expect: or_break: 0 30 1 31 2 32 3 33
// expect: 9 0
// expect: block: 42 41 41
// expect: nested: 0 1 4 3 3 2

// every way out runs the defers of the blocks it leaves, newest first
trace: Array{Int, 64}
count: Int

note :: (n: Int)
    trace[count] = n
    count += 1
end

show :: (name: String)
    print("{}:", name)
    for i in 0..<count
        print(" {}", trace[i])
    end
    print("\n")
    count = 0
end

by_return :: (n: Int) -> Int
    defer note(1)
    for i in 0..<10
        defer note(10 + i)
        if i == n
            defer note(100)
            return i
        end
    end
    defer note(2)
    return -1
end

by_break :: ()
    outer: for i in 0..<3
        defer note(i)
        for j in 0..<3
            defer note(20 + j)
            if j == 1
                continue outer
            end
            if i == 2
                break outer
            end
        end
    end
    note(99)
end

value_first :: () -> Int
    x := 1
    defer x = 100
    return x
end

two_values :: () -> (Int, Int)
    a, b := 1, 2
    defer block
        a = 50
        b = 60
    end
    return b, a
end

failing :: (n: Int) -> (Int, Bool)
    defer note(n)
    if n > 2
        return 0, false
    end
    return n * 2, true
end

by_or_return :: (n: Int) -> (Int, Bool)
    defer note(7)
    x := failing(n) or_return
    defer note(8)
    return x + 1, true
end

by_or_break :: () -> Int
    sum := 0
    for i in 0..<10
        defer note(30 + i)
        sum += failing(i) or_break
    end
    return sum
end

in_expression :: (n: Int) -> Int
    v := block
        defer note(41)
        if n > 3
            defer note(42)
            => n
        end
        => 0
    end
    return v
end

nested_defer :: ()
    defer block
        defer note(2)
        note(1)
        for i in 0..<2
            defer note(3)
            if i == 1
                break
            end
            note(4)
        end
    end
    note(0)
end

main :: () -> Int
    print("{} {}\n", by_return(2), by_return(100))
    show("return")
    by_break()
    show("break")
    print("{}\n", value_first())
    a, b := two_values()
    print("{} {}\n", a, b)
    x, ok := by_or_return(1)
    y, ok2 := by_or_return(5)
    print("{} {} {} {}\n", x, ok, y, ok2)
    show("or_return")
    print("{}\n", by_or_break())
    show("or_break")
    print("{} {}\n", in_expression(9), in_expression(1))
    show("block")
    nested_defer()
    show("nested")
    return 0
end
