// expect: 2428 true 5
// expect: true true
// expect: true true
// expect:  apple=10 banana=4 cherry=3 date=5 fig=2 grape=6
// expect: 10 true

// A B-tree in an arena: generic keys and values, insertion with splits, ordered walk, ranges.

Arena :: #import "Arena"

ORDER :: 8

Node :: struct {K, V}
    keys: Array{K, ORDER - 1}
    values: Array{V, ORDER - 1}
    children: Array{Pointer{Node{K, V}}, ORDER}
    count: u16
    is_leaf: Bool = true
end

Tree :: struct {K, V}
    root: Pointer{Node{K, V}}
    length: Int
    splits: Int
end

Split :: struct {K, V}
    key: K
    value: V
    right: Pointer{Node{K, V}}
end

Found :: union {K, V}
    missing
    here: Pointer{V}
end

place_of :: {K, V}(n: *Node{K, V}, key: K) -> (at: Int, is_there: Bool)
    low, high := 0, Int(n.count)
    while low < high
        middle := (low + high) / 2
        if n.keys[middle] < key
            low = middle + 1
        else
            high = middle
        end
    end
    return low, low < Int(n.count) && !(key < n.keys[low])
end

insert_at :: {T, N: Int}(a: Pointer{Array{T, N}}, at: Int, count: Int, x: T)
    for i in reverse(at..<count)
        a@[i + 1] = a@[i]
    end
    a@[at] = x
end

add :: {K, V}(n: *Node{K, V}, at: Int, key: K, value: V, right: *Node{K, V})
    insert_at(&n.keys, at, Int(n.count), key)
    insert_at(&n.values, at, Int(n.count), value)
    if !n.is_leaf
        insert_at(&n.children, at + 1, Int(n.count) + 1, right)
    end
    n.count += 1
end

split :: {K, V}(n: *Node{K, V}) -> Split{K, V}
    half := ORDER / 2 - 1
    right := new{Node{K, V}}()
    right.is_leaf = n.is_leaf
    right.count = n.count - u16(half) - 1
    for i in 0..<Int(right.count)
        right.keys[i] = n.keys[half + 1 + i]
        right.values[i] = n.values[half + 1 + i]
    end
    if !n.is_leaf
        for i in 0..=Int(right.count)
            right.children[i] = n.children[half + 1 + i]
        end
    end
    n.count = u16(half)
    return {n.keys[half], n.values[half], right}
end

insert_below :: {K, V}(t: *Tree{K, V}, n: *Node{K, V}, key: K, value: V) -> Maybe{Split{K, V}}
    at, is_there := place_of(n, key)
    if is_there
        n.values[at] = value
        return none
    end
    right: *Node{K, V}
    if n.is_leaf
        t.length += 1
    else
        s := insert_below(t, n.children[at], key, value) or_return
        key, value, right = s.key, s.value, s.right
    end
    if n.count < ORDER - 1
        add(n, at, key, value, right)
        return none
    end
    t.splits += 1
    s := split(n)
    if key < s.key
        add(n, at, key, value, right)
    else
        place, _ := place_of(s.right, key)
        add(s.right, place, key, value, right)
    end
    return s
end

[]= :: #operator {K, V}(t: *Tree{K, V}, key: K, value: V)
    if t.root == null
        t.root = new{Node{K, V}}()
    end
    if s := insert_below(t, t.root, key, value)
        root := new{Node{K, V}}()
        root.is_leaf = false
        root.children[0] = t.root
        add(root, 0, s.key, s.value, s.right)
        t.root = root
    end
end

find :: {K, V}(t: Tree{K, V}, key: K) -> Found{K, V}
    n := t.root
    while n != null
        at, is_there := place_of(n, key)
        if is_there
            return .here(&n.values[at])
        end
        n = ifx n.is_leaf => null else => n.children[at] end
    end
    return .missing
end

walk :: {K, V}(n: *Node{K, V}, visit: #closure (key: K, value: V) -> Bool) -> Bool
    if n == null
        return true
    end
    for i in 0..<Int(n.count)
        if !n.is_leaf
            walk(n.children[i], visit) or_return
        end
        visit(n.keys[i], n.values[i]) or_return
    end
    return n.is_leaf || walk(n.children[Int(n.count)], visit)
end

depth :: {K, V}(t: Tree{K, V}) -> Int
    d := 0
    n := t.root
    while n != null
        d += 1
        n = ifx n.is_leaf => null else => n.children[0] end
    end
    return d
end

main :: () -> Int
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        t: Tree{Int, Int}
        x := 1
        for i in 0..<5000
            x = x * 48271 % 2147483647
            t[x % 3000] = i
        end
        print("{} {} {}\n", t.length, t.splits > 200, depth(t))
        last, count, is_sorted := -1, 0, true
        walk(t.root, [&last, &count, &is_sorted] (key: Int, _value: Int) -> Bool
            is_sorted = is_sorted && key > last
            last = key
            count += 1
            return true
        end)
        print("{} {}\n", count == t.length, is_sorted)
        hits := 0
        for k in 0..<3000
            match t.find(k)
            case .here p
                hits += 1
                p@ = -p@
            case .missing
            end
        end
        print("{} {}\n", hits == t.length, walk(t.root, (_k: Int, v: Int) -> Bool => v <= 0))
        words: Tree{String, u8}
        for w, i in Array{String, _}{"pear", "apple", "fig", "cherry", "banana", "date", "grape", "lemon", "mango", "kiwi", "apple"}
            words[w] = u8(i)
        end
        shown := 0
        walk(words.root, [&shown] (k: String, v: u8) -> Bool
            print(" {}={}", k, v)
            shown += 1
            return shown < 6
        end)
        print("\n{} {}\n", words.length, words.find("zebra") == .missing)
    end
    return 0
end
