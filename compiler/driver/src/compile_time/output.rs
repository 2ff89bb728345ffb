//! What compile-time code prints: notes of the compiler, a line each, in the order in which it was written.
//!
//! An execution may happen several times, on any thread: its notes are sorted by the place that asked for it, and equal ones are one.

use hubbub_base::{FileId, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_eval::{Host, SystemCall, SystemRequest};
use hubbub_sema::session::Sema;

use super::system::System;

/// Bytes of output that are kept; more is counted only.
const BYTES_MAX: usize = 64 * 1024;

/// A line, perhaps unfinished, and where its first piece was written.
struct Line {
    text: Vec<u8>,
    place: Option<Span>,
}

/// The host of compile-time code: it has a terminal to write to, and nothing else.
pub struct Output<'s> {
    sema: &'s Sema,
    lines: Vec<Line>,
    bytes: usize,
    lost: usize,
    /// What `--allow-run io` grants.
    system: Option<System>,
}

impl<'s> Output<'s> {
    /// Nothing has been written.
    pub fn new(sema: &'s Sema, allow_io: bool) -> Self {
        let system = allow_io.then(System::default);
        Self { sema, lines: Vec::new(), bytes: 0, lost: 0, system }
    }

    /// Hands the lines to the checker, which shows them with its diagnostics. `asked` is the place of the constant or `#run`.
    pub fn report(self, asked: Option<Span>) {
        for (number, line) in (0..).zip(&self.lines) {
            let text = String::from_utf8_lossy(&line.text);
            let place = line.place.or(asked);
            let note = Diagnostic::new(Kind::CompileTimeOutput, place, text.trim_end_matches(['\n', '\r']));
            self.sema.report(note.ordered(asked, number));
        }
        if self.lost > 0 {
            let message = format!("… and {} more bytes", self.lost);
            let number = self.lines.len() as u32;
            self.sema.report(Diagnostic::new(Kind::CompileTimeOutput, asked, message).ordered(asked, number));
        }
    }

    fn keep(&mut self, bytes: &[u8], place: Option<Span>) {
        if self.bytes + bytes.len() > BYTES_MAX {
            self.lost += bytes.len();
            return;
        }
        self.bytes += bytes.len();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            match self.lines.last_mut().filter(|line| line.text.last() != Some(&b'\n')) {
                Some(line) => line.text.extend_from_slice(piece),
                None => self.lines.push(Line { text: piece.to_vec(), place }),
            }
        }
    }
}

impl Host for Output<'_> {
    fn output(&mut self, bytes: &[u8]) {
        self.keep(bytes, None);
    }

    fn error_output(&mut self, bytes: &[u8]) {
        self.keep(bytes, None);
    }

    /// The innermost place outside of the Prelude is the line that the user wrote.
    fn output_from(&mut self, bytes: &[u8], _is_error: bool, mut calls: &mut dyn Iterator<Item = (FileId, u32)>) {
        let place =
            (&mut calls).find(|(file, _)| !self.sema.is_prelude_file(*file)).map(|(file, at)| Span::new(file, at, at));
        self.keep(bytes, place);
    }

    /// A module that somebody else has written has no part in what is granted, and nobody can be made to ask for it.
    fn system(
        &mut self,
        request: &mut SystemRequest,
        mut calls: &mut dyn Iterator<Item = (FileId, u32)>,
    ) -> Result<i64, String> {
        let Some(system) = &mut self.system else {
            return Err("it cannot reach files, the clock or other processes".to_owned());
        };
        if request.call == SystemCall::Processes {
            return Err("it cannot reach processes, whatever is granted".to_owned());
        }
        let modules = &self.sema.modules;
        let other = (&mut calls)
            .find_map(|(file, _)| modules.iter().find(|module| module.file == file && module.is_dependency));
        if let Some(module) = other {
            return Err(format!(
                "files and the clock are granted to the program, not to its dependency `{}`",
                module.name
            ));
        }
        if request.call == SystemCall::Write && matches!(request.numbers, [1 | 2, ..]) {
            let written = request.buffer.clone();
            self.keep(&written, None);
            return Ok(written.len() as i64);
        }
        Ok(system.call(request))
    }

    fn environment(&self) -> Vec<Vec<u8>> {
        let variables = self.system.iter().flat_map(|_| std::env::vars_os());
        variables.map(|(name, value)| [name.as_encoded_bytes(), b"=", value.as_encoded_bytes()].concat()).collect()
    }

    fn is_own(&self, file: FileId) -> bool {
        self.sema.sources.files.get(file).is_some_and(|file| !file.is_library)
    }

    fn arguments(&self) -> Vec<Vec<u8>> {
        Vec::new()
    }

    fn locate(&self, file: FileId, at: u32) -> Option<(String, u32, u32)> {
        let file = self.sema.sources.files.get(file)?;
        let (line, column) = file.line_column(at);
        Some((file.path.clone(), line, column))
    }
}
