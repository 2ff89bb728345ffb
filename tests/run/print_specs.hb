// expect: 1 -5 1.5 true
// expect: [   42] [42   ] [ 42  ] [**42***] [+42] [-0042]
// expect: ff FF 0xff 101 0b101 10 0x000000ff 00000101
// expect: -1 200 -300 4000000000 -170141183460469231731687303715884105728 340282366920938463463374607431768211455
// expect: ff fed4 11111111
// expect: ffffffffffffffffffffffffffffffff      -170141183460469231731687303715884105728
// expect: 0.1 0.1 3.142 1.5e3 1.50e3     2.50| 2.50    | +1.2 -003.142
// expect: 1e300 1e-7 0.3
// expect: é 'é'    é|
// expect: héllo "a\"b\n"     hé| hé ---mid---
// expect: Point{x = 1, y = -2} Point{x = 1, y = -2}
// expect: Named{name = "x\ty", color = GREEN, at = Point{x = 1, y = -2}, ratio = 0.5, tags = [1, 2, 3]}
// expect: BLUE     BLUE|
// expect: [1, 2, 3] [1, 2, 3] [1, 2, 3]
// expect: [1, 2, 3] []
// expect: null true
// expect: <7>
// expect: <   7> <ff>
// expect: ["a", "b"]
// expect: {} one zero one
// expect: 12-ab 5
// expect: 301  7|
// expect: cstr   cstr
// expect: null
// expect: 9223372036854775807
// expect: [[1, 2], [3, 4]]

Point :: struct
    x, y: Int
end
Color :: enum
    RED
    GREEN = 5
    BLUE
end
Named :: struct
    name: String
    color: Color
    at: Point
    ratio: f32
    tags: Array{u8, 3}
end
Special :: struct
    v: Int
end
format :: (out: Pointer{Writer}, p: Pointer{Special}, spec: Format_Spec)
    write(out, "<")
    format(out, &p.v, spec)
    write(out, ">")
end

main :: () -> Int
    print("{} {} {} {}\n", 1, -5, 1.5, true)
    print("[{:>5}] [{:<5}] [{:^5}] [{:*^7}] [{:+}] [{:05}]\n", 42, 42, 42, 42, 42, -42)
    print("{:x} {:X} {:#x} {:b} {:#b} {:o} {:#010x} {:08b}\n", 255, 255, 255, 5, 5, 8, 255, 5)
    a: i8 = -1
    b: u8 = 200
    c: i16 = -300
    d: u32 = 4000000000
    e: i128 = -170141183460469231731687303715884105728
    f: u128 = 340282366920938463463374607431768211455
    print("{} {} {} {} {} {}\n", a, b, c, d, e, f)
    print("{:x} {:x} {:b}\n", a, c, a)
    print("{:x} {:>45}\n", f, e)
    g: f32 = 0.1
    h: f16 = 0.1
    print("{} {} {:.3} {:e} {:.2e} {:8.2}| {:<8.2}| {:+.1} {:08.3}\n", g, h, 3.14159, 1500.0, 1500.0, 2.5, 2.5, 1.25, -3.14159)
    print("{} {} {}\n", 1e300, 1.0e-7, 0.1 + 0.2)
    r := 'é'
    print("{} {:?} {:>4}|\n", r, r, r)
    print("{} {:?} {:>6}| {:.2} {:-^9}\n", "héllo", "a\"b\n", "hé", "héllo", "mid")
    p := Point{1, -2}
    print("{} {:?}\n", p, p)
    n := Named{name = "x\ty", color = .GREEN, at = p, ratio = 0.5, tags = {1, 2, 3}}
    print("{}\n", n)
    col := Color.BLUE
    print("{} {:>8}|\n", col, col)
    arr := Array{Int, 3}{1, 2, 3}
    print("{} {:?} {:02}\n", arr, arr, arr)
    s: Slice{Int} = arr
    print("{} {}\n", s, s[0..<0])
    q: Pointer{Int} = null
    print("{} {}\n", q, q == null)
    print("{}\n", Special{7})
    print("{:>4} {:x}\n", Special{7}, Special{255})
    words := Array{String, 2}{"a", "b"}
    print("{}\n", words)
    print("{{}} {1} {0} {1}\n", "zero", "one")
    t := format("{}-{}", 12, "ab")
    print("{} {}\n", t, t.length)
    long := format("{:>300}|", 7)
    print("{} {}\n", long.length, long[298..<301])
    print_error("to {}\n", "stderr")
    cs: CString = "cstr"
    print("{} {:>6}\n", cs, cs)
    f2: (x: Int) -> Int = null
    print("{}\n", f2)
    print("{}\n", 9223372036854775807)
    nested := Array{Array{Int, 2}, 2}{{1, 2}, {3, 4}}
    print("{}\n", nested)
    return 0
end
