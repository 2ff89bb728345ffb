// error-line: 11
// error-code: E0304
// error-line: 12
// error-code: E0304
// error-line: 13
// error-code: E0304

three :: () -> (Int, Int, Int)
    return 1, 2, 3
end
a, b := three()
c, d := 1
E, F: Int : 1, 2, 3
main :: () -> Int
    return a + c + E
end
