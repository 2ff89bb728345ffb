//! Fractions of any size, always in lowest terms: the part of `Big` for them, reached as `Big.rational` and so on.
//!
//! ```
//! Big :: #import "Big"
//! sum := Big.rational(0)
//! for n in 1..=4
//!     sum = sum + Big.rational(1, n)
//! end
//! sum     // => 25/12
//! ```
//!
//! Operators make new numbers, in memory of the current allocator; `destroy` frees one. Division by zero panics.

Big :: #import "Big"
Memory :: #import "Big_Memory"
Strings :: #import "Strings"

/// A fraction in lowest terms, with a positive denominator. The default is no number yet, and counts as 0.
Rational :: struct
    numerator: Big.Integer
    denominator: Big.Integer
end

/// `numerator / denominator` in lowest terms. Panics for a denominator of 0.
///
/// ```
/// Big :: #import "Big"
/// Big.rational(6, -4)     // => -3/2
/// Big.rational(5)     // => 5
/// ```
rational :: (numerator: Int, denominator: Int = 1, location: Pointer{Source_Location} = #caller-location) -> Rational => rational(Big.integer(numerator, location = location), Big.integer(denominator, location = location), location = location)

/// The same of big integers, whose memory it takes over.
rational :: (numerator: Big.Integer, denominator: Big.Integer, location: Pointer{Source_Location} = #caller-location) -> Rational
    if denominator.size == 0
        panic_text("division by zero", location@)
    end
    Memory.enter(location = location)
    r := Rational{Big.sound(numerator), Big.sound(denominator)}
    __gmpq_canonicalize(&r)
    return r
end

/// The fraction that a float is, to the last bit. Panics for infinities and NaN.
///
/// ```
/// Big :: #import "Big"
/// Big.rational(0.75)     // => 3/4
/// ```
rational :: (x: f64, location: Pointer{Source_Location} = #caller-location) -> Rational
    assert(x - x == 0.0, "this float is no number that a fraction could be", location@)
    r := fresh_rational(location = location)
    __gmpq_set_d(&r, x)
    return r
end

/// The fraction that the whole text is, `-3/4` or `12`, in base 2 to 36; false if it is none.
///
/// ```
/// Big :: #import "Big"
/// half := Big.parse_rational("-8/16") or_else Big.rational(0)
/// half     // => -1/2
/// _, ok := Big.parse_rational("1/0")
/// ok     // => false
/// ```
parse_rational :: (text: String, base: Int = 10, location: Pointer{Source_Location} = #caller-location) -> (Rational, Bool)
    above, below, has_bar := Strings.cut(text, "/")
    numerator, first_ok := Big.parse_integer(above, base, location = location)
    if !first_ok
        return Rational{}, false
    end
    denominator, second_ok := Big.parse_integer(ifx has_bar => below else => "1" end, base, location = location)
    if !second_ok || denominator.size == 0
        Big.destroy(&numerator)
        Big.destroy(&denominator)
        return Rational{}, false
    end
    return rational(numerator, denominator, location = location), true
end

/// `-3/4`, or `12` where the denominator is 1, in base 2 to 36; `delete` frees it.
///
/// ```
/// Big :: #import "Big"
/// text := Big.to_text(Big.rational(10, 16), base = 2)
/// text     // => "101/1000"
/// delete(text)
/// ```
to_text :: (x: Rational, base: Int = 10, location: Pointer{Source_Location} = #caller-location) -> String
    above := Big.to_text(x.numerator, base, location = location)
    if is_whole(x)
        return above
    end
    below := Big.to_text(x.denominator, base, location = location)
    defer delete(above)
    defer delete(below)
    return Strings.join({above, below}, "/")
end

/// Frees a number.
///
/// ```
/// Big :: #import "Big"
/// x := Big.rational(1, 3)
/// Big.destroy(&x)
/// ```
destroy :: (x: Pointer{Rational})
    Big.destroy(&x.numerator)
    Big.destroy(&x.denominator)
end

/// Another number of the same value.
///
/// ```
/// Big :: #import "Big"
/// x := Big.rational(1, 3)
/// y := Big.copy(x)
/// Big.destroy(&x)
/// y     // => 1/3
/// ```
copy :: (x: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational => Rational{Big.copy(x.numerator, location = location), Big.copy(sound(x).denominator, location = location)}

/// The sum.
///
/// ```
/// Big :: #import "Big"
/// Big.rational(1, 2) + Big.rational(1, 3)     // => 5/6
/// ```
+ :: #operator (a: Rational, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    x, y, r := sound(a), sound(b), fresh_rational(location = location)
    __gmpq_add(&r, &x, &y)
    return r
end

/// The difference.
///
/// ```
/// Big :: #import "Big"
/// 1 - Big.rational(1, 3)     // => 2/3
/// ```
- :: #operator (a: Rational, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    x, y, r := sound(a), sound(b), fresh_rational(location = location)
    __gmpq_sub(&r, &x, &y)
    return r
end

/// The product.
///
/// ```
/// Big :: #import "Big"
/// Big.rational(2, 3) * 6     // => 4
/// ```
* :: #operator (a: Rational, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    x, y, r := sound(a), sound(b), fresh_rational(location = location)
    __gmpq_mul(&r, &x, &y)
    return r
end

/// The quotient. Panics for a division by zero.
///
/// ```
/// Big :: #import "Big"
/// Big.rational(1, 2) / Big.rational(3, 4)     // => 2/3
/// ```
/ :: #operator (a: Rational, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    if b.numerator.size == 0
        panic_text("division by zero", location@)
    end
    x, y, r := sound(a), sound(b), fresh_rational(location = location)
    __gmpq_div(&r, &x, &y)
    return r
end

+ :: #operator (a: Rational, b: Int, location: Pointer{Source_Location} = #caller-location) -> Rational
    limb: u64
    x, y, r := sound(a), whole(b, &limb), fresh_rational(location = location)
    __gmpq_add(&r, &x, &y)
    return r
end

- :: #operator (a: Rational, b: Int, location: Pointer{Source_Location} = #caller-location) -> Rational
    limb: u64
    x, y, r := sound(a), whole(b, &limb), fresh_rational(location = location)
    __gmpq_sub(&r, &x, &y)
    return r
end

* :: #operator (a: Rational, b: Int, location: Pointer{Source_Location} = #caller-location) -> Rational
    limb: u64
    x, y, r := sound(a), whole(b, &limb), fresh_rational(location = location)
    __gmpq_mul(&r, &x, &y)
    return r
end

/ :: #operator (a: Rational, b: Int, location: Pointer{Source_Location} = #caller-location) -> Rational
    Memory.refuse_zero(i32(b != 0), location = location)
    limb: u64
    x, y, r := sound(a), whole(b, &limb), fresh_rational(location = location)
    __gmpq_div(&r, &x, &y)
    return r
end

+ :: #operator (a: Int, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    limb: u64
    x, y, r := whole(a, &limb), sound(b), fresh_rational(location = location)
    __gmpq_add(&r, &x, &y)
    return r
end

- :: #operator (a: Int, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    limb: u64
    x, y, r := whole(a, &limb), sound(b), fresh_rational(location = location)
    __gmpq_sub(&r, &x, &y)
    return r
end

* :: #operator (a: Int, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    limb: u64
    x, y, r := whole(a, &limb), sound(b), fresh_rational(location = location)
    __gmpq_mul(&r, &x, &y)
    return r
end

/ :: #operator (a: Int, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    Memory.refuse_zero(b.numerator.size, location = location)
    limb: u64
    x, y, r := whole(a, &limb), sound(b), fresh_rational(location = location)
    __gmpq_div(&r, &x, &y)
    return r
end

- :: #operator (a: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    r := copy(a, location = location)
    r.numerator.size = -r.numerator.size
    return r
end

/// Whether they are the same number.
///
/// ```
/// Big :: #import "Big"
/// Big.rational(2, 4) == Big.rational(1, 2)     // => true
/// ```
== :: #operator (a: Rational, b: Rational) -> Bool => compare(a, b) == 0
== :: #operator (a: Rational, b: Int) -> Bool => compare(a, b) == 0
== :: #operator (a: Int, b: Rational) -> Bool => compare(b, a) == 0

/// What `Map` and `Set` ask of their keys: the same for equal numbers.
///
/// ```
/// Big :: #import "Big"
/// Big_Rational.hash(Big.rational(2, 4), 7) == Big_Rational.hash(Big.rational(1, 2), 7)      // => true
/// ```
hash :: (x: Rational, seed: u64) -> u64 => Big.hash(sound(x).denominator, Big.hash(x.numerator, seed))

/// Whether the first is less.
///
/// ```
/// Big :: #import "Big"
/// Big.rational(1, 3) < Big.rational(1, 2)     // => true
/// ```
< :: #operator (a: Rational, b: Rational) -> Bool => compare(a, b) < 0
< :: #operator (a: Rational, b: Int) -> Bool => compare(a, b) < 0
< :: #operator (a: Int, b: Rational) -> Bool => compare(b, a) > 0

/// Negative, 0 or positive.
///
/// ```
/// Big :: #import "Big"
/// Big.compare(Big.rational(1, 2), Big.rational(1, 3)) > 0     // => true
/// ```
compare :: (a: Rational, b: Rational, location: Pointer{Source_Location} = #caller-location) -> Int
    x, y := sound(a), sound(b)
    Memory.enter(location = location)
    return Int(__gmpq_cmp(&x, &y))
end

compare :: (a: Rational, b: Int) -> Int
    x := sound(a)
    Memory.enter()
    return Int(__gmpq_cmp_si(&x, b, 1))
end

/// The same without its sign.
///
/// ```
/// Big :: #import "Big"
/// Big.abs(Big.rational(-1, 2))     // => 1/2
/// ```
abs :: (a: Rational, location: Pointer{Source_Location} = #caller-location) -> Rational
    r := copy(a, location = location)
    r.numerator.size = ifx r.numerator.size < 0 => -r.numerator.size else => r.numerator.size end
    return r
end

/// To any power. Panics for 0 to a negative one.
///
/// ```
/// Big :: #import "Big"
/// Big.pow(Big.rational(2, 3), -2)     // => 9/4
/// ```
pow :: (a: Rational, exponent: Int, location: Pointer{Source_Location} = #caller-location) -> Rational
    x := sound(a)
    if exponent >= 0
        return Rational{Big.pow(x.numerator, exponent, location = location), Big.pow(x.denominator, exponent, location = location)}
    end
    // the least integer has no opposite, but one that is even as well, and which only 1 and -1 survive
    opposite := ifx exponent == -exponent => -(exponent + 2) else => -exponent end
    return rational(Big.pow(x.denominator, opposite, location = location), Big.pow(x.numerator, opposite, location = location), location = location)
end

/// The greatest integer that is not greater.
///
/// ```
/// Big :: #import "Big"
/// Big.floor(Big.rational(-7, 2))     // => -4
/// ```
floor :: (a: Rational, location: Pointer{Source_Location} = #caller-location) -> Big.Integer
    x, r := sound(a), Big.fresh(location = location)
    __gmpz_fdiv_q(&r, &x.numerator, &x.denominator)
    return r
end

/// The least integer that is not less.
///
/// ```
/// Big :: #import "Big"
/// Big.ceil(Big.rational(-7, 2))     // => -3
/// ```
ceil :: (a: Rational, location: Pointer{Source_Location} = #caller-location) -> Big.Integer
    x, r := sound(a), Big.fresh(location = location)
    __gmpz_cdiv_q(&r, &x.numerator, &x.denominator)
    return r
end

/// Whether it is an integer.
///
/// ```
/// Big :: #import "Big"
/// Big.is_whole(Big.rational(8, 4))     // => true
/// ```
is_whole :: (a: Rational) -> Bool => a.denominator.size == 0 || a.denominator == 1

/// The nearest float toward zero.
///
/// ```
/// Big :: #import "Big"
/// Big.to_float(Big.rational(1, 4))     // => 0.25
/// ```
to_float :: (a: Rational) -> f64
    Memory.enter()
    x := sound(a)
    return __gmpq_get_d(&x)
end

/// Shows a fraction: `-3/4`, `12`, with width and sign as for other numbers.
///
/// ```
/// Big :: #import "Big"
/// print("{} [{:6}]\n", Big.rational(4, 6), Big.rational(1, 2))     // => 2/3 [   1/2]
/// ```
format :: (out: Pointer{Writer}, x: Pointer{Rational}, spec: Format_Spec)
    shown := to_text(x@)
    is_negative := shown[0] == '-'
    write_padded_number(out, is_negative, shown[Int(is_negative)..], spec{kind = .DISPLAY, precision = -1})
    delete(shown)
end

fresh_rational :: (location: Pointer{Source_Location} = #caller-location) -> Rational #private
    Memory.enter(location = location)
    r: Rational
    __gmpq_init(&r)
    return r
end

// The same number for GMP; a default one is 0/1.
sound :: (x: Rational) -> Rational #private
    return ifx x.denominator.size == 0 => Rational{Big.sound(Big.Integer{}), Big.Integer{size = 1, limbs = &ONE_LIMB}} else => Rational{Big.sound(x.numerator), x.denominator} end
end

// A whole number as a fraction that needs no memory: to be read only.
whole :: (x: Int, limb: Pointer{u64}) -> Rational #private
    limb@ = ifx x < 0 => 0 - u64(x) else => u64(x) end
    return Rational{Big.Integer{size = ifx x < 0 => -1 else if x > 0 => 1 else => 0 end, limbs = limb}, Big.Integer{size = 1, limbs = &ONE_LIMB}}
end

ONE_LIMB: u64 = 1 #private

// ---- GMP -------------------------------------------------------------------------------------------------------------------------------

__gmpq_add :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
__gmpq_canonicalize :: (r: Pointer{Rational}) #foreign #private
__gmpq_cmp :: (a: Pointer{Rational}, b: Pointer{Rational}) -> i32 #foreign #private
__gmpq_cmp_si :: (a: Pointer{Rational}, numerator: i64, denominator: u64) -> i32 #foreign #private
__gmpq_div :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
__gmpq_get_d :: (a: Pointer{Rational}) -> f64 #foreign #private
__gmpq_init :: (r: Pointer{Rational}) #foreign #private
__gmpq_mul :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
__gmpq_set_d :: (r: Pointer{Rational}, x: f64) #foreign #private
__gmpq_sub :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
__gmpz_cdiv_q :: (r: Pointer{Big.Integer}, a: Pointer{Big.Integer}, b: Pointer{Big.Integer}) #foreign #private
__gmpz_fdiv_q :: (r: Pointer{Big.Integer}, a: Pointer{Big.Integer}, b: Pointer{Big.Integer}) #foreign #private
