//! Arithmetic on registers, exactly as at run time.
//!
//! [`binary`], [`unary`] and [`cast`] take and give registers in the form that [`Scalar`] describes; the `wide_…` are for 128 bits. The dispatch
//! loop has its own short ways for the commonest operations; everything else, vectors included, comes here.

use hubbub_mir::float::{f16_from_f32, f16_from_f64, f16_to_f32};
use hubbub_mir::{BinaryOp, CastKind, UnaryOp};

use crate::scalar::Scalar;

/// `a op b`; `None` for a division by zero. The shift count may be of any integer type.
pub fn binary(op: BinaryOp, scalar: Scalar, a: u64, b: u64) -> Option<u64> {
    match scalar {
        Scalar::F64 => Some(float_binary(op, f64::from_bits(a), f64::from_bits(b), f64::to_bits)),
        Scalar::F32 => {
            let (a, b) = (f32::from_bits(a as u32), f32::from_bits(b as u32));
            Some(f32_binary(op, a, b, |x| u64::from(x.to_bits())))
        }
        Scalar::F16 => {
            // An f32 has more than twice the bits of an f16, so rounding twice gives the same as once.
            let (a, b) = (f16_to_f32(a as u16), f16_to_f32(b as u16));
            Some(f32_binary(op, a, b, |x| u64::from(f16_from_f32(x))))
        }
        _ => int_binary(op, scalar.is_signed(), a, b).map(|value| match comparison_of(op) {
            true => value,
            false => scalar.narrow(value),
        }),
    }
}

/// Whether the operator gives a Bool.
pub fn comparison_of(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge)
}

fn int_binary(op: BinaryOp, signed: bool, a: u64, b: u64) -> Option<u64> {
    let (x, y) = (a as i64, b as i64);
    let value = match op {
        BinaryOp::Add => a.wrapping_add(b),
        BinaryOp::Sub => a.wrapping_sub(b),
        BinaryOp::Mul => a.wrapping_mul(b),
        BinaryOp::Div | BinaryOp::Rem | BinaryOp::Mod if b == 0 => return None,
        BinaryOp::Div if signed => x.wrapping_div(y) as u64,
        BinaryOp::Div => a / b,
        BinaryOp::Rem if signed => x.wrapping_rem(y) as u64,
        BinaryOp::Mod if signed => floored(x.wrapping_rem(y), y) as u64,
        BinaryOp::Rem | BinaryOp::Mod => a % b,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::Shl => {
            if b < 64 {
                a << b
            } else {
                0
            }
        }
        BinaryOp::Shr if signed => (x >> b.min(63)) as u64,
        BinaryOp::Shr => {
            if b < 64 {
                a >> b
            } else {
                0
            }
        }
        BinaryOp::Eq => u64::from(a == b),
        BinaryOp::Ne => u64::from(a != b),
        BinaryOp::Lt => u64::from(if signed { x < y } else { a < b }),
        BinaryOp::Le => u64::from(if signed { x <= y } else { a <= b }),
        BinaryOp::Gt => u64::from(if signed { x > y } else { a > b }),
        BinaryOp::Ge => u64::from(if signed { x >= y } else { a >= b }),
    };
    Some(value)
}

/// A remainder moved to the divisor's side of zero.
#[inline(always)]
pub fn floored(remainder: i64, divisor: i64) -> i64 {
    if remainder != 0 && (remainder < 0) != (divisor < 0) { remainder + divisor } else { remainder }
}

macro_rules! float_operators {
    ($name:ident, $float:ty) => {
        fn $name(op: BinaryOp, a: $float, b: $float, bits: impl Fn($float) -> u64) -> u64 {
            match op {
                BinaryOp::Add => bits(a + b),
                BinaryOp::Sub => bits(a - b),
                BinaryOp::Mul => bits(a * b),
                BinaryOp::Div => bits(a / b),
                BinaryOp::Rem => bits(a % b),
                BinaryOp::Mod => {
                    let remainder = a % b;
                    bits(if remainder != 0.0 && (remainder < 0.0) != (b < 0.0) { remainder + b } else { remainder })
                }
                BinaryOp::Eq => u64::from(a == b),
                BinaryOp::Ne => u64::from(a != b),
                BinaryOp::Lt => u64::from(a < b),
                BinaryOp::Le => u64::from(a <= b),
                BinaryOp::Gt => u64::from(a > b),
                BinaryOp::Ge => u64::from(a >= b),
                BinaryOp::And | BinaryOp::Or | BinaryOp::Xor | BinaryOp::Shl | BinaryOp::Shr => 0,
            }
        }
    };
}

