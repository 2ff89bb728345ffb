// run: -O1 --emit asm
// Reading the context's register, or jumping on with it, is no reason to save other registers first: an early return that does so comes
// before the saving, as in C.

// CHECK-LABEL: context_early_return.insert:
// CHECK-NOT: pushq
// CHECK: testq %rdi, %rdi
// CHECK: pushq
// CHECK: jmp context_early_return.leaf

// CHECK-LABEL: context_early_return.reads_first:
// CHECK-NOT: pushq
// CHECK: cmpl $0, 4(%r13)
// CHECK: pushq
// CHECK: retq

Tree :: struct
    key: Int
    below: Pointer{Tree}
end

sink :: (n: Int) -> Int #foreign

leaf :: (key: Int) -> Pointer{Tree} #no-inline
    return bit_cast{Pointer{Tree}}(sink(key) + Int(context.user_index))
end

insert :: (tree: Pointer{Tree}, key: Int) -> Pointer{Tree} #no-inline
    if tree == null
        return leaf(key)
    end
    tree.below = insert(tree.below, key - tree.key)
    return tree
end

reads_first :: (n: Int) -> Int #no-inline
    if context.user_index == 0
        return n
    end
    return sink(n) + sink(n + 1) + n
end

main :: (arguments: Slice{String}) -> Int
    with context{user_index = u32(arguments.length)}
        return reads_first(arguments.length) + insert(bit_cast{Pointer{Tree}}(sink(3)), arguments.length).key
    end
end
