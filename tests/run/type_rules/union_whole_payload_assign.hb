Shape :: union
    circle: Int
    square: Float
end
run :: ()
    s := Shape.circle(1)
    s.circle = 7
    print("{} {}\n", s.circle, s)
end
