// expect: 3/2 -691/2730 true
// expect: false true true
// expect: 17 321 6
// expect: [8, 1, 6, 3, 5, 7, 4, 9, 2]

// Types of the program's own with operators, as constants and in constants.

Fraction :: struct
    top, bottom: Int
end

gcd :: (a: Int, b: Int) -> Int
    x, y := ifx a < 0 => -a else => a end, b
    while y != 0
        x, y = y, x % y
    end
    return x
end

fraction :: (top: Int, bottom: Int) -> Fraction
    assert(bottom != 0, "the denominator is zero")
    sign := ifx bottom < 0 => -1 else => 1 end
    common := max(gcd(top, sign * bottom), 1)
    return Fraction{sign * top / common, sign * bottom / common}
end

+ :: #operator (a: Fraction, b: Fraction) -> Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
- :: #operator (a: Fraction, b: Fraction) -> Fraction => fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
* :: #operator (a: Fraction, b: Fraction) -> Fraction => fraction(a.top * b.top, a.bottom * b.bottom)
/ :: #operator (a: Fraction, b: Fraction) -> Fraction => fraction(a.top * b.bottom, a.bottom * b.top)
< :: #operator (a: Fraction, b: Fraction) -> Bool => a.top * b.bottom < b.top * a.bottom
- :: #operator (a: Fraction) -> Fraction => Fraction{-a.top, a.bottom}

format :: (out: Pointer{Writer}, f: Pointer{Fraction}, _spec: Format_Spec)
    print_to(out, "{}/{}", f.top, f.bottom)
end

HALF :: fraction(1, 2)
THIRD :: fraction(1, 3)
SUM :: HALF + THIRD * fraction(6, 4) - -HALF

bernoulli :: (n: Int) -> Fraction
    row := make_slice{Fraction}(n + 1)
    defer delete(row)
    for m in 0..=n
        row[m] = fraction(1, m + 1)
        j := m
        while j > 0
            row[j - 1] = fraction(j, 1) * (row[j - 1] - row[j])
            j -= 1
        end
    end
    return row[0]
end

B12 :: #run bernoulli(12)

Polynomial :: struct {N: Int}
    c: Array{Int, N}
end

[] :: #operator {N: Int}(p: Polynomial{N}, x: Int) -> Int
    sum, i := 0, N - 1
    while i >= 0
        sum = sum * x + p.c[i]
        i -= 1
    end
    return sum
end

P :: Polynomial{3}{{1, 2, 3}}

Grid :: struct
    cells: Array{Int, 9}
end

&[] :: #operator (g: Pointer{Grid}, x: Int, y: Int) -> Pointer{Int} => &g.cells[y * 3 + x]

magic :: () -> Grid
    g: Grid
    x, y := 1, 0
    for n in 1..=9
        g[x, y] = n
        nx, ny := (x + 1) % 3, (y + 2) % 3
        if g[nx, ny] != 0
            nx, ny = x, (y + 1) % 3
        end
        x, y = nx, ny
    end
    return g
end

MAGIC :: #run magic()
table: Array{Int, P[1]}

main :: ()
    print("{} {} {}\n", SUM, B12, bernoulli(12) == B12)
    print("{} {} {}\n", HALF < THIRD, THIRD <= HALF, HALF > THIRD)
    print("{} {} {}\n", P[2], #run P[10], table.length)
    print("{}\n", MAGIC.cells)
    #assert(SUM > fraction(3, 2) || SUM == fraction(3, 2))
end
