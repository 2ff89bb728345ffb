cast :: {To, From}(x: From) -> To => To(x)
first :: {T}(xs: ..T) -> T => xs[0]
Tagged :: struct {T, R: Rune}
    v: T
end
tag :: {T, R: Rune}(t: Tagged{T, R}) -> Rune => R
sized :: {T: Type}(n: Int) -> Int => size_of(T) * n
sum :: {T}(a: Slice{T}) -> T
    t: T = 0
    for x in a t += x; end
    return t
end
Matrix :: struct {R: Int, C: Int}
    cells: Array{Array{Int, C}, R}
end
* :: #operator {A: Int, B: Int, C: Int}(x: Matrix{A, B}, y: Matrix{B, C}) -> Matrix{A, C}
    r: Matrix{A, C}
    for i in 0..<A
        for j in 0..<C
            for k in 0..<B
                r.cells[i][j] += x.cells[i][k] * y.cells[k][j]
            end
        end
    end
    return r
end
run :: ()
    print("{} {}\n", cast{Int}(3.7), cast{Float}(2))
    print("{} {}\n", first(5, 6), first(true))
    t := Tagged{Int, 'x'}{4}
    print("{} {}\n", tag(t), t.v)
    print("i32 {}\n", sized{i32}(1))
    print("{}\n", sum(Array{Int, _}{3, 4, 5}[..]))
    a := Matrix{1, 2}{{{1, 2}}}
    b := Matrix{2, 1}{{{2}, {2}}}
    c := a * b
    print("{} {}\n", c.cells[0][0], c.cells.length)
end
