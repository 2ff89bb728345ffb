// error-line: 15
// error-code: E0405
// error-mentions: too big for the registers
// error-line: 21
// error-code: E0405
// error-mentions: too big for the registers

// What leaves a big argument in the frame is found without building, in procedures that nothing calls, too.
Big :: struct
    xs: Array{Int, 20}
end
last :: (x: Big, _n: Int) -> Int => x.xs[0]
chain :: (x: Big, n: Int) -> Int
    if n == 0
        return #tail last(x, n)
    end
    return #tail chain(Big{x.xs}, n - 1)
end
through :: {T}(x: T, n: Int) -> Int
    y := x
    return #tail other(y, n)
end
other :: {T}(_x: T, n: Int) -> Int => n
unused :: () -> Int => through(Big{}, 3) + through(5, 4)
main :: () => print("{}\n", chain(Big{}, 3))
