P :: struct
    n: Int
    run: (x: Int) -> Int
end
inc :: (p: *P); p.n += 1; end
get :: (p: P) -> Int => p.n
walk :: (x: Int) -> Int => x * 2
run :: (p: P, x: Int) -> Int => 1000
double :: (n: Int) -> Int => n * 2
which :: (p: *P) -> Int => 1
which :: (p: P) -> Int => 2
len :: (s: Slice{Int}) -> Int => s.length
run :: ()
    p := P{3, walk}
    print("{} ", p.get())
    p.inc()
    print("{} ", p.get())
    q := &p
    q.inc()
    print("{}\n", q.get())
    print("{} {}\n", 4.double(), 4.double() + 1)
    print("field {}\n", p.run(3))
    print("{} {}\n", p.which(), q.which())
    a: Array{Int, 12}
    print("{}\n", a.len())
    s := P{n = 5}.get()
    print("{}\n", s)
end