float_operators!(float_binary, f64);
float_operators!(f32_binary, f32);

/// `a op b` in 128 bits; comparisons give 0 or 1. A shift's count is given in full.
pub fn wide_binary(op: BinaryOp, signed: bool, a: u128, b: u128) -> Option<u128> {
    let (x, y) = (a as i128, b as i128);
    let value = match op {
        BinaryOp::Add => a.wrapping_add(b),
        BinaryOp::Sub => a.wrapping_sub(b),
        BinaryOp::Mul => a.wrapping_mul(b),
        BinaryOp::Div | BinaryOp::Rem | BinaryOp::Mod if b == 0 => return None,
        BinaryOp::Div if signed => x.wrapping_div(y) as u128,
        BinaryOp::Div => a / b,
        BinaryOp::Rem if signed => x.wrapping_rem(y) as u128,
        BinaryOp::Mod if signed => {
            let remainder = x.wrapping_rem(y);
            (if remainder != 0 && (remainder < 0) != (y < 0) { remainder + y } else { remainder }) as u128
        }
        BinaryOp::Rem | BinaryOp::Mod => a % b,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::Shl => {
            if b < 128 {
                a << b
            } else {
                0
            }
        }
        BinaryOp::Shr if signed => (x >> b.min(127)) as u128,
        BinaryOp::Shr => {
            if b < 128 {
                a >> b
            } else {
                0
            }
        }
        BinaryOp::Eq => u128::from(a == b),
        BinaryOp::Ne => u128::from(a != b),
        BinaryOp::Lt => u128::from(if signed { x < y } else { a < b }),
        BinaryOp::Le => u128::from(if signed { x <= y } else { a <= b }),
        BinaryOp::Gt => u128::from(if signed { x > y } else { a > b }),
        BinaryOp::Ge => u128::from(if signed { x >= y } else { a >= b }),
    };
    Some(value)
}

/// `op a`.
pub fn unary(op: UnaryOp, scalar: Scalar, a: u64) -> u64 {
    match (op, scalar) {
        (UnaryOp::Neg, Scalar::F64) => a ^ (1 << 63),
        (UnaryOp::Neg, Scalar::F32) => a ^ (1 << 31),
        (UnaryOp::Neg, Scalar::F16) => a ^ (1 << 15),
        (UnaryOp::Neg, _) => scalar.narrow(a.wrapping_neg()),
        (UnaryOp::Not, _) => a ^ 1,
        (UnaryOp::Complement, _) => scalar.narrow(!a),
    }
}

/// `op a` in 128 bits.
pub fn wide_unary(op: UnaryOp, a: u128) -> u128 {
    match op {
        UnaryOp::Neg => a.wrapping_neg(),
        UnaryOp::Not => a ^ 1,
        UnaryOp::Complement => !a,
    }
}

/// A conversion between scalars; both may be wide, narrow ones have their value in the low half.
pub fn cast(kind: CastKind, from: Scalar, to: Scalar, low: u64, high: u64) -> (u64, u64) {
    match kind {
        CastKind::Int => split(to, from.widen(low, high)),
        CastKind::IntToFloat => {
            let value = from.widen(low, high);
            (if from == Scalar::U128 { float_of(to, value as u128) } else { float_of_signed(to, value) }, 0)
        }
        CastKind::FloatToInt => float_to_int(to, float_value(from, low)),
        CastKind::Float => (float_to_float(from, to, low), 0),
        CastKind::PointerToInt | CastKind::IntToPointer => (low, 0),
        CastKind::Bits | CastKind::Splat => (to.narrow(low), high),
    }
}

/// An integer as registers of a type.
pub fn split(to: Scalar, value: i128) -> (u64, u64) {
    if to.is_wide() { (value as u64, (value >> 64) as u64) } else { (to.narrow(value as u64), 0) }
}

