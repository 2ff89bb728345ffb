//! All digits of a float.
//!
//! A float is `m · 2^e`. With `e` below zero that is `m · 5^-e` with the decimal point `-e` places from the right, so an
//! integer of at most 2,550 bits has all the digits. Most calls ask for a few places of an ordinary number, and 128 bits do.

use super::Decimal;

/// Limbs of base 10^9: 86 suffice for the smallest float.
const LIMBS: usize = 90;
const BASE: u64 = 1_000_000_000;
/// 5^13 is the largest power that fits 32 bits.
const FIVE_13: u32 = 1_220_703_125;

/// `2^exponent` for what an `f64` has as a normal number.
pub fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(((1023 + exponent) as u64) << 52)
}

/// The mantissa and the exponent of a finite positive float.
fn parts(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let (exponent, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// The digits of `x` rounded to so many places, where 128 bits are enough to find them.
pub fn rounded_fast(x: f64, places: i32) -> Option<Decimal> {
    let (mantissa, exponent) = parts(x);
    if !(0..=22).contains(&places) || exponent > 0 {
        return None;
    }
    let scaled = u128::from(mantissa) * 10u128.pow(places as u32);
    let shift = -exponent as u32;
    let whole = scaled.checked_shr(shift).unwrap_or(0);
    // Beyond 128 places what is scaled (less than 2^127) is less than half a unit.
    let rest = if shift < 128 { scaled - (whole << shift) } else { 0 };
    let half = if shift == 0 || shift >= 128 { u128::MAX } else { 1 << (shift - 1) };
    let up = rest > half || rest == half && whole & 1 == 1;
    let mut decimal = Decimal::new();
    write(&mut decimal, whole + u128::from(up), places);
    Some(decimal)
}

fn write(decimal: &mut Decimal, value: u128, places: i32) {
    let mut text = [0; 40];
    if value == 0 {
        return;
    }
    // SAFETY: 40 bytes are enough.
    let length = unsafe { crate::digits::hb_rt_decimal_u128(text.as_mut_ptr(), value) };
    text.iter().take(length).for_each(|&digit| decimal.push(digit));
    decimal.point = length as i32 - places;
}

/// Base 10^9, lowest first.
struct Big {
    limbs: [u32; LIMBS],
    count: usize,
}

impl Big {
    fn new(value: u64) -> Big {
        let mut big = Big { limbs: [0; LIMBS], count: 0 };
        big.add_limbs(value);
        big
    }

    fn multiply(&mut self, factor: u32) {
        let mut carry = 0;
        for limb in self.limbs.iter_mut().take(self.count) {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = (carry % BASE) as u32;
            carry /= BASE;
        }
        self.add_limbs(carry);
    }

    fn add_limbs(&mut self, mut value: u64) {
        while value != 0 {
            if let Some(limb) = self.limbs.get_mut(self.count) {
                *limb = (value % BASE) as u32;
                self.count += 1;
            }
            value /= BASE;
        }
    }

    fn multiply_power(&mut self, base: u32, mut exponent: u32, step: u32, step_power: u32) {
        while exponent >= step {
            self.multiply(step_power);
            exponent -= step;
        }
        self.multiply(base.pow(exponent));
    }
}

/// All digits of a finite positive float.
pub fn of_f64(x: f64) -> Decimal {
    let (mantissa, exponent) = parts(x);
    let mut decimal = Decimal::new();
    if mantissa == 0 {
        return decimal;
    }
    let mut big = Big::new(mantissa);
    if exponent < 0 {
        big.multiply_power(5, -exponent as u32, 13, FIVE_13);
    } else {
        big.multiply_power(2, exponent as u32, 31, 1 << 31);
    }
    for &limb in big.limbs.iter().take(big.count).rev() {
        push_limb(&mut decimal, limb);
    }
    decimal.point = decimal.count as i32 + exponent.min(0);
    decimal
}

/// Nine digits; the first limb without its leading zeros.
fn push_limb(decimal: &mut Decimal, limb: u32) {
    let mut divisor = 100_000_000;
    while divisor != 0 {
        let digit = b'0' + (limb / divisor % 10) as u8;
        if digit != b'0' || decimal.count != 0 {
            decimal.push(digit);
        }
        divisor /= 10;
    }
}
