// expect: [1.500000|-2.25|1e+10]
// expect: [200|-3|-300|60000|1|97]
// expect: [-5|4294967295|9223372036854775807|-1]
// expect: [text|literal|(null)]
// expect: [0x0|  7|007]
// expect: [1 2 3 4 5 6 7 8 9 10]
// expect: [1.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0 9.0 10.0]
// expect: 3: 42 x 2.5
// expect: BUSY is 1
// expect: a name|(nil)

// Arguments behind `..` of a C procedure: promoted as C does.

snprintf :: (buffer: *u8, size: u64, format: CString, ..) -> i32 #foreign
sscanf :: (text: CString, format: CString, ..) -> i32 #foreign

State :: enum
    IDLE
    BUSY
end
Count :: distinct i16

buffer: Array{u8, 200}

shown :: (_length: i32) -> String => string_of(buffer.data)

main :: () -> Int
    f: f32 = 1.5
    g: f64 = -2.25
    print("{}\n", shown(snprintf(buffer.data, 200, "[%f|%g|%g]", f, g, f32(1e10))))
    small: u8 = 200
    negative: i8 = -3
    count := Count(-300)
    wide: u16 = 60000
    print("{}\n", shown(snprintf(buffer.data, 200, "[%d|%d|%d|%d|%d|%d]", small, negative, count, wide, true, 'a')))
    print("{}\n", shown(snprintf(buffer.data, 200, "[%d|%u|%lld|%ld]", i32(-5), 0xffff_ffff, 0x7fff_ffff_ffff_ffff, -1)))
    text: CString = "text"
    nothing: CString
    print("{}\n", shown(snprintf(buffer.data, 200, "[%s|%s|%s]", text, "literal", nothing)))
    place := Pointer{Void}(UInt(0))
    print("{}\n", shown(snprintf(buffer.data, 200, "[0x%lx|%*d|%0*d]", place, i32(3), 7, i32(3), 7)))
    print("{}\n", shown(snprintf(buffer.data, 200, "[%d %d %d %d %d %d %d %d %d %d]", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))
    print("{}\n", shown(snprintf(buffer.data, 200, "[%.1f %.1f %.1f %.1f %.1f %.1f %.1f %.1f %.1f %.1f]",
        1.0, 2.0, 3.0, 4.0, f32(5.0), 6.0, 7.0, 8.0, 9.0, 10.0)))
    number: i32
    letter: Array{u8, 2}
    fraction: f64
    read := sscanf("42 x 2.5", "%d %1s %lf", &number, letter.data, &fraction)
    print("{}: {} {} {}\n", read, number, CString(letter.data), fraction)
    print("{}\n", shown(snprintf(buffer.data, 200, "%s is %d", "BUSY", State.BUSY)))
    name := "a name"
    print("{}\n", shown(snprintf(buffer.data, 200, "%s|%p", name.data, null)))
    return 0
end
