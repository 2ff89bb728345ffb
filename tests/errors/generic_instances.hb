// error-line: 12
// error-code: E0703
// error-mentions: 256

Wrap :: struct {T}
    x: T
end
deep :: {T}(n: Int, x: T) -> Int
    if n == 0
        return 0
    end
    return deep(n - 1, Wrap{T}{x})
end
main :: ()
    print("{}\n", deep(3, 1))
end
