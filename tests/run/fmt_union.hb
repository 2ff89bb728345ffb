// expect: circle(Circle{radius = 2.0}) square(3) empty
// expect: some(4) none some("x") none
// expect: [some(1), none] Holder{shape = square(9), name = some("n")}
// expect: left(right(7))

Circle :: struct
    radius: Float
end

Shape :: union
    circle: Circle
    square: Int
    empty
end

Holder :: struct
    shape: Shape
    name: Maybe{String}
end

Inner :: union
    right: Int
    wrong
end

Outer :: union
    left: Inner
    nothing
end

main :: ()
    print("{} {} {}\n", Shape.circle({2.0}), Shape.square(3), Shape.empty)
    a: Maybe{Int} = 4
    b: Maybe{Int} = none
    c: Maybe{Pointer{Int}} = none
    print("{} {} {} {}\n", a, b, some("x"), c)
    print("{} {}\n", Array{Maybe{Int}, 2}{1, none}, Holder{.square(9), "n"})
    print("{}\n", Outer.left(.right(7)))
end
