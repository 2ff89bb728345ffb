pick :: (wide: Bool) -> Type => ifx wide => i64 else => u8 end
T1 :: pick(true)
name :: (t: Type) -> String
    match t
    case Int => return "Int"
    case String => return "String"
    else => return "?"
    end
end
run :: ()
    print("{} {} {}\n", type_of(4) == Int, type_of(Int) == Type, type_of(Type) == Type)
    x: T1 = 5
    print("{} {} {}\n", type_of(x) == i64, type_of("x") == CString, Int == i64)
    print("{} {}\n", name(Int), name(type_of("a")))
    print("{} {}\n", size_of(T1), size_of(pick(false)))
    t := type_of(x)
    print("{} {}\n", ifx t == u8 => "wide" else => "small" end, ifx t == Int => "wide" else => "small" end)
end
