run :: ()
    n := 40
    y: u64 = 1 << n
    m := 8
    z: i16 = 1 << m
    k := 31
    a: i32 = 1 << k
    print("{} {} {}\n", y, z, a)
end
