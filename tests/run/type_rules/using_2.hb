Base :: struct
    a, b: Int
end
D :: struct
    using base: Base
    c: Int
end
get :: (b: Base) -> Int => b.a
setb :: (b: Pointer{Base})
    b.b = 4
end
run :: ()
    d := D{base = {1, 2}, c = 3}
    print("{} {} {} {} ", d.a, d.b, d.c, get(d.base))
    setb(&d.base)
    print("{}\n", d.b)
end
