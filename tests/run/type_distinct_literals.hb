// expect: 4.0 true true true true
// expect: 1 -4.0 true
// expect: 0
// expect: 0 1 2 six
// expect: 9

Meters :: distinct f64
Id :: distinct Int
H :: distinct Pointer{Int}
Name :: distinct String
Letter :: distinct Rune
main :: () -> Int
    m: Meters = 1.5
    n := m * 2.0 + Meters(1.0)
    i: Id = 5
    i += 1
    j := Array{Int, 10}{}
    h: H = null
    s: Name = "x"
    c: Letter = 'c'
    print("{} {} {} {} {}\n", n, i == 6, h == null, s == "x", c == 'c')
    print("{} {} {}\n", s.length, -n, i < 7)
    print("{}\n", j[i])
    for k in Id(0)..<Id(3)
        print("{} ", k)
    end
    match i
    case 6 => print("six\n")
    else => print("no\n")
    end
    print("{}\n", max(i, 9))
    return 0
end
