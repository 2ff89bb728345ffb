// expect: 5 6 -1 add
Op :: struct
    name: String
    run: (a: Int, b: Int) -> Int
end
add :: (a: Int, b: Int) -> Int => a + b
mul :: (a: Int, b: Int) -> Int => a * b
ops :: () -> Slice{Op}
    found := make_slice{Op}(3)
    found[0] = Op{"add", add}
    found[1] = Op{"mul", mul}
    found[2] = Op{"sub", (a: Int, b: Int) -> Int => a - b}
    return found
end
OPS :: #run ops()
main :: ()
    for op in OPS
        print("{} ", op.run(2, 3))
    end
    print("{}\n", OPS[0].name)
end
