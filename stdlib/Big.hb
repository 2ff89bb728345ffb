//! Numbers of any size: integers and fractions of GMP, floats of MPFR with any precision.
//!
//! ```
//! f := Big.factorial(30)
//! print("{}\n", f * f + 1)                              // => 70359079638545882374689246780656119576032161719910400000000000001
//! third := Big.rational(1, 3)
//! print("{}\n", third + Big.rational(1, 6))            // => 1/2
//! root := Big.sqrt(Big.float(2, precision = 200))
//! print("{}\n", root.to_text(50))                      // => 1.4142135623730950488016887242096980785696718753769
//! ```
//!
//! Operators make new numbers, in memory of the current allocator; `destroy` frees one. Whoever computes with many does so in an arena, or
//! takes the temporary allocator, and forgets them together. Assigning a number copies its head only. Division by zero panics for integers and fractions; floats have infinities and NaN.
//! Programs that import this are linked with libc, and it cannot run in the compiler. Start reading at `enter`.

Strings :: #import "Strings"

/// An integer; the default is 0.
Integer :: struct
    room: i32
    size: i32                           // limbs; negative for a negative number
    limbs: Pointer{u64}
end

/// A fraction in lowest terms.
Rational :: struct
    numerator: Integer
    denominator: Integer
end

/// A binary float with a precision of its own.
Float :: struct
    precision: Int                      // bits
    sign: i32
    exponent: Int
    limbs: Pointer{u64}
end

// ---- Integers --------------------------------------------------------------------------------------------------------------

/// A number as a big one.
integer :: (x: Int) -> Integer
    r := fresh()
    __gmpz_set_si(&r, x)
    return r
end

/// The integer that the whole text is, with an optional sign, in base 2 to 36.
parse_integer :: (text: String, base: Int = 10) -> (Integer, Bool)
    digits := ifx text.length > 0 && (text[0] == '-' || text[0] == '+') => text[1..] else => text end
    for i in 0..<digits.length
        if Strings.digit_of(digits[i]) >= base
            return Integer{}, false
        end
    end
    if digits.length == 0 || base < 2 || base > 36
        return Integer{}, false
    end
    terminated := Strings.concat(ifx text[0] == '+' => digits else => text end, "\0")
    r := fresh()
    __gmpz_set_str(&r, terminated.data, i32(base))
    delete(terminated)
    return r, true
end

/// The digits, with a sign where it is negative.
to_text :: (x: Integer, base: Int = 10) -> String
    assert(base >= 2 && base <= 36, "bases are 2 to 36")
    a := x
    room := Int(__gmpz_sizeinbase(&a, i32(base))) + 2
    data := Pointer{u8}(allocate(room, 1))
    __gmpz_get_str(data, i32(base), &a)
    result := Strings.copy(string_of(CString(data)))
    release(data, room, 1)
    return result
end

copy :: (x: Integer) -> Integer
    a, r := x, fresh()
    __gmpz_set(&r, &a)
    return r
end

destroy :: (x: Pointer{Integer})
    if x.limbs != null
        __gmpz_clear(x)
    end
    x@ = Integer{}
end

+ :: #operator (a: Integer, b: Integer) -> Integer
    x, y, r := a, b, fresh()
    __gmpz_add(&r, &x, &y)
    return r
end

- :: #operator (a: Integer, b: Integer) -> Integer
    x, y, r := a, b, fresh()
    __gmpz_sub(&r, &x, &y)
    return r
end

* :: #operator (a: Integer, b: Integer) -> Integer
    x, y, r := a, b, fresh()
    __gmpz_mul(&r, &x, &y)
    return r
end

/// Toward zero.
/ :: #operator (a: Integer, b: Integer) -> Integer
    if b.size == 0
        panic_text("division by zero")
    end
    x, y, r := a, b, fresh()
    __gmpz_tdiv_q(&r, &x, &y)
    return r
end

/// What is left, with the sign of the first.
% :: #operator (a: Integer, b: Integer) -> Integer
    if b.size == 0
        panic_text("division by zero")
    end
    x, y, r := a, b, fresh()
    __gmpz_tdiv_r(&r, &x, &y)
    return r
