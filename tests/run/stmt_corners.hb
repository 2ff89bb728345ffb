// expect: g GREEN 1
// expect: small or op big small or op w eof 
// expect: pos
// expect: 1 b true 1 3 1 2
// expect: 1234 [0, 14, 0, 0, 0]
// expect: 3
// expect: 4
// expect: 25
// expect: 2 1 0 a@0 ñ@1 b@3 
// expect: [[0, 1, 2], [3, 4, 5]]
// expect: 10
// expect: 200
// expect: mid
// expect: many
// expect: -2 -1 1 -3 4294967291
// expect: 3 4 16
// expect: true false
// expect: 0.1 0.10000000149011612
// expect: 1267650600228229401496703205376 -1267650600228229401496703205376
// expect: 1.5 3.0

// statements odd corners
Color :: enum
    RED
    GREEN
    BLUE
end
Tok :: union
    num: f64
    op: Rune
    word: String
    eof
end
describe :: (t: Tok) -> String
    match t
    case .num n if n > 100.0
        return "big"
    case .num, .op
        return "small or op"
    case .word w => return w
    case .eof => return "eof"
    end
end
opt :: (n: Int) -> Maybe{String}
    if n > 0
        return "pos"
    end
    return none
end
multi :: () -> (a: Int, b: String, c: Bool)
    return 1, "b", true
end
swap3 :: (a: Int, b: Int, c: Int) -> (Int, Int, Int)
    return c, a, b
end
side :: (n: Int, log: Pointer{String}) -> Int
    log@ = format("{}{}", log@, n)
    return n
end
main :: () -> Int
    c := Color.GREEN
    name := match c
    case .RED => "r"
    case .GREEN => "g"
    case .BLUE => "b"
    end
    print("{} {} {}\n", name, c, i32(c))
    for t in Array{Tok, _}{Tok.num(5.0), .num(500.0), .op('+'), .word("w"), .eof}
        print("{} ", describe(t))
    end
    print("\n")
    if s := opt(1)
        print("{}\n", s)
    else
        print("none\n")
    end
    a, b, d := multi()
    x, _, _ := multi()
    p, q, r := swap3(1, 2, 3)
    print("{} {} {} {} {} {} {}\n", a, b, d, x, p, q, r)
    log := ""
    arr: Array{Int, 5}
    arr[side(1, &log)] = side(2, &log) + side(3, &log) * side(4, &log)
    print("{} {}\n", log, arr)
    i := 0
    outer: while true
        i += 1
        j := 0
        while true
            j += 1
            if j == 3 continue outer; end
            if i == 3 break outer; end
        end
    end
    print("{}\n", i)
    k := 10
    while k > 0
        k -= 3
        if k < 5 break; end
    end
    print("{}\n", k)
    sum := 0
    for n in 1..=10
        if n %% 2 == 0 continue; end
        sum += n
    end
    print("{}\n", sum)
    for n in reverse(0..<3) print("{} ", n); end
    for ch, at in "añb" print("{}@{} ", ch, at); end
    print("\n")
    m: Array{Array{Int, 3}, 2}
    for &row, y in m
        for &cell, z in row
            cell = y * 3 + z
        end
    end
    print("{}\n", m)
    v := block
        t := 5
        if t > 3
            => t * 2
        end
        => t
    end
    print("{}\n", v)
    w: u8 = ifx v > 5 => 200 else => 100 end
    print("{}\n", w)
    u := match v
    case 0..<5 => "low"
    case 5..=10 => "mid"
    else => "high"
    end
    print("{}\n", u)
    e := if_expr(3)
    print("{}\n", e)
    neg := -5
    print("{} {} {} {} {}\n", neg / 2, neg % 2, neg %% 2, neg >> 1, u32(neg))
    print("{} {} {}\n", 0b1010 & 6 | 1, 5 ^ 1, 1 << 3 + 1)
    print("{} {}\n", true && false || true, !true)
    f32v: f32 = 0.1
    print("{} {}\n", f32v, f64(f32v))
    big: i128 = 1 << 100
    print("{} {}\n", big, -big)
    h: f16 = 1.5
    print("{} {}\n", h, h * 2.0)
    return 0
end
if_expr :: (n: Int) -> String
    return ifx n == 1
        => "one"
    else if n == 2
        => "two"
    else
        s := "many"
        => s
    end
end
