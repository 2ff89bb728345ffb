//! Numbers: constants and functions.
//!
//! What the processor or LLVM knows is an intrinsic. The other functions of the C library come with later editions.

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
