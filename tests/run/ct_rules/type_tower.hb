run :: ()
    t: Type = Int
    print("{} {} {} {} {}\n", type_of(4) == Int, type_of(t) == Type, t == Int, t, type_of(Type))
end
