//! Floats to text, as the runtime does it.
//!
//! The digits come from Rust's own formatting, which gives the fewest that read back, or rounds exactly, halves to even: both as
//! the runtime promises. Only the layout is done here.

use hubbub_mir::float::{f16_from_f64, f16_to_f32};

/// Digits behind the point beyond which every float has only zeros.
const PRECISION_MAX: i32 = 1074;

/// A sign, or the whole text of what has no digits.
fn sign_or_all(x: f64) -> Result<&'static str, &'static str> {
    let sign = if x.is_sign_negative() { "-" } else { "" };
    match (x.is_nan(), x.is_infinite()) {
        (true, _) => Err("NaN"),
        (_, true) => Err(if x < 0.0 { "-inf" } else { "inf" }),
        _ => Ok(sign),
    }
}

/// Significant digits, and how many of them stand in front of the point. Zero has none.
struct Decimal {
    digits: String,
    point: i32,
}

impl Decimal {
    /// From `1.25e3`; zeros at the end are dropped.
    fn new(scientific: &str) -> Self {
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_end_matches('0').to_owned();
        let exponent: i32 = exponent.parse().unwrap_or(0);
        Self { point: if digits.is_empty() { 0 } else { exponent + 1 }, digits }
    }

    /// The fewest digits of an f16 that read back to it.
    fn of_f16(bits: u16) -> Self {
        let value = f64::from(f16_to_f32(bits & 0x7fff));
        for places in 0..6 {
            let nearest = format!("{value:.places$e}");
            if let Some(text) = neighbours(&nearest).into_iter().find(|text| reads_back(text, bits)) {
                return Self::new(&text);
            }
        }
        Self::new(&format!("{value:e}"))
    }

    /// As `{}` shows it.
    fn readable(&self) -> String {
        match self.point {
            _ if self.digits.is_empty() => "0.0".to_owned(),
            -4..=16 => self.plain(),
            _ => self.scientific('e'),
        }
    }

    fn plain(&self) -> String {
        let count = self.digits.len() as i32;
        let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
        if self.point <= 0 {
            return format!("0.{}{}", zeros(-self.point), self.digits);
        }
        if self.point >= count {
            return format!("{}{}.0", self.digits, zeros(self.point - count));
        }
        let (whole, fraction) = self.digits.split_at_checked(self.point as usize).unwrap_or((&self.digits, "0"));
        format!("{whole}.{fraction}")
    }

    fn scientific(&self, letter: char) -> String {
        let first = self.digits.get(..1).unwrap_or("0");
        let rest = self.digits.get(1..).unwrap_or("");
        let point = if rest.is_empty() { "" } else { "." };
        let exponent = if self.digits.is_empty() { 0 } else { self.point - 1 };
        format!("{first}{point}{rest}{letter}{exponent}")
    }
}

/// A decimal number and those a step of its last digit away.
fn neighbours(scientific: &str) -> [String; 3] {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let places = mantissa.len().saturating_sub(2) as i32;
    let digits: i64 = mantissa.replace('.', "").parse().unwrap_or(0);
    let exponent = exponent.parse::<i32>().unwrap_or(0) - places;
    // In the form `d.ddde±x` again.
    let text = |digits: i64| {
        let text = digits.to_string();
        let (first, rest) = text.split_at_checked(1).unwrap_or((&text, ""));
        format!("{first}.{rest}e{}", exponent + rest.len() as i32)
    };
    [text(digits), text(digits + 1), text((digits - 1).max(0))]
}

fn reads_back(text: &str, bits: u16) -> bool {
    text.replace(".e", "e").parse::<f64>().is_ok_and(|value| value != 0.0 && f16_from_f64(value) == bits & 0x7fff)
}

/// The shortest text of a float of so many bytes that reads back to it.
pub fn shortest(bits: u64, size: i32) -> String {
    let (value, decimal) = decimal(bits, size);
    match sign_or_all(value) {
        Ok(sign) => format!("{sign}{}", decimal.readable()),
        Err(all) => all.to_owned(),
    }
}

fn decimal(bits: u64, size: i32) -> (f64, Decimal) {
    match size {
        2 => {
            let value = f64::from(f16_to_f32(bits as u16));
            let decimal =
                if value.is_finite() && value != 0.0 { Decimal::of_f16(bits as u16) } else { Decimal::new("0") };
            (value, decimal)
        }
        4 => {
            let value = f32::from_bits(bits as u32);
            (f64::from(value), Decimal::new(&format!("{:e}", value.abs())))
        }
        _ => {
            let value = f64::from_bits(bits);
            (value, Decimal::new(&format!("{:e}", value.abs())))
        }
    }
}

/// With so many digits behind the point.
pub fn fixed(x: f64, precision: i32) -> String {
    let precision = precision.clamp(0, PRECISION_MAX) as usize;
    match sign_or_all(x) {
        Ok(sign) => format!("{sign}{:.precision$}", x.abs()),
        Err(all) => all.to_owned(),
    }
}

/// Scientific; a negative precision asks for the shortest of a float of so many bytes.
pub fn exponent(x: f64, precision: i32, size: i32, upper: bool) -> String {
    let sign = match sign_or_all(x) {
        Ok(sign) => sign,
        Err(all) => return all.to_owned(),
    };
    let letter = if upper { 'E' } else { 'e' };
    if precision >= 0 {
        let precision = precision.min(PRECISION_MAX) as usize;
        let text = format!("{:.precision$e}", x.abs());
        return format!("{sign}{}", text.replace('e', &letter.to_string()));
    }
    let bits = match size {
        2 => u64::from(f16_from_f64(x)),
        4 => u64::from((x as f32).to_bits()),
        _ => x.to_bits(),
    };
    format!("{sign}{}", decimal(bits, size).1.scientific(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest_texts() {
        let f64s = |x: f64, text: &str| assert_eq!(shortest(x.to_bits(), 8), text);
        for (x, text) in [
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e300, "1e300"),
            (1.5e-7, "1.5e-7"),
            (-0.0, "-0.0"),
            (1e15, "1000000000000000.0"),
        ] {
            f64s(x, text);
        }
        f64s(1e16, "1e16");
        f64s(1.25e-5, "0.0000125");
        f64s(9.9e-6, "9.9e-6");
        f64s(f64::NAN, "NaN");
        f64s(f64::NEG_INFINITY, "-inf");
        f64s(123.456, "123.456");
        assert_eq!(shortest(u64::from(0.1f32.to_bits()), 4), "0.1");
        assert_eq!(shortest(0x2e66, 2), "0.1");
        assert_eq!(shortest(0x7bff, 2), "65500.0");
        assert_eq!(shortest(0x0001, 2), "6e-8");
        assert_eq!(shortest(0x8000, 2), "-0.0");
    }

    #[test]
    fn every_f16_reads_back() {
        for bits in 0..0x7c00u16 {
            let text = shortest(u64::from(bits), 2);
            assert_eq!(f16_from_f64(text.parse().unwrap()), bits, "{text}");
        }
    }

    #[test]
    fn precisions() {
        assert_eq!(fixed(2.5, 0), "2");
        assert_eq!(fixed(-0.125, 2), "-0.12");
        assert_eq!(fixed(f64::INFINITY, 2), "inf");
        assert_eq!(exponent(1234.5, 2, 8, false), "1.23e3");
        assert_eq!(exponent(1234.5, -1, 8, true), "1.2345E3");
        assert_eq!(exponent(0.0, -1, 8, false), "0e0");
        assert_eq!(exponent(f64::from(0.1f32), -1, 4, false), "1e-1");
    }
}
