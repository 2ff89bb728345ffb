//! Allocators of a program's own: one that counts and finds what was never freed or freed twice, and one that hands out pieces of a fixed
//! buffer. The procedures in the middle know nothing about them.

#import "List"

// ---- What the program does

Node :: struct
    word: String
    left, right: Pointer{Node}
end

insert :: (tree: Pointer{Node}, word: String) -> Pointer{Node}
    if tree == null
        return new(Node{word = word})
    end
    if word < tree.word
        tree.left = insert(tree.left, word)
    else if tree.word < word
        tree.right = insert(tree.right, word)
    end
    return tree
end

in_order :: (tree: Pointer{Node}, visit: #closure (word: String))
    if tree != null
        in_order(tree.left, visit)
        visit(tree.word)
        in_order(tree.right, visit)
    end
end

free_tree :: (tree: Pointer{Node}, but: String = "")
    if tree != null
        free_tree(tree.left, but)
        free_tree(tree.right, but)
        if tree.word != but
            free(tree)
        end
    end
end

// ---- An allocator around another one, which remembers

Block :: struct
    address: Pointer{Void}
    size: Int
end

Tracker :: struct
    using parent: Parent
    blocks: List{Block}
    allocated, peak, now: Int
    wrong_frees: Int
end

Parent :: struct
    allocate: Allocator
    data: Pointer{Void}
end

make_tracker :: () -> Tracker
    return {parent = {context.allocator, context.allocator_data}, blocks = list{Block}()}
end

track :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
          old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    tracker := Pointer{Tracker}(allocator_data)
    if old_memory != null && !tracker.forget(old_memory)
        tracker.wrong_frees += 1
        return null
    end
    memory := tracker.allocate(mode, size, alignment, tracker.data, old_size, old_memory, options)
    if memory != null
        tracker.blocks.append({memory, size})
        tracker.allocated += 1
        tracker.now += size
        tracker.peak = max(tracker.peak, tracker.now)
    end
    return memory
end

forget :: (tracker: Pointer{Tracker}, address: Pointer{Void}) -> Bool
    for known, i in tracker.blocks.items()
        if known.address == address
            tracker.now -= known.size
            tracker.blocks.remove(i)
            return true
        end
    end
    return false
end

report :: (tracker: Pointer{Tracker})
    print("  {} blocks, at most {} bytes at a time; {} wrong frees; ", tracker.allocated, tracker.peak, tracker.wrong_frees)
    if tracker.blocks.length == 0
        print("nothing leaks\n")
    else
        print("{} bytes leak in {} blocks\n", tracker.now, tracker.blocks.length)
    end
end

// ---- An allocator over memory that is there already

Buffer :: struct
    memory: Slice{u8}
    used: Int
end

from_buffer :: (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
                _old_size: Int, _old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    buffer := Pointer{Buffer}(allocator_data)
    match mode
    case .ALLOCATE
        start := (buffer.used + alignment - 1) & ~(alignment - 1)
        if start + size > buffer.memory.length
            return null
        end
        buffer.used = start + size
        return &buffer.memory[start]
    case .FREE_ALL => buffer.used = 0
    case .FREE, .RESIZE => return null
    end
    return null
end

WORDS :: Array{String, _}{"the", "context", "is", "handed", "on", "and", "the", "callers", "choose"}

build :: () -> Pointer{Node}
    tree: Pointer{Node}
    for word in WORDS
        tree = insert(tree, word)
    end
    return tree
end

main :: () -> Int
    tracker := make_tracker()
    print("all freed:\n")
    with context{allocator = track, allocator_data = &tracker}
        tree := build()
        letters := 0
        in_order(tree, [&letters] (word: String)
            letters += word.length
        end)
        print("  {} letters\n", letters)
        free_tree(tree)
    end
    report(&tracker)

    print("one forgotten, another freed twice:\n")
    with context{allocator = track, allocator_data = &tracker}
        tree := build()
        left := tree.left
        free_tree(tree, but = "is")
        free(left)
    end
    report(&tracker)

    print("in a buffer on the stack:\n")
    room: Array{u8, 1024}
    buffer := Buffer{memory = room}
    with context{allocator = from_buffer, allocator_data = &buffer}
        in_order(build(), (word: String) => print("  {}", word))
        print("\n  {} bytes used\n", buffer.used)
        context.allocator(.FREE_ALL, 0, 0, context.allocator_data, 0, null, 0)
    end
    print("  {} bytes used\n", buffer.used)
    return 0
end
