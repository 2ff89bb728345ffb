// expect: 4 4 0 2
// expect: 1002 503400
// expect: 77 none
// expect: true false true
// expect: true false 502 5
// expect: 1.5 2.5 0.0
// expect: {"one": 1} {Point{x = 1, y = 2}: 1.5}
// expect: 3 12 7
// expect: 2 500 true
// expect: 300 44850 299 false
// expect: 100 4950
// expect: 3 2 1
// expect: 60 1770
// expect: 0 false 1
// expect: 2 1 1 true false
// expect: true 3 false
// expect: 8 27 8 none 4
// expect: true true false

Map :: #import "Map"
Set :: #import "Set"
#import "Arena"

Point :: struct
    x, y: Int
end

Kind :: enum
    A
    B
    C
end

Shape :: union
    round: f64
    square: Point
    nothing
end

// equal whatever the case: so its hash is its own
Word :: struct
    text: String
end

lower :: (byte: u8) -> u8 => ifx byte >= 'A' && byte <= 'Z' => byte + 32 else => byte end

== :: #operator (a: Word, b: Word) -> Bool
    if a.text.length != b.text.length
        return false
    end
    for i in 0..<a.text.length
        if lower(a.text[i]) != lower(b.text[i])
            return false
        end
    end
    return true
end

hash :: (w: Word, seed: u64) -> u64
    result := seed
    for i in 0..<w.text.length
        result = (result ^ u64(lower(w.text[i]))) * 0x100000001b3
    end
    return result
end

Big :: struct
    words: Array{Int, 50}
end

cubes :: (n: Int) -> Map.Map{Int, Int}
    m := Map.map{Int, Int}()
    for i in 0..<n
        m[i] = i * i * i
    end
    return m
end

CUBES :: #run cubes(8)
growing := #run cubes(3)

strings :: ()
    m := Map.map{String, Int}()
    defer m.destroy()
    m["a"] = 3
    m["b"] += 4
    m["a"] += 1
    print("{} {} {} {}\n", m["a"], m["b"], m["c"], m.length)
    for i in 0..<1000
        m[format("k{}", i)] = i
    end
    sum := 0
    for key, value in m
        sum += value + key.length
    end
    print("{} {}\n", m.length, sum)
    missing := m.get("nothing")
    print("{} {}\n", m.get("k77").some, ifx tag_of(missing) == .none => "none" else => "some" end)
    print("{} {} {}\n", m.contains("k999"), "zz" in m, "k0" in m)
    for i in 0..<500
        m.remove(format("k{}", 2 * i))
    end
    print("{} {} {} {}\n", m.contains("k5"), m.contains("k6"), m.length, m["k5"] + m["k6"])
end

other_keys :: ()
    p := Map.map{Point, f64}()
    p[Point{1, 2}] = 1.5
    p[Point{2, 2}] = 2.5
    print("{} {} {}\n", p[Point{1, 2}], p[Point{2, 2}], p[Point{2, 1}])
    p.remove(Point{2, 2})
    named: Map.Map{String, Int}
    named["one"] = 1
    print("{} {}\n", named, p)
    kinds := Map.map{Kind, Int}()
    shapes := Map.map{Shape, Int}()
    for i in 0..<9
        kinds.entry(Kind(i % 3))@ += i
        shapes.entry(ifx i % 3 == 0 => Shape.nothing else if i % 3 == 1 => Shape.round(0.5) else => Shape.square(Point{i, i}) end)@ += 1
    end
    print("{} {} {}\n", kinds.length, kinds[.B], shapes.length + kinds.length - 1)
    words := Map.map{Word, Int}()
    for i in 0..<500
        words.entry(Word{ifx i % 3 == 0 => "Hello" else => "hELLO" end})@ += 1
    end
    words[Word{"other"}] = 1
    print("{} {} {}\n", words.length, words[Word{"hello"}], words.contains(Word{"OTHER"}))
end

sizes :: ()
    boxed := Map.map{Int, Big}()
    for i in 0..<300
        big: Big
        big.words[49] = i
        boxed[i] = big
    end
    sum := 0
    for value in boxed.values()
        sum += value.words[49]
    end
    last := boxed.get(299)
    print("{} {} {} {}\n", boxed.length, sum, last.some.words[49], boxed.contains(300))
    boxed.retain((key: Int, _value: Big) -> Bool => key < 100)
    sum = 0
    for key in boxed.keys()
        sum += key
    end
    print("{} {}\n", boxed.length, sum)
    boxed.destroy()
    small := Map.map{u8, Bool}()
    wide := Map.map{i128, u8}()
    wide[i128(1) << 100] = 2
    wide[0] = 1
    for i in 0..<3
        small[u8(i)] = true
    end
    print("{} {} {}\n", small.length, wide.length, wide[0])
end

main :: () -> Int
    strings()
    other_keys()
    sizes()
    arena := create()
    with context{allocator = allocate, allocator_data = &arena}
        m := Map.map{Int, Int}(seed = 3)
        m.reserve(100)
        for i in 0..<60
            m[i] = i
        end
        c := m.copy()
        m.clear()
        sum := 0
        for _, value in c
            sum += value
        end
        print("{} {}\n", c.length, sum)
        print("{} {} {}\n", m.length, m.contains(3), ifx m.insert(3, 4) => 1 else => 0 end)
    end
    arena.destroy()
    a := Set.set_of(Array{Int, 3}{1, 2, 3})
    b := Set.set_of(Array{Int, 2}{2, 3})
    b.insert(9)
    b.remove(3)
    i := Set.intersection(&a, &b)
    d := Set.difference(&b, &a)
    print("{} {} {} {} {}\n", a.length() - 1, i.length(), d.length(), 9 in d, 9 in a)
    u := Set.union_of(&i, &d)
    u.insert(2)
    u.insert(4)
    print("{} {} {}\n", Set.is_subset(&i, &u), u.length(), Set.equal(&u, &a))
    growing[5] = 7
    fixed := CUBES
    print("{} {} {} {} {}\n", CUBES.length, fixed[3], growing[2], ifx fixed.contains(8) => "some" else => "none" end, growing.length)
    same := cubes(8)
    changed := cubes(8)
    changed[3] += 1
    print("{} {} {}\n", fixed.equal(&same), 7 in fixed, fixed.equal(&changed))
    return 0
end
