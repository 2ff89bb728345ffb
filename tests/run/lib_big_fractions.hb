// eval: no, GMP is foreign code
// expect: 9304682830147/2329089562800
// expect: 1 1/2 1/6 -691/2730 -174611/330 and
// expect: 1/2 1/3 1/16 and
// expect: 3/1 22/7 333/106 355/113 103993/33102 and
// expect: 9 192 180
// expect: 0 1 true -27/8
// expect: true -3/4, true -3/4, true 7, false 0, false 0, false 0, false 0, and
// expect: 3602879701896397/36028797018963968 0.3333333333333333
// expect-status: 134

// Fractions: harmonic numbers, Bernoulli numbers, Egyptian fractions, the best approximations of π, a matrix inverted without a rounding error.

Big :: #import "Big"
Arena :: #import "Arena"
#import "List"

bernoulli :: (n: Int) -> Big.Rational
    row := list{Big.Rational}()
    for m in 0..=n
        row.append(Big.rational(1, m + 1))
        for j in reverse(1..=m)
            row[j - 1] = (row[j - 1] - row[j]) * j
        end
    end
    return row[0]
end

inverse :: (m: Pointer{Array{Array{Big.Rational, 6}, 3}})
    for i in 0..<3
        pivot := m@[i][i]
        for k in 0..<6
            m@[i][k] = m@[i][k] / pivot
        end
        for j in 0..<3
            factor := m@[j][i]
            if j != i
                for k in 0..<6
                    m@[j][k] = m@[j][k] - factor * m@[i][k]
                end
            end
        end
    end
end

main :: () -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        harmonic := Big.rational(0)
        for i in 1..=30
            harmonic = harmonic + Big.rational(1, i)
        end
        print("{}\n", harmonic)
        for n in Array{Int, 5}{0, 1, 2, 12, 20}
            print("{} ", bernoulli(n))
        end
        rest := Big.rational(43, 48)
        print("and\n")
        while rest.numerator != 0
            part := Big.rational(Big.integer(1), Big.ceil(1 / rest))
            print("{} ", part)
            rest = rest - part
        end
        x := Big.rational(3.141592653589793)
        a, b, c, d := Big.integer(1), Big.integer(0), Big.integer(0), Big.integer(1)
        print("and\n")
        for _ in 0..<5
            whole := Big.floor(x)
            a, b = a * whole + b, a
            c, d = c * whole + d, c
            print("{}/{} ", a, c)
            x = 1 / (x - Big.rational(whole, Big.integer(1)))
        end
        m: Array{Array{Big.Rational, 6}, 3}
        for i in 0..<3
            for j in 0..<3
                m[i][j] = Big.rational(1, i + j + 1)
                m[i][j + 3] = Big.rational(Int(i == j))
            end
        end
        inverse(&m)
        print("and\n{} {} {}\n", m[0][3], m[1][4], m[2][5])
        nothing: Big.Rational
        print("{} {} {} {}\n", nothing, nothing + 1, nothing == Big.rational(0), Big.pow(Big.rational(-2, 3), -3))
        for text in Array{String, 7}{"3/-4", "-6/8", "7", "1/0", "", "a/b", "1/2/3"}
            value, ok := Big.parse_rational(text)
            print("{} {}, ", ok, value)
        end
        print("and\n{} {}\n", Big.rational(0.1), Big.to_float(Big.rational(1, 3)))
        print("{}\n", Big.rational(1, 2) / nothing)
    end
    return 0
end