end

/// The floored remainder, with the sign of the second.
%% :: #operator (a: Integer, b: Integer) -> Integer
    if b.size == 0
        panic_text("division by zero")
    end
    x, y, r := a, b, fresh()
    __gmpz_fdiv_r(&r, &x, &y)
    return r
end

& :: #operator (a: Integer, b: Integer) -> Integer
    x, y, r := a, b, fresh()
    __gmpz_and(&r, &x, &y)
    return r
end

| :: #operator (a: Integer, b: Integer) -> Integer
    x, y, r := a, b, fresh()
    __gmpz_ior(&r, &x, &y)
    return r
end

^ :: #operator (a: Integer, b: Integer) -> Integer
    x, y, r := a, b, fresh()
    __gmpz_xor(&r, &x, &y)
    return r
end

+ :: #operator (a: Integer, b: Int) -> Integer
    other := integer(b)
    r := a + other
    destroy(&other)
    return r
end

- :: #operator (a: Integer, b: Int) -> Integer
    other := integer(b)
    r := a - other
    destroy(&other)
    return r
end

* :: #operator (a: Integer, b: Int) -> Integer
    other := integer(b)
    r := a * other
    destroy(&other)
    return r
end

/ :: #operator (a: Integer, b: Int) -> Integer
    other := integer(b)
    r := a / other
    destroy(&other)
    return r
end

% :: #operator (a: Integer, b: Int) -> Integer
    other := integer(b)
    r := a % other
    destroy(&other)
    return r
end

- :: #operator (a: Integer) -> Integer
    r := copy(a)
    r.size = -r.size
    return r
end

/// Times two to the power of `count`.
<< :: #operator (a: Integer, count: Int) -> Integer
    assert(count >= 0, "negative shift")
    x, r := a, fresh()
    __gmpz_mul_2exp(&r, &x, u64(count))
    return r
end

/// Divided by two to the power of `count`, rounded down.
>> :: #operator (a: Integer, count: Int) -> Integer
    assert(count >= 0, "negative shift")
    x, r := a, fresh()
    __gmpz_fdiv_q_2exp(&r, &x, u64(count))
    return r
end

== :: #operator (a: Integer, b: Integer) -> Bool => compare(a, b) == 0
< :: #operator (a: Integer, b: Integer) -> Bool => compare(a, b) < 0

/// Negative, 0 or positive.
compare :: (a: Integer, b: Integer) -> Int
    x, y := a, b
    return Int(__gmpz_cmp(&x, &y))
end

hash :: (x: Integer, seed: u64) -> u64
    result := seed ^ u64(i64(x.size))
    for i in 0..<Int(ifx x.size < 0 => -x.size else => x.size end)
        result = (result ^ x.limbs[i]) * 0x9e3779b97f4a7c15
        result ^= result >> 29
    end
    return result
end

pow :: (a: Integer, exponent: Int) -> Integer
    assert(exponent >= 0, "negative exponent")
    x, r := a, fresh()
    __gmpz_pow_ui(&r, &x, u64(exponent))
    return r
end

/// `a` to a power that is not negative, modulo `m`.
pow_mod :: (a: Integer, exponent: Integer, m: Integer) -> Integer
    if m.size == 0
        panic_text("division by zero")
    end
    assert(exponent.size >= 0, "negative exponent")
    x, e, y, r := a, exponent, m, fresh()
    __gmpz_powm(&r, &x, &e, &y)
    return r
end

gcd :: (a: Integer, b: Integer) -> Integer
    x, y, r := a, b, fresh()
    __gmpz_gcd(&r, &x, &y)
    return r
end

/// The integer part of the square root.
sqrt :: (a: Integer) -> Integer
    assert(a.size >= 0, "square root of a negative number")
    x, r := a, fresh()
    __gmpz_sqrt(&r, &x)
    return r
end

abs :: (a: Integer) -> Integer
    r := copy(a)
    r.size = ifx r.size < 0 => -r.size else => r.size end
    return r
