//! The tasks of `benches/json.hb` in Rust, with serde_json, which keeps the order of members (`preserve_order`) and reads numbers exactly
//! (`float_roundtrip`), as Hubbub's module does: see `measure`. `bench library` runs both.

mod measure;

use serde_json::Value;

use measure::{SEED, next, task};

/// Bytes of the text.
const SIZE: usize = 50_000_000;

const WORDS: [&str; 8] = [
    "Sherlock",
    "Đường",
    "a \\\"quoted\\\" word",
    "line\\nbreak",
    "tab\\tbed",
    "Straße",
    "\\u00e9clair",
    "international",
];

fn records() -> String {
    let mut r = SEED;
    let mut text = String::from("[");
    let mut id = 0;
    while text.len() < SIZE {
        let x = next(&mut r);
        let word = |shift: u32| WORDS[(x >> shift) as usize % 8];
        if id > 0 {
            text.push(',');
        }
        text.push_str(&format!(
            "{{\"id\":{id},\"name\":\"{} {}\",\"score\":{}.{}",
            word(3),
            word(6),
            x >> 40 & 1023,
            x >> 50 & 1023
        ));
        text.push_str(&format!(",\"isActive\":{},\"tags\":[\"{}\",\"{}\",null]", x & 1 == 0, word(9), word(12)));
        text.push_str(&format!(
            ",\"place\":{{\"x\":-{},\"y\":{}e-3,\"note\":\"{}\"}}}}",
            x >> 20 & 4095,
            x >> 30 & 65535,
            word(15)
        ));
        id += 1;
    }
    text.push(']');
    text
}

fn main() {
    let text = records();
    let value: Value = task("JSON: parse 50 MB", || serde_json::from_str(&text).unwrap());
    let printed = task("JSON: print 50 MB", || value.to_string());
    eprintln!("{} {}", text.len(), printed.len());
    task("JSON: free", || drop(value));
}
