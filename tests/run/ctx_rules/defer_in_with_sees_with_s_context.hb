run :: ()
    with context{user_index = 5}
        defer print("in {} ", context.user_index)
    end
    print("out {}\n", context.user_index)
end
