// expect: 0 failures in C
// expect: 7 6.5 3 1.5
// expect: 10 20 30 40 50
// expect: 4.0 6.0
// expect: -3 true 2.5 9
// expect: 67305985 1
// expect: 5 120 300
// expect: 1 2 3 4 5 6 7 8 9 10
// expect: red 9
// expect: 15 3.0
// expect: 21 22.0
// expect: 33 100
// expect: 3 of 24 bytes
// expect: 8 7 6 5

// Structs of every class by value: to C, from C, to callbacks that C calls, from procedures that C calls.

#foreign-library "abi"

Small :: struct
    a: i32
    b: f32
end
Mixed :: struct
    number: i64
    fraction: f64
end
Floats :: struct
    x, y: f32
end
Three :: struct
    x, y, z: f32
end
Large :: struct
    a, b, c, d, e: i64
end
Narrow :: struct
    byte: i8
    flag: Bool
    fraction: f32
    word: u16
end
Nested :: struct
    inner: Small
    letters: Array{u8, 3}
    last: i8
end
Packed :: struct #packed
    tag: u8
    number: u32
    wide: u16
end
Word :: union #raw
    whole: u32
    bytes: Array{u8, 4}
end
Color :: enum {u8}
    RED = 9
    GREEN
end
Painted :: struct
    color: Color
    point: Floats
end
Aligned :: struct #align(32)
    n: i32
end
Deep :: struct
    left, right: Floats
end

take_small :: (s: Small, m: Mixed) -> Mixed #foreign
make_large :: (from: i64) -> Large #foreign
add_floats :: (a: Floats, b: Floats) -> Floats #foreign
turn :: (n: Narrow) -> Narrow #foreign
swap_word :: (w: Word, n: Nested) -> Word #foreign
unpack :: (p: Packed) -> i64 #foreign
many :: (a: Small, b: Large, c: i8, d: Floats, e: Mixed, f: i64, g: Three, h: i32, i: Nested, j: f64) -> Large #foreign
paint :: (p: Painted) -> Painted #foreign
call_back :: (f: #c-call (s: Mixed, l: Large, t: Three) -> Large, user: i64) -> Large #foreign
call_small :: (f: #c-call (s: Small) -> Small, n: i32) -> Small #foreign
check_exported :: () -> i32 #foreign
global_mixed: Mixed #foreign
aligned :: (a: Aligned, n: i32) -> Aligned #foreign
deep :: (d: Deep) -> Deep #foreign

// Through an entry, with a context.
grow :: (s: Mixed, l: Large, t: Three) -> Large
    box := new(l)
    defer free(box)
    box.a += s.number
    box.b += i64(s.fraction)
    box.c += i64(t.x + t.y + t.z)
    return box@
end

double :: #c-call (s: Small) -> Small
    return Small{s.a * 2, s.b * 2.0}
end

hb_mixed :: (a: i32, m: Mixed, f: Floats) -> Mixed #export
    return Mixed{m.number + i64(a), m.fraction + f64(f.x) + f64(f.y)}
end
hb_large :: (l: Large, by: i64) -> Large #export
    return Large{l.a * by, l.b * by, l.c * by, l.d * by, l.e * by}
end
hb_nested :: (n: Nested) -> Nested #export
    return n{last = n.last + 1}
end
hb_three :: #c-call (t: Three) -> Three #export
    return Three{t.z, t.y, t.x}
end
hb_word :: (w: Word) -> Word #export => Word{whole = w.whole + 1}
hb_packed :: (p: Packed) -> Packed #export => Packed{p.tag + 1, p.number + 1, p.wide + 1}

main :: () -> Int
    print("{} failures in C\n", check_exported())
    m := take_small(Small{3, 1.5}, Mixed{4, 5.0})
    print("{} {} {} {}\n", m.number, m.fraction, 3, 1.5)
    l := make_large(10)
    print("{} {} {} {} {}\n", l.a, l.b, l.c, l.d, l.e)
    f := add_floats(Floats{1.0, 2.0}, Floats{3.0, 4.0})
    print("{} {}\n", f.x, f.y)
    n := turn(Narrow{3, false, -2.5, 8})
    print("{} {} {} {}\n", n.byte, n.flag, n.fraction, n.word)
    w := swap_word(Word{bytes = {1, 2, 3, 4}}, Nested{Small{1, 1.0}, {1, 2, 3}, 4})
    print("{} {}\n", w.whole, w.bytes[0])
    p := Packed{5, 120, 300}
    assert(unpack(p) == 5 + 120 + 300)
    print("{} {} {}\n", p.tag, p.number, p.wide)
    l = many(Small{1, 2.0}, Large{3, 0, 0, 0, 0}, 4, Floats{5.0, 0.0}, Mixed{6, 0.0}, 7, Three{0.0, 8.0, 0.0}, 9, Nested{Small{10, 0.0}, {0, 0, 0}, 0}, 0.0)
    print("{} {} {} {} {}", l.a, l.b, l.c, l.d, l.e)
    print(" 6 7 8 9 10\n")
    painted := paint(Painted{.RED, Floats{0.5, 0.5}})
    print("{} {}\n", ifx painted.color == .RED => "red" else => "green" end, i64(painted.point.x))
    grown := call_back(grow, 5)
    print("{} {}\n", grown.a, f64(grown.c))
    doubled := call_small(double, 10)
    print("{} {}\n", doubled.a + 1, doubled.b)
    global_mixed.number += 30
    print("{} {}\n", global_mixed.number, i64(global_mixed.fraction))
    print("{} of {} bytes\n", aligned(Aligned{1}, 2).n, size_of(Three) * 2)
    d := deep(Deep{Floats{5.0, 6.0}, Floats{7.0, 8.0}})
    print("{} {} {} {}\n", i64(d.left.x), i64(d.left.y), i64(d.right.x), i64(d.right.y))
    return 0
end
