run :: ()
    a := *Int
    b := #type (x: Int) -> Bool
    print("{} {} {}\n", a, b, Maybe{String})
end
