//! Values of results: the server's binary forms as numbers and texts.

use std::error::Error;
use std::fmt::Write;

use postgres::types::{FromSql, Kind, Type};

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Integer(i64),
    Float(f64),
    Boolean(bool),
    Text(String),
    Bytes(Vec<u8>),
    /// A type that nothing here reads: its name.
    Unknown(String),
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(read(ty, raw).unwrap_or_else(|| Self::Unknown(ty.name().to_owned())))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

fn read(ty: &Type, raw: &[u8]) -> Option<Value> {
    if let Kind::Domain(base) = ty.kind() {
        return read(base, raw);
    }
    if let Kind::Enum(_) = ty.kind() {
        return text(raw);
    }
    match *ty {
        Type::BOOL => Some(Value::Boolean(*raw.first()? != 0)),
        Type::INT2 => Some(Value::Integer(i16::from_be_bytes(raw.try_into().ok()?).into())),
        Type::INT4 => Some(Value::Integer(i32::from_be_bytes(raw.try_into().ok()?).into())),
        Type::INT8 => Some(Value::Integer(i64::from_be_bytes(raw.try_into().ok()?))),
        Type::OID => Some(Value::Integer(u32::from_be_bytes(raw.try_into().ok()?).into())),
        Type::FLOAT4 => Some(Value::Float(f32::from_be_bytes(raw.try_into().ok()?).into())),
        Type::FLOAT8 => Some(Value::Float(f64::from_be_bytes(raw.try_into().ok()?))),
        Type::BYTEA => Some(Value::Bytes(raw.to_vec())),
        Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN | Type::JSON | Type::XML => text(raw),
        // A version stands in front.
        Type::JSONB => text(raw.get(1..)?),
        Type::UUID => uuid(raw).map(Value::Text),
        Type::NUMERIC => numeric(raw).map(Value::Text),
        Type::DATE => Some(Value::Text(date_text(i64::from(i32::from_be_bytes(raw.try_into().ok()?))))),
        Type::TIME => Some(Value::Text(time_text(i64::from_be_bytes(raw.try_into().ok()?)))),
        Type::TIMESTAMP | Type::TIMESTAMPTZ => {
            let end = if *ty == Type::TIMESTAMPTZ { "+00" } else { "" };
            Some(Value::Text(timestamp_text(i64::from_be_bytes(raw.try_into().ok()?), end)))
        }
        Type::VOID => Some(Value::Null),
        _ => None,
    }
}

fn text(raw: &[u8]) -> Option<Value> {
    String::from_utf8(raw.to_vec()).ok().map(Value::Text)
}

fn uuid(raw: &[u8]) -> Option<String> {
    let number = u128::from_be_bytes(raw.try_into().ok()?);
    let digits = format!("{number:032x}");
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    Some([part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-"))
}

/// A decimal number: groups of four digits, the first one's weight, a sign and how many digits of the fraction are shown.
fn numeric(raw: &[u8]) -> Option<String> {
    let words: Vec<i16> =
        raw.chunks_exact(2).filter_map(|two| Some(i16::from_be_bytes(two.try_into().ok()?))).collect();
    let (&[_, weight, sign, scale], groups) = words.split_first_chunk::<4>()?;
    match sign as u16 {
        0xc000 => return Some("NaN".to_owned()),
        0xd000 => return Some("Infinity".to_owned()),
        0xf000 => return Some("-Infinity".to_owned()),
        _ => {}
    }
    let group = |power: i32| groups.get(usize::try_from(i32::from(weight) - power).ok()?).copied();
    let mut shown = String::from(if sign as u16 == 0x4000 { "-" } else { "" });
    write!(shown, "{}", group(i32::from(weight).max(0)).unwrap_or(0)).ok()?;
    for power in (0..i32::from(weight).max(0)).rev() {
        write!(shown, "{:04}", group(power).unwrap_or(0)).ok()?;
    }
    let scale = usize::try_from(scale).ok()?;
    if scale > 0 {
        let mut fraction = String::new();
        for power in 1..=scale.div_ceil(4) as i32 {
            write!(fraction, "{:04}", group(-power).unwrap_or(0)).ok()?;
        }
        fraction.truncate(scale);
        write!(shown, ".{fraction}").ok()?;
    }
    Some(shown)
}

const MICROSECONDS_A_DAY: i64 = 86_400_000_000;
/// From the first of March of the year 0 to the first of January 2000, where the server's days begin.
const DAYS_TO_2000: i64 = 730_425;

/// A day by its number from 2000 on, as the server shows it.
fn date_text(days: i64) -> String {
    match days {
        2_147_483_647 => return "infinity".to_owned(),
        -2_147_483_648 => return "-infinity".to_owned(),
        _ => {}
    }
    let (year, month, day) = civil(days);
    let (shown, end) = if year > 0 { (year, "") } else { (1 - year, " BC") };
    format!("{shown:04}-{month:02}-{day:02}{end}")
}

/// Year, month and day of the Gregorian calendar: years that begin in March, in eras of 400 (Howard Hinnant's `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_TO_2000;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

fn time_text(microseconds: i64) -> String {
    let seconds = microseconds / 1_000_000;
    let mut shown = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let fraction = microseconds % 1_000_000;
    if fraction != 0 {
        let digits = format!("{fraction:06}");
        shown.push('.');
        shown.push_str(digits.trim_end_matches('0'));
    }
    shown
}

fn timestamp_text(microseconds: i64, end: &str) -> String {
    match microseconds {
        i64::MAX => return "infinity".to_owned(),
        i64::MIN => return "-infinity".to_owned(),
        _ => {}
    }
    let (day, time) = (microseconds.div_euclid(MICROSECONDS_A_DAY), microseconds.rem_euclid(MICROSECONDS_A_DAY));
    let date = date_text(day);
    let (date, era) = date.split_once(' ').map_or((date.as_str(), ""), |(date, _)| (date, " BC"));
    format!("{date} {}{end}{era}", time_text(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[i16]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    #[test]
    fn numerics() {
        let shown = |parts: &[i16]| numeric(&words(parts));
        assert_eq!(shown(&[0, 0, 0, 0]).as_deref(), Some("0"));
        assert_eq!(shown(&[2, 0, 0, 2, 12, 3400]).as_deref(), Some("12.34"));
        assert_eq!(shown(&[3, 1, 0x4000, 1, 1, 2, 5000]).as_deref(), Some("-10002.5"));
        assert_eq!(shown(&[1, -1, 0, 4, 7]).as_deref(), Some("0.0007"));
        assert_eq!(shown(&[1, -2, 0, 8, 7]).as_deref(), Some("0.00000007"));
        assert_eq!(shown(&[1, 2, 0, 0, 1]).as_deref(), Some("100000000"));
        assert_eq!(shown(&[0, 0, 0xc000_u16 as i16, 0]).as_deref(), Some("NaN"));
    }

    #[test]
    fn days() {
        assert_eq!(date_text(0), "2000-01-01");
        assert_eq!(date_text(-1), "1999-12-31");
        assert_eq!(date_text(59), "2000-02-29");
        assert_eq!(date_text(-730_485), "0001-01-01 BC");
        assert_eq!(timestamp_text(-1, "+00"), "1999-12-31 23:59:59.999999+00");
        assert_eq!(timestamp_text(86_400_000_000 + 1_500_000, ""), "2000-01-02 00:00:01.5");
    }
}
