run :: ()
    c := Context{}
    d := default_context()
    print("{} {} {} {} {} {}\n", context.thread_index, context.user_index, context.user_data == null, c.allocator != null, d.logger != null, context.on_panic == null)
end
