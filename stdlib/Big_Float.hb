//! Binary floats with any precision: the part of `Big` for them, reached as `Big.float` and so on.
//!
//! ```
//! Big :: #import "Big"
//! with context{Big.rounding = .UP}
//!     print("{}\n", Big.float(1, precision = 10) / 3)         // => 0.3335
//! end
//! print("{:.30}\n", Big.pi(200))         // => 3.14159265358979323846264338328
//! ```
//!
//! A result has the precision of its most precise operand, and is the exact value, rounded once: as the context says (`Big.rounding`), to the nearest if nobody says anything. A number
//! divided by 0 is an infinity, 0 by 0 is NaN, and so is what a function has no value for: nothing panics. Operators make new numbers, in memory of the current allocator; `destroy` frees one.

Big :: #import "Big"
Hash :: #import "Hash"
Memory :: #import "Big_Memory"
Strings :: #import "Strings"

/// How a result is rounded that its precision cannot hold.
Rounding :: enum
    NEAREST                             // the even one of two that are equally near
    ZERO
    UP                                  // toward positive infinity
    DOWN
    AWAY                                // from zero
end

#add-context rounding: Rounding = .NEAREST

/// A binary float with a precision of its own. The default is no number yet: NaN.
Float :: struct
    precision: Int                      // bits
    sign: i32
    exponent: Int
    limbs: Pointer{u64}
end

// ---- Making and reading -------------------------------------------------------------------------------------------------------

