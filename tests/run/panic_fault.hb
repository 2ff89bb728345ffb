// expect-status: 134
// expect: before
// expect: handler: null pointer 9

// a null pointer ends in the handler of the context that was current

handler :: (message: String, _location: Pointer{Source_Location})
    print("handler: {} {}\n", message, context.user_index)
end

Node :: struct
    room: Array{Int, 10}
    following: Pointer{Node}
end

last :: (node: Pointer{Node}) -> Int #no-inline
    print("before\n")
    return node.following.room[context.user_index]
end

main :: () -> Int
    node: Node
    result := 0
    with context{on_panic = handler, user_index = 9}
        result = last(&node)
    end
    return result
end
