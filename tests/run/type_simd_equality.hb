// expect: true false true
// expect: false true false
// expect: true false
// expect: true true false
// expect: false true
// expect: true false

// vectors inside other types: equal if all lanes are

Mat :: struct
    rows: Array{Simd{f32, 4}, 2}
    name: String
end

Mark :: struct
    mask: Simd{Bool, 8}
end

Value :: union
    v: Simd{i16, 8}
    n: Int
end

Color :: distinct Simd{u8, 4}

Pixel :: struct
    c: Color
    x: Int
end

SAME :: Mat{{{1, 2, 3, 4}, {5, 6, 7, 8}}, "a"} == Mat{{{1, 2, 3, 4}, {5, 6, 7, 8}}, "a"}

main :: () -> Int
    a := Mat{{{1, 2, 3, 4}, {5, 6, 7, 8}}, "a"}
    b := a
    b.rows[1][3] = 9
    print("{} {} {}\n", a == a, a == b, a != b)
    // as with scalars, what is not a number differs from itself, and zeros do not differ
    zero := a.rows[0][0] - 1
    b = a
    b.rows[0][0] = zero / zero
    c, d := a, a
    c.rows[0][0], d.rows[0][0] = zero, -zero
    print("{} {} {}\n", b == b, c == d, c == a)
    m := Mark{Simd{i32, 8}{1, 2, 3, 4, 5, 6, 7, 8} > 4}
    n := Mark{Simd{i32, 8}{1, 2, 3, 4, 5, 6, 7, 8} > 5}
    print("{} {}\n", m == m, m == n)
    v := Value.v({1, 2, 3, 4, 5, 6, 7, 8})
    w := Array{Value, 2}{v, .n(3)}
    x := w
    print("{} {} {}\n", v == .v({1, 2, 3, 4, 5, 6, 7, 8}), w == x, v == .n(3))
    s: Maybe{Simd{f32, 4}} = a.rows[0]
    print("{} {}\n", s == none, s == some(a.rows[0]))
    p := Pixel{Color(Simd{u8, 4}{1, 2, 3, 4}), 5}
    print("{} {}\n", SAME && p == p, p == Pixel{Color(Simd{u8, 4}{1, 2, 3, 5}), 5})
    return 0
end
