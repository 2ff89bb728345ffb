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

sqrt :: (x: f64) -> f64 #intrinsic "square_root"
sqrt :: {T}(x: T) -> T where is_float(T) #intrinsic "square_root"
floor :: (x: f64) -> f64 #intrinsic "floor"
floor :: {T}(x: T) -> T where is_float(T) #intrinsic "floor"
ceil :: (x: f64) -> f64 #intrinsic "ceil"
ceil :: {T}(x: T) -> T where is_float(T) #intrinsic "ceil"
trunc :: (x: f64) -> f64 #intrinsic "truncate"
trunc :: {T}(x: T) -> T where is_float(T) #intrinsic "truncate"
/// To the nearest integer, halves to the even one.
round_even :: (x: f64) -> f64 #intrinsic "round_even"
round_even :: {T}(x: T) -> T where is_float(T) #intrinsic "round_even"
/// `a * b + c`, rounded once.
fma :: (a: f64, b: f64, c: f64) -> f64 #intrinsic "fused_multiply_add"
fma :: {T}(a: T, b: T, c: T) -> T where is_float(T) #intrinsic "fused_multiply_add"
/// The first with the sign of the second.
copy_sign :: (x: f64, sign: f64) -> f64 #intrinsic "copy_sign"
copy_sign :: {T}(x: T, sign: T) -> T where is_float(T) #intrinsic "copy_sign"

abs :: {T}(x: T) -> T where is_float(T) #intrinsic "absolute_float"

/// The absolute value; the smallest integer stays what it is.
abs :: {T}(x: T) -> T where is_integer(T)
    if x < T(0)
        return T(0) - x
    end
    return x
end

sign :: {T}(x: T) -> Int where is_integer(T) || is_float(T)
    if x < T(0)
        return -1
    end
    if T(0) < x
        return 1
    end
    return 0
end

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

sin :: (x: f64) -> f64 => hb_math_sin(x)
sin :: (x: f32) -> f32 => hb_math_sin_f32(x)
cos :: (x: f64) -> f64 => hb_math_cos(x)
cos :: (x: f32) -> f32 => hb_math_cos_f32(x)
tan :: (x: f64) -> f64 => hb_math_tan(x)
tan :: (x: f32) -> f32 => hb_math_tan_f32(x)
/// Of what is outside -1 … 1 it is NaN.
asin :: (x: f64) -> f64 => hb_math_asin(x)
asin :: (x: f32) -> f32 => hb_math_asin_f32(x)
acos :: (x: f64) -> f64 => hb_math_acos(x)
acos :: (x: f32) -> f32 => hb_math_acos_f32(x)
atan :: (x: f64) -> f64 => hb_math_atan(x)
atan :: (x: f32) -> f32 => hb_math_atan_f32(x)
sinh :: (x: f64) -> f64 => hb_math_sinh(x)
sinh :: (x: f32) -> f32 => hb_math_sinh_f32(x)
cosh :: (x: f64) -> f64 => hb_math_cosh(x)
cosh :: (x: f32) -> f32 => hb_math_cosh_f32(x)
tanh :: (x: f64) -> f64 => hb_math_tanh(x)
tanh :: (x: f32) -> f32 => hb_math_tanh_f32(x)
asinh :: (x: f64) -> f64 => hb_math_asinh(x)
asinh :: (x: f32) -> f32 => hb_math_asinh_f32(x)
acosh :: (x: f64) -> f64 => hb_math_acosh(x)
acosh :: (x: f32) -> f32 => hb_math_acosh_f32(x)
atanh :: (x: f64) -> f64 => hb_math_atanh(x)
atanh :: (x: f32) -> f32 => hb_math_atanh_f32(x)
/// `E` to the power of `x`.
exp :: (x: f64) -> f64 => hb_math_exp(x)
exp :: (x: f32) -> f32 => hb_math_exp_f32(x)
/// Two to the power of `x`.
exp2 :: (x: f64) -> f64 => hb_math_exp2(x)
exp2 :: (x: f32) -> f32 => hb_math_exp2_f32(x)
/// `exp(x) - 1`, exact for small `x`.
exp_minus_1 :: (x: f64) -> f64 => hb_math_exp_minus_1(x)
exp_minus_1 :: (x: f32) -> f32 => hb_math_exp_minus_1_f32(x)
/// The natural logarithm.
log :: (x: f64) -> f64 => hb_math_log(x)
log :: (x: f32) -> f32 => hb_math_log_f32(x)
log2 :: (x: f64) -> f64 => hb_math_log2(x)
log2 :: (x: f32) -> f32 => hb_math_log2_f32(x)
log10 :: (x: f64) -> f64 => hb_math_log10(x)
log10 :: (x: f32) -> f32 => hb_math_log10_f32(x)
/// `log(1 + x)`, exact for small `x`.
log_1_plus :: (x: f64) -> f64 => hb_math_log_1_plus(x)
log_1_plus :: (x: f32) -> f32 => hb_math_log_1_plus_f32(x)
/// The cube root.
cbrt :: (x: f64) -> f64 => hb_math_cbrt(x)
cbrt :: (x: f32) -> f32 => hb_math_cbrt_f32(x)
/// To the nearest integer, halves away from zero.
round :: (x: f64) -> f64 => hb_math_round(x)
round :: (x: f32) -> f32 => hb_math_round_f32(x)
/// The error function.
erf :: (x: f64) -> f64 => hb_math_erf(x)
erf :: (x: f32) -> f32 => hb_math_erf_f32(x)
gamma :: (x: f64) -> f64 => hb_math_gamma(x)
gamma :: (x: f32) -> f32 => hb_math_gamma_f32(x)
/// The logarithm of the gamma function's absolute value.
log_gamma :: (x: f64) -> f64 => hb_math_log_gamma(x)
log_gamma :: (x: f32) -> f32 => hb_math_log_gamma_f32(x)
/// `x` to the power of `y`.
pow :: (x: f64, y: f64) -> f64 => hb_math_pow(x, y)
pow :: (x: f32, y: f32) -> f32 => hb_math_pow_f32(x, y)
/// The angle of the point (x, y).
atan2 :: (y: f64, x: f64) -> f64 => hb_math_atan2(y, x)
atan2 :: (y: f32, x: f32) -> f32 => hb_math_atan2_f32(y, x)
/// The length of the vector (x, y), without overflow on the way.
hypot :: (x: f64, y: f64) -> f64 => hb_math_hypot(x, y)
hypot :: (x: f32, y: f32) -> f32 => hb_math_hypot_f32(x, y)
/// What is left of `x` after so many whole `y`, with the sign of `x`.
fmod :: (x: f64, y: f64) -> f64 => hb_math_fmod(x, y)
fmod :: (x: f32, y: f32) -> f32 => hb_math_fmod_f32(x, y)
/// The same with the nearest multiple of `y`: IEEE's remainder.
remainder :: (x: f64, y: f64) -> f64 => hb_math_remainder(x, y)
remainder :: (x: f32, y: f32) -> f32 => hb_math_remainder_f32(x, y)
/// The next float after `x` towards `y`.
next_after :: (x: f64, y: f64) -> f64 => hb_math_next_after(x, y)
next_after :: (x: f32, y: f32) -> f32 => hb_math_next_after_f32(x, y)

