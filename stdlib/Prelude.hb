//! What every module sees without an import: the context, memory, printing, panics.
//!
//! The compiler itself refers to some of this by name: `Context`, `Source_Location`, the types and procedures of formatting
//! (see the reference, "Formatting"), `decode_rune`. Everything stands on the runtime's C ABI, which is declared
//! at the end. Start reading at `Context`.

Build :: #import "Build" #public
Temporary :: #import "Temporary"

int    :: Int
bool   :: Bool
string :: String
void   :: Void
s8     :: i8
s16    :: i16
s32    :: i32
s64    :: i64

// ---- The context ----------------------------------------------------------------------------------------------------

/// What every procedure inherits from its caller.
Context :: struct
    thread_index: u32
    user_index: u32
    user_data: Pointer{Void}
    allocator: Allocator = default_allocator
    allocator_data: Pointer{Void}
    logger: Logger = default_logger
    logger_data: Pointer{Void}
    temporary_allocator: Allocator = default_temporary_allocator
    temporary_allocator_data: Pointer{Void}
    on_panic: Panic_Handler
end

/// Gives, changes and takes back memory. What `ALLOCATE` gives may hold anything; null means that there is none. `RESIZE` keeps the
/// contents, and the old block when it gives null. `FREE_ALL` takes back everything at once, where the allocator can do that.
/// `options` is 0 or the address of the `Source_Location` that asks, which whoever wants to know finds there: `asking_place`.
Allocator :: #type (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
                    old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}

AllocatorMode :: enum
    ALLOCATE
    RESIZE
    FREE
    FREE_ALL
end

Logger :: #type (message: String, ident: String, mode: LogMode, data: Pointer{Void})

LogMode :: enum
    NONE
    MINIMAL
    EVERYDAY
    VERBOSE
end

/// Called when the program panics, after the message has been printed and before the process ends.
Panic_Handler :: #type (message: String, location: Pointer{Source_Location})

/// A place in the source: `#caller-location`.
Source_Location :: struct
    file: String
    line: u32
    column: u32
end

/// The allocator of a program that has chosen none: the build's (`--allocator`).
#if Build.TRACK
    default_allocator :: tracking_allocator
#else
    default_allocator :: build_allocator
#end

/// The same, but never watched: what the library keeps for itself, as long as it likes.
#if Build.ALLOCATOR == "libc"
    build_allocator :: libc_allocator
#else
    #if Build.ALLOCATOR == "mimalloc"
        build_allocator :: mimalloc_allocator
    #else
        #if Build.ALLOCATOR == "gc"
            build_allocator :: gc_allocator
        #else
            build_allocator :: page_allocator
        #end
    #end
#end

#if Build.TRACK
    Tracking :: #import "Tracking"

    /// The build's allocator, watched (`--track`): see module `Tracking`.
    /// ```
    /// p := new(3)                               // under `--track`
    /// free(p)
    /// ```
    tracking_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                           old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
        return Tracking.allocate(mode, size, alignment, &tracker, old_size, old_memory, options)
    end

    tracker: Tracking.Tracking = Tracking.Tracking{parent = build_allocator} #private

    // The last word before the process ends: what has leaked makes success a failure.

    /// What the process ends with under `--track`: what has leaked makes success a failure.
    /// ```
    /// p := new(3)
    /// free(p)                                   // so that nothing has
    /// ```
    program_end :: (status: i32) -> i32
        clean := Tracking.report(&tracker)
        return ifx clean || status != 0 => status else => 1 end
    end
#end

/// Size classes over pages from the system.
/// ```
/// with context{allocator = page_allocator}
///     p := new(3)
///     free(p)
/// end
/// ```
page_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                   old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    match mode
    case .ALLOCATE => return hb_rt_page_allocate(size, alignment)
    case .RESIZE   => return hb_rt_page_resize(old_memory, old_size, size, alignment)
    case .FREE     => hb_rt_page_free(old_memory, old_size)
    case .FREE_ALL => return null
    end
    return null
end

/// The allocator of compile time, seen from the program that runs. What it gave then is static data: freeing that does nothing, and
/// growing it copies it into memory of the build's default allocator, which does everything else.
/// ```
/// with context{allocator = static_allocator}
///     new(3)@                               // => 3
/// end
/// ```
static_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                     old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    if old_memory == null || !hb_rt_is_static(old_memory)
        return default_allocator(mode, size, alignment, null, old_size, old_memory, options)
    end
    return leave_static(mode, size, alignment, old_size, old_memory, default_allocator)
end

/// What compile-time execution runs instead of the allocators of a build.
compile_time_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                           old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void} #private
    if old_memory == null || !hb_rt_is_static(old_memory)
        return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
    end
    return leave_static(mode, size, alignment, old_size, old_memory, page_allocator)
end

leave_static :: (mode: AllocatorMode, size: Int, alignment: Int, old_size: Int, old_memory: Pointer{Void},
                 allocator: Allocator) -> Pointer{Void} #private
    if mode != .RESIZE
        return null
    end
    fresh := allocator(.ALLOCATE, size, alignment, null, 0, null, 0)
    if fresh != null
        memory_copy(fresh, old_memory, ifx old_size < size => old_size else => size end)
    end
    return fresh
end

/// C's malloc, realloc and free. Programs that use it are linked with libc.
/// ```
/// with context{allocator = libc_allocator}
///     p := new(3)
///     free(p)
/// end
/// ```
libc_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                   old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    match mode
    case .ALLOCATE => return libc_allocate(size, alignment)
    case .RESIZE
        // what is aligned more than malloc does it by itself would lose that
        if alignment <= LIBC_ALIGNMENT && !hb_rt_is_static(old_memory)
            return realloc(old_memory, u64(max(size, 1)))
        end
        fresh := libc_allocate(size, alignment)
        if fresh != null && old_memory != null
            memory_copy(fresh, old_memory, min(size, old_size))
            if !hb_rt_is_static(old_memory) c_free(old_memory); end
        end
        return fresh
    case .FREE
        if !hb_rt_is_static(old_memory) c_free(old_memory); end
    case .FREE_ALL => return null
    end
    return null
end

/// Microsoft's mimalloc: fast where many threads allocate and free what others have made. Programs that use it are linked with libc.
/// ```
/// with context{allocator = mimalloc_allocator}
///     p := new(3)
///     free(p)
/// end
/// ```
mimalloc_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                       old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    if hb_rt_is_static(old_memory)
        return leave_static(mode, size, alignment, old_size, old_memory, mimalloc_allocator)
    end
    match mode
    case .ALLOCATE => return mi_malloc_aligned(u64(size), u64(max(alignment, 1)))
    case .RESIZE   => return mi_realloc_aligned(old_memory, u64(size), u64(max(alignment, 1)))
    case .FREE     => mi_free(old_memory)
    case .FREE_ALL => return null
    end
    return null
end

/// The garbage collector of Boehm, Demers and Weiser: nothing needs to be freed, though what is freed is used again at once. It finds
/// pointers in registers, stacks, variables and in its own blocks, not in those of other allocators. Programs that use it are
/// linked with libc.
/// ```
/// with context{allocator = gc_allocator}
///     new(3)@                               // => 3
/// end
/// ```
gc_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                 old_size: Int, old_memory: Pointer{Void}, _options: Int) -> Pointer{Void}
    match mode
    case .ALLOCATE => return gc_allocate(size, alignment)
    case .RESIZE
        if alignment <= LIBC_ALIGNMENT && (old_memory == null || GC_base(old_memory) == old_memory)
            return GC_realloc(old_memory, u64(max(size, 1)))
        end
        fresh := gc_allocate(size, alignment)
        if fresh != null && old_memory != null
            memory_copy(fresh, old_memory, min(size, old_size))
        end
        return fresh
    case .FREE
        // what is aligned more than usual may lie within a block
        if old_memory != null && GC_base(old_memory) == old_memory
            GC_free(old_memory)
        end
    case .FREE_ALL => return null
    end
    return null
