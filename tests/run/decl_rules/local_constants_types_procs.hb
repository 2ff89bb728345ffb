run :: ()
    SIDE :: 5
    P :: struct
        a: Int
    end
    sq :: (x: Int) -> Int => x * x
    E :: enum
        X
        Y
    end
    p := P{3}
    print("{} {} {}\n", sq(SIDE), sq(p.a), Int(E.Y) + 4)
end