/// The logarithm to any base.
log :: (x: f64, base: f64) -> f64 => log(x) / log(base)

/// Sine and cosine at once.
sin_cos :: (x: f64) -> (sine: f64, cosine: f64)
    return sin(x), cos(x)
end

to_radians :: (degrees: f64) -> f64 => degrees * (PI / 180.0)
to_degrees :: (radians: f64) -> f64 => radians * (180.0 / PI)

/// From `a` at 0 to `b` at 1.
lerp :: {T}(a: T, b: T, t: T) -> T where is_float(T) => a + (b - a) * t

/// The part behind the point, with the sign of `x`.
fraction :: {T}(x: T) -> T where is_float(T) => x - trunc(x)

is_nan :: {T}(x: T) -> Bool where is_float(T) => x != x
is_infinite :: {T}(x: T) -> Bool where is_float(T) => x == x && x - x != x - x
is_finite :: {T}(x: T) -> Bool where is_float(T) => x - x == x - x

/// Whether two floats differ by at most so much, relative to the larger one above 1.
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

lcm :: {T}(a: T, b: T) -> T where is_integer(T)
    if a == T(0) || b == T(0)
        return T(0)
    end
    return abs(a / gcd(a, b) * b)
end

/// The integer part of the square root of what is not negative.
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

is_power_of_two :: {T}(x: T) -> Bool where is_integer(T) => x > T(0) && x & (x - T(1)) == T(0)

count_ones :: {T}(x: T) -> T where is_integer(T) #intrinsic "count_ones"
leading_zeros :: {T}(x: T) -> T where is_integer(T) #intrinsic "leading_zeros"
trailing_zeros :: {T}(x: T) -> T where is_integer(T) #intrinsic "trailing_zeros"
reverse_bits :: {T}(x: T) -> T where is_integer(T) #intrinsic "bit_reverse"
swap_bytes :: {T}(x: T) -> T where is_integer(T) #intrinsic "byte_swap"
rotate_left :: {T}(x: T, count: T) -> T where is_integer(T) #intrinsic "rotate_left"
rotate_right :: {T}(x: T, count: T) -> T where is_integer(T) #intrinsic "rotate_right"

/// The sum, and whether it fits: `sum, fits := checked_add(a, b)`.
checked_add :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T)
    result, overflows := add_overflow(a, b)
    return result, !overflows
end

checked_sub :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T)
    result, overflows := sub_overflow(a, b)
    return result, !overflows
end

checked_mul :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T)
    result, overflows := mul_overflow(a, b)
    return result, !overflows
end

add_overflow :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T) #intrinsic "add_overflow"
sub_overflow :: {T}(a: T, b: T) -> (T, Bool) where is_integer(T) #intrinsic "sub_overflow"
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
