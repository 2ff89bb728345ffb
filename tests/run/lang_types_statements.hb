// expect: -2
// expect: zero odd even neg hundred big other 
// expect: 1 2 0
// expect: 7 3 9 -1 -2
// expect: 1 Int P ?
// expect: l0 l1 l2 not1 d2 d1 2
// expect: l0 l1 d2 d1 1
// expect: 50 true
// expect: true 5 5
// expect: none 3
// expect: 1
// expect: [P{x = 1, y = 2}, P{x = 13, y = 4}]
// expect: [[1, 2], [9, 4]] [[7, 2], [9, 4]] false
// expect: [9, 4] 2 ell
// expect: -128 254 254 -128
// expect: 0 -1 2147483648
// expect: inf -inf false
// expect: 9223372036854775807 0
// expect: 4607182418800017408 true 1
// expect: true false
// expect: 1208925819614629174706175 ffffffffffffffffffff0
// expect: 34
// expect: true Int
// expect: P{x = 2, y = 1} P{x = 1, y = 0}

// chapter 4-6
P :: struct
    x, y: Int
end
Expr :: union
    num: Int
    bin: Bin
    neg: Pointer{Expr}
    nil
end
Bin :: struct
    op: Rune
    l, r: Pointer{Expr}
end
Inner :: union
    a: Int
    b: String
end
Outer :: union
    one: Inner
    two: P
    none_
end
eval :: (e: Pointer{Expr}) -> Int
    match e@
    case .num n => return n
    case .bin b
        l := eval(b.l)
        r := eval(b.r)
        return match b.op
        case '+' => l + r
        case '-' => l - r
        case '*' => l * r
        else => unreachable()
        end
    case .neg p => return -eval(p)
    case .nil => return 0
    end
end
cls :: (n: Int) -> String
    match n
    case 0 => return "zero"
    case 1, 3, 5 => return "odd"
    case 2..<5 if n % 2 == 0 => return "even"
    case -5..=-1 => return "neg"
    case (10 * 10) => return "hundred"
    case _ if n > 1000 => return "big"
    else
        return "other"
    end
end
txt :: (s: String) -> Int
    match s
    case "one" => return 1
    case "two", "zwei" => return 2
    case _ => return 0
    end
end
nested :: (o: Outer) -> Int
    match o
    case .one.a n => return n
    case .one.b s => return s.length
    case .two p if p.x > 5 => return p.x
    case .two => return -1
    case .none_ => return -2
    end
end
tup :: (b: Bool) -> Int
    match b
    case true => return 1
    case false => return 0
    end
end
typ :: (t: Type) -> String
    match t
    case Int => return "Int"
    case String => return "String"
    case P => return "P"
    else => return "?"
    end
end
flow :: (n: Int) -> Int
    defer print("d1 ")
    defer block
        print("d2 ")
    end
    for i in 0..<10
        defer print("l{} ", i)
        if i == n
            break
        end
        if i == 0 continue; end
    end
    outer: block
        if n == 1
            break outer
        end
        print("not1 ")
    end
    return n
end
main :: () -> Int
    e := Expr.bin(Bin{'+', new(Expr.num(3)), new(Expr.neg(new(Expr.num(5))))})
    print("{}\n", eval(&e))
    for n in Array{Int, _}{0, 3, 4, -2, 100, 5000, 50}
        print("{} ", cls(n))
    end
    print("\n{} {} {}\n", txt("one"), txt("zwei"), txt("x"))
    print("{} {} {} {} {}\n", nested(.one(.a(7))), nested(.one(.b("abc"))), nested(.two(P{9, 1})), nested(.two({1, 1})), nested(.none_))
    print("{} {} {} {}\n", tup(true), typ(Int), typ(P), typ(f32))
    print("{}\n", flow(2))
    print("{}\n", flow(1))
    u: Outer = .two(P{1, 2})
    match u
    case .two &p
        p.x = 50
    else
    end
    print("{} {}\n", u.two.x, u == .two({50, 2}))
    m: Maybe{Int} = 5
    print("{} {} {}\n", m == 5, m or_else 3, m.some)
    m = none
    print("{} {}\n", m, m or_else 3)
    p: Maybe{Pointer{P}} = new(P{1, 2})
    if q := p
        print("{}\n", q.x)
    end
    list: Slice{P} = {{1, 2}, {3, 4}}
    for &it, i in list
        it.x += i * 10
    end
    print("{}\n", list)
    arr: Array{Array{Int, 2}, 2} = {{1, 2}, {3, 4}}
    arr[1][0] = 9
    b := arr
    b[0][0] = 7
    print("{} {} {}\n", arr, b, arr == b)
    print("{} {} {}\n", arr[1][..], arr[..].length, "hello"[1..=3])
    x: i8 = 127
    x += 1
    y: u8 = 3
    y -= 5
    print("{} {} {} {}\n", x, y, ~u8(1), -i8(-128))
    sh: u32 = 1
    n := 40
    print("{} {} {}\n", sh << n, i32(-8) >> 50, sh << 31)
    print("{} {} {}\n", f64(1) / 0, -1.0 / 0.0, 0.0 / 0.0 == 0.0 / 0.0)
    print("{} {}\n", i64(1e300), u8(-5.0))
    print("{} {} {}\n", bit_cast{i64}(1.0), Bool(true), Int(true))
    print("{} {}\n", 5 in 0..<10, 'c' in 'a'..='b')
    big: u128 = 0xffff_ffff_ffff_ffff_ffff
    print("{} {:x}\n", big, big * 16)
    t := size_of(P) + align_of(i16) + offset_of(P, y) + sizeof(Int)
    print("{}\n", t)
    print("{} {}\n", type_of(m) == Maybe{Int}, Int)
    q := P{x = 1}
    r := P{y = q.x, x = 2}
    q, r = r, q
    print("{} {}\n", q, r)
    return 0
end
