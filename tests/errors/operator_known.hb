// error-line: 7
// error-mentions: + | language

// Distinct types have the operators of their base, so nobody would ever ask for this one.
Meters :: distinct f64

+ :: #operator (a: Meters, b: Meters) -> Meters => Meters(f64(a) * f64(b))

main :: ()
    print("{}\n", Meters(1.5) + Meters(2.5))
end
