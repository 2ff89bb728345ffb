// expect: D{x = 3} [D{x = 3}]
// expect: a(3) [a(3)] 3
// expect: 3
// expect: B
// expect: B true
// expect: [1, 2] 2 2
// expect: 1 2 4 9 D{x = 10}
// expect: All{id = 3, small = 200, ratio = 1.5, flag = true, letter = 'c', word = "w", kind = B, row = [1, 2], maybe = some(4)}
// expect: 3 -1 2 3.0 B 255 7 c

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
Id :: distinct Int
Small :: distinct u8
Ratio :: distinct f32
Flag :: distinct Bool
Letter :: distinct Rune
Word :: distinct String
Row :: distinct Array{Int, 2}
Maybe_Id :: distinct Maybe{Id}
All :: struct
    id: Id
    small: Small
    ratio: Ratio
    flag: Flag
    letter: Letter
    word: Word
    kind: DE
    row: Row
    maybe: Maybe_Id
end

// Each is shown as a part of a struct, and converts as its base does.
parts :: ()
    a := All{3, 200, 1.5, Flag(true), 'c', "w", .B, {1, 2}, 4}
    print("{}\n", a)
    byte, number := u8(7), -1
    print("{} {} {} {} {} {} {} {}\n", u8(a.id), Id(i8(number)), Int(a.ratio + 1), Ratio(a.id), DE(1), Small(number), Id(byte), Rune(a.letter))
end

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
    parts()
    return 0
end
