// expect: 21.0 [1.5, 2.5] none "deep"
Expr :: union
    number: Float
    add: Two
    all: Slice{Expr}
    name: String
end
Two :: struct
    a, b: Pointer{Expr}
end
num :: (x: Float) -> Pointer{Expr} => new(Expr.number(x))
make :: () -> Expr
    xs := make_slice{Expr}(3)
    for &x, i in xs
        x = .add(Two{num(Float(i)), num(Float(i * i + 4))})
    end
    xs[1] = .all({.number(1.0), .name("deep")})
    inner := make_slice{Expr}(2)
    inner[0] = .number(5.0)
    inner[1] = .number(2.0)
    xs[1] = .all(inner)
    return .all(xs)
end
total :: (e: Expr) -> Float
    match e
    case .number n => return n
    case .add t => return total(t.a@) + total(t.b@)
    case .name => return 0.0
    case .all xs
        sum := 0.0
        for x in xs
            sum += total(x)
        end
        return sum
    end
end
E0 :: #run make()
floats: Slice{Float} : {1.5, 2.5}
NOTHING: Maybe{Expr} : none
NAME: Expr : .name("deep")
main :: ()
    print("{} {} ", total(E0), floats)
    match NOTHING
    case .none => print("none ")
    case .some => print("some ")
    end
    print("{:?}\n", NAME.name)
end
