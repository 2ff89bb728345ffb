run :: ()
    a: f16 = 1.5
    largest: f16 = 65504
    print("{} {} {} {}\n", a, a * a, largest, largest * a)
end
