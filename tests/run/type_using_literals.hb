// expect: Outer{base = Base{id = Id{number = 5, label = "none"}, x = 3, y = 0}, z = 4}
// expect: Outer{base = Base{id = Id{number = 9, label = "none"}, x = 3, y = 1}, z = 4}
// expect: Outer{base = Base{id = Id{number = 2, label = "l"}, x = 1, y = 0}, z = 3}
// expect: Outer{base = Base{id = Id{number = 5, label = "none"}, x = 0, y = 2}, z = 3}
// expect: Outer{base = Base{id = Id{number = 7, label = "new"}, x = 4, y = 8}, z = 1} 1
// expect: 1 none

// Fields that `using` promotes, in literals and updated copies.
Id :: struct
    number: Int = 5
    label: String = "none"
end
Base :: struct
    using id: Id
    x, y: Int
end
Outer :: struct
    using base: Base
    z: Int
end
made :: (calls: Pointer{Int}) -> Outer
    calls@ += 1
    return Outer{z = 9, y = 8, number = 7}
end
main :: () -> Int
    o := Outer{x = 3, z = 4}
    print("{}\n", o)
    p := o{number = 9, y = 1}
    print("{}\n", p)
    print("{}\n", Outer{label = "l", x = 1, number = 2, z = 3})
    print("{}\n", Outer{base = Base{y = 2}, z = 3})
    calls := 0
    q := made(&calls){label = "new", x = 4, z = 1}
    print("{} {}\n", q, calls)
    r: Outer = {number = 1}
    print("{} {}\n", r.number, r.base.id.label)
    return 0
end
