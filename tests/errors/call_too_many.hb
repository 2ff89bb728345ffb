// error-line: 7
// error-code: E0401
// error-mentions: 2 given

f :: (a: Int) -> Int => a
main :: ()
    print("{}\n", f(1, 2))
end
