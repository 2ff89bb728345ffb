//! Exact arithmetic on literals: integers of any size and fractions, and how they become numbers of a type.
//!
//! Knows nothing of types but widths. Operands are [`Value::Integer`] and [`Value::ExactFloat`]; an integer with a
//! fraction becomes a fraction. Results are bounded by [`LITERAL_BITS_MAX`], so that no literal eats memory.

use hubbub_base::limits::LITERAL_BITS_MAX;
use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::data::typed::{Operator, UnaryOperator};
use crate::data::value::Value;

/// Why there is no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Division by zero.
    DivisionByZero,
    /// More bits than literals may have.
    TooLarge,
    /// The operator does not apply to these operands.
    NoOperator,
}

/// Bytes of strings that are joined exactly; longer ones are joined when the program runs, so that chains cost what they are long.
const JOINED_BYTES_MAX: usize = 1 << 16;

/// `a operator b` of two exact numbers, two strings or two Bools; comparisons give [`Value::Bool`].
///
/// # Errors
/// When there is no result.
pub fn binary(operator: Operator, a: &Value, b: &Value) -> Result<Value, Problem> {
    match (a, b) {
        (Value::Integer(a), Value::Integer(b)) => integers(operator, a, b),
        (Value::ExactFloat(a), Value::ExactFloat(b)) => fractions(operator, a, b),
        (Value::Integer(a), Value::ExactFloat(b)) => fractions(operator, &BigRational::from(a.clone()), b),
        (Value::ExactFloat(a), Value::Integer(b)) => fractions(operator, a, &BigRational::from(b.clone())),
        (Value::NegativeZero, b) => binary(operator, &Value::ExactFloat(BigRational::zero()), b),
        (a, Value::NegativeZero) => binary(operator, a, &Value::ExactFloat(BigRational::zero())),
        (Value::String(a), Value::String(b)) if operator == Operator::Add && a.len() + b.len() <= JOINED_BYTES_MAX => {
            Ok(Value::String([&**a, &**b].concat().into()))
        }
        (Value::String(a), Value::String(b)) => equality(operator, a == b),
        (Value::Bool(a), Value::Bool(b)) => equality(operator, a == b),
        _ => Err(Problem::NoOperator),
    }
}

/// `operator a` of an exact number or a Bool.
///
/// # Errors
/// When the operator does not apply.
pub fn unary(operator: UnaryOperator, a: &Value) -> Result<Value, Problem> {
    match (operator, a) {
        (UnaryOperator::Negate, Value::Integer(a)) => Ok(Value::Integer(-a)),
        (UnaryOperator::Negate, Value::ExactFloat(a)) if a.is_zero() => Ok(Value::NegativeZero),
        (UnaryOperator::Negate, Value::ExactFloat(a)) => Ok(Value::ExactFloat(-a)),
        (UnaryOperator::Negate, Value::NegativeZero) => Ok(Value::ExactFloat(BigRational::zero())),
        (UnaryOperator::Complement, Value::Integer(a)) => Ok(Value::Integer(-a - BigInt::one())),
        (UnaryOperator::Not, Value::Bool(a)) => Ok(Value::Bool(!a)),
        _ => Err(Problem::NoOperator),
    }
}

/// `digits * base^exponent`, as a literal is read.
///
/// # Errors
/// When it has more bits than literals may have.
pub fn float(digits: BigUint, base: u32, exponent: i64) -> Result<BigRational, Problem> {
    let digits = BigInt::from_biguint(Sign::Plus, digits);
    if digits.is_zero() {
        return Ok(BigRational::zero());
    }
    let bits_of_base = u64::from(u32::BITS - base.leading_zeros());
    if exponent.unsigned_abs().saturating_mul(bits_of_base) > LITERAL_BITS_MAX * 2 {
        return Err(Problem::TooLarge);
    }
    let power = BigInt::from(base).pow(exponent.unsigned_abs() as u32);
    let value = if exponent < 0 { BigRational::new(digits, power) } else { BigRational::from(digits * power) };
    if is_bounded(&value) { Ok(value) } else { Err(Problem::TooLarge) }
}

fn integers(operator: Operator, a: &BigInt, b: &BigInt) -> Result<Value, Problem> {
    let divides = matches!(operator, Operator::Divide | Operator::Remainder | Operator::Modulo);
    if divides && b.is_zero() {
        return Err(Problem::DivisionByZero);
    }
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        Operator::Remainder => a % b,
        Operator::Modulo => floored_remainder(a, b),
        Operator::BitAnd => a & b,
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        Operator::ShiftLeft => shifted_left(a, b)?,
        Operator::ShiftRight => shifted_right(a, b)?,
        _ => return compare(operator, a, b),
    };
    if result.bits() > LITERAL_BITS_MAX { Err(Problem::TooLarge) } else { Ok(Value::Integer(result)) }
}

fn floored_remainder(a: &BigInt, b: &BigInt) -> BigInt {
    let remainder = a % b;
    if !remainder.is_zero() && remainder.is_negative() != b.is_negative() { remainder + b } else { remainder }
}

