//! Prints the file given as the formatter writes it.
#![expect(clippy::disallowed_methods, reason = "it reads the file given")]

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        match hubbub_syntax::format::format(&std::fs::read_to_string(&path)?) {
            Ok(text) => print!("{text}"),
            Err(errors) => eprintln!("{path}: {} mistakes", errors.len()),
        }
    }
    Ok(())
}
