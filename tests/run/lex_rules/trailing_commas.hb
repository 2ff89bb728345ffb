f :: (a: Int, b: Int,) -> Int => a + b
P :: struct {A, B,}
    a: A
    b: B
end
run :: ()
    x := Array{Int, _}{1, 2,}
    p := P{Int, Int,}{2, 3,}
    print("{} {} {}\n", f(1, 2,), x, p.a + p.b,)
end
