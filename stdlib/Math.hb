//! Numbers: constants and functions.
//!
//! What the processor or LLVM knows is an intrinsic. The functions of the C library are those of Rust's `libm`: no program needs
//! libc for them, and the same input gives the same bits everywhere, when compiling too. Angles are in radians.

PI :: 3.14159265358979323846264338327950288
TAU :: 6.28318530717958647692528676655900577
E :: 2.71828182845904523536028747135266250
SQRT_2 :: 1.41421356237309504880168872420969808

INT_MIN: Int : -0x8000_0000_0000_0000
INT_MAX: Int : 0x7fff_ffff_ffff_ffff

// Each comes for `f64`, which an integer literal also fits, and for the other floats.

/// The square root; of a negative number it is NaN.
/// ```
/// Math.sqrt(2.25)                           // => 1.5
/// ```
sqrt :: (x: f64) -> f64 #intrinsic "square_root"
sqrt :: {T}(x: T) -> T where is_float(T) #intrinsic "square_root"

/// To the integer below.
/// ```
/// Math.floor(-1.5)                          // => -2.0
/// ```
floor :: (x: f64) -> f64 #intrinsic "floor"
floor :: {T}(x: T) -> T where is_float(T) #intrinsic "floor"

/// To the integer above.
/// ```
/// Math.ceil(-1.5)                           // => -1.0
/// ```
ceil :: (x: f64) -> f64 #intrinsic "ceil"
ceil :: {T}(x: T) -> T where is_float(T) #intrinsic "ceil"

/// Without what stands behind the point.
/// ```
/// Math.trunc(-1.5)                          // => -1.0
/// ```
trunc :: (x: f64) -> f64 #intrinsic "truncate"
trunc :: {T}(x: T) -> T where is_float(T) #intrinsic "truncate"

/// To the nearest integer, halves to the even one.
/// ```
/// Math.round_even(2.5)                      // => 2.0
/// ```
round_even :: (x: f64) -> f64 #intrinsic "round_even"
round_even :: {T}(x: T) -> T where is_float(T) #intrinsic "round_even"

/// `a * b + c`, rounded once.
/// ```
/// Math.fma(2.0, 3.0, 1.0)                   // => 7.0
/// ```
fma :: (a: f64, b: f64, c: f64) -> f64 #intrinsic "fused_multiply_add"
fma :: {T}(a: T, b: T, c: T) -> T where is_float(T) #intrinsic "fused_multiply_add"

/// The first with the sign of the second.
/// ```
/// Math.copy_sign(3.0, -0.0)                 // => -3.0
/// ```
copy_sign :: (x: f64, sign: f64) -> f64 #intrinsic "copy_sign"
copy_sign :: {T}(x: T, sign: T) -> T where is_float(T) #intrinsic "copy_sign"

/// The absolute value.
/// ```
/// Math.abs(-1.5)                            // => 1.5
/// Math.abs(-3)                              // => 3
/// ```
abs :: {T}(x: T) -> T where is_float(T) #intrinsic "absolute_float"

/// The absolute value; the smallest integer stays what it is.
abs :: {T}(x: T) -> T where is_integer(T)
    if x < T(0)
        return T(0) - x
    end
    return x
end

/// -1, 0 or 1.
/// ```
/// Math.sign(-7)                             // => -1
/// ```
sign :: {T}(x: T) -> Int where is_integer(T) || is_float(T)
    if x < T(0)
        return -1
    end
    if T(0) < x
        return 1
    end
    return 0
end

/// The number, or the end of the range that it lies beyond.
/// ```
/// Math.clamp(12, 0, 10)                     // => 10
/// ```
clamp :: {T}(x: T, low: T, high: T) -> T where has_operator(T, "<")
    if x < low
        return low
    end
    if high < x
        return high
    end
    return x
end

/// `base` to a power that is not negative; wraps.
/// ```
/// Math.pow(3, 4)                            // => 81
/// Math.pow(2.0, 0.5)                        // => 1.4142135623730951
/// ```
pow :: {T}(base: T, exponent: Int) -> T where is_integer(T)
    result := T(1)
    factor := base
    left := exponent
    while left > 0
        if left & 1 == 1
            result = result * factor
        end
        factor = factor * factor
        left = left >> 1
    end
    return result
