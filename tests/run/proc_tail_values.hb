// expect: 123 132 123
// expect: 12 21 12
// expect: 36 36 13
// expect: 36 33 54
// expect: 500500 12
// expect: 16 15

// arguments of tail calls that are values of this procedure: in registers, on the stack, by reference

Vec :: struct
    x, y, z: f32
end

Wide :: struct
    a, b: Vec
end

Pair :: struct
    x, y: Int
end

Big :: struct
    cells: Array{Int, 9}
end

// the third no longer fits into registers: it changes places with one that does
turned :: (n: Int, a: Wide, b: Wide, c: Wide) -> Int #no-inline
    if n == 0
        return Int(a.a.x * 100 + b.a.x * 10 + c.a.x)
    end
    return #tail turned(n - 1, a, c, b)
end

swapped :: (n: Int, a: Big, b: Big) -> Int #no-inline
    if n == 0
        return a.cells[0] * 10 + b.cells[0]
    end
    return #tail swapped(n - 1, b, a)
end

by_copy :: (n: Int, s: Big) -> Int #no-inline
    if n == 0
        return s.cells[0] * 10 + s.cells[8]
    end
    t := s
    t.cells[0] += 1
    t.cells[8] += 2
    return #tail by_copy(n - 1, t)
end

by_parameter :: (n: Int, s: Big) -> Int #no-inline
    if n == 0
        return s.cells[0] * 10 + s.cells[8]
    end
    s.cells[0] += 1
    s.cells[8] += 2
    return #tail by_parameter(n - 1, s)
end

by_literal :: (n: Int, s: Big) -> Int #no-inline
    if n == 0
        return s.cells[0] * 10 + s.cells[8]
    end
    return #tail by_literal(n - 1, Big{{n, 0, 0, 0, 0, 0, 0, 0, 3}})
end

text_and_pair :: (n: Int, s: Pair, text: String) -> Int
    if n == 0
        return s.x * 10 + s.y + text.length
    end
    q := Pair{s.y, s.x + 1}
    return #tail text_and_pair(n - 1, q, text[1..])
end

first :: (n: Int, s: Pair) -> Int
    if n == 0
        return s.x * 10 + s.y
    end
    s.x += 1
    return #tail second(n - 1, s)
end

second :: (n: Int, s: Pair) -> Int
    if n == 0
        return s.x * 10 + s.y
    end
    return #tail first(n - 1, {s.y, s.x})
end

three :: (s: Maybe{Int}, t: Pair, m: Maybe{Int}) -> Int
    if t.x == 0
        return s.some * 10 + (m or_else 3)
    end
    return #tail three(m, {t.x - 1, 0}, s)
end

// two results in memory, which every round hands on
summed :: (n: Int, s: Big) -> (Big, Big)
    if n == 0
        return s, s
    end
    s.cells[0] += n
    s.cells[8] = 12
    return #tail summed(n - 1, s)
end

// what never changes stays where it came from, and can be handed on to another procedure
counted :: (n: Int, s: Big, unchanged: Big) -> Int
    if n == 0
        return #tail ended(s.cells[0], unchanged, unchanged)
    end
    s.cells[0] += n
    return #tail counted(n - 1, s, unchanged)
end

ended :: (n: Int, s: Big, t: Big) -> Int => n + s.cells[0] + t.cells[8]

main :: () -> Int
    a, b, c := Wide{{1, 0, 0}, {4, 5, 6}}, Wide{{2, 0, 0}, {4, 5, 6}}, Wide{{3, 0, 0}, {7, 8, 9}}
    print("{} {} {}\n", turned(0, a, b, c), turned(1, a, b, c), turned(100, a, b, c))
    x, y: Big
    x.cells[0], y.cells[0] = 1, 2
    print("{} {} {}\n", swapped(0, x, y), swapped(1, x, y), swapped(100, x, y))
    s: Big
    print("{} {} {}\n", by_copy(3, s), by_parameter(3, s), by_literal(3, s))
    print("{} {} {}\n", text_and_pair(3, {1, 2}, "abcdef"), first(5, {1, 2}), three(4, {3, 3}, 5))
    left, right := summed(1000, s)
    print("{} {}\n", left.cells[0], right.cells[8])
    print("{} {}\n", counted(5, s, x), counted(5, s, s))
    return 0
end
