// expect: [3, 1, 2] ["b", "a"] 6 (1, x)
Stack :: struct {T}
    items: Slice{T}
    length: Int
end
push :: {T}(s: Pointer{Stack{T}}, x: T)
    if s.length == s.items.length
        s.items = resize(s.items, max(4, s.items.length * 2))
    end
    s.items[s.length] = x
    s.length += 1
end
fill :: {T}(items: ..T) -> Stack{T}
    s: Stack{T}
    for x in items
        push(&s, x)
    end
    return s
end
A :: #run fill(3, 1, 2)
B :: #run fill("b", "a")
fold :: {T, R}(s: Stack{T}, start: R, f: #closure (sum: R, x: T) -> R) -> R
    r := start
    for x in s.items[..<s.length]
        r = f(r, x)
    end
    return r
end
SUM :: #run fold(A, 0, (s: Int, x: Int) -> Int => s + x)
Pair :: struct {X, Y}
    x: X
    y: Y
end
format :: {X, Y}(out: Pointer{Writer}, p: Pointer{Pair{X, Y}}, _spec: Format_Spec)
    print_to(out, "({}, {})", p.x, p.y)
end
P :: Pair{Int, String}{1, "x"}
main :: ()
    print("{} {} {} {}\n", A.items[..<A.length], B.items[..<B.length], SUM, P)
end
