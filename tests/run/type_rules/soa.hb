P :: struct
    x: Int
    y: Int
end
run :: ()
    s: Soa{P, 3}
    s[0] = P{1, 2}
    print("{} {} {}\n", s.length, s.x, s[0])
end