end

/// The greatest common divisor, which is not negative.
/// ```
/// Math.gcd(12, -18)                         // => 6
/// ```
gcd :: {T}(a: T, b: T) -> T where is_integer(T)
    x := abs(a)
    y := abs(b)
    while y != T(0)
        rest := x % y
        x = y
        y = rest
    end
    return x
end

// ---- Of the C library -----------------------------------------------------------------------------------------------------

/// The sine of an angle in radians.
/// ```
/// Math.sin(Math.PI / 2.0)                   // => 1.0
/// ```
sin :: (x: f64) -> f64 => hb_math_sin(x)

sin :: (x: f32) -> f32 => hb_math_sin_f32(x)

/// The cosine of an angle in radians.
/// ```
/// Math.cos(0.0)                             // => 1.0
/// ```
cos :: (x: f64) -> f64 => hb_math_cos(x)

cos :: (x: f32) -> f32 => hb_math_cos_f32(x)

/// The tangent of an angle in radians.
/// ```
/// Math.is_close(Math.tan(Math.PI / 4.0), 1.0)         // => true
/// ```
tan :: (x: f64) -> f64 => hb_math_tan(x)

tan :: (x: f32) -> f32 => hb_math_tan_f32(x)

/// Of what is outside -1 … 1 it is NaN.
/// ```
/// Math.asin(1.0)                            // => 1.5707963267948966
/// Math.asin(2.0)                            // => NaN
/// ```
asin :: (x: f64) -> f64 => hb_math_asin(x)

asin :: (x: f32) -> f32 => hb_math_asin_f32(x)

/// The angle whose cosine this is.
/// ```
/// Math.acos(1.0)                            // => 0.0
/// ```
acos :: (x: f64) -> f64 => hb_math_acos(x)

acos :: (x: f32) -> f32 => hb_math_acos_f32(x)

/// The angle whose tangent this is.
/// ```
/// Math.atan(1.0)                            // => 0.7853981633974483
/// ```
atan :: (x: f64) -> f64 => hb_math_atan(x)

atan :: (x: f32) -> f32 => hb_math_atan_f32(x)

/// The hyperbolic sine.
/// ```
/// Math.sinh(0.0)                            // => 0.0
/// ```
sinh :: (x: f64) -> f64 => hb_math_sinh(x)

sinh :: (x: f32) -> f32 => hb_math_sinh_f32(x)

/// The hyperbolic cosine.
/// ```
/// Math.cosh(0.0)                            // => 1.0
/// ```
cosh :: (x: f64) -> f64 => hb_math_cosh(x)

cosh :: (x: f32) -> f32 => hb_math_cosh_f32(x)

/// The hyperbolic tangent.
/// ```
/// Math.tanh(100.0)                          // => 1.0
/// ```
tanh :: (x: f64) -> f64 => hb_math_tanh(x)

tanh :: (x: f32) -> f32 => hb_math_tanh_f32(x)

/// The inverse of the hyperbolic sine.
/// ```
/// Math.asinh(0.0)                           // => 0.0
/// ```
asinh :: (x: f64) -> f64 => hb_math_asinh(x)

asinh :: (x: f32) -> f32 => hb_math_asinh_f32(x)

/// The inverse of the hyperbolic cosine.
/// ```
/// Math.acosh(1.0)                           // => 0.0
/// ```
acosh :: (x: f64) -> f64 => hb_math_acosh(x)

acosh :: (x: f32) -> f32 => hb_math_acosh_f32(x)

/// The inverse of the hyperbolic tangent.
/// ```
/// Math.atanh(0.0)                           // => 0.0
/// ```
atanh :: (x: f64) -> f64 => hb_math_atanh(x)

atanh :: (x: f32) -> f32 => hb_math_atanh_f32(x)

/// `E` to the power of `x`.
/// ```
/// Math.exp(0.0)                             // => 1.0
/// ```
exp :: (x: f64) -> f64 => hb_math_exp(x)

exp :: (x: f32) -> f32 => hb_math_exp_f32(x)

/// Two to the power of `x`.
/// ```
/// Math.exp2(10.0)                           // => 1024.0
/// ```
exp2 :: (x: f64) -> f64 => hb_math_exp2(x)
exp2 :: (x: f32) -> f32 => hb_math_exp2_f32(x)

