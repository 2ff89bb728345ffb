// expect: [14, 32, 32, 77] [17, 22, 27, 22, 29, 36, 27, 36, 45]
// expect: true
// expect: 12586269025
// expect: -337/1260
// expect: 55835135/15519504 true 2/5
// expect:                     ..++#     |
// expect:                  ....+###.... |
// expect:           ......++##########+.|
// expect:      ....+####++#############+|
// expect:  ###########################+.|
// expect:      ....+####++#############+|
// expect:           ......++##########+.|
// expect:                  ....+###.... |
// expect:                     ..++#     |
// expect: Complex{re = 2.0, im = -2.0}

// Matrices with sizes in their types, fractions, complex numbers and vectors with operators.
Matrix :: struct {T, R: Int, C: Int}
    cells: Array{T, R * C}
end

&[] :: #operator {T, R: Int, C: Int}(m: Pointer{Matrix{T, R, C}}, row: Int, column: Int) -> Pointer{T}
    assert(row in 0..<R && column in 0..<C, "outside of the matrix")
    return &m.cells[row * C + column]
end

* :: #operator {T, R: Int, K: Int, C: Int}(a: Matrix{T, R, K}, b: Matrix{T, K, C}) -> Matrix{T, R, C}
    result: Matrix{T, R, C}
    for i in 0..<R
        for j in 0..<C
            sum: T
            for k in 0..<K
                sum = sum + a.cells[i * K + k] * b.cells[k * C + j]
            end
            result[i, j] = sum
        end
    end
    return result
end

transposed :: {T, R: Int, C: Int}(m: Matrix{T, R, C}) -> Matrix{T, C, R}
    result: Matrix{T, C, R}
    for i in 0..<R
        for j in 0..<C
            result[j, i] = m[i, j]
        end
    end
    return result
end

identity :: {T, N: Int}() -> Matrix{T, N, N}
    m: Matrix{T, N, N}
    for i in 0..<N
        m[i, i] = 1
    end
    return m
end

Fraction :: struct
    above: Int
    below: Int = 1
end

gcd :: (a: Int, b: Int) -> Int => ifx b == 0 => ifx a < 0 => -a else => a end else => gcd(b, a %% b) end

fraction :: (above: Int, below: Int = 1) -> Fraction
    assert(below != 0)
    d := gcd(above, below)
    if below < 0
        d = -d
    end
    return {above / d, below / d}
end

+ :: #operator (a: Fraction, b: Fraction) -> Fraction => fraction(a.above * b.below + b.above * a.below, a.below * b.below)
- :: #operator (a: Fraction, b: Fraction) -> Fraction => a + -b
- :: #operator (a: Fraction) -> Fraction => {-a.above, a.below}
* :: #operator (a: Fraction, b: Fraction) -> Fraction => fraction(a.above * b.above, a.below * b.below)
/ :: #operator (a: Fraction, b: Fraction) -> Fraction => fraction(a.above * b.below, a.below * b.above)
< :: #operator (a: Fraction, b: Fraction) -> Bool => a.above * b.below < b.above * a.below

format :: (out: Pointer{Writer}, f: Pointer{Fraction}, _spec: Format_Spec)
    if f.below == 1
        print_to(out, "{}", f.above)
    else
        print_to(out, "{}/{}", f.above, f.below)
    end
end

Complex :: struct
    re, im: Float
end

+ :: #operator (a: Complex, b: Complex) -> Complex => {a.re + b.re, a.im + b.im}
* :: #operator (a: Complex, b: Complex) -> Complex => {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}
* :: #operator (a: Float, b: Complex) -> Complex => {a * b.re, a * b.im}
squared :: (a: Complex) -> Float => a.re * a.re + a.im * a.im

determinant :: {N: Int}(m: Matrix{Fraction, N, N}) -> Fraction
    work := m
    result := fraction(1)
    for c in 0..<N
        pivot := -1
        for r in c..<N
            if work[r, c] != Fraction{0, 1}
                pivot = r
                break
            end
        end
        if pivot < 0
            return fraction(0)
        end
        if pivot != c
            for k in 0..<N
                work[c, k], work[pivot, k] = work[pivot, k], work[c, k]
            end
            result = -result
        end
        result *= work[c, c]
        for r in c + 1..<N
            factor := work[r, c] / work[c, c]
            for k in c..<N
                work[r, k] = work[r, k] - factor * work[c, k]
            end
        end
    end
    return result
end

main :: ()
    a: Matrix{Int, 2, 3}
    for i in 0..<2
        for j in 0..<3
            a[i, j] = i * 3 + j + 1
        end
    end
    b := a.transposed()
    c := a * b
    print("{} {}\n", c.cells, (b * a).cells)
    print("{}\n", (c * identity{Int, 2}()) == c)
    fib := Matrix{Int, 2, 2}{{1, 1, 1, 0}}
    power := identity{Int, 2}()
    for _ in 0..<50
        power = power * fib
    end
    print("{}\n", power[0, 1])
    m: Matrix{Fraction, 3, 3}
    values := Array{Int, _}{2, -1, 3, 4, 2, 7, -3, 5, 1}
    for v, i in values
        m.cells[i] = fraction(v, i + 1)
    end
    print("{}\n", determinant(m))
    h := fraction(0)
    for i in 1..=20
        h += fraction(1, i)
    end
    print("{} {} {}\n", h, h > fraction(3), max(fraction(1, 3), fraction(2, 5)))
    for y in 0..<9
        for x in 0..<30
            z := Complex{0, 0}
            k := Complex{f64(x) / 12 - 2.0, f64(y) / 4 - 1.0}
            n := 0
            while n < 30 && squared(z) < 4
                z = z * z + k
                n += 1
            end
            print("{}", ifx n == 30 => '#' else if n > 8 => '+' else if n > 4 => '.' else => ' ' end)
        end
        print("|\n")
    end
    print("{}\n", 2.0 * Complex{1, -1})
end