fn shifted_left(a: &BigInt, count: &BigInt) -> Result<BigInt, Problem> {
    match count.to_u64() {
        _ if a.is_zero() => Ok(BigInt::zero()),
        Some(count) if count <= LITERAL_BITS_MAX => Ok(a << count),
        _ => Err(Problem::TooLarge),
    }
}

fn shifted_right(a: &BigInt, count: &BigInt) -> Result<BigInt, Problem> {
    if count.is_negative() {
        return Err(Problem::TooLarge);
    }
    let most = LITERAL_BITS_MAX + 1;
    Ok(a >> count.to_u64().map_or(most, |count| count.min(most)))
}

fn fractions(operator: Operator, a: &BigRational, b: &BigRational) -> Result<Value, Problem> {
    let divides = matches!(operator, Operator::Divide | Operator::Remainder | Operator::Modulo);
    if divides && b.is_zero() {
        return Err(Problem::DivisionByZero);
    }
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        Operator::Remainder => a - b * (a / b).trunc(),
        Operator::Modulo => a - b * (a / b).floor(),
        _ => return compare(operator, a, b),
    };
    if is_bounded(&result) { Ok(Value::ExactFloat(result)) } else { Err(Problem::TooLarge) }
}

fn is_bounded(value: &BigRational) -> bool {
    value.numer().bits().max(value.denom().bits()) <= LITERAL_BITS_MAX
}

fn compare<T: PartialOrd>(operator: Operator, a: &T, b: &T) -> Result<Value, Problem> {
    match operator {
        Operator::Less => Ok(Value::Bool(a < b)),
        Operator::LessEqual => Ok(Value::Bool(a <= b)),
        Operator::Greater => Ok(Value::Bool(a > b)),
        Operator::GreaterEqual => Ok(Value::Bool(a >= b)),
        _ => equality(operator, a == b),
    }
}

fn equality(operator: Operator, equal: bool) -> Result<Value, Problem> {
    match operator {
        Operator::Equal => Ok(Value::Bool(equal)),
        Operator::NotEqual => Ok(Value::Bool(!equal)),
        _ => Err(Problem::NoOperator),
    }
}

/// The least and the greatest integer of a type.
pub fn range(bits: u16, signed: bool) -> (BigInt, BigInt) {
    let magnitude_bits = if signed { bits.saturating_sub(1) } else { bits };
    let end = BigInt::one() << magnitude_bits;
    let least = if signed { -end.clone() } else { BigInt::zero() };
    (least, end - BigInt::one())
}

/// Whether an integer type holds the value.
pub fn fits_integer(value: &BigInt, bits: u16, signed: bool) -> bool {
    if let Some(small) = value.to_i64()
        && bits >= 64
    {
        return signed || small >= 0;
    }
    let (least, greatest) = range(bits, signed);
    *value >= least && *value <= greatest
}

/// The value of an integer type that has the same low bits.
pub fn wrapped(value: &BigInt, bits: u16, signed: bool) -> BigInt {
    if fits_integer(value, bits, signed) {
        return value.clone();
    }
    let modulus = BigInt::one() << bits;
    let low = floored_remainder(value, &modulus);
    if signed && low.bit(u64::from(bits).saturating_sub(1)) { low - modulus } else { low }
}

/// Whether a float type of so many bits holds the integer exactly.
pub fn fits_float(value: &BigInt, bits: u16) -> bool {
    let value = BigRational::from(value.clone());
    nearest_float(&value, bits).and_then(exact_of_float).is_some_and(|back| back == value)
}

/// The float of a type of so many bits that is nearest, ties to even, as the f64 that equals it; `None` if it is too large.
pub fn nearest_float(value: &BigRational, bits: u16) -> Option<f64> {
    // precision, exponent of the last bit of the smallest numbers, exponent that is too large
    let (precision, least, too_large) = match bits {
        16 => (11, -24, 16),
        32 => (24, -149, 128),
        _ => (53, -1074, 1024),
    };
    let (numerator, denominator) = (value.numer().magnitude(), value.denom().magnitude());
    if numerator.is_zero() {
        return Some(0.0);
    }
    let estimate = numerator.bits() as i64 - denominator.bits() as i64 - precision;
    let mut scale = estimate.max(least);
    let (mut quotient, mut remainder, mut divisor) = scaled_division(numerator, denominator, scale);
    if quotient.bits() as i64 > precision {
        scale += 1;
        (quotient, remainder, divisor) = scaled_division(numerator, denominator, scale);
    }
    let twice = remainder << 1_u32;
    if twice > divisor || twice == divisor && quotient.bit(0) {
        quotient += 1_u32;
    }
    if quotient.bits() as i64 + scale > too_large {
        return None;
    }
    let magnitude = scaled(quotient.to_u64().unwrap_or(0) as f64, scale);
    Some(if value.is_negative() { -magnitude } else { magnitude })
}

