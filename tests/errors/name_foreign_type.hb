// error-line: 5
// error-code: E0201
// error-mentions: `Integer`

f :: (x: Integer) -> Int => 1
main :: ()
    f(1)
end
