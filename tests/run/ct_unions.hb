// expect: 35.0 35.0
// expect: 42 NONE 0 TOO_LONG
// expect: 2 none 2
// expect: 42 none
// expect: 123.0 true
// expect: 77

// Unions, Maybe and errors at compile time, frozen with their tags.

Shape :: union
    empty
    circle: Float
    box: Box
    group: Slice{Shape}
end

Box :: struct
    width, height: Float
end

area :: (s: Shape) -> Float
    match s
    case .empty     => return 0.0
    case .circle r  => return r * r * 3.0
    case .box b     => return b.width * b.height
    case .group all
        sum := 0.0
        for part in all
            sum += area(part)
        end
        return sum
    end
end

scene :: () -> Shape
    parts := make_slice{Shape}(3)
    parts[0] = .circle(2.0)
    parts[1] = .box(Box{3.0, 4.0})
    inner := make_slice{Shape}(2)
    inner[1] = .circle(1.0)
    parts[2] = .group(inner)
    parts[1].box.width = 5.0
    return .group(parts)
end

SCENE :: #run scene()
AREA :: area(SCENE)

Problem :: enum #error
    NONE
    EMPTY
    TOO_LONG
end

parse :: (text: String) -> (Int, Problem)
    if text.length == 0
        return 0, .EMPTY
    end
    if text.length > 4
        return 0, .TOO_LONG
    end
    n := 0
    for i in 0..<text.length
        n = n * 10 + Int(text[i] - '0')
    end
    return n, .NONE
end

sum :: (texts: ..String) -> (Int, Problem)
    total := 0
    for text in texts
        total += parse(text) or_return
    end
    return total, .NONE
end

Result :: struct
    value: Int
    problem: Problem
end

checked :: (a: String, b: String) -> Result
    value, problem := sum(a, b)
    return Result{value, problem}
end

find :: (items: Slice{Int}, wanted: Int) -> Maybe{Int}
    for x, i in items
        if x == wanted
            return i
        end
    end
    return none
end

GOOD :: #run checked("12", "30")
BAD :: #run checked("12", "12345")
FOUND :: #run find({5, 7, 9}, 9)
MISSING :: #run find({5, 7, 9}, 4)
POINTER :: #run some_pointer(true)
NO_POINTER :: #run some_pointer(false)

some_pointer :: (is_there: Bool) -> Maybe{Pointer{Int}}
    if is_there
        return new(42)
    end
    return none
end

variable := #run scene()

main :: ()
    print("{} {}\n", AREA, area(SCENE))
    print("{} {} {} {}\n", GOOD.value, GOOD.problem, BAD.value, BAD.problem)
    print("{} {} {}\n", FOUND.some, MISSING, FOUND or_else -1)
    print("{} {}\n", POINTER.some@, NO_POINTER)
    variable.group[0] = .box(Box{10.0, 10.0})
    print("{} {}\n", area(variable), tag_of(SCENE) == .group)
    print("{}\n", #run (parse("77") or_else 0))
end
