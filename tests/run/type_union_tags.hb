// expect-status: 2
// expect: circle true true square
// expect: square true false
// expect: no circle
// expect: round nothing
// expect: [1, 2, 1]
// expect: second first true
// expect: [true, false]
// expect: true true
// expect: square

// What `tag_of` gives is an enum of the union's cases.
Circle :: struct
    radius: f64
end
Shape :: union
    circle: Circle
    square: f64
    empty
end
Pair :: union {A, B} #error
    none_
    first: A
    second: B
end
kind_of :: (s: Shape) -> String
    match tag_of(s)
    case .circle => return "round"
    case .square => return "straight"
    case .empty => return "nothing"
    end
end
count :: (shapes: Slice{Shape}) -> Array{Int, 3}
    counts: Array{Int, 3}
    for s in shapes
        counts[Int(tag_of(s))] += 1
    end
    return counts
end
main :: () -> Int
    a := Shape.circle({1.5})
    b: Shape
    b = .square(2.0)
    t := tag_of(a)
    print("{} {} {} {}\n", t, t == .circle, tag_of(b) != .circle, enum_name(tag_of(b)))
    t = tag_of(b)
    print("{} {} {}\n", t, t == tag_of(b), tag_of(a) == tag_of(b))
    if t == .square || t == .empty
        print("no circle\n")
    end
    print("{} {}\n", kind_of(a), kind_of(.empty))
    print("{}\n", count({a, b, b, .empty}))
    p: Pair{Int, String} = .second("x")
    q := Pair{Int, Int}.first(3)
    print("{} {} {}\n", tag_of(p), tag_of(q), tag_of(p) == .second)
    tags := Array{Bool, _}{tag_of(a) < .square, tag_of(b) >= .empty}
    print("{}\n", tags)
    m: Maybe{Int}
    print("{} {}\n", tag_of(m) == .none, tag_of(some(3)) == .some)
    x: Any = t
    print("{}\n", x)
    return Int(tag_of(Shape.empty))
end
