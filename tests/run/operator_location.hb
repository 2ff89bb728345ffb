// Operators may take the place of the call: faults show the line of whoever divides.

// expect-status: 134
// expect: 2
// expect: -3
// expect: 7
// expect-error: panic: division by zero
// expect-error: operator_location.hb:37:5

Ratio :: struct
    n: Int
end

/ :: #operator (a: Ratio, b: Ratio, location: Pointer{Source_Location} = #caller-location) -> Ratio
    if b.n == 0
        panic_text("division by zero", location@)
    end
    return Ratio{a.n / b.n}
end

- :: #operator (a: Ratio, _location: Pointer{Source_Location} = #caller-location) -> Ratio => Ratio{-a.n}
- :: #operator (a: Ratio, b: Ratio) -> Ratio => Ratio{a.n - b.n}

// in a generic procedure too
difference :: {T}(a: T, b: T) -> T
    return a - b
end

main :: ()
    x := Ratio{4} / Ratio{2}
    print("{}\n", x.n)
    y := -Ratio{3}
    print("{}\n", y.n)
    print("{}\n", difference(Ratio{9}, x).n)
    // `/=` too

    x /= Ratio{0}
end