fn float_of(to: Scalar, value: u128) -> u64 {
    match to {
        Scalar::F64 => (value as f64).to_bits(),
        Scalar::F32 => u64::from((value as f32).to_bits()),
        // What an f16 can hold, an f64 holds exactly; what it cannot is infinite either way.
        _ => u64::from(f16_from_f64(value as f64)),
    }
}

fn float_of_signed(to: Scalar, value: i128) -> u64 {
    match to {
        Scalar::F64 => (value as f64).to_bits(),
        Scalar::F32 => u64::from((value as f32).to_bits()),
        _ => u64::from(f16_from_f64(value as f64)),
    }
}

/// The value of a float, exactly.
pub fn float_value(scalar: Scalar, bits: u64) -> f64 {
    match scalar {
        Scalar::F16 => f64::from(f16_to_f32(bits as u16)),
        Scalar::F32 => f64::from(f32::from_bits(bits as u32)),
        _ => f64::from_bits(bits),
    }
}

/// The bits of a float of that type nearest to a value.
pub fn float_bits(scalar: Scalar, value: f64) -> u64 {
    match scalar {
        Scalar::F16 => u64::from(f16_from_f64(value)),
        Scalar::F32 => u64::from((value as f32).to_bits()),
        _ => value.to_bits(),
    }
}

fn float_to_float(from: Scalar, to: Scalar, bits: u64) -> u64 {
    if from == to { bits } else { float_bits(to, float_value(from, bits)) }
}

/// Toward zero, saturating, NaN gives 0: what `as` does.
fn float_to_int(to: Scalar, value: f64) -> (u64, u64) {
    let wide = match to {
        Scalar::I8 => i128::from(value as i8),
        Scalar::I16 => i128::from(value as i16),
        Scalar::I32 => i128::from(value as i32),
        Scalar::I64 => i128::from(value as i64),
        Scalar::U8 => i128::from(value as u8),
        Scalar::U16 => i128::from(value as u16),
        Scalar::U32 => i128::from(value as u32),
        Scalar::U128 => value as u128 as i128,
        Scalar::I128 => value as i128,
        _ => i128::from(value as u64),
    };
    split(to, wide)
}

/// Whether a signed operation overflows.
pub fn overflows(op: hubbub_mir::data::body::OverflowOp, scalar: Scalar, a: i128, b: i128) -> bool {
    use hubbub_mir::data::body::OverflowOp;
    let exact = match op {
        OverflowOp::Add => a.checked_add(b),
        OverflowOp::Sub => a.checked_sub(b),
        OverflowOp::Mul => a.checked_mul(b),
        OverflowOp::Div if b == 0 => return false,
        OverflowOp::Div => a.checked_div(b),
        OverflowOp::Neg => a.checked_neg(),
    };
    exact.is_none_or(|value| !holds(scalar, value))
}

