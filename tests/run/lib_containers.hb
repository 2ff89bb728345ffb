// expect: {"one": 1, "two": 2, "three": 3} two 5
// expect: {"three": 3, "two": 2} none
// expect: 1000 499500 true
// expect: 500 true true
// expect: {"b", "a", "c"} {"a", "b", "c"} true 1
// expect: [0, 1, 2] 0 2 1
// expect: 4950 true
// expect: [2, 3, 4] some(2) 3
// expect: 0 1 1 2 3 4 5 9
// expect: some(1) 2 3
// expect: 1 9 2 8 3 7 4 6 5 5 none
// expect: true
// expect: {2, 5, 67, 200} 4 true false
// expect: {5, 200} {2, 3, 5, 67, 200}
// expect: 25 97
// expect: [1, 2, 3] some(2) false
// expect: [3] [6] [3] true
// expect: 3 [0, 7, 7] none some(3)

#import "Ordered_Map"
#import "Ordered_Set"
#import "Deque"
#import "Ring"
#import "Heap"
#import "Min_Max_Heap"
#import "Bit_Set"
List :: #import "List"

ordered :: ()
    m := ordered_map{String, Int}()
    m["one"] = 1
    m["three"] = 0
    m["two"] = 2
    m.swap_remove("three")
    m["three"] = 3
    print("{} {} {}\n", m, m.at(1).key, m["two"] + m.find("three")@)
    m.remove("one")
    m.sort_keys()
    print("{} {}\n", m, m.get("one"))
    m.destroy()
    n := ordered_map{Int, Int}()
    for i in 0..<1000
        n[i * 7919 % 1000] = i
    end
    sum, place, in_order := 0, 0, true
    for key, value in n
        sum += key
        in_order = in_order && value == place && n.find_position(key) == place
        place += 1
    end
    print("{} {} {}\n", n.length, sum, in_order)
    for i in 0..<500
        n.swap_remove(2 * i)
    end
    all, none_left := true, true
    for i in 0..<500
        all = all && n.contains(2 * i + 1)
        none_left = none_left && !n.contains(2 * i)
    end
    print("{} {} {}\n", n.length, all, none_left)
    s := ordered_set{String}()
    s.insert("b")
    s.insert("a")
    s.insert("b")
    s.insert("c")
    print("{} ", s)
    s.sort_elements()
    print("{} {} {}\n", s, "a" in s, s.find_position("b"))
end

queues :: ()
    d := deque{Int}()
    d.push_back(1)
    d.push_front(0)
    d.push_back(2)
    print("{} {} {} {}\n", d, d.front() or_else -1, d.back() or_else -1, d[1])
    for i in 3..<100
        d.push_back(i)
        d.push_back(d.pop_front() or_else 0)
    end
    sum := 0
    for x in d
        sum += x
    end
    taken := true
    while x := d.pop_back()
        taken = taken && x < 100
    end
    print("{} {}\n", sum, taken && d.length == 0)
    d.destroy()
    last: Ring{Int, 3}
    for i in 0..<5
        last.push(i)
    end
    print("{} {} {}\n", last, last.pop(), last[0])
end

heaps :: ()
    h := heap_of(Array{Int, 7}{3, 1, 4, 1, 5, 9, 2})
    h.push(0)
    is_first := true
    while x := h.pop()
        print("{}{}", ifx is_first => "" else => " " end, x)
        is_first = false
    end
    print("\n")
    h.push(1)
    old := h.replace(2)
    h.push(3)
    print("{} {} {}\n", old, h.pop() or_else 0, h.pop() or_else 0)
    h.destroy()
    both := min_max_heap_of(Array{Int, 9}{5, 3, 8, 1, 9, 2, 7, 4, 6})
    both.push(5)
    for _ in 0..<5
        print("{} {} ", both.pop_min() or_else -1, both.pop_max() or_else -1)
    end
    print("{}\n", both.pop_max())
    state: u64 = 1
    is_right := true
    for _ in 0..<300
        state = state * 6364136223846793005 + 1442695040888963407
        both.push(Int(state >> 40))
    end
    low, high := -1, 1 << 30
    while a := both.pop_min()
        is_right = is_right && a >= low
        low = a
        if b := both.pop_max()
            is_right = is_right && b <= high && b >= a
            high = b
        end
    end
    print("{}\n", is_right)
    both.destroy()
end

bits :: ()
    s := bit_set()
    s.insert(67)
    s.insert(2)
    s.insert(200)
    s.insert(5)
    print("{} {} {} {}\n", s, s.length(), 67 in s, s.insert(2))
    t := bit_set(10)
    t.insert(5)
    t.insert(200)
    t.insert(3)
    u := bit_set()
    u.unite(&s)
    u.intersect(&t)
    print("{} ", u)
    s.unite(&t)
    print("{}\n", s)
    sieve := bit_set(100)
    for i in 2..<100
        sieve.insert(i)
    end
    for i in 2..<10
        j := i * i
        while j < 100
            sieve.remove(j)
            j += i
        end
    end
    biggest := 0
    for p in sieve
        biggest = p
    end
    print("{} {}\n", sieve.length(), biggest)
    s.destroy()
    t.destroy()
    u.destroy()
    sieve.destroy()
end

lists :: ()
    l := List.list_of(Array{Int, 4}{3, 9, 2, 1})
    l.reverse_items()
    l.insert_all(0, Array{Int, 2}{7, 7})
    l.remove_range(0, 2)
    l.swap_remove(2)
    l.insert(2, 3)
    l.remove_repeated()
    print("{} {} {}\n", l, l.index_of(3), l.contains(9))
    l.retain((x: Int) -> Bool => x > 2)
    l.reverse_items()
    doubled := l.mapped((x: Int) -> Int => x * 2)
    small := l.filtered((x: Int) -> Bool => x < 9)
    same := l.copy()
    print("{} {} {} {}\n", l, doubled, small, same == l)
    same.append_all(same.items())
    same.truncate(1)
    same[0] = 0
    same.resize(3, 7)
    for &x in same
        x += 0
    end
    print("{} {} {} {}\n", same.length, same, l.get(5), l.first())
    l.destroy()
    doubled.destroy()
    small.destroy()
    same.destroy()
end

main :: () -> Int
    ordered()
    queues()
    heaps()
    bits()
    lists()
    return 0
end
