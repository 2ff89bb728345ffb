// expect: 2880067194370816120 true
// expect: [[4, 9, 8], [13, 21, 20]] 3
// expect: 1134 1134
// expect: 3 48

// Matrices whose sizes are values of types; what can be computed is computed by the compiler.

Matrix :: struct {N: Int, M: Int}
    cells: Array{Array{Int, M}, N}
end

* :: #operator {N: Int, M: Int, K: Int}(a: Matrix{N, M}, b: Matrix{M, K}) -> Matrix{N, K}
    result: Matrix{N, K}
    for i in 0..<N
        for j in 0..<K
            for k in 0..<M
                result.cells[i][j] += a.cells[i][k] * b.cells[k][j]
            end
        end
    end
    return result
end

identity :: {N: Int}() -> Matrix{N, N}
    result: Matrix{N, N}
    for i in 0..<N
        result.cells[i][i] = 1
    end
    return result
end

power :: {N: Int}(base: Matrix{N, N}, exponent: Int) -> Matrix{N, N}
    result, square, left := identity{N}(), base, exponent
    while left > 0
        if left & 1 == 1
            result = result * square
        end
        square = square * square
        left >>= 1
    end
    return result
end

// Bareiss: every division is exact
determinant :: {N: Int}(matrix: Matrix{N, N}) -> Int
    m, sign, previous := matrix.cells, 1, 1
    for k in 0..<N - 1
        if m[k][k] == 0
            swapped := false
            for i in k + 1..<N
                if m[i][k] != 0
                    m[k], m[i] = m[i], m[k]
                    sign = -sign
                    swapped = true
                    break
                end
            end
            if !swapped
                return 0
            end
        end
        for i in k + 1..<N
            for j in k + 1..<N
                m[i][j] = (m[i][j] * m[k][k] - m[i][k] * m[k][j]) / previous
            end
        end
        previous = m[k][k]
    end
    return sign * m[N - 1][N - 1]
end

FIBONACCI :: Matrix{2, 2}{{{1, 1}, {1, 0}}}
F90 :: #run power(FIBONACCI, 90).cells[0][1]
SQUARE :: Matrix{3, 3}{{{2, 0, 1}, {1, 3, 2}, {0, 1, 1}}}
WIDE :: Matrix{2, 3}{{{1, 2, 3}, {4, 5, 6}}}
PRODUCT :: WIDE * SQUARE
DETERMINANT :: determinant(SQUARE)

hilbert_like :: {N: Int}() -> Matrix{N, N}
    result: Matrix{N, N}
    for i in 0..<N
        for j in 0..<N
            result.cells[i][j] = 1 + i * j % 7 + (i + j) % 3
        end
    end
    return result
end

main :: ()
    print("{} {}\n", F90, power(FIBONACCI, 90).cells[0][1] == F90)
    print("{} {}\n", PRODUCT.cells, DETERMINANT)
    print("{} {}\n", #run determinant(hilbert_like{5}()), determinant(hilbert_like{5}()))
    same: Array{Int, DETERMINANT}
    print("{} {}\n", same.length, size_of(type_of(PRODUCT)))
end
