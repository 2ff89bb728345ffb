// error-line: 7
// error-code: E0208
// error-token: Meters
// error-line: 8
// error-code: E0208

Meters :: distinct Meters
Feet :: distinct Inches
Inches :: distinct Feet

main :: () -> Int
    _a: Meters
    _b: Feet
    return 0
end
