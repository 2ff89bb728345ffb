//! How messages are worded, whatever they say: lower case at the beginning, no full stop at the end, code between backquotes, "invalid" and
//! never "illegal". Every message that a test reads is looked at.

/// Words that begin with a capital wherever they stand.
const CAPITALS: [&str; 8] = ["C", "LLVM", "UTF-8", "Unicode", "Hubbub", "Python", "Rust", "PostgreSQL"];

/// Signs that are code, and stand between backquotes.
const CODE: [&str; 8] = ["::", ":=", "->", "=>", "()", "==", "..<", "..="];

/// What is wrong with the wording of a message, a note, a help or a label.
pub fn complaint(text: &str) -> Option<String> {
    let told = |what: &str| Some(format!("{what}: {text:?}"));
    let first = text.split([' ', ',', ':', '\'']).next().unwrap_or("");
    let is_name = CAPITALS.contains(&first) || first.starts_with("U+");
    if text.starts_with(char::is_uppercase) && !is_name {
        return told("begins with a capital");
    }
    if text.ends_with('.') && !text.ends_with("...") {
        return told("ends with a full stop");
    }
    if text.to_lowercase().contains("illegal") {
        return told("says \"illegal\", not \"invalid\"");
    }
    // every other piece is code; a backquote that is itself spoken of leaves an odd number
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return None;
    }
    let bare: Vec<&str> = pieces.into_iter().step_by(2).collect();
    match CODE.into_iter().find(|sign| bare.iter().any(|piece| piece.contains(sign))) {
        Some(sign) => told(&format!("has {sign} outside of backquotes")),
        None => None,
    }
}

/// How many names a text offers: "did you mean `a`, `b` or `c`?".
pub fn offered(text: &str) -> usize {
    text.strip_prefix("did you mean ").map_or(0, |names| names.matches('`').count() / 2)
}

#[cfg(test)]
mod tests {
    use super::{complaint, offered};

    #[test]
    fn good_and_bad_wording() {
        for text in [
            "expected `Int`, found `a :: b`",
            "C has no such type",
            "unknown name `x`",
            "write `x := `…",
            "a point, `.`",
        ] {
            assert_eq!(complaint(text), None, "{text}");
        }
        for text in ["Expected `Int`", "expected an Int.", "an illegal name", "write x := 3", "call f()", "`a` -> `b`"]
        {
            assert!(complaint(text).is_some(), "{text}");
        }
        assert_eq!((offered("did you mean `a`, `b` or `c`?"), offered("write `a`")), (3, 0));
    }
}
