Shape :: union
    circle: Int
    square: Float
end
run :: ()
    s := Shape.circle(1)
    match s
    case .circle c
        c = 5
        print("{} ", s.circle)
    case .square
        print("x")
    end
    match s
    case .circle &c
        c = 10
    case .square
        print("x")
    end
    print("{} ", s.circle)
    match s
    case .circle &c => c *= 2
    else => print("x")
    end
    print("{}\n", s.circle)
end
