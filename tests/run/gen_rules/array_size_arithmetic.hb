Mat :: struct {R: Int, C: Int}
    c: Array{Float, R * C}
end
mul :: {R: Int, K: Int, C: Int}(a: Mat{R, K}, b: Mat{K, C}) -> Mat{R, C}
    out: Mat{R, C}
    for i in 0..<R
        for j in 0..<C
            for k in 0..<K
                out.c[i * C + j] += a.c[i * K + k] * b.c[k * C + j]
            end
        end
    end
    return out
end
run :: ()
    a: Mat{2, 3}
    b: Mat{3, 6}
    print("{} {}\n", a.c.length, mul(a, b).c.length)
end
