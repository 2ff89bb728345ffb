//! Tests of expressions: each is the result of a procedure `f`, as a dump of its typed body or as the messages about it.

mod calls;
mod dump;
mod expressions;
mod hostile;
mod statements;

use crate::testing::{session, show};

/// Checks `f :: (parameters) -> result => expression` among other declarations; gives the messages, then the dump of `f`.
fn checked(declarations: &str, signature: &str, expression: &str) -> String {
    let source = format!("{declarations}\nf :: {signature} => {expression}\n");
    let sema = session(&[("main", &source)]);
    let messages = show(&sema);
    if messages.is_empty() { dump::results(&sema, "f").trim_end().to_owned() } else { without_places(&messages) }
}

/// Messages without line and column.
fn without_places(messages: &str) -> String {
    let plain = |line: &str| line.split_once(' ').map_or(line, |(_, rest)| rest).to_owned();
    messages.lines().map(plain).collect::<Vec<_>>().join("\n")
}
