//! The part of `Big` for what integers are asked besides the operators: powers, roots, divisors, primes, bits.

#import "Big"
Memory :: #import "Big_Memory"

/// Quotient, toward zero, and what is left. Panics for a division by zero.
///
/// ```
/// q, r := Big.divmod(Big.integer(-17), Big.integer(5))
/// print("{} {}\n", q, r)     // => -3 -2
/// ```
divmod :: (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> (quotient: Integer, remainder: Integer)
    Memory.refuse_zero(b.size, location = location)
    x, y, q, r := sound(a), sound(b), fresh(location = location), fresh(location = location)
    __gmpz_tdiv_qr(&q, &r, &x, &y)
    return q, r
end

/// To a power that is not negative.
///
/// ```
/// Big.pow(Big.integer(2), 100)     // => 1267650600228229401496703205376
/// ```
pow :: (a: Integer, exponent: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(exponent >= 0, "negative exponent", location@)
    if a.size != 0 && bit_length(a) > 1
        Memory.refuse_size(0, exponent, bit_length(a) - 1, location = location)
    end
    x, r := sound(a), fresh(location = location)
    __gmpz_pow_ui(&r, &x, u64(exponent))
    return r
end

/// `a` to a power that is not negative, modulo `m`. Panics if `m` is 0.
///
/// ```
/// Big.pow_mod(Big.integer(3), Big.integer(200), Big.integer(7))     // => 2
/// ```
pow_mod :: (a: Integer, exponent: Integer, m: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(m.size, location = location)
    assert(exponent.size >= 0, "negative exponent", location@)
    x, e, y, r := sound(a), sound(exponent), sound(m), fresh(location = location)
    __gmpz_powm(&r, &x, &e, &y)
    return r
end

/// What gives 1 modulo `m` when it is multiplied by `a`, or `none`. Panics if `m` is 0.
///
/// ```
/// Big.invert(Big.integer(3), Big.integer(11))     // => some(4)
/// Big.invert(Big.integer(2), Big.integer(10))     // => none
/// ```
invert :: (a: Integer, m: Integer, location: Pointer{Source_Location} = #caller-location) -> Maybe{Integer}
    Memory.refuse_zero(m.size, location = location)
    x, y, r := sound(a), sound(m), fresh(location = location)
    if __gmpz_invert(&r, &x, &y) == 0
        destroy(&r)
        return none
    end
    return some(r)
end

/// The greatest common divisor; never negative.
///
/// ```
/// Big.gcd(Big.integer(54), Big.integer(24))     // => 6
/// ```
gcd :: (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_gcd(&r, &x, &y)
    return r
end

/// The least common multiple; never negative.
///
/// ```
/// Big.lcm(Big.integer(4), Big.integer(6))     // => 12
/// ```
lcm :: (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_lcm(&r, &x, &y)
    return r
end

/// The integer part of the square root. Panics for a negative number.
///
/// ```
/// Big.sqrt(Big.integer(6600))     // => 81
/// ```
sqrt :: (a: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(a.size >= 0, "square root of a negative number", location@)
    x, r := sound(a), fresh(location = location)
    __gmpz_sqrt(&r, &x)
    return r
end

/// The integer part of the root of a degree, which is positive. Panics for an even root of a negative number.
///
/// ```
/// Big.root(Big.integer(-1000), 3)     // => -10
/// ```
root :: (a: Integer, degree: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(degree > 0, "the degree of a root is positive", location@)
    assert(a.size >= 0 || degree % 2 == 1, "even root of a negative number", location@)
    x, r := sound(a), fresh(location = location)
    __gmpz_root(&r, &x, u64(degree))
    return r
end

/// Whether it is the square of an integer.
///
/// ```
/// Big.is_square(Big.integer(144))     // => true
/// ```
is_square :: (a: Integer, location: Pointer{Source_Location} = #caller-location) -> Bool
    x := sound(a)
    Memory.enter(location = location)
    return __gmpz_perfect_square_p(&x) != 0
end

/// The same without its sign.
///
/// ```
/// Big.abs(Big.integer(-3))     // => 3
/// ```
abs :: (a: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    r := copy(a, location = location)
    r.size = ifx r.size < 0 => -r.size else => r.size end
    return r
end

/// The product of the numbers from 1 to n.
///
/// ```
/// Big.factorial(25)     // => 15511210043330985984000000
/// ```
factorial :: (n: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(n >= 0, "factorial of a negative number", location@)
    Memory.refuse_size(0, n, 1, location = location)
    r := fresh(location = location)
    __gmpz_fac_ui(&r, u64(n))
    return r
end

/// In how many ways k things of n can be taken.
///
/// ```
/// Big.binomial(100, 3)     // => 161700
/// ```
binomial :: (n: Int, k: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(n >= 0 && k >= 0, "a binomial coefficient of a negative number", location@)
    Memory.refuse_size(0, min(n, k), 1, location = location)
    r := fresh(location = location)
    __gmpz_bin_uiui(&r, u64(n), u64(k))
    return r
end

/// A number of the sequence 0, 1, 1, 2, 3, 5 …
///
/// ```
/// Big.fibonacci(100)     // => 354224848179261915075
/// ```
fibonacci :: (n: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(n >= 0, "negative position", location@)
    Memory.refuse_size(0, n, 1, location = location)
    r := fresh(location = location)
    __gmpz_fib_ui(&r, u64(n))
    return r
end

/// Whether it is prime; wrong for a composite number with a probability below 4 to the power of `-rounds`.
///
/// ```
/// Big.is_prime((Big.integer(1) << 127) - 1)     // => true
/// ```
is_prime :: (a: Integer, rounds: Int = 30, location: Pointer{Source_Location} = #caller-location) -> Bool
    x := sound(a)
    Memory.enter(location = location)
    return __gmpz_probab_prime_p(&x, i32(max(1, min(rounds, 1000)))) != 0
end

/// The first number behind it that is prime as `is_prime` says.
///
/// ```
/// Big.next_prime(Big.integer(1000))     // => 1009
/// ```
next_prime :: (a: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, r := sound(a), fresh(location = location)
    __gmpz_nextprime(&r, &x)
    return r
end

/// -1, 0 or 1.
///
/// ```
/// Big.sign(Big.integer(-30))     // => -1
/// ```
sign :: (a: Integer) -> Int => ifx a.size < 0 => -1 else if a.size > 0 => 1 else => 0 end

/// Whether it is odd.
///
/// ```
/// Big.is_odd(Big.integer(-3))     // => true
/// ```
is_odd :: (a: Integer) -> Bool => a.size != 0 && a.limbs[0] & 1 == 1

/// How many binary digits it has without its sign.
///
/// ```
/// Big.bit_length(Big.integer(1) << 100)     // => 101
/// ```
bit_length :: (a: Integer) -> Int
    x := sound(a)
    return ifx a.size == 0 => 0 else => Int(__gmpz_sizeinbase(&x, 2)) end
end

/// Whether a bit is set; bits count from 0, a negative number has endless ones in front.
///
/// ```
/// Big.has_bit(Big.integer(5), 2)     // => true
/// ```
has_bit :: (a: Integer, index: Int, location: Pointer{Source_Location} = #caller-location) -> Bool
    assert(index >= 0, "bits count from 0", location@)
    x := sound(a)
    return __gmpz_tstbit(&x, u64(index)) != 0
end

// ---- GMP -----------------------------------------------------------------------------------------------------------------------

__gmpz_bin_uiui :: (r: Pointer{Integer}, n: u64, k: u64) #foreign #private
__gmpz_fac_ui :: (r: Pointer{Integer}, n: u64) #foreign #private
__gmpz_fib_ui :: (r: Pointer{Integer}, n: u64) #foreign #private
__gmpz_gcd :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_invert :: (r: Pointer{Integer}, a: Pointer{Integer}, m: Pointer{Integer}) -> i32 #foreign #private
__gmpz_lcm :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_nextprime :: (r: Pointer{Integer}, a: Pointer{Integer}) #foreign #private
__gmpz_perfect_square_p :: (a: Pointer{Integer}) -> i32 #foreign #private
__gmpz_pow_ui :: (r: Pointer{Integer}, a: Pointer{Integer}, exponent: u64) #foreign #private
__gmpz_powm :: (r: Pointer{Integer}, a: Pointer{Integer}, exponent: Pointer{Integer}, m: Pointer{Integer}) #foreign #private
__gmpz_probab_prime_p :: (a: Pointer{Integer}, rounds: i32) -> i32 #foreign #private
__gmpz_root :: (r: Pointer{Integer}, a: Pointer{Integer}, degree: u64) -> i32 #foreign #private
__gmpz_sizeinbase :: (x: Pointer{Integer}, base: i32) -> u64 #foreign #private
__gmpz_sqrt :: (r: Pointer{Integer}, a: Pointer{Integer}) #foreign #private
__gmpz_tdiv_qr :: (q: Pointer{Integer}, r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_tstbit :: (a: Pointer{Integer}, index: u64) -> i32 #foreign #private
