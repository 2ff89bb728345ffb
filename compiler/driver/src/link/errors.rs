//! What the linker says, told at the declaration that asked.

use hubbub_diagnostics::{Diagnostic, Kind, arrange};

use super::Request;
use crate::options::Flavour;

/// Lines of the linker's that are shown when nothing in them is understood.
const LINES_MAX: usize = 12;

/// Diagnostics for the messages of `ld.lld`.
pub fn translate(messages: &str, request: &Request<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for line in messages.lines() {
        let Some((_, message)) = line.split_once("error: ") else { continue };
        if let Some(symbol) = message.strip_prefix("undefined symbol: ") {
            diagnostics.push(undefined(symbol, request));
        } else if let Some(symbol) = message.strip_prefix("duplicate symbol: ") {
            let span = (request.declaration)(symbol);
            let text = format!("the symbol `{symbol}` is defined twice in what is linked");
            let help = "give one of them another name: `#export \"name\"` names the symbol of a declaration";
            diagnostics.push(Diagnostic::new(Kind::LinkFailed, span, text).help(help));
        }
    }
    let mut diagnostics = arrange(diagnostics);
    diagnostics.dedup();
    if diagnostics.is_empty() {
        diagnostics.push(untranslated(messages));
    }
    diagnostics
}

fn undefined(symbol: &str, request: &Request<'_>) -> Diagnostic {
    let span = (request.declaration)(symbol);
    let mut libraries: Vec<String> = request.libraries.iter().map(|(name, _)| format!("`{name}`")).collect();
    let has_runtime = request.options.flavour != Flavour::None;
    if has_runtime {
        libraries.push("the C library".to_owned());
    }
    if !has_runtime && symbol.starts_with("__") {
        let text = format!("the processor needs `{symbol}` for an operation, and a program without a runtime has none");
        let help = format!(
            "define it: `#export \"{symbol}\"` behind a procedure; or link a library of a C compiler that has it"
        );
        return Diagnostic::new(Kind::LinkFailed, span, text).help(help);
    }
    if !has_runtime && symbol.starts_with("hb_") {
        let text = format!("`{symbol}` belongs to the runtime, and this program has none");
        let help = format!("do without what asks for it, or define it: `#export \"{symbol}\"` behind a procedure");
        return Diagnostic::new(Kind::LinkFailed, span, text).help(help);
    }
    let text = format!("the foreign symbol `{symbol}` is in none of the libraries that are linked");
    let diagnostic = Diagnostic::new(Kind::LinkFailed, span, text);
    let linked = if libraries.is_empty() { "nothing".to_owned() } else { libraries.join(", ") };
    let diagnostic = diagnostic.note(format!("what is linked: {linked}"));
    diagnostic.help("name the library that has it with `#foreign-library \"name\"`, or its symbol behind `#foreign`")
}

fn untranslated(messages: &str) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(Kind::LinkFailed, None, "the linker failed");
    for line in messages.lines().filter(|line| !line.trim().is_empty()).take(LINES_MAX) {
        diagnostic = diagnostic.note(line.to_owned());
    }
    diagnostic
}
