//! Whole programs in the interpreter: `hubbubc run --eval`.

use std::ffi::OsString;
use std::io::{BufWriter, Stdout, Write};
use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;

use hubbub_base::{FileId, SourceMap, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_eval::{ENTRY, EvalError, Host, Interpreter, Limits, ProgramSource, Site, Storage};

use crate::session::{Lowered, Session, Stopped};

impl Session {
    /// Runs a program in the interpreter; gives its status.
    pub fn interpret(&mut self, lowered: Lowered, arguments: Vec<OsString>) -> Result<u8, Stopped> {
        let source = ProgramSource::new(lowered.program);
        let mut host = Terminal {
            out: BufWriter::new(std::io::stdout()),
            arguments: arguments.into_iter().map(OsStringExt::into_vec).collect(),
            sources: Arc::clone(&self.sources),
        };
        let limits = Limits { memory_bytes: self.options.compile_time.memory_bytes, ..Limits::of_program() };
        let outcome = Interpreter::new(&source, limits, &mut host, &Storage::default()).run_main();
        // As in a compiled program, what cannot be written is lost.
        let _ = host.out.flush();
        match outcome.error {
            Some(error) => Err(self.stop([explain(&error)])),
            None => Ok(outcome.status as u8),
        }
    }
}

/// The terminal that this process has.
struct Terminal {
    out: BufWriter<Stdout>,
    arguments: Vec<Vec<u8>>,
    sources: Arc<SourceMap>,
}

impl Host for Terminal {
    fn output(&mut self, bytes: &[u8]) {
        let _ = self.out.write_all(bytes);
    }

    fn error_output(&mut self, bytes: &[u8]) {
        // What was written before is seen before.
        let _ = self.out.flush();
        let _ = std::io::stderr().write_all(bytes);
    }

    fn is_own(&self, file: FileId) -> bool {
        self.sources.files.get(file).is_some_and(|file| !file.is_library)
    }

    fn arguments(&self) -> Vec<Vec<u8>> {
        self.arguments.clone()
    }

    fn locate(&self, file: FileId, at: u32) -> Option<(String, u32, u32)> {
        let file = self.sources.files.get(file)?;
        let (line, column) = file.line_column(at);
        Some((file.path.clone(), line, column))
    }
}

/// Says of freed memory that was used where it was made and where it was freed.
pub(crate) fn with_life(diagnostic: Diagnostic, error: &EvalError) -> Diagnostic {
    let Some(life) = error.life else { return diagnostic };
    let label = |diagnostic: Diagnostic, site: Option<Site>, what: &str| match site {
        Some((file, at)) => diagnostic.label(Span::new(file, at, at), what),
        None => diagnostic,
    };
    label(label(diagnostic, life.made, "the memory was allocated here"), life.freed, "it was freed here")
}

/// An error that only the interpreter knows.
fn explain(error: &EvalError) -> Diagnostic {
    // What calls `main` is not in the source.
    let in_source = error.frames.iter().filter(|frame| frame.symbol.as_str() != ENTRY);
    let spans = in_source.map(|frame| (Span::new(frame.file, frame.at, frame.at), frame.name));
    let innermost = spans.clone().next().map(|(span, _)| span);
    let diagnostic =
        Diagnostic::new(Kind::EvaluationFailed, innermost, format!("the program fails: {}", error.message));
    let diagnostic = with_life(diagnostic, error);
    spans.fold(diagnostic, |diagnostic, (span, name)| diagnostic.frame(span, format!("in `{name}`")))
}
