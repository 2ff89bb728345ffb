//! The part of `Big` for what floats are asked besides the operators: roots, powers, logarithms, trigonometry, whole parts.

#import "Big_Float"

/// The square root; NaN for a negative number.
///
/// ```
/// Big :: #import "Big"
/// Big.sqrt(Big.float(2))     // => 1.4142135623730951
/// ```
sqrt :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_sqrt(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The cube root.
///
/// ```
/// Big :: #import "Big"
/// Big.cbrt(Big.float(-27))     // => -3.0
/// ```
cbrt :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_cbrt(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// e to its power.
///
/// ```
/// Big :: #import "Big"
/// Big.exp(Big.float(1))     // => 2.718281828459045
/// ```
exp :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_exp(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The natural logarithm; NaN for a negative number.
///
/// ```
/// Big :: #import "Big"
/// Big.log(Big.float(10))     // => 2.302585092994046
/// ```
log :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_log(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The logarithm to base 2.
///
/// ```
/// Big :: #import "Big"
/// Big.log2(Big.float(1024))     // => 10.0
/// ```
log2 :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_log2(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The logarithm to base 10.
///
/// ```
/// Big :: #import "Big"
/// Big.log10(Big.float(1000))     // => 3.0
/// ```
log10 :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_log10(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The sine of radians.
///
/// ```
/// Big :: #import "Big"
/// Big.sin(Big.float(0))     // => 0.0
/// ```
sin :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_sin(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The cosine of radians.
///
/// ```
/// Big :: #import "Big"
/// Big.cos(Big.float(0))     // => 1.0
/// ```
cos :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_cos(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The tangent of radians.
///
/// ```
/// Big :: #import "Big"
/// Big.tan(Big.float(1))     // => 1.5574077246549023
/// ```
tan :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_tan(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The angle whose sine it is.
///
/// ```
/// Big :: #import "Big"
/// Big.asin(Big.float(1))     // => 1.5707963267948966
/// ```
asin :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_asin(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The angle whose cosine it is.
///
/// ```
/// Big :: #import "Big"
/// Big.acos(Big.float(1))     // => 0.0
/// ```
acos :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_acos(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The angle whose tangent it is.
///
/// ```
/// Big :: #import "Big"
/// Big.atan(Big.float(1)) * 4     // => 3.141592653589793
/// ```
atan :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_atan(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The hyperbolic sine.
///
/// ```
/// Big :: #import "Big"
/// Big.sinh(Big.float(1))     // => 1.1752011936438014
/// ```
sinh :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_sinh(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The hyperbolic cosine.
///
/// ```
/// Big :: #import "Big"
/// Big.cosh(Big.float(1))     // => 1.5430806348152437
/// ```
cosh :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_cosh(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The hyperbolic tangent.
///
/// ```
/// Big :: #import "Big"
/// Big.tanh(Big.float(1))     // => 0.7615941559557649
/// ```
tanh :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_tanh(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The gamma function: `gamma(n + 1)` is the factorial of n.
///
/// ```
/// Big :: #import "Big"
/// Big.gamma(Big.float(6))     // => 120.0
/// ```
gamma :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_gamma(&r, &x, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The first to the power of the second.
///
/// ```
/// Big :: #import "Big"
/// Big.pow(Big.float(2), Big.float(0.5))     // => 1.4142135623730951
/// ```
pow :: (a: Float, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x, y := sound(a), sound(b)
    r := fresh_float(max(x.precision, y.precision), location = location)
    mpfr_pow(&r, &x, &y, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The angle of the point with these coordinates, y first.
///
/// ```
/// Big :: #import "Big"
/// Big.atan2(Big.float(1), Big.float(-1))     // => 2.356194490192345
/// ```
atan2 :: (a: Float, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x, y := sound(a), sound(b)
    r := fresh_float(max(x.precision, y.precision), location = location)
    mpfr_atan2(&r, &x, &y, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The length of the longest side of a right-angled triangle.
///
/// ```
/// Big :: #import "Big"
/// Big.hypot(Big.float(3), Big.float(4))     // => 5.0
/// ```
hypot :: (a: Float, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x, y := sound(a), sound(b)
    r := fresh_float(max(x.precision, y.precision), location = location)
    mpfr_hypot(&r, &x, &y, rounding_mode())
    mpfr_free_cache()
    return r
end

/// The same without its sign.
///
/// ```
/// Big :: #import "Big"
/// Big.abs(Big.float(-1.5))     // => 1.5
/// ```
abs :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_abs(&r, &x, rounding_mode())
    return r
end

/// The greatest integer that is not greater.
///
/// ```
/// Big :: #import "Big"
/// Big.floor(Big.float(-1.5))     // => -2.0
/// ```
floor :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float => to_whole(a, 3, location = location)

/// The least integer that is not less.
///
/// ```
/// Big :: #import "Big"
/// Big.ceil(Big.float(-1.5))     // => -1.0
/// ```
ceil :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float => to_whole(a, 2, location = location)

/// The integer toward zero.
///
/// ```
/// Big :: #import "Big"
/// Big.truncate(Big.float(-1.5))     // => -1.0
/// ```
truncate :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float => to_whole(a, 1, location = location)

/// The nearest integer, of two that are equally near the even one.
///
/// ```
/// Big :: #import "Big"
/// Big.round(Big.float(2.5))     // => 2.0
/// ```
round :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float => to_whole(a, 0, location = location)

to_whole :: (a: Float, way: i32, location: Pointer{Source_Location} = #caller-location) -> Float #private
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_rint(&r, &x, way)
    return r
end

/// The circle's number.
///
/// ```
/// Big :: #import "Big"
/// print("{:.25}\n", Big.pi(100))     // => 3.141592653589793238462643
/// ```
pi :: (precision: Int, location: Pointer{Source_Location} = #caller-location) -> Float
    r := fresh_float(precision, location = location)
    mpfr_const_pi(&r, rounding_mode())
    mpfr_free_cache()
    return r
end

// ---- MPFR -------------------------------------------------------------------------------------------------------------------------

mpfr_abs :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_acos :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_asin :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_atan :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_atan2 :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_cbrt :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_const_pi :: (r: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_cos :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_cosh :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_exp :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_free_cache :: () #foreign #private
mpfr_gamma :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_hypot :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_log :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_log10 :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_log2 :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_pow :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_rint :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_sin :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_sinh :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_sqrt :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_tan :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_tanh :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
