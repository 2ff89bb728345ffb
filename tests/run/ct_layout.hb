// expect: [1, 5, 4, 3, 2, 7, 6] 68
// expect: 44332211 88776655 24
// expect: true 0 8
// expect: 3ff0000000000000 63
// expect: 8 16

// The compiler's memory is the target's: bytes, gaps, alignments.

Mixed :: struct
    a: u8
    b: u32
    c: u16
    d: u64
    e: u8
end

Packed :: struct #packed
    a: u8
    b: u32
    c: u16
end

Wide :: struct #align(64)
    x: Int
end

Number :: union #raw
    whole: u64
    halves: Array{u32, 2}
    bytes: Array{u8, 8}
    real: f64
end

first_byte :: (x: u32) -> u8
    copy := x
    return Pointer{u8}(&copy)[0]
end

bytes_of :: {T}(x: T) -> Slice{u8}
    copy := x
    from := Pointer{u8}(&copy)
    result := make_slice{u8}(size_of(T))
    for &byte, i in result
        byte = from[i]
    end
    return result
end

swapped :: (x: u32) -> u32
    n: Number
    n.whole = u64(x)
    n.bytes = {n.bytes[3], n.bytes[2], n.bytes[1], n.bytes[0], 0, 0, 0, 0}
    return n.halves[0]
end

header :: () -> Slice{u8}
    return bytes_of(Packed{a = 1, b = 0x0203_0405, c = 0x0607})
end

HEADER :: #run header()
#assert(size_of(Mixed) == 32)
#assert(offset_of(Mixed, d) == 16 && align_of(Mixed) == 8)
#assert(size_of(Packed) == 7, "no gaps")
#assert(align_of(Wide) == 64)

distance :: () -> Int
    m: Mixed
    return Int(UInt(&m.e) - UInt(&m.a))
end

is_aligned :: () -> Bool
    w := new{Wide}()
    return UInt(w) % 64 == 0
end

table := #run make_slice{Wide}(3)

main :: ()
    print("{} {}\n", HEADER, #run first_byte(0x11223344))
    print("{:x} {:x} {}\n", #run swapped(0x11223344), swapped(0x55667788), #run distance())
    print("{} {} {}\n", #run is_aligned(), UInt(&table[1]) % 64, size_of(Number))
    n := #run Number{real = 1.0}
    print("{:x} {}\n", n.whole, n.bytes[7])
    print("{} {}\n", size_of(Maybe{Pointer{Int}}), size_of(Maybe{Int}))
end
