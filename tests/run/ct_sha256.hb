// expect: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
// expect: 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1
// expect: true ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad

// SHA-256, whose constants are themselves computed: the fractional parts of roots of primes, in exact integer arithmetic.

is_prime :: (n: u64) -> Bool
    d: u64 = 2
    while d * d <= n
        if n % d == 0
            return false
        end
        d += 1
    end
    return n > 1
end

// The greatest r with r^power <= n, by bits.
root :: (n: u128, power: Int) -> u128
    result: u128 = 0
    bit: u128 = 1 << 40
    while bit != 0
        candidate := result | bit
        product: u128 = 1
        for _ in 0..<power
            product *= candidate
        end
        if product <= n
            result = candidate
        end
        bit >>= 1
    end
    return result
end

fractions :: {N: Int}(power: Int) -> Array{u32, N}
    table: Array{u32, N}
    prime: u64 = 2
    for &x in table
        while !is_prime(prime)
            prime += 1
        end
        x = u32(root(u128(prime) << u128(32 * power), power) & 0xffff_ffff)
        prime += 1
    end
    return table
end

START :: #run fractions{8}(2)
K :: #run fractions{64}(3)
#assert(START[0] == 0x6a09_e667 && K[63] == 0xc671_78f2)

rotate :: (x: u32, n: u32) -> u32 => (x >> n) | (x << (32 - n))

compress :: (state: Pointer{Array{u32, 8}}, bytes: Slice{u8})
    w: Array{u32, 64}
    for i in 0..<16
        for j in 0..<4
            w[i] = (w[i] << 8) | u32(bytes[i * 4 + j])
        end
    end
    for i in 16..<64
        low := rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >> 3)
        high := rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >> 10)
        w[i] = w[i - 16] + low + w[i - 7] + high
    end
    s := state@
    for i in 0..<64
        big1 := rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)
        choice := (s[4] & s[5]) ^ (~s[4] & s[6])
        t1 := s[7] + big1 + choice + K[i] + w[i]
        big0 := rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)
        majority := (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
        s = {t1 + big0 + majority, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]}
    end
    for &x, i in state@
        x += s[i]
    end
end

sha256 :: (text: String) -> String
    blocks := (text.length + 8) / 64 + 1
    data := make_slice{u8}(blocks * 64)
    defer delete(data)
    for i in 0..<text.length
        data[i] = text[i]
    end
    data[text.length] = 0x80
    length := u64(text.length) * 8
    for i in 0..<8
        data[data.length - 1 - i] = u8(length >> (8 * i))
    end
    state := START
    for i in 0..<blocks
        compress(&state, data[i * 64..<i * 64 + 64])
    end
    result := ""
    for x in state
        result = format("{}{:08x}", result, x)
    end
    return result
end

EMPTY :: #run sha256("")
LONG :: #run sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")

main :: ()
    print("{}\n{}\n", EMPTY, LONG)
    print("{} {}\n", sha256("") == EMPTY, sha256("abc"))
end
