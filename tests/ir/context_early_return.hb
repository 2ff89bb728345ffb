// run: -O1 --emit asm
// Reading the context's register, or jumping on with it, is no reason to save other registers first: an early return that does so comes
// before the saving, as in C. A `with` behind it saves what it needs there, and what comes behind a `with` that may have been stays inside.

// CHECK-LABEL: context_early_return.both:
// CHECK: jge sink
// CHECK: pushq %r13
// CHECK: callq context_early_return.replaces
// CHECK: callq context_early_return.reads_first
// CHECK: popq %r13

// CHECK-LABEL: context_early_return.replaces:
// CHECK-NOT: pushq
// CHECK: testq %rdi, %rdi
// CHECK: pushq %r13
// CHECK: popq %r13
// CHECK: movl 4(%r13)

// CHECK-LABEL: context_early_return.reads_first:
// CHECK-NOT: pushq
// CHECK: cmpl $0, 4(%r13)
// CHECK: pushq
// CHECK: retq

// CHECK-LABEL: context_early_return.insert:
// CHECK-NOT: pushq
// CHECK: testq %rdi, %rdi
// CHECK: pushq
// CHECK: jmp context_early_return.leaf

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

replaces :: (depth: Int) -> Int #no-inline
    if depth == 0
        return Int(context.user_index)
    end
    with context{user_index = context.user_index + 1}
        return replaces(depth - 1) + sink(replaces(depth - 2))
    end
end

both :: (n: Int) -> Int #no-inline
    if n > 5
        return sink(n)
    end
    sum := 0
    if n > 3
        with context{user_index = 7}
            sum = replaces(n)
        end
    end
    return sum + reads_first(n)
end

main :: (arguments: Slice{String}) -> Int
    with context{user_index = u32(arguments.length)}
        return replaces(arguments.length) + both(arguments.length) + reads_first(arguments.length) + insert(bit_cast{Pointer{Tree}}(sink(3)), arguments.length).key
    end
end
