// error-line: 8
// error-code: E0309

main :: () -> Int
    f := block
        n := 2
        g := [n] (x: Int) -> Int => x + n
        => g
    end
    return f(1)
end
