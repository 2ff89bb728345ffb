// The spectral norm of an infinite matrix, by the power method.

Math :: #import "Math"

N :: 1500

cell :: (i: Int, j: Int) -> Float => 1.0 / Float((i + j) * (i + j + 1) / 2 + i + 1)

multiply :: (v: Slice{Float}, result: Slice{Float})
    for i in 0..<result.length
        sum := 0.0
        for j in 0..<v.length
            sum += cell(i, j) * v[j]
        end
        result[i] = sum
    end
end

multiply_transposed :: (v: Slice{Float}, result: Slice{Float})
    for i in 0..<result.length
        sum := 0.0
        for j in 0..<v.length
            sum += cell(j, i) * v[j]
        end
        result[i] = sum
    end
end

main :: () -> Int
    u := make_slice{Float}(N)
    v := make_slice{Float}(N)
    t := make_slice{Float}(N)
    for &x in u
        x = 1.0
    end
    for _ in 0..<10
        multiply(u, t)
        multiply_transposed(t, v)
        multiply(v, t)
        multiply_transposed(t, u)
    end
    numerator, denominator := 0.0, 0.0
    for i in 0..<N
        numerator += u[i] * v[i]
        denominator += v[i] * v[i]
    end
    print("{:.9}\n", Math.sqrt(numerator / denominator))
    return 0
end
