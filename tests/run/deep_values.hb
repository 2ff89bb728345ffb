// expect: true true false true
// expect: true true false false true
// expect: true true true false
// expect: true false true

Deep :: #import "Deep"
#import "List"
#import "Map"
#import "Set"
#import "Ordered_Map"

Color :: enum
    RED
    GREEN
end
Shape :: union
    empty
    round: f32
    names: Slice{String}
end
Tree :: struct
    value: Float
    children: Slice{Tree}
    parent: Pointer{Int}
    note: Maybe{String}
    shape: Shape
    color: Color
    any_size: Array{u8, 3}
    kind: Type
    run: (x: Int) -> Int
end
NAMES: Slice{String} : {"a", "b"}
same :: (x: Int) -> Int => x
leaf :: (value: Float) -> Tree => Tree{value, {}, new(3), some("n"), .names(NAMES), .GREEN, {1, 2, 3}, Int, same}
grow :: (value: Float) -> Tree
    tree := leaf(1.0)
    tree.children = make_slice{Tree}(2)
    tree.children[0] = leaf(value)
    tree.children[1] = leaf(2.0)
    return tree
end

// the home module decides
Name :: struct
    text: String
end
equals :: (a: Name, b: Name) -> Bool => a.text.length == b.text.length
hash_of :: (x: Name, seed: u64 = 0) -> u64 => Deep.hash_of(x.text.length, seed)
Named :: struct
    name: Name
end

Everything :: struct
    list: List{Int}
    map: Map{String, Slice{Int}}
    set: Set{Int}
    ordered: Ordered_Map{Int, String}
end
fill :: (keys: Slice{Int}) -> Everything
    all := Everything{list{Int}(), map{String, Slice{Int}}(), set{Int}(), ordered_map{Int, String}()}
    for key in keys
        all.map[format("{}", key)] = kept({1, 2})
        all.set.insert(key)
        all.ordered[key] = "x"
    end
    all.list.append(7)
    return all
end
kept :: (values: Slice{Int}) -> Slice{Int}
    copy := make_slice{Int}(values.length)
    for x, i in values
        copy[i] = x
    end
    return copy
end

SAME :: #run Deep.equals(grow(5.0), grow(5.0))
TREE :: #run grow(5.0)

main :: ()
    print("{} {} {} {}\n", SAME, Deep.equals(TREE, grow(5.0)), Deep.equals(TREE, grow(6.0)), Deep.hash_of(TREE) == Deep.hash_of(grow(5.0)))
    nan := 0.0
    nan /= 0.0
    print("{} {} {} {} {}\n", Deep.equals(0.0, -0.0), Deep.hash_of(0.0) == Deep.hash_of(-0.0), Deep.equals(nan, nan), Deep.equals(some(nan), none),
        Deep.equals(Named{Name{"ab"}}, Named{Name{"cd"}}))
    a, b := fill({1, 2, 3}), fill({3, 1, 2})
    print("{} {} {} {}\n", Deep.equals(a.set, b.set) && Deep.equals(a.map, b.map) && Deep.equals(a.ordered, b.ordered), Deep.hash_of(a.set) == Deep.hash_of(b.set), Deep.equals(a.list, b.list),
        Deep.equals(a.set, fill({1, 2}).set))
    p, q := kept({1, 2}), kept({1, 2})
    print("{} {} {}\n", Deep.equals(p, q), Deep.equals(&p[0], &q[1]), Deep.hash_of(&p[0]) == Deep.hash_of(&q[0]))
end
