// error-line: 7
// error-code: E0401
// error-mentions: `hight`

f :: (width: Int, height: Int) -> Int => width * height
main :: ()
    print("{}\n", f(width = 1, hight = 2))
end
