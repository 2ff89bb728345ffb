// eval: no, GMP is foreign code
// expect: 31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679
// expect: true
// expect: true
// expect: 27182818284590452353602874713526624977572470936999
// expect: 2.7182818284590452353602874713526624977572470937
// expect: 1414213562373095048801688724209698078569 true
// expect: 1.41421356237309504880168872420969807857
// expect: 1.61803398874989484820458683436563811772

// Digits of famous numbers, each in two ways: π by Gibbons' spigot and by Machin's formula, e by its series, the root of two by Newton and by MPFR.

Big :: #import "Big"
Arena :: #import "Arena"
#import "Strings"

spigot :: (count: Int) -> String
    q, r, t, k, m, x := Big.integer(1), Big.integer(0), Big.integer(1), 1, Big.integer(3), 3
    out := builder()
    while out.length < count
        if q * 4 + r - t < m * t
            out.append_int(Big.to_int(m) or_else 0)
            left := (r - m * t) * 10
            m = (q * 3 + r) * 10 / t - m * 10
            q = q * 10
            r = left
        else
            next := (q * (7 * k) + 2 + r * x) / (t * x)
            r = (q * 2 + r) * x
            q = q * k
            t = t * x
            x += 2
            k += 1
            m = next
        end
    end
    return out.take()
end

// The arc tangent of 1/x, times `unit`.
arctangent :: (x: Int, unit: Big.Integer) -> Big.Integer
    term := unit / x
    sum := Big.copy(term)
    n := 3
    while Big.sign(term) != 0
        term = -term / (x * x)
        sum.add(term / n)
        n += 2
    end
    return sum
end

main :: () -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        unit := Big.pow(Big.integer(10), 120)
        machin := (arctangent(5, unit) * 4 - arctangent(239, unit)) * 4
        digits := spigot(101)
        print("{}\n{}\n", digits, machin.to_text()[0..<98] == digits[0..<98])
        shown := Big.pi(400).to_text(110)
        print("{}\n", shown[0..<102] == concat("3.", digits[1..]))
        e, term, n := Big.copy(unit), Big.copy(unit), 1
        while Big.sign(term) != 0
            term.divide(n)
            e.add(term)
            n += 1
        end
        print("{}\n{:.50}\n", e.to_text()[0..<50], Big.exp(Big.float(1, precision = 200)))
        root := Big.sqrt(unit * unit * 2)
        guess := Big.copy(unit)
        for _ in 0..<10
            guess = (guess + unit * unit * 2 / guess) / 2
        end
        print("{} {}\n", root.to_text()[0..<40], root == guess)
        print("{:.40}\n", Big.sqrt(Big.float(2, precision = 200)))
        print("{:.40}\n", (Big.sqrt(Big.float(5, precision = 200)) + 1) / 2)
    end
    return 0
end