/// `exp(x) - 1`, exact for small `x`.
/// ```
/// Math.exp_minus_1(1e-20)                   // => 1e-20
/// ```
exp_minus_1 :: (x: f64) -> f64 => hb_math_exp_minus_1(x)
exp_minus_1 :: (x: f32) -> f32 => hb_math_exp_minus_1_f32(x)

/// The natural logarithm.
/// ```
/// Math.log(Math.E)                          // => 1.0
/// Math.log(8.0, base = 2.0)                 // => 3.0
/// ```
log :: (x: f64) -> f64 => hb_math_log(x)

log :: (x: f32) -> f32 => hb_math_log_f32(x)

/// The logarithm to base 2.
/// ```
/// Math.log2(1024.0)                         // => 10.0
/// ```
log2 :: (x: f64) -> f64 => hb_math_log2(x)
log2 :: (x: f32) -> f32 => hb_math_log2_f32(x)

/// The logarithm to base 10.
/// ```
/// Math.log10(1000.0)                        // => 3.0
/// ```
log10 :: (x: f64) -> f64 => hb_math_log10(x)
log10 :: (x: f32) -> f32 => hb_math_log10_f32(x)

/// `log(1 + x)`, exact for small `x`.
/// ```
/// Math.log_1_plus(1e-20)                    // => 1e-20
/// ```
log_1_plus :: (x: f64) -> f64 => hb_math_log_1_plus(x)
log_1_plus :: (x: f32) -> f32 => hb_math_log_1_plus_f32(x)

/// The cube root.
/// ```
/// Math.cbrt(27.0)                           // => 3.0
/// ```
cbrt :: (x: f64) -> f64 => hb_math_cbrt(x)

cbrt :: (x: f32) -> f32 => hb_math_cbrt_f32(x)

/// To the nearest integer, halves away from zero.
/// ```
/// Math.round(2.5)                           // => 3.0
/// ```
round :: (x: f64) -> f64 => hb_math_round(x)

round :: (x: f32) -> f32 => hb_math_round_f32(x)

/// The error function.
/// ```
/// Math.erf(0.0)                             // => 0.0
/// ```
erf :: (x: f64) -> f64 => hb_math_erf(x)

erf :: (x: f32) -> f32 => hb_math_erf_f32(x)

/// The gamma function: of `n` + 1 it is the factorial of `n`.
/// ```
/// Math.gamma(5.0)                           // => 24.0
/// ```
gamma :: (x: f64) -> f64 => hb_math_gamma(x)

gamma :: (x: f32) -> f32 => hb_math_gamma_f32(x)

/// The logarithm of the gamma function's absolute value.
/// ```
/// Math.log_gamma(1.0)                       // => 0.0
/// ```
log_gamma :: (x: f64) -> f64 => hb_math_log_gamma(x)

log_gamma :: (x: f32) -> f32 => hb_math_log_gamma_f32(x)
/// `x` to the power of `y`.
pow :: (x: f64, y: f64) -> f64 => hb_math_pow(x, y)
pow :: (x: f32, y: f32) -> f32 => hb_math_pow_f32(x, y)

/// The angle of the point (x, y).
/// ```
/// Math.to_degrees(Math.atan2(1.0, -1.0))    // => 135.0
/// ```
atan2 :: (y: f64, x: f64) -> f64 => hb_math_atan2(y, x)
atan2 :: (y: f32, x: f32) -> f32 => hb_math_atan2_f32(y, x)

/// The length of the vector (x, y), without overflow on the way.
/// ```
/// Math.hypot(3.0, 4.0)                      // => 5.0
/// ```
hypot :: (x: f64, y: f64) -> f64 => hb_math_hypot(x, y)

hypot :: (x: f32, y: f32) -> f32 => hb_math_hypot_f32(x, y)

/// What is left of `x` after so many whole `y`, with the sign of `x`.
/// ```
/// Math.fmod(-7.0, 3.0)                      // => -1.0
/// ```
fmod :: (x: f64, y: f64) -> f64 => hb_math_fmod(x, y)

fmod :: (x: f32, y: f32) -> f32 => hb_math_fmod_f32(x, y)