end

factorial :: (n: Int) -> Integer
    assert(n >= 0, "factorial of a negative number")
    r := fresh()
    __gmpz_fac_ui(&r, u64(n))
    return r
end

fibonacci :: (n: Int) -> Integer
    assert(n >= 0, "negative position")
    r := fresh()
    __gmpz_fib_ui(&r, u64(n))
    return r
end

/// Whether it is prime; wrong for a composite number with a probability below 4 to the power of `-rounds`.
is_prime :: (a: Integer, rounds: Int = 30) -> Bool
    x := a
    enter()
    return __gmpz_probab_prime_p(&x, i32(rounds)) != 0
end

sign :: (a: Integer) -> Int => ifx a.size < 0 => -1 else if a.size > 0 => 1 else => 0 end

/// How many binary digits it has without its sign.
bit_length :: (a: Integer) -> Int
    x := a
    return ifx a.size == 0 => 0 else => Int(__gmpz_sizeinbase(&x, 2)) end
end

/// The same as an `Int`, or `none` if it does not fit.
to_int :: (a: Integer) -> Maybe{Int}
    x := a
    if __gmpz_fits_slong_p(&x) == 0
        return none
    end
    return some(__gmpz_get_si(&x))
end

/// The nearest float toward zero.
to_float :: (a: Integer) -> f64
    x := a
    return __gmpz_get_d(&x)
end

format :: (out: Pointer{Writer}, x: Pointer{Integer}, spec: Format_Spec)
    base := 10
    match spec.kind
    case .HEX, .HEX_UPPER => base = 16
    case .BINARY          => base = 2
    case .OCTAL           => base = 8
    else
    end
    digits := to_text(x@, base)
    first := ifx x.size < 0 => 1 else => 0 end
    write_padded_number(out, x.size < 0, digits[first..], spec)
    delete(digits)
end

// ---- Fractions ----------------------------------------------------------------------------------------------------------------

/// `numerator / denominator` in lowest terms.
rational :: (numerator: Int, denominator: Int = 1) -> Rational => rational(integer(numerator), integer(denominator))

/// The same of big integers, whose memory it takes over.
rational :: (numerator: Integer, denominator: Integer) -> Rational
    if denominator.size == 0
        panic_text("division by zero")
    end
    enter()
    r := Rational{numerator, denominator}
    __gmpq_canonicalize(&r)
    return r
end

destroy :: (x: Pointer{Rational})
    destroy(&x.numerator)
    destroy(&x.denominator)
end

+ :: #operator (a: Rational, b: Rational) -> Rational
    x, y, r := a, b, fresh_rational()
    __gmpq_add(&r, &x, &y)
    return r
end

- :: #operator (a: Rational, b: Rational) -> Rational
    x, y, r := a, b, fresh_rational()
    __gmpq_sub(&r, &x, &y)
    return r
end

* :: #operator (a: Rational, b: Rational) -> Rational
    x, y, r := a, b, fresh_rational()
    __gmpq_mul(&r, &x, &y)
    return r
end

/ :: #operator (a: Rational, b: Rational) -> Rational
    if b.numerator.size == 0
        panic_text("division by zero")
    end
    x, y, r := a, b, fresh_rational()
    __gmpq_div(&r, &x, &y)
    return r
end

== :: #operator (a: Rational, b: Rational) -> Bool => a.numerator == b.numerator && a.denominator == b.denominator

< :: #operator (a: Rational, b: Rational) -> Bool
    x, y := a, b
    enter()
    return __gmpq_cmp(&x, &y) < 0
end

to_float :: (a: Rational) -> f64
    x := a
    return __gmpq_get_d(&x)
end

format :: (out: Pointer{Writer}, x: Pointer{Rational}, _spec: Format_Spec)
    format(out, &x.numerator, Format_Spec{})
    if x.denominator != one()
        write(out, "/")
        format(out, &x.denominator, Format_Spec{})
    end
end

// A 1 that needs no memory.
one :: () -> Integer #private => Integer{size = 1, limbs = &ONE_LIMB}

