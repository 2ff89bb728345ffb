//! Names and bytes in the text form.

use std::fmt::Write;

use hubbub_base::Name;

use crate::words;

/// Appends a name, in quotes where it does not look like one or means something else.
pub fn write_name(out: &mut String, name: Name) {
    let text = name.as_str();
    if words::is_bare(text) {
        out.push_str(text);
    } else {
        quote_text(out, text);
    }
}

/// Appends bytes in quotes; what is not printable ASCII as `\xNN`.
pub fn quote_bytes(out: &mut String, bytes: &[u8]) {
    out.push('"');
    for byte in bytes {
        quote_byte(out, *byte);
    }
    out.push('"');
}

/// Appends text in quotes; printable characters of any script stand as they are.
fn quote_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else {
            let mut buffer = [0; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                quote_byte(out, byte);
            }
        }
    }
    out.push('"');
}

fn quote_byte(out: &mut String, byte: u8) {
    match byte {
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        b'\n' => out.push_str("\\n"),
        0x20..=0x7e => out.push(char::from(byte)),
        _ => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
}
