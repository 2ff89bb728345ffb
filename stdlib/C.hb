//! The types of C on this platform, and C strings.

c_char :: i8
c_schar :: i8
c_uchar :: u8
c_short :: i16
c_ushort :: u16
c_int :: i32
c_uint :: u32
c_long :: i64
c_ulong :: u64
c_longlong :: i64
c_ulonglong :: u64
c_size :: u64
c_ssize :: i64
c_ptrdiff :: i64
c_float :: f32
c_double :: f64
c_bool :: Bool

/// A copy that ends in NUL, with memory from the current allocator.
/// ```
/// text := C.c_string("abc")
/// string_of(text)                           // => "abc"
/// ```
c_string :: (text: String, location: Pointer{Source_Location} = #caller-location) -> CString
    data := Pointer{u8}(allocate(text.length + 1, 1, location = location))
    memory_copy(data, text.data, text.length)
    data[text.length] = 0
    return data
end
