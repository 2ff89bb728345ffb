Op :: enum
    ADD
    MUL
end
Expr :: union
    number: Int
    binary: Op
    unary: Inner
end
Inner :: union
    neg: Int
    not
end
k :: (e: Expr) -> String
    match e
    case .number n => return format("{}", n)
    case .binary.ADD => return "bin-add"
    case .unary.neg => return "leaf"
    else => return "other"
    end
end
run :: ()
    print("{} {} {} {}\n", k(.number(3)), k(.binary(.ADD)), k(.unary(.neg(4))), k(.unary(.not)))
end
