//! What lexer and parser have to say: diagnostics with byte ranges, for a tree does not know its file's number.

use hubbub_base::{FileId, Span};
use hubbub_diagnostics::{Applicability, Diagnostic, Fix, Kind};

/// A range of bytes, from `.0` to before `.1`.
pub type ByteRange = (u32, u32);

/// A diagnostic of a file that has no number yet.
#[derive(Clone, PartialEq, Debug)]
pub struct SyntaxError {
    /// The kind.
    pub kind: Kind,
    /// What was found and what was expected.
    pub message: String,
    /// Where.
    pub range: ByteRange,
    /// Further places.
    pub labels: Vec<(ByteRange, String)>,
    /// Facts.
    pub notes: Vec<String>,
    /// Advice.
    pub help: Vec<String>,
    /// Edits that mend it.
    pub fixes: Vec<SyntaxFix>,
}

/// An edit that mends a mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxFix {
    /// What it does, worded as advice.
    pub message: String,
    /// The bytes to replace.
    pub range: ByteRange,
    /// What to put there.
    pub text: String,
    /// Whether a program may apply it.
    pub applicability: Applicability,
}

impl SyntaxError {
    /// An error at `range`.
    pub fn new(kind: Kind, range: ByteRange, message: impl Into<String>) -> Self {
        let (message, range) = (message.into(), (range.0, range.1.max(range.0)));
        Self { kind, message, range, labels: Vec::new(), notes: Vec::new(), help: Vec::new(), fixes: Vec::new() }
    }

    /// Says something about another place.
    #[must_use]
    pub fn label(mut self, range: ByteRange, text: impl Into<String>) -> Self {
        self.labels.push((range, text.into()));
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Adds advice.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds an edit that surely mends it.
    #[must_use]
    pub fn fix(self, message: impl Into<String>, range: ByteRange, text: impl Into<String>) -> Self {
        self.with_fix(message.into(), range, text.into(), Applicability::MachineApplicable)
    }

    /// Adds an edit that may be what is meant.
    #[must_use]
    pub fn maybe_fix(self, message: impl Into<String>, range: ByteRange, text: impl Into<String>) -> Self {
        self.with_fix(message.into(), range, text.into(), Applicability::MaybeIncorrect)
    }

    fn with_fix(mut self, message: String, range: ByteRange, text: String, applicability: Applicability) -> Self {
        self.fixes.push(SyntaxFix { message, range, text, applicability });
        self
    }

    /// The diagnostic, now that the file has a number.
    pub fn into_diagnostic(self, file: FileId) -> Diagnostic {
        let span = |range: ByteRange| Span::new(file, range.0, range.1);
        let mut diagnostic = Diagnostic::new(self.kind, span(self.range), self.message);
        diagnostic.labels = self.labels.into_iter().map(|(range, text)| (span(range), text)).collect();
        diagnostic.notes = self.notes;
        diagnostic.help = self.help;
        for SyntaxFix { message, range, text, applicability } in self.fixes {
            diagnostic = diagnostic.with_fix(Fix { message, edits: vec![(span(range), text)], applicability });
        }
        diagnostic
    }
}
