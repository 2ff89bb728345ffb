// Multiplication of dense square matrices, row by row.

N :: 512

Matrix :: struct
    rows, columns: Int
    cells: Slice{Float}
end

matrix :: (rows: Int, columns: Int) -> Matrix => Matrix{rows, columns, make_slice{Float}(rows * columns)}

row :: (m: Matrix, i: Int) -> Slice{Float} => m.cells[i * m.columns..<(i + 1) * m.columns]

multiply :: (a: Matrix, b: Matrix) -> Matrix
    product := matrix(a.rows, b.columns)
    for i in 0..<a.rows
        target := row(product, i)
        for k in 0..<a.columns
            factor := a.cells[i * a.columns + k]
            source := row(b, k)
            for j in 0..<target.length
                target[j] += factor * source[j]
            end
        end
    end
    return product
end

filled :: (n: Int, seed: Int) -> Matrix
    m := matrix(n, n)
    x := seed
    for &c in m.cells
        x = (x * 1103515245 + 12345) % 2147483648
        c = Float(x % 1000) / 1000.0
    end
    return m
end

main :: () -> Int
    a, b := filled(N, 1), filled(N, 2)
    product := multiply(multiply(multiply(a, b), a), b)
    trace := 0.0
    for i in 0..<N
        trace += product.cells[i * N + i]
    end
    print("{:.3}\n", trace)
    return 0
end
