// error-line: 10
// error-code: E0308
// error-mentions: `Meters`

Meters :: distinct f64
Feet :: distinct f64
main :: ()
    m := Meters(1)
    f := Feet(2)
    print("{}\n", m + f)
end
