// eval: no, GMP is foreign code
// expect: 399 bits, 4fa793930bcd112280ebb121164a32c86c88000000000000605a3a72074fcf8539b9f9c41b968c1225a35000000000001a6f
// expect: 589199543624640247807453991474150082689929352606888804308947796698082660638309056576967866527023297745833596777294824326
// expect: attack at dawn, Huế
// expect: true false
// expect: none 1
// expect: 0 0 1 false

// RSA with small keys: primes, a key, a text there and back, a signature; a wrong key gives something else.

Big :: #import "Big"

Key :: struct
    modulus, public_exponent, private_exponent: Big.Integer
end

key :: (from: Big.Integer, and_from: Big.Integer) -> Key
    p, q := Big.next_prime(from), Big.next_prime(and_from)
    assert(Big.is_prime(p) && Big.is_prime(q))
    e := Big.integer(65537)
    d := Big.invert(e, Big.lcm(p - 1, q - 1)) or_else Big.integer(0)
    return Key{p * q, e, d}
end

main :: () -> Int
    k := key(Big.pow(Big.integer(10), 60) + 7, Big.integer(1) << 199)
    print("{} bits, {:x}\n", Big.bit_length(k.modulus), k.modulus)
    text := "attack at dawn, Huế"
    message := Big.from_bytes(text.data[0..<text.length])
    sealed := Big.pow_mod(message, k.public_exponent, k.modulus)
    opened := Big.pow_mod(sealed, k.private_exponent, k.modulus)
    bytes := Big.to_bytes(opened)
    print("{}\n{}\n", sealed, String{data = bytes.data, length = bytes.length})
    signature := Big.pow_mod(message, k.private_exponent, k.modulus)
    print("{} {}\n", Big.pow_mod(signature, k.public_exponent, k.modulus) == message, Big.pow_mod(signature + 1, k.public_exponent, k.modulus) == message)
    print("{} {}\n", Big.invert(Big.integer(6), Big.integer(9)), Big.gcd(k.modulus, k.private_exponent))
    zero: Big.Integer
    print("{} {} {} {}\n", Big.to_bytes(zero).length, Big.from_bytes(Slice{u8}{}), zero + 1, Big.is_odd(zero))
    return 0
end
