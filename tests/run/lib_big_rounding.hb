// eval: no, GMP is foreign code
// expect: NEAREST: 0.334 -0.334 -0.668 1000.0
// expect: ZERO: 0.332 -0.332 -0.664 1000.0
// expect: UP: 0.334 -0.334 -0.664 1002.0
// expect: DOWN: 0.332 -0.332 -0.668 1000.0
// expect: AWAY: 0.334 -0.334 -0.668 1002.0
// expect: 5.18737727 5.18737787 true 30
// expect: 200 0.833333333333333333333333333333333333333333333333333333333334
// expect: inf -inf NaN NaN -inf
// expect: NaN false false true
// expect: some(100000000000000000000) none none
// expect: true:1.5 true:-0.0025 true:1e400 true:inf true:NaN false:NaN false:NaN false:NaN false:NaN and
// expect: 0.125 65408.0 ff80.0 1.00102012001000111202201100202021e-21
// expect: 2.0 -4.0 -2.0 -3.0
// expect: 3.14 4.9999999999999995e200 3.1415926535897936
// expect:          1.5|-1.5        |    0.25    |1230000.0
// expect: 0.1 16777216.0
// expect: 0.1 0.33333333333333337

// Floats: every way of rounding, of either sign; intervals that hold the truth; precisions that mix; infinities, NaN, and texts in several bases.

Big :: #import "Big"
Arena :: #import "Arena"

interval :: (terms: Int) -> (Big.Float, Big.Float)
    low, high := Big.float(0, precision = 30), Big.float(0, precision = 30)
    for i in 1..=terms
        with context{Big.rounding = .DOWN}
            low = low + Big.float(1, precision = 30) / f64(i)
        end
        with context{Big.rounding = .UP}
            high = high + Big.float(1, precision = 30) / f64(i)
        end
    end
    return low, high
end

main :: () -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        for way in Array{Big.Rounding, 5}{.NEAREST, .ZERO, .UP, .DOWN, .AWAY}
            with context{Big.rounding = way}
                third := Big.float(1, precision = 8) / 3
                print("{}: {} {} {} {}\n", enum_name(way), third, -third, Big.float(-2, precision = 8) / 3, Big.float(Big.integer(1001), 9))
            end
        end
        low, high := interval(100)
        exact := Big.rational(0)
        for i in 1..=100
            exact = exact + Big.rational(1, i)
        end
        middle := Big.float(exact, 300)
        print("{} {} {} {}\n", low, high, low < middle && middle < high, low.precision)
        mixed := Big.float(1, precision = 200) / 3 + Big.float(0.5, precision = 20)
        print("{} {:.60}\n", mixed.precision, mixed)
        zero := Big.float(0)
        print("{} {} {} {} {}\n", 1 / zero, -1 / zero, zero / zero, Big.sqrt(Big.float(-1)), Big.log(zero))
        nothing: Big.Float
        print("{} {} {} {}\n", nothing, nothing == nothing, nothing < zero, Big.is_nan(nothing + 1))
        print("{} {} {}\n", Big.to_integer(Big.float(1e20)), Big.to_integer(nothing), Big.to_integer(1 / zero))
        for text in Array{String, 9}{"1.5", "-2.5e-3", "1e400", "inf", "nan", "", "1.5x", " 1", "0x10"}
            value, ok := Big.parse_float(text)
            print("{}:{} ", ok, value)
        end
        eighth, _ := Big.parse_float("0.001", base = 2)
        hex, _ := Big.parse_float("ff.8@2", base = 16)
        print("and\n{} {} {} {}\n", eighth, hex, hex.to_text(base = 16), Big.float(1e-10).to_text(base = 3))
        print("{} {} {} {}\n", Big.round(Big.float(2.5)), Big.round(Big.float(-3.5)), Big.truncate(Big.float(-2.9)), Big.floor(Big.float(-2.1)))
        print("{} {} {}\n", Big.with_precision(Big.pi(100), 10), Big.hypot(Big.float(3e200), Big.float(4e200)), Big.gamma(Big.float(0.5)) * Big.gamma(Big.float(0.5)))
        print("{:>12}|{:<12}|{:^12}|{:.3}\n", Big.float(1.5), Big.float(-1.5), Big.float(0.25), Big.float(1234567))
        print("{} {}\n", Big.float(0.1, precision = 24), Big.float(16777217, precision = 24))
        with context{Big.rounding = .UP}
            print("{} {}\n", Big.float(0.1), Big.to_float(Big.float(1, precision = 100) / 3))
        end
    end
    return 0
end
