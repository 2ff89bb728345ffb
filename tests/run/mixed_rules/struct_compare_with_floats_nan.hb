P :: struct
    x: f64
end
run :: ()
    z := 0.0
    a := P{z / z}
    b := P{-0.0}
    c := P{0.0}
    print("{} {}\n", a == a, b == c)
end
