// expect: [1, 2, 3] [] [1.5, -0.0]
// expect: ["a", "b\n"] ['x', '\n'] [true, false]
// expect: Point{x = 1, y = -2}
// expect: Line{from = Point{x = 0, y = 0}, to = Point{x = 3, y = 4}, name = "l"}
// expect: [Point{x = 1, y = 2}, Point{x = 3, y = 4}]
// expect: [0x1, 0xa, 0xff] [1, a, ff]
// expect: RED GREEN [RED, BLUE] [RED   ] [  BLUE]
// expect: READ READ | WRITE 0 READ | WRITE | RUN
// expect: 2.5 2.50 [1.25, 2.50]
// expect: [[1, 2], [3, 4]] [[0, 0, 0]]
// expect: <3|4> [<1|2>, <5|6>] Holder{at = <7|8>}
// expect: Int Point Array{Int, 3} Pointer{Point}
// expect: Point{x = 0x10, y = 0xff}
// expect: Empty{}

Point :: struct
    x, y: Int
end

Line :: struct
    from, to: Point
    name: String
end

Color :: enum
    RED
    GREEN
    BLUE = 7
end

Access :: enum {u8} #flags
    READ
    WRITE
    RUN
end

Meters :: distinct f64

Own :: struct
    a, b: Int
end

Holder :: struct
    at: Own
end

Empty :: struct
end

format :: (out: Pointer{Writer}, p: Pointer{Own}, spec: Format_Spec)
    write(out, "<")
    format(out, &p.a, spec)
    write(out, "|")
    format(out, &p.b, spec)
    write(out, ">")
end

zero :: () -> Float
    x := 0.0
    return -x
end

main :: () -> Int
    none: Array{Int, 0}
    print("{} {} {}\n", Array{Int, 3}{1, 2, 3}, none, Array{Float, _}{1.5, zero()})
    print("{} {} {}\n", Array{String, _}{"a", "b\n"}, Array{Rune, _}{'x', '\n'}, Array{Bool, _}{true, false})
    p := Point{1, -2}
    print("{}\n", p)
    print("{}\n", Line{to = Point{3, 4}, name = "l"})
    points := Array{Point, 2}{Point{1, 2}, Point{3, 4}}
    print("{}\n", points[..])
    bytes := Array{u8, 3}{1, 10, 255}
    print("{:#x} {:02x}\n", bytes, bytes)
    color := Color.RED
    print("{} {} {} [{:6}] [{:>6}]\n", color, Color.GREEN, Array{Color, 2}{.RED, .BLUE}, color, Color.BLUE)
    nothing: Access
    print("{} {} {} {}\n", Access.READ, Access.READ | Access.WRITE, nothing, Access.RUN | Access.READ | Access.WRITE)
    m := Meters(2.5)
    print("{} {:.2} {:.2}\n", m, m, Array{Float, 2}{1.25, 2.5})
    grid := Array{Array{Int, 2}, 2}{{1, 2}, {3, 4}}
    blank: Array{Array{Int, 3}, 1}
    print("{} {}\n", grid, blank)
    own := Own{3, 4}
    print("{} {} {}\n", own, Array{Own, 2}{Own{1, 2}, Own{5, 6}}, Holder{Own{7, 8}})
    print("{} {} {} {}\n", Int, Point, Array{Int, 3}, Pointer{Point})
    print("{:#x}\n", Point{16, 255})
    print("{}\n", Empty{})
    return 0
end
