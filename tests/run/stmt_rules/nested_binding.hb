Inner :: union
    neg: Int
    not
end
Expr :: union
    number: Int
    unary: Inner
end
run :: ()
    e := Expr.unary(.neg(4))
    match e
    case .unary.neg n => print("{} ", n)
    else => print("x")
    end
    match e
    case .unary.neg &n => n = 9
    else => print("x")
    end
    print("{}\n", e.unary.neg)
end
