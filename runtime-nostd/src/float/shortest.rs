//! The fewest digits that read back to the same float.
//!
//! Ryu finds them for `f32` and `f64` (with its small tables: programs are to be small). `f16` has so few values that plain
//! integer arithmetic does.

use super::Decimal;

pub fn of_f64(x: f64) -> Decimal {
    let mut text = [0; 24];
    // SAFETY: ryu needs 24 bytes for a finite f64.
    let length = unsafe { ryu::raw::format64(x, text.as_mut_ptr()) };
    read(text.get(..length).unwrap_or(&[]))
}

pub fn of_f32(x: f32) -> Decimal {
    let mut text = [0; 16];
    // SAFETY: ryu needs 16 bytes for a finite f32.
    let length = unsafe { ryu::raw::format32(x, text.as_mut_ptr()) };
    read(text.get(..length).unwrap_or(&[]))
}

/// Takes ryu's text apart: it has a layout of its own.
fn read(text: &[u8]) -> Decimal {
    let mut decimal = Decimal::new();
    let (mut in_fraction, mut in_exponent, mut negative, mut exponent) = (false, false, false, 0);
    for &byte in text {
        match byte {
            b'.' => in_fraction = true,
            b'e' => in_exponent = true,
            b'-' => negative = true,
            digit if in_exponent => exponent = exponent * 10 + i32::from(digit - b'0'),
            b'0' if decimal.count == 0 => decimal.point -= i32::from(in_fraction),
            digit => {
                decimal.push(digit);
                decimal.point += i32::from(!in_fraction);
            }
        }
    }
    decimal.point += if negative { -exponent } else { exponent };
    strip_zeros(&mut decimal);
    decimal
}

fn strip_zeros(decimal: &mut Decimal) {
    while decimal.count > 0 && decimal.digit(decimal.count - 1) == b'0' {
        decimal.count -= 1;
    }
}

/// A positive finite f16, by its bits.
pub fn of_f16(bits: u16) -> Decimal {
    let mut decimal = Decimal::new();
    let (exponent, fraction) = (u32::from(bits >> 10), u64::from(bits & 1023));
    let (mantissa, shift) = if exponent == 0 { (fraction, 0) } else { (fraction + 1024, exponent - 1) };
    if mantissa == 0 {
        return decimal;
    }
    // In units of 2^-26: the value and the ends of what reads back to it.
    let unit = 4u64 << shift;
    let value = mantissa * unit;
    let below = if fraction == 0 && exponent > 1 { unit / 4 } else { unit / 2 };
    let (low, high) = (value - below, value + unit / 2);
    for power in (-8..=4).rev() {
        if let Some(digits) = multiple_within(value, low, high, mantissa.is_multiple_of(2), power) {
            write(&mut decimal, digits, power);
            return decimal;
        }
    }
    decimal
}

/// The multiple of `10^power` next to `value`, if one lies within the ends (which count only for even mantissas).
fn multiple_within(value: u64, low: u64, high: u64, with_ends: bool, power: i32) -> Option<u64> {
    // All sides are multiplied so that they are integers: `scale` makes a unit of the floats, `step` a unit of the decimals.
    let (scale, step) = match power {
        0.. => (1u128, u128::from(10u64.pow(power as u32)) << 26),
        _ => (u128::from(10u64.pow(-power as u32)), 1 << 26),
    };
    let [value, low, high] = [value, low, high].map(|x| u128::from(x) * scale);
    let inside = |x: u128| if with_ends { low <= x && x <= high } else { low < x && x < high };
    let floor = value / step;
    let nearer_is_floor = (value - floor * step) * 2 <= step;
    let order = if nearer_is_floor { [floor, floor + 1] } else { [floor + 1, floor] };
    order.into_iter().find(|&digits| digits != 0 && inside(digits * step)).map(|digits| digits as u64)
}

fn write(decimal: &mut Decimal, digits: u64, power: i32) {
    let mut text = [0; 20];
    // SAFETY: 20 bytes are enough.
    let length = unsafe { crate::digits::hb_rt_decimal_u64(text.as_mut_ptr(), digits) };
    text.iter().take(length).for_each(|&digit| decimal.push(digit));
    decimal.point = length as i32 + power;
    strip_zeros(decimal);
}
