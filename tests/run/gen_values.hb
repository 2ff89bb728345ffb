// expect: GREEN true x 3 1.5
// expect: Outer{Int, 3}{items = [Inner{Int}{v = 0}, Inner{Int}{v = 4}, Inner{Int}{v = 0}], p = Pair{Int, Inner{Pair{Int, Int}}}{a = 0, b = Inner{Pair{Int, Int}}{v = Pair{Int, Int}{a = 0, b = 6}}}}
// expect: 42
// expect: Pair{Int, Float}{a = 4, b = 7.0}

Color :: enum
    RED
    GREEN
end
V :: struct {C: Color, B: Bool, R: Rune, N: u8, T: Type}
    x: T
end
show :: {C: Color, B: Bool, R: Rune, N: u8, T}(v: V{C, B, R, N, T})
    print("{} {} {} {} {}\n", C, B, R, N, v.x)
end
Inner :: struct {T}
    v: T
end
Outer :: struct {T, N: Int}
    items: Array{Inner{T}, N}
    p: Pair{T, Inner{Pair{Int, T}}}
end
Pair :: struct {A, B}
    a: A
    b: B
end
Fn :: struct {F: (x: Int) -> Int}
    y: Int
end
apply :: {F: (x: Int) -> Int}(f: Fn{F}) -> Int => F(f.y)
double :: (x: Int) -> Int => 2 * x
+ :: #operator {A, B}(a: Pair{A, B}, b: Pair{A, B}) -> Pair{A, B}
    return Pair{A, B}{a.a + b.a, a.b + b.b}
end
main :: () -> Int
    show(V{.GREEN, true, 'x', 3, f64}{1.5})
    o: Outer{Int, 3}
    o.items[1].v = 4
    o.p.b.v.b = 6
    print("{}\n", o)
    print("{}\n", apply(Fn{double}{21}))
    print("{}\n", Pair{Int, f64}{1, 2.5} + Pair{Int, f64}{3, 4.5})
    return 0
end
