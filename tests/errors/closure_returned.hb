// error-line: 11
// error-code: E0301
// error-mentions: closure

counter :: () -> (x: Int) -> Int
    total := 0
    f := [&total] (x: Int) -> Int
        total += x
        return total
    end
    return f
end
main :: ()
    print("{}\n", counter()(1))
end
