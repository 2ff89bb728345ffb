//! Mistakes on the command line: one clear message, exit status 2.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use hubbub_driver::{Allocator, Flavour, Level, Library, Overflow, Sanitizer};

/// Status of a command line that makes no sense.
pub const STATUS: u8 = 2;

/// Threads that can be asked for: more is a slip.
const THREADS_MAX: usize = 1024;

/// Prints an error that has no place in a source file, and gives back the status to end with.
pub fn fail(status: u8, message: &str, help: Option<&str>) -> u8 {
    let help = help.map(|help| format!("\n  = help: {help}")).unwrap_or_default();
    // Nobody listens if standard error is closed.
    let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("error: {message}{help}\n").as_bytes());
    status
}

/// What clap found, in our words; help and version are shown as asked.
pub fn explain(error: &clap::Error) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            0
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            STATUS
        }
        _ => fail(STATUS, &message(error), Some(&advice(error))),
    }
}

fn message(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => format!("unknown option `{argument}`"),
        ErrorKind::UnknownArgument => format!("unexpected argument `{argument}`"),
        ErrorKind::InvalidSubcommand => {
            let command = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("`{command}` is neither a command nor a file")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` needs a value"),
        ErrorKind::InvalidValue => format!("`{value}` is no value of `{argument}`"),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(|reason| format!(": {reason}")).unwrap_or_default();
            format!("`{value}` is no value of `{argument}`{reason}")
        }
        ErrorKind::ArgumentConflict => format!("`{argument}` is given twice, or does not go with another option"),
        ErrorKind::MissingRequiredArgument => format!("missing: {argument}"),
        ErrorKind::InvalidUtf8 => "an option is not valid UTF-8".to_owned(),
        _ => error.to_string().lines().next().unwrap_or("").trim_start_matches("error: ").to_owned(),
    }
}

fn advice(error: &clap::Error) -> String {
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = suggestion.into_iter().find_map(|kind| context(error, kind)) {
        return format!("did you mean `{near}`?");
    }
    match context(error, ContextKind::ValidValue) {
        Some(values) if !values.is_empty() => format!("it is one of {values}"),
        _ => "`hubbubc --help` shows commands and examples".to_owned(),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}

/// `static`, `shared`.
pub fn library(text: &str) -> Result<Library, String> {
    match text {
        "static" => Ok(Library::Static),
        "shared" => Ok(Library::Shared),
        _ => Err("it is static or shared".to_owned()),
    }
}

/// A path, which may be left out.
pub fn path(text: &str) -> Result<std::path::PathBuf, std::convert::Infallible> {
    Ok(text.into())
}

/// `name=value`.
pub fn definition(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        None if !text.is_empty() => Ok((text.to_owned(), "true".to_owned())),
        _ => Err("write NAME=VALUE".to_owned()),
    }
}

/// The number behind `--threads`.
pub fn threads(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|threads| *threads <= THREADS_MAX)
        .ok_or_else(|| format!("it is a number up to {THREADS_MAX}"))
}

/// A number with `k`, `M` or `G` behind it, of 1024 each: `64M`.
pub fn amount(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.char_indices().next_back() {
        Some((end, 'k' | 'K')) => (text.get(..end), 10),
        Some((end, 'm' | 'M')) => (text.get(..end), 20),
        Some((end, 'g' | 'G')) => (text.get(..end), 30),
        _ => (Some(text), 0),
    };
    let number: Option<u64> = digits.and_then(|digits| digits.parse().ok());
    number
        .and_then(|number| number.checked_mul(1 << shift))
        .ok_or_else(|| "write a number as 5000, 64M or 2G".to_owned())
}

/// The level behind `-O`.
pub fn level(text: &str) -> Result<Level, String> {
    one_of(text, [Level::O0, Level::O1, Level::O2, Level::O3, Level::Os, Level::Oz], |level| {
        level.name().trim_start_matches('O')
    })
}

/// The flavour behind `--runtime`.
pub fn flavour(text: &str) -> Result<Flavour, String> {
    one_of(text, [Flavour::Nostd, Flavour::Std, Flavour::None], Flavour::name)
}

/// The allocator behind `--allocator`.
pub fn allocator(text: &str) -> Result<Allocator, String> {
    one_of(text, Allocator::ALL, Allocator::name)
}

/// The mode behind `--overflow`.
pub fn overflow(text: &str) -> Result<Overflow, String> {
    one_of(text, [Overflow::Wrap, Overflow::Trap], |mode| match mode {
        Overflow::Wrap => "wrap",
        Overflow::Trap => "trap",
    })
}

/// The kind behind `--sanitize`.
pub fn sanitizer(text: &str) -> Result<Sanitizer, String> {
    one_of(text, Sanitizer::ALL, Sanitizer::name)
}

fn one_of<T: Copy, const N: usize>(text: &str, all: [T; N], name: fn(T) -> &'static str) -> Result<T, String> {
    let found = all.iter().copied().find(|value| name(*value) == text);
    found.ok_or_else(|| format!("it is one of {}", all.map(name).join(", ")))
}
