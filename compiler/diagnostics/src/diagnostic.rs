//! One diagnostic, as data. There is one way to build it, whoever has something to say: [`Diagnostic::new`] and what follows it.
//!
//! The type of places is a parameter: a lexer knows bytes but not the number of their file, and says so later by
//! [`Diagnostic::located`].

use hubbub_base::{FileId, Span};

use crate::{Kind, Severity};

/// Steps of a chain that are shown.
pub const FRAMES_MAX: usize = 5;

/// What a phase has to say about a place in the source.
#[derive(Clone, PartialEq, Debug)]
pub struct Diagnostic<S = Span> {
    /// The kind: code, severity, title, page.
    pub kind: Kind,
    /// What was found and then what was expected: lower case, no full stop, code in backquotes.
    pub message: String,
    /// The place; none where no file is concerned (an option, the linker).
    pub span: Option<S>,
    /// Further places, each with what is to be said about it. One whose span is [`Diagnostic::span`] labels that.
    pub labels: Vec<(S, String)>,
    /// Facts that explain the message.
    pub notes: Vec<String>,
    /// What to do about it.
    pub help: Vec<String>,
    /// What to do about it, as edits.
    pub fixes: Vec<Fix<S>>,
    /// How one got here, innermost first: instances of generics, imports, compile-time calls. At most [`FRAMES_MAX`].
    pub frames: Vec<Frame<S>>,
    /// How many steps were left out before the last one.
    pub frames_left_out: usize,
    /// Where it is sorted in, if not by its place, and behind what else of that place.
    order: Option<(Span, u32)>,
}

/// A change of the source that would mend a mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix<S = Span> {
    /// What the change does, worded as advice: "write `n - 1`".
    pub message: String,
    /// What to put where; an empty span inserts.
    pub edits: Vec<(S, String)>,
    /// Whether a program may apply it.
    pub applicability: Applicability,
}

/// Whether a program may apply a [`Fix`] unasked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Applicability {
    /// What is meant, surely: the result compiles.
    MachineApplicable,
    /// What may be meant.
    MaybeIncorrect,
    /// Holds something that a person must fill in.
    HasPlaceholders,
}

/// A step of the chain that led to a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame<S = Span> {
    /// "in the instance `max{String}`, asked for here".
    pub message: String,
    /// Where.
    pub span: S,
}

impl<S> Diagnostic<S> {
    /// A diagnostic at `span` (`None` where no file is concerned).
    pub fn new(kind: Kind, span: impl Into<Option<S>>, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            span: span.into(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fixes: Vec::new(),
            frames: Vec::new(),
            frames_left_out: 0,
            order: None,
        }
    }

    /// Says something about another place, or about the primary one.
    #[must_use]
    pub fn label(mut self, span: S, text: impl Into<String>) -> Self {
        self.labels.push((span, text.into()));
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

    /// Adds an edit that surely mends it: put `text` in the place of `span`.
    #[must_use]
    pub fn fix(self, message: impl Into<String>, span: S, text: impl Into<String>) -> Self {
        self.with_fix(Fix {
            message: message.into(),
            edits: vec![(span, text.into())],
            applicability: Applicability::MachineApplicable,
        })
    }

    /// Adds an edit that may be what is meant.
    #[must_use]
    pub fn maybe_fix(self, message: impl Into<String>, span: S, text: impl Into<String>) -> Self {
        self.with_fix(Fix {
            message: message.into(),
            edits: vec![(span, text.into())],
            applicability: Applicability::MaybeIncorrect,
        })
    }

    /// Adds edits.
    #[must_use]
    pub fn with_fix(mut self, fix: Fix<S>) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Adds a step of the chain that led here, innermost first.
    #[must_use]
    pub fn frame(mut self, span: S, message: impl Into<String>) -> Self {
        self.add_frame(Frame { message: message.into(), span });
        self
    }

    /// Adds a step of the chain. Of a long one the first steps and the last one stay, and the others are counted.
    pub fn add_frame(&mut self, frame: Frame<S>) {
        if self.frames.len() == FRAMES_MAX {
            self.frames.pop();
            self.frames_left_out += 1;
        }
        self.frames.push(frame);
    }

    /// The same with places of another type.
    pub fn located<T>(self, place: impl Fn(S) -> T) -> Diagnostic<T> {
        let pieces = |pieces: Vec<(S, String)>| pieces.into_iter().map(|(span, text)| (place(span), text)).collect();
        let fix =
            |fix: Fix<S>| Fix { message: fix.message, edits: pieces(fix.edits), applicability: fix.applicability };
        let frame = |frame: Frame<S>| Frame { message: frame.message, span: place(frame.span) };
        Diagnostic {
            kind: self.kind,
            message: self.message,
            span: self.span.map(&place),
            labels: pieces(self.labels),
            notes: self.notes,
            help: self.help,
            fixes: self.fixes.into_iter().map(fix).collect(),
            frames: self.frames.into_iter().map(frame).collect(),
            frames_left_out: self.frames_left_out,
            order: self.order,
        }
    }

    /// Error or warning.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Whether the program cannot be built because of it.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

impl Diagnostic {
    /// Sorts it with what stands at `place`, behind what has a lower number.
    #[must_use]
    pub fn ordered(mut self, place: Option<Span>, number: u32) -> Self {
        self.order = place.map(|place| (place, number));
        self
    }

    /// Where it stands among others: file, position and number.
    pub fn place(&self) -> Option<(FileId, u32, u32, u32)> {
        match self.order {
            Some((place, number)) => Some((place.file, place.start, place.end, number + 1)),
            None => self.span.map(|span| (span.file, span.start, span.end, 0)),
        }
    }

    /// Whether it says the same about the same place.
    pub fn is_same(&self, other: &Self) -> bool {
        let key = |it: &Self| (it.kind, it.span, it.place());
        key(self) == key(other) && self.message == other.message
    }
}
