// expect: 7 12 -1
// expect: true false true
// expect: 3 4 5
// expect: [2, 4, 6] [1, 4, 9]
// expect: 24 7
// expect: int float
// expect: 10 20
// expect: 9
// expect: hello from a field
// expect: 8 8
// expect: fizz 3

Operation :: #type (a: Int, b: Int) -> Int
Old :: (a: Int) -> Int;

add :: (a: Int, b: Int) -> Int => a + b
multiply :: (a: Int, b: Int) -> Int => a * b

chosen :: (c: Rune) -> Operation
    return match c
    case '+' => add
    case '*' => multiply
    else => (a: Int, b: Int) -> Int => a - b
    end
end

map :: (items: Slice{Int}, f: (x: Int) -> Int) -> Slice{Int}
    result := make_slice{Int}(items.length)
    for x, i in items
        result[i] = f(x)
    end
    return result
end

square :: (x: Int) -> Int => x * x

fold :: {T}(items: Slice{T}, start: T, f: (a: T, b: T) -> T) -> T
    total := start
    for x in items
        total = f(total, x)
    end
    return total
end

kind :: (_x: Int) -> String => "int"
kind :: (_x: Float) -> String => "float"

Button :: struct
    label: String
    on_click: (text: String)
    count: (x: Int) -> (Int, Int)
end

clicked :: (text: String)
    print("hello from {}\n", text)
end

both :: (x: Int) -> (Int, Int)
    return x, x * 2
end

compose :: (f: Old, g: Old, x: Int) -> Int => g(f(x))

main :: () -> Int
    f: Operation = add
    g := multiply
    print("{} {} {}\n", f(3, 4), g(3, 4), chosen('-')(3, 4))
    none: Operation
    print("{} {} {}\n", none == null, f == g, f == add)
    h := (x: Int) -> Int => x + 1
    print("{} {} {}\n", h(2), h(h(2)), compose(h, h, 3))
    print("{} {}\n", map({1, 2, 3}, (x: Int) -> Int => 2 * x), map({1, 2, 3}, square))
    print("{} {}\n", fold({1, 2, 3, 4}, 1, multiply), fold({1, 2, 4}, 0, add))
    as_int: (x: Int) -> String = kind
    as_float: (x: Float) -> String = kind
    print("{} {}\n", as_int(1), as_float(1))
    b := Button{"b", clicked, both}
    p, q := b.count(10)
    print("{} {}\n", p, q)
    table := Array{Operation, 3}{add, multiply, chosen('?')}
    total := 0
    for op in table
        total += op(2, 2)
    end
    print("{}\n", total + 1)
    b.on_click("a field")
    print("{} {}\n", size_of(Operation), size_of(Button) - 24)
    fizz := (n: Int)
        if n % 3 == 0
            print("fizz {}\n", n)
        end
    end
    fizz(2)
    fizz(3)
    return 0
end
