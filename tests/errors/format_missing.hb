// error-line: 8
// error-code: E0301
// error-token: n
// error-mentions: print("{}\n", n)

main :: () -> Int
    n := 3
    print(n)
    return 0
end
