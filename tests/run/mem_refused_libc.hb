// options: --allocator libc
// eval: no, it has no libc
// expect: nothing: true, enough: false
// expect-error: panic: out of memory: 4611686018427387904 bytes
// expect-status: 134

// Who asks for more than there is hears of it, even where nothing is done with the memory.

main :: ()
    huge := 1 << 62
    nothing := context.allocator(.ALLOCATE, huge, 16, context.allocator_data, 0, null, 0)
    enough := context.allocator(.ALLOCATE, 1 << 10, 16, context.allocator_data, 0, null, 0)
    print("nothing: {}, enough: {}\n", nothing == null, enough == null)
    unused := make_slice{u8}(huge)
    delete(unused)
end
