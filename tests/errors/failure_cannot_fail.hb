// error-line: 7
// error-code: E0505
// error-mentions: `Int`

f :: () -> Int => 3
main :: ()
    x := f() or_else 4
    print("{}\n", x)
end