ONE_LIMB: u64 = 1 #private

// ---- Floats -----------------------------------------------------------------------------------------------------------------------

/// A float of so many bits, 53 as in `f64` if nothing is said.
float :: (x: f64, precision: Int = 53) -> Float
    r := fresh_float(precision)
    mpfr_set_d(&r, x, 0)
    return r
end

/// The nearest float to a decimal number: `0.1`, `-2.5e1000`, `inf`, `nan`.
parse_float :: (text: String, precision: Int = 53) -> (Float, Bool)
    terminated := Strings.concat(text, "\0")
    defer delete(terminated)
    r := fresh_float(precision)
    end_: Pointer{u8} = null
    mpfr_strtofr(&r, terminated.data, &end_, 10, 0)
    if text.length == 0 || Strings.is_blank(text[0]) || end_ != &terminated.data[text.length]
        destroy(&r)
        return Float{}, false
    end
    return r, true
end

destroy :: (x: Pointer{Float})
    if x.limbs != null
        mpfr_clear(x)
    end
    x@ = Float{}
end

+ :: #operator (a: Float, b: Float) -> Float
    x, y, r := a, b, fresh_float(max(a.precision, b.precision))
    mpfr_add(&r, &x, &y, 0)
    return r
end

- :: #operator (a: Float, b: Float) -> Float
    x, y, r := a, b, fresh_float(max(a.precision, b.precision))
    mpfr_sub(&r, &x, &y, 0)
    return r
end

* :: #operator (a: Float, b: Float) -> Float
    x, y, r := a, b, fresh_float(max(a.precision, b.precision))
    mpfr_mul(&r, &x, &y, 0)
    return r
end

/ :: #operator (a: Float, b: Float) -> Float
    x, y, r := a, b, fresh_float(max(a.precision, b.precision))
    mpfr_div(&r, &x, &y, 0)
    return r
end

- :: #operator (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_neg(&r, &x, 0)
    return r
end

== :: #operator (a: Float, b: Float) -> Bool
    x, y := a, b
    return mpfr_equal_p(&x, &y) != 0
end

< :: #operator (a: Float, b: Float) -> Bool
    x, y := a, b
    return mpfr_less_p(&x, &y) != 0
end

