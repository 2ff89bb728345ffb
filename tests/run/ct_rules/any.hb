run :: ()
    a: Any = 3
    print("{} {} {} {}\n", Int(a), as{String}(a), type_of(Int(a)), as{Int}(a) == 3)
end
