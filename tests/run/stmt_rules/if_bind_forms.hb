f :: (x: Int) -> Maybe{Int} => ifx x > 0 => some(x) else => none end
g :: (x: Int) -> (Int, Bool) => return x, x > 0
run :: ()
    if n := f(3)
        print("{} ", n)
    end
    if n := f(0)
        print("{} ", n)
    else
        print("none ")
    end
    if n := g(5) print("{} ", n); end
    if n := f(0)
        print("{}", n)
    else if m := g(6)
        print("{}\n", m)
    else
        print("x\n")
    end
end
