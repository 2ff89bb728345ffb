depth :: {T}(x: T) -> Int
    #if is_pointer(T)
        return 1 + depth(x@)
    #else
        return 0
    #end
end
run :: ()
    a := 1
    b := &a
    c := &b
    print("{}\n", depth(&c))
end
