// error-line: 8
// error-code: E0402
// error-mentions: ambiguous

f :: (a: Int, b: Float) -> Int => 1
f :: (a: Float, b: Int) -> Int => 2
main :: ()
    print("{}\n", f(1, 2))
end
