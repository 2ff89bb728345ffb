// What `tests/src/bin/twins/library.rs` does, in Hubbub: see `Measure`.

Heap :: #import "Heap"
#import "Map"
#import "Measure"
Min_Max_Heap :: #import "Min_Max_Heap"
Ordered_Map :: #import "Ordered_Map"
#import "Sort"
Strings :: #import "Strings"

Row :: struct
    key: u64
    a, b, c: u64
end

maps :: ()
    count := 2_000_000
    m := map{Int, Int}()
    r := SEED
    begin()
    for i in 0..<count
        m.insert(Int(next(&r)), i)
    end
    done("Map{Int, Int}: insert", m.length)
    r = SEED
    sum := 0
    begin()
    for _ in 0..<count
        if v := m.get(Int(next(&r)))
            sum += v
        end
    end
    done("Map{Int, Int}: hit", sum)
    begin()
    for _ in 0..<count
        if m.contains(Int(next(&r)))
            sum += 1
        end
    end
    done("Map{Int, Int}: miss", sum)
    begin()
    for _ in 0..<10
        for key, value in m
            sum += key ^ value
        end
    end
    done("Map{Int, Int}: iterate", sum)
    text := make_slice{String}(100_000)
    for &x, i in text
        x = format("word{}", i % 5000)
    end
    words := map{String, Int}()
    begin()
    for _ in 0..<50
        for x in text
            words.entry(x)@ += 1
        end
    end
    done("Map{String, Int}: word count", words["word7"])
    for x in text
        delete(x)
    end
    delete(text)
    words.destroy()
    m.destroy()
end

sorts :: ()
    count := 10_000_000
    r := SEED
    x := make_slice{u64}(count)
    for &e in x
        e = next(&r)
    end
    begin()
    sort(x)
    done("sort u64, random", Int(x[7]))
    begin()
    sort(x)
    done("sort u64, ascending", Int(x[7]))
    for &e in x
        e = next(&r) % 8
    end
    begin()
    sort(x)
    done("sort u64, few values", Int(x[7]))
    delete(x)
    rows := make_slice{Row}(count)
    for &e in rows
        e.key = next(&r)
    end
    begin()
    sort_by_key(rows, (a: Row) -> u64 => a.key)
    done("sort 32-byte structs by key, stable", Int(rows[7].key))
    for &e in rows
        e.key = next(&r)
    end
    begin()
    sort_unstable(rows, (a: Row, b: Row) -> Bool => a.key < b.key)
    done("sort 32-byte structs, unstable", Int(rows[7].key))
    for &e in rows
        e.key = next(&r) % 8
    end
    begin()
    sort_by_key(rows, (a: Row) -> u64 => a.key)
    done("sort 32-byte structs, few keys", Int(rows[7].key))
    delete(rows)
    text := Strings.builder()
    ends := make_slice{Int}(count)
    for &e in ends
        text.append_int(Int(next(&r) >> 1))
        e = text.length
    end
    all := text.take()
    strings := make_slice{String}(count)
    start := 0
    for &e, i in strings
        e = all[start..<ends[i]]
        start = ends[i]
    end
    delete(ends)
    begin()
    sort(strings)
    done("sort strings", strings[7].length)
end

ordered :: ()
    count := 1_000_000
    m := Ordered_Map.ordered_map{Int, Int}()
    r := SEED
    begin()
    for i in 0..<count
        m.insert(Int(next(&r)), i)
    end
    done("Ordered_Map{Int, Int}: insert", m.length)
    r = SEED
    sum := 0
    begin()
    for _ in 0..<count
        if v := m.get(Int(next(&r)))
            sum += v
        end
    end
    done("Ordered_Map{Int, Int}: hit", sum)
    begin()
    for _ in 0..<10
        for key, value in m
            sum += key ^ value
        end
    end
    done("Ordered_Map{Int, Int}: iterate", sum)
    m.destroy()
end

heaps :: ()
    count := 1_000_000
    r := SEED
    heap := Heap.heap{u64}()
    begin()
    for _ in 0..<count
        heap.push(next(&r))
    end
    done("Heap{u64}: push", heap.length())
    sum: u64
    begin()
    while x := heap.pop()
        sum ^= x
    end
    done("Heap{u64}: pop", Int(sum))
    heap.destroy()
    both := Min_Max_Heap.min_max_heap{u64}()
    begin()
    for _ in 0..<count
        both.push(next(&r))
    end
    done("Min_Max_Heap{u64}: push", both.length())
    begin()
    for _ in 0..<count / 2
        if x := both.pop_min()
            sum ^= x
        end
        if x := both.pop_max()
            sum ^= x
        end
    end
    done("Min_Max_Heap{u64}: pop both ends", Int(sum))
    both.destroy()
end

main :: () -> Int
    maps()
    ordered()
    heaps()
    sorts()
    return 0
end
