// What `tests/src/bin/library-in-rust.rs` does, in Hubbub: a line a task, its name and microseconds.

Heap :: #import "Heap"
#import "Map"
Min_Max_Heap :: #import "Min_Max_Heap"
Ordered_Map :: #import "Ordered_Map"
#import "Sort"
Time :: #import "Time"

next :: (x: Pointer{u64}) -> u64
    v := x@
    v = v ^ (v << 13)
    v = v ^ (v >> 7)
    v = v ^ (v << 17)
    x@ = v
    return v
end

SEED: u64 : 88172645463325252

started: Time.Duration

begin :: ()
    started = Time.processor_time()
end

done :: (name: String, check: Int)
    took := Time.processor_time() - started
    // so that nothing is left out because nobody asks
    if check == 0x1234_5678_9abc
        print("!")
    end
    print("{} {}\n", name, Int(took) / 1000)
end

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
end

sorts :: ()
    count := 1_000_000
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
    strings := make_slice{String}(300_000)
    for &e in strings
        e = format("{}", next(&r))
    end
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
end

main :: () -> Int
    maps()
    ordered()
    heaps()
    sorts()
    return 0
end
