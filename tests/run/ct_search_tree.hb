// expect: 100 8 true
// expect: 0 true
// expect: 100 8 true
// expect: true

// A balanced tree with pointers to parents: a graph with circles, made by the compiler and walked and changed by the program.

Node :: struct
    key, height: Int
    parent, left, right: Pointer{Node}
end

Tree :: struct
    root: Pointer{Node}
    count: Int
end

height :: (n: Pointer{Node}) -> Int => ifx n == null => 0 else => n.height end

update :: (n: Pointer{Node})
    n.height = 1 + max(height(n.left), height(n.right))
end

replace :: (tree: Pointer{Tree}, old: Pointer{Node}, fresh: Pointer{Node})
    parent := old.parent
    if parent == null
        tree.root = fresh
    else if parent.left == old
        parent.left = fresh
    else
        parent.right = fresh
    end
    fresh.parent = parent
end

rotate_left :: (tree: Pointer{Tree}, n: Pointer{Node}) -> Pointer{Node}
    pivot := n.right
    replace(tree, n, pivot)
    n.right = pivot.left
    if n.right != null
        n.right.parent = n
    end
    pivot.left = n
    n.parent = pivot
    update(n)
    update(pivot)
    return pivot
end

rotate_right :: (tree: Pointer{Tree}, n: Pointer{Node}) -> Pointer{Node}
    pivot := n.left
    replace(tree, n, pivot)
    n.left = pivot.right
    if n.left != null
        n.left.parent = n
    end
    pivot.right = n
    n.parent = pivot
    update(n)
    update(pivot)
    return pivot
end

insert :: (tree: Pointer{Tree}, key: Int)
    fresh := new(Node{key = key, height = 1})
    parent: Pointer{Node}
    at := tree.root
    while at != null
        parent = at
        at = ifx key < at.key => at.left else => at.right end
    end
    tree.count += 1
    fresh.parent = parent
    if parent == null
        tree.root = fresh
        return
    end
    if key < parent.key
        parent.left = fresh
    else
        parent.right = fresh
    end
    n := parent
    while n != null
        update(n)
        slope := height(n.left) - height(n.right)
        if slope > 1
            if height(n.left.left) < height(n.left.right)
                rotate_left(tree, n.left)
            end
            n = rotate_right(tree, n)
        else if slope < -1
            if height(n.right.right) < height(n.right.left)
                rotate_right(tree, n.right)
            end
            n = rotate_left(tree, n)
        end
        n = n.parent
    end
end

first :: (n: Pointer{Node}) -> Pointer{Node}
    result := n
    while result.left != null
        result = result.left
    end
    return result
end

successor :: (from: Pointer{Node}) -> Pointer{Node}
    if from.right != null
        return first(from.right)
    end
    n := from
    while n.parent != null && n.parent.right == n
        n = n.parent
    end
    return n.parent
end

build :: (count: Int) -> Tree
    tree: Tree
    for i in 0..<count
        insert(&tree, i * 37 % 101)
    end
    return tree
end

is_sorted :: (tree: Tree) -> Bool
    n := first(tree.root)
    while successor(n) != null
        if n.key > successor(n).key
            return false
        end
        n = successor(n)
    end
    return true
end

FIXED :: #run build(100)
growing := #run build(10)

main :: ()
    print("{} {} {}\n", FIXED.count, FIXED.root.height, is_sorted(FIXED))
    print("{} {}\n", first(FIXED.root).key, FIXED.root.left.parent == FIXED.root)
    for i in 0..<90
        insert(&growing, 1000 - i)
    end
    print("{} {} {}\n", growing.count, growing.root.height, is_sorted(growing))
    print("{}\n", #run is_sorted(FIXED) && height(FIXED.root.left) - height(FIXED.root.right) < 2)
end
