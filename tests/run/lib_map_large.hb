// Maps that grow in their own block: every size of entry, hashes that gather at a table's end, removed entries, room for many at once, allocators
// that can make a block longer and such that cannot.
//
// expect: small: 20000 20000 199990000
// expect: pair: 20000 20000 199990000
// expect: wide: 20000 20000 199990000
// expect: boxed: 5000 5000 12497500
// expect: at the end: 20000 20000 199990000
// expect: removed: 26667 26667
// expect: reserved: 90000 90000 4049955000
// expect: arena: 20000 20000 199990000
// expect: counted: 20000 20000 199990000
// expect: 0 bytes
// expect: refused: 20000 20000 199990000
// expect: 0 bytes

Arena :: #import "Arena"
#import "Hash"
#import "Map"
Set :: #import "Set"

Wide :: struct
    number: Int
    rest: Array{u8, 90}
end

Boxed :: struct
    number: Int
    rest: Array{u8, 300}
end

Gathered :: struct
    number: Int
end

== :: #operator (a: Gathered, b: Gathered) -> Bool => a.number == b.number

// One in sixteen has a place among the last few of every table.
hash :: (key: Gathered, seed: u64) -> u64
    return ifx key.number % 16 == 0 => ~u64(0) - u64(key.number / 16 % 8) else => hash(key.number, seed) end
end

// How many of 0..<count are found with the right value, and the sum of what a walk gives.
check :: {V}(name: String, m: Pointer{Map{Int, V}}, count: Int, number: (v: V) -> Int)
    found, sum := 0, 0
    for i in 0..<count
        if v := m.get(i)
            if number(v) == i
                found += 1
            end
        end
    end
    for key, value in m
        sum += ifx key == number(value) => key else => -1 end
    end
    print("{}: {} {} {}\n", name, m.length, found, sum)
end

same :: (v: Int) -> Int => v

small :: (name: String)
    m := map{Int, Int}(seed = 1)
    for i in 0..<20_000
        m[i] = i
    end
    check(name, &m, 20_000, same)
    m.destroy()
end

sizes :: ()
    numbers := Set.set{u32}(seed = 1)
    for i in 0..<60_000
        numbers.insert(u32(i * 7))
    end
    for i in 0..<60_000
        assert(u32(i * 7) in numbers && (u32(i * 7 + 1) in numbers) == ((i * 7 + 1) % 7 == 0))
    end
    numbers.destroy()
    pairs := map{Int, Array{Int, 2}}(seed = 2)
    for i in 0..<20_000
        pairs[i] = Array{Int, 2}{i, -i}
    end
    check("pair", &pairs, 20_000, (v: Array{Int, 2}) -> Int => -v[1])
    pairs.destroy()
    wide := map{Int, Wide}(seed = 3)
    for i in 0..<20_000
        w := Wide{number = i}
        w.rest[89] = u8(i & 255)
        wide[i] = w
    end
    check("wide", &wide, 20_000, (v: Wide) -> Int => ifx v.rest[89] == u8(v.number & 255) => v.number else => -1 end)
    wide.destroy()
end

boxes :: ()
    boxed := map{Int, Boxed}(seed = 4)
    boxed.reserve(15_000)
    boxed.reserve(30_000)
    for i in 0..<5_000
        boxed[i] = Boxed{number = i}
    end
    boxed.reserve(70_000)
    check("boxed", &boxed, 5_000, (v: Boxed) -> Int => v.number)
    boxed.destroy()
end

gathered :: ()
    m := map{Gathered, Int}(seed = 5)
    for i in 0..<20_000
        m[Gathered{i}] = i
    end
    found, sum := 0, 0
    for i in 0..<20_000
        if v := m.get(Gathered{i})
            found += Int(v == i)
        end
    end
    for key, value in m
        sum += ifx key.number == value => value else => -1 end
    end
    print("at the end: {} {} {}\n", m.length, found, sum)
    m.destroy()
end

removed :: ()
    m := map{Int, Int}(seed = 6)
    for i in 0..<40_000
        m[i] = i
        if i % 3 == 2
            m.remove(i - 1)
        end
    end
    m.reserve(100_000)
    found := 0
    for i in 0..<40_000
        v := m.get(i) or_else -1
        assert((v == i) == (i % 3 != 1))
        found += Int(v == i)
    end
    print("removed: {} {}\n", m.length, found)
    m.destroy()
end

reserved :: ()
    m := map{Int, Int}(seed = 7)
    for i in 0..<15_000
        m[i] = i
    end
    m.reserve(75_000)
    for i in 15_000..<90_000
        m[i] = i
    end
    check("reserved", &m, 90_000, same)
    m.destroy()
end

// ---- Allocators --------------------------------------------------------------------------------------------------------------------

Counter :: struct
    can_resize: Bool
    resizes, bytes: Int
end

// Counts, and makes blocks longer or not.
count :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
          old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    c := Pointer{Counter}(allocator_data)
    if mode == .RESIZE
        if !c.can_resize
            return null
        end
        c.resizes += 1
    end
    c.bytes += size - old_size
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

main :: ()
    small("small")
    sizes()
    boxes()
    gathered()
    removed()
    reserved()
    arena := Arena.create()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        small("arena")
    end
    arena.destroy()
    counter := Counter{can_resize = true}
    with context{allocator = count, allocator_data = &counter}
        small("counted")
    end
    assert(counter.resizes <= 1)
    print("{} bytes\n", counter.bytes)
    counter = Counter{}
    with context{allocator = count, allocator_data = &counter}
        small("refused")
    end
    print("{} bytes\n", counter.bytes)
end
