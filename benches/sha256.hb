// SHA-256 of a long message, block by block.

BYTES :: 64 * 1024 * 1024

K: Array{u32, 64} : {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2}

START: Array{u32, 8} : {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}

rotated :: (x: u32, n: u32) -> u32 #inline => (x >> n) | (x << (32 - n))

compress :: (state: Pointer{Array{u32, 8}}, data: Slice{u8})
    w: Array{u32, 64} = uninit
    for i in 0..<16
        w[i] = (u32(data[i * 4]) << 24) | (u32(data[i * 4 + 1]) << 16) | (u32(data[i * 4 + 2]) << 8) | u32(data[i * 4 + 3])
    end
    for i in 16..<64
        s0 := rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ (w[i - 15] >> 3)
        s1 := rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ (w[i - 2] >> 10)
        w[i] = w[i - 16] + s0 + w[i - 7] + s1
    end
    a, b, c, d := state@[0], state@[1], state@[2], state@[3]
    e, f, g, h := state@[4], state@[5], state@[6], state@[7]
    for i in 0..<64
        s1 := rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        choice := (e & f) ^ (~e & g)
        t1 := h + s1 + choice + K[i] + w[i]
        s0 := rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        majority := (a & b) ^ (a & c) ^ (b & c)
        t2 := s0 + majority
        h = g
        g = f
        f = e
        e = d + t1
        d = c
        c = b
        b = a
        a = t1 + t2
    end
    state@[0] += a
    state@[1] += b
    state@[2] += c
    state@[3] += d
    state@[4] += e
    state@[5] += f
    state@[6] += g
    state@[7] += h
end

// the message is a whole number of blocks, so the padding is a block of its own
sha256 :: (message: Slice{u8}) -> Array{u32, 8}
    state := START
    blocks := message.length / 64
    for i in 0..<blocks
        compress(&state, message[i * 64..<i * 64 + 64])
    end
    last: Array{u8, 64}
    last[0] = 0x80
    bits := u64(message.length) * 8
    for i in 0..<8
        last[63 - i] = u8(bits >> (8 * i))
    end
    compress(&state, last[..])
    return state
end

main :: () -> Int
    message := make_slice{u8}(BYTES)
    for i in 0..<BYTES
        message[i] = u8(i * 7 + i / 256)
    end
    for word in sha256(message)
        print("{:08x}", word)
    end
    print("\n")
    return 0
end
