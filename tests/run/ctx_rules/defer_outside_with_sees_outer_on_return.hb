f :: ()
    defer print("{}\n", context.user_index)
    with context{user_index = 5}
        return
    end
end
run :: ()
    f()
end
