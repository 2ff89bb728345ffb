// error-line: 7
// error-code: E0306
// error-mentions: `f()`

f :: () -> Int => 3
main :: ()
    f() = 4
end
