//! Files as the loader sees them: the open documents laid over the disk, each parsed once.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use hashbrown::HashMap;
use hubbub_driver::files::Disk;
use hubbub_sema::load::FileSystem;
use hubbub_syntax::Parsed;

use crate::documents::Documents;

/// Files that are remembered at most; when there are more, all are forgotten.
const FILES_MAX: usize = 1024;

/// What a tree was made of.
#[derive(Clone, Debug)]
enum Origin {
    /// The text of an open document.
    Open(Arc<str>),
    /// A file on disk, by when it was changed and how long it is.
    Disk(Option<SystemTime>, u64),
}

impl Origin {
    fn is_same(&self, other: &Origin) -> bool {
        match (self, other) {
            (Origin::Open(a), Origin::Open(b)) => Arc::ptr_eq(a, b),
            (Origin::Disk(Some(a), length), Origin::Disk(Some(b), other)) => a == b && length == other,
            _ => false,
        }
    }
}

/// Trees of files that have been parsed.
#[derive(Debug, Default)]
pub struct Parses {
    known: Mutex<HashMap<PathBuf, (Origin, Parsed)>>,
}

impl Parses {
    fn get(&self, path: &Path, origin: &Origin) -> Option<Parsed> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(path).filter(|(of, _)| of.is_same(origin)).map(|(_, parsed)| parsed.clone())
    }

    fn put(&self, path: &Path, origin: Origin, parsed: &Parsed) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= FILES_MAX {
            known.clear();
        }
        known.insert(path.to_owned(), (origin, parsed.clone()));
    }
}

/// The files of one moment.
#[derive(Clone, Copy, Debug)]
pub struct Overlay<'o> {
    /// What is open.
    pub documents: &'o Documents,
    /// What has been parsed before.
    pub parses: &'o Parses,
    /// A text that stands for that of one file, which is only looked at once.
    pub instead: Option<(&'o Path, &'o Arc<str>)>,
}

impl Overlay<'_> {
    fn open(&self, path: &Path) -> Option<&Arc<str>> {
        match self.instead {
            Some((own, text)) if own == path => Some(text),
            _ => self.documents.get(path).map(|document| document.text.text()),
        }
    }
}

impl FileSystem for Overlay<'_> {
    fn canonical(&self, path: &Path) -> Option<PathBuf> {
        if self.open(path).is_some() {
            return Some(path.to_owned());
        }
        Disk.canonical(path)
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, String> {
        match self.open(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => Disk.read(path),
        }
    }

    fn parsed(&self, path: &Path) -> Option<Parsed> {
        if let Some((own, text)) = self.instead
            && own == path
        {
            return Some(hubbub_syntax::parse_text(Arc::clone(text)));
        }
        let origin = match self.open(path) {
            Some(text) => Origin::Open(Arc::clone(text)),
            None => {
                let metadata = std::fs::metadata(path).ok()?;
                Origin::Disk(metadata.modified().ok(), metadata.len())
            }
        };
        if let Some(parsed) = self.parses.get(path, &origin) {
            return Some(parsed);
        }
        let parsed = match &origin {
            Origin::Open(text) => hubbub_syntax::parse_text(Arc::clone(text)),
            Origin::Disk(..) => hubbub_syntax::parse(&Disk.read(path).ok()?),
        };
        self.parses.put(path, origin, &parsed);
        Some(parsed)
    }
}