/// The same with the nearest multiple of `y`: IEEE's remainder.
/// ```
/// Math.remainder(8.0, 3.0)                  // => -1.0
/// ```
remainder :: (x: f64, y: f64) -> f64 => hb_math_remainder(x, y)

remainder :: (x: f32, y: f32) -> f32 => hb_math_remainder_f32(x, y)

/// The next float after `x` towards `y`.
/// ```
/// Math.next_after(1.0, 2.0)                 // => 1.0000000000000002
/// ```
next_after :: (x: f64, y: f64) -> f64 => hb_math_next_after(x, y)

next_after :: (x: f32, y: f32) -> f32 => hb_math_next_after_f32(x, y)

/// The logarithm to any base.
log :: (x: f64, base: f64) -> f64 => log(x) / log(base)

/// Sine and cosine at once.
/// ```
/// sine, cosine := Math.sin_cos(0.0)
/// sine                                      // => 0.0
/// cosine                                    // => 1.0
/// ```
sin_cos :: (x: f64) -> (sine: f64, cosine: f64)
    return sin(x), cos(x)
end

/// Degrees as radians.
/// ```
/// Math.to_radians(180.0) == Math.PI         // => true
/// ```
to_radians :: (degrees: f64) -> f64 => degrees * (PI / 180.0)

/// Radians as degrees.
/// ```
/// Math.to_degrees(Math.PI)                  // => 180.0
/// ```
to_degrees :: (radians: f64) -> f64 => radians * (180.0 / PI)

/// From `a` at 0 to `b` at 1.
/// ```
/// Math.lerp(10.0, 20.0, 0.25)               // => 12.5
/// ```
lerp :: {T}(a: T, b: T, t: T) -> T where is_float(T) => a + (b - a) * t

/// The part behind the point, with the sign of `x`.
/// ```
/// Math.fraction(-1.5)                       // => -0.5
/// ```
fraction :: {T}(x: T) -> T where is_float(T) => x - trunc(x)

/// Whether it is no number.
/// ```
/// Math.is_nan(Math.sqrt(-1.0))              // => true
/// ```
is_nan :: {T}(x: T) -> Bool where is_float(T) => x != x

/// Whether it is one of the infinities.
/// ```
/// Math.is_infinite(1.0 / 0.0)               // => true
/// ```
is_infinite :: {T}(x: T) -> Bool where is_float(T) => x == x && x - x != x - x

/// Whether it is neither infinite nor NaN.
/// ```
/// Math.is_finite(1.0)                       // => true
/// ```
is_finite :: {T}(x: T) -> Bool where is_float(T) => x - x == x - x

/// Whether two floats differ by at most so much, relative to the larger one above 1.
/// ```
/// Math.is_close(0.1 + 0.2, 0.3)             // => true
/// ```
is_close :: (a: f64, b: f64, tolerance: f64 = 1e-9) -> Bool
    return abs(a - b) <= tolerance * max(1.0, max(abs(a), abs(b)))
end

INFINITY: f64 : bit_cast{f64}(u64(0x7ff0_0000_0000_0000))
NAN: f64 : bit_cast{f64}(u64(0x7ff8_0000_0000_0000))
EPSILON: f64 : 2.220446049250313e-16
FLOAT_MAX: f64 : 1.7976931348623157e308
FLOAT_MIN_POSITIVE: f64 : 2.2250738585072014e-308
LN_2 :: 0.693147180559945309417232121458176568
LN_10 :: 2.30258509299404568401799145468436421

// ---- Integers ---------------------------------------------------------------------------------------------------------------

/// The least common multiple, which is not negative.
/// ```
/// Math.lcm(4, 6)                            // => 12
/// ```
lcm :: {T}(a: T, b: T) -> T where is_integer(T)
    if a == T(0) || b == T(0)
        return T(0)
    end
    return abs(a / gcd(a, b) * b)
end

/// The integer part of the square root of what is not negative.
/// ```
/// Math.int_sqrt(80)                         // => 8
/// ```
int_sqrt :: (x: Int) -> Int
    assert(x >= 0, "square root of a negative number")
    root := Int(sqrt(f64(x)))
    while root > 3_037_000_499 || root * root > x
        root -= 1
    end
    while root < 3_037_000_499 && (root + 1) * (root + 1) <= x
        root += 1
    end
    return root
