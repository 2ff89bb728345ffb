//! Hashes: what `Map` and `Set` ask of their keys, and checksums.
//!
//! A hash goes from value to value: each procedure takes the hash so far, at first a seed, and gives the next one. Numbers, strings, pointers,
//! enums, arrays, structs and unions have one; a type whose `==` is its own needs its own `hash` beside it:
//!
//! ```
//! Point :: struct
//!     x, y: Int
//! end
//!
//! hash :: (p: Point, seed: u64) -> u64 => Hash.hash(p.y, Hash.hash(p.x, seed))
//!
//! hash(Point{1, 2}, 7) == hash(Point{1, 2}, 7)       // => true
//! ```
//!
//! These hashes are as quick as they can be and differ from edition to edition: they are for tables, not for files. For those there are
//! `crc32`, `adler32` and `fnv1a`.

/// The hash of an integer.
/// ```
/// Hash.hash(3, 7) == Hash.hash(3, 7)        // => true
/// Hash.hash("a", 7) == Hash.hash("a", 8)    // => false
/// ```
hash :: {T}(x: T, seed: u64) -> u64 where is_integer(T)
    #if size_of(T) == 16
        return hb_hash_u128(seed, u128(x))
    #else
        return hb_hash_u64(seed, u64(x))
    #end
end

/// Floats that are equal have equal hashes: both zeros are one.
hash :: {T}(x: T, seed: u64) -> u64 where is_float(T)
    return hb_hash_u64(seed, bit_cast{u64}(f64(x) + 0.0))
end

hash :: (x: Bool, seed: u64) -> u64 => hb_hash_u64(seed, u64(x))
hash :: (x: Rune, seed: u64) -> u64 => hb_hash_u64(seed, u64(bit_cast{u32}(x)))

/// The hash of the bytes.
hash :: (x: String, seed: u64) -> u64 => hb_hash_bytes(seed, x.data, x.length)

/// The hash of the address.
hash :: {T}(x: Pointer{T}, seed: u64) -> u64 => hb_hash_u64(seed, u64(UInt(x)))

hash :: (x: Pointer{Void}, seed: u64) -> u64 => hb_hash_u64(seed, u64(UInt(x)))
hash :: (x: CString, seed: u64) -> u64 => hash(Pointer{u8}(x), seed)

/// The hash of the name.
hash :: (x: Type, seed: u64) -> u64 => hash(type_name(x), seed)

/// The hash of the address.
hash :: {T}(x: T, seed: u64) -> u64 where is_procedure(T) => hb_hash_u64(seed, bit_cast{u64}(x))

hash :: {T}(x: T, seed: u64) -> u64 where is_enum(T)
    return hb_hash_u64(seed, u64(Int(x)))
end

/// Element by element.
hash :: {T, N: Int}(x: Array{T, N}, seed: u64) -> u64
    result := seed
    for element in x
        result = hash(element, result)
    end
    return result
end

/// Field by field. A type that has an `==` of its own, in which equal is something else, has a `hash` of its own as well, beside it.
/// ```
/// Name :: struct
///     text: String
/// end
///
/// == :: #operator (a: Name, b: Name) -> Bool => Strings.equal_ignoring_case(a.text, b.text)
///
/// hash :: (name: Name, seed: u64) -> u64
///     h := seed
///     for byte in Strings.bytes(name.text)
///         h = Hash.hash(Strings.lower(byte), h)
///     end
///     return h
/// end
///
/// Strings :: #import "Strings"
///
/// main :: ()
///     hash({"Accept"}, 1) == hash({"ACCEPT"}, 1)     // => true
/// end
/// ```
hash :: {T}(x: T, seed: u64) -> u64 where is_struct(T)
    #assert(!has_own_operator(T, "=="), "a type with an `==` of its own needs a `hash` of its own, the same for what is equal: `hash :: (x: T, seed: u64) -> u64`")
    result := seed
    #for f in fields(T)
        result = hash(field(x, f), result)
    #end
    return result
end

/// The tag, then the payload; see structs.
hash :: {T}(x: T, seed: u64) -> u64 where is_union(T)
    #assert(!has_own_operator(T, "=="), "a type with an `==` of its own needs a `hash` of its own, the same for what is equal: `hash :: (x: T, seed: u64) -> u64`")
    tag := Int(tag_of(x))
    result := hb_hash_u64(seed, u64(tag))
    #for f in fields(T)
        #if f.type != Void
            if tag == f.index
                result = hash(field(x, f), result)
            end
        #end
    #end
    return result
end

/// The hash of some bytes.
/// ```
/// bytes: Slice{u8} = {1, 2, 3}
/// Hash.hash_bytes(bytes) == Hash.hash_bytes(bytes[..<2])      // => false
/// ```
hash_bytes :: (data: Slice{u8}, seed: u64 = 0) -> u64 => hb_hash_bytes(seed, data.data, data.length)

// ---- Checksums ------------------------------------------------------------------------------------------------------------

/// FNV-1a, 64 bits: `fnv1a("a") == 0xaf63dc4c8601ec8c`.
/// ```
/// Hash.fnv1a("a") == 0xaf63dc4c8601ec8c     // => true
/// ```
fnv1a :: (text: String) -> u64
    result: u64 = 0xcbf29ce484222325
    for i in 0..<text.length
        result = (result ^ u64(text[i])) * 0x100000001b3
    end
    return result
end

/// The checksum of zlib: `adler32("Wikipedia") == 0x11e60398`.
/// ```
/// Hash.adler32("Wikipedia") == 0x11e60398   // => true
/// Hash.adler32("pedia", so_far = Hash.adler32("Wiki")) == 0x11e60398      // => true
/// ```
adler32 :: (text: String, so_far: u32 = 1) -> u32
    low, high := so_far & 0xffff, so_far >> 16
    for i in 0..<text.length
        low = (low + u32(text[i])) % 65521
        high = (high + low) % 65521
    end
    return high << 16 | low
end

/// The checksum of zip, gzip and PNG: `crc32("123456789") == 0xcbf43926`.
/// ```
/// print("{:x}\n", Hash.crc32("123456789"))                    // => cbf43926
/// print("{:x}\n", Hash.crc32("789", so_far = Hash.crc32("123456")))       // => cbf43926
/// ```
crc32 :: (text: String, so_far: u32 = 0) -> u32
    result := ~so_far
    for i in 0..<text.length
        result = CRC_TABLE[(result ^ u32(text[i])) & 0xff] ^ (result >> 8)
    end
    return ~result
end

CRC_TABLE :: #run crc_table() #private

crc_table :: () -> Array{u32, 256} #private
    table: Array{u32, 256}
    for i in 0..<256
        value := u32(i)
        for _ in 0..<8
            value = ifx value & 1 == 1 => 0xedb88320 ^ (value >> 1) else => value >> 1 end
        end
        table[i] = value
    end
    return table
end

hb_hash_u64 :: (seed: u64, value: u64) -> u64 #foreign #private
hb_hash_u128 :: (seed: u64, value: u128) -> u64 #foreign #private
hb_hash_bytes :: (seed: u64, data: Pointer{u8}, length: Int) -> u64 #foreign #private
