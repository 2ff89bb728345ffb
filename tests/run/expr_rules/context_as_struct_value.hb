run :: ()
    c := context{user_index = 3}
    print("{} {}\n", c.user_index, context.user_index)
end
