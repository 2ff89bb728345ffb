// expect: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
// expect: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
// expect: d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592
// expect: 57445fa40b08c60cdcba7ca39c756de614d11482e3f15a925f548688c19e58f4
// expect: 'a'=0 'b'=110 'c'=100 'd'=101 'r'=111 23 bits
// expect: abracadabra
// expect: 428a2f98 c67178f2

// SHA-256, MD5-like rotations, Huffman coding, a bit reader; everything by hand.
#import "List"

K :: #run make_constants()

// the first 32 bits of the fractional parts of cube roots, by integer arithmetic
make_constants :: () -> Array{u32, 64}
    result: Array{u32, 64}
    count := 0
    n: u128 = 2
    while count < 64
        prime := true
        d: u128 = 2
        while d * d <= n
            if n % d == 0
                prime = false
                break
            end
            d += 1
        end
        if prime
            result[count] = u32(cube_root(n << 96))
            count += 1
        end
        n += 1
    end
    return result
end

cube_root :: (n: u128) -> u128
    low: u128 = 0
    high: u128 = 1 << 36
    while low + 1 < high
        middle := (low + high) / 2
        if middle * middle * middle <= n
            low = middle
        else
            high = middle
        end
    end
    return low
end

rotated :: (x: u32, n: u32) -> u32 => (x >> n) | (x << (32 - n))

Sha :: struct
    state: Array{u32, 8} = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
    block_: Array{u8, 64}
    used: Int
    total: u64
end

compress :: (s: Pointer{Sha})
    w: Array{u32, 64} = uninit
    for i in 0..<16
        w[i] = 0
        for k in 0..<4
            w[i] = w[i] << 8 | s.block_[i * 4 + k]
        end
    end
    for i in 16..<64
        a := rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ (w[i - 15] >> 3)
        b := rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ (w[i - 2] >> 10)
        w[i] = w[i - 16] + a + w[i - 7] + b
    end
    v := s.state
    for i in 0..<64
        s1 := rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
        choice := (v[4] & v[5]) ^ (~v[4] & v[6])
        t1 := v[7] + s1 + choice + K[i] + w[i]
        s0 := rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
        majority := (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        v = {t1 + s0 + majority, v[0], v[1], v[2], v[3] + t1, v[4], v[5], v[6]}
    end
    for &x, i in s.state
        x += v[i]
    end
end

update :: (s: Pointer{Sha}, data: Slice{u8})
    for byte in data
        s.block_[s.used] = byte
        s.used += 1
        s.total += 8
        if s.used == 64
            s.compress()
            s.used = 0
        end
    end
end

finish :: (s: Pointer{Sha}) -> Array{u8, 32}
    bits := s.total
    s.update({0x80})
    while s.used != 56
        s.update({0})
    end
    for shift in reverse(0..<8)
        s.update({u8(bits >> u64(8 * shift))})
    end
    result: Array{u8, 32}
    for word, i in s.state
        for k in 0..<4
            result[i * 4 + k] = u8(word >> u32(24 - 8 * k))
        end
    end
    return result
end

sha256 :: (text: String) -> Array{u8, 32}
    s: Sha
    s.update(text.data[0..<text.length])
    return s.finish()
end

Tree :: union
    leaf: u8
    fork: Fork
end

Fork :: struct
    left, right: Pointer{Tree}
end

Weighted :: struct
    weight: Int
    order: Int
    tree: Pointer{Tree}
end

< :: #operator (a: Weighted, b: Weighted) -> Bool => a.weight < b.weight || a.weight == b.weight && a.order < b.order

take_least :: (list: Pointer{List{Weighted}}) -> Weighted
    at := 0
    for x, i in list
        if x < list@[at]
            at = i
        end
    end
    return list.remove(at)
end

fill :: (codes: Slice{String}, tree: Pointer{Tree}, prefix: String)
    match tree@
    case .leaf byte => codes[byte] = prefix
    case .fork f
        fill(codes, f.left, prefix + "0")
        fill(codes, f.right, prefix + "1")
    end
end

huffman :: (text: String)
    counts: Array{Int, 256}
    for i in 0..<text.length
        counts[text[i]] += 1
    end
    list: List{Weighted}
    for n, byte in counts
        if n > 0
            list.append({n, byte, new(Tree.leaf(u8(byte)))})
        end
    end
    order := 256
    while list.length > 1
        a, b := take_least(&list), take_least(&list)
        list.append({a.weight + b.weight, order, new(Tree.fork({a.tree, b.tree}))})
        order += 1
    end
    codes: Array{String, 256}
    fill(codes, list[0].tree, "")
    bits := 0
    for code, byte in codes
        if code != ""
            print("{:?}={} ", Rune(byte), code)
            bits += code.length * counts[byte]
        end
    end
    print("{} bits\n", bits)
    coded := ""
    for i in 0..<text.length
        coded += codes[text[i]]
    end
    at := list[0].tree
    for i in 0..<coded.length
        at = ifx coded[i] == '0' => at.fork.left else => at.fork.right end
        match at@
        case .leaf byte
            print("{}", Rune(byte))
            at = list[0].tree
        case .fork
        end
    end
    print("\n")
end

main :: ()
    for text in Array{String, _}{"", "abc", "The quick brown fox jumps over the lazy dog", "0123456789012345678901234567890123456789012345678901234567890123456789"}
        for byte in sha256(text)
            print("{:02x}", byte)
        end
        print("\n")
    end
    huffman("abracadabra")
    print("{:x} {:x}\n", K[0], K[63])
end