end

gc_allocate :: (size: Int, alignment: Int) -> Pointer{Void} #private
    if alignment <= LIBC_ALIGNMENT
        return GC_malloc(u64(max(size, 1)))
    end
    return GC_memalign(u64(alignment), u64(max(size, 1)))
end

LIBC_ALIGNMENT :: 16 #private

libc_allocate :: (size: Int, alignment: Int) -> Pointer{Void} #private
    if alignment <= LIBC_ALIGNMENT
        return malloc(u64(max(size, 1)))
    end
    return aligned_alloc(u64(alignment), (u64(size) + u64(alignment) - 1) & ~(u64(alignment) - 1))
end

malloc :: (size: u64) -> Pointer{Void} #foreign #private
aligned_alloc :: (alignment: u64, size: u64) -> Pointer{Void} #foreign #private
realloc :: (old: Pointer{Void}, size: u64) -> Pointer{Void} #foreign #private
c_free :: (old: Pointer{Void}) #foreign "free" #private
mi_malloc_aligned :: (size: u64, alignment: u64) -> Pointer{Void} #foreign #private
mi_realloc_aligned :: (old: Pointer{Void}, size: u64, alignment: u64) -> Pointer{Void} #foreign #private
mi_free :: (old: Pointer{Void}) #foreign #private
GC_malloc :: (size: u64) -> Pointer{Void} #foreign #private
GC_memalign :: (alignment: u64, size: u64) -> Pointer{Void} #foreign #private
GC_realloc :: (old: Pointer{Void}, size: u64) -> Pointer{Void} #foreign #private
GC_base :: (address: Pointer{Void}) -> Pointer{Void} #foreign #private
GC_free :: (old: Pointer{Void}) #foreign #private

