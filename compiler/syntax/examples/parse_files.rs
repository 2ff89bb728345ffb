//! Parses the files given and prints what is wrong with them; with `--dump`, their trees, with `--tokens`, their tokens.

#![expect(clippy::disallowed_methods, reason = "it reads the files given")]

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    for path in arguments.iter().filter(|argument| !argument.starts_with("--")) {
        let parsed = hubbub_syntax::parse(&std::fs::read(path)?);
        for error in &parsed.errors {
            let (start, end) = hubbub_syntax::range_of(error);
            let before = parsed.tree.text().get(..start as usize).unwrap_or("");
            let line = before.matches('\n').count() + 1;
            writeln!(out, "{path}:{line}: {} {} ({start}..{end})", error.kind.code(), error.message)?;
            for (_, label) in &error.labels {
                writeln!(out, "    label: {label}")?;
            }
            for help in &error.help {
                writeln!(out, "    help: {help}")?;
            }
        }
        if has("--dump") {
            write!(out, "{}", parsed.tree.dump())?;
        }
        if has("--tokens") {
            write!(out, "{}", parsed.tree.dump_tokens())?;
        }
    }
    Ok(())
}
