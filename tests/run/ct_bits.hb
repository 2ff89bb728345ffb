// expect: true 4
// expect: f7b3d591e6a2c480 true
// expect: 2147483648 9
// expect: 03 0018 adbeefde
// expect: -128 0 -1
// expect: 44 2 -1

// Bit tricks, with tables and masks that the compiler finds by trying.

reverse :: (x: u64) -> u64
    result: u64 = 0
    for i in 0..<64
        result |= (x >> i & 1) << (63 - i)
    end
    return result
end

// The number whose windows of six bits are all different; found by search.
de_bruijn :: () -> u64
    value, seen: u64 = 0, 1
    return extend(value, 0, seen)
end

extend :: (value: u64, filled: Int, seen: u64) -> u64
    if filled == 58
        return value
    end
    for bit in 0..=1
        candidate := value | (u64(1 - bit) << (57 - filled))
        window := candidate >> (57 - filled) & 63
        if seen & (u64(1) << window) == 0
            found := extend(candidate, filled + 1, seen | (u64(1) << window))
            if found != 0
                return found
            end
        end
    end
    return 0
end

DE_BRUIJN :: #run de_bruijn()

positions :: () -> Array{u8, 64}
    table: Array{u8, 64}
    for i in 0..<64
        table[DE_BRUIJN << i >> 58] = u8(i)
    end
    return table
end

POSITIONS :: #run positions()

lowest :: (x: u64) -> Int => Int(POSITIONS[(x & (~x + 1)) * DE_BRUIJN >> 58])

isqrt :: (x: u64) -> u64
    result: u64 = 0
    bit: u64 = 1 << 62
    rest := x
    while bit > x
        bit >>= 2
    end
    while bit != 0
        if rest >= result + bit
            rest -= result + bit
            result = (result >> 1) + bit
        else
            result >>= 1
        end
        bit >>= 2
    end
    return result
end

gray :: (n: u32) -> u32 => n ^ (n >> 1)
ungray :: (g: u32) -> u32
    n := g
    n ^= n >> 16
    n ^= n >> 8
    n ^= n >> 4
    n ^= n >> 2
    n ^= n >> 1
    return n
end

check :: () -> Bool
    for i in 0..<64
        if lowest((u64(1) << i) | (u64(1) << 63)) != i
            return false
        end
    end
    for i in 0..<1000
        if ungray(gray(u32(i) * 40503)) != u32(i) * 40503
            return false
        end
    end
    return true
end

#assert(check(), "at compile time")
#assert(reverse(1) == 1 << 63)

rotate :: {T}(x: T, by: T) -> T where is_integer(T)
    width := T(size_of(T) * 8)
    return (x << by) | (x >> (width - by))
end

main :: ()
    print("{} {}\n", check(), lowest(0x50))
    print("{:016x} {}\n", #run reverse(0x0123_4567_89ab_cdef), reverse(0x0123_4567_89ab_cdef) == #run reverse(0x0123_4567_89ab_cdef))
    print("{} {}\n", #run isqrt(1 << 62), isqrt(99))
    print("{:02x} {:04x} {:08x}\n", #run rotate(u8(0x81), 1), #run rotate(u16(0x8001), 4), #run rotate(u32(0xdead_beef), 8))
    print("{} {} {}\n", #run i8(-128) / -1, #run i32(1) << 40, #run i64(-8) >> 70)
    print("{} {} {}\n", #run u8(200) + 100, #run -7 %% 3, #run -7 % 3)
end
