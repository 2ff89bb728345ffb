//! What Rust's crates say to a case, in the words of `tests/formats/answer.hb`.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Holds an answer against what a crate says; the error says what was expected.
pub fn judge(kind: u8, case: &[u8], answer: &[u8]) -> Result<(), String> {
    match kind {
        b'j' => same(&json(case), answer),
        b'J' => match serde_json::from_slice::<Value>(case) {
            Ok(value) => same(&document(&value), document(&read_json(answer)?).as_bytes()),
            Err(_) => same("!", answer),
        },
        b'y' => same(&yaml(case), answer),
        b'Y' => match serde_json::from_slice::<Value>(case) {
            Ok(value) => {
                let text = std::str::from_utf8(answer).map_err(|error| error.to_string())?;
                let read = super::yaml::documents(text).ok_or("what was written is no YAML")?;
                let shown: String = read.iter().map(document).collect();
                same(&document(&value), shown.as_bytes())
            }
            Err(_) => same("!", answer),
        },
        b'n' => same(&numbers(case), answer),
        b'f' => printed(case, answer),
        b'c' => csv_rows(case, answer),
        b'C' => csv_row(case, answer),
        b'b' => same_bytes(&base64_texts(case), answer),
        b'r' => regex(case, answer),
        _ => same_bytes(&unicode(case), answer),
    }
}

/// What PCRE2 finds from three places on, with all groups; anything goes where the crate gives a search up.
fn regex(case: &[u8], answer: &[u8]) -> Result<(), String> {
    let (length, rest) = case.split_first_chunk::<4>().ok_or("no pattern")?;
    let (pattern, text) = rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or("no text")?;
    let Ok(pattern) = std::str::from_utf8(pattern) else { return Ok(()) };
    // its machine code for `\X` reads where nothing is when the text is no UTF-8
    let by_machine = !pattern.contains("\\X");
    let regex = match pcre2::bytes::RegexBuilder::new().ucp(true).jit_if_available(by_machine).build(pattern) {
        Ok(regex) => regex,
        Err(error) => return same(&format!("!{}@{}", error.code(), error.offset().unwrap_or(0)), answer),
    };
    let mut expected = String::new();
    let mut groups = regex.capture_locations();
    // machine code for `\b` may look at the byte behind a text that ends in half a rune
    let mut padded = text.to_vec();
    padded.push(0);
    let text = padded.get(..text.len()).unwrap_or_default();
    for from in [0, text.len() / 2, text.len()] {
        match regex.captures_read_at(&mut groups, text, from) {
            Ok(None) => expected.push_str("none;"),
            Ok(Some(_)) => {
                for group in 0..regex.captures_len() {
                    let _ = match groups.get(group) {
                        Some((start, end)) => write!(expected, "{start}-{end},"),
                        None => write!(expected, "-1,"),
                    };
                }
                expected.push(';');
            }
            Err(_) => return Ok(()),
        }
    }
    same(&expected, answer)
}

fn same(expected: &str, answer: &[u8]) -> Result<(), String> {
    same_bytes(expected.as_bytes(), answer)
}

fn same_bytes(expected: &[u8], answer: &[u8]) -> Result<(), String> {
    if expected == answer { Ok(()) } else { Err(format!("expected {:?}", String::from_utf8_lossy(expected))) }
}

fn read_json(text: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(text).map_err(|error| format!("what was written is no JSON: {error}"))
}

fn put(out: &mut Vec<u8>, letter: char, text: &[u8]) {
    out.extend(format!("{letter}{}:", text.len()).bytes());
    out.extend(text);
}

/// A document in a form that says everything, as in `put_value`.
fn document(value: &Value) -> String {
    match value {
        Value::Null => "n".to_owned(),
        Value::Bool(true) => "t".to_owned(),
        Value::Bool(false) => "f".to_owned(),
        Value::Number(n) => {
            n.as_i64().map_or_else(|| format!("d{:x};", n.as_f64().unwrap_or(0.0).to_bits()), |n| format!("i{n};"))
        }
        // What `yaml::float` makes of infinities and NaN.
        Value::String(text) if text.starts_with('\u{1}') && text.len() == 17 => {
            format!("d{};", text.get(1..).unwrap_or_default())
        }
        Value::String(text) => format!("s{}:{text}", text.len()),
        Value::Array(items) => format!("[{}]", items.iter().map(document).collect::<String>()),
        Value::Object(members) => {
            let mut keys: Vec<_> = members.iter().collect();
            keys.sort_by(|a, b| a.0.cmp(b.0));
            let members: String =
                keys.iter().map(|(key, value)| format!("s{}:{key}{}", key.len(), document(value))).collect();
            format!("{{{members}}}")
        }
    }
}

fn json(case: &[u8]) -> String {
    serde_json::from_slice(case).map_or_else(|_| "!".to_owned(), |value| document(&value))
}

fn yaml(case: &[u8]) -> String {
    let documents = std::str::from_utf8(case).ok().and_then(super::yaml::documents);
    documents.map_or_else(|| "!".to_owned(), |documents| documents.iter().map(document).collect())
}

