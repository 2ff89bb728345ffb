// expect: equal: true true true true true true true true
// expect: different: true true true true true true true
// expect: keys: 1 1 1 1 1 1 1
// expect: 2 1 2 true
// expect: [13, 11, 12] {"a": 11, "b": 12} [2, 4]
// expect: 2:3 1:2 0:1 / 2:3 1:2 0:1 / 3 2 1 / 1:3 0:2 / b:2 a:1 / 1 3 /
// expect: [1, 4, 7] {1, 2, 4} true {3, 1, 2} {3} {1} true some(1) [1, 5] text
// expect: 3 2 / 0:1

// Containers as values: compared by what they hold, hashed so, changed where their elements lie, walked backwards.

#import "Bit_Set"
#import "Deque"
#import "Hash"
#import "Heap"
#import "List"
#import "Map"
#import "Ordered_Map"
#import "Ordered_Set"
#import "Ring"
#import "Set"
#import "Sort"
#import "Strings"

numbers :: (in_front: Int) -> Deque{Int}
    d: Deque{Int}
    for _ in 0..<in_front
        d.push_back(0)
        d.pop_front()
    end
    for x in 1..=3
        d.push_back(x)
    end
    return d
end

ring :: (in_front: Int) -> Ring{Int, 2}
    r: Ring{Int, 2}
    for _ in 0..<in_front
        r.push(7)
    end
    r.push(2)
    r.push(3)
    return r
end

bits :: (capacity: Int) -> Bit_Set
    s := bit_set(capacity)
    s.insert(3)
    return s
end

ordered :: (first: String, second: String) -> Ordered_Map{String, Int}
    m := ordered_map{String, Int}()
    m[first] = 1
    m[second] = 1
    return m
end

// How many different keys there are among two.
kinds :: {T}(a: T, b: T) -> Int
    m := map{T, Int}()
    m[a] += 1
    m[b] += 1
    return m.length
end

equals :: ()
    a, b := map_of{Int, Int}({{1, 2}, {3, 4}}), map_of{Int, Int}({{3, 4}, {1, 2}})
    c, d := set_of{Int}({1, 2}), set_of{Int}({2, 1})
    print("equal: {} {} {} {} {} {} {} {}\n", a == b, c == d, numbers(0) == numbers(3), ring(0) == ring(3), bits(0) == bits(1000),
          ordered("a", "b") == ordered("b", "a"), ordered_set_of{Int}({1, 2}) == ordered_set_of{Int}({2, 1}), list_of{Int}({1}) == list_of{Int}({1}))
    print("different: {} {} {} {} {} {} {}\n", a != map_of{Int, Int}({{1, 2}, {3, 5}}), c != set_of{Int}({1, 3}), numbers(0) != Deque{Int}{},
          ring(0) != Ring{Int, 2}{}, bits(0) != Bit_Set{}, ordered("a", "b") != ordered("a", "c"), list_of{Int}({1}) != list_of{Int}({2}))
    print("keys: {} {} {} {} {} {} {}\n", kinds(a, b), kinds(c, d), kinds(numbers(0), numbers(3)), kinds(bits(0), bits(1000)),
          kinds(ordered("a", "b"), ordered("b", "a")), kinds(ordered_set_of{Int}({1, 2}), ordered_set_of{Int}({2, 1})), kinds(list_of{Int}({1}), list_of{Int}({1})))
    print("{} {} {} {}\n", kinds(a, map_of{Int, Int}({{1, 2}})), kinds(some(list_of{Int}({1})), some(list_of{Int}({1}))),
          kinds(list_of{Int}({0}), List{Int}{}), hash(bits(0), 1) != hash(Bit_Set{}, 1))
end

places :: ()
    d := numbers(2)
    d.push_front(d.pop_back().some)
    m, r := ordered_map{String, Int}(), ring(1)
    m["a"] = 1
    m["b"] = 2
    for &x in d
        x += 10
    end
    for &entry in m
        entry.value += 10
    end
    for &x, i in r
        x += i
    end
    h := map_of{Int, Int}({{1, 2}, {3, 4}})
    for &entry in h
        entry.value += entry.key
    end
    assert(h == map_of{Int, Int}({{1, 3}, {3, 7}}))
    print("{} {} {}\n", d, m, r)
end

backwards :: ()
    l := list_of{Int}({1, 2, 3})
    for x, i in reverse(l)
        print("{}:{} ", i, x)
    end
    print("/ ")
    for x, i in reverse(numbers(3))
        print("{}:{} ", i, x)
    end
    print("/ ")
    for x in reverse(l)
        print("{} ", x)
    end
    print("/ ")
    for x, i in reverse(ring(3))
        print("{}:{} ", i, x)
    end
    print("/ ")
    m := ordered_map{String, Int}()
    m["a"] = 1
    m["b"] = 2
    for key, value in reverse(m)
        print("{}:{} ", key, value)
    end
    print("/ ")
    for x in reverse(ordered_set_of{Int}({3, 1}))
        print("{} ", x)
    end
    print("/\n")
    for &x, i in reverse(l)
        x += 2 * i
    end
    a, b := set_of{Int}({1, 2, 3}), set_of{Int}({3, 4})
    only := list{Int}()
    for x in symmetric_difference(&a, &b)
        only.append(x)
    end
    sort(only.items())
    c, d := ordered_set_of{Int}({3, 1}), ordered_set_of{Int}({2, 3})
    built := builder()
    built.append("text")
    print("{} {{{}, {}, {}}} {} {} {} {} {} {} {} {}\n", l, only[0], only[1], only[2], !a.is_disjoint(&b), c.union_of(&d), c.intersection(&d), c.difference(&d),
          c.intersection(&d).is_subset(&d), c.pop(), heap_of{Int}({5, 1}), built)
    // what is taken out on the way is left out
    for x in reverse(l)
        l.clear()
        l.append(x)
        l.append(x)
        break
    end
    rest := list_of{Int}({1, 2, 3})
    for x, i in reverse(rest)
        if i == 1
            rest.clear()
        end
        print("{} ", x)
    end
    print("/")
    for x, i in reverse(list_of{Int}({1}))
        print(" {}:{}", i, x)
    end
    print("\n")
end

main :: ()
    equals()
    places()
    backwards()
end
