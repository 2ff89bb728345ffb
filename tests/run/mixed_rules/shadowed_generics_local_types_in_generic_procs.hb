f :: {T}(x: T) -> T
    Box :: struct
        v: T
    end
    b := Box{x}
    return b.v
end
run :: ()
    print("{} {}\n", f(3), f("x"))
end
