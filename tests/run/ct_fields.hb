// expect: name = bob : String @0 (0)
// expect: age = 42 : Int @16 (1)
// expect: score = 1.5 : Float @24 (2)
// expect: json:n|json:a|
// expect: true false
// expect: 43
// expect: 2
// expect: circle Float
// expect: square Int
// expect: empty Void
// expect: red=0 green=5 blue=6 
// expect: 0 1 2 3 
Person :: struct
    name: String #tag "json:n"
    age: Int #tag "json:a"
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
equals :: {T}(a: T, b: T) -> Bool
    #for f in fields(T)
        if field(a, f) != field(b, f)
            return false
        end
    #end
    return true
end
bump :: {T}(a: Pointer{T})
    #for f in fields(T)
        #if f.type == Int
            field(a@, f) += 1
        #end
    #end
end
count_ints :: {T}() -> Int
    n := 0
    #for f in fields(T)
        #if is_number(f.type)
            n += 1
        #end
    #end
    return n
end
main :: () -> Int
    p := Person{"bob", 42, 1.5}
    #for f in fields(Person)
        print("{} = {} : {} @{} ({})\n", f.name, field(p, f), f.type, f.offset, f.index)
    #end
    #for f in fields(Person)
        print("{}", f.tag)
        #if f.index < 2
            print("|")
        #end
    #end
    print("\n")
    q := p
    q.age = 1
    print("{} {}\n", equals(p, p), equals(p, q))
    bump(&p)
    print("{}\n", p.age)
    print("{}\n", count_ints{Person}())
    #for f in fields(Shape)
        print("{} {}\n", f.name, f.type)
    #end
    #for m in members(Color)
        print("{}={} ", enum_name(m), i32(m))
    #end
    print("\n")
    #for i in 0..<4
        print("{} ", i)
    #end
    print("\n")
    return 0
end
