Circle :: struct
    radius: Float
end
Shape :: union
    circle: Circle
    square: Float
    empty
end
run :: ()
    s := Shape.circle(Circle{2.0})
    print("{} ", s.circle.radius)
    s.circle.radius = 3.0
    t: Shape = .empty
    u: Shape = .square(4)
    print("{} {} {} {}\n", s.circle.radius, tag_of(s) == .circle, t, u)
end
