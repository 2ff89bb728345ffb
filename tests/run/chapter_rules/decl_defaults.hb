Inner :: struct
    a: Int = 5
    b: Int
end
Outer :: struct
    i: Inner
    n: i16 = 7
    flag: Bool = true
end
Circle :: struct
    r: Int = 3
end
Shape :: union
    circle: Circle
    none_at_all
end
Color :: enum
    GREEN = 5
    RED = 0
end
make :: {T}() -> T
    x: T
    return x
end
f :: (x: Outer = {}) -> Int => x.i.a + x.i.b + 3
run :: ()
    o: Outer
    print("{} {} {} {}\n", o.i.a, o.i.b, o.n, o.flag)
    p := new{Outer}()
    p.i.b = 9
    print("{} {}\n", p.i.a, p.i.b)
    free(p)
    m: Maybe{Int}
    print("{} {}\n", ifx m == none => "none" else => "some" end, Inner{}.a)
    s: Shape
    print("{} {}\n", ifx tag_of(s) == .circle => "circle" else => "?" end, s.circle.r)
    many := make_slice{Inner}(3)
    print("{} {} {}\n", many[0].a, many[1].a, many[2].a)
    delete(many)
    c: Color
    two: Array{Inner, 2}
    print("{} {} {}\n", two.length, two[1].b, enum_name(c))
    print("{} {}\n", f(), make{Int}() + Int(make{Outer}().flag))
    print("{}\n", (make{Maybe{Inner}}() or_else Inner{0, 0}).a)
end
