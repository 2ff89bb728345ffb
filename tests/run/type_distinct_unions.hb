// expect: none some(3) some(4) some(5) none
// expect: 3 7 3 true true
// expect: some 4, nothing
// expect: 5 some(18) none some(1)
// expect: some(2) some(7) some(8) true 7
// expect: age age any
// expect: circle(2.0) empty some(circle(1.5)) some(RED) some(At{x = 1, y = 2})
// expect: 5.0 true false round circle(6.0)
// expect: 1 4 true
// expect: 3 BAD true 8
// expect: some(9) 9
// expect: broken 16 true
// expect: 0 1 2 end
// expect: some(300) Age true none some(none)

Age :: distinct Maybe{Int}
Wide_Age :: distinct Age
Shape :: union
    empty
    circle: Float
end
Form :: distinct Shape
Color :: enum
    RED
    GREEN
end
At :: struct
    x, y: Int
end
Maybe_Form :: distinct Maybe{Form}
Maybe_Color :: distinct Maybe{Color}
Maybe_At :: distinct Maybe{At}
Link :: distinct Maybe{Pointer{Int}}
Mistake :: enum #error
    NONE
    BAD
end
Failure :: distinct Mistake
Trouble :: union #error
    fine
    broken: Failure
end
Twice :: distinct Maybe{Maybe{Int}}

find :: (n: Int) -> Age
    if n > 3
        return Age(n)
    end
    return none
end

twice :: (n: Int) -> Age
    x := find(n) or_return
    return some(2 * x)
end

plain :: (n: Int) -> Maybe{Int}
    return find(n) or_return - 4
end

describe :: (_: Age) -> String => "age"
describe :: (_: Any) -> String => "any"

check :: (n: Int) -> (Int, Failure)
    return n, ifx n > 3 => .BAD else => .NONE end
end

checked :: (n: Int) -> (Int, Trouble)
    return check(n) or_return, .fine
end

Counter :: struct
    at: Int
end

take :: (c: Pointer{Counter}) -> Age
    c.at += 1
    return ifx c.at > 3 => none else => some(c.at - 1) end
end

generic :: {T}(m: T) -> String where is_maybe(T) => type_name(T)

main :: ()
    a: Age = .none
    b: Age = .some(3)
    c := Age.some(4)
    d: Age = 5
    e: Age = none
    print("{} {} {} {} {}\n", a, b, c, d, e)

    if x := b
        print("{} ", x)
    else
        unreachable()
    end
    print("{} {} {} {}\n", a or_else 7, b.some, a == none, c != b && c == 4)
    for m in Array{Age, _}{c, a}
        match m
        case .some n => print("some {}, ", n)
        case .none => print("nothing\n")
        end
    end
    print("{} {} {} {}\n", find(5) or_else 0, twice(9), plain(2), plain(5))

    n := 7
    m: Maybe{Int} = 2
    w := Wide_Age(Age(8))
    print("{} {} {} {} {}\n", Age(m), Age(n), w, Maybe{Int}(Age(m)) == m, Age(n) or_else 0)
    print("{} {} {}\n", describe(none), describe(3), describe("x"))

    f := Form.circle(2)
    g: Form = .empty
    h: Maybe_Form = .circle(1.5)
    i: Maybe_Color = .RED
    j: Maybe_At = {1, 2}
    print("{} {} {} {} {}\n", f, g, h, i, j)
    f.circle += 3
    print("{} {} {} ", f.circle, tag_of(f) == .circle, f == g)
    match f
    case Form.empty => print("flat ")
    case .circle &r if r > 1
        r += 1
        print("round ")
    else => unreachable()
    end
    print("{}\n", f)

    k: Link
    before := k == none
    number := 1
    k = Link(&number)
    if p := k
        print("{} {} {}\n", p@, ifx before => 4 else => 5 end, size_of(Link) == 8)
    end

    x, failure := check(3)
    y, second := check(4)
    print("{} {} {} {}\n", x, second, failure == .NONE, y + (check(4) or_else 4))
    z := some_nine() or_else 0
    print("{} {}\n", some_nine(), z)
    _, trouble := checked(4)
    match trouble
    case .broken .BAD => print("broken ")
    else => unreachable()
    end
    print("{} {}\n", size_of(Age), is_union(Form) && !is_maybe(Form))

    counter: Counter
    while next_age := counter.take()
        print("{} ", next_age)
    end
    print("end\n")
    big: Age = 300
    t: Twice = none
    u: Twice = some(none)
    print("{} {} {} {} {}\n", big, generic(big), t == none, t, u)
end

some_nine :: () -> Age
    for v in 0..<20
        if v == 9
            return some(v)
        end
    end
    return .none
end
