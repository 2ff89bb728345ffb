//! Runes of strings: two small procedures, written in MIR's text form.
//!
//! What is no valid UTF-8 counts as one U+FFFD for each byte that begins no valid sequence, forwards and
//! backwards alike. Both give the rune in the low and its width in bytes in the high half of a `u64`.

use super::session::{News, Session, Wanted};
use crate::data::program::Procedure;
use crate::data::ty::{Abi, Signature, Ty};

const TEXT: &str = include_str!("utf8.mir");

/// `(data, length, at)`: the rune that begins at a place.
pub(super) fn next(_session: &Session<'_>) -> Option<Procedure> {
    named("rune{next}")
}

/// `(data, end)`: the rune that ends before a place.
pub(super) fn previous(session: &Session<'_>, news: &mut News) -> Option<Procedure> {
    session.want(Wanted::NextRune, news);
    named("rune{previous}")
}

fn named(symbol: &str) -> Option<Procedure> {
    let program = crate::parse::program(TEXT).ok()?;
    program.procedures.into_iter().map(|(_, procedure)| procedure).find(|found| found.symbol.as_str() == symbol)
}

/// The signature of either.
pub(super) fn signature(wanted: &Wanted) -> Signature {
    let data = Ty::pointer_to(Ty::int(8, false));
    let parameters: Box<[Ty]> = match wanted {
        Wanted::NextRune => Box::new([data, Ty::i64(), Ty::i64()]),
        _ => Box::new([data, Ty::i64()]),
    };
    Signature { abi: Abi::C, parameters, results: Box::new([Ty::int(64, false)]), is_variadic: false }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_text_is_right() {
        let program = crate::parse::program(super::TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(crate::verify::program(&program), []);
        assert_eq!(program.procedures.len(), 2);
    }
}