sqrt :: (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_sqrt(&r, &x, 0)
    mpfr_free_cache()
    return r
end

exp :: (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_exp(&r, &x, 0)
    mpfr_free_cache()
    return r
end

log :: (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_log(&r, &x, 0)
    mpfr_free_cache()
    return r
end

sin :: (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_sin(&r, &x, 0)
    mpfr_free_cache()
    return r
end

cos :: (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_cos(&r, &x, 0)
    mpfr_free_cache()
    return r
end

tan :: (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_tan(&r, &x, 0)
    mpfr_free_cache()
    return r
end

atan :: (a: Float) -> Float
    x, r := a, fresh_float(a.precision)
    mpfr_atan(&r, &x, 0)
    mpfr_free_cache()
    return r
end

pow :: (a: Float, b: Float) -> Float
    x, y, r := a, b, fresh_float(max(a.precision, b.precision))
    mpfr_pow(&r, &x, &y, 0)
    mpfr_free_cache()
    return r
end

/// The circle's number.
pi :: (precision: Int) -> Float
    r := fresh_float(precision)
    mpfr_const_pi(&r, 0)
    mpfr_free_cache()
    return r
end

to_float :: (a: Float) -> f64
    x := a
    return mpfr_get_d(&x, 0)
end

/// So many significant decimal digits, as many as the precision is good for if nothing is said.
to_text :: (a: Float, digits: Int = 0) -> String
    x := a
    enter()
    if mpfr_number_p(&x) == 0
        return Strings.copy(ifx mpfr_nan_p(&x) != 0 => "NaN" else if x.sign < 0 => "-inf" else => "inf" end)
    end
    exponent := 0
    raw := mpfr_get_str(null, &exponent, 10, u64(digits), &x, 0)
    shown := string_of(CString(raw))
    b := Strings.builder()
    if shown[0] == '-'
        b.append('-')
        shown = shown[1..]
    end
    append_decimal(&b, Strings.trim_right(shown), exponent, mpfr_zero_p(&x) != 0)
    mpfr_free_str(raw)
    return b.take()
end

// The digits with their point, or with an exponent where that would be far away.
append_decimal :: (b: Pointer{Strings.Builder}, digits: String, exponent: Int, is_zero: Bool) #private
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
    b.append('e')
    b.append_int(exponent - 1)
end

format :: (out: Pointer{Writer}, x: Pointer{Float}, spec: Format_Spec)
    shown := to_text(x@, max(Int(spec.precision), 0))
    write_padded_text(out, shown, spec{precision = -1})
    delete(shown)
end

// ---- Memory ---------------------------------------------------------------------------------------------------------------------------

// GMP asks for memory through procedures of the whole process. They take it from the allocator that was current when this thread last entered
// here, and each block knows where it came from.
Head :: struct #private
    allocator: Allocator
    allocator_data: Pointer{Void}
    size: Int
    spare: Int
end

current: Head #thread-local #private
is_set_up: Bool #private

enter :: () #private
    if !is_set_up
        is_set_up = true
        __gmp_set_memory_functions(take_memory, change_memory, give_memory)
    end
    current.allocator = context.allocator
    current.allocator_data = context.allocator_data
end

fresh :: () -> Integer #private
    enter()
    r: Integer
    __gmpz_init(&r)
    return r
end

fresh_rational :: () -> Rational #private
    enter()
    r: Rational
    __gmpq_init(&r)
    return r
end

fresh_float :: (precision: Int) -> Float #private
    assert(precision >= 1 && precision <= 1 << 32, "precision out of range")
    enter()
    r: Float
    mpfr_init2(&r, precision)
    return r
end

take_memory :: #c-call (size: u64) -> Pointer{Void} #private
    with default_context()
        head := current
        head.size = Int(size) + size_of(Head)
        memory := head.allocator(.ALLOCATE, head.size, 16, head.allocator_data, 0, null, from_here())
        if memory == null
            panic_text("out of memory")
        end
        Pointer{Head}(memory)@ = head
        return Pointer{Void}(UInt(memory) + UInt(size_of(Head)))
    end
end

change_memory :: #c-call (old: Pointer{Void}, _old_size: u64, size: u64) -> Pointer{Void} #private
    start := Pointer{Head}(UInt(old) - UInt(size_of(Head)))
    with default_context()
        head := start@
        memory := head.allocator(.RESIZE, Int(size) + size_of(Head), 16, head.allocator_data, head.size, start, from_here())
        if memory == null
            panic_text("out of memory")
        end
        Pointer{Head}(memory).size = Int(size) + size_of(Head)
        return Pointer{Void}(UInt(memory) + UInt(size_of(Head)))
    end
end

give_memory :: #c-call (old: Pointer{Void}, _size: u64) #private
    start := Pointer{Head}(UInt(old) - UInt(size_of(Head)))
    with default_context()
        head := start@
        head.allocator(.FREE, 0, 16, head.allocator_data, head.size, start, 0)
    end
end

// ---- GMP and MPFR -------------------------------------------------------------------------------------------------------------------------

__gmpz_add :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_sub :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_mul :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_tdiv_q :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_tdiv_r :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_fdiv_r :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_and :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_ior :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_xor :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpq_add :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
__gmpq_sub :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
__gmpq_mul :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
mpfr_add :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_sub :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_mul :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_div :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_sqrt :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_exp :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_log :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_sin :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_cos :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_tan :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_atan :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
__gmpz_init :: (r: Pointer{Integer}) #foreign #private
__gmpz_clear :: (r: Pointer{Integer}) #foreign #private
__gmpz_set :: (r: Pointer{Integer}, a: Pointer{Integer}) #foreign #private
__gmpz_set_si :: (r: Pointer{Integer}, x: Int) #foreign #private
__gmpz_set_str :: (r: Pointer{Integer}, text: Pointer{u8}, base: i32) -> i32 #foreign #private
__gmpz_get_str :: (out: Pointer{u8}, base: i32, x: Pointer{Integer}) -> Pointer{u8} #foreign #private
__gmpz_sizeinbase :: (x: Pointer{Integer}, base: i32) -> u64 #foreign #private
__gmpz_mul_2exp :: (r: Pointer{Integer}, a: Pointer{Integer}, count: u64) #foreign #private
__gmpz_fdiv_q_2exp :: (r: Pointer{Integer}, a: Pointer{Integer}, count: u64) #foreign #private
__gmpz_cmp :: (a: Pointer{Integer}, b: Pointer{Integer}) -> i32 #foreign #private
__gmpz_pow_ui :: (r: Pointer{Integer}, a: Pointer{Integer}, exponent: u64) #foreign #private
__gmpz_powm :: (r: Pointer{Integer}, a: Pointer{Integer}, exponent: Pointer{Integer}, m: Pointer{Integer}) #foreign #private
__gmpz_gcd :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_sqrt :: (r: Pointer{Integer}, a: Pointer{Integer}) #foreign #private
__gmpz_fac_ui :: (r: Pointer{Integer}, n: u64) #foreign #private
__gmpz_fib_ui :: (r: Pointer{Integer}, n: u64) #foreign #private
__gmpz_probab_prime_p :: (a: Pointer{Integer}, rounds: i32) -> i32 #foreign #private
__gmpz_fits_slong_p :: (a: Pointer{Integer}) -> i32 #foreign #private
__gmpz_get_si :: (a: Pointer{Integer}) -> Int #foreign #private
__gmpz_get_d :: (a: Pointer{Integer}) -> f64 #foreign #private
__gmpq_init :: (r: Pointer{Rational}) #foreign #private
__gmpq_canonicalize :: (r: Pointer{Rational}) #foreign #private
__gmpq_div :: (r: Pointer{Rational}, a: Pointer{Rational}, b: Pointer{Rational}) #foreign #private
__gmpq_cmp :: (a: Pointer{Rational}, b: Pointer{Rational}) -> i32 #foreign #private
__gmpq_get_d :: (a: Pointer{Rational}) -> f64 #foreign #private
mpfr_init2 :: (r: Pointer{Float}, precision: Int) #foreign #private
mpfr_clear :: (r: Pointer{Float}) #foreign #private
mpfr_set_d :: (r: Pointer{Float}, x: f64, rounding: i32) -> i32 #foreign #private
mpfr_strtofr :: (r: Pointer{Float}, text: Pointer{u8}, end_: Pointer{Pointer{u8}}, base: i32, rounding: i32) -> i32 #foreign #private
mpfr_neg :: (r: Pointer{Float}, a: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_equal_p :: (a: Pointer{Float}, b: Pointer{Float}) -> i32 #foreign #private
mpfr_less_p :: (a: Pointer{Float}, b: Pointer{Float}) -> i32 #foreign #private
mpfr_pow :: (r: Pointer{Float}, a: Pointer{Float}, b: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_const_pi :: (r: Pointer{Float}, rounding: i32) -> i32 #foreign #private
mpfr_get_d :: (a: Pointer{Float}, rounding: i32) -> f64 #foreign #private
mpfr_number_p :: (a: Pointer{Float}) -> i32 #foreign #private
mpfr_nan_p :: (a: Pointer{Float}) -> i32 #foreign #private
mpfr_zero_p :: (a: Pointer{Float}) -> i32 #foreign #private
mpfr_get_str :: (out: Pointer{u8}, exponent: Pointer{Int}, base: i32, digits: u64, a: Pointer{Float}, rounding: i32) -> Pointer{u8} #foreign #private
mpfr_free_str :: (text: Pointer{u8}) #foreign #private
mpfr_free_cache :: () #foreign #private
__gmp_set_memory_functions :: (take: #c-call (size: u64) -> Pointer{Void}, change: #c-call (old: Pointer{Void}, old_size: u64, size: u64) -> Pointer{Void}, give: #c-call (old: Pointer{Void}, size: u64)) #foreign #private
