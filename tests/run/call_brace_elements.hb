// expect: numbers texts texts floats numbers bytes
// expect: points names points names by name
// expect: three four rows tables tables
// expect: point vector maybe
// expect: colors shapes procedures maybes
// expect: numbers numbers any
// expect: String Int
// expect: generic numbers generic
// expect: pairs of points, pairs of texts
// expect: first second first second
// expect: 1 evaluated
// expect: own texts
// expect: flags numbers
// expect: promoted plain

Point :: struct
    x, y: Int
end
Vector :: struct
    x, y: Float
end
Named :: struct
    name: String
    number: Int
end
Color :: enum
    RED
    GREEN
end
Shape :: union
    circle: Float
    empty
end
Access :: enum #flags
    READ
    WRITE
end
Outer :: struct
    using point: Point
    title: String
end
Pair :: struct {A}
    first, second: A
end
Texts :: distinct Slice{String}

pick :: (_: Slice{Int}) -> String => "numbers"
pick :: (_: Slice{String}) -> String => "texts"
pick :: (_: Slice{Float}) -> String => "floats"
pick :: (_: Slice{u8}) -> String => "bytes"

// Structs, by position and by name.
make :: (_: Point) -> String => "points"
make :: (_: Named) -> String => "names"

// Arrays of a length, arrays of arrays.
shape :: (_: Array{Int, 3}) -> String => "three"
shape :: (_: Array{Int, 4}) -> String => "four"
shape :: (_: Array{Array{Int, 2}, 2}) -> String => "rows"
shape :: (_: Slice{Array{String, 1}}) -> String => "tables"

// The better fit wins where several would do.
better :: (_: Point) -> String => "point"
better :: (_: Vector) -> String => "vector"
better :: (_: Maybe{Named}) -> String => "maybe"

// What needs the type that it will have.
late :: (_: Slice{Color}) -> String => "colors"
late :: (_: Slice{Shape}) -> String => "shapes"
late :: (_: Slice{Maybe{Int}}) -> String => "maybes"
late :: (_: Slice{(n: Int) -> Int}) -> String => "procedures"
double :: (n: Int) -> Int => 2 * n

wide :: (_: Slice{Int}) -> String => "numbers"
wide :: (_: Slice{Any}) -> String => "any"

general :: (_: Slice{Int}) -> String => "numbers"
general :: {T}(_: Slice{T}) -> String => "generic"
typed :: {T}(_: Slice{T}, _: Bool) -> String => type_name(T)
typed :: {T}(_: Slice{T}, _: Int) -> String => "other"

nested :: (_: Slice{Pair{Point}}) -> String => "pairs of points"
nested :: (_: Slice{Pair{String}}) -> String => "pairs of texts"

// A second argument says less than an element.
several :: (_: Slice{Int}, _: Int) -> String => "first"
several :: (_: Slice{String}, _: Float) -> String => "second"

own :: (_: Texts) -> String => "own texts"
own :: (_: Slice{Int}) -> String => "own numbers"

flags :: (_: Slice{Access}) -> String => "flags"
flags :: (_: Slice{Int}) -> String => "numbers"

outer :: (_: Outer) -> String => "promoted"
outer :: (_: Named) -> String => "plain"

calls: Int
next :: () -> Int
    calls += 1
    return calls
end

main :: ()
    n, small, text := 3, u8(4), "t"
    print("{} {} {} {} {} {}\n", pick({1, 2}), pick({"a"}), pick({text, "b"}), pick({1, 2.5}), pick({n, 1}), pick({small, 1}))
    print("{} {} {} {} by name\n", make({1, 2}), make({"one", 1}), make({x = n}), make({number = 2, name = text}))
    print("{} {} {} {} {}\n", shape({1, 2, 3}), shape({1, 2, 3, 4}), shape({{1, 2}, {3, 4}}), shape({{"a"}}), shape({{"a"}, {text}, {"c"}}))
    print("{} {} {}\n", better({1, 2}), better({1, 2.5}), better({"a", 2}))
    print("{} {} {} {}\n", late({.RED, .GREEN}), late({.circle(2), .empty}), late({double, (x: Int) -> Int => x}), late({none, 2, some(3)}))
    print("{} {} {}\n", wide({1, 2}), wide({n}), wide({1, "a"}))
    print("{} {}\n", typed({"a"}, true), typed({1, n}, false))
    print("{} {} {}\n", general({"a"}), general({1}), general({2.5}))
    print("{}, {}\n", nested({{{1, 2}, {3, 4}}}), nested({{"a", "b"}, {second = "c"}}))
    print("{} {} {} {}\n", several({1}, 2), several({"a"}, 2), several({n}, n), several({"a"}, 2.5))
    _ = pick({next(), 5})
    print("{} evaluated\n", calls)
    print("{}\n", own({"a"}))
    print("{} {}\n", flags({.READ, .READ | .WRITE}), flags({1}))
    print("{} {}\n", outer({y = 2, title = "t"}), outer({name = "n"}))
end
