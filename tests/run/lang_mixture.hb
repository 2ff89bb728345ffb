// expect: 6 16 second 5
// expect: 1065353216 63
// expect: 2.0
// expect: 7 16909060 7 32 32
// expect: 16909061
// expect: 5 base 1 5
// expect: 0 base 9
// expect: 123589 8
// expect: false true
// expect: 1 6 10
// expect: int 1 str two bool true base 3 ? 
// expect: 123 -1 77 true
// expect: 5 

hits: Int = 5 #thread-local
table: Array{Int, 5} = make_table()
names: Array{String, 2} = {"first", "second"}
make_table :: () -> Array{Int, 5}
    t: Array{Int, 5}
    for i in 0..<5
        t[i] = i * i
    end
    return t
end
Raw :: union #raw
    i: u32
    f: f32
    b: Array{u8, 4}
end
Packed :: struct #packed
    a: u8
    b: u32
    c: u16
end
Aligned :: struct #align(32)
    a: u8
end
Base :: struct
    id: Int
    name: String = "base"
end
Derived :: struct
    using base: Base
    extra: Int = 9
end
Tree :: struct
    left, right: Maybe{Pointer{Tree}}
    value: Int
end
insert :: (t: Maybe{Pointer{Tree}}, v: Int) -> Maybe{Pointer{Tree}}
    match t
    case .none
        return new(Tree{value = v})
    case .some p
        if v < p.value
            p.left = insert(p.left, v)
        else
            p.right = insert(p.right, v)
        end
        return p
    end
end
walk :: (t: Maybe{Pointer{Tree}}, f: #closure (v: Int))
    if p := t
        walk(p.left, f)
        f(p.value)
        walk(p.right, f)
    end
end
even :: (n: Int) -> Bool
    if n == 0
        return true
    end
    return #tail odd(n - 1)
end
odd :: (n: Int) -> Bool
    if n == 0
        return false
    end
    return #tail even(n - 1)
end
sum_all :: (first: Int, rest: ..Int) -> Int
    s := first
    for x in rest
        s += x
    end
    return s
end
show_all :: (items: ..Any)
    for x in items
        match x
        case Int n => print("int {} ", n)
        case String s => print("str {} ", s)
        case Bool b => print("bool {} ", b)
        case Base b => print("base {} ", b.id)
        else => print("? ")
        end
    end
    print("\n")
end
parse_digit :: (c: u8) -> (Int, Bool)
    if c < '0' || c > '9'
        return 0, false
    end
    return Int(c - '0'), true
end
parse :: (s: String) -> Maybe{Int}
    n := 0
    for i in 0..<s.length
        d := parse_digit(s[i]) or_break
        n = n * 10 + d
        if i == s.length - 1
            return n
        end
    end
    return none
end
first_or :: (m: Maybe{Int}, d: Int) -> Int => m or_else d
main :: () -> Int
    hits += 1
    print("{} {} {} {}\n", hits, table[4], names[1], names[0].length)
    r := Raw{f = 1.0}
    print("{} {}\n", r.i, r.b[3])
    r.i = 0x40000000
    print("{}\n", r.f)
    p := Packed{1, 0x01020304, 7}
    print("{} {} {} {} {}\n", size_of(Packed), p.b, p.c, size_of(Aligned), align_of(Aligned))
    q := &p
    q.b += 1
    print("{}\n", p.b)
    d := Derived{extra = 1, base = {id = 4}}
    d.id += 1
    print("{} {} {} {}\n", d.id, d.name, d.extra, d.base.id)
    d2 := Derived{}
    print("{} {} {}\n", d2.id, d2.name, d2.extra)
    t: Maybe{Pointer{Tree}}
    for v in Array{Int, _}{5, 2, 8, 1, 9, 3}
        t = insert(t, v)
    end
    total := 0
    walk(t, [&total] (v: Int)
        total = total * 10 + v
    end)
    print("{} {}\n", total, size_of(Maybe{Pointer{Tree}}))
    print("{} {}\n", even(1000001), odd(777777))
    print("{} {} {}\n", sum_all(1), sum_all(1, 2, 3), sum_all(1, ..{4, 5}))
    show_all(1, "two", true, Base{id = 3}, 2.5)
    print("{} {} {} {}\n", first_or(parse("123"), -1), first_or(parse("12x"), -1), parse("77") or_else 0, parse("") == none)
    i := 0
    while m := parse(ifx i < 3 => "5" else => "z" end)
        i += m
        print("{} ", i)
    end
    print("\n")
    return 0
end
