// error-line: 17
// error-code: E0601
// error-mentions: has been freed
Tree :: union
    leaf: Int
    node: Pair
end
Pair :: struct
    left, right: Pointer{Tree}
end
build :: () -> Tree
    dead := new(Tree.leaf(1))
    t := Tree.node(Pair{new(Tree.leaf(1)), new(Tree.node(Pair{dead, dead}))})
    free(dead)
    return t
end
TREE :: #run build()
main :: () => print("{}\n", TREE)
