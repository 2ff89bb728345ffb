//! Floats of 16 bits as bits and as numbers, and the texts of float constants.
//!
//! Shared by the text form and the interpreter. Bits are those of the type in the low bits of a `u64`.

use crate::data::ty::{Ty, TyData};

/// The `f32` with the value of an `f16`.
pub fn f16_to_f32(bits: u16) -> f32 {
    let sign = u32::from(bits & 0x8000) << 16;
    let exponent = u32::from(bits >> 10) & 0x1f;
    let fraction = u32::from(bits & 0x3ff);
    let magnitude = match (exponent, fraction) {
        (0, _) => {
            let scaled = fraction as f32 * (1.0 / 16_777_216.0);
            scaled.to_bits()
        }
        (0x1f, 0) => 0x7f80_0000,
        // A quiet bit is kept, and set where it was not: as hardware does.
        (0x1f, _) => 0x7fc0_0000 | (fraction << 13),
        _ => ((exponent + 112) << 23) | (fraction << 13),
    };
    f32::from_bits(sign | magnitude)
}

/// The `f16` nearest to a value, ties to even.
pub fn f16_from_f32(value: f32) -> u16 {
    f16_from_f64(f64::from(value))
}

/// The `f16` nearest to a value, ties to even.
pub fn f16_from_f64(value: f64) -> u16 {
    let sign = if value.is_sign_negative() { 0x8000 } else { 0 };
    let magnitude = value.abs();
    if value.is_nan() {
        let fraction = (value.to_bits() >> 42) as u16 & 0x3ff;
        return sign | 0x7e00 | fraction;
    }
    // Half a step above the greatest number rounds up to infinity.
    if magnitude >= 65520.0 {
        return sign | 0x7c00;
    }
    // The step between neighbours: 2^-24 for subnormal numbers.
    let exponent = ((magnitude.to_bits() >> 52) as i32 - 1023).max(-14);
    let step = f64::from_bits(((exponent - 10 + 1023) as u64) << 52);
    let steps = (magnitude / step).round_ties_even() as u32;
    let biased = (exponent + 14) as u32;
    // A carry out of the fraction goes into the exponent by itself.
    sign | (steps + (biased << 10)) as u16
}

/// The text of a float constant that reads back to the same bits; `None` where there is none (infinite, NaN, no float).
pub fn text(ty: Ty, bits: u64) -> Option<String> {
    let TyData::Float { bits: width } = ty.data() else { return None };
    match width {
        16 => finite_text(u16::try_from(bits).ok().map(f16_to_f32)?),
        32 => finite_text(u32::try_from(bits).ok().map(f32::from_bits)?),
        64 => Some(f64::from_bits(bits)).filter(|value| value.is_finite()).map(|value| format!("{value:?}")),
        _ => None,
    }
}

fn finite_text(value: f32) -> Option<String> {
    value.is_finite().then(|| format!("{value:?}"))
}

/// The bits of the float of that type that a text stands for.
pub fn parse(ty: Ty, text: &str) -> Option<u64> {
    let TyData::Float { bits: width } = ty.data() else { return None };
    match width {
        16 => text.parse::<f32>().ok().map(|value| u64::from(f16_from_f32(value))),
        32 => text.parse::<f32>().ok().map(|value| u64::from(value.to_bits())),
        64 => text.parse::<f64>().ok().map(f64::to_bits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_f16_survives() {
        for bits in 0..=u16::MAX {
            let value = f16_to_f32(bits);
            if value.is_nan() {
                assert_eq!(f16_from_f32(value), bits | 0x200);
            } else {
                assert_eq!(f16_from_f32(value), bits, "{value}");
                let ty = Ty::new(TyData::Float { bits: 16 });
                if let Some(text) = text(ty, u64::from(bits)) {
                    assert_eq!(parse(ty, &text), Some(u64::from(bits)), "{text}");
                }
            }
        }
    }

    #[test]
    fn f16_rounds_to_nearest_even() {
        let check = |value: f64, bits: u16| assert_eq!(f16_from_f64(value), bits, "{value}");
        check(65519.9, 0x7bff);
        check(65520.0, 0x7c00);
        check(1.0 + 1.0 / 2048.0, 0x3c00);
        check(1.0 + 3.0 / 2048.0, 0x3c02);
        check(2f64.powi(-25), 0x0000);
        check(2f64.powi(-25) * 1.0001, 0x0001);
        check(-0.0, 0x8000);
        check(2047.0 / 33554432.0, 0x0400);
        check(f64::NEG_INFINITY, 0xfc00);
    }
}
