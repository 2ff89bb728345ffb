//! Matrices whose size is part of their type: multiplying two that do not fit is an error of compilation.

Matrix :: struct {T, ROWS: Int, COLUMNS: Int} where is_integer(T) || is_float(T)
    elements: Array{T, ROWS * COLUMNS}
end

Square :: #type Matrix{Float, 3, 3}

&[] :: #operator {T, R: Int, C: Int}(m: Pointer{Matrix{T, R, C}}, row: Int, column: Int) -> Pointer{T}
    assert(column in 0..<C, "no such column")
    return &m.elements[row * C + column]
end

+ :: #operator {T, R: Int, C: Int}(a: Matrix{T, R, C}, b: Matrix{T, R, C}) -> Matrix{T, R, C}
    sum := a
    for &element, i in sum.elements
        element += b.elements[i]
    end
    return sum
end

* :: #operator {T, R: Int, N: Int, C: Int}(a: Matrix{T, R, N}, b: Matrix{T, N, C}) -> Matrix{T, R, C}
    product: Matrix{T, R, C}
    for row in 0..<R
        for column in 0..<C
            sum: T
            for i in 0..<N
                sum += a.elements[row * N + i] * b.elements[i * C + column]
            end
            product[row, column] = sum
        end
    end
    return product
end

* :: #operator {T, R: Int, C: Int}(a: Matrix{T, R, C}, factor: T) -> Matrix{T, R, C}
    scaled := a
    for &element in scaled.elements
        element *= factor
    end
    return scaled
end

identity :: {T, N: Int}() -> Matrix{T, N, N}
    m: Matrix{T, N, N}
    for i in 0..<N
        m[i, i] = 1
    end
    return m
end

transposed :: {T, R: Int, C: Int}(m: Matrix{T, R, C}) -> Matrix{T, C, R}
    result: Matrix{T, C, R}
    for row in 0..<R
        for column in 0..<C
            result[column, row] = m.elements[row * C + column]
        end
    end
    return result
end

power :: {T, N: Int}(m: Matrix{T, N, N}, exponent: Int) -> Matrix{T, N, N}
    result, square, rest := identity{T, N}(), m, exponent
    while rest > 0
        if rest % 2 == 1
            result *= square
        end
        square *= square
        rest /= 2
    end
    return result
end

determinant :: {N: Int}(m: Matrix{Float, N, N}) -> Float
    work, result := m, 1.0
    for column in 0..<N
        pivot := column
        while pivot < N && work[pivot, column] == 0
            pivot += 1
        end
        if pivot == N
            return 0
        end
        if pivot != column
            result = -result
            for i in 0..<N
                work[pivot, i], work[column, i] = work[column, i], work[pivot, i]
            end
        end
        result *= work[column, column]
        for row in column + 1..<N
            factor := work[row, column] / work[column, column]
            for i in column..<N
                work[row, i] -= factor * work[column, i]
            end
        end
    end
    return result
end

format :: {T, R: Int, C: Int}(out: Pointer{Writer}, m: Pointer{Matrix{T, R, C}}, spec: Format_Spec)
    for row in 0..<R
        write(out, ifx row == 0 => "[" else => " " end)
        for column in 0..<C
            format(out, &m.elements[row * C + column], spec)
            if column < C - 1
                write(out, " ")
            end
        end
        write(out, ifx row == R - 1 => "]\n" else => "\n" end)
    end
end

main :: () -> Int
    a := Matrix{Int, 2, 3}{{1, 2, 3, 4, 5, 6}}
    print("{:4}{:4}{:4}", a, transposed(a), a * transposed(a))
    print("{}", a * 10 + a)

    fibonacci := power(Matrix{u64, 2, 2}{{1, 1, 1, 0}}, 90)
    print("{}\n", fibonacci[0, 1])

    m := Square{{2, 0, 1, 1, 3, 2, 1, 1, 4}}
    print("{:.2}determinant {}\n", m, determinant(m))
    print("{}\n", m * identity{Float, 3}() == m)
    print("{}\n", type_of(a * transposed(a)))
    return 0
end
