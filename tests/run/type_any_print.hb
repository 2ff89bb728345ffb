// expect: 1, two, 3.5, Point{x = 1, y = 2, z = 3}, true, c, 255, null
// expect: GREEN, RED, 2.5, 21.5°C, some(4), [1, 2]
// expect: stack of 3, Tree{value = 1, children = [Tree{value = 2, children = []}, Tree{value = 3, children = []}]}, Int
// expect: 
// expect: 1 x [2, "y"]
// expect: nothing, Opaque
// expect: text "text"   text|
// expect: Entry{key = "k", value = 5}
// expect: [1, "a", Entry{key = "b", value = 2.5}]
// expect: some("text")
// expect: <Point{x = 1, y = 2, z = 3}> <-1>

// What an Any holds is printed as a value of its own type.
Point :: struct
    x, y, z: Int
end
Color :: enum
    RED
    GREEN
end
Meters :: distinct f64
Temperature :: struct
    degrees: f64
end
format :: (out: Pointer{Writer}, t: Pointer{Temperature}, _spec: Format_Spec)
    put(out, t.degrees)
    write(out, "°C")
end
Stack :: struct {T}
    items: Slice{T}
end
format :: {T}(out: Pointer{Writer}, s: Pointer{Stack{T}}, _spec: Format_Spec)
    write(out, "stack of ")
    put(out, s.items.length)
end
Raw :: union #raw
    a: Int
    b: f64
end
Opaque :: struct
    raw: Raw
end
Tree :: struct
    value: Int
    children: Slice{Tree}
end
Entry :: struct
    key: String
    value: Any
end
show :: (items: ..Any)
    for item, i in items
        print("{}{}", ifx i == 0 => "" else => ", " end, item)
    end
    print("\n")
end
log :: (level: Int, format: String, items: ..Any)
    print("{} {} {}\n", level, format, items)
end
described :: (a: Any) -> String => format("<{:?}>", a)
TEXT :: #run described(Point{1, 2, 3})
main :: () -> Int
    show(1, "two", 3.5, Point{1, 2, 3}, true, 'c', u8(255), null_pointer())
    show(Color.GREEN, Color.RED, Meters(2.5), Temperature{21.5}, some(4), Array{Int, 2}{1, 2})
    show(Stack{Int}{{1, 2, 3}}, Tree{1, {{2, {}}, {3, {}}}}, Int)
    show()
    log(1, "x", 2, "y")
    nothing: Any
    o: Opaque
    show(nothing, o)
    a: Any = "text"
    print("{} {:?} {:>6}|\n", a, a, a)
    print("{}\n", Entry{"k", 5})
    print("{}\n", Array{Any, _}{1, "a", Entry{"b", 2.5}})
    m: Maybe{Any} = some(a)
    print("{}\n", m)
    print("{} {}\n", TEXT, described(-1))
    return 0
end
null_pointer :: () -> Pointer{Int} => null
