//! The names of an earlier compiler's only module, so that its programs go on compiling.

/// So many bytes, with any contents.
/// ```
/// numbers := Base.alloc(80)
/// numbers[9] = 7
/// ```
alloc :: (bytes: Int, location: Pointer{Source_Location} = #caller-location) -> Pointer{Int}
    return Pointer{Int}(allocate(bytes, 8, location = location))
end

/// Prints a number and a newline.
/// ```
/// Base.print_int(42)
/// // => 42
/// ```
print_int :: (n: Int)
    print("{}\n", n)
end

/// Prints a number and a newline.
/// ```
/// Base.print_f32(1.5)
/// // => 1.5
/// ```
print_f32 :: (x: f32)
    print("{}\n", x)
end

/// Prints a number and a newline.
/// ```
/// Base.print_f64(1.5)
/// // => 1.5
/// ```
print_f64 :: (x: f64)
    print("{}\n", x)
end

/// Prints a text and a newline.
/// ```
/// Base.print_cstr("text")
/// // => text
/// ```
print_cstr :: (text: CString)
    print("{}\n", text)
end

/// Ends the program.
/// ```
/// Base.exit(0)
/// print("this is not reached\n")
/// ```
exit :: (status: Int) -> Never
    #if Build.TRACK
        hb_rt_exit(program_end(i32(status)))
    #else
        hb_rt_exit(i32(status))
    #end
end

hb_rt_exit :: (status: i32) -> Never #foreign #private
