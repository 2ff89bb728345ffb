// expect: true true true
// expect: Int Type
// expect: 8 1
// expect: true false
// expect: Int String Bool
// expect: Array{Int, 3} Pointer{Point} Slice{u8}
// expect: integer
// expect: 16
Point :: struct
    x, y: Int
end
choose :: (wide: Bool) -> Type
    if wide
        return i64
    end
    return u8
end
T1 :: #run choose(true)
T2 :: choose(false)
name_of_kind :: (t: Type) -> String
    if t == Int
        return "integer"
    end
    return "other"
end
biggest :: (types: Array{Type, 3}) -> Int
    n := 0
    for t in types
        if type_info(t).size > n
            n = type_info(t).size
        end
    end
    return n
end
LIST :: Array{Type, 3}{Int, String, Bool}
main :: () -> Int
    print("{} {} {}\n", type_of(4) == Int, type_of(Int) == Type, type_of(Type) == Type)
    t: Type = Int
    print("{} {}\n", t, type_of(t))
    x: T1 = 5
    y: T2 = 6
    print("{} {}\n", size_of(T1) + 0 * Int(x), size_of(T2) + 0 * Int(y))
    print("{} {}\n", T1 == Int, T2 == Int)
    print("{} {} {}\n", LIST[0], LIST[1], LIST[2])
    a: Array{Int, 3}
    p: Pointer{Point}
    print("{} {} {}\n", type_of(a), type_of(p), Slice{u8})
    print("{}\n", name_of_kind(type_of(3)))
    print("{}\n", #run biggest(LIST))
    return 0
end
