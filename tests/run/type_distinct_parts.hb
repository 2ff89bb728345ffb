// expect: D{x = 3} [D{x = 3}]
// expect: a(3) [a(3)] 3
// expect: 3
// expect: B
// expect: B true
// expect: [1, 2] 2 2
// expect: 1 2 4 9 D{x = 10}

St :: struct
    x: Int
end
D :: distinct St
U :: union
    a: Int
    none_
end
DU :: distinct U
E :: enum
    A
    B
end
DE :: distinct E
DP :: distinct Pointer{Int}
DS :: distinct Slice{Int}
main :: () -> Int
    d := D(St{3})
    print("{} {}\n", d, Array{D, 1}{d})
    u := DU(U.a(3))
    print("{} {} {}\n", u, Array{DU, 1}{u}, u.a)
    match u
    case .a n => print("{}\n", n)
    case .none_ => print("x\n")
    end
    e := DE(E.B)
    match e
    case .A => print("A\n")
    case .B => print("B\n")
    end
    print("{} {}\n", e, e == DE.B)
    x: DS = {1, 2}
    print("{} {} {}\n", x, x[1], x.length)
    for y in x print("{} ", y); end
    d.x += 1
    k := D{x = 9}
    l := k{x = 10}
    print("{} {} {}\n", d.x, k.x, l)
    return 0
end
