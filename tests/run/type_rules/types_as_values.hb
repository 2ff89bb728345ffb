run :: ()
    print("{} {} {} {}\n", type_of(4) == Int, type_of(Int) == Type, type_of(Type) == Type, type_of(4))
    print("{} {} {}\n", Pointer{Int}, Array{Int, 3}, Slice{u8})
end
