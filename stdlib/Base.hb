//! The names of an earlier compiler's only module, so that its programs go on compiling.

/// So many bytes, with any contents.
alloc :: (bytes: Int) -> Pointer{Int}
    return Pointer{Int}(allocate(bytes, 8))
end

print_int :: (n: Int)
    print("{}\n", n)
end

print_f32 :: (x: f32)
    print("{}\n", x)
end

print_f64 :: (x: f64)
    print("{}\n", x)
end

print_cstr :: (text: CString)
    print("{}\n", text)
end

/// Ends the program.
exit :: (status: Int) -> Never
    #if Build.TRACK
        hb_rt_exit(program_end(i32(status)))
    #else
        hb_rt_exit(i32(status))
    #end
end

hb_rt_exit :: (status: i32) -> Never #foreign #private
