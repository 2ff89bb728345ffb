// error-line: 6
// error-code: E0101
// error-mentions: several values behind `=>`
// error-token: a / b, a % b

divide :: (a: Int, b: Int) -> (Int, Int) => a / b, a % b

main :: () -> Int
    q, r := divide(7, 2)
    return q + r
end
