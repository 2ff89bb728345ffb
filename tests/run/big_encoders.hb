// expect: 38: 00 01 7f 80 01 ac 02 80 80 80 80 10 ff ff ff ff ff ff ff ff ff 01 00 01 02 7f 80 01 ff ff ff ff ff ff ff ff ff 01
// expect: 18446744069414583853 0 -1 1 -64 64 -9223372036854775808
// expect: [239, 190, 173, 222, 254, 255, 239, 205, 171, 137, 103, 69, 35, 1, 249] deadbeef -2 123456789abcdef -7
// expect: [4, 97, 3, 98, 2, 99, 1, 100]
// expect: [253, 159, 38]
// expect: cbf43926
// expect:  Zg== Zm8= Zm9v Zm9vYg== Zm9vYmE= Zm9vYmFy |

// Binary encoders and decoders: varints, zigzag, little endian, run lengths, bit streams, CRC, base64 by hand.
#import "List"

Bytes :: #type List{u8}

put_varint :: (out: Pointer{Bytes}, n: u64)
    rest := n
    while rest >= 0x80
        out.append(u8(rest) | 0x80)
        rest >>= 7
    end
    out.append(u8(rest))
end

get_varint :: (data: Slice{u8}, at: Pointer{Int}) -> (u64, Bool)
    n: u64 = 0
    shift: u32 = 0
    while at@ < data.length && shift < 64
        byte := data[at@]
        at@ += 1
        n |= u64(byte & 0x7f) << shift
        if byte < 0x80
            return n, true
        end
        shift += 7
    end
    return 0, false
end

zigzag :: (n: i64) -> u64 => u64(n << 1) ^ u64(n >> 63)
unzigzag :: (n: u64) -> i64 => i64(n >> 1) ^ -i64(n & 1)

put_le :: {T}(out: Pointer{Bytes}, x: T) where is_integer(T)
    for i in 0..<size_of(T)
        out.append(u8(x >> T(8 * i)))
    end
end

get_le :: {T}(data: Slice{u8}, at: Int) -> T where is_integer(T)
    x: T = 0
    for i in 0..<size_of(T)
        x |= T(data[at + i]) << T(8 * i)
    end
    return x
end

run_lengths :: (data: Slice{u8}) -> Bytes
    out: Bytes
    i := 0
    while i < data.length
        n := 1
        while i + n < data.length && data[i + n] == data[i] && n < 255
            n += 1
        end
        out.append(u8(n))
        out.append(data[i])
        i += n
    end
    return out
end

Bits :: struct
    bytes: Bytes
    buffer: u64
    count: u32
end

put :: (b: Pointer{Bits}, value: u64, width: u32)
    b.buffer |= (value & (1 << width) - 1) << b.count
    b.count += width
    while b.count >= 8
        b.bytes.append(u8(b.buffer))
        b.buffer >>= 8
        b.count -= 8
    end
end

flush_bits :: (b: Pointer{Bits})
    if b.count > 0
        b.bytes.append(u8(b.buffer))
    end
    b.buffer, b.count = 0, 0
end

make_crc_table :: () -> Array{u32, 256}
    table: Array{u32, 256}
    for &entry, i in table
        c := u32(i)
        for _ in 0..<8
            c = ifx c & 1 == 1 => 0xedb88320 ^ (c >> 1) else => c >> 1 end
        end
        entry = c
    end
    return table
end

CRC :: #run make_crc_table()

crc :: (data: Slice{u8}) -> u32
    c := ~u32(0)
    for byte in data
        c = CRC[(c ^ byte) & 0xff] ^ (c >> 8)
    end
    return ~c
end

ALPHABET :: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

base64 :: (data: Slice{u8}) -> Bytes
    out: Bytes
    i := 0
    while i < data.length
        group: u32 = 0
        n := min(3, data.length - i)
        for k in 0..<3
            group = group << 8 | ifx k < n => u32(data[i + k]) else => 0 end
        end
        for k in 0..<4
            out.append(ifx k <= n => ALPHABET[group >> u32(18 - 6 * k) & 63] else => '=' end)
        end
        i += 3
    end
    return out
end

text_of :: (b: Pointer{Bytes}) -> String => String{b.items().data, b.length}

main :: ()
    out: Bytes
    for n in Array{u64, _}{0, 1, 127, 128, 300, 1 << 32, 18446744073709551615}
        put_varint(&out, n)
    end
    for n in Array{i64, _}{0, -1, 1, -64, 64, -9223372036854775808}
        put_varint(&out, zigzag(n))
    end
    print("{}:", out.length)
    for b in out
        print(" {:02x}", b)
    end
    print("\n")
    at := 0
    sum: u64 = 0
    for _ in 0..<7
        n := get_varint(out.items(), &at) or_break
        sum ^= n
    end
    print("{}", sum)
    while n := get_varint(out.items(), &at)
        print(" {}", unzigzag(n))
    end
    print("\n")
    le: Bytes
    put_le(&le, u32(0xdeadbeef))
    put_le(&le, i16(-2))
    put_le(&le, u64(0x0123456789abcdef))
    put_le(&le, i8(-7))
    print("{:?} {:x} {} {:x} {}\n", le.items(), get_le{u32}(le.items(), 0), get_le{i16}(le.items(), 4), get_le{u64}(le.items(), 6), get_le{i8}(le.items(), 14))
    text := "aaaabbbccd"
    rl := run_lengths(text.data[0..<text.length])
    print("{}\n", rl)
    bits: Bits
    bits.put(5, 3)
    bits.put(1023, 10)
    bits.put(0, 2)
    bits.put(77, 7)
    bits.flush_bits()
    print("{}\n", bits.bytes)
    check := "123456789"
    print("{:08x}\n", crc(check.data[0..<9]))
    for s in Array{String, _}{"", "f", "fo", "foo", "foob", "fooba", "foobar"}
        b := base64(s.data[0..<s.length])
        print("{} ", text_of(&b))
    end
    print("|\n")
end
