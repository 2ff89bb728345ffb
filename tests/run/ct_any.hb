// expect: negative; Int 5; String of 3; Point 1 2; Type Int; three from 7; some Float; 
// expect: true
// expect: 3.5 3.5
// expect: Int 5, String of 4, Point 3 4, Type Point, 
// expect: some(5) none
// expect: Point 6
// expect: true true true
// expect: Pointer{Int} true

// `Any`, `type_of` and `Type` at compile time and at run time.

Point :: struct
    x, y: Int
end

describe :: (a: Any) -> String
    match a
    case Int n if n < 0  => return "negative"
    case Int n           => return format("Int {}", n)
    case String s        => return format("String of {}", s.length)
    case Point p         => return format("Point {} {}", p.x, p.y)
    case Type t          => return format("Type {}", t)
    case Array{Int, 3} l => return format("three from {}", l[0])
    else                 => return format("some {}", type_of(a))
    end
end

all :: (items: ..Any) -> String
    text := ""
    for item in items
        text = format("{}{}; ", text, describe(item))
    end
    return text
end

sum :: (items: ..Any) -> Float
    total := 0.0
    for item in items
        match item
        case Int n   => total += Float(n)
        case Float x => total += x
        else         => continue
        end
    end
    return total
end

kept :: () -> Slice{Any}
    items := make_slice{Any}(4)
    items[0] = 5
    items[1] = any_copy("text")
    items[2] = any_copy(Point{3, 4})
    items[3] = Point
    return items
end

KEPT :: #run kept()
TYPES :: Array{Type, 4}{Int, Point, Pointer{Int}, Type}

widest :: (types: Slice{Type}) -> Type
    best := types[0]
    for t in types
        if type_info(t).size > type_info(best).size
            best = t
        end
    end
    return best
end

WIDEST :: #run widest(TYPES[..])

main :: ()
    text := #run all(-1, 5, "abc", Point{1, 2}, Int, Array{Int, 3}{7, 8, 9}, 2.5)
    print("{}\n{}\n", text, all(-1, 5, "abc", Point{1, 2}, Int, Array{Int, 3}{7, 8, 9}, 2.5) == text)
    print("{} {}\n", #run sum(1, 2.5, "no"), sum(1, 2.5, "no"))
    for item in KEPT
        print("{}, ", describe(item))
    end
    print("\n{} {}\n", as{Int}(KEPT[0]), as{Int}(KEPT[1]))
    value: WIDEST = Point{5, 6}
    print("{} {}\n", WIDEST, value.y)
    print("{} {} {}\n", type_of(4) == Int, type_of(Int) == Type, type_of(Type) == Type)
    print("{} {}\n", TYPES[2], TYPES[3] == Type)
end
