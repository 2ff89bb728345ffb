// expect: 5.5 3.0 true
// expect: 1000.0 meters
// expect: kilo 2.5 1
// expect: 42 43 user
// expect: true false 8
// expect: Meters Float
// expect: [1.0, 2.0] 3.0
// expect: 7 handle
// expect: 3 km

Meters :: distinct f64
Kilometers :: distinct f64
User_Id :: distinct Int
Handle :: distinct Pointer{Void}
Name :: distinct String

describe :: (_x: Meters) -> String => "meters"
describe :: (_x: Kilometers) -> String => "kilo"
describe :: (_x: User_Id) -> String => "user"
describe :: (_x: Handle) -> String => "handle"

to_meters :: (k: Kilometers) -> Meters => Meters(f64(k) * 1000)

== :: #operator (a: Name, b: Name) -> Bool
    return String(a).length == String(b).length
end

main :: () -> Int
    a := Meters(2.5)
    b: Meters = 3
    print("{} {} {}\n", a + b, b, a < b)
    k := Kilometers(1)
    print("{} {}\n", to_meters(k), describe(to_meters(k)))
    print("{} {} {}\n", describe(k), f64(a), Int(f64(k)))
    u := User_Id(42)
    v := u + 1
    print("{} {} {}\n", u, v, describe(v))
    print("{} {} {}\n", u != v, u == v, size_of(User_Id))
    print("{} {}\n", type_name(type_of(a)), type_name(type_of(f64(a))))
    lengths := Array{Meters, 2}{1.0, 2.0}
    total: Meters
    for l in lengths
        total += l
    end
    print("{} {}\n", lengths, total)
    x := 7
    h := Handle(Pointer{Void}(&x))
    print("{} {}\n", Pointer{Int}(Pointer{Void}(h))@, describe(h))
    n := Name("abc")
    if n == Name("xyz")
        print("{} km\n", String(n).length)
    end
    return 0
end
