// expect-status: 44
// expect: 100 100 1099511627776 3.14159 16 5
// expect: 36 raw
// expect: string
// expect: [0, 0, 0, 0] [1, 2, 3] 8 42
// expect: 1 2
// expect: 255 15 10 12000
// expect: 1.5 20000000000.0 0.0015 12.0
// expect: a 😀 tab	here A é "q" \ 4
// expect: 1 4 [0.0, 0.0, 0.0] 1.0 3 two
// expect: 120 3.0 1125899906842624 [1.0, 2.0, 3.0]
// expect: h
// expect: c string 1
// expect: 3
// expect: 5
// expect: 3
// expect: 3
// expect: three three! 16 few
// expect: 020 011 120 102 211 202 
// expect: 4
// expect: 3

// chapter 1 2 3
Base :: struct
    x: Int
end
LIMIT :: 100
BYTE: u8 : 100
A: u64 : 1 << 40
PI :: 3.14159
MASK :: (1 << 70) >> 66
n-1 :: 5
ba-mươi-sáu :: 36
one_two :: 1
S :: `raw
string`
g: Array{Int, LIMIT / 25}
h: Slice{Int} = {1, 2, 3}
Handler :: #type (n: Int) -> Int
table: Array{Handler, 2} = {(n: Int) -> Int => n, (n: Int) -> Int => n * 2}
counter := 0
next-id :: () -> Int
    counter += 1
    return counter
end
twice :: (x: Int) -> Int => x * 2
COMPUTED :: twice(21)
vec :: #type Array{f64, 3}
main :: () -> Int
    print("{} {} {} {} {} {}\n", LIMIT, BYTE, A, PI, MASK, n-1)
    print("{} {}\n", ba-mươi-sáu, S)
    print("{} {} {} {}\n", g, h, table[1](4), COMPUTED)
    print("{} {}\n", next-id(), next-id())
    print("{} {} {} {}\n", 0xff, 0o17, 0b1010, 12_000)
    print("{} {} {} {}\n", 1.5, 2e10, 1.5e-3, 0x1.8p3)
    print("{} {} {} {}\n", 'a', '\u{1F600}', "tab\there \x41 \u{e9} \"q\" \\", "nul\0".length)
    x := 3
    y: i32 = 4
    z: Array{f64, 3}
    w: Array{f64, 3} = uninit
    w[0] = 1.0
    a, b := 1, "two"
    a, x = x, a
    print("{} {} {} {} {} {}\n", x, y, z, w[0], a, b)
    u: u8 = 'x'
    f: f32 = 3
    k: u64 = 1 << 50
    v: vec = {1, 2, 3}
    print("{} {} {} {}\n", u, f, k, v)
    s := "hey"
    if s[0] == 'h' print("h\n"); end
    c: CString = "c string"
    print("{} {}\n", c, 7 %% 3)
    i := 0
    while i < 3; i += 1; end
    print("{}\n", i); print("{}\n",
        x +
        y)
    total := 1 +
        2
    print("{}\n", total)
    r := s
        .length
    print("{}\n", r)
    q := ifx i == 3 => "three" else => "other" end
    t := ifx i == 2
        => "two"
    else if i == 3
        => "three!"
    else
        => "?"
    end
    bl := block
        m := 4
        => m * m
    end
    mm := match i
    case 0 => "zero"
    case 1..=3 => "few"
    else => "many"
    end
    print("{} {} {} {}\n", q, t, bl, mm)
    for j in 0..<3
        for l, idx in reverse(0..=2)
            if l == j continue; end
            print("{}{}{} ", j, l, idx)
        end
    end
    print("\n")
    count := count(3)
    print("{}\n", count)
    /* nested /* comment */ */
    aa, bb: i16 = 1, 2
    print("{}\n", aa + bb)
    return 300
end
count :: (n: Int) -> Int => n + 1
