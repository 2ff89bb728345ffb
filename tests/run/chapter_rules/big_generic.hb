Big :: struct
    n: Int
    a: Array{Int, 8}
end
< :: #operator (x: Big, y: Big) -> Bool => x.n < y.n
Stack :: struct {T}
    items: Array{T, 4}
    n: Int
end
push :: {T}(s: *Stack{T}, x: T) -> T
    s.items[s.n] = x
    s.n += 1
    return x
end
pop :: {T}(s: *Stack{T}) -> (T, Bool)
    if s.n == 0
        d: T
        return d, false
    end
    s.n -= 1
    return s.items[s.n], true
end
sort :: {T}(s: Slice{T})
    for i in 1..<s.length
        x := s[i]
        j := i
        while j > 0 && x < s[j - 1]
            s[j] = s[j - 1]
            j -= 1
        end
        s[j] = x
    end
end
fold :: {T, R}(s: Slice{T}, r: R, f: (r: R, x: T) -> R) -> R
    for x in s r = f(r, x); end
    return r
end
exchange :: {T}(a: *T, b: *T)
    a@, b@ = b@, a@
end
List :: #import "List"
Map :: #import "Map"
run :: ()
    s: Stack{Big}
    s.push(Big{n = 3})
    s.push(s.push(Big{n = 7}))
    x := pop(&s) or_else Big{}
    print("{} {}\n", s.items[0].n, x.n)
    a := Array{Big, 3}{{n = 9}, {n = 2}, {n = 5}}
    sort(a[..])
    exchange(&a[0], &a[1])
    print("{} {} {}\n", a[0].n, a[1].n, a[2].n)
    print("{}\n", fold(a[..], Big{n = -6}, (r: Big, x: Big) -> Big => r{n = r.n + x.n}).n)
    l: List.List{Big}
    l.append(a[0])
    l.append(l[0])
    l[1].n = 4
    m: Map.Map{Int, Big}
    m[1] = l[1]
    m[2] = m.get(1) or_else Big{}
    m[1] = Big{n = 2}
    print("{} {}\n", (m.get(2) or_else Big{}).n, (m.get(1) or_else Big{}).n)
    l.destroy()
    m.destroy()
end
