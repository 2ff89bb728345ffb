// error-line: 10
// error-code: E0309

main :: () -> Int
    n := 1
    f := [n] (x: Int) -> Int => x + n
    if n > 0
        m := 2
        g := [m] (x: Int) -> Int => x * m
        f = g
    end
    return f(1)
end
