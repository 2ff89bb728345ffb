//! A part of the Prelude: getting memory from the current allocator and giving it back, copying it, reading and writing it bit for bit.

/// Memory from the current allocator, with any contents. Panics if there is none, at `location`. No bytes are at an address that is not to be
/// used, and no allocator hears of them, neither here nor in `release`.
/// ```
/// bytes := Pointer{u8}(allocate(100, 1))
/// bytes[99] = 7
/// release(bytes, 100, 1)
/// ```
allocate :: (size: Int, alignment: Int, location: Pointer{Source_Location} = #caller-location) -> Pointer{Void}
    if size == 0
        return "".data
    end
    memory := context.allocator(.ALLOCATE, size, alignment, context.allocator_data, 0, null, bit_cast{Int}(location))
    if memory == null
        out_of_memory(size, location = location)
    end
    return memory
end

/// The place in the source that asks an allocator for memory, from the `options` that it gets; null where nobody says.
/// ```
/// place: Source_Location = Source_Location{"a.hb", 3, 1}
/// asking_place(bit_cast{Int}(&place)).line  // => 3
/// ```
asking_place :: (options: Int) -> Pointer{Source_Location} => bit_cast{Pointer{Source_Location}}(options)

/// `options` for an allocator that is called directly: this place.
/// ```
/// asking_place(from_here()).line > 0        // => true
/// ```
from_here :: (location: Pointer{Source_Location} = #caller-location) -> Int #inline => bit_cast{Int}(location)

/// Panics because an allocator had no memory for something, which `what` names if it is not empty. Nothing happens where no bytes were asked for.
/// ```
/// out_of_memory(4096, "a list")             // panic: out of memory: 4096 bytes for a list
/// ```
out_of_memory :: (size: Int, what: String = "", location: Pointer{Source_Location} = #caller-location) #cold #no-inline
    if size != 0
        digits: Array{u8, 20} = uninit
        text: Array{u8, 96} = uninit
        memory_copy(&text[0], "out of memory: ".data, 15)
        count := hb_rt_decimal_i64(&digits[0], size)
        memory_copy(&text[15], &digits[0], count)
        memory_copy(&text[15 + count], " bytes for ".data, 11)
        length := 21 + count
        if what.length > 0
            named := min(what.length, 96 - 26 - count)
            memory_copy(&text[26 + count], what.data, named)
            length = 26 + count + named
        end
        // an allocator may be asked by somebody who does not say where
        place := ifx location == null => asking_place(from_here()) else => location end
        panic_text(String{data = &text[0], length = length}, place@)
    end
end

/// Hands memory back to the current allocator.
/// ```
/// bytes := allocate(100, 1)
/// release(bytes, 100, 1)
/// ```
release :: (memory: Pointer{Void}, size: Int, alignment: Int)
    if size != 0
        context.allocator(.FREE, 0, alignment, context.allocator_data, size, memory, 0)
    end
end

/// A new T with its default value.
/// ```
/// Point :: struct
///     x, y: Int
/// end
///
/// p := new{Point}()
/// p.x = 3
/// p@                                        // => Point{x = 3, y = 0}
/// new(Point{1, 2}).y                        // => 2
/// ```
new :: {T}(location: Pointer{Source_Location} = #caller-location) -> Pointer{T}
    p := Pointer{T}(allocate(size_of(T), align_of(T), location = location))
    p@ = T{}
    return p
end

/// A new T with this value.
new :: {T}(value: T, location: Pointer{Source_Location} = #caller-location) -> Pointer{T} where !is_type(T)
    p := Pointer{T}(allocate(size_of(T), align_of(T), location = location))
    p@ = value
    return p
end

/// Frees what `new` made.
/// ```
/// p := new(3)
/// free(p)
/// ```
free :: {T}(p: Pointer{T})
    if p != null
        release(p, size_of(T), align_of(T))
    end
end

/// A slice of `length` new elements with their default values.
/// ```
/// numbers := make_slice{Int}(3)
/// defer delete(numbers)
/// numbers[1] = 7
/// numbers                                   // => [0, 7, 0]
/// ```
make_slice :: {T}(length: Int, location: Pointer{Source_Location} = #caller-location) -> Slice{T}
    check_length(length, size_of(T), location)
    data := Pointer{T}(allocate(length * size_of(T), align_of(T), location = location))
    fill_default(data, 0, length)
    return data[0..<length]
end

/// Gives elements their type's default value.
fill_default :: {T}(data: Pointer{T}, low: Int, high: Int) #private #inline
    #if is_number(T) || is_bool(T) || is_rune(T) || is_enum(T) || is_pointer(T)
        if low < high
            memory_set(&data[low], 0, (high - low) * size_of(T))
        end
    #else
        for i in low..<high
            data[i] = T{}
        end
    #end
end

/// The same elements in a slice of another length; new ones get their default values. The old slice is gone.
/// ```
/// numbers := make_slice{Int}(1)
/// numbers = resize(numbers, 3)
/// defer delete(numbers)
/// numbers                                   // => [0, 0, 0]
/// ```
resize :: {T}(s: Slice{T}, length: Int, location: Pointer{Source_Location} = #caller-location) -> Slice{T}
    check_length(length, size_of(T), location)
    if s.length == 0 || length == 0 || size_of(T) == 0
        // nothing that an allocator knows, before or afterwards
        delete(s)
        return make_slice{T}(length, location = location)
    end
    memory := context.allocator(.RESIZE, length * size_of(T), align_of(T), context.allocator_data,
                                s.length * size_of(T), s.data, bit_cast{Int}(location))
    if memory == null
        out_of_memory(length * size_of(T), location = location)
    end
    data := Pointer{T}(memory)
    fill_default(data, s.length, length)
    return data[0..<length]
end

/// Frees what `make_slice` or `resize` made.
/// ```
/// numbers := make_slice{Int}(3)
/// delete(numbers)
/// text := format("{}", 42)
/// delete(text)
/// ```
delete :: {T}(s: Slice{T})
    if s.data != null
        release(s.data, s.length * size_of(T), align_of(T))
    end
end

/// Frees a string that `format` or another procedure has made.
delete :: (s: String)
    if s.data != null
        release(s.data, s.length, 1)
    end
end

check_length :: (length: Int, size: Int, location: Pointer{Source_Location}) #private
    if length < 0 || size > 0 && length > 0x7fff_ffff_ffff_ffff / size
        panic_text("impossible length of a slice", location@)
    end
end

/// Copies bytes; the ranges do not overlap.
/// ```
/// a, b := Array{u8, 3}{1, 2, 3}, Array{u8, 3}{}
/// memory_copy(&b, &a, 2)
/// b                                         // => [1, 2, 0]
/// ```
memory_copy :: (to: Pointer{Void}, from: Pointer{Void}, bytes: Int) #intrinsic "memory_copy"

/// Copies bytes; the ranges may overlap.
/// ```
/// a := Array{u8, 3}{1, 2, 3}
/// memory_move(&a[1], &a[0], 2)
/// a                                         // => [1, 1, 2]
/// ```
memory_move :: (to: Pointer{Void}, from: Pointer{Void}, bytes: Int) #intrinsic "memory_move"

/// Fills bytes.
/// ```
/// a := Array{u8, 3}{1, 2, 3}
/// memory_set(&a, 7, 2)
/// a                                         // => [7, 7, 3]
/// ```
memory_set :: (to: Pointer{Void}, byte: u8, bytes: Int) #intrinsic "memory_set"

/// Compares bytes: negative, 0 or positive.
/// ```
/// a, b := Array{u8, 2}{1, 2}, Array{u8, 2}{1, 3}
/// memory_compare(&a, &b, 2) < 0             // => true
/// ```
memory_compare :: (a: Pointer{Void}, b: Pointer{Void}, bytes: Int) -> i32 #intrinsic "memory_compare"

/// Reads a place that something else than the program may change: never left out, never done twice.
/// ```
/// register: u32 = 7
/// volatile_load(&register)                  // => 7
/// ```
volatile_load :: {T}(place: Pointer{T}) -> T
    where is_number(T) || is_pointer(T) || is_bool(T) || is_rune(T) || is_enum(T) #intrinsic "volatile_load"

/// Writes a place that something else than the program reads: never left out, never done twice.
/// ```
/// register: u32
/// volatile_store(&register, 7)
/// register                                  // => 7
/// ```
volatile_store :: {T}(place: Pointer{T}, value: T)
    where is_number(T) || is_pointer(T) || is_bool(T) || is_rune(T) || is_enum(T) #intrinsic "volatile_store"
