// expect: some(10)
// expect: some(10) none some(30)
// expect: some(11) none some(40)
// expect: 249500 2

// a cache that forgets what was not used for longest: a map into a list that is linked in both directions

Map :: #import "Map"

Entry :: struct
    key, value: Int
    newer, older: Pointer{Entry}
end

Cache :: struct
    entries: Map.Map{Int, Pointer{Entry}}
    newest, oldest: Pointer{Entry}
    capacity: Int
end

unlink :: (c: Pointer{Cache}, e: Pointer{Entry})
    if e.newer != null
        e.newer.older = e.older
    else
        c.newest = e.older
    end
    if e.older != null
        e.older.newer = e.newer
    else
        c.oldest = e.newer
    end
end

put_first :: (c: Pointer{Cache}, e: Pointer{Entry})
    e.newer, e.older = null, c.newest
    if c.newest != null
        c.newest.newer = e
    else
        c.oldest = e
    end
    c.newest = e
end

get :: (c: Pointer{Cache}, key: Int) -> Maybe{Int}
    e := c.entries.get(key) or_return
    unlink(c, e)
    put_first(c, e)
    return e.value
end

set :: (c: Pointer{Cache}, key: Int, value: Int)
    if e := c.entries.get(key)
        e.value = value
        unlink(c, e)
        put_first(c, e)
        return
    end
    if c.entries.length == c.capacity
        gone := c.oldest
        unlink(c, gone)
        c.entries.remove(gone.key)
        free(gone)
    end
    e := new(Entry{key, value, null, null})
    put_first(c, e)
    c.entries[key] = e
end

destroy :: (c: Pointer{Cache})
    while c.newest != null
        e := c.newest
        unlink(c, e)
        free(e)
    end
    c.entries.destroy()
end

main :: ()
    cache := Cache{entries = Map.map{Int, Pointer{Entry}}(), capacity = 2}
    defer cache.destroy()
    cache.set(1, 10)
    cache.set(2, 20)
    print("{}\n", cache.get(1))
    cache.set(3, 30)
    print("{} {} {}\n", cache.get(1), cache.get(2), cache.get(3))
    cache.set(1, 11)
    cache.set(4, 40)
    print("{} {} {}\n", cache.get(1), cache.get(3), cache.get(4))
    total := 0
    for i in 0..<1000
        cache.set(i % 3, i)
        total += cache.get((i + 2) % 3) or_else 0
    end
    print("{} {}\n", total, cache.entries.length)
end
