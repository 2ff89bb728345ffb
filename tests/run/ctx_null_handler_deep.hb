// expect: handler: null pointer
// expect-status: 134
// eval: no

// the same where other calls stand before and behind, in a leaf that has put the register to other uses

tell :: (message: String, _location: Pointer{Source_Location})
    print("handler: {}\n", message)
end

mix :: (p: Pointer{Int}, n: Int) -> Int #no-inline
    a, b, c, d, e, f, g, h := n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7
    i, j, k, l := n * 3, n * 5, n * 7, n * 11
    for _ in 0..<n
        a += b ^ l; b += c ^ a; c += d ^ b; d += e ^ c; e += f ^ d; f += g ^ e; g += h ^ f; h += i ^ g
        i += j ^ h; j += k ^ i; k += l ^ j; l += a ^ k
    end
    p@ = a + b + c + d + e + f + g + h + i + j + k + l
    return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l
end

main :: (arguments: Slice{String})
    x := 0
    with context{on_panic = tell}
        mix(&x, 2 + arguments.length)
        print("{}", ifx mix(&x, 4) == 0 => "zero\n" else => "" end)
        nothing := ifx arguments.length < 100 => Pointer{Int}(null) else => &x end
        mix(nothing, 3)
    end
end
