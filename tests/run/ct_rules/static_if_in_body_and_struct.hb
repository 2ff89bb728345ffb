S :: struct {T}
    #if size_of(T) > 4
        a: Int
    #else
        b: u8
    #end
end
f :: {T}() -> String
    #if size_of(T) > 4
        return "big"
    #else
        return nonexistent_thing()
    #end
end
run :: ()
    print("{} {}\n", size_of(S{Int}), f{Int}())
end
