// expect: some("one")
// expect: none three
// expect: 3=three 4=four 1=one |
// expect: 2880067194370816120 87 89
// expect: 1262 738

// LRU cache with an intrusive doubly linked list and a map of pointers.
#import "Map"

Node :: struct {K, V}
    key: K
    value: V
    before, after: Pointer{Node{K, V}}
end

Cache :: struct {K, V}
    capacity: Int
    by_key: Map{K, Pointer{Node{K, V}}}
    newest, oldest: Pointer{Node{K, V}}
    hits, misses: Int
end

cache :: {K, V}(capacity: Int) -> Cache{K, V} => Cache{K, V}{capacity = capacity}

unlink :: {K, V}(c: Pointer{Cache{K, V}}, node: Pointer{Node{K, V}})
    if node.before != null
        node.before.after = node.after
    else
        c.newest = node.after
    end
    if node.after != null
        node.after.before = node.before
    else
        c.oldest = node.before
    end
    node.before, node.after = null, null
end

push_front :: {K, V}(c: Pointer{Cache{K, V}}, node: Pointer{Node{K, V}})
    node.after = c.newest
    if c.newest != null
        c.newest.before = node
    end
    c.newest = node
    if c.oldest == null
        c.oldest = node
    end
end

get :: {K, V}(c: Pointer{Cache{K, V}}, key: K) -> Maybe{V}
    node := c.by_key.get(key) or_else block
        c.misses += 1
        return none
    end
    c.hits += 1
    c.unlink(node)
    c.push_front(node)
    return node.value
end

put :: {K, V}(c: Pointer{Cache{K, V}}, key: K, value: V)
    if node := c.by_key.get(key)
        node.value = value
        c.unlink(node)
        c.push_front(node)
        return
    end
    if c.by_key.length == c.capacity
        last := c.oldest
        c.unlink(last)
        _ = c.by_key.remove(last.key)
        free(last)
    end
    node := new(Node{K, V}{key = key, value = value})
    c.push_front(node)
    _ = c.by_key.insert(key, node)
end

destroy :: {K, V}(c: Pointer{Cache{K, V}})
    at := c.newest
    while at != null
        following := at.after
        free(at)
        at = following
    end
    c.by_key.destroy()
end

main :: ()
    c := cache{Int, String}(3)
    defer c.destroy()
    c.put(1, "one")
    c.put(2, "two")
    c.put(3, "three")
    print("{}\n", c.get(1))
    c.put(4, "four")
    print("{} {}\n", c.get(2), c.get(3) or_else "?")
    at := c.newest
    while at != null
        print("{}={} ", at.key, at.value)
        at = at.after
    end
    print("|\n")
    fib: Cache{u64, u64} = cache{u64, u64}(8)
    defer fib.destroy()
    print("{} {} {}\n", fibonacci(90, &fib), fib.hits, fib.misses)
    seed: u32 = 12345
    numbers := cache{u32, Int}(10)
    defer numbers.destroy()
    for i in 0..<2000
        seed = seed * 1664525 + 1013904223
        key := seed >> 28
        if numbers.get(key) == none
            numbers.put(key, i)
        end
    end
    print("{} {}\n", numbers.hits, numbers.misses)
end

fibonacci :: (n: u64, known: Pointer{Cache{u64, u64}}) -> u64
    if n < 2
        return n
    end
    if f := known.get(n)
        return f
    end
    f := fibonacci(n - 1, known) + fibonacci(n - 2, known)
    known.put(n, f)
    return f
end
