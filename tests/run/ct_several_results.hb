// expect: 3 x 3 x
// expect: yes 8
// expect: 5 9 3
// expect: 11 4
// expect: 3 x
// expect: 4 5 1 2
// expect: ran

// `#run` of a call with several results gives them all.

two :: () -> (Int, String)
    return 3, "x"
end

digit :: (s: String) -> (Int, Bool)
    if s.length == 0
        return 0, false
    end
    return Int(s[0]) - '0', true
end

pair :: (first: Int) -> (Int, Int)
    return first, first + 1
end
nothing_more :: ()
end

a, b := #run two()
_, last := #run two()
LOW, HIGH: Int : #run pair(4)
low, high: i32 = #run small()

small :: () -> (i32, i32)
    return 1, 2
end

added :: {T}(x: T) -> (T, Int)
    n, size := #run sized{T}()
    return x + n, size
end

sized :: {T}() -> (T, Int)
    return 7, size_of(T)
end

again :: () -> (Int, String)
    return #run two()
end

main :: ()
    c, d := #run two()
    print("{} {} {} {}\n", a, last, c, d)
    c, d = #run two()
    if n := #run digit("8")
        print("yes {}\n", n)
    end
    n := #run digit("5") or_else 9
    m := (#run digit("")) or_else 9
    print("{} {} {}\n", n, m, c)
    sum, size := added(i32(4))
    print("{} {}\n", sum, size)
    x, y := again()
    print("{} {}\n", x, y)
    print("{} {} {} {}\n", LOW, HIGH, low, high)
    #run nothing_more()
    print("ran\n")
end