end

/// Whether exactly one bit is set.
/// ```
/// Math.is_power_of_two(64)                  // => true
/// ```
is_power_of_two :: {T}(x: T) -> Bool where is_integer(T) => x > T(0) && x & (x - T(1)) == T(0)

/// How many bits are set.
/// ```
/// Math.count_ones(0b1011)                   // => 3
/// ```
count_ones :: {T}(x: T) -> T where is_integer(T) #intrinsic "count_ones"

/// How many bits above the highest that is set are not.
/// ```
/// Math.leading_zeros(u8(1))                 // => 7
/// ```
leading_zeros :: {T}(x: T) -> T where is_integer(T) #intrinsic "leading_zeros"

/// How many bits below the lowest that is set are not.
/// ```
/// Math.trailing_zeros(8)                    // => 3
/// ```
trailing_zeros :: {T}(x: T) -> T where is_integer(T) #intrinsic "trailing_zeros"

/// The bits in the opposite order.
/// ```
/// Math.reverse_bits(u8(1))                  // => 128
/// ```
reverse_bits :: {T}(x: T) -> T where is_integer(T) #intrinsic "bit_reverse"

/// The bytes in the opposite order.
/// ```
/// print("{:x}\n", Math.swap_bytes(u32(0x12345678)))    // => 78563412
/// ```
swap_bytes :: {T}(x: T) -> T where is_integer(T) #intrinsic "byte_swap"

/// The bits moved up, those that fall out put in below.
/// ```
/// Math.rotate_left(u8(0x81), 1)             // => 3
/// ```
rotate_left :: {T}(x: T, count: T) -> T where is_integer(T) #intrinsic "rotate_left"

/// The bits moved down, those that fall out put in above.
/// ```
/// Math.rotate_right(u8(0x81), 1)            // => 192
/// ```
rotate_right :: {T}(x: T, count: T) -> T where is_integer(T) #intrinsic "rotate_right"

/// The sum, and whether it fits: `sum, fits := checked_add(a, b)`.
/// ```
/// sum, fits := Math.checked_add(u8(200), 100)
/// fits                                      // => false
/// ```
checked_add :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T)
    result, overflows := add_overflow(a, b)
    return result, !overflows
end

/// The difference, and whether it fits.
/// ```
/// difference, fits := Math.checked_sub(u8(1), 2)
/// fits                                      // => false
/// ```
checked_sub :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T)
    result, overflows := sub_overflow(a, b)
    return result, !overflows
end

/// The product, and whether it fits.
/// ```
/// product, fits := Math.checked_mul(u8(16), 15)
/// product                                   // => 240
/// fits                                      // => true
/// ```
checked_mul :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T)
    result, overflows := mul_overflow(a, b)
    return result, !overflows
end

/// The sum as far as it fits, and whether it did not.
/// ```
/// sum, overflow := Math.add_overflow(u8(200), 100)
/// sum                                       // => 44
/// overflow                                  // => true
/// ```
add_overflow :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T) #intrinsic "add_overflow"

/// The difference as far as it fits, and whether it did not.
/// ```
/// difference, overflow := Math.sub_overflow(u8(1), 2)
/// difference                                // => 255
/// overflow                                  // => true
/// ```
sub_overflow :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T) #intrinsic "sub_overflow"

/// The product as far as it fits, and whether it did not.
/// ```
/// product, overflow := Math.mul_overflow(u8(16), 17)
/// product                                   // => 16
/// overflow                                  // => true
/// ```
mul_overflow :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T) #intrinsic "mul_overflow"

// ---- The runtime ----------------------------------------------------------------------------------------------------------------

