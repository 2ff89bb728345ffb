//! `hubbubc explain CODE`: the page of a diagnostic; without a code, the list of all.

use std::fmt::Write;

use hubbub_diagnostics::Kind;
use hubbub_diagnostics::suggest::{did_you_mean, nearest};

use crate::cli::Explain;
use crate::{report, usage};

/// Shows a page.
pub fn run(options: &Explain) -> u8 {
    let Some(code) = &options.code else { return report::print(list()) };
    match Kind::from_code(code) {
        Some(kind) => report::print(kind.page()),
        None => {
            let wanted = code.to_uppercase();
            let near = nearest(&wanted, Kind::ALL.iter().map(|kind| kind.code()));
            let advice = did_you_mean(&near).unwrap_or_else(|| "`hubbubc explain` lists them all".to_owned());
            usage::fail(usage::STATUS, &format!("there is no diagnostic `{code}`"), Some(&advice))
        }
    }
}

fn list() -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{}  {}", kind.code(), kind.title());
    }
    text
}
