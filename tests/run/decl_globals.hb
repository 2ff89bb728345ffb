// expect: 10 20 30
// expect: [1, 4, 9] table
// expect: 3 5
// expect: 7
// expect: Point{x = 1, y = 2} 3
// expect: 1 2 3
// expect: 120 3628800
// expect: 0 0.0 false "" null
// expect: 255 u8
// expect: 31 changed

// Variables at top level are initialised at compile time, in any order.

a := b / 2
b: Int = c - 10
c := 30

SQUARES :: squares()
table := SQUARES
name := "table"

Point :: struct
    x, y: Int
end

origin := Point{1, 2}
copied := origin.x + origin.y

x, y := 3, 5
q, r := divided(22, 3), 1

FACTORIAL_5 :: factorial(5)
factorials := factorial(10)

zero: Int
nothing: Float
no: Bool
empty: String
nowhere: Pointer{Int}
BYTE: u8 : 255

hits: Int = 0 #thread-local

squares :: () -> Array{Int, 3}
    result: Array{Int, 3}
    for i in 1..=3
        result[i - 1] = i * i
    end
    return result
end

divided :: (n: Int, d: Int) -> Int
    return n / d
end

factorial :: (n: Int) -> Int => ifx n < 2 => 1 else => n * factorial(n - 1) end

next :: () -> Int
    hits += 1
    return hits
end

main :: () -> Int
    print("{} {} {}\n", a, b, c)
    print("{} {}\n", table, name)
    print("{} {}\n", x, y)
    print("{}\n", q * r)
    print("{} {}\n", origin, copied)
    one, two, three := next(), next(), next()
    print("{} {} {}\n", one, two, three)
    print("{} {}\n", FACTORIAL_5, factorials)
    print("{} {} {} {:?} {}\n", zero, nothing, no, empty, nowhere)
    print("{} {}\n", BYTE, type_name(type_of(BYTE)))
    c += 1
    name = "changed"
    print("{} {}\n", c, name)
    return 0
end
