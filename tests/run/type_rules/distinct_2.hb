Meters :: distinct f64
run :: ()
    a: Meters = 2.5
    b := Meters(3.0)
    c := a + b
    d := c - 2.5
    print("{} {} {} {}\n", f64(c), f64(d), a < b, a)
end
