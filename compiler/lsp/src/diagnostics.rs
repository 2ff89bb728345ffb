//! Diagnostics in the words of the protocol.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind, Severity};
use lsp_types::{
    CodeDescription, Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    NumberOrString, Range, Uri,
};

use crate::program::{Moment, Program};

/// Diagnostics of one file that are shown at most.
const OF_FILE_MAX: usize = 1000;

/// What is wrong in each file.
pub type ByPath = BTreeMap<PathBuf, Vec<Shown>>;

/// Adds what a program has to say; what another one has said of the same place is not said again. `root` is where things are shown that have no
/// place in a file of the user's.
pub fn add(moment: &Moment, program: &Program, root: &Path, pages: &Path, all: &mut ByPath) {
    for diagnostic in &program.diagnostics {
        let home = home(program, diagnostic);
        let path = home.and_then(|span| program.path(span.file)).unwrap_or(root);
        let shown = shown(moment, program, diagnostic, home, pages);
        let of_file = all.entry(path.to_owned()).or_default();
        if of_file.len() < OF_FILE_MAX && !of_file.contains(&shown) {
            of_file.push(shown);
        }
    }
}

/// Where a diagnostic is shown: at its place, but where that is in the library, at what led there.
pub fn home(program: &Program, diagnostic: &Diagnostic) -> Option<Span> {
    let is_own = |span: &Span| !program.is_library(span.file) && program.path(span.file).is_some();
    let steps = diagnostic.frames.iter().map(|frame| frame.span);
    let labels = diagnostic.labels.iter().map(|(span, _)| *span);
    diagnostic.span.into_iter().chain(steps).chain(labels).find(is_own)
}

fn shown(moment: &Moment, program: &Program, diagnostic: &Diagnostic, home: Option<Span>, pages: &Path) -> Shown {
    Shown {
        range: home.and_then(|span| program.range(span)).unwrap_or_default(),
        severity: Some(severity(diagnostic.severity())),
        code: Some(NumberOrString::String(diagnostic.kind.code().to_owned())),
        code_description: page(pages, diagnostic.kind).map(|href| CodeDescription { href }),
        source: Some("hubbubc".to_owned()),
        message: message(diagnostic),
        related_information: Some(related(moment, program, diagnostic, home)).filter(|related| !related.is_empty()),
        tags: tag(diagnostic.kind).map(|tag| vec![tag]),
        data: None,
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}

/// The page that `hubbubc explain` shows, where the installation has it as a file.
fn page(pages: &Path, kind: Kind) -> Option<Uri> {
    let path = pages.join(kind.code()).with_extension("md");
    let uri = crate::paths::uri_of(&path).filter(|_| path.is_file())?;
    Uri::from_str(uri.as_str()).ok()
}

/// The message with what the terminal shows below it.
fn message(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    let mut line = |what: &str, said: &str| {
        text.push('\n');
        text.push_str(what);
        text.push_str(said);
    };
    for (_, label) in diagnostic.labels.iter().filter(|(span, _)| Some(*span) == diagnostic.span) {
        line("", label);
    }
    for note in &diagnostic.notes {
        line("note: ", note);
    }
    for help in diagnostic.help.iter().chain(diagnostic.fixes.iter().map(|fix| &fix.message)) {
        line("help: ", help);
    }
    text
}

/// The other places: labels, and the steps that led there.
fn related(
    moment: &Moment,
    program: &Program,
    diagnostic: &Diagnostic,
    home: Option<Span>,
) -> Vec<DiagnosticRelatedInformation> {
    let elsewhere = diagnostic.span.filter(|span| Some(*span) != home).map(|span| (span, "it is here"));
    let labels = diagnostic.labels.iter().filter(|(span, _)| Some(*span) != diagnostic.span);
    let labels = labels.map(|(span, text)| (*span, text.as_str()));
    let steps = diagnostic.frames.iter().map(|frame| (frame.span, frame.message.as_str()));
    let places = elsewhere.into_iter().chain(labels).chain(steps);
    let information = |(span, message): (Span, &str)| {
        let location = program.location(moment, span)?;
        Some(DiagnosticRelatedInformation { location, message: message.to_owned() })
    };
    places.filter_map(information).collect()
}

fn tag(kind: Kind) -> Option<DiagnosticTag> {
    match kind {
        Kind::UnusedLocal | Kind::UnusedParameter | Kind::UnusedImport | Kind::UnreachableCode => {
            Some(DiagnosticTag::UNNECESSARY)
        }
        Kind::Deprecated => Some(DiagnosticTag::DEPRECATED),
        _ => None,
    }
}

/// Whether two ranges have a place in common.
pub fn touches(a: Range, b: Range) -> bool {
    a.start <= b.end && b.start <= a.end
}
