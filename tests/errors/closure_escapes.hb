// error-line: 29
// error-code: E0301
// error-line: 32
// error-code: E0309
// error-line: 34
// error-code: E0309
// error-line: 35
// error-code: E0301
// error-line: 37
// error-code: E0301

// A closure goes nowhere from where it could outlive its frame.
kept: Any
Box :: struct
    value: Any
end
call :: (f: #closure (x: Int) -> Int) -> Int => f(1)
store :: {T}(p: Pointer{T}, x: T)
    y := x
    p@ = y
end
same :: {T}(x: T) -> T
    y := x
    return y
end
main :: () -> Int
    k := 3
    f := [k] (x: Int) -> Int => x + k
    g := same(f)
    if k == 3
        m := 4
        f = [m] (x: Int) -> Int => x + m
    end
    b := some(f)
    kept = f
    p := &f
    store(p, f)
    return call(f) + g(1)
end
