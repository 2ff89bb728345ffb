// expect: 2355 1000 22 10
// expect: c b 3
// expect: one 1
// expect: other two 3
// expect: 3628800 0 0
// expect: 2.0 4.0 6.0
// expect: 4

List :: struct {T}
    data: Slice{T}
    count: Int
end
push :: {T}(l: Pointer{List{T}}, x: T)
    if l.count == l.data.length
        l.data = resize(l.data, l.count * 2 + 4)
    end
    l.data[l.count] = x
    l.count += 1
end
[] :: #operator {T}(l: List{T}, i: Int) -> T
    assert(i >= 0 && i < l.count)
    return l.data[i]
end
&[] :: #operator {T}(l: Pointer{List{T}}, i: Int) -> Pointer{T} => &l.data[i]
Iter :: struct {T}
    list: Pointer{List{T}}
    at: Int
end
iterate :: {T}(l: Pointer{List{T}}) -> Iter{T} => Iter{T}{l, 0}
next :: {T}(it: Pointer{Iter{T}}) -> (T, Bool)
    if it.at >= it.list.count
        return T{}, false
    end
    it.at += 1
    return it.list.data[it.at - 1], true
end
Places :: struct {T}
    it: Iter{T}
end
iterate_places :: {T}(l: Pointer{List{T}}) -> Places{T} => Places{T}{iterate(l)}
next :: {T}(p: Pointer{Places{T}}) -> (Pointer{T}, Bool)
    if p.it.at >= p.it.list.count
        return null, false
    end
    p.it.at += 1
    return &p.it.list.data[p.it.at - 1], true
end
Ring :: struct {T, N: Int}
    items: Array{T, N}
    head: Int
end
put :: {T, N: Int}(r: Pointer{Ring{T, N}}, x: T)
    r.items[r.head % N] = x
    r.head += 1
end
Pair :: struct {A, B}
    a: A
    b: B
end
pair :: {A, B}(a: A, b: B) -> Pair{A, B} => Pair{A, B}{a, b}
flip :: {A, B}(p: Pair{A, B}) -> Pair{B, A} => Pair{B, A}{p.b, p.a}
map :: {T, U}(s: Slice{T}, f: (x: T) -> U) -> List{U}
    out: List{U}
    for x in s
        push(&out, f(x))
    end
    return out
end
fact :: {N: Int}() -> Int
    #if N <= 1
        return 1
    #else
        return N * fact{N - 1}()
    #end
end
zero :: {T}() -> T => T{}
Vec :: struct {N: Int}
    v: Array{Float, N}
end
+ :: #operator {N: Int}(a: Vec{N}, b: Vec{N}) -> Vec{N}
    r: Vec{N}
    for i in 0..<N
        r.v[i] = a.v[i] + b.v[i]
    end
    return r
end
* :: #operator {N: Int}(a: Vec{N}, k: Float) -> Vec{N}
    r := a
    for &x in r.v
        x *= k
    end
    return r
end
main :: () -> Int
    l: List{Int}
    for i in 0..<10
        push(&l, i * i)
    end
    sum := 0
    for x in l
        sum += x
    end
    for &x in l
        x += 1
    end
    for x, i in l
        sum += x * i
    end
    l[3] = 1000
    l[4] += 5
    print("{} {} {} {}\n", sum, l[3], l[4], l.count)
    r: Ring{String, 2}
    put(&r, "a")
    put(&r, "b")
    put(&r, "c")
    print("{} {} {}\n", r.items[0], r.items[1], r.head)
    p := flip(pair(1, "one"))
    print("{} {}\n", p.a, p.b)
    names := map({1, 2, 3}, (x: Int) -> String => ifx x == 2 => "two" else => "other" end)
    print("{} {} {}\n", names[0], names[1], names.count)
    print("{} {} {}\n", fact{10}(), zero{Int}(), zero{String}().length)
    a := Vec{3}{{1.0, 2.0, 3.0}}
    b := a + a * 2.0
    b += a
    b *= 0.5
    print("{} {} {}\n", b.v[0], b.v[1], b.v[2])
    print("{}\n", max(max(3, 4), 2))
    return 0
end
