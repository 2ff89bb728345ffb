// error-line: 7
// error-code: E0201
// error-mentions: `total`

main :: ()
    total := 0
    add := (x: Int) -> Int => total + x
    print("{}\n", add(1))
end
