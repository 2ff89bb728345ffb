// expect: 2 2
// expect: true true true
// expect: 0 5 6 2
// expect: 1 2 4 X | Z
// expect: 1 11 21 19
// expect: 30 30
// expect: 23 12
// expect: 2 5 6 6 7 1000
// expect: 4 4
// expect: 3 9
// expect: Counter{hits = 2, data = [0, 15, 0]} 2
// expect: [Pt{x = 1, y = 2}, Pt{x = 13, y = 4}]
// expect: true Int true
// expect: 3 true s
// expect: some(some(3)) 3
// expect: true 2
// expect: abc 99
// expect: [4, 3, 2, 1]
// expect: 50
// expect: XY false true Y | Z
// expect: Y
// expect: 😀 128512 true
// expect: 1 2 3 
// expect: 2 4 
// expect: [[1], [2, 3], []] 2
// expect: true 6
// expect: [Pt{x = 1, y = 1}, Pt{x = 2, y = 4}]

F :: (x: Int) -> Int;
G :: #type (a: Int, b: Int) -> Int
Name :: struct
    first, last: String
end
== :: #operator (a: Name, b: Name) -> Bool => a.last == b.last
Holder :: struct
    n: Name
    k: Int
end
Enum :: enum
    A
    B = 5
    C
    D = 2
end
Fl :: enum #flags
    X
    Y
    Z
    XY = 3
end
late :: (a: Int, rest: ..Int, scale: Int = 2) -> Int
    s := a
    for r in rest
        s += r * scale
    end
    return s
end
tick :: (log: Pointer{Int}, n: Int) -> Int
    log@ = log@ * 10 + n
    return n
end
glog := 0
def :: (log: Pointer{Int}, a: Int, b := tick(&glog, 8), c: Int = tick(&glog, 9)) -> Int => a + b + c + log@
Obj :: struct
    cb: (x: Int) -> Int
    v: Int
end
cb :: (_o: Obj) -> Int => 1000
val :: (o: Obj) -> Int => o.v
ptr :: (o: Pointer{Obj}) -> Int
    o.v += 1
    return o.v
end
abs :: (x: Int) -> Int => ifx x < 0 => -x else => x end
Counter :: struct
    hits: Int
    data: Array{Int, 3}
end
&[] :: #operator (c: Pointer{Counter}, i: Int) -> Pointer{Int}
    c.hits += 1
    return &c.data[i]
end
Pt :: struct
    x, y: Int
end
+ :: #operator (a: Pt, b: Pt) -> Pt => Pt{a.x + b.x, a.y + b.y}
main :: () -> Int
    f: F = (x: Int) -> Int => x + 1
    g: G = (a: Int, b: Int) -> Int => a - b
    print("{} {}\n", f(1), g(5, 3))
    h1 := Holder{Name{"a", "z"}, 1}
    h2 := Holder{Name{"b", "z"}, 1}
    print("{} {} {}\n", h1 == h2, Array{Name, 1}{h1.n} == Array{Name, 1}{h2.n}, some(h1.n) == some(h2.n))
    print("{} {} {} {}\n", i32(Enum.A), i32(Enum.B), i32(Enum.C), i32(Enum.D))
    print("{} {} {} {}\n", i32(Fl.X), i32(Fl.Y), i32(Fl.Z), Fl.X | Fl.Z)
    print("{} {} {} {}\n", late(1), late(1, 2, 3), late(1, 2, scale = 10), late(1, ..{4, 5}))
    arr := Array{Int, 2}{7, 8}
    sl := arr[..]
    print("{} {}\n", late(0, ..sl), late(0, ..arr))
    log := 0
    print("{} {}\n", def(&log, tick(&log, 1), c = tick(&log, 2)), log)
    o := Obj{f, 5}
    po := &o
    print("{} {} {} {} {} {}\n", o.cb(1), o.val(), o.ptr(), po.val(), po.ptr(), cb(o))
    print("{} {}\n", 4.abs(), (-4).abs())
    m1: Maybe{Int}
    m2: Maybe{Int} = 3
    print("{} {}\n", m1 or_else m2 or_else 9, m1 or_else m1 or_else 9)
    c: Counter
    c[1] += 5
    c[1] *= 3
    print("{} {}\n", c, c.hits)
    ps: Array{Pt, 2}
    i := 0
    ps[i] += Pt{1, 2}
    p := &ps[1]
    p@ += Pt{3, 4}
    p.x += 10
    print("{}\n", ps)
    t: Type = Int
    print("{} {} {}\n", t == Int, t, type_of(t) == Type)
    x: int = 3
    y: bool = true
    z: string = "s"
    print("{} {} {}\n", x, y, z)
    u: Maybe{Maybe{Int}} = some(some(3))
    print("{} {}\n", u, u.some.some)
    pp: Pointer{Pointer{Int}}
    print("{} {}\n", pp == null, size_of(Maybe{u8}))
    s := "abc"
    cs := CString(Pointer{u8}(UInt(s.data)))
    print("{} {}\n", cs, s.data[2])
    bits := bit_cast{Array{u8, 4}}(u32(0x01020304))
    print("{}\n", bits)
    q := Pt{1, 2}
    w: Any = q
    q.x = 50
    print("{}\n", Pt(w).x)
    fs: Fl = .X | .Y
    print("{} {} {} {}\n", fs, .Z in fs, fs == .XY, Fl(6))
    fs ^= .X
    print("{}\n", fs)
    rr := Rune(0x1F600)
    print("{} {} {}\n", rr, u32(rr), 'a' < 'b')
    for e in Array{Int, _}{1, 2, 3} print("{} ", e); end
    print("\n")
    for e in Array{Pt, _}{{1, 2}, {3, 4}} print("{} ", e.y); end
    print("\n")
    a2: Slice{Slice{Int}} = {{1}, {2, 3}, {}}
    print("{} {}\n", a2, a2[1].length)
    print("{} {}\n", "a\tb" == `a	b`, `raw \n`.length)
    xs := make_slice{Pt}(3)
    for &e, idx in xs
        e = {idx, idx * idx}
    end
    print("{}\n", xs[1..<3])
    return 0
end
