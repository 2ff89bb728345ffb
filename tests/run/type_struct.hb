// expect: Config{width = 80, height = 25, name = "none", scale = 1.0, nested = Point{x = 1, y = 0}}
// expect: Config{width = 80, height = 50, name = "b", scale = 1.0, nested = Point{x = 1, y = 0}}
// expect: Point{x = 1, y = 2} Point{x = 1, y = 9} Point{x = 3, y = 2}
// expect: true false true
// expect: 7 8 3 Base{id = 7, kind = 8}
// expect: base 7
// expect: 24 8 13 1 16 16 64
// expect: 0 8 16 0 1 9
// expect: Point{x = 5, y = 6} Point{x = 0, y = 4}
// expect: [Point{x = 1, y = 0}, Point{x = 3, y = 4}]
// expect: 25 80 80
// expect: Point{x = 6, y = 5}
// expect: 2 Wrapped{count = 2, items = [1, 2]}
// expect: Point{x = 10, y = 9}

Point :: struct
    x: Int = 1; y: Int
end

Config :: struct
    width: i32 = 80
    height: i32 = WIDE / 4
    name: String = "none"
    scale: Float = 1
    nested: Point
end

WIDE :: 100

Base :: struct
    id, kind: Int
end

Derived :: struct
    using base: Base
    extra: Int
end

Loose :: struct
    a: u8
    b: Int
    c: i32
end

Tight :: struct #packed
    a: u8
    b: Int
    c: i32
end

Aligned :: struct #align(16)
    a: u8
end

Line :: struct #align(64)
    a: Int
end

Wrapped :: struct
    count: Int
    items: Array{Int, 2}
end

show :: (b: Base)
    print("base {}\n", b.id)
end

show_size :: (c: Config) -> i32 => c.width

swapped :: (p: Point) -> Point => Point{p.y, p.x}

main :: () -> Int
    c: Config
    print("{}\n", c)
    d := Config{height = 50, name = "b"}
    print("{}\n", d)
    p := Point{y = 2}
    q := p{y = 9}
    print("{} {} {}\n", p, q, p{x = 3})
    print("{} {} {}\n", p == Point{1, 2}, p == q, p != q)
    e := Derived{extra = 3}
    e.id = 7
    e.base.kind = 8
    print("{} {} {} {}\n", e.id, e.kind, e.extra, e.base)
    show(e.base)
    print("{} {} {} {} {} {} {}\n", size_of(Loose), align_of(Loose), size_of(Tight), align_of(Tight), size_of(Aligned), align_of(Aligned), size_of(Line))
    print("{} {} {} {} {} {}\n", offset_of(Loose, a), offset_of(Loose, b), offset_of(Loose, c), offset_of(Tight, a), offset_of(Tight, b), offset_of(Tight, c))
    r: Point = {5, 6}
    r2: Point = {y = 4, x = 0}
    print("{} {}\n", r, r2)
    points := Array{Point, 2}{{}, {3, 4}}
    print("{}\n", points)
    print("{} {} {}\n", c.height, show_size(Config{}), new{Config}().width)
    r = swapped(r)
    print("{}\n", r)
    w := Wrapped{2, {1, 2}}
    print("{} {}\n", w.count, w)
    p = Point{y = 9, x = p.y * 5}
    print("{}\n", p)
    return 0
end
