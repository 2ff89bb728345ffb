// expect-status: 134
// expect: int 3
// expect: string x
// expect: float
// expect: other
// expect: point 6
// expect: 5 true
// expect: 5 true
// expect: 5
// expect: Point{x = 9, y = 9, z = 9}
// expect: point 3
// expect: int 5
// expect: 2 63000

// Any: what it holds, asked for in every way; kept longer.
Point :: struct
    x, y, z: Int
end
kept: Any
show :: (a: Any)
    match a
    case Int n => print("int {}\n", n)
    case String s
        print("string {}\n", s)
    case Point p => print("point {}\n", p.z)
    case f64 => print("float\n")
    else
        print("other\n")
    end
end
keep :: ()
    p := Point{1, 2, 3}
    kept = any_copy(p)
end
scribble :: () -> Int
    a: Array{Int, 64}
    for &x, i in a
        x = i * 1000
    end
    return a[63]
end
count :: (items: ..Any) -> Int
    n := 0
    for item in items
        if type_of(item) == Int
            n += 1
        end
    end
    return n
end
main :: () -> Int
    show(3)
    show("x")
    show(1.5)
    show(true)
    show(Point{4, 5, 6})
    a: Any = 5
    print("{} {}\n", Int(a), type_of(a) == Int)
    print("{} {}\n", as{Int}(a).some, as{String}(a) == none)
    if n := as{Int}(a)
        print("{}\n", n)
    end
    print("{}\n", as{Point}(a) or_else Point{9, 9, 9})
    keep()
    n := scribble()
    show(kept)
    show(any_copy(a))
    print("{} {}\n", count(1, "a", 2, 2.0), n)
    s := String(a)
    print("{}\n", s)
    return 0
end
