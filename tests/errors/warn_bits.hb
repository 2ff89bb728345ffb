// warning-line: 15
// warning-code: W0010
// warning-mentions: (… ^ …) >> …
// warning-line: 16
// warning-code: W0010
// warning-mentions: (… | …) & …
// warning-line: 17
// warning-code: W0010
// warning-mentions: (… | …) << …

// `& | ^ << >>` stand on one level; where C groups them otherwise, the parentheses are better written.

mix :: (a: u32, b: u32) -> u32
    n := a << 3 & b ^ 7 | 1
    n ^= a ^ b >> 1
    n += a | b & 1
    n += a | b << 4
    n += a ^ (b >> 1) | (a & b)
    n += (a & b | a) ^ b
    return n << 1 & a
end

main :: ()
    print("{}\n", mix(1, 2))
end
