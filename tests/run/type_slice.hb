// expect: 3 [1, 2, 3]
// expect: 0 true [] null
// expect: true false
// expect: [1, 20, 3] [20, 3]
// expect: [0, 0, 0, 0] [0, 0, 0, 7, 0, 0]
// expect: [3, 1] 2
// expect: 24 3 4
// expect: ["b", "c"]
// expect: 1 2 3
// expect: [1, 1, 2, 3, 5, 8, 13, 21]
// expect: 16 8
// expect: [Pair{a = 1, b = 20}, Pair{a = 3, b = 40}]

Pair :: struct
    a, b: Int
end

largest :: (items: Slice{Int}) -> Int
    best := items[0]
    for x in items[1..]
        best = max(best, x)
    end
    return best
end

fibonacci :: (into: Slice{Int})
    for &x, i in into
        x = ifx i < 2 => 1 else => into[i - 1] + into[i - 2] end
    end
end

words :: () -> Slice{String}
    kept := make_slice{String}(3)
    kept[0], kept[1], kept[2] = "a", "b", "c"
    return kept
end

main :: () -> Int
    a := Array{Int, 3}{1, 2, 3}
    s: Slice{Int} = a
    print("{} {}\n", s.length, s)
    none: Slice{Int}
    print("{} {} {} {}\n", none.length, none.data == null, none, none.data)
    print("{} {}\n", equal(s, Array{Int, 3}{1, 2, 3}), equal(s, s[1..]))
    t := s[1..]
    t[0] = 20
    print("{} {}\n", a, t)
    made := make_slice{Int}(4)
    print("{} ", made)
    made[3] = 7
    made = resize(made, 6)
    print("{}\n", made)
    delete(made)
    u: Slice{Int} = {3, 1}
    print("{} {}\n", u, u.length)
    print("{} {} {}\n", largest({4, 24, 3}), largest({-5, 3, 2}), largest({4}))
    print("{}\n", words()[1..])
    for x, i in s[..<s.length]
        print("{}{}", ifx x == 20 => 2 else => x end, ifx i < 2 => " " else => "\n" end)
    end
    numbers: Array{Int, 8}
    fibonacci(numbers[..])
    print("{}\n", numbers)
    print("{} {}\n", size_of(Slice{Int}), align_of(Slice{u8}))
    pairs := make_slice{Pair}(2)
    pairs[0] = Pair{1, 2}
    pairs[1] = Pair{3, 4}
    for &p in pairs
        p.b *= 10
    end
    print("{}\n", pairs)
    return 0
end
