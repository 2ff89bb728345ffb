// expect: <10>fine ok
// expect: not found
// expect: line 90
// expect: <10><20><30><40><50>20
// expect: 16 -1
// expect: 77 20
// expect: 3 2 50 
// expect: empty
// expect: 3 4
// expect: inner true
// expect-status: 1

Io :: enum #error
    OK
    NOT_FOUND
    DENIED
end
Parse :: union #error
    ok
    line: Int
    io: Io
end
open :: (n: Int) -> (Int, Io)
    if n == 0
        return 0, .NOT_FOUND
    end
    return n * 10, .OK
end
parse :: (n: Int) -> (String, Parse)
    x := open(n) or_return
    if x > 50
        return "", .line(x)
    end
    defer print("<{}>", x)
    return "fine", .ok
end
chain :: (n: Int) -> Parse
    s := parse(n) or_return
    print("{} ", s)
    return .ok
end
total :: () -> Int
    sum := 0
    for i in 0..<8
        s := parse(i) or_continue
        sum += s.length
    end
    outer: for _i in 1..<8
        for j in 0..<4
            v := open(j) or_continue outer
            sum += v
        end
    end
    return sum
end
first_even :: (xs: Slice{Int}) -> Maybe{Int}
    for x in xs
        if x % 2 == 0
            return x
        end
    end
    return none
end
double_even :: (xs: Slice{Int}) -> Maybe{Int}
    x := first_even(xs) or_return
    return x * 2
end
show :: (e: Parse)
    match e
    case .ok => print("ok\n")
    case .line n => print("line {}\n", n)
    case .io.NOT_FOUND => print("not found\n")
    case .io x => print("io {}\n", x)
    end
end
Stack :: struct
    items: Array{Int, 4}
    count: Int
end
pop :: (s: Pointer{Stack}) -> (Int, Bool)
    if s.count == 0
        return 0, false
    end
    s.count -= 1
    return s.items[s.count], true
end
main :: () -> Io
    show(chain(1))
    show(chain(0))
    show(chain(9))
    print("{}\n", total())
    print("{} {}\n", double_even({1, 3, 8}) or_else -1, double_even({1, 3}) or_else -1)
    v := open(0) or_else 77
    w := open(2) or_else panic("no")
    print("{} {}\n", v, w)
    s := Stack{items = {1, 2, 3, 4}, count = 3}
    while x := pop(&s)
        print("{} ", x)
        if x == 2
            s.items[0] = 50
        end
    end
    print("\n")
    if x := pop(&s)
        print("never {}", x)
    else
        print("empty\n")
    end
    if x, y := two(3)
        print("{} {}\n", x, y)
    end
    m: Maybe{Maybe{Int}} = some(none)
    if inner := m
        print("inner {}\n", inner == none)
    end
    return .DENIED
end
two :: (n: Int) -> (Int, Int, Bool)
    return n, n + 1, n > 2
end
