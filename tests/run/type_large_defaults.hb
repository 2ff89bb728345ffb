// Large default values are made by loops, and take no place in the program; those of fields, columns, cases and elements alike.
// expect: 7 7 1.5 true
// expect: 42 7 0 7
// expect: 9 9 0 9
// expect: 7 1.5 7
// expect: 7 7 3
// expect: 7 2 5
// expect: 7 7
// expect: 7 21

S :: struct
    a: Int = 7
    b: f32 = 1.5
    c: Bool = true
end

Large :: struct
    head: Int = 42
    list: Array{S, 1000}
    zeros: Array{Int, 100000}
    tail: Array{Array{S, 20}, 30}
end

Mixed :: struct
    zeros: Array{Int, 100000}
    a, b: Int = 9
    more: Array{u8, 100000}
    c: Int = 9
end

Choice :: union
    many: Array{S, 500}
    one: Int
end

D :: distinct Array{S, 600}

Point :: struct
    x: Int = 7
    y: f64
    z: Int = 3
end

fill :: {T}(_value: T) -> T
    default: T
    return default
end

last :: (list: Array{S, 5000}) -> Int => list[4999].a

main :: ()
    list: Array{S, 100000}
    print("{} {} {} {}\n", list[0].a, list[99999].a, list[5].b, list[77].c)
    large: Large
    print("{} {} {} {}\n", large.head, large.list[999].a, large.zeros[99999], large.tail[29][19].a)
    mixed := Mixed{}
    print("{} {} {} {}\n", mixed.a, mixed.b, mixed.zeros[3] + Int(mixed.more[4]), mixed.c)
    choice: Choice
    print("{} {} ", choice.many[0].a, choice.many[499].b)
    d: D
    print("{}\n", d[599].a)
    columns: Soa{Point, 4000}
    print("{} {} {}\n", columns[0].x, columns[3999].x, columns[3999].z)
    p := new{Array{S, 3000}}()
    defer free(p)
    p@[2999].a = 2
    q := new(Large{head = 5})
    print("{} {} {}\n", p@[0].a, p@[2999].a, q.head)
    free(q)
    print("{} {}\n", last(Array{S, 5000}{}), fill(Large{head = 1}).tail[1][1].a)
    sum := 0
    for _ in 0..<3
        again: Array{S, 2000}
        sum += again[1999].a
        again[1999].a = 0
    end
    print("{} {}\n", ifx sum > 0 => Array{S, 300}{} else => Array{S, 300}{} end[299].a, sum)
end
