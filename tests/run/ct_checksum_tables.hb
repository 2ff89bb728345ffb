// expect: 77073096 755167117
// expect: true true
// expect: 11e60398 true
// expect: 1024 6

Hash :: #import "Hash"

// Tables that C programs carry as generated files: the compiler makes them.

crc_table :: (polynomial: u32) -> Array{u32, 256}
    table: Array{u32, 256} = uninit
    for i in 0..<256
        crc := u32(i)
        for _ in 0..<8
            crc = ifx crc & 1 != 0 => (crc >> 1) ^ polynomial else => crc >> 1 end
        end
        table[i] = crc
    end
    return table
end

CRC32 :: #run crc_table(0xedb8_8320)
CRC32C :: #run crc_table(0x82f6_3b78)

crc :: (table: Array{u32, 256}, text: String) -> u32
    sum: u32 = 0xffff_ffff
    for i in 0..<text.length
        sum = table[(sum ^ u32(text[i])) & 255] ^ (sum >> 8)
    end
    return ~sum
end

adler :: (text: String) -> u32
    a, b: u32 = 1, 0
    for i in 0..<text.length
        a = (a + u32(text[i])) % 65521
        b = (b + a) % 65521
    end
    return b << 16 | a
end

popcounts :: () -> Array{u8, 256}
    counts: Array{u8, 256}
    for i in 1..<256
        counts[i] = counts[i / 2] + u8(i & 1)
    end
    return counts
end

POPCOUNTS :: #run popcounts()
CHECK :: #run crc(CRC32, "123456789")
#assert(CHECK == 0xcbf4_3926, "the check value of CRC-32")
#assert(crc(CRC32C, "123456789") == 0xe306_9283)

main :: ()
    text := "the quick brown fox"
    print("{:08x} {}\n", CRC32[1], CRC32[255])
    print("{} {}\n", crc(CRC32, text) == Hash.crc32(text), #run Hash.crc32("123456789") == CHECK)
    print("{:08x} {}\n", #run adler("Wikipedia"), adler("Wikipedia") == #run adler("Wikipedia"))
    sum := 0
    for count in POPCOUNTS
        sum += Int(count)
    end
    print("{} {}\n", sum, POPCOUNTS[0xb7])
end
