// expect: STRUCT 3 x y name
// expect: [2, 7] RED 32
// expect: true true false
Color :: enum {u8}
    RED = 2
    BLUE = 7
end
P :: struct
    x: i32
    y: f64
    name: String #tag "json:n"
end
names :: (T: Type) -> Slice{String}
    info := type_info(T)
    found := make_slice{String}(info.fields.length)
    for f, i in info.fields
        found[i] = f.name
    end
    return found
end
NAMES :: names(P)
values :: (T: Type) -> Slice{Int}
    info := type_info(T)
    found := make_slice{Int}(info.members.length)
    for m, i in info.members
        found[i] = m.value
    end
    return found
end
VALUES :: values(Color)
same :: (a: Type, b: Type) -> Bool => a == b
main :: ()
    print("{} {}", type_info(P).kind, NAMES.length)
    for n in NAMES
        print(" {}", n)
    end
    print("\n{} {} {}\n", VALUES, type_info(Color).members[0].name, type_info(P).size)
    t: Type = type_of(NAMES)
    print("{} {} {}\n", t == Slice{String}, same(type_of(4), Int), same(P, Color))
end
