//! A part of the Prelude: what a program can ask about types, and what fits any type: comparing, converting, `Any`.
//!
//! The tables behind `type_info` are the compiler's, which stores those that a program asks for.

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
+ :: #operator (a: String, b: String, location: Pointer{Source_Location} = #caller-location) -> String
    if a.length + b.length == 0
        return ""
    end
    data := Pointer{u8}(allocate(a.length + b.length, 1, location = location))
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
any_copy :: (a: Any, location: Pointer{Source_Location} = #caller-location) -> Any
    words := bit_cast{Any_Words}(a)
    size := type_info(words.type).size
    if size <= size_of(UInt)
        return a
    end
    memory := allocate(size, type_info(words.type).align, location = location)
    memory_copy(memory, words.word, size)
    return bit_cast{Any}(words{word = memory})
end

// An Any as it lies in memory: values of more than a word stand behind their address.
Any_Words :: struct #private
    type: Type
    word: Pointer{Void}                 // or the value's bits
end