fn numbers(case: &[u8]) -> String {
    let text = std::str::from_utf8(case).unwrap_or("?");
    let (int, float, small) = (text.parse::<i64>(), text.parse::<f64>(), text.parse::<f32>());
    // Hubbub's takes no sign.
    let uint = if text.starts_with('+') { None } else { text.parse::<u64>().ok() };
    let bits = float.as_ref().map_or(0, |x| if x.is_nan() { 0 } else { x.to_bits() });
    let small_bits = small.as_ref().map_or(0, |x| if x.is_nan() { 0 } else { x.to_bits() });
    format!(
        "{} {} {} {} {} {bits:x} {} {small_bits:x}",
        int.is_ok(),
        int.clone().unwrap_or(0),
        uint.is_some(),
        uint.unwrap_or(0),
        float.is_ok(),
        small.is_ok()
    )
}

/// What is printed reads back to the same number, and no text with fewer digits does.
fn printed(case: &[u8], answer: &[u8]) -> Result<(), String> {
    let bits = u64::from_le_bytes(case.try_into().map_err(|_| "eight bytes")?);
    let (x, y) = (f64::from_bits(bits), f32::from_bits(bits as u32));
    let text = String::from_utf8_lossy(answer).into_owned();
    let (wide, small) = text.split_once(' ').ok_or("expected two numbers")?;
    let digits = |text: &str| {
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches('0').trim_end_matches('0').to_owned()
    };
    let wide_ok =
        x.is_nan() && wide.eq_ignore_ascii_case("nan") || wide.parse::<f64>().is_ok_and(|read| read.to_bits() == bits);
    let small_ok = y.is_nan() && small.eq_ignore_ascii_case("nan")
        || small.parse::<f32>().is_ok_and(|read| read.to_bits() == bits as u32);
    // Where two texts are as short and as near, crates differ.
    let is_shortest =
        digits(wide).len() == digits(&format!("{x:e}")).len() && digits(small).len() == digits(&format!("{y:e}")).len();
    if wide_ok && small_ok && is_shortest { Ok(()) } else { Err(format!("expected {x:?} {y:?}")) }
}

/// The crate takes more than RFC 4180 allows, so only what Hubbub's module takes is compared.
fn csv_rows(case: &[u8], answer: &[u8]) -> Result<(), String> {
    let Some((separator, table)) = case.split_first() else { return Ok(()) };
    let is_odd = table.contains(&b'\r') || matches!(separator, b'"' | b'\n' | b'\r');
    if answer == b"!" || is_odd || table.starts_with(b"\xef\xbb\xbf") {
        return Ok(());
    }
    let mut expected = Vec::new();
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(*separator).from_reader(table);
    for row in reader.byte_records() {
        expected.push(b'r');
        row.map_err(|error| error.to_string())?.iter().for_each(|field| put(&mut expected, 's', field));
    }
    same_bytes(&expected, answer)
}

fn csv_row(case: &[u8], answer: &[u8]) -> Result<(), String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(answer);
    let rows: Vec<csv::ByteRecord> =
        reader.byte_records().collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    let [row] = rows.as_slice() else { return Err(format!("expected one row, found {}", rows.len())) };
    let fields: Vec<&[u8]> = case.split(|byte| *byte == 0).collect();
    if row.iter().eq(fields.iter().copied()) { Ok(()) } else { Err(format!("expected {fields:?}, read {row:?}")) }
}

fn base64_texts(case: &[u8]) -> Vec<u8> {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let engine = GeneralPurpose::new(&base64::alphabet::STANDARD, config);
    // Both alphabets are taken, even mixed.
    let plain: Vec<u8> = case
        .iter()
        .map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => *other,
        })
        .collect();
    let mut out = Vec::new();
    let mut decoded = |data: Option<Vec<u8>>| match data {
        Some(data) => put(&mut out, 's', &data),
        None => put(&mut out, '!', b""),
    };
    // Filled up half is neither filled up nor not.
    let is_half = plain.ends_with(b"=") && !plain.len().is_multiple_of(4);
    decoded(engine.decode(plain).ok().filter(|_| !is_half));
    let pairs = case.chunks(2).map(|pair| {
        let text = std::str::from_utf8(pair).ok().filter(|text| text.len() == 2 && !text.starts_with('+'))?;
        u8::from_str_radix(text, 16).ok()
    });
    decoded(pairs.collect());
    put(&mut out, 's', general_purpose::STANDARD.encode(case).as_bytes());
    put(&mut out, 's', general_purpose::URL_SAFE_NO_PAD.encode(case).as_bytes());
    put(&mut out, 's', case.iter().map(|byte| format!("{byte:02x}")).collect::<String>().as_bytes());
    out
}

fn unicode(case: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let valid = std::str::from_utf8(case);
    let mut shown = String::from(if valid.is_ok() { "v" } else { "w" });
    for chunk in case.utf8_chunks() {
        chunk.valid().chars().for_each(|rune| write!(shown, "{},", u32::from(rune)).unwrap_or(()));
        // A byte at a time.
        chunk.invalid().iter().for_each(|_| shown += "65533,");
    }
    out.extend(shown.bytes());
    let Ok(text) = valid else { return out };
    text.graphemes(true).for_each(|grapheme| put(&mut out, 'g', grapheme.as_bytes()));
    text.split_word_bounds().for_each(|word| put(&mut out, 'w', word.as_bytes()));
    let forms = [text.nfc().collect::<String>(), text.nfd().collect(), text.nfkc().collect(), text.nfkd().collect()];
    for changed in [text.to_uppercase(), text.to_lowercase()].into_iter().chain(forms) {
        put(&mut out, 's', changed.as_bytes());
    }
    out.extend(text.width().to_string().bytes());
    out
}
