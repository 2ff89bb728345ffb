// expect: -5 201 -3 2000 7 4294967295 -4 9223372036854775807
// expect: 0.75 0.3125 false ello 77
// expect: 385
// expect: 13
// expect: 72
// expect: 31
// expect: 41

abi :: #foreign-library "abi"

c_i8 :: (x: i8) -> i8 #foreign abi
c_u8 :: (x: u8) -> u8 #foreign abi
c_i16 :: (x: i16) -> i16 #foreign abi
c_u16 :: (x: u16) -> u16 #foreign abi
c_i32 :: (x: i32) -> i32 #foreign abi
c_u32 :: (x: u32) -> u32 #foreign abi
c_i64 :: (x: i64) -> i64 #foreign abi
c_u64 :: (x: u64) -> u64 #foreign abi
c_f32 :: (x: f32) -> f32 #foreign abi
c_f64 :: (x: f64) -> f64 #foreign abi
c_bool :: (x: Bool) -> Bool #foreign abi
c_text :: (x: CString) -> CString #foreign abi
c_store :: (to: Pointer{Int}, value: Int) #foreign abi
c_many :: (a: i8, b: f64, c: Int, d: f32, e: Int, f: Int, g: Int, h: Int, i: Int, j: f64) -> Int #foreign abi
c_sum :: (count: i32, ..) -> i32 #foreign abi
c_apply :: (f: #c-call (x: Int, data: Pointer{Void}) -> Int, x: Int, data: Pointer{Void}) -> Int #foreign abi
c_calls_back :: (x: Int) -> Int #foreign abi
counter: i32 #foreign abi

strlen :: (text: CString) -> UInt #foreign

hubbub_triple :: #c-call (x: Int) -> Int #export
    return x * 3
end

// Reached from C by an entry thunk: it has a context.
scale :: (x: Int, data: Pointer{Void}) -> Int
    factor := new(bit_cast{Pointer{Int}}(data)@)
    defer free(factor)
    return x * factor@
end

main :: () -> Int
    print("{} {} {} {} {} {} {} {}\n", c_i8(5), c_u8(200), c_i16(-2), c_u16(1000), c_i32(-7), c_u32(0), c_i64(-9), c_u64(UInt(0) - 1))
    stored: Int
    c_store(&stored, 77)
    text := c_text("hello")
    shown := String{data = bit_cast{Pointer{u8}}(text), length = Int(strlen(text))}
    print("{} {} {} {} {}\n", c_f32(1.5), c_f64(1.25), c_bool(true), shown, stored)
    print("{}\n", c_many(1, 2.0, 3, 4.0, 5, 6, 7, 8, 9, 10.0))
    print("{}\n", c_sum(3, i32(1), i32(2), i32(3), 7.5))
    factor := 8
    print("{}\n", c_apply(scale, 4, &factor))
    print("{}\n", c_calls_back(10))
    counter += 1
    print("{}\n", counter)
    return 0
end