/// Whether a type of integers has a value.
fn holds(scalar: Scalar, value: i128) -> bool {
    let (low, high) = split(scalar, value);
    scalar.widen(low, high) == value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(op: BinaryOp, scalar: Scalar, a: i64, b: i64, expected: Option<i64>) {
        let result = binary(op, scalar, scalar.narrow(a as u64), scalar.narrow(b as u64));
        assert_eq!(result, expected.map(|value| value as u64));
    }

    #[test]
    fn integers_wrap() {
        check(BinaryOp::Add, Scalar::I8, 127, 1, Some(-128));
        check(BinaryOp::Add, Scalar::U8, 255, 1, Some(0));
        check(BinaryOp::Mul, Scalar::I32, i64::from(i32::MAX), 2, Some(-2));
        check(BinaryOp::Div, Scalar::I32, i64::from(i32::MIN), -1, Some(i64::from(i32::MIN)));
        check(BinaryOp::Div, Scalar::I64, i64::MIN, -1, Some(i64::MIN));
        check(BinaryOp::Rem, Scalar::I64, i64::MIN, -1, Some(0));
        check(BinaryOp::Div, Scalar::I64, 1, 0, None);
        check(BinaryOp::Rem, Scalar::I8, -7, 3, Some(-1));
        check(BinaryOp::Mod, Scalar::I8, -7, 3, Some(2));
        check(BinaryOp::Mod, Scalar::I8, 7, -3, Some(-2));
        check(BinaryOp::Mod, Scalar::U8, 249, 3, Some(0));
    }

    #[test]
    fn shifts_by_the_width_or_more() {
        check(BinaryOp::Shl, Scalar::U8, 1, 7, Some(128));
        check(BinaryOp::Shl, Scalar::U8, 1, 8, Some(0));
        check(BinaryOp::Shl, Scalar::I32, 1, 63, Some(0));
        check(BinaryOp::Shl, Scalar::I64, 1, 64, Some(0));
        check(BinaryOp::Shl, Scalar::I64, 1, -1, Some(0));
        check(BinaryOp::Shr, Scalar::I8, -128, 8, Some(-1));
        check(BinaryOp::Shr, Scalar::I64, 5, -1, Some(0));
        check(BinaryOp::Shr, Scalar::U64, -1, 64, Some(0));
        assert_eq!(wide_binary(BinaryOp::Shr, true, u128::MAX, 200), Some(u128::MAX));
        assert_eq!(wide_binary(BinaryOp::Shl, true, 1, 127), Some(1 << 127));
    }

    #[test]
    fn floats() {
        let half = |x: f64| u64::from(f16_from_f64(x));
        assert_eq!(binary(BinaryOp::Add, Scalar::F16, half(2048.0), half(1.0)), Some(half(2048.0)));
        assert_eq!(binary(BinaryOp::Mul, Scalar::F16, half(300.0), half(300.0)), Some(half(f64::INFINITY)));
        let f = f64::to_bits;
        assert_eq!(binary(BinaryOp::Mod, Scalar::F64, f(-1.0), f(3.0)), Some(f(2.0)));
        assert_eq!(binary(BinaryOp::Lt, Scalar::F64, f(f64::NAN), f(3.0)), Some(0));
        assert_eq!(binary(BinaryOp::Ne, Scalar::F64, f(f64::NAN), f(f64::NAN)), Some(1));
        assert_eq!(unary(UnaryOp::Neg, Scalar::F32, 0), 0x8000_0000);
    }

    #[test]
    fn conversions() {
        let f = |x: f64| x.to_bits();
        assert_eq!(cast(CastKind::FloatToInt, Scalar::F64, Scalar::I8, f(1e9), 0), (127, 0));
        assert_eq!(cast(CastKind::FloatToInt, Scalar::F64, Scalar::U64, f(-1.0), 0), (0, 0));
        assert_eq!(cast(CastKind::FloatToInt, Scalar::F64, Scalar::I64, f(f64::NAN), 0), (0, 0));
        assert_eq!(cast(CastKind::FloatToInt, Scalar::F64, Scalar::U128, f(2e38), 0).1, (2e38 as u128 >> 64) as u64);
        assert_eq!(cast(CastKind::Int, Scalar::I8, Scalar::U16, -1i64 as u64, 0), (0xffff, 0));
        assert_eq!(cast(CastKind::Int, Scalar::I8, Scalar::U128, -1i64 as u64, 0), (u64::MAX, u64::MAX));
        assert_eq!(cast(CastKind::Int, Scalar::U128, Scalar::I8, 0x180, 5), (-128i64 as u64, 0));
        assert_eq!(cast(CastKind::IntToFloat, Scalar::U64, Scalar::F64, u64::MAX, 0), (f(18446744073709551615.0), 0));
        assert_eq!(
            cast(CastKind::IntToFloat, Scalar::I64, Scalar::F32, (1 << 24) + 1, 0).0,
            u64::from(16777216f32.to_bits())
        );
    }

    #[test]
    fn overflow() {
        use hubbub_mir::data::body::OverflowOp;
        assert!(overflows(OverflowOp::Add, Scalar::I8, 127, 1));
        assert!(!overflows(OverflowOp::Add, Scalar::I16, 127, 1));
        assert!(overflows(OverflowOp::Neg, Scalar::I64, i128::from(i64::MIN), 0));
        assert!(overflows(OverflowOp::Mul, Scalar::I128, i128::MAX, 2));
        assert!(!overflows(OverflowOp::Div, Scalar::I8, 1, 0));
        assert!(overflows(OverflowOp::Div, Scalar::I8, -128, -1));
    }
}
