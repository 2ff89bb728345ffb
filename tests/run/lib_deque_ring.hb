// expect: 2000 steps alike
// expect: [1, 2, 3] [4]
// expect: none none some(3) some(5) true false
// expect: {0, 64} true false true
// expect: [7, 8] 1

// A deque against a list, step by step; rings and bit sets in what a list does not have.

#import "Bit_Set"
#import "Deque"
#import "List"
#import "Ring"
Random :: #import "Random"

main :: ()
    r := Random.random(3)
    d, l := deque{Int}(), list{Int}()
    for step in 0..<2000
        match r.below(7)
        case 0
            d.push_front(step)
            l.insert(0, step)
        case 1, 2
            d.push_back(step)
            l.append(step)
        case 3, 4
            at := r.below(l.length + 1)
            d.insert(at, step)
            l.insert(at, step)
        else
            if l.length > 0
                at := r.below(l.length)
                assert(d.remove(at) == l.remove(at))
            end
        end
        assert(d.length == l.length)
        first, second := d.slices()
        assert(first.length + second.length == l.length)
        for i in 0..<l.length
            assert(d[i] == l[i] && d[i] == ifx i < first.length => first[i] else => second[i - first.length] end)
        end
        assert(l.length == 0 || d.contains(l[l.length / 2]))
        assert(!d.contains(-1))
    end
    print("2000 steps alike\n")
    few := deque{Int}()
    few.append_all({3, 4})
    few.push_front(2)
    few.push_front(1)
    few.remove(3)
    few.insert(3, 4)
    print("{} [{}]\n", few.copy().slices_of(), few.back() or_else 0)
    ring: Ring{Int, 3}
    print("{} {} ", ring.oldest(), ring.newest())
    for i in 1..=5
        ring.push(i)
    end
    print("{} {} {} {}\n", ring.oldest(), ring.newest(), ring.contains(4), ring.contains(2))
    a, b := bit_set(), bit_set(1000)
    a.toggle(0)
    a.toggle(64)
    a.toggle(65)
    a.toggle(65)
    b.insert(64)
    print("{} {} {} ", a, b.is_subset(&a), a.is_subset(&b))
    b.insert(0)
    print("{}\n", equal(&a, &b))
    pair := deque{Int}()
    pair.push_back(7)
    pair.insert(1, 8)
    other := pair.copy()
    other.pop_back()
    print("{} {}\n", pair, other.length)
    d.destroy()
    l.destroy()
end

slices_of :: (d: Deque{Int}) -> Slice{Int}
    own := d
    first, _ := own.slices()
    return first[..<3]
end
