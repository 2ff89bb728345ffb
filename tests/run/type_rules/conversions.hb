run :: ()
    n := 300
    m := -1
    x := 3.9
    y := -3.9
    z := 1e20
    nan := 0.0 / m_zero()
    print("{} {} {} {} {} {} {} {} {} {} {} {}\n", u8(n), i8(m), Int(x), i32(y), i32(z), Int(nan), u8(y), Int(true), u32('a'), Rune(97), u16(m), i128(m))
end
m_zero :: () -> Float => 0.0
