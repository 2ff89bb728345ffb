// expect: handler 2: index 7 is out of range for length 3
// expect: saw user_index 2
// expect-status: 134

// the handler of the innermost context is called, and runs under that context

first :: (message: String, _location: Pointer{Source_Location})
    print("handler 1: {}\n", message)
end

second :: (message: String, _location: Pointer{Source_Location})
    print("handler 2: {}\nsaw user_index {}\n", message, context.user_index)
end

pick :: (items: Slice{Int}, at: Int) -> Int #no-inline => items[at]

main :: ()
    items: Array{Int, 3} = {1, 2, 3}
    with context{on_panic = first, user_index = 1}
        with context{on_panic = second, user_index = 2}
            with context{user_data = &items}
                print("{}\n", pick(items[..], 7))
            end
        end
    end
end