hb_math_sin :: (x: f64) -> f64 #foreign #private
hb_math_sin_f32 :: (x: f32) -> f32 #foreign #private
hb_math_cos :: (x: f64) -> f64 #foreign #private
hb_math_cos_f32 :: (x: f32) -> f32 #foreign #private
hb_math_tan :: (x: f64) -> f64 #foreign #private
hb_math_tan_f32 :: (x: f32) -> f32 #foreign #private
hb_math_asin :: (x: f64) -> f64 #foreign #private
hb_math_asin_f32 :: (x: f32) -> f32 #foreign #private
hb_math_acos :: (x: f64) -> f64 #foreign #private
hb_math_acos_f32 :: (x: f32) -> f32 #foreign #private
hb_math_atan :: (x: f64) -> f64 #foreign #private
hb_math_atan_f32 :: (x: f32) -> f32 #foreign #private
hb_math_sinh :: (x: f64) -> f64 #foreign #private
hb_math_sinh_f32 :: (x: f32) -> f32 #foreign #private
hb_math_cosh :: (x: f64) -> f64 #foreign #private
hb_math_cosh_f32 :: (x: f32) -> f32 #foreign #private
hb_math_tanh :: (x: f64) -> f64 #foreign #private
hb_math_tanh_f32 :: (x: f32) -> f32 #foreign #private
hb_math_asinh :: (x: f64) -> f64 #foreign #private
hb_math_asinh_f32 :: (x: f32) -> f32 #foreign #private
hb_math_acosh :: (x: f64) -> f64 #foreign #private
hb_math_acosh_f32 :: (x: f32) -> f32 #foreign #private
hb_math_atanh :: (x: f64) -> f64 #foreign #private
hb_math_atanh_f32 :: (x: f32) -> f32 #foreign #private
hb_math_exp :: (x: f64) -> f64 #foreign #private
hb_math_exp_f32 :: (x: f32) -> f32 #foreign #private
hb_math_exp2 :: (x: f64) -> f64 #foreign #private
hb_math_exp2_f32 :: (x: f32) -> f32 #foreign #private
hb_math_exp_minus_1 :: (x: f64) -> f64 #foreign #private
hb_math_exp_minus_1_f32 :: (x: f32) -> f32 #foreign #private
hb_math_log :: (x: f64) -> f64 #foreign #private
hb_math_log_f32 :: (x: f32) -> f32 #foreign #private
hb_math_log2 :: (x: f64) -> f64 #foreign #private
hb_math_log2_f32 :: (x: f32) -> f32 #foreign #private
hb_math_log10 :: (x: f64) -> f64 #foreign #private
hb_math_log10_f32 :: (x: f32) -> f32 #foreign #private
hb_math_log_1_plus :: (x: f64) -> f64 #foreign #private
hb_math_log_1_plus_f32 :: (x: f32) -> f32 #foreign #private
hb_math_cbrt :: (x: f64) -> f64 #foreign #private
hb_math_cbrt_f32 :: (x: f32) -> f32 #foreign #private
hb_math_round :: (x: f64) -> f64 #foreign #private
hb_math_round_f32 :: (x: f32) -> f32 #foreign #private
hb_math_erf :: (x: f64) -> f64 #foreign #private
hb_math_erf_f32 :: (x: f32) -> f32 #foreign #private
hb_math_gamma :: (x: f64) -> f64 #foreign #private
hb_math_gamma_f32 :: (x: f32) -> f32 #foreign #private
hb_math_log_gamma :: (x: f64) -> f64 #foreign #private
hb_math_log_gamma_f32 :: (x: f32) -> f32 #foreign #private
hb_math_pow :: (x: f64, y: f64) -> f64 #foreign #private
hb_math_pow_f32 :: (x: f32, y: f32) -> f32 #foreign #private
hb_math_atan2 :: (y: f64, x: f64) -> f64 #foreign #private
hb_math_atan2_f32 :: (y: f32, x: f32) -> f32 #foreign #private
hb_math_hypot :: (x: f64, y: f64) -> f64 #foreign #private
hb_math_hypot_f32 :: (x: f32, y: f32) -> f32 #foreign #private
hb_math_fmod :: (x: f64, y: f64) -> f64 #foreign #private
hb_math_fmod_f32 :: (x: f32, y: f32) -> f32 #foreign #private
hb_math_remainder :: (x: f64, y: f64) -> f64 #foreign #private
hb_math_remainder_f32 :: (x: f32, y: f32) -> f32 #foreign #private
hb_math_next_after :: (x: f64, y: f64) -> f64 #foreign #private
hb_math_next_after_f32 :: (x: f32, y: f32) -> f32 #foreign #private
