// error-line: 5
// error-code: E0203
// error-mentions: allocator

#add-context allocator: Int = 3

main :: ()
    print("{}\n", context.allocator_data == null)
end
