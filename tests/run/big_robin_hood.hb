// expect-status: 134
// expect: 1000 2048 332846080
// expect: 143 857 true false
// expect: 5 3 2 1
// expect: 30 false

// Open addressing hash table by hand, generic over keys, Robin Hood hashing.
Slot :: struct {K, V}
    key: K
    value: V
    distance: i32 = -1
end

Table :: struct {K, V}
    slots: Slice{Slot{K, V}}
    count: Int
end

hash_of :: (text: String) -> u64
    h: u64 = 0xcbf29ce484222325
    for i in 0..<text.length
        h ^= u64(text[i])
        h *= 0x100000001b3
    end
    return h
end

hash_of :: (n: Int) -> u64
    x := u64(n)
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb
    return x ^ (x >> 31)
end

insert :: {K, V}(t: Pointer{Table{K, V}}, key: K, value: V)
    if t.count * 8 >= t.slots.length * 7
        t.grow()
    end
    t.place(key, value)
end

place :: {K, V}(t: Pointer{Table{K, V}}, key: K, value: V)
    mask := t.slots.length - 1
    at := Int(hash_of(key)) & mask
    carried := Slot{K, V}{key, value, 0}
    while true
        slot := &t.slots[at]
        if slot.distance < 0
            slot@ = carried
            t.count += 1
            return
        end
        if slot.key == carried.key
            slot.value = carried.value
            return
        end
        if slot.distance < carried.distance
            slot@, carried = carried, slot@
        end
        carried.distance += 1
        at = (at + 1) & mask
    end
end

grow :: {K, V}(t: Pointer{Table{K, V}})
    old := t.slots
    t.slots = make_slice{Slot{K, V}}(ifx old.length == 0 => 8 else => old.length * 2 end)
    t.count = 0
    for s in old
        if s.distance >= 0
            t.place(s.key, s.value)
        end
    end
    delete(old)
end

find :: {K, V}(t: Pointer{Table{K, V}}, key: K) -> Maybe{Pointer{V}}
    if t.slots.length == 0
        return none
    end
    mask := t.slots.length - 1
    at := Int(hash_of(key)) & mask
    distance: i32 = 0
    while true
        slot := &t.slots[at]
        if slot.distance < distance
            return none
        end
        if slot.key == key
            return &slot.value
        end
        distance += 1
        at = (at + 1) & mask
    end
end

remove :: {K, V}(t: Pointer{Table{K, V}}, key: K) -> Bool
    if t.slots.length == 0
        return false
    end
    mask := t.slots.length - 1
    at := Int(hash_of(key)) & mask
    distance: i32 = 0
    while t.slots[at].distance >= distance
        if t.slots[at].key == key
            while true
                next := (at + 1) & mask
                if t.slots[next].distance <= 0
                    t.slots[at] = {}
                    break
                end
                t.slots[at] = t.slots[next]
                t.slots[at].distance -= 1
                at = next
            end
            t.count -= 1
            return true
        end
        distance += 1
        at = (at + 1) & mask
    end
    return false
end

Walk :: struct {K, V}
    slots: Slice{Slot{K, V}}
    at: Int
end

iterate :: {K, V}(t: Table{K, V}) -> Walk{K, V} => {t.slots, 0}

next :: {K, V}(w: Pointer{Walk{K, V}}) -> (K, V, Bool)
    while w.at < w.slots.length
        s := w.slots[w.at]
        w.at += 1
        if s.distance >= 0
            return s.key, s.value, true
        end
    end
    return K{}, V{}, false
end

[] :: #operator {K, V}(t: Pointer{Table{K, V}}, key: K) -> V => find(t, key).some@
[]= :: #operator {K, V}(t: Pointer{Table{K, V}}, key: K, value: V)
    t.insert(key, value)
end

in :: #operator {K, V}(key: K, t: Table{K, V}) -> Bool
    copy := t
    return copy.find(key) != none
end

main :: ()
    squares: Table{Int, Int}
    for i in 0..<1000
        squares[i * 7] = i * i
    end
    total := 0
    for k, v in squares
        total += k ^ v
    end
    print("{} {} {}\n", squares.count, squares.slots.length, total)
    removed := 0
    for i in 0..<3000
        if i % 3 == 0 && squares.remove(i)
            removed += 1
        end
    end
    print("{} {} {} {}\n", removed, squares.count, 7 in squares, 21 in squares)
    counts: Table{String, Int}
    for w in Array{String, _}{"the", "cat", "and", "the", "dog", "and", "the", "bird"}
        if p := counts.find(w)
            p@ += 1
        else
            counts[w] = 1
        end
    end
    print("{} {} {} {}\n", counts.count, counts["the"], counts["and"], counts["bird"])
    counts["the"] *= 10
    print("{} {}\n", counts["the"], "cow" in counts)
    print("{}\n", counts["cow"])
end
