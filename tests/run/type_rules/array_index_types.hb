run :: ()
    a := Array{Int, 3}{1, 2, 3}
    i: u8 = 1
    j: i128 = 1
    k: UInt = 1
    l: i16 = 1
    print("{} {} {} {}\n", a[i], a[j], a[k], a[l])
end
