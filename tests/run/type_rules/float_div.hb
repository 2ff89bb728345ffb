run :: ()
    z := 0.0
    x := z / z
    print("{} {} {} {}\n", 1.0 / z, -1.0 / z, x, x != x)
end