/// `numerator / (denominator * 2^scale)`: quotient, remainder, and what was divided by.
fn scaled_division(numerator: &BigUint, denominator: &BigUint, scale: i64) -> (BigUint, BigUint, BigUint) {
    let shift = scale.unsigned_abs();
    let (dividend, divisor) =
        if scale < 0 { (numerator << shift, denominator.clone()) } else { (numerator.clone(), denominator << shift) };
    (&dividend / &divisor, &dividend % &divisor, divisor)
}

/// `value * 2^exponent`, which must be representable; in steps, so that the power itself does not leave the range.
fn scaled(value: f64, exponent: i64) -> f64 {
    let (mut value, mut left) = (value, exponent);
    while left != 0 {
        let step = left.clamp(-500, 500);
        value *= 2.0_f64.powi(step as i32);
        left -= step;
    }
    value
}

/// The exact value of a finite float.
pub fn exact_of_float(value: f64) -> Option<BigRational> {
    BigRational::from_float(value)
}

#[cfg(test)]
mod tests {
    use super::{Problem, binary, exact_of_float, fits_float, fits_integer, float, nearest_float, wrapped};
    use crate::data::typed::Operator as O;
    use crate::data::value::Value;
    use num_bigint::{BigInt, BigUint};
    use num_rational::BigRational;

    fn check(a: i64, operator: O, b: i64, expected: i64) {
        let value = |n: i64| Value::Integer(n.into());
        assert_eq!(binary(operator, &value(a), &value(b)), Ok(value(expected)), "{a} {operator:?} {b}");
    }

    #[test]
    fn integer_operators() {
        check(7, O::Divide, 2, 3);
        check(-7, O::Divide, 2, -3);
        check(-7, O::Remainder, 2, -1);
        check(-7, O::Modulo, 2, 1);
        check(7, O::Modulo, -2, -1);
        check(-6, O::Modulo, 2, 0);
        check(-1, O::BitAnd, 255, 255);
        check(-5, O::ShiftRight, 1, -3);
        check(-5, O::ShiftRight, 1_000_000_000, -1);
        check(0, O::ShiftLeft, 1_000_000_000, 0);
    }

    #[test]
    fn no_result() {
        let value = |n: i64| Value::Integer(n.into());
        assert_eq!(binary(O::Divide, &value(1), &value(0)), Err(Problem::DivisionByZero));
        assert_eq!(binary(O::ShiftLeft, &value(1), &value(1_000_000_000)), Err(Problem::TooLarge));
        assert_eq!(binary(O::ShiftLeft, &value(1), &value(-1)), Err(Problem::TooLarge));
        assert!(binary(O::ShiftLeft, &value(1), &value(4095)).is_ok());
        assert_eq!(binary(O::ShiftLeft, &value(1), &value(4096)), Err(Problem::TooLarge));
        assert_eq!(float(1_u32.into(), 10, 100_000_000), Err(Problem::TooLarge));
    }

    #[test]
    fn widths() {
        let check = |n: i128, bits, signed, expected: i128| {
            assert_eq!(wrapped(&n.into(), bits, signed), expected.into());
            assert_eq!(fits_integer(&n.into(), bits, signed), n == expected);
        };
        check(255, 8, false, 255);
        check(256, 8, false, 0);
        check(-1, 8, false, 255);
        check(128, 8, true, -128);
        check(-128, 8, true, -128);
        check(-129, 8, true, 127);
        check(i128::from(u64::MAX), 64, false, i128::from(u64::MAX));
        check(-1, 64, false, i128::from(u64::MAX));
        check(i128::from(i64::MAX) + 1, 64, true, i128::from(i64::MIN));
    }

    #[test]
    fn fractions_round_once_to_nearest_even() {
        let decimal = |digits: u64, exponent| float(BigUint::from(digits), 10, exponent).expect("it is small");
        for text in ["0.1", "1e23", "5e-324", "2.4703282292062328e-324", "1.7976931348623157e308", "9007199254740993"] {
            let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
            let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
            let all: u64 = format!("{whole}{part}").parse().expect("digits");
            let value = decimal(all, exponent.parse::<i64>().expect("a number") - part.len() as i64);
            assert_eq!(nearest_float(&value, 64), text.parse().ok(), "{text}");
            let single = text.parse::<f32>().ok().filter(|x| x.is_finite()).map(f64::from);
            assert_eq!(nearest_float(&value, 32), single, "{text} as f32");
        }
        assert_eq!(nearest_float(&decimal(65504, 0), 16), Some(65504.0));
        assert_eq!(nearest_float(&decimal(65520, 0), 16), None);
        assert_eq!(nearest_float(&decimal(18, 307), 64), None);
    }

    #[test]
    fn integers_in_floats() {
        assert!(fits_float(&BigInt::from(16_777_216), 32));
        assert!(!fits_float(&BigInt::from(16_777_217), 32));
        assert!(fits_float(&BigInt::from(-3), 16));
        assert_eq!(exact_of_float(0.5), Some(BigRational::new(1.into(), 2.into())));
    }
}
