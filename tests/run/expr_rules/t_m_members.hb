E :: enum
    A = 1
end
U :: union
    x: Int
end
Math :: #import "Math"
run :: ()
    u := U.x(2)
    print("{} {} {}\n", Int(E.A), u.x, Math.abs(-3))
end