/// A float of so many bits, 53 as in `f64` if nothing is said.
///
/// ```
/// Big :: #import "Big"
/// x := Big.float(0.1, precision = 100)
/// x.precision     // => 100
/// Big.to_float(x)     // => 0.1
/// ```
float :: (x: f64, precision: Int = 53, location: Pointer{Source_Location} = #caller-location) -> Float
    r := fresh_float(precision, location = location)
    mpfr_set_d(&r, x, rounding_mode())
    return r
end

/// The same of an integer.
float :: (x: Big.Integer, precision: Int = 53, location: Pointer{Source_Location} = #caller-location) -> Float
    a, r := Big.sound(x), fresh_float(precision, location = location)
    mpfr_set_z(&r, &a, rounding_mode())
    return r
end

/// The same of a fraction.
float :: (x: Big.Rational, precision: Int = 53, location: Pointer{Source_Location} = #caller-location) -> Float
    above := float(x.numerator, max(Big.bit_length(x.numerator), 2), location = location)
    below := float(x.denominator, max(Big.bit_length(x.denominator), 2), location = location)
    r := fresh_float(precision, location = location)
    if Big.is_whole(x)
        mpfr_set(&r, &above, rounding_mode())
    else
        mpfr_div(&r, &above, &below, rounding_mode())
    end
    destroy(&above)
    destroy(&below)
    return r
end

/// The float that the whole text is: `0.1`, `-2.5e1000`, `inf`, `nan`; in base 2 to 36, with `@` before the exponent where `e` is a digit. False if it is none.
///
/// ```
/// Big :: #import "Big"
/// x := Big.parse_float("0.1", precision = 200) or_else Big.float(0)
/// print("{:.20}\n", x)     // => 0.1
/// _, ok := Big.parse_float("0.1.2")
/// ok     // => false
/// ```
parse_float :: (text: String, precision: Int = 53, base: Int = 10, location: Pointer{Source_Location} = #caller-location) -> (Float, Bool)
    if text.length == 0 || Strings.is_blank(text[0]) || Strings.contains_byte(text, 0) || base < 2 || base > 36
        return Float{}, false
    end
    terminated := Strings.concat(text, "\0", location = location)
    defer delete(terminated)
    r := fresh_float(precision, location = location)
    end_: Pointer{u8} = null
    mpfr_strtofr(&r, terminated.data, &end_, i32(base), rounding_mode())
    if end_ != &terminated.data[text.length]
        destroy(&r)
        return Float{}, false
    end
    return r, true
end

/// So many significant digits, as many as read back to the same number if nothing is said, in base 2 to 36; `delete` frees them.
///
/// ```
/// Big :: #import "Big"
/// text := Big.to_text(Big.pi(100), 12)
/// text     // => "3.14159265359"
/// delete(text)
/// half := Big.to_text(Big.float(0.5), base = 2)
/// half     // => "0.1"
/// ```
to_text :: (a: Float, digits: Int = 0, base: Int = 10, location: Pointer{Source_Location} = #caller-location) -> String
    assert(base >= 2 && base <= 36, "bases are 2 to 36", location@)
    x := a
    Memory.enter(location = location)
    if is_nan(a)
        return Strings.copy("NaN", location = location)
    end
    if is_infinite(a)
        return Strings.copy(ifx x.sign < 0 => "-inf" else => "inf" end, location = location)
    end
    exponent := 0
    raw := ifx digits > 0 => mpfr_get_str(null, &exponent, i32(base), u64(digits), &x, rounding_mode()) else => fewest_digits(a, base, &exponent, location = location) end
    shown := string_of(CString(raw))
    b := Strings.builder(location = location)
    if shown[0] == '-'
        b.append('-')
        shown = shown[1..]
    end
    significant := shown.length
    while significant > 1 && shown[significant - 1] == '0'
        significant -= 1
    end
    append_digits(&b, shown[0..<significant], exponent, mpfr_zero_p(&x) != 0, base)
    mpfr_free_str(raw)
    return b.take()
end

// As few digits as read back to the same number. One of three counts is theirs: with two digits fewer than always suffice,
// every text of so many digits is one number's own.
fewest_digits :: (a: Float, base: Int, exponent: Pointer{Int}, location: Pointer{Source_Location} = #caller-location) -> Pointer{u8} #private
    x := a
    enough := Int(mpfr_get_str_ndigits(i32(base), a.precision))
    for count in max(enough - 2, 2)..<enough
        raw := mpfr_get_str(null, exponent, i32(base), u64(count), &x, 0)
        shown := string_of(CString(raw))
        sign := ifx shown[0] == '-' => "-" else => "" end
        text := format("{}0.{}@{}", sign, shown[sign.length..], exponent@)
        is_same := false
        with context{rounding = .NEAREST}
            again, _ := parse_float(text, a.precision, base, location = location)
            is_same = again == a
            destroy(&again)
        end
        delete(text)
        if is_same
            return raw
        end
        mpfr_free_str(raw)
    end
    return mpfr_get_str(null, exponent, i32(base), u64(enough), &x, 0)
end

// The digits with their point, or with an exponent where that would be far away.
append_digits :: (b: Pointer{Strings.Builder}, digits: String, exponent: Int, is_zero: Bool, base: Int) #private
    if is_zero
        b.append("0.0")
        return
    end
    if exponent > 0 && exponent <= max(digits.length, 21)
        for i in 0..<exponent
            b.append(ifx i < digits.length => digits[i] else => '0' end)
        end
        b.append('.')
        b.append(ifx exponent < digits.length => digits[exponent..] else => "0" end)
        return
    end
    if exponent <= 0 && exponent > -6
        b.append("0.")
        for _ in exponent..<0
            b.append('0')
        end
        b.append(digits)
        return
    end
    b.append(digits[0])
    if digits.length > 1
        b.append('.')
        b.append(digits[1..])
    end
    b.append(ifx base > 10 => '@' else => 'e' end)
    b.append_int(exponent - 1)
end

/// Frees a number.
///
/// ```
/// Big :: #import "Big"
/// x := Big.pi(1000)
/// Big.destroy(&x)
/// ```
destroy :: (x: Pointer{Float})
    if x.limbs != null
        mpfr_clear(x)
    end
    x@ = Float{}
end

/// Another number of the same value.
///
/// ```
/// Big :: #import "Big"
/// x := Big.float(1.5)
/// y := Big.copy(x)
/// Big.destroy(&x)
/// y     // => 1.5
/// ```
copy :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float => with_precision(a, sound(a).precision, location = location)

/// The same number with another precision, rounded if it has to be.
///
/// ```
/// Big :: #import "Big"
/// Big.with_precision(Big.float(1.25), 2)     // => 1.0
/// ```
with_precision :: (a: Float, precision: Int, location: Pointer{Source_Location} = #caller-location) -> Float
    x, r := sound(a), fresh_float(precision, location = location)
    mpfr_set(&r, &x, rounding_mode())
    return r
end

/// The nearest `f64`.
///
/// ```
/// Big :: #import "Big"
/// Big.to_float(Big.float(1) / 4)     // => 0.25
/// ```
to_float :: (a: Float) -> f64
    x := sound(a)
    return mpfr_get_d(&x, rounding_mode())
end

/// The integer part, toward zero; `none` for infinities and NaN.
///
/// ```
/// Big :: #import "Big"
/// Big.to_integer(Big.float(-2.7))     // => some(-2)
/// ```
to_integer :: (a: Float, location: Pointer{Source_Location} = #caller-location) -> Maybe{Big.Integer}
    if is_nan(a) || is_infinite(a)
        return none
    end
    x, r := a, Big.fresh(location = location)
    mpfr_get_z(&r, &x, 1)
    return some(r)
end

/// Whether it is no number.
///
/// ```
/// Big :: #import "Big"
/// Big.is_nan(Big.float(0) / 0)     // => true
/// ```
is_nan :: (a: Float) -> Bool
    x := sound(a)
    return mpfr_nan_p(&x) != 0
end

/// Whether it is positive or negative infinity.
///
/// ```
/// Big :: #import "Big"
/// Big.is_infinite(Big.float(-1) / 0)     // => true
/// ```
is_infinite :: (a: Float) -> Bool
    x := sound(a)
    return mpfr_inf_p(&x) != 0
end

// ---- Operators -----------------------------------------------------------------------------------------------------------------

/// The sum.
///
/// ```
/// Big :: #import "Big"
/// Big.float(1.5) + Big.float(2)     // => 3.5
/// ```
+ :: #operator (a: Float, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x, y := sound(a), sound(b)
    r := fresh_float(max(x.precision, y.precision), location = location)
    mpfr_add(&r, &x, &y, rounding_mode())
    return r
end

/// The difference.
///
/// ```
/// Big :: #import "Big"
/// 1 - Big.float(0.25)     // => 0.75
/// ```
- :: #operator (a: Float, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x, y := sound(a), sound(b)
    r := fresh_float(max(x.precision, y.precision), location = location)
    mpfr_sub(&r, &x, &y, rounding_mode())
    return r
end

/// The product.
///
/// ```
/// Big :: #import "Big"
/// Big.float(1.5) * 4     // => 6.0
/// ```
* :: #operator (a: Float, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x, y := sound(a), sound(b)
    r := fresh_float(max(x.precision, y.precision), location = location)
    mpfr_mul(&r, &x, &y, rounding_mode())
    return r
end

/// The quotient; by 0 an infinity or NaN.
///
/// ```
/// Big :: #import "Big"
/// Big.float(1, precision = 100) / 3     // => 0.3333333333333333333333333333335
/// ```
/ :: #operator (a: Float, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x, y := sound(a), sound(b)
    r := fresh_float(max(x.precision, y.precision), location = location)
    mpfr_div(&r, &x, &y, rounding_mode())
    return r
end

+ :: #operator (a: Float, b: f64, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_add_d(&r, &x, b, rounding_mode())
    return r
end

- :: #operator (a: Float, b: f64, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_sub_d(&r, &x, b, rounding_mode())
    return r
end

* :: #operator (a: Float, b: f64, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_mul_d(&r, &x, b, rounding_mode())
    return r
end

/ :: #operator (a: Float, b: f64, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_div_d(&r, &x, b, rounding_mode())
    return r
end

+ :: #operator (a: f64, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(b)
    r := fresh_float(x.precision, location = location)
    mpfr_add_d(&r, &x, a, rounding_mode())
    return r
end

- :: #operator (a: f64, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(b)
    r := fresh_float(x.precision, location = location)
    mpfr_d_sub(&r, a, &x, rounding_mode())
    return r
end

* :: #operator (a: f64, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(b)
    r := fresh_float(x.precision, location = location)
    mpfr_mul_d(&r, &x, a, rounding_mode())
    return r
end

/ :: #operator (a: f64, b: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(b)
    r := fresh_float(x.precision, location = location)
    mpfr_d_div(&r, a, &x, rounding_mode())
    return r
end

- :: #operator (a: Float, location: Pointer{Source_Location} = #caller-location) -> Float
    x := sound(a)
    r := fresh_float(x.precision, location = location)
    mpfr_neg(&r, &x, rounding_mode())
    return r
end

/// Whether they are the same number, whatever their precisions; NaN is none.
///
/// ```
/// Big :: #import "Big"
/// Big.float(0.5) == Big.float(0.5, precision = 10)     // => true
/// ```
== :: #operator (a: Float, b: Float) -> Bool
    x, y := sound(a), sound(b)
    return mpfr_equal_p(&x, &y) != 0
end

== :: #operator (a: Float, b: f64) -> Bool => !is_nan(a) && b == b && order(a, b) == 0
== :: #operator (a: f64, b: Float) -> Bool => b == a

/// What `Map` and `Set` ask of their keys: the same for equal numbers, whatever their precision.
///
/// ```
/// Big :: #import "Big"
/// Big_Float.hash(Big.float(0.5, precision = 100), 7) == Big_Float.hash(Big.float(0.5), 7)      // => true
/// ```
hash :: (x: Float, seed: u64) -> u64
    // the nearest `f64`, rounded to even: close numbers share it, equal ones always do
    number := sound(x)
    return Hash.hash(mpfr_get_d(&number, 0), seed)
end

/// Whether the first is less; never for NaN.
///
/// ```
/// Big :: #import "Big"
/// Big.float(0.5) < Big.pi(10)     // => true
/// ```
< :: #operator (a: Float, b: Float) -> Bool
    x, y := sound(a), sound(b)
    return mpfr_less_p(&x, &y) != 0
end

< :: #operator (a: Float, b: f64) -> Bool => !is_nan(a) && b == b && order(a, b) < 0
< :: #operator (a: f64, b: Float) -> Bool => !is_nan(b) && a == a && order(b, a) > 0

// Negative, 0 or positive. None of the two is NaN.
order :: (a: Float, b: f64) -> Int #private
    x := sound(a)
    return Int(mpfr_cmp_d(&x, b))
end

/// Shows a number, with width and sign as for other numbers; the precision of the format, `{:.20}`, is how many significant digits it has.
///
/// ```
/// Big :: #import "Big"
/// print("{} {:.5} [{:6}] {:+}\n", Big.float(0.1), Big.pi(53), Big.float(2), Big.float(0.5))     // => 0.1 3.1416 [   2.0] +0.5
/// ```
format :: (out: Pointer{Writer}, x: Pointer{Float}, spec: Format_Spec)
    shown := to_text(x@, max(Int(spec.precision), 0))
    is_negative := shown[0] == '-'
    write_padded_number(out, is_negative, shown[Int(is_negative)..], spec{kind = .DISPLAY, precision = -1})
    delete(shown)
end

/// A new NaN with so many bits of precision, in memory of the current allocator.
///
/// ```
/// Big :: #import "Big"
/// Big.fresh_float(100).precision     // => 100
/// ```
fresh_float :: (precision: Int, location: Pointer{Source_Location} = #caller-location) -> Float
    assert(precision >= 1 && precision <= 1 << 32, "precision out of range")
    Memory.enter(location = location)
    r: Float
    mpfr_init2(&r, precision)
    return r
end

/// The same number for MPFR, which reads a limb even of a default one, NaN.
///
/// ```
/// Big :: #import "Big"
/// nothing: Big.Float
/// Big.sound(nothing)                 // => NaN
/// ```
sound :: (x: Float) -> Float #inline
    return ifx x.limbs == null => Float{precision = 53, sign = 1, exponent = NAN_EXPONENT, limbs = &NO_LIMB} else => x end
end

NO_LIMB: u64 = 0 #private
NAN_EXPONENT :: -0x7fff_ffff_ffff_fffe #private

/// How MPFR is to round: as the context says.
///
/// ```
/// Big :: #import "Big"
/// with context{Big.rounding = .UP}
///     Big.rounding_mode()            // => 2
/// end
/// ```
rounding_mode :: () -> i32 #inline => i32(context.rounding)

// ---- MPFR -------------------------------------------------------------------------------------------------------------------------

mpfr_add :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_add_d :: (r: Pointer{Float}, a: Pointer{Float}, b: f64, rounding: i32) -> i32 #foreign #private
mpfr_clear :: (r: Pointer{Float}) #foreign #private
mpfr_d_div :: (r: Pointer{Float}, a: f64, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_d_sub :: (r: Pointer{Float}, a: f64, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_div :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_div_d :: (r: Pointer{Float}, a: Pointer{Float}, b: f64, rounding: i32) -> i32 #foreign #private
mpfr_cmp_d :: (a: Pointer{Float}, b: f64) -> i32 #foreign #private
mpfr_equal_p :: (a: Pointer{Float}, b: Pointer{Float}) -> i32 #foreign #private
mpfr_free_str :: (text: Pointer{u8}) #foreign #private
mpfr_get_d :: (a: Pointer{Float}, rounding: i32) -> f64 #foreign #private
mpfr_get_str :: (out: Pointer{u8}, exponent: Pointer{Int}, base: i32, digits: u64, a: Pointer{Float}, rounding: i32) -> Pointer{u8} #foreign #private
mpfr_get_str_ndigits :: (base: i32, precision: Int) -> u64 #foreign #private
mpfr_get_z :: (r: Pointer{Big.Integer}, x: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_inf_p :: (a: Pointer{Float}) -> i32 #foreign #private
mpfr_init2 :: (r: Pointer{Float}, precision: Int) #foreign #private
mpfr_less_p :: (a: Pointer{Float}, b: Pointer{Float}) -> i32 #foreign #private
mpfr_mul :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_mul_d :: (r: Pointer{Float}, a: Pointer{Float}, b: f64, rounding: i32) -> i32 #foreign #private
mpfr_nan_p :: (a: Pointer{Float}) -> i32 #foreign #private
mpfr_neg :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_set :: (r: Pointer{Float}, x: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_set_d :: (r: Pointer{Float}, x: f64, rounding: i32) -> i32 #foreign #private
mpfr_set_z :: (r: Pointer{Float}, x: Pointer{Big.Integer}, rounding: i32) -> i32 #foreign #private
mpfr_strtofr :: (r: Pointer{Float}, text: Pointer{u8}, end_: Pointer{Pointer{u8}}, base: i32, rounding: i32) -> i32 #foreign #private
mpfr_sub :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_sub_d :: (r: Pointer{Float}, a: Pointer{Float}, b: f64, rounding: i32) -> i32 #foreign #private
mpfr_zero_p :: (a: Pointer{Float}) -> i32 #foreign #private
