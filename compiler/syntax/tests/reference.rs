//! The reference lists every token that there is, and defines every production of its grammar that it names.

use std::collections::BTreeSet;

const TOKENS: &str = include_str!("../src/token.rs");
const LEXICAL: &str = include_str!("../../../docs/reference/lexical.md");
const GRAMMAR: &str = include_str!("../../../docs/reference/grammar.md");

/// What stands between double quotes in a text, in every other piece of it.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// The block of productions.
fn productions() -> &'static str {
    let (_, behind) = GRAMMAR.split_once("## Tree of productions").expect("it has its heading");
    behind.split("```").nth(1).expect("it stands in a block")
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

#[test]
fn every_production_is_defined() {
    let text = productions();
    let mut defined = BTreeSet::new();
    let mut named = BTreeSet::new();
    for (index, piece) in text.split('"').enumerate() {
        // terminals stand between quotes
        if index % 2 == 1 {
            continue;
        }
        let mut words = piece.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let name = word.trim_matches(|c: char| !c.is_alphanumeric());
            let is_definition = words.peek() == Some(&"=") || word.ends_with('=');
            match name.chars().all(|c| c.is_ascii_lowercase()) && !name.is_empty() {
                true if is_definition => drop(defined.insert(name)),
                true => drop(named.insert(name)),
                false => {}
            }
        }
    }
    // words of the remarks
    let remarks = [
        "and", "alike", "on", "the", "line", "behind", "foreign", "only", "in", "braces", "also", "glued", "then",
        "it", "was", "a",
    ];
    for name in named {
        let plural = name.trim_end_matches('s');
        let is_known = defined.contains(name) || defined.contains(plural) || remarks.contains(&name);
        assert!(is_known, "grammar.md does not define `{name}`; it defines {defined:?}");
    }
}
