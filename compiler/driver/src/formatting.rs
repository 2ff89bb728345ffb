//! Files, formatted in place.

use std::path::{Path, PathBuf};

use hubbub_base::{FileId, SourceFile, SourceMap};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_sema::load::FileSystem;
use hubbub_syntax::format;

use crate::files::Disk;
use crate::output::{self, Permission};

/// What came of formatting some files.
#[derive(Debug, Default)]
pub struct Formatted {
    /// Files that were not formatted before, in order.
    pub changed: Vec<PathBuf>,
    /// What is wrong with the others.
    pub diagnostics: Vec<Diagnostic>,
    /// The files, for the diagnostics.
    pub sources: SourceMap,
}

impl Formatted {
    /// Formats a file, or only notes whether that would change it.
    pub fn file(&mut self, path: &Path, is_check: bool) {
        let bytes = match Disk.read(path) {
            Ok(bytes) => bytes,
            Err(problem) => {
                let message = format!("`{}` cannot be read: {problem}", path.display());
                return self.diagnostics.push(Diagnostic::new(Kind::FileNotReadable, None, message));
            }
        };
        match self.text(&path.display().to_string(), &bytes) {
            Some(text) if text.as_bytes() == bytes => {}
            Some(text) => {
                if !is_check && let Err(error) = output::write(path, Permission::Plain, &mut text.as_bytes()) {
                    let message = format!("`{}` cannot be written: {}", path.display(), output::explain(&error));
                    return self.diagnostics.push(Diagnostic::new(Kind::OutputNotWritable, None, message));
                }
                self.changed.push(path.to_owned());
            }
            None => {}
        }
    }

    /// A text, formatted; nothing if it has errors, which are noted.
    pub fn text(&mut self, name: &str, bytes: &[u8]) -> Option<String> {
        let source = hubbub_syntax::lexer::decode(bytes);
        let errors = match std::str::from_utf8(bytes) {
            Ok(text) => match format::format(text) {
                Ok(text) => return Some(text),
                Err(errors) => errors,
            },
            Err(_) => hubbub_syntax::parse_source(&source).errors,
        };
        let file: FileId = self.sources.files.push(SourceFile::new(name, source.text));
        self.diagnostics.extend(errors.into_iter().map(|error| hubbub_syntax::in_file(error, file)));
        None
    }
}