/// A ring of the first thread's own: what it gives lives until somebody asks it to `FREE_ALL`. Threads of module `Thread` begin with another one.
/// ```
/// with context{allocator = context.temporary_allocator, allocator_data = context.temporary_allocator_data}
///     format("{} and {}", 1, 2)             // => "1 and 2"
/// end
/// context.temporary_allocator(.FREE_ALL, 0, 1, context.temporary_allocator_data, 0, null, 0)
/// ```
default_temporary_allocator :: (mode: AllocatorMode, size: Int, alignment: Int, _allocator_data: Pointer{Void},
                                old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    return Temporary.allocate(mode, size, alignment, &temporary_ring, old_size, old_memory, options)
end

temporary_ring: Temporary.Temporary = Temporary.Temporary{parent = build_allocator} #private

/// The logger of a program that has chosen none: a line on standard error.
/// ```
/// context.logger("the disk is full", "error", .MINIMAL, context.logger_data)      // error: the disk is full
/// ```
default_logger :: (message: String, ident: String, _mode: LogMode, _data: Pointer{Void})
    if ident.length > 0
        hb_rt_write_error(ident.data, ident.length)
        hb_rt_write_error(": ".data, 2)
    end
    hb_rt_write_error(message.data, message.length)
    hb_rt_write_error("\n".data, 1)
end

// ---- Memory ---------------------------------------------------------------------------------------------------------

/// Memory from the current allocator, with any contents. Panics if there is none, at `location`. No bytes are at an address that is not to be
/// used, null perhaps.
/// ```
/// bytes := Pointer{u8}(allocate(100, 1))
/// bytes[99] = 7
/// release(bytes, 100, 1)
/// ```
allocate :: (size: Int, alignment: Int, location: Pointer{Source_Location} = #caller-location) -> Pointer{Void}
    memory := context.allocator(.ALLOCATE, size, alignment, context.allocator_data, 0, null, bit_cast{Int}(location))
    if memory == null
        out_of_memory(size, location)
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

// Nothing happens where nothing was asked for.
out_of_memory :: (size: Int, location: Pointer{Source_Location}) #private #cold #no-inline
    if size != 0
        digits: Array{u8, 20} = uninit
        text: Array{u8, 64} = uninit
        memory_copy(&text[0], "out of memory: ".data, 15)
        count := hb_rt_decimal_i64(&digits[0], size)
        memory_copy(&text[15], &digits[0], count)
        memory_copy(&text[15 + count], " bytes".data, 6)
        panic_text(String{data = &text[0], length = 21 + count}, location@)
    end
end

/// Hands memory back to the current allocator.
/// ```
/// bytes := allocate(100, 1)
/// release(bytes, 100, 1)
/// ```
release :: (memory: Pointer{Void}, size: Int, alignment: Int)
    context.allocator(.FREE, 0, alignment, context.allocator_data, size, memory, 0)
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
new :: {T}(value: T, location: Pointer{Source_Location} = #caller-location) -> Pointer{T}
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
    for i in 0..<length
        data[i] = T{}
    end
    return data[0..<length]
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
    memory := context.allocator(.RESIZE, length * size_of(T), align_of(T), context.allocator_data,
                                s.length * size_of(T), s.data, bit_cast{Int}(location))
    if memory == null
        out_of_memory(length * size_of(T), location)
    end
    data := Pointer{T}(memory)
    for i in s.length..<length
        data[i] = T{}
    end
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

// ---- Types ----------------------------------------------------------------------------------------------------------

/// What `tag_of` gives of a `Maybe`.
///
/// ```
/// m: Maybe{Int} = 3
/// tag_of(m)   // => some
/// ```
Maybe_Tag :: enum {u8}
    none
    some
end

/// What `type_info(T)` tells about a type. What stands behind `answers` is there only in programs that use `type_info`.
Type_Info :: struct
    name: String
    size: Int
    align: Int
    format: Held_Format
    /// What the predicates say (`is_integer` …), a bit each: for types that are known at run time only.
    answers: u64
    kind: Type_Kind
    /// Of integers.
    is_signed: Bool
    /// Of arrays, vectors and `Soa`.
    length: Int
    /// Of a pointer, an array, a slice, a vector, a `Maybe`; of an enum and a distinct type, what they are made of. Else `Void`.
    element: Type
    /// Fields of a struct, cases of a union.
    fields: Slice{Field_Info}
    /// Members of an enum.
    members: Slice{Member_Info}
    /// Types of the parameters of a procedure; type arguments of a generic struct or union.
    parameters: Slice{Type}
    /// Types of the results of a procedure.
    results: Slice{Type}
end

Type_Kind :: enum
    INTEGER
    FLOAT
    BOOL
    RUNE
    VOID
    NEVER
    STRING
    C_STRING
    POINTER
    ARRAY
    SLICE
    SIMD
    SOA
    PROCEDURE
    STRUCT
    ENUM
    UNION
    DISTINCT
    MAYBE
    ANY
    TYPE
end

/// A field of a struct, or a case of a union, whose type is `Void` where it holds nothing.
Field_Info :: struct
    name: String
    type: Type
    offset: Int
    index: Int
    tag: String
end

/// A member of an enum.
Member_Info :: struct
    name: String
    value: Int
end

/// Shows a value that lies there as `format` does. Null for types without a `format`, and in programs that print no `Any`.
Held_Format :: #type (out: Pointer{Writer}, value: Pointer{Void}, spec: Format_Spec)

// ---- Values ---------------------------------------------------------------------------------------------------------

/// The smaller of two; the first of equal ones.
/// ```
/// min(3, 7)                                 // => 3
/// min("b", "a")                             // => "a"
/// ```
min :: {T}(a: T, b: T) -> T where has_operator(T, "<")
    if b < a
        return b
    end
    return a
end

/// The greater of two; the first of equal ones.
/// ```
/// max(3, 7)                                 // => 7
/// ```
max :: {T}(a: T, b: T) -> T where has_operator(T, "<")
    if a < b
        return b
    end
    return a
end

/// Puts the value of each where the other's was.
/// ```
/// a, b := 1, 2
/// swap(&a, &b)
/// a                                         // => 2
/// ```
swap :: {T}(a: Pointer{T}, b: Pointer{T})
    kept := a@
    a@ = b@
    b@ = kept
end

/// Do two slices have equal elements?
/// ```
/// a, b := make_slice{Int}(2), make_slice{Int}(2)
/// equal(a, b)                               // => true
/// ```
equal :: {T}(a: Slice{T}, b: Slice{T}) -> Bool
    if a.length != b.length
        return false
    end
    for i in 0..<a.length
        if a[i] != b[i]
            return false
        end
    end
    return true
end

/// The order of two strings by their bytes: negative, 0 or positive.
/// ```
/// compare("apple", "banana") < 0            // => true
/// compare("a", "a")                         // => 0
/// ```
compare :: (a: String, b: String) -> Int
    order := memory_compare(a.data, b.data, min(a.length, b.length))
    if order != 0
        return Int(order)
    end
    return a.length - b.length
end

/// Whether a string comes before another one by its bytes.
/// ```
/// "apple" < "banana"                        // => true
/// ```
< :: #operator (a: String, b: String) -> Bool
    return compare(a, b) < 0
end

/// Both one behind the other, in memory from the current allocator: `delete` gives it back. A part without bytes takes none.
/// ```
/// half := "con"
/// text := half + "cat"
/// defer delete(text)
/// text                                      // => "concat"
/// ```
+ :: #operator (a: String, b: String) -> String
    if a.length + b.length == 0
        return ""
    end
    data := Pointer{u8}(allocate(a.length + b.length, 1))
    memory_copy(data, a.data, a.length)
    memory_copy(&data[a.length], b.data, b.length)
    return String{data = data, length = a.length + b.length}
end

/// Members of an enum are ordered by their values, unless it has an order of its own.
< :: #operator {T}(a: T, b: T) -> Bool where is_enum(T) && !has_operator(T, "|")
    return i128(a) < i128(b)
end

// Arithmetic that wraps under `--overflow trap` too.

/// The sum without what does not fit.
/// ```
/// wrap_add(u8(250), 10)                     // => 4
/// ```
wrap_add :: {T}(a: T, b: T) -> T where is_integer(T)
    sum, _ := add_overflow(a, b)
    return sum
end

/// The difference without what does not fit.
/// ```
/// wrap_sub(u8(1), 2)                        // => 255
/// ```
wrap_sub :: {T}(a: T, b: T) -> T where is_integer(T)
    difference, _ := sub_overflow(a, b)
    return difference
end

/// The product without what does not fit.
/// ```
/// wrap_mul(u8(16), 17)                      // => 16
/// ```
wrap_mul :: {T}(a: T, b: T) -> T where is_integer(T)
    product, _ := mul_overflow(a, b)
    return product
end

/// The number with the other sign; the smallest one stays what it is.
/// ```
/// wrap_neg(i8(-128))                        // => -128
/// ```
wrap_neg :: {T}(a: T) -> T where is_integer(T)
    return wrap_sub(T(0), a)
end

add_overflow :: {T}(a: T, b: T) -> (T, Bool) #intrinsic "add_overflow" #private
sub_overflow :: {T}(a: T, b: T) -> (T, Bool) #intrinsic "sub_overflow" #private
mul_overflow :: {T}(a: T, b: T) -> (T, Bool) #intrinsic "mul_overflow" #private

/// The same value in memory from the current allocator, where it lives until somebody frees that.
/// ```
/// keep :: () -> Any
///     words: Array{Int, 2} = {1, 2}         // gone when `keep` comes back
///     return any_copy(words)
/// end
///
/// keep()                                    // => [1, 2]
/// ```
any_copy :: (a: Any) -> Any
    words := bit_cast{Any_Words}(a)
    size := type_info(words.type).size
    if size <= size_of(UInt)
        return a
    end
    memory := allocate(size, type_info(words.type).align)
    memory_copy(memory, words.word, size)
    return bit_cast{Any}(words{word = memory})
end

// An Any as it lies in memory: values of more than a word stand behind their address.
Any_Words :: struct #private
    type: Type
    word: Pointer{Void}                 // or the value's bits
end

// ---- Vectors --------------------------------------------------------------------------------------------------------

/// The sum of all lanes; of floats from the first lane to the last.
/// ```
/// sum(Simd{Int, 4}{1, 2, 3, 4})             // => 10
/// ```
sum :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_add"

/// The product of all lanes.
/// ```
/// product(Simd{Int, 4}{1, 2, 3, 4})         // => 24
/// ```
product :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_mul"

/// The least lane.
min :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_min"

/// The greatest lane.
max :: {T, N: Int}(v: Simd{T, N}) -> T #intrinsic "reduce_max"

/// Whether a mask is set in all lanes.
/// ```
/// all(Simd{Int, 2}{1, 2} == Simd{Int, 2}{1, 3})       // => false
/// ```
all :: {N: Int}(mask: Simd{Bool, N}) -> Bool #intrinsic "reduce_and"

/// Whether a mask is set in one lane at least.
/// ```
/// any(Simd{Int, 2}{1, 2} == Simd{Int, 2}{1, 3})       // => true
/// ```
any :: {N: Int}(mask: Simd{Bool, N}) -> Bool #intrinsic "reduce_or"

/// The lanes of `a` where the mask is set, those of `b` elsewhere.
/// ```
/// a, b := Simd{Int, 2}{1, 9}, Simd{Int, 2}{5, 5}
/// sum(select(a < b, a, b))                  // => 6
/// ```
select :: {T, N: Int}(mask: Simd{Bool, N}, a: Simd{T, N}, b: Simd{T, N}) -> Simd{T, N} #intrinsic "select"

/// The lesser ones, lane by lane.
min :: {T, N: Int}(a: Simd{T, N}, b: Simd{T, N}) -> Simd{T, N}
    return select(b < a, b, a)
end

/// The greater ones, lane by lane.
max :: {T, N: Int}(a: Simd{T, N}, b: Simd{T, N}) -> Simd{T, N}
    return select(a < b, b, a)
end

/// The N items from position `at` on, which need no alignment.
/// ```
/// numbers: Slice{Int} = {1, 2, 3, 4, 5}
/// sum(simd_load{Int, 4}(numbers, 1))        // => 14
/// ```
simd_load :: {T, N: Int}(items: Slice{T}, at: Int = 0) -> Simd{T, N}
    part := items[at..<at + N]
    v: Simd{T, N} = uninit
    memory_copy(&v, part.data, N * size_of(T))
    return v
end

/// Stores all lanes from position `at` on.
/// ```
/// numbers := Array{Int, 3}{}
/// simd_store(Simd{Int, 2}{1, 2}, numbers[..], 1)
/// numbers                                   // => [0, 1, 2]
/// ```
simd_store :: {T, N: Int}(v: Simd{T, N}, items: Slice{T}, at: Int = 0)
    part := items[at..<at + N]
    lanes := v
    memory_copy(part.data, &lanes, N * size_of(T))
end

// ---- Text -----------------------------------------------------------------------------------------------------------

/// The first rune of some UTF-8 and its length in bytes; U+FFFD and 1 where it is invalid. There is at least one byte.
/// ```
/// text := "né"
/// rune, width := decode_rune(&text.data[1], 2)
/// rune                                      // => 'é'
/// width                                     // => 2
/// ```
decode_rune :: (data: Pointer{u8}, left: Int) -> (Rune, Int)
    first := u32(data[0])
    if first < 0x80
        return bit_cast{Rune}(first), 1
    end
    return decode_long_rune(data, left, first)
end

decode_long_rune :: (data: Pointer{u8}, left: Int, first: u32) -> (Rune, Int) #private #no-inline
    if first >= 0xc2 && first < 0xe0 && left >= 2 && is_continuation(data[1])
        return bit_cast{Rune}((first & 0x1f) << 6 | continuation(data[1])), 2
    end
    if first >= 0xe0 && first < 0xf0 && left >= 3 && is_continuation(data[1]) && is_continuation(data[2])
        value := ((first & 0x0f) << 12) | (continuation(data[1]) << 6) | continuation(data[2])
        if value >= 0x800 && (value < 0xd800 || value > 0xdfff)
            return bit_cast{Rune}(value), 3
        end
    end
    if first >= 0xf0 && first < 0xf5 && left >= 4 && is_continuation(data[1]) && is_continuation(data[2]) && is_continuation(data[3])
        value := ((first & 0x07) << 18) | (continuation(data[1]) << 12) | (continuation(data[2]) << 6) | continuation(data[3])
        if value >= 0x10000 && value <= 0x10ffff
            return bit_cast{Rune}(value), 4
        end
    end
    return '\u{FFFD}', 1
end

is_continuation :: (byte: u8) -> Bool #private
    return byte >= 0x80 && byte < 0xc0
end

continuation :: (byte: u8) -> u32 #private
    return u32(byte) & 0x3f
end

/// Writes a rune as UTF-8, at most 4 bytes; gives their count.
/// ```
/// bytes: Array{u8, 4}
/// encode_rune(&bytes[0], 'é')               // => 2
/// ```
encode_rune :: (to: Pointer{u8}, rune: Rune) -> Int
    value := bit_cast{u32}(rune)
    if value < 0x80
        to[0] = u8(value)
        return 1
    end
    if value < 0x800
        to[0] = u8(0xc0 | (value >> 6))
        to[1] = u8(0x80 | (value & 0x3f))
        return 2
    end
    if value < 0x10000
        to[0] = u8(0xe0 | (value >> 12))
        to[1] = u8(0x80 | ((value >> 6) & 0x3f))
        to[2] = u8(0x80 | (value & 0x3f))
        return 3
    end
    to[0] = u8(0xf0 | (value >> 18))
    to[1] = u8(0x80 | ((value >> 12) & 0x3f))
    to[2] = u8(0x80 | ((value >> 6) & 0x3f))
    to[3] = u8(0x80 | (value & 0x3f))
    return 4
end

/// How many runes a string has.
/// ```
/// rune_count("né")                          // => 2
/// ```
rune_count :: (text: String) -> Int
    count := 0
    at := 0
    while at < text.length
        _, width := decode_rune(&text.data[at], text.length - at)
        at += width
        count += 1
    end
    return count
end

// ---- Errors ---------------------------------------------------------------------------------------------------------

/// An error with a message, and the error that caused it. Null, the default, means success.
Error :: distinct Pointer{Error_Info} #error

/// What an `Error` carries: `e.message`, `e.cause`.
Error_Info :: struct
    message: String
    cause: Error
end

/// A new error, with memory from the current allocator. It refers to the message's bytes.
/// ```
/// inner := error("no such file")
/// print("{}\n", error("cannot read the settings", inner))      // => cannot read the settings: no such file
/// ```
error :: (message: String, cause: Error = Error{}) -> Error
    return Error(new(Error_Info{message, cause}))
end

/// Makes a string, with memory from the current allocator; a type of one's own has a `format` for its `print`.
/// ```
/// Money :: struct
///     cents: Int
/// end
///
/// format :: (out: Pointer{Writer}, m: Pointer{Money}, _spec: Format_Spec)
///     print_to(out, "{}.{:02}", m.cents / 100, m.cents % 100)
/// end
///
/// main :: ()
///     print("{}\n", Money{1205})                      // => 12.05
///     print("{}\n", format("{:>5}|{:x}", 42, 255))    // =>    42|ff
/// end
/// ```
format :: (out: Pointer{Writer}, e: Pointer{Error}, _spec: Format_Spec)
    at := e@
    while at != Error{}
        write(out, at.message)
        at = at.cause
        if at != Error{}
            write(out, ": ")
        end
    end
end

// ---- Panics ---------------------------------------------------------------------------------------------------------

/// Ends the program: prints the message, where it happened and a backtrace, calls `context.on_panic`, exits with status 134.
/// ```
/// panic("{} is too many", 12)               // panic: 12 is too many
/// ```
panic :: (format: String, items: ..Any) -> Never #format end

/// What `panic` does with a format without placeholders.
/// ```
/// panic_text("enough")                      // panic: enough
/// ```
panic_text :: (message: String, location := #caller-location) -> Never #cold
    hb_rt_panic_report(message.data, message.length, &location)
    if context.on_panic != null
        context.on_panic(message, &location)
    end
    hb_rt_panic_exit()
end

/// What an index operator does where there is no such element. With `location: Pointer{Source_Location} = #caller-location` behind its
/// indices, it can say where the caller is.
/// ```
/// panic_index(5, 3)                         // panic: index 5 is out of range for length 3
/// ```
panic_index :: (index: Int, length: Int, location: Pointer{Source_Location} = #caller-location) -> Never #cold
    hb_rt_panic_index(context_address(), index, length, location)
end

// Who chose the handler that is current: the context of the innermost `with` that may have. A panic gets its context as any procedure does, but a
// fault of the hardware comes where no call is, and the optimiser keeps a context only for calls. The compiler calls these around the bodies of
// such a `with`.
#if Build.RUNTIME == "none"
    enter_handler :: () -> Pointer{Void} #inline => null

    leave_handler :: (_outer: Pointer{Void}) #inline
    end
#else
    handler_context: Pointer{Void} #thread-local #private

    /// What the compiler calls at the beginning of such a block; whoever leaves blocks otherwise calls it, too.
    /// ```
    /// outer := enter_handler()
    /// leave_handler(outer)
    /// enter_handler() == outer          // => true
    /// ```
    enter_handler :: () -> Pointer{Void} #inline
        outer := handler_context
        handler_context = Pointer{Void}(context_address())
        // the optimiser knows nothing about it, so what was written before is there when it comes to a fault
        hb_rt_panic_handlers(current_handler)
        return outer
    end

    /// What the compiler calls at the end of such a block.
    /// ```
    /// outer := enter_handler()
    /// leave_handler(outer)
    /// enter_handler() == outer          // => true
    /// ```
    leave_handler :: (outer: Pointer{Void}) #inline
        handler_context = outer
    end

    current_handler :: #c-call () -> Pointer{Void} #private => handler_context

    hb_rt_panic_handlers :: (source: #c-call () -> Pointer{Void}) #foreign #private
#end

/// What `panic` begins with: where its message is written.
/// ```
/// storage: Format_Storage = uninit
/// out := panic_begin(&storage)
/// write(out, "made by hand")
/// panic_end(out)                            // panic: made by hand
/// ```
panic_begin :: (storage: Pointer{Format_Storage}) -> Pointer{Writer} #cold
    return format_begin(storage)
end

/// What `panic` ends with.
/// ```
/// storage: Format_Storage = uninit
/// out := panic_begin(&storage)
/// write(out, "made by hand")
/// panic_end(out)                            // panic: made by hand
/// ```
panic_end :: (out: Pointer{Writer}, location := #caller-location) -> Never #cold
    panic_text(written(out), location)
end

/// Panics unless the condition holds.
/// ```
/// assert(1 + 1 == 2)
/// assert(1 + 1 == 3, "counting")            // panic: counting
/// ```
assert :: (condition: Bool, message: String = "assertion failed", location := #caller-location)
    if !condition
        panic_text(message, location)
    end
end

/// For places that the program never comes to.
/// ```
/// sign :: (x: Int) -> Int
///     if x < 0
///         return -1
///     else if x >= 0
///         return 1
///     end
///     unreachable()
/// end
///
/// sign(-3)                                  // => -1
/// ```
unreachable :: (location := #caller-location) -> Never
    panic_text("unreachable code was reached", location)
end

// ---- Printing and formatting ------------------------------------------------------------------------------------------

/// Where text goes. `drain` takes what finds no room; null stands for standard output.
Writer :: struct
    data: Pointer{u8}
    length: Int
    capacity: Int
    drain: Drain
    owner: Pointer{Void}
end

Drain :: #type (out: Pointer{Writer}, text: String)

/// How one value is to be shown: what stands behind the colon of a placeholder.
Format_Spec :: struct
    fill: Rune = ' '
    width: i32
    precision: i32 = -1
    kind: Format_Kind
    align: Format_Align
    plus: Bool
    alternate: Bool
    zero: Bool
end

Format_Kind :: enum {u8}
    DISPLAY
    DEBUG
    HEX
    HEX_UPPER
    BINARY
    OCTAL
    EXPONENT
    EXPONENT_UPPER
end

Format_Align :: enum {u8}
    DEFAULT
    LEFT
    CENTER
    RIGHT
end

/// What one call of `print`, `format`, `panic` … needs on the stack.
Format_Storage :: struct
    writer: Writer
    room: Array{u8, 216}
end

standard_output: Writer #private
standard_error: Writer = Writer{drain = drain_to_error} #private

/// Prints on standard output.
/// ```
/// print("{} {:>4} {:?}\n", 1, 2.5, "a")     // => 1  2.5 "a"
/// ```
print :: (format: String, items: ..Any) #format end

/// What `print` does with a format without placeholders.
/// ```
/// print_text("plain\n")
/// // => plain
/// ```
print_text :: (text: String)
    hb_rt_write(text.data, text.length)
end

/// What `print` begins with: where its text goes.
/// ```
/// storage: Format_Storage = uninit
/// out := print_begin(&storage)
/// write(out, "made by hand\n")
/// print_end(out)
/// // => made by hand
/// ```
print_begin :: (_storage: Pointer{Format_Storage}) -> Pointer{Writer}
    return &standard_output
end

/// What `print` ends with.
/// ```
/// storage: Format_Storage = uninit
/// print_end(print_begin(&storage))
/// ```
print_end :: (_out: Pointer{Writer})
end

/// What becomes of an error that `main` gives: the process ends with status 1.
/// ```
/// report_error("nothing is open")           // on standard error: error: nothing is open
/// ```
report_error :: {T}(error: T) #cold
    print_error("error: {}\n", error)
end

/// Prints on standard error.
/// ```
/// print_error("warning: {}\n", "it is late")
/// ```
print_error :: (format: String, items: ..Any) #format end

/// What `print_error` does with a format without placeholders.
/// ```
/// print_error_text("it is late\n")
/// ```
print_error_text :: (text: String)
    hb_rt_write_error(text.data, text.length)
end

/// What `print_error` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := print_error_begin(&storage)
/// write(out, "made by hand\n")
/// print_error_end(out)
/// ```
print_error_begin :: (_storage: Pointer{Format_Storage}) -> Pointer{Writer}
    return &standard_error
end

/// What `print_error` ends with.
/// ```
/// storage: Format_Storage = uninit
/// print_error_end(print_error_begin(&storage))
/// ```
print_error_end :: (_out: Pointer{Writer})
end

drain_to_error :: (_out: Pointer{Writer}, text: String) #private
    hb_rt_write_error(text.data, text.length)
end

/// Writes out what standard output has buffered.
/// ```
/// print("seen at once")
/// flush()
/// // => seen at once
/// ```
flush :: ()
    hb_rt_flush()
end

/// Makes a string, with memory from the current allocator.
format :: (format: String, items: ..Any) -> String #format end

/// What `format` does with a format without placeholders.
/// ```
/// text := format_text("plain")
/// defer delete(text)
/// text                                      // => "plain"
/// ```
format_text :: (text: String) -> String
    data := Pointer{u8}(allocate(text.length, 1))
    memory_copy(data, text.data, text.length)
    return String{data = data, length = text.length}
end

/// What `format` begins with: a writer that keeps its text.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 42)
/// format_end(out)                           // => "42"
/// ```
format_begin :: (storage: Pointer{Format_Storage}) -> Pointer{Writer}
    storage.writer = Writer{data = &storage.room[0], capacity = 216, drain = grow}
    return &storage.writer
end

/// What `format` ends with: the text as a string of its own.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 42)
/// format_end(out)                           // => "42"
/// ```
format_end :: (out: Pointer{Writer}) -> String
    if out.owner == null
        return format_text(written(out))
    end
    return written(out)
end

/// What a writer holds: its owner keeps the memory.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 42)
/// written(out)                              // => "42"
/// ```
written :: (out: Pointer{Writer}) -> String
    return String{data = out.data, length = out.length}
end

// The room on the stack has run out, or an earlier block: its owner is the block itself.
grow :: (out: Pointer{Writer}, text: String) #private #no-inline
    capacity := max(2 * out.capacity, out.length + text.length)
    fresh := Pointer{u8}(allocate(capacity, 1))
    memory_copy(fresh, out.data, out.length)
    if out.owner != null
        release(out.owner, out.capacity, 1)
    end
    out.data = fresh
    out.owner = fresh
    out.capacity = capacity
    memory_copy(&fresh[out.length], text.data, text.length)
    out.length += text.length
end

/// Writes text.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write(out, "text")
/// written(out)                              // => "text"
/// ```
write :: (out: Pointer{Writer}, text: String)
    if text.length > out.capacity - out.length
        drain(out, text)
        return
    end
    memory_copy(&out.data[out.length], text.data, text.length)
    out.length += text.length
end

/// Writes what `print` would print.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// print_to(out, "{}-{}", 1, 2)
/// written(out)                              // => "1-2"
/// ```
print_to :: (out: Pointer{Writer}, format: String, items: ..Any) #format end

/// What `print_to` does with a format without placeholders.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// print_to_text(out, "plain")
/// written(out)                              // => "plain"
/// ```
print_to_text :: (out: Pointer{Writer}, text: String)
    write(out, text)
end

/// What `print_to` begins with.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// print_to_begin(&storage, out) == out      // => true
/// ```
print_to_begin :: (_storage: Pointer{Format_Storage}, out: Pointer{Writer}) -> Pointer{Writer}
    return out
end

/// What `print_to` ends with.
/// ```
/// storage: Format_Storage = uninit
/// print_to_end(format_begin(&storage))
/// ```
print_to_end :: (_out: Pointer{Writer})
end

drain :: (out: Pointer{Writer}, text: String) #private #no-inline
    if out.drain == null
        hb_rt_write(text.data, text.length)
    else
        out.drain(out, text)
    end
end

write_bytes :: (out: Pointer{Writer}, data: Pointer{u8}, length: Int) #private
    write(out, String{data = data, length = length})
end

/// Writes a rune.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_rune(out, 'é')
/// written(out)                              // => "é"
/// ```
write_rune :: (out: Pointer{Writer}, rune: Rune)
    bytes: Array{u8, 4} = uninit
    write_bytes(out, &bytes[0], encode_rune(&bytes[0], rune))
end

// `put` shows a value as `{}` does.

/// Writes a value as `{}` does.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put(out, 1.5)
/// put(out, true)
/// written(out)                              // => "1.5true"
/// ```
put :: (out: Pointer{Writer}, x: Int)
    digits: Array{u8, 20} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_i64(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: u64)
    digits: Array{u8, 20} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_u64(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: i128)
    digits: Array{u8, 40} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_i128(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: u128)
    digits: Array{u8, 40} = uninit
    write_bytes(out, &digits[0], hb_rt_decimal_u128(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: f64)
    digits: Array{u8, 32} = uninit
    write_bytes(out, &digits[0], hb_rt_float_shortest_f64(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: f32)
    digits: Array{u8, 32} = uninit
    write_bytes(out, &digits[0], hb_rt_float_shortest_f32(&digits[0], x))
end

put :: (out: Pointer{Writer}, x: f16)
    digits: Array{u8, 32} = uninit
    write_bytes(out, &digits[0], hb_rt_float_shortest_f16(&digits[0], i32(bit_cast{u16}(x))))
end

put :: (out: Pointer{Writer}, x: Bool)
    if x
        write(out, "true")
    else
        write(out, "false")
    end
end

put :: (out: Pointer{Writer}, x: Rune)
    write_rune(out, x)
end

put :: (out: Pointer{Writer}, x: String)
    write(out, x)
end

put :: (out: Pointer{Writer}, x: CString)
    write(out, string_of(x))
end

/// Writes an address.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// put_address(out, 255)
/// written(out)                              // => "0xff"
/// ```
put_address :: (out: Pointer{Writer}, address: UInt)
    if address == 0
        write(out, "null")
        return
    end
    digits: Array{u8, 66} = uninit
    digits[0] = '0'
    digits[1] = 'x'
    write_bytes(out, &digits[0], 2 + hb_rt_radix_u64(&digits[2], address, 16, false))
end

/// The bytes of a C string; `null` for null.
/// ```
/// name: CString = "abc"
/// string_of(name).length                    // => 3
/// ```
string_of :: (text: CString) -> String
    data := Pointer{u8}(text)
    if data == null
        return "null"
    end
    length := 0
    while data[length] != 0
        length += 1
    end
    return String{data = data, length = length}
end

// `format` shows a value by a specification.

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_integer(T)
    digits: Array{u8, 128} = uninit
    base := base_of(spec.kind)
    negative := base == 10 && x@ < T(0)
    length := 0
    #if size_of(T) == 16
        bits := u128(x@)
        if negative
            bits = 0 - bits
        end
        if base == 10
            length = hb_rt_decimal_u128(&digits[0], bits)
        else
            length = hb_rt_radix_u128(&digits[0], bits, base, spec.kind == .HEX_UPPER)
        end
    #else
        bits := u64(x@)
        if negative
            bits = 0 - bits
        end
        if base == 10
            length = hb_rt_decimal_u64(&digits[0], bits)
        else
            length = hb_rt_radix_u64(&digits[0], bits & (0xffff_ffff_ffff_ffff >> u64(64 - 8 * size_of(T))), base, spec.kind == .HEX_UPPER)
        end
    #end
    write_padded_number(out, negative, String{data = &digits[0], length = length}, spec)
end

base_of :: (kind: Format_Kind) -> i32 #private
    match kind
    case .HEX, .HEX_UPPER => return 16
    case .BINARY => return 2
    case .OCTAL => return 8
    else
        return 10
    end
end

/// Writes a number's digits with its sign and prefix, filled up to the width. Numbers go right if nothing else is said.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_padded_number(out, true, "42", Format_Spec{width = 6})
/// written(out)                              // => "   -42"
/// ```
write_padded_number :: (out: Pointer{Writer}, negative: Bool, digits: String, spec: Format_Spec)
    sign := ""
    if negative
        sign = "-"
    else if spec.plus
        sign = "+"
    end
    prefix := ""
    if spec.alternate
        match spec.kind
        case .HEX, .HEX_UPPER => prefix = "0x"
        case .BINARY => prefix = "0b"
        case .OCTAL => prefix = "0o"
        else
        end
    end
    padding := Int(spec.width) - sign.length - prefix.length - digits.length
    behind := 0
    if !spec.zero
        behind = fill_in_front(out, padding, spec, .RIGHT)
    end
    write(out, sign)
    write(out, prefix)
    if spec.zero
        fill(out, '0', padding)
    end
    write(out, digits)
    fill(out, spec.fill, behind)
end

/// Writes text, filled up to the width. Text goes left if nothing else is said.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_padded_text(out, "ab", Format_Spec{width = 4, fill = '.'})
/// written(out)                              // => "ab.."
/// ```
write_padded_text :: (out: Pointer{Writer}, text: String, spec: Format_Spec)
    behind := 0
    if spec.width > 0
        behind = fill_in_front(out, Int(spec.width) - rune_count(text), spec, .LEFT)
    end
    write(out, text)
    fill(out, spec.fill, behind)
end

// Writes what of the padding belongs in front; gives how much is left for behind.
fill_in_front :: (out: Pointer{Writer}, padding: Int, spec: Format_Spec, usual: Format_Align) -> Int #private
    if padding <= 0
        return 0
    end
    align := spec.align
    if align == .DEFAULT
        align = usual
    end
    front := 0
    if align == .RIGHT
        front = padding
    else if align == .CENTER
        front = padding / 2
    end
    fill(out, spec.fill, front)
    return padding - front
end

fill :: (out: Pointer{Writer}, rune: Rune, count: Int) #private
    if count <= 0
        return
    end
    bytes: Array{u8, 4} = uninit
    width := encode_rune(&bytes[0], rune)
    for _ in 0..<count
        write_bytes(out, &bytes[0], width)
    end
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_float(T)
    // the longest: a sign, 309 digits, a point and 1074 digits
    digits: Array{u8, 1392} = uninit
    length := 0
    if spec.kind == .EXPONENT || spec.kind == .EXPONENT_UPPER
        length = hb_rt_float_exponent(&digits[0], f64(x@), spec.precision, i32(size_of(T)), spec.kind == .EXPONENT_UPPER)
    else if spec.precision >= 0
        length = hb_rt_float_fixed(&digits[0], f64(x@), spec.precision)
    else
        #if size_of(T) == 8
            length = hb_rt_float_shortest_f64(&digits[0], f64(x@))
        #else
            #if size_of(T) == 4
                length = hb_rt_float_shortest_f32(&digits[0], f32(x@))
            #else
                length = hb_rt_float_shortest_f16(&digits[0], i32(bit_cast{u16}(x@)))
            #end
        #end
    end
    first := 0
    if digits[0] == '-'
        first = 1
    end
    plain := spec
    if digits[first] > '9'
        plain.zero = false          // inf, NaN
        plain.plus = spec.plus && digits[first] == 'i'
    end
    write_padded_number(out, first == 1, String{data = &digits[first], length = length - first}, plain)
end

format :: (out: Pointer{Writer}, x: Pointer{Bool}, spec: Format_Spec)
    write_padded_text(out, ifx x@ => "true" else => "false" end, spec)
end

format :: (out: Pointer{Writer}, x: Pointer{Rune}, spec: Format_Spec)
    bytes: Array{u8, 4} = uninit
    text := String{data = &bytes[0], length = encode_rune(&bytes[0], x@)}
    if spec.kind == .DEBUG
        write_quoted(out, text, '\'')
    else
        write_padded_text(out, text, spec)
    end
end

format :: (out: Pointer{Writer}, x: Pointer{String}, spec: Format_Spec)
    text := x@
    if spec.precision >= 0
        text = first_runes(text, Int(spec.precision))
    end
    if spec.kind == .DEBUG
        write_quoted(out, text, '"')
    else
        write_padded_text(out, text, spec)
    end
end

format :: (out: Pointer{Writer}, x: Pointer{CString}, spec: Format_Spec)
    text := string_of(x@)
    format(out, &text, spec)
end

// Distinct types that stand within others, as their bases.

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_bool(T)
    format(out, Pointer{Bool}(x), spec)
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_rune(T)
    format(out, Pointer{Rune}(x), spec)
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_string(T)
    format(out, Pointer{String}(x), spec)
end

first_runes :: (text: String, count: Int) -> String #private
    at := 0
    for _ in 0..<count
        if at >= text.length
            return text
        end
        _, width := decode_rune(&text.data[at], text.length - at)
        at += width
    end
    return text[0..<at]
end

/// Writes text in quotes, with escapes for what would not be seen.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_quoted(out, "a\n", '"')
/// print("{}\n", written(out))               // => "a\n"
/// ```
write_quoted :: (out: Pointer{Writer}, text: String, quote: Rune)
    write_rune(out, quote)
    at := 0
    while at < text.length
        rune, width := decode_rune(&text.data[at], text.length - at)
        if rune == '\u{FFFD}' && width == 1
            write_hex_escape(out, u64(text[at]))
        else if rune == quote || rune == '\\'
            write(out, "\\")
            write_rune(out, rune)
        else if rune == '\n'
            write(out, "\\n")
        else if rune == '\r'
            write(out, "\\r")
        else if rune == '\t'
            write(out, "\\t")
        else if rune == '\0'
            write(out, "\\0")
        else if rune < ' ' || rune == '\u{7F}'
            write_hex_escape(out, u64(rune))
        else
            write(out, text[at..<at + width])
        end
        at += width
    end
    write_rune(out, quote)
end

write_hex_escape :: (out: Pointer{Writer}, value: u64) #private
    write(out, "\\x")
    format(out, &value, Format_Spec{kind = .HEX, width = 2, zero = true})
end

/// Writes an address as a specification says.
/// ```
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// format_address(out, 255, Format_Spec{width = 6})
/// written(out)                              // => "  0xff"
/// ```
format_address :: (out: Pointer{Writer}, address: UInt, spec: Format_Spec)
    digits: Array{u8, 64} = uninit
    if address == 0 && base_of(spec.kind) == 10
        write_padded_text(out, "null", ifx spec.align == .DEFAULT => spec{align = .RIGHT} else => spec end)
    else if base_of(spec.kind) != 10
        format(out, &address, spec)
    else
        length := hb_rt_radix_u64(&digits[0], address, 16, false)
        write_padded_number(out, false, String{data = &digits[0], length = length}, spec{kind = .HEX, alternate = true})
    end
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_pointer(T) || is_procedure(T)
    format_address(out, bit_cast{UInt}(x@), spec)
end

format :: (out: Pointer{Writer}, x: Pointer{Type}, spec: Format_Spec)
    write_padded_text(out, type_info(x@).name, spec)
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_enum(T)
    name := enum_name(x@)
    #if has_operator(T, "|")
        if name.length == 0
            format_flags(out, x@, spec)
            return
        end
    #end
    write_padded_text(out, name, spec)
end

// The names of the flags that are set, joined.
format_flags :: {T}(out: Pointer{Writer}, flags: T, spec: Format_Spec) #private
    storage: Format_Storage = uninit
    names := format_begin(&storage)
    #for flag in members(T)
        if flag in flags && flag != T(0)
            if names.length > 0
                write(names, " | ")
            end
            write(names, enum_name(flag))
        end
    #end
    if names.length == 0
        write(names, "0")
    end
    write_padded_text(out, written(names), spec)
    if names.owner != null
        release(names.owner, names.capacity, 1)
    end
end

format :: {T}(out: Pointer{Writer}, x: Pointer{Slice{T}}, spec: Format_Spec)
    format_items(out, x.data, x.length, spec)
end

format :: {T, N: Int}(out: Pointer{Writer}, x: Pointer{Array{T, N}}, spec: Format_Spec)
    #if N == 0
        write(out, "[]")
    #else
        format_items(out, &x@[0], N, spec)
    #end
end

// Distinct types of these.
format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_array(T) || is_slice(T)
    format_items(out, x.data, x.length, spec)
end

format :: {T, N: Int}(out: Pointer{Writer}, x: Pointer{Simd{T, N}}, spec: Format_Spec)
    lanes: Array{T, N} = uninit
    for i in 0..<N
        lanes[i] = x@[i]
    end
    format(out, &lanes, spec)
end

format :: {T, N: Int}(out: Pointer{Writer}, x: Pointer{Soa{T, N}}, spec: Format_Spec)
    inner := spec_of_parts(spec)
    write(out, "[")
    for element, i in x@
        if i > 0
            write(out, ", ")
        end
        format(out, &element, inner)
    end
    write(out, "]")
end

/// What an Any holds, as a value of its own type; only the type where that has no `format`.
format :: (out: Pointer{Writer}, x: Pointer{Any}, spec: Format_Spec)
    words := bit_cast{Any_Words}(x@)
    if words.word == null && bit_cast{UInt}(words.type) == 0
        write_padded_text(out, "nothing", spec)
        return
    end
    show := type_info(words.type).format
    if show == null
        write_padded_text(out, type_info(words.type).name, spec)
    else if type_info(words.type).size <= size_of(UInt)
        show(out, &words.word, spec)
    else
        show(out, words.word, spec)
    end
end

format_held :: {T}(out: Pointer{Writer}, value: Pointer{Void}, spec: Format_Spec) #private
    format(out, Pointer{T}(value), spec)
end

format_items :: {T}(out: Pointer{Writer}, data: Pointer{T}, length: Int, spec: Format_Spec) #private
    inner := spec_of_parts(spec)
    write(out, "[")
    for i in 0..<length
        if i > 0
            write(out, ", ")
        end
        format(out, &data[i], inner)
    end
    write(out, "]")
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_struct(T)
    inner := spec_of_parts(spec)
    separator := ""
    write(out, type_name(T))
    write(out, "{")
    #for f in fields(T)
        write(out, separator)
        separator = ", "
        write(out, f.name)
        write(out, " = ")
        format(out, &field(x@, f), inner)
    #end
    write(out, "}")
end

format :: {T}(out: Pointer{Writer}, x: Pointer{T}, spec: Format_Spec) where is_union(T)
    inner := spec_of_parts(spec)
    tag := Int(tag_of(x@))
    #for f in fields(T)
        if tag == f.index
            write(out, f.name)
            #if f.type != Void
                write(out, "(")
                format(out, &field(x@, f), inner)
                write(out, ")")
            #end
        end
    #end
end

// ---- Formats that are known at run time only --------------------------------------------------------------------------

// Calls of `print` and its kin whose format is no constant are calls of these.

print_formatted :: (text: String, items: ..Any) #private
    storage: Format_Storage = uninit
    out := print_begin(&storage)
    write_formatted(out, text, items)
    print_end(out)
end

print_error_formatted :: (text: String, items: ..Any) #private
    storage: Format_Storage = uninit
    out := print_error_begin(&storage)
    write_formatted(out, text, items)
    print_error_end(out)
end

format_formatted :: (text: String, items: ..Any) -> String #private
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    write_formatted(out, text, items)
    return format_end(out)
end

panic_formatted :: (text: String, items: ..Any) -> Never #private #cold
    storage: Format_Storage = uninit
    out := panic_begin(&storage)
    write_formatted(out, text, items)
    panic_end(out)
end

/// Writes a format whose placeholders stand for the items. Panics where a placeholder has no item.
/// ```
/// items: Slice{Any} = {1, "b"}
/// storage: Format_Storage = uninit
/// out := format_begin(&storage)
/// write_formatted(out, "{1} {0}", items)
/// written(out)                              // => "b 1"
/// ```
write_formatted :: (out: Pointer{Writer}, text: String, items: Slice{Any})
    count := 0
    at := 0
    while at < text.length
        byte := text[at]
        if (byte == '{' || byte == '}') && at + 1 < text.length && text[at + 1] == byte
            write(out, text[at..<at + 1])
            at += 2
        else if byte == '{'
            behind := at + 1
            while behind < text.length && text[behind] != '}'
                behind += 1
            end
            index, spec, is_numbered := parse_placeholder(text[at + 1..<behind])
            if !is_numbered
                index = count
                count += 1
            end
            format(out, &items[index], spec)
            at = behind + 1
        else
            from := at
            while at < text.length && text[at] != '{' && text[at] != '}' || at == from
                at += 1
            end
            write(out, text[from..<at])
        end
    end
end

// What stands between the braces: the number of an item, if there is one, and how it is shown.
parse_placeholder :: (inside: String) -> (Int, Format_Spec, Bool) #private
    spec: Format_Spec
    index, at := leading_number(inside, 0)
    is_numbered := at > 0
    if at >= inside.length || inside[at] != ':'
        return index, spec, is_numbered
    end
    at += 1
    if at < inside.length
        rune, width := decode_rune(&inside.data[at], inside.length - at)
        if at + width < inside.length && align_of_sign(inside[at + width]) != .DEFAULT
            spec.fill = rune
            at += width
        end
    end
    if at < inside.length && align_of_sign(inside[at]) != .DEFAULT
        spec.align = align_of_sign(inside[at])
        at += 1
    end
    if at < inside.length && inside[at] == '+'
        spec.plus = true
        at += 1
    end
    if at < inside.length && inside[at] == '#'
        spec.alternate = true
        at += 1
    end
    if at < inside.length && inside[at] == '0'
        spec.zero = true
        at += 1
    end
    room, behind := leading_number(inside, at)
    spec.width = i32(room)
    at = behind
    if at < inside.length && inside[at] == '.'
        digits, last := leading_number(inside, at + 1)
        spec.precision = i32(digits)
        at = last
    end
    if at < inside.length
        spec.kind = kind_of_letter(inside[at])
    end
    return index, spec, is_numbered
end

// The number whose digits begin there, and where they end.
leading_number :: (text: String, from: Int) -> (Int, Int) #private
    number := 0
    at := from
    while at < text.length && text[at] >= '0' && text[at] <= '9'
        number = number * 10 + Int(text[at] - '0')
        at += 1
    end
    return number, at
end

align_of_sign :: (sign: u8) -> Format_Align #private
    match sign
    case '<' => return .LEFT
    case '^' => return .CENTER
    case '>' => return .RIGHT
    else
        return .DEFAULT
    end
end

kind_of_letter :: (letter: u8) -> Format_Kind #private
    match letter
    case '?' => return .DEBUG
    case 'x' => return .HEX
    case 'X' => return .HEX_UPPER
    case 'b' => return .BINARY
    case 'o' => return .OCTAL
    case 'e' => return .EXPONENT
    case 'E' => return .EXPONENT_UPPER
    else
        return .DISPLAY
    end
end

// Parts are shown as with `{:?}`, and not filled up.
spec_of_parts :: (spec: Format_Spec) -> Format_Spec #private
    parts := spec
    parts.width = 0
    if parts.kind == .DISPLAY
        parts.kind = .DEBUG
    end
    return parts
end

// ---- The runtime --------------------------------------------------------------------------------------------------------

hb_rt_write :: (data: Pointer{u8}, length: Int) #foreign #private
hb_rt_flush :: () #foreign #private
hb_rt_write_error :: (data: Pointer{u8}, length: Int) #foreign #private
hb_rt_page_allocate :: (size: Int, alignment: Int) -> Pointer{Void} #foreign #private
hb_rt_page_resize :: (old: Pointer{Void}, old_size: Int, size: Int, alignment: Int) -> Pointer{Void} #foreign #private
hb_rt_page_free :: (old: Pointer{Void}, size: Int) #foreign #private
context_address :: () -> Pointer{Context} #intrinsic "context_address" #private
hb_rt_panic_index :: (current: Pointer{Context}, index: Int, length: Int, location: Pointer{Source_Location}) -> Never #foreign #private
hb_rt_is_static :: (address: Pointer{Void}) -> Bool #foreign #private
hb_rt_decimal_i64 :: (out: Pointer{u8}, x: Int) -> Int #foreign #private
hb_rt_decimal_u64 :: (out: Pointer{u8}, x: u64) -> Int #foreign #private
hb_rt_decimal_i128 :: (out: Pointer{u8}, x: i128) -> Int #foreign #private
hb_rt_decimal_u128 :: (out: Pointer{u8}, x: u128) -> Int #foreign #private
hb_rt_radix_u64 :: (out: Pointer{u8}, x: u64, base: i32, upper: Bool) -> Int #foreign #private
hb_rt_radix_u128 :: (out: Pointer{u8}, x: u128, base: i32, upper: Bool) -> Int #foreign #private
hb_rt_float_shortest_f64 :: (out: Pointer{u8}, x: f64) -> Int #foreign #private
hb_rt_float_shortest_f32 :: (out: Pointer{u8}, x: f32) -> Int #foreign #private
hb_rt_float_shortest_f16 :: (out: Pointer{u8}, bits: i32) -> Int #foreign #private
hb_rt_float_fixed :: (out: Pointer{u8}, x: f64, precision: i32) -> Int #foreign #private
hb_rt_float_exponent :: (out: Pointer{u8}, x: f64, precision: i32, size: i32, upper: Bool) -> Int #foreign #private
hb_rt_panic_report :: (message: Pointer{u8}, length: Int, location: Pointer{Source_Location}) #foreign #private
hb_rt_panic_exit :: () -> Never #foreign #private
