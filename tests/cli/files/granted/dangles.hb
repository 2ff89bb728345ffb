Node :: struct
    value: Int
    next: Pointer{Node}
end

sum :: (list: Pointer{Node}) -> Int
    total, node := 0, list
    while node != null
        total += node.value
        free(node)
        node = node.next
    end
    return total
end

main :: ()
    print("{}\n", sum(new(Node{1, new(Node{2, null})})))
end
