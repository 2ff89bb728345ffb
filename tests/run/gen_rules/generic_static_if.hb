k :: {T}(_x: T) -> String
    #if is_integer(T)
        return "int"
    #else
        return "other"
    #end
end
run :: ()
    print("{} {}\n", k(1), k("x"))
end
