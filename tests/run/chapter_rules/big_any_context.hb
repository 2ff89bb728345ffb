Big :: struct
    n: Int
    a: Array{Int, 8}
end
#add-context config: Big
show :: (items: ..Any) -> Int
    t := 0
    for a in items
        match a
        case Big b => t += b.n
        case Int n => t += n
        else
        end
    end
    return t
end
held: Any
hold :: ()
    b := Big{n = 6}
    held = any_copy(b)
    b.n = 0
end
deep :: () -> Int => context.config.n
change :: (a: Any) -> Int
    match a
    case Big &b
        b.n += 1
        return b.n
    else => return 0
    end
end
run :: ()
    b := Big{n = 2}
    print("{} {}\n", show(b, 3), show(Big{n = 7}))
    hold()
    print("Big {} {}\n", Big(held).n, (as{Big}(held) or_else b).n)
    c := Big{n = 3}
    with context{config = c}
        c.n = 4
        print("{} ", deep())
        with context{config = c{n = 9}}
            print("{} ", deep())
        end
        print("{}\n", deep())
    end
    add := [c] (k: Big) -> Int => c.n + k.n
    c.n = 100
    print("{}\n", add(Big{n = 4}))
    inner :: (p: Big) -> Int
        f := [&p] () => p.n += 1
        f()
        return p.n
    end
    x := Big{n = 1}
    print("{} {}\n", inner(x), inner(x{n = 3}))
    y := x
    print("{} {}\n", x.n, y.n)
end
