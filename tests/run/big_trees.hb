// expect: 1000 11 v920
// expect: true
// expect: 6 abc
// expect: true 1008
// expect: 4 5 0 6
// expect: 7 8 9 10 lost 21
// expect: 2.5 2 0.0

// AVL tree, trie, skip list, ring buffer and a sparse matrix: pointers, generics, recursion, arenas.
Arena :: #import "Arena"
#import "Map"

Node :: struct {K, V}
    key: K
    value: V
    height: i32 = 1
    left, right: Pointer{Node{K, V}}
end

Avl :: struct {K, V}
    root: Pointer{Node{K, V}}
    count: Int
end

height :: {K, V}(n: Pointer{Node{K, V}}) -> i32 => ifx n == null => 0 else => n.height end

fix :: {K, V}(n: Pointer{Node{K, V}})
    n.height = 1 + max(height(n.left), height(n.right))
end

rotate_right :: {K, V}(n: Pointer{Node{K, V}}) -> Pointer{Node{K, V}}
    up := n.left
    n.left, up.right = up.right, n
    fix(n)
    fix(up)
    return up
end

rotate_left :: {K, V}(n: Pointer{Node{K, V}}) -> Pointer{Node{K, V}}
    up := n.right
    n.right, up.left = up.left, n
    fix(n)
    fix(up)
    return up
end

balanced :: {K, V}(n: Pointer{Node{K, V}}) -> Pointer{Node{K, V}}
    fix(n)
    slope := height(n.left) - height(n.right)
    if slope > 1
        if height(n.left.left) < height(n.left.right)
            n.left = rotate_left(n.left)
        end
        return rotate_right(n)
    end
    if slope < -1
        if height(n.right.right) < height(n.right.left)
            n.right = rotate_right(n.right)
        end
        return rotate_left(n)
    end
    return n
end

inserted :: {K, V}(t: Pointer{Avl{K, V}}, n: Pointer{Node{K, V}}, key: K, value: V) -> Pointer{Node{K, V}}
    if n == null
        t.count += 1
        return new(Node{K, V}{key = key, value = value})
    end
    if key < n.key
        n.left = t.inserted(n.left, key, value)
    else if n.key < key
        n.right = t.inserted(n.right, key, value)
    else
        n.value = value
        return n
    end
    return balanced(n)
end

insert :: {K, V}(t: Pointer{Avl{K, V}}, key: K, value: V)
    t.root = t.inserted(t.root, key, value)
end

find :: {K, V}(t: Avl{K, V}, key: K) -> Maybe{Pointer{V}}
    at := t.root
    while at != null
        if key < at.key
            at = at.left
        else if at.key < key
            at = at.right
        else
            return &at.value
        end
    end
    return none
end

walk :: {K, V}(n: Pointer{Node{K, V}}, visit: #closure (key: K, value: Pointer{V}))
    if n != null
        walk(n.left, visit)
        visit(n.key, &n.value)
        walk(n.right, visit)
    end
end

&[] :: #operator {K, V}(t: Pointer{Avl{K, V}}, key: K) -> Pointer{V}
    if place := t.find(key)
        return place
    end
    t.insert(key, V{})
    return t.find(key).some
end

Trie :: struct
    children: Array{Pointer{Trie}, 26}
    words: Int
end

add :: (t: Pointer{Trie}, word: String)
    at := t
    for i in 0..<word.length
        next := &at.children[word[i] - 'a']
        if next@ == null
            next@ = new{Trie}()
        end
        at = next@
    end
    at.words += 1
end

complete :: (t: Pointer{Trie}, prefix: String) -> Int
    at := t
    for i in 0..<prefix.length
        at = at.children[prefix[i] - 'a']
        if at == null
            return 0
        end
    end
    return at.total()
end

total :: (t: Pointer{Trie}) -> Int
    n := t.words
    for child in t.children
        if child != null
            n += child.total()
        end
    end
    return n
end

Ring :: struct {T, N: Int}
    items: Array{T, N}
    head, count: Int
end

push :: {T, N: Int}(r: Pointer{Ring{T, N}}, x: T) -> Maybe{T}
    old: Maybe{T}
    if r.count == N
        old = r.items[r.head]
        r.head = (r.head + 1) % N
        r.count -= 1
    end
    r.items[(r.head + r.count) % N] = x
    r.count += 1
    return old
end

Ring_Walk :: struct {T, N: Int}
    ring: Pointer{Ring{T, N}}
    at: Int
end

iterate :: {T, N: Int}(r: Pointer{Ring{T, N}}) -> Ring_Walk{T, N} => {r, 0}

next :: {T, N: Int}(w: Pointer{Ring_Walk{T, N}}) -> (T, Bool)
    if w.at == w.ring.count
        return T{}, false
    end
    w.at += 1
    return w.ring.items[(w.ring.head + w.at - 1) % N], true
end

Cell :: struct
    row, column: i32
end

hash :: (c: Cell) -> u64 => u64(c.row) * 31 + u64(c.column)

main :: ()
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        t: Avl{Int, String}
        for i in 0..<1000
            t.insert(i * 7919 % 1009, format("v{}", i))
        end
        print("{} {} {}\n", t.count, height(t.root), t.find(500).some@)
        print("{}\n", t.find(5000) == none)
        counts: Avl{String, Int}
        for w in Array{String, _}{"b", "a", "c", "a", "b", "a"}
            counts[w] += 1
        end
        sum, order := 0, ""
        walk(counts.root, [&sum, &order] (key: String, value: Pointer{Int})
            sum += value@
            order += key
        end)
        print("{} {}\n", sum, order)
        sorted, last := true, -1
        walk(t.root, [&sorted, &last] (key: Int, _value: Pointer{String})
            sorted = sorted && key > last
            last = key
        end)
        print("{} {}\n", sorted, last)
        trie: Trie
        for w in Array{String, _}{"car", "cart", "care", "cat", "dog", "car"}
            trie.add(w)
        end
        print("{} {} {} {}\n", trie.complete("car"), trie.complete("ca"), trie.complete("x"), trie.complete(""))
    end
    ring: Ring{Int, 4}
    lost := 0
    for i in 1..=10
        if old := ring.push(i)
            lost += old
        end
    end
    for x in ring
        print("{} ", x)
    end
    print("lost {}\n", lost)
    m: Map{Cell, Float}
    defer m.destroy()
    m[{3, 4}] = 1.5
    m[{3, 5}] = 2.5
    m[{3, 4}] += 1
    print("{} {} {}\n", m[{3, 4}], m.length, m.get({9, 9}) or_else 0)
end
