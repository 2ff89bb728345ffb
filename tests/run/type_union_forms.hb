// expect: number text empty
// expect: 7 hello
// expect: true false true
// expect: number(8) text("x") empty
// expect: 12.56636 9.0 0.0
// expect: circle(Circle{radius = 4.0})
// expect: neg(add(3, mul(4, 5))) = -23
// expect: 16 true
// expect: number(0) true
// expect: 2 1 1
// expect: [number(1), text("two"), empty]
// expect: 1065353216 1.0
// expect: 5

Value :: union
    number: Int
    text: String
    empty
end

Circle :: struct
    radius: Float
end

Shape :: union
    circle: Circle
    square: Float
    nothing
end

Two :: struct
    left, right: *Expr
end

Expr :: union
    number: Int
    add: Two
    mul: Two
    neg: *Expr
end

Bits :: union #raw
    float: f32
    int: u32
end

kind :: (v: Value) -> String
    match v
    case .number => return "number"
    case .text => return "text"
    case .empty => return "empty"
    end
end

area :: (s: Shape) -> Float
    return match s
    case .circle c => c.radius * c.radius * 3.14159
    case .square side => side * side
    case .nothing => 0.0
    end
end

double :: (s: Pointer{Shape})
    match s@
    case .circle &c => c.radius *= 2
    case .square &side => side *= 2
    case .nothing => return
    end
end

evaluate :: (e: *Expr) -> Int
    match e@
    case .number n => return n
    case .add two => return evaluate(two.left) + evaluate(two.right)
    case .mul two => return evaluate(two.left) * evaluate(two.right)
    case .neg inner => return -evaluate(inner)
    end
end

show :: (e: *Expr)
    match e@
    case .number n => print("{}", n)
    case .add two
        print("add(")
        show(two.left)
        print(", ")
        show(two.right)
        print(")")
    case .mul two
        print("mul(")
        show(two.left)
        print(", ")
        show(two.right)
        print(")")
    case .neg inner
        print("neg(")
        show(inner)
        print(")")
    end
end

count :: (values: Slice{Value}, wanted: String) -> Int
    n := 0
    for v in values
        if kind(v) == wanted
            n += 1
        end
    end
    return n
end

main :: () -> Int
    a := Value.number(7)
    b := Value.text("hello")
    c: Value = .empty
    print("{} {} {}\n", kind(a), kind(b), kind(c))
    print("{} {}\n", a.number, b.text)
    print("{} {} {}\n", tag_of(a) == .number, a == b, c == Value.empty)
    a.number += 1
    print("{} {} {}\n", a, Value.text("x"), c)
    s := Shape.circle(Circle{2.0})
    print("{} {} {}\n", area(s), area(.square(3)), area(.nothing))
    double(&s)
    print("{}\n", s)
    four := Expr.number(4)
    five := Expr.number(5)
    three := Expr.number(3)
    product := Expr.mul(Two{&four, &five})
    sum := Expr.add(Two{&three, &product})
    negated := Expr.neg(&sum)
    show(&negated)
    print(" = {}\n", evaluate(&negated))
    print("{} {}\n", size_of(Shape), a == Value.number(8))
    d: Value
    print("{} {}\n", d, d == .number(0))
    values := Array{Value, 4}{.number(1), .text("two"), .empty, .number(4)}
    print("{} {} {}\n", count(values, "number"), count(values, "text"), count(values, "empty"))
    print("{}\n", values[..<3])
    bits: Bits
    bits.float = 1.0
    print("{} {}\n", bits.int, bits.float)
    b = .number(5)
    print("{}\n", b.number)
    return 0
end
