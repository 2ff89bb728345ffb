//! What goes to the terminal.

use std::io::{IsTerminal, Write};

use hubbub_base::SourceMap;
use hubbub_diagnostics::{Diagnostic, Options, json_all, render_all};
use hubbub_driver::Session;

use crate::cli::{Color, Common, MessageFormat};
use crate::usage;

/// Columns of a line where the terminal does not say.
const WIDTH: usize = 140;

/// Prints to standard output; status 1 if that fails, except that a reader may leave early (`hubbubc … | head`).
pub fn print(text: impl AsRef<[u8]>) -> u8 {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_ref()).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            let reason = hubbub_driver::output::explain(&error);
            usage::fail(1, &format!("standard output cannot be written: {reason}"), None)
        }
    }
}

/// Prints what a session has to say, and gives the status that goes with its result.
pub fn finish<T>(session: &Session, result: &Result<T, hubbub_driver::Stopped>, common: &Common) -> u8 {
    messages(&session.diagnostics, &session.sources, common);
    if common.timings {
        // Nobody listens if standard error is closed.
        let _ = std::io::stderr().write_all(session.timings.table(&session.sources).as_bytes());
    }
    u8::from(result.is_err())
}

/// Prints diagnostics; status 1 if there is an error among them.
pub fn messages(diagnostics: &[Diagnostic], sources: &SourceMap, common: &Common) -> u8 {
    let text = match common.message_format {
        MessageFormat::Json => json_all(diagnostics, sources),
        MessageFormat::Human => render_all(diagnostics, sources, style(common.color)),
    };
    // Nobody listens if standard error is closed; the status tells all the same.
    let _ = std::io::stderr().write_all(text.as_bytes());
    u8::from(diagnostics.iter().any(Diagnostic::is_error))
}

/// Whether standard error is a terminal that understands escapes.
pub fn is_terminal() -> bool {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stderr().is_terminal() && !is_dumb
}

fn style(color: Color) -> Options {
    let is_wanted = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            is_terminal() && !is_plain
        }
    };
    Options { color: is_wanted, ascii: !speaks_unicode(), width: WIDTH }
}

/// As the locale says, whose name holds its encoding; no locale at all is a container or a build machine, whose logs are UTF-8 these days.
pub fn speaks_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    locale.is_none_or(|locale| {
        let name = locale.to_ascii_lowercase();
        name.contains("utf-8") || name.contains("utf8")
    })
}
