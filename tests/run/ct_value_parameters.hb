// expect: 55 3 [1, 2, 4, 8] small 12
is_power :: (n: Int) -> Bool => n > 0 && n & (n - 1) == 0
Ring :: struct {T, N: Int} where is_power(N)
    items: Array{T, N}
end
fib :: {N: Int}() -> Int
    #if N < 2
        return N
    #else
        return fib{N - 1}() + fib{N - 2}()
    #end
end
log2 :: {N: Int}() -> Int where is_power(N)
    #if N == 1
        return 0
    #else
        return 1 + log2{N / 2}()
    #end
end
powers :: {N: Int}() -> Array{Int, N}
    out: Array{Int, N}
    for &x, i in out
        x = 1 << i
    end
    return out
end
POWERS :: #run powers{4}()
size :: {T, N: Int}(_r: Ring{T, N}) -> String where N <= 4 => "small"
size :: {T, N: Int}(_r: Ring{T, N}) -> String where N > 4 => "large"
Matrix :: struct {R: Int, C: Int}
    cells: Array{Array{Int, C}, R}
end
* :: #operator {A: Int, B: Int, C: Int}(x: Matrix{A, B}, y: Matrix{B, C}) -> Matrix{A, C}
    out: Matrix{A, C}
    for i in 0..<A
        for j in 0..<C
            for k in 0..<B
                out.cells[i][j] += x.cells[i][k] * y.cells[k][j]
            end
        end
    end
    return out
end
PRODUCT :: #run (Matrix{1, 2}{{{2, 3}}} * Matrix{2, 1}{{{3}, {2}}}).cells[0][0]
main :: ()
    r: Ring{Int, 4}
    print("{} {} {} {} {}\n", fib{10}(), log2{8}(), POWERS, size(r), PRODUCT)
end
