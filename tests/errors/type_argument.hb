// error-line: 7
// error-code: E0301
// error-mentions: `String`

double :: (x: Int) -> Int => x * 2
main :: ()
    print("{}\n", double("four"))
end
