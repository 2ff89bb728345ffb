P :: struct
    x: Int
end
run :: ()
    g(P{3})
end
g :: (p: P)
    f := [&p] ()
        p.x += 5
    end
    c := [p] () -> Int => p.x
    f()
    print("{} {}\n", p.x, c())
end
