f :: (x: Int) -> Maybe{Int}
    if x > 0
        return x
    end
    return none
end
run :: ()
    a := f(3)
    b: Maybe{Int} = 4
    c: Maybe{Int} = none
    d := some(5)
    e: Maybe{Int}
    print("{} {} {} {} {} {} {}\n", a.some, b.some, c == none, c, size_of(Maybe{Pointer{Int}}), d.some, e or_else 0)
end
