// error-line: 15
// error-code: E0310
// error-mentions: 3
// error-line: 16
// error-code: E0310
// error-mentions: -1
// error-line: 18
// error-code: E0310
// error-line: 19
// error-code: E0310

main :: () -> Int
    days := Array{Int, 3}{31, 28, 31}
    LAST :: 3
    a := days[LAST]
    days[-1] = 2
    v := Simd{i32, 4}{}
    v[4] = 1
    b := shuffle(v, 0, 8)
    return a + Int(b[0])
end
