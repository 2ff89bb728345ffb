// expect: 32 16 16 24
// expect: 64 64
// expect: 12 4 1 8
// expect: Both{head = Cell{a = 0, b = 3, c = 4}, lines = [Line{count = 0}, Line{count = 5}]} 0
// expect: 0 0
// expect: [Tight{a = 1, b = 2, c = 3}, Tight{a = 1, b = 9, c = 3}] true
// expect: 3 0

// `#align` on single fields, on structs and on variables; `#packed`.
Cell :: struct
    a: u8
    b: u8 #align(16)
    c: Int
end
Line :: struct #align(64)
    count: Int
end
Tight :: struct #packed
    a: u8
    b: i32
    c: u8 #align(4)
end
Both :: struct
    head: Cell
    lines: Array{Line, 2}
end
hot: Int #align(128)
main :: () -> Int
    print("{} {} {} {}\n", size_of(Cell), align_of(Cell), offset_of(Cell, b), offset_of(Cell, c))
    print("{} {}\n", size_of(Line), align_of(Line))
    print("{} {} {} {}\n", size_of(Tight), align_of(Tight), offset_of(Tight, b), offset_of(Tight, c))
    x := Both{}
    x.head.b = 3
    x.head.c = 4
    x.lines[1].count = 5
    print("{} {}\n", x, UInt(&x.lines[1]) % 64)
    print("{} {}\n", UInt(&hot) % 128, UInt(&x.head.b) % 16)
    t := Tight{1, 2, 3}
    y := Array{Tight, 2}{t, t{b = 9}}
    print("{} {}\n", y, y[0] == t)
    p := new(x)
    print("{} {}\n", p.head.b, UInt(p) % 64)
    free(p)
    return 0
end
