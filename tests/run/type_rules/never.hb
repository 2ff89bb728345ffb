fail :: () -> Never
    panic("x")
end
run :: ()
    x := some(3)
    n := x or_else fail()
    print("{}\n", n)
end
