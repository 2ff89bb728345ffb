//! A program as the checker has seen it, for one open document as its main module, and places in it.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use hubbub_base::{FileId, SourceMap, Span};
use hubbub_diagnostics::Diagnostic;
use hubbub_driver::{Options, Session};
use hubbub_sema::Sema;
use hubbub_sema::record::{Note, Wanted};
use hubbub_sema::session::Options as Checks;
use lsp_types::{Location, Range, Uri};

use crate::documents::Documents;
use crate::files::{Overlay, Parses};
use crate::paths;
use crate::text::{Encoding, Text};

/// What decides how programs are checked and answers given.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How places are counted.
    pub encoding: Encoding,
    /// Folders searched for modules, behind that of the importing file.
    pub module_folders: Vec<PathBuf>,
    /// Values for `#config`.
    pub defines: Vec<(String, String)>,
    /// The folders that the editor has open.
    pub workspace: Vec<PathBuf>,
    /// Whether the editor takes edits together with the version of the document that they are for.
    pub has_versioned_edits: bool,
}

/// All that an answer depends on, as it was at one moment.
#[derive(Clone, Debug, Default)]
pub struct Moment {
    /// Counts changes of any kind.
    pub revision: u64,
    /// Counts those that are not changes of an open text: files on disk, what is open, settings.
    pub generation: u64,
    /// What is open.
    pub documents: Documents,
    /// How to check.
    pub settings: Arc<Settings>,
}

impl Moment {
    /// The files of this moment.
    pub fn files<'o>(&'o self, parses: &'o Parses) -> Overlay<'o> {
        Overlay { documents: &self.documents, parses, instead: None }
    }

    /// The name by which the editor knows a file.
    pub fn uri(&self, path: &Path) -> Option<Uri> {
        match self.documents.get(path) {
            Some(document) => Some(document.uri.clone()),
            None => paths::uri_of(path),
        }
    }

    /// A session of the driver with `root` as the main module.
    pub fn session(&self, root: &Path) -> Session {
        let mut options = Options::new(root.to_owned());
        options.module_folders.clone_from(&self.settings.module_folders);
        options.defines.clone_from(&self.settings.defines);
        let mut session = Session::new(options);
        // An editor shows each file by itself.
        session.tells_importers = false;
        session
    }
}

/// A checked program.
pub struct Program {
    /// What the checker knows; nothing where the text is nested too deep to be looked at.
    pub sema: Option<Sema>,
    /// What names mean, by file and place.
    pub notes: Vec<Note>,
    /// The files.
    pub sources: Arc<SourceMap>,
    /// What there is to say.
    pub diagnostics: Vec<Diagnostic>,
    files: Vec<ProgramFile>,
    generation: u64,
    encoding: Encoding,
}

/// A file of a program.
struct ProgramFile {
    /// Nothing for what the compiler itself has made.
    path: Option<PathBuf>,
    /// The text if it was open.
    open: Option<Arc<str>>,
    lines: OnceLock<Text>,
}

impl Program {
    /// Checks the program whose main module is at `root`. Once `is_cancelled` is set it ends soon, with what it has.
    pub fn check(moment: &Moment, parses: &Parses, root: &Path, checks: Checks) -> Self {
        let mut session = moment.session(root);
        let sema = session.analyze(&moment.files(parses), checks);
        Self::of(moment, session, sema)
    }

    /// What has come of a session.
    pub fn of(moment: &Moment, session: Session, sema: Option<Sema>) -> Self {
        let library = session.sysroot.stdlib();
        let sources = session.sources;
        let file = |file: &hubbub_base::SourceFile| {
            let path = path_of(Path::new(&file.path), file.is_library, &library);
            let open = path.as_deref().and_then(|path| moment.documents.get(path));
            ProgramFile { open: open.map(|open| Arc::clone(open.text.text())), path, lines: OnceLock::new() }
        };
        Self {
            notes: sema.as_ref().map(Sema::notes).unwrap_or_default(),
            sema,
            files: sources.files.iter().map(file).collect(),
            sources,
            diagnostics: session.diagnostics,
            generation: moment.generation,
            encoding: moment.settings.encoding,
        }
    }

    /// Whether a check now would find the same.
    pub fn is_current(&self, moment: &Moment) -> bool {
        let is_same = |file: &ProgramFile| {
            let now = file.path.as_deref().and_then(|path| moment.documents.get(path));
            match (&file.open, now) {
                (Some(then), Some(now)) => Arc::ptr_eq(then, now.text.text()),
                (None, None) => true,
                _ => false,
            }
        };
        self.generation == moment.generation && self.files.iter().all(is_same)
    }

    /// The path of a file; nothing for what the compiler itself has made.
    pub fn path(&self, file: FileId) -> Option<&Path> {
        self.files.get(hubbub_base::table::Id::index(file))?.path.as_deref()
    }

    /// The file at a path.
    pub fn file(&self, path: &Path) -> Option<FileId> {
        let index = self.files.iter().position(|file| file.path.as_deref() == Some(path))?;
        Some(hubbub_base::table::Id::from_index(index))
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> Option<&Text> {
        let source = self.sources.files.get(file)?;
        let known = self.files.get(hubbub_base::table::Id::index(file))?;
        Some(known.lines.get_or_init(|| Text::new(Arc::clone(&source.text))))
    }

    /// Whether a file belongs to the standard library.
    pub fn is_library(&self, file: FileId) -> bool {
        self.sources.files.get(file).is_some_and(|file| file.is_library)
    }

    /// The range of a span within its file.
    pub fn range(&self, span: Span) -> Option<Range> {
        Some(self.text(span.file)?.range(span.start, span.end, self.encoding))
    }

    /// Where a span is.
    pub fn location(&self, moment: &Moment, span: Span) -> Option<Location> {
        Some(Location { uri: moment.uri(self.path(span.file)?)?, range: self.range(span)? })
    }
}

/// The file behind the path that messages show.
fn path_of(shown: &Path, is_library: bool, library: &Path) -> Option<PathBuf> {
    if shown.starts_with("<Build>") {
        return None;
    }
    let path = match shown.strip_prefix("stdlib") {
        Ok(rest) if is_library => library.join(rest),
        _ => shown.to_owned(),
    };
    Some(paths::canonical(&path))
}

/// Checks that keep what names mean and can be told to end.
pub fn checks(is_cancelled: &Arc<AtomicBool>) -> Checks {
    Checks { is_cancelled: Some(Arc::clone(is_cancelled)), record: Some(Wanted::default()), ..Checks::default() }
}
