// error-line: 5
// error-code: E0106
// error-mentions: `func`

func add(a: Int, b: Int) -> Int
    return a + b
end
main :: ()
    print("{}\n", add(1, 2))
end
