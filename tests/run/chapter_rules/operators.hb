V :: struct
    x, y: Int
end
+ :: #operator (a: V, b: V) -> V => {a.x + b.x, a.y + b.y}
- :: #operator (a: V) -> V => {-a.x, -a.y}
* :: #operator (a: V, k: Int) -> V => {a.x * k, a.y * k}
< :: #operator (a: V, b: V) -> Bool => a.x < b.x
[] :: #operator (v: V, i: Int) -> Int => ifx i == 0 => v.x else => v.y end
[]= :: #operator (v: Pointer{V}, i: Int, n: Int)
    if i == 0 v.x = n; else v.y = n; end
end
in :: #operator (n: Int, v: V) -> Bool => n == v.x || n == v.y
% :: #operator (a: V, k: Int) -> V => {a.x % k, a.y % k}
<< :: #operator (a: V, n: Int) -> Int => a.x * 10 * n
~ :: #operator (a: V) -> V => {a.y, a.x}
%% :: #operator (a: V, b: V) -> Int => a.x + b.y
calls := 0
index :: () -> Int
    calls += 1
    return 0
end
run :: ()
    a, b := V{1, 2}, V{3, 4}
    c := a + b
    d := -a
    e := a * 2
    print("{} {} | {} {} | {} {}\n", c.x, c.y, d.x, d.y, e.x, e.y)
    print("{} {} {} {}\n", a < b, a > b, a <= b, b >= a)
    a += b
    a += {1, 3}
    a *= 3
    print("{} {} {}\n", a.x / 3, a.y / 3, a[0])
    print("{} {}\n", 3 in b, !(4 in b))
    b[0] = 7
    print("{} {}\n", b[0], b[1] - 1)
    b[index()] += 13
    print("{} {}\n", b.x, calls)
    m := V{5, 6} % 3
    print("{} {}\n", m.x, m.y)
    print("{}\n", V{1, 2} << 1 + 0 | 3 + 0 * (V{1, 1} %% V{1, 1}))
    s := ~V{2, 1}
    print("{} {}\n", s.x, s.y)
end
