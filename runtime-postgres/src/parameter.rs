//! Parameters of statements.

use std::error::Error;
use std::fmt::Write;

use postgres::types::private::BytesMut;
use postgres::types::{Format, IsNull, ToSql, Type, to_sql_checked};

/// What a parameter is: module `Postgres` has the same numbers.
const NULL: i32 = 0;
const INTEGER: i32 = 1;
const FLOAT: i32 = 2;
const BOOLEAN: i32 = 3;
const TEXT: i32 = 4;
const BYTES: i32 = 5;

/// A parameter as the program hands it in.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    kind: i32,
    /// An integer; a boolean as 0 or 1; the bits of a float.
    bits: i64,
    text: *const u8,
    length: usize,
}

impl Parameter {
    fn bytes(&self) -> &[u8] {
        if self.length == 0 {
            return &[];
        }
        // SAFETY: the program hands in so many bytes, which stay for the time of the call.
        unsafe { std::slice::from_raw_parts(self.text, self.length) }
    }
}

// SAFETY: nothing is written through the pointer, and the call that got it waits until the connection's task is done with it.
unsafe impl Sync for Parameter {}

impl ToSql for Parameter {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self.kind {
            NULL => return Ok(IsNull::Yes),
            INTEGER => write!(out, "{}", self.bits)?,
            FLOAT => write!(out, "{}", float_text(f64::from_bits(self.bits as u64)))?,
            BOOLEAN => out.write_str(if self.bits == 0 { "f" } else { "t" })?,
            TEXT => out.extend_from_slice(self.bytes()),
            BYTES => {
                out.write_str("\\x")?;
                self.bytes().iter().try_for_each(|byte| write!(out, "{byte:02x}"))?;
            }
            _ => return Err("a parameter of no known kind".into()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

/// The shortest text that the server reads as the same number.
fn float_text(x: f64) -> String {
    match x {
        x if x.is_nan() => "NaN".to_owned(),
        x if x.is_infinite() => if x > 0.0 { "Infinity" } else { "-Infinity" }.to_owned(),
        x => format!("{x:e}"),
    }
}
