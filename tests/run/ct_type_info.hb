// expect: STRUCT Person 32 8 3
// expect: name String 0
// expect: age Int 16
// expect: score Float 24
// expect: ENUM Color 3
// expect: red 0
// expect: green 5
// expect: blue 6
// expect: POINTER Int
// expect: ARRAY i32 4
// expect: PROCEDURE 2 Bool
// expect: Int String 
// expect: true true false
// expect: UNION circle
// expect: INTEGER 8 true
// expect: Pair{Int, Bool}
// expect: 32 3
Person :: struct
    name: String
    age: Int
    score: Float
end
Shape :: union
    circle: Float
    square: Int
    empty
end
Color :: enum
    red
    green = 5
    blue
end
Pair :: struct {A, B}
    a: A
    b: B
end
F :: #type (x: Int, y: String) -> Bool
SIZE :: type_info(Person).size
main :: () -> Int
    info := type_info(Person)
    print("{} {} {} {} {}\n", info.kind, info.name, info.size, info.align, info.fields.length)
    for f in info.fields
        print("{} {} {}\n", f.name, f.type, f.offset)
    end
    c := type_info(Color)
    print("{} {} {}\n", c.kind, c.name, c.members.length)
    for m in c.members
        print("{} {}\n", m.name, m.value)
    end
    p := type_info(Pointer{Int})
    print("{} {}\n", p.kind, p.element)
    a := type_info(Array{i32, 4})
    print("{} {} {}\n", a.kind, a.element, a.length)
    f := type_info(F)
    print("{} {} {}\n", f.kind, f.parameters.length, f.results[0])
    for x in f.parameters
        print("{} ", x)
    end
    print("\n")
    print("{} {} {}\n", type_of(4) == Int, type_of(Int) == Type, type_of("x") == Int)
    u := type_info(Shape)
    print("{} {}\n", u.kind, u.fields[0].name)
    i := type_info(Int)
    print("{} {} {}\n", i.kind, i.size, i.is_signed)
    print("{}\n", type_info(Pair{Int, Bool}).name)
    N :: type_info(Person).fields.length
    print("{} {}\n", SIZE, N)
    return 0
end
