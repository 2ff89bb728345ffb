LIMIT :: 100
BYTE: u8 : 100
divmod :: (a: Int, b: Int) -> (Int, Int) => return a / b, a % b
run :: ()
    x := 3
    y: i32 = 4
    z: Array{f64, 16}
    w: Array{f64, 16} = uninit
    w[0] = 1
    a, b := 1, "two"
    q, r := divmod(7, 2)
    print("{} {} {} {} {} {} {} {} {}\n", x, y, z[15], a, b, q, r, LIMIT, BYTE)
end
