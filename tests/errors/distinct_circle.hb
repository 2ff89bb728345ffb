// error-line: 15
// error-code: E0208
// error-token: Meters
// error-line: 16
// error-code: E0208
// error-token: Feet
// error-line: 18
// error-code: E0208
// error-token: Row
// error-line: 19
// error-code: E0208
// error-token: Link
// A distinct type that would hold itself; nothing is said about its values.

Meters :: distinct Meters
Feet :: distinct Inches
Inches :: distinct Feet
Row :: distinct Array{Row, 3}
Link :: distinct Maybe{Link}

take :: (a: Meters, _b: Row) -> Meters => a + 1

main :: () -> Int
    a: Meters
    b: Feet
    c: Row
    d: Link = none
    print("{} {} {} {} {}\n", a, b == 3, c[1], d, take(a, c))
    return b * 2
end
