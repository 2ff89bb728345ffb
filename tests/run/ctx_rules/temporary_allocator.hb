run :: ()
    with context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data}
        s := make_slice{Int}(2)
        print("{} ", s)
    end
    context.temporary_allocator(.FREE_ALL, 0, 0, context.temporary_allocator_data, 0, null, 0)
    print("true\n")
end
