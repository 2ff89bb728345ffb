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
//! Integers stand here, fractions in `Big_Rational`, floats in `Big_Float`; all are reached as `Big.…`.
//!
//! Operators make new numbers, in memory of the current allocator; `destroy` frees one. Whoever computes with many does so in an arena, or
//! takes the temporary allocator, and forgets them together; or changes a number in place, `sum.add(x)`, which takes memory only when it grows, from where the number got it first.
//! Assigning a number copies its head only: `copy` makes another number. Division by zero panics for integers and fractions; floats have infinities and NaN.
//! A number that would not fit the memory panics. Programs that import this are linked with libc, and it cannot run in the compiler.

Memory :: #import "Big_Memory"
Strings :: #import "Strings"
#import "Big/Arithmetic" #public
#import "Big/Functions" #public
#import "Big_Rational" #public
#import "Big_Float" #public

/// An integer; the default is 0.
Integer :: struct
    room: i32
    size: i32                           // limbs; negative for a negative number
    limbs: Pointer{u64}
end

/// So many bits a number may have; more is a panic.
BITS_MAX :: Memory.BITS_MAX

// ---- Making and reading -------------------------------------------------------------------------------------------------------

/// A number as a big one.
///
/// ```
/// a := Big.integer(-7)
/// a * a     // => 49
/// ```
integer :: (x: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    r := fresh(location = location)
    __gmpz_set_si(&r, x)
    return r
end

/// The same of an unsigned number.
integer :: (x: u64, location: Pointer{Source_Location} = #caller-location) -> Integer
    r := fresh(location = location)
    __gmpz_set_ui(&r, x)
    return r
end

/// The integer that the whole text is, with an optional sign, in base 2 to 36; false if it is none.
///
/// ```
/// n := Big.parse_integer("-ff", 16) or_else Big.integer(0)
/// n     // => -255
/// _, ok := Big.parse_integer("12x")
/// ok     // => false
/// ```
parse_integer :: (text: String, base: Int = 10, location: Pointer{Source_Location} = #caller-location) -> (Integer, Bool)
    digits := ifx text.length > 0 && (text[0] == '-' || text[0] == '+') => text[1..] else => text end
    for i in 0..<digits.length
        if Strings.digit_of(digits[i]) >= base
            return Integer{}, false
        end
    end
    if digits.length == 0 || base < 2 || base > 36
        return Integer{}, false
    end
    terminated := Strings.concat(ifx text[0] == '+' => digits else => text end, "\0", location = location)
    r := fresh(location = location)
    __gmpz_set_str(&r, terminated.data, i32(base))
    delete(terminated)
    return r, true
end

/// The digits, with a sign where it is negative, in base 2 to 36; `delete` frees them.
///
/// ```
/// text := Big.factorial(10).to_text(36)
/// text     // => "25s00"
/// delete(text)
/// ```
to_text :: (x: Integer, base: Int = 10, location: Pointer{Source_Location} = #caller-location) -> String
    assert(base >= 2 && base <= 36, "bases are 2 to 36", location@)
    a := sound(x)
    room := Int(__gmpz_sizeinbase(&a, i32(base))) + 2
    data := Pointer{u8}(allocate(room, 1, location = location))
    Memory.enter(location = location)
    __gmpz_get_str(data, i32(base), &a)
    result := Strings.copy(string_of(CString(data)), location = location)
    release(data, room, 1)
    return result
end

/// The number whose bytes these are, the most significant first; never negative.
///
/// ```
/// Strings :: #import "Strings"
/// Big.from_bytes(Strings.bytes("\x01\x00"))     // => 256
/// ```
from_bytes :: (bytes: Slice{u8}, location: Pointer{Source_Location} = #caller-location) -> Integer
    r := fresh(location = location)
    if bytes.length > 0
        __gmpz_import(&r, u64(bytes.length), 1, 1, 1, 0, bytes.data)
    end
    return r
end

/// The bytes of a number without its sign, the most significant first; none for 0. `delete` frees them.
///
/// ```
/// bytes := Big.to_bytes(Big.integer(258))
/// bytes     // => [1, 2]
/// delete(bytes)
/// ```
to_bytes :: (x: Integer) -> Slice{u8}
    a := sound(x)
    result := make_slice{u8}((bit_length(x) + 7) / 8)
    if result.length > 0
        __gmpz_export(result.data, null, 1, 1, 1, 0, &a)
    end
    return result
end

/// Another number of the same value.
///
/// ```
/// a := Big.integer(5)
/// b := Big.copy(a)
/// b.add(1)
/// print("{} {}\n", a, b)     // => 5 6
/// ```
copy :: (x: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    a, r := sound(x), fresh(location = location)
    __gmpz_set(&r, &a)
    return r
end

/// Frees a number; it is 0 then.
///
/// ```
/// a := Big.factorial(100)
/// Big.destroy(&a)
/// a     // => 0
/// ```
destroy :: (x: Pointer{Integer})
    if x.limbs != null && x.room != 0
        __gmpz_clear(x)
    end
    x@ = Integer{}
end

/// The same as an `Int`, or `none` if it does not fit.
///
/// ```
/// Big.to_int(Big.integer(-7))     // => some(-7)
/// Big.to_int(Big.pow(Big.integer(10), 20))     // => none
/// ```
to_int :: (a: Integer) -> Maybe{Int}
    x := sound(a)
    if __gmpz_fits_slong_p(&x) == 0
        return none
    end
    return some(__gmpz_get_si(&x))
end

/// The nearest float toward zero.
///
/// ```
/// Big.to_float(Big.pow(Big.integer(10), 20))     // => 1e20
/// ```
to_float :: (a: Integer) -> f64
    x := sound(a)
    return __gmpz_get_d(&x)
end

// ---- Operators -----------------------------------------------------------------------------------------------------------------

/// The sum.
///
/// ```
/// Big.integer(2) + 3     // => 5
/// ```
+ :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_add(&r, &x, &y)
    return r
end

/// The difference.
///
/// ```
/// 10 - Big.integer(3)     // => 7
/// ```
- :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_sub(&r, &x, &y)
    return r
end

/// The product.
///
/// ```
/// Big.factorial(20) * 21 == Big.factorial(21)     // => true
/// ```
* :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_mul(&r, &x, &y)
    return r
end

/// The quotient, toward zero. Panics for a division by zero.
///
/// ```
/// Big.integer(-7) / 2     // => -3
/// nothing := Big.integer(1) / Big.integer(0)     // panic: division by zero
/// ```
/ :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(b.size, location = location)
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_tdiv_q(&r, &x, &y)
    return r
end

/// What the division leaves, with the sign of the first. Panics for a division by zero.
///
/// ```
/// Big.integer(-7) % 3     // => -1
/// ```
% :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(b.size, location = location)
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_tdiv_r(&r, &x, &y)
    return r
end

/// The floored remainder, with the sign of the second. Panics for a division by zero.
///
/// ```
/// Big.integer(-7) %% 3     // => 2
/// ```
%% :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(b.size, location = location)
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_fdiv_r(&r, &x, &y)
    return r
end

/// The bits that both have; a negative number has endless ones in front.
///
/// ```
/// Big.integer(-2) & Big.integer(7)     // => 6
/// ```
& :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_and(&r, &x, &y)
    return r
end

/// The bits that either has.
///
/// ```
/// Big.integer(5) | Big.integer(2)     // => 7
/// ```
| :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_ior(&r, &x, &y)
    return r
end

/// The bits that one of them has.
///
/// ```
/// Big.integer(5) ^ Big.integer(1)     // => 4
/// ```
^ :: #operator (a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, y, r := sound(a), sound(b), fresh(location = location)
    __gmpz_xor(&r, &x, &y)
    return r
end

+ :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, r := sound(a), fresh(location = location)
    if b >= 0
        __gmpz_add_ui(&r, &x, u64(b))
    else
        __gmpz_sub_ui(&r, &x, magnitude(b))
    end
    return r
end

- :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, r := sound(a), fresh(location = location)
    if b >= 0
        __gmpz_sub_ui(&r, &x, u64(b))
    else
        __gmpz_add_ui(&r, &x, magnitude(b))
    end
    return r
end

* :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, r := sound(a), fresh(location = location)
    __gmpz_mul_si(&r, &x, b)
    return r
end

/ :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(i32(b != 0), location = location)
    limb: u64
    x, y, r := sound(a), small(b, &limb), fresh(location = location)
    __gmpz_tdiv_q(&r, &x, &y)
    return r
end

% :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(i32(b != 0), location = location)
    limb: u64
    x, y, r := sound(a), small(b, &limb), fresh(location = location)
    __gmpz_tdiv_r(&r, &x, &y)
    return r
end

%% :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(i32(b != 0), location = location)
    limb: u64
    x, y, r := sound(a), small(b, &limb), fresh(location = location)
    __gmpz_fdiv_r(&r, &x, &y)
    return r
end

+ :: #operator (a: Int, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    limb: u64
    x, y, r := small(a, &limb), sound(b), fresh(location = location)
    __gmpz_add(&r, &x, &y)
    return r
end

- :: #operator (a: Int, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    limb: u64
    x, y, r := small(a, &limb), sound(b), fresh(location = location)
    __gmpz_sub(&r, &x, &y)
    return r
end

* :: #operator (a: Int, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    limb: u64
    x, y, r := small(a, &limb), sound(b), fresh(location = location)
    __gmpz_mul(&r, &x, &y)
    return r
end

/ :: #operator (a: Int, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(b.size, location = location)
    limb: u64
    x, y, r := small(a, &limb), sound(b), fresh(location = location)
    __gmpz_tdiv_q(&r, &x, &y)
    return r
end

% :: #operator (a: Int, b: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.refuse_zero(b.size, location = location)
    limb: u64
    x, y, r := small(a, &limb), sound(b), fresh(location = location)
    __gmpz_tdiv_r(&r, &x, &y)
    return r
end

& :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    limb: u64
    x, y, r := sound(a), small(b, &limb), fresh(location = location)
    __gmpz_and(&r, &x, &y)
    return r
end

| :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    limb: u64
    x, y, r := sound(a), small(b, &limb), fresh(location = location)
    __gmpz_ior(&r, &x, &y)
    return r
end

^ :: #operator (a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    limb: u64
    x, y, r := sound(a), small(b, &limb), fresh(location = location)
    __gmpz_xor(&r, &x, &y)
    return r
end

/// All bits the other way round, as those of a number with infinitely many: `-x - 1`.
///
/// ```
/// ~Big.integer(5)     // => -6
/// ```
~ :: #operator (a: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    x, r := sound(a), fresh(location = location)
    __gmpz_com(&r, &x)
    return r
end

/// The number with the other sign.
///
/// ```
/// -Big.integer(3)     // => -3
/// ```
- :: #operator (a: Integer, location: Pointer{Source_Location} = #caller-location) -> Integer
    r := copy(a, location = location)
    r.size = -r.size
    return r
end

/// Times two to the power of `count`, which is not negative.
///
/// ```
/// Big.integer(3) << 70     // => 3541774862152233910272
/// ```
<< :: #operator (a: Integer, count: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(count >= 0, "negative shift", location@)
    Memory.refuse_size(bit_length(a), count, 1, location = location)
    x, r := sound(a), fresh(location = location)
    __gmpz_mul_2exp(&r, &x, u64(count))
    return r
end

/// Divided by two to the power of `count`, which is not negative, rounded down.
///
/// ```
/// Big.integer(-5) >> 1     // => -3
/// ```
>> :: #operator (a: Integer, count: Int, location: Pointer{Source_Location} = #caller-location) -> Integer
    assert(count >= 0, "negative shift", location@)
    x, r := sound(a), fresh(location = location)
    __gmpz_fdiv_q_2exp(&r, &x, u64(count))
    return r
end

/// Whether they are the same number.
///
/// ```
/// Big.integer(4) == Big.integer(2) * 2     // => true
/// Big.integer(4) == 5     // => false
/// ```
== :: #operator (a: Integer, b: Integer) -> Bool => compare(a, b) == 0
== :: #operator (a: Integer, b: Int) -> Bool => compare(a, b) == 0
== :: #operator (a: Int, b: Integer) -> Bool => compare(b, a) == 0

/// Whether the first is less.
///
/// ```
/// Big.integer(-4) < Big.integer(2)     // => true
/// Big.factorial(25) < 1_000_000     // => false
/// ```
< :: #operator (a: Integer, b: Integer) -> Bool => compare(a, b) < 0
< :: #operator (a: Integer, b: Int) -> Bool => compare(a, b) < 0
< :: #operator (a: Int, b: Integer) -> Bool => compare(b, a) > 0

/// Negative, 0 or positive.
///
/// ```
/// Big.compare(Big.integer(1), Big.integer(2)) < 0     // => true
/// ```
compare :: (a: Integer, b: Integer) -> Int
    x, y := sound(a), sound(b)
    return Int(__gmpz_cmp(&x, &y))
end

/// The same for a small number.
compare :: (a: Integer, b: Int) -> Int
    x := sound(a)
    return Int(__gmpz_cmp_si(&x, b))
end

/// What `Map` and `Set` ask of a key: equal numbers have equal hashes.
///
/// ```
/// Big.hash(Big.integer(3), 1) == Big.hash(Big.integer(1) + 2, 1)     // => true
/// ```
hash :: (x: Integer, seed: u64) -> u64
    result := seed ^ u64(i64(x.size))
    for i in 0..<Int(ifx x.size < 0 => -x.size else => x.size end)
        result = (result ^ x.limbs[i]) * 0x9e3779b97f4a7c15
        result ^= result >> 29
    end
    return result
end

// ---- In place -------------------------------------------------------------------------------------------------------------------

/// Gives it the value of another.
///
/// ```
/// a := Big.integer(1)
/// a.set(Big.factorial(5))
/// a     // => 120
/// ```
set :: (r: Pointer{Integer}, b: Integer, location: Pointer{Source_Location} = #caller-location)
    x := sound(b)
    Memory.enter(location = location)
    __gmpz_set(r, &x)
end

/// Gives it a small value.
set :: (r: Pointer{Integer}, b: Int, location: Pointer{Source_Location} = #caller-location)
    Memory.enter(location = location)
    __gmpz_set_si(r, b)
end

/// Adds to it.
///
/// ```
/// sum := Big.integer(1)
/// for i in 0..<3
///     sum.add(Big.factorial(i))
/// end
/// sum.add(-1)
/// sum     // => 4
/// ```
add :: (r: Pointer{Integer}, b: Integer, location: Pointer{Source_Location} = #caller-location)
    x := sound(b)
    Memory.enter(location = location)
    __gmpz_add(r, r, &x)
end

/// Adds a small number to it.
add :: (r: Pointer{Integer}, b: Int, location: Pointer{Source_Location} = #caller-location)
    Memory.enter(location = location)
    if b >= 0
        __gmpz_add_ui(r, r, u64(b))
    else
        __gmpz_sub_ui(r, r, magnitude(b))
    end
end

/// Subtracts from it.
///
/// ```
/// a := Big.integer(10)
/// a.subtract(Big.integer(4))
/// a.subtract(1)
/// a     // => 5
/// ```
subtract :: (r: Pointer{Integer}, b: Integer, location: Pointer{Source_Location} = #caller-location)
    x := sound(b)
    Memory.enter(location = location)
    __gmpz_sub(r, r, &x)
end

/// Subtracts a small number from it.
subtract :: (r: Pointer{Integer}, b: Int, location: Pointer{Source_Location} = #caller-location)
    Memory.enter(location = location)
    if b >= 0
        __gmpz_sub_ui(r, r, u64(b))
    else
        __gmpz_add_ui(r, r, magnitude(b))
    end
end

/// Multiplies it.
///
/// ```
/// a := Big.integer(1)
/// for i in 1..=5
///     a.multiply(i)
/// end
/// a     // => 120
/// ```
multiply :: (r: Pointer{Integer}, b: Integer, location: Pointer{Source_Location} = #caller-location)
    x := sound(b)
    Memory.enter(location = location)
    __gmpz_mul(r, r, &x)
end

/// Multiplies it by a small number.
multiply :: (r: Pointer{Integer}, b: Int, location: Pointer{Source_Location} = #caller-location)
    Memory.enter(location = location)
    __gmpz_mul_si(r, r, b)
end

/// Divides it, toward zero. Panics for a division by zero.
///
/// ```
/// a := Big.integer(100)
/// a.divide(Big.integer(7))
/// a     // => 14
/// ```
divide :: (r: Pointer{Integer}, b: Integer, location: Pointer{Source_Location} = #caller-location)
    Memory.refuse_zero(b.size, location = location)
    x := sound(b)
    Memory.enter(location = location)
    __gmpz_tdiv_q(r, r, &x)
end

/// Divides it by a small number.
divide :: (r: Pointer{Integer}, b: Int, location: Pointer{Source_Location} = #caller-location)
    limb: u64
    divide(r, small(b, &limb), location = location)
end

/// Adds `a * b` to it.
///
/// ```
/// sum := Big.integer(1)
/// sum.add_product(Big.integer(3), Big.integer(4))
/// sum.add_product(Big.integer(3), 2)
/// sum     // => 19
/// ```
add_product :: (r: Pointer{Integer}, a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location)
    x, y := sound(a), sound(b)
    Memory.enter(location = location)
    __gmpz_addmul(r, &x, &y)
end

/// Adds the product with a small number to it.
add_product :: (r: Pointer{Integer}, a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location)
    limb: u64
    add_product(r, a, small(b, &limb), location = location)
end

/// Subtracts `a * b` from it.
///
/// ```
/// left := Big.integer(20)
/// left.subtract_product(Big.integer(3), Big.integer(4))
/// left.subtract_product(Big.integer(3), 2)
/// left     // => 2
/// ```
subtract_product :: (r: Pointer{Integer}, a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location)
    x, y := sound(a), sound(b)
    Memory.enter(location = location)
    __gmpz_submul(r, &x, &y)
end

/// Subtracts the product with a small number from it.
subtract_product :: (r: Pointer{Integer}, a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location)
    limb: u64
    subtract_product(r, a, small(b, &limb), location = location)
end

/// Makes it `a / b`, toward zero. Panics for a division by zero.
///
/// ```
/// q := Big.integer(0)
/// q.set_quotient(Big.integer(17), Big.integer(5))
/// q     // => 3
/// ```
set_quotient :: (r: Pointer{Integer}, a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location)
    Memory.refuse_zero(b.size, location = location)
    x, y := sound(a), sound(b)
    Memory.enter(location = location)
    __gmpz_tdiv_q(r, &x, &y)
end

/// Makes it `a * b`.
///
/// ```
/// p := Big.integer(0)
/// p.set_product(Big.integer(17), Big.integer(5))
/// p     // => 85
/// ```
set_product :: (r: Pointer{Integer}, a: Integer, b: Integer, location: Pointer{Source_Location} = #caller-location)
    x, y := sound(a), sound(b)
    Memory.enter(location = location)
    __gmpz_mul(r, &x, &y)
end

/// Makes it the product with a small number.
set_product :: (r: Pointer{Integer}, a: Integer, b: Int, location: Pointer{Source_Location} = #caller-location)
    x := sound(a)
    Memory.enter(location = location)
    __gmpz_mul_si(r, &x, b)
end

/// Shows a number: `{}`, `{:x}`, `{:b}`, `{:o}`, with width, sign and `#` as for other integers.
///
/// ```
/// print("{:x} {:+} [{:>5}]\n", Big.integer(255), Big.integer(3), Big.integer(-7))     // => ff +3 [   -7]
/// ```
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
    if spec.kind == .HEX_UPPER
        upper := Strings.to_upper(digits)
        delete(digits)
        digits = upper
    end
    write_padded_number(out, x.size < 0, digits[first..], spec)
    delete(digits)
end

// ---- For the other kinds of numbers --------------------------------------------------------------------------------------------------

/// A new 0, in memory of the current allocator.
///
/// ```
/// a := Big.fresh()
/// a     // => 0
/// ```
fresh :: (location: Pointer{Source_Location} = #caller-location) -> Integer
    Memory.enter(location = location)
    return Integer{limbs = &ZERO_LIMB}
end

/// The same number for GMP, which reads a limb even of 0.
///
/// ```
/// zero: Big.Integer
/// Big.sound(zero)     // => 0
/// ```
sound :: (x: Integer) -> Integer #inline
    return ifx x.limbs == null => Integer{limbs = &ZERO_LIMB} else => x end
end

ZERO_LIMB: u64 = 0 #private

// A small number as a big one that needs no memory: to be read only.
small :: (x: Int, limb: Pointer{u64}) -> Integer #private
    limb@ = magnitude(x)
    return Integer{size = ifx x < 0 => -1 else if x > 0 => 1 else => 0 end, limbs = limb}
end

magnitude :: (x: Int) -> u64 #private => ifx x < 0 => 0 - u64(x) else => u64(x) end

// ---- GMP -------------------------------------------------------------------------------------------------------------------------------

__gmpz_add :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_add_ui :: (r: Pointer{Integer}, a: Pointer{Integer}, b: u64) #foreign #private
__gmpz_addmul :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_and :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_clear :: (r: Pointer{Integer}) #foreign #private
__gmpz_cmp :: (a: Pointer{Integer}, b: Pointer{Integer}) -> i32 #foreign #private
__gmpz_cmp_si :: (a: Pointer{Integer}, b: Int) -> i32 #foreign #private
__gmpz_export :: (out: Pointer{u8}, count: Pointer{u64}, order: i32, size: u64, endian: i32, nails: u64, x: Pointer{Integer}) -> Pointer{Void} #foreign #private
__gmpz_fdiv_q_2exp :: (r: Pointer{Integer}, a: Pointer{Integer}, count: u64) #foreign #private
__gmpz_fdiv_r :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_fits_slong_p :: (a: Pointer{Integer}) -> i32 #foreign #private
__gmpz_get_d :: (a: Pointer{Integer}) -> f64 #foreign #private
__gmpz_get_si :: (a: Pointer{Integer}) -> Int #foreign #private
__gmpz_get_str :: (out: Pointer{u8}, base: i32, x: Pointer{Integer}) -> Pointer{u8} #foreign #private
__gmpz_import :: (r: Pointer{Integer}, count: u64, order: i32, size: u64, endian: i32, nails: u64, data: Pointer{u8}) #foreign #private
__gmpz_com :: (r: Pointer{Integer}, a: Pointer{Integer}) #foreign #private
__gmpz_ior :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_mul :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_mul_2exp :: (r: Pointer{Integer}, a: Pointer{Integer}, count: u64) #foreign #private
__gmpz_mul_si :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Int) #foreign #private
__gmpz_set :: (r: Pointer{Integer}, a: Pointer{Integer}) #foreign #private
__gmpz_set_si :: (r: Pointer{Integer}, x: Int) #foreign #private
__gmpz_set_str :: (r: Pointer{Integer}, text: Pointer{u8}, base: i32) -> i32 #foreign #private
__gmpz_set_ui :: (r: Pointer{Integer}, x: u64) #foreign #private
__gmpz_sizeinbase :: (x: Pointer{Integer}, base: i32) -> u64 #foreign #private
__gmpz_sub :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_sub_ui :: (r: Pointer{Integer}, a: Pointer{Integer}, b: u64) #foreign #private
__gmpz_submul :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_tdiv_q :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_tdiv_r :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
__gmpz_xor :: (r: Pointer{Integer}, a: Pointer{Integer}, b: Pointer{Integer}) #foreign #private
