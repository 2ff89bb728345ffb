// expect: 25 16 9 4 1 0 
// expect: [2.5, 1.5, 4.5, 0.5]
// expect: [5, 9]
// expect: 18
// expect: 0 true
// expect: [[9], [21]]
// expect: [1, 3, 5, 9]
// expect: a0 c1 m2 x3 
// expect: ok 3
// expect: err div
// expect: 3628800

Stack :: struct {T}
    items: Slice{T}
    n: Int
end
push :: {T}(s: Pointer{Stack{T}}, x: T)
    if s.n == s.items.length
        s.items = resize(s.items, max(4, s.n * 2))
    end
    s.items[s.n] = x
    s.n += 1
end
pop :: {T}(s: Pointer{Stack{T}}) -> Maybe{T}
    if s.n == 0
        return none
    end
    s.n -= 1
    return s.items[s.n]
end
map :: {A, B}(xs: Slice{A}, f: (x: A) -> B) -> Slice{B}
    r := make_slice{B}(xs.length)
    for x, i in xs
        r[i] = f(x)
    end
    return r
end
filter :: {T}(xs: Slice{T}, f: #closure (x: T) -> Bool) -> Slice{T}
    r := make_slice{T}(xs.length)
    n := 0
    for x in xs
        if f(x)
            r[n] = x
            n += 1
        end
    end
    return r[..<n]
end
fold :: {A, B}(xs: Slice{A}, init: B, f: (acc: B, x: A) -> B) -> B
    acc := init
    for x in xs
        acc = f(acc, x)
    end
    return acc
end
zero :: {T}() -> T => T{}
Matrix :: struct {T, R: Int, C: Int}
    m: Array{Array{T, C}, R}
end
* :: #operator {T, R: Int, K: Int, C: Int}(a: Matrix{T, R, K}, b: Matrix{T, K, C}) -> Matrix{T, R, C}
    r: Matrix{T, R, C}
    for i in 0..<R
        for j in 0..<C
            for k in 0..<K
                r.m[i][j] += a.m[i][k] * b.m[k][j]
            end
        end
    end
    return r
end
sort :: {T}(xs: Slice{T}, less: #closure (a: T, b: T) -> Bool)
    for i in 1..<xs.length
        j := i
        while j > 0 && less(xs[j], xs[j - 1])
            xs[j], xs[j - 1] = xs[j - 1], xs[j]
            j -= 1
        end
    end
end
Tree :: struct {T}
    left, right: Pointer{Tree{T}}
    value: T
end
insert :: {T}(t: Pointer{Tree{T}}, v: T) -> Pointer{Tree{T}} where has_operator(T, "<")
    if t == null
        return new(Tree{T}{value = v})
    end
    if v < t.value
        t.left = insert(t.left, v)
    else
        t.right = insert(t.right, v)
    end
    return t
end
walk :: {T}(t: Pointer{Tree{T}}, f: #closure (x: T))
    if t != null
        walk(t.left, f)
        f(t.value)
        walk(t.right, f)
    end
end
Result :: union {T, E}
    ok: T
    err: E
end
divide :: (a: Int, b: Int) -> Result{Int, String}
    if b == 0
        return .err("div")
    end
    return .ok(a / b)
end
fact :: {N: Int}() -> Int
    #if N <= 1
        return 1
    #else
        return N * fact{N - 1}()
    #end
end
main :: () -> Int
    s: Stack{Int}
    for i in 0..<6
        s.push(i * i)
    end
    while x := s.pop()
        print("{} ", x)
    end
    print("\n")
    xs := Array{Int, _}{5, 3, 9, 1}
    ys := map(xs, (x: Int) -> f64 => f64(x) / 2.0)
    print("{}\n", ys)
    lim := 3
    print("{}\n", filter(xs, [lim] (x: Int) -> Bool => x > lim))
    print("{}\n", fold(xs, 0, (a: Int, x: Int) -> Int => a + x))
    print("{} {}\n", zero{i32}(), zero{String}() == "")
    a := Matrix{Int, 2, 3}{{{1, 2, 3}, {4, 5, 6}}}
    b := Matrix{Int, 3, 1}{{{1}, {1}, {2}}}
    print("{}\n", (a * b).m)
    sort(xs, (a: Int, b: Int) -> Bool => a < b)
    print("{}\n", xs)
    t: Pointer{Tree{String}}
    for w in Array{String, _}{"m", "c", "x", "a"}
        t = insert(t, w)
    end
    n := 0
    walk(t, [&n] (w: String)
        print("{}{} ", w, n)
        n += 1
    end)
    print("\n")
    match divide(7, 2)
    case .ok v => print("ok {}\n", v)
    case .err e => print("err {}\n", e)
    end
    match divide(7, 0)
    case .ok v => print("ok {}\n", v)
    case .err e => print("err {}\n", e)
    end
    print("{}\n", fact{10}())
    return 0
end
