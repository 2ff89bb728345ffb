//! Floats to text: shortest, with a fixed precision, scientific.
//!
//! Everything comes down to decimal digits with an exponent ([`Decimal`]): `shortest` finds the fewest that read back to the
//! same float, `exact` finds all of them, and this module lays them out. Nothing is approximated: a precision rounds the
//! exact value, halves to even.

mod exact;
mod shortest;

use core::ptr;

/// The most digits that an `f64` has, and some room.
const DIGITS_MAX: usize = 800;

/// Digits behind the point beyond which every float has only zeros.
const PRECISION_MAX: i32 = 1074;

/// `0.d1 d2 d3 … · 10^point`. Zero has no digits.
pub struct Decimal {
    digits: [u8; DIGITS_MAX],
    count: usize,
    point: i32,
}

impl Decimal {
    fn new() -> Decimal {
        Decimal { digits: [0; DIGITS_MAX], count: 0, point: 0 }
    }

    /// The digit at `index`, '0' behind the last one.
    fn digit(&self, index: usize) -> u8 {
        if index < self.count { self.digits.get(index).copied().unwrap_or(b'0') } else { b'0' }
    }

    fn push(&mut self, digit: u8) {
        if let Some(place) = self.digits.get_mut(self.count) {
            *place = digit;
            self.count += 1;
        }
    }

    /// Keeps the first `keep` digits, rounded to nearest, halves to even. `keep` may be negative: then nothing is left.
    fn round(&mut self, keep: i32) {
        let Ok(keep) = usize::try_from(keep) else {
            self.count = 0;
            return;
        };
        if keep >= self.count {
            return;
        }
        let odd = keep > 0 && self.digit(keep - 1) % 2 == 1;
        let rest = self.digits.get(keep + 1..self.count).unwrap_or(&[]);
        let up = match self.digit(keep) {
            b'5' => odd || rest.iter().any(|&digit| digit != b'0'),
            digit => digit > b'5',
        };
        self.count = keep;
        if up {
            self.increment();
        }
    }

    fn increment(&mut self) {
        while self.count > 0 {
            let last = self.count - 1;
            match self.digits.get_mut(last) {
                Some(digit) if *digit != b'9' => {
                    *digit += 1;
                    return;
                }
                _ => self.count = last,
            }
        }
        self.push(b'1');
        self.point += 1;
    }
}

/// Writes behind each other.
struct Text {
    start: *mut u8,
    length: usize,
}

impl Text {
    fn byte(&mut self, byte: u8) {
        // SAFETY: the entry points' callers provide room for the longest text.
        unsafe { *self.start.add(self.length) = byte };
        self.length += 1;
    }

    fn bytes(&mut self, bytes: &[u8]) {
        // SAFETY: as above.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), self.start.add(self.length), bytes.len()) };
        self.length += bytes.len();
    }

    /// The digits from `from` to `to`, zeros where there are none.
    fn digits(&mut self, decimal: &Decimal, from: i32, to: i32) {
        for index in from..to {
            self.byte(usize::try_from(index).map_or(b'0', |index| decimal.digit(index)));
        }
    }

    /// With a point and `places` digits behind it.
    fn plain(&mut self, decimal: &Decimal, places: i32) {
        if decimal.point <= 0 {
            self.byte(b'0');
        }
        self.digits(decimal, 0, decimal.point);
        if places > 0 {
            self.byte(b'.');
            self.digits(decimal, decimal.point, decimal.point + places);
        }
    }

    fn scientific(&mut self, decimal: &Decimal, places: i32, letter: u8) {
        self.byte(decimal.digit(0));
        if places > 0 {
            self.byte(b'.');
            self.digits(decimal, 1, 1 + places);
        }
        self.byte(letter);
        let exponent = if decimal.count == 0 { 0 } else { decimal.point - 1 };
        // SAFETY: as above.
        self.length += unsafe { crate::digits::hb_rt_decimal_i64(self.start.add(self.length), exponent.into()) };
    }

    /// As `{}` shows it.
    fn readable(&mut self, decimal: &Decimal) {
        if decimal.count == 0 {
            self.bytes(b"0.0");
        } else if (-4..=16).contains(&decimal.point) {
            self.plain(decimal, (decimal.count as i32 - decimal.point).max(1));
        } else {
            self.scientific(decimal, decimal.count as i32 - 1, b'e');
        }
    }
}

/// Begins a text with the sign; infinities and NaN are complete with that.
fn begin(out: *mut u8, x: f64) -> (Text, bool) {
    let mut text = Text { start: out, length: 0 };
    if x.is_nan() {
        text.bytes(b"NaN");
        return (text, true);
    }
    if x.is_sign_negative() {
        text.byte(b'-');
    }
    if x.is_infinite() {
        text.bytes(b"inf");
    }
    (text, x.is_infinite())
}

fn f16_to_f64(bits: u16) -> f64 {
    let sign = if bits >> 15 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
    let scaled = match exponent {
        0 => fraction * exact::power_of_two(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (fraction + 1024.0) * exact::power_of_two(exponent - 25),
    };
    sign * scaled
}

fn f64_to_f16_bits(x: f64) -> u16 {
    // Only for values that came from an f16.
    let bits = x.abs().to_bits();
    let exponent = (bits >> 52) as i32 - 1023 + 15;
    let fraction = (bits >> 42) as u16 & 1023;
    match exponent {
        1.. => ((exponent as u16) << 10) | fraction,
        _ => (x.abs() * exact::power_of_two(24)) as u16,
    }
}

/// # Safety
/// 25 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_float_shortest_f64(out: *mut u8, x: f64) -> usize {
    let (mut text, done) = begin(out, x);
    if !done {
        text.readable(&shortest::of_f64(x.abs()));
    }
    text.length
}

/// # Safety
/// 25 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_float_shortest_f32(out: *mut u8, x: f32) -> usize {
    let (mut text, done) = begin(out, x.into());
    if !done {
        text.readable(&shortest::of_f32(x.abs()));
    }
    text.length
}

/// # Safety
/// 25 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_float_shortest_f16(out: *mut u8, bits: i32) -> usize {
    let bits = bits as u16;
    let (mut text, done) = begin(out, f16_to_f64(bits));
    if !done {
        text.readable(&shortest::of_f16(bits & 0x7fff));
    }
    text.length
}

/// # Safety
/// 1385 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_float_fixed(out: *mut u8, x: f64, precision: i32) -> usize {
    let (mut text, done) = begin(out, x);
    let precision = precision.clamp(0, PRECISION_MAX);
    if !done {
        let mut decimal = exact::rounded_fast(x.abs(), precision).unwrap_or_else(|| exact::of_f64(x.abs()));
        decimal.round(decimal.point + precision);
        text.plain(&decimal, precision);
    }
    text.length
}

/// # Safety
/// 1385 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_float_exponent(out: *mut u8, x: f64, precision: i32, size: i32, upper: bool) -> usize {
    let (mut text, done) = begin(out, x);
    if done {
        return text.length;
    }
    let x = x.abs();
    let (mut decimal, mut places) = match size {
        _ if precision >= 0 => (exact::of_f64(x), precision.min(PRECISION_MAX)),
        2 => (shortest::of_f16(f64_to_f16_bits(x)), 0),
        4 => (shortest::of_f32(x as f32), 0),
        _ => (shortest::of_f64(x), 0),
    };
    if precision >= 0 {
        decimal.round(places + 1);
    } else {
        places = decimal.count as i32 - 1;
    }
    text.scientific(&decimal, places, if upper { b'E' } else { b'e' });
    text.length
}

#[cfg(test)]
mod tests;
