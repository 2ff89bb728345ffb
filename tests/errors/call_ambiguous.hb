// error-line: 8
// error-code: E0402
// error-mentions: ambiguous

f :: (_a: Int, _b: Float) -> Int => 1
f :: (_a: Float, _b: Int) -> Int => 2
main :: ()
    print("{}\n", f(1, 2))
end
