Op :: struct
    name: String
    f: (a: Int, b: Int) -> Int
end
OPS :: Array{Op, _}{{"add", (a: Int, b: Int) -> Int => a + b}, {"mul", mul}}
mul :: (a: Int, b: Int) -> Int => a * b
run :: ()
    print("{} {} {}\n", OPS[0].f(3, 4), OPS[1].f(3, 4), OPS[0].name)
end
