// error-line: 5
// error-mentions: - | language

// The language widens the `i32` and subtracts.
- :: #operator (a: i32, b: Int) -> Int => b - a

main :: ()
    print("{}\n", i32(1) - 2)
end
