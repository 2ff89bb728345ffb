// expect: 7 seven seven 5 25
// expect: 3 9 1 y
// expect: 8 [11, 2, 3] 3

// The results of one call go to several names at top level too.
two :: () -> (Int, String)
    return 7, "seven"
end
pair :: (n: i32) -> (i32, i32)
    return n, n * n
end
fill :: () -> (Slice{Int}, Int)
    s := make_slice{Int}(3)
    for &x, i in s
        x = i + 1
    end
    return s, s.length
end
q, r := two()
_, word := two()
wide, square: Int = pair(5)
A, B: Int : pair(3)
items, count := fill()
x, y := 1, "y"
main :: () -> Int
    print("{} {} {} {} {}\n", q, r, word, wide, square)
    print("{} {} {} {}\n", A, B, x, y)
    q += 1
    items[0] += 10
    print("{} {} {}\n", q, items, count)
    return 0
end
