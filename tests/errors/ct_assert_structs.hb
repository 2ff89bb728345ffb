// error-line: 44
// error-mentions: `point(1)` is Point{x = 1, y = 2, name = "a", color = .GREEN, weight = some(1.0)}
// error-line: 45
// error-mentions: is round(1.5)
// error-line: 46
// error-mentions: 225, … 4 more]
// error-line: 47
// error-mentions: `chain(2)` is &Node{value = 2, next = &Node{value = 1, next = null}}
// error-line: 48
// error-mentions: `some(3)` is some(3)
// error-line: 49
// error-mentions: `NUMBERS` is [0, 1, 4]
// error-line: 50
// error-mentions: `NUMBERS` is [0, 1, 4]
Color :: enum
    RED
    GREEN
end
Point :: struct
    x, y: Int
    name: String
    color: Color
    weight: Maybe{Float}
end
Node :: struct
    value: Int
    next: Pointer{Node}
end
Shape :: union
    empty
    round: f32
end
point :: (n: Int) -> Point => Point{n, 2, "a", .GREEN, some(1.0)}
chain :: (n: Int) -> Pointer{Node} => ifx n == 0 => null else => new(Node{n, chain(n - 1)}) end
squares :: (n: Int) -> Slice{Int}
    found := make_slice{Int}(n)
    for &x, i in found
        x = i * i
    end
    return found
end
starts_high :: (numbers: Slice{Int}) -> Bool => numbers[0] > 3
NUMBERS :: squares(3)
#assert(point(1) == point(2))
#assert(Shape.round(1.5) == Shape.empty)
#assert(equal(squares(20), squares(3)))
#assert(chain(2) == chain(1))
#assert(some(3) == none)
#assert(NUMBERS.starts_high())
#assert(starts_high(numbers = NUMBERS), "sorted")
main :: () => print("\n")
