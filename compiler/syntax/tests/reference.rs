//! The reference lists every token that there is.

use std::collections::BTreeSet;

const TOKENS: &str = include_str!("../src/token.rs");
const LEXICAL: &str = include_str!("../../../docs/reference/lexical.md");

/// What stands between double quotes in a text, in every other piece of it.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

#[test]
fn every_token_is_listed() {
    let (_, table) = TOKENS.split_once("    keywords {\n        Block").expect("the table begins with keywords");
    let (table, _) = table.split_once("impl TokenKind").expect("it ends before the code");
    let words: BTreeSet<&str> = LEXICAL.split(|c: char| c.is_whitespace() || matches!(c, '`' | ',' | ';')).collect();
    let all = quoted(table);
    assert!(all.len() > 100, "there are more tokens than {}", all.len());
    for token in
        all.iter().map(|token| if token.starts_with('#') { token.replace('_', "-") } else { (*token).to_owned() })
    {
        let is_listed = words.contains(token.as_str()) || matches!(token.as_str(), "," | ";");
        assert!(is_listed, "lexical.md does not list `{token}`");
    }
}
