// expect: handler: null pointer
// expect: under 5
// expect-status: 134
// eval: no

// a null pointer calls the handler of the current context at every level of optimisation, though all of this is one procedure there

Node :: struct
    next: Pointer{Node}
    value: Int
end

tell :: (message: String, _location: Pointer{Source_Location})
    print("handler: {}\nunder {}\n", message, context.user_index)
end

sum :: (first: Pointer{Node}, count: Int) -> Int
    total := 0
    node := first
    for _ in 0..<count
        total += node.value
        node = node.next
    end
    return total
end

main :: ()
    a := Node{null, 1}
    b := Node{&a, 2}
    with context{on_panic = tell, user_index = 5}
        print("{}\n", sum(&b, 3))
    end
end
