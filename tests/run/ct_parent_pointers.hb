// expect: [1, 3, 4, 6, 7, 8, 10, 13, 14] 4 8 true
#import "List"
Tree :: struct
    value: Int
    left, right, parent: Pointer{Tree}
end
insert :: (root: Pointer{Tree}, value: Int) -> Pointer{Tree}
    if root == null
        return new(Tree{value, null, null, null})
    end
    if value < root.value
        root.left = insert(root.left, value)
        root.left.parent = root
    else
        root.right = insert(root.right, value)
        root.right.parent = root
    end
    return root
end
grow :: () -> Pointer{Tree}
    root: Pointer{Tree}
    for x in Array{Int, _}{8, 3, 10, 1, 6, 14, 4, 7, 13}
        root = insert(root, x)
    end
    return root
end
ROOT :: #run grow()
walk :: (t: Pointer{Tree}, out: Pointer{List{Int}})
    if t == null
        return
    end
    walk(t.left, out)
    out.append(t.value)
    walk(t.right, out)
end
depth :: (t: Pointer{Tree}) -> Int => ifx t == null => 0 else => 1 + max(depth(t.left), depth(t.right)) end
DEPTH :: depth(ROOT)
main :: ()
    out := list{Int}()
    walk(ROOT, &out)
    seven := ROOT.left.right.right
    print("{} {} {} {}\n", out, DEPTH, seven.parent.parent.parent.value, seven.parent.parent.parent == ROOT)
end
