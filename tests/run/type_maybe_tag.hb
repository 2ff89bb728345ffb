// expect: some none some
// expect: nothing
// expect: 2 of 3
// expect: true false some
// expect: [true, false, true, false]
// expect: [true, true, true, false]
// expect: true false

// What `tag_of` gives of a `Maybe` is an enum, as with other unions; ranges of enums are tested as they are matched; what a type can do is
// asked in procedures that take a type.

Level :: enum
    LOW
    MIDDLE
    HIGH
    TOP
end

Point :: struct
    x, y: Int
end

Ordered :: struct
    key: Int
end
< :: #operator (a: Ordered, b: Ordered) -> Bool => a.key < b.key

describe :: (m: Maybe{Pointer{Int}}) -> String
    match tag_of(m)
    case .some => return "something"
    case .none => return "nothing"
    end
end

has_order :: (T: Type) -> Bool => is_ordered(T)
can_be_key :: (T: Type) -> Bool => has_operator(T, "==") && !is_float(T)

largest :: {T}(a: T, b: T) -> T where has_order(T) => ifx a < b => b else => a end

main :: () -> Int
    n := 3
    a: Maybe{Int} = 3
    b: Maybe{Pointer{Int}}
    c: Maybe{Pointer{Int}} = &n
    print("{} {} {}\n", tag_of(a), tag_of(b), tag_of(c))
    print("{}\n", describe(b))
    counts: Array{Int, 2}
    for m in Array{Maybe{Int}, 3}{1, none, 2}
        counts[Int(tag_of(m))] += 1
    end
    print("{} of {}\n", counts[1], counts[0] + counts[1])
    print("{} {} {}\n", tag_of(a) == .some, tag_of(b) != .none, enum_name(tag_of(c)))
    level := Level.MIDDLE
    print("{}\n", Array{Bool, 4}{level in .LOW..=.MIDDLE, level in .LOW..<.MIDDLE, Level.TOP in level..=.TOP, level in Level.HIGH..=Level.TOP})
    print("{}\n", Array{Bool, 4}{has_order(Int), has_order(String), has_order(Ordered), has_order(Point)})
    types := Array{Type, 2}{Point, f32}
    print("{} {}\n", can_be_key(types[0]), can_be_key(types[1]))
    if largest(Ordered{2}, Ordered{3}).key != 3
        return 1
    end
    return 0
end
