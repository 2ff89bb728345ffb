run :: ()
    for i in 0..<3
        with context{user_index = u32(i)}
            print("{} ", context.user_index)
        end
    end
    print("{}\n", context.user_index)
end
