//! What the loader asks of a disk, one in memory for tests, and one that asks a question only once.

use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use hashbrown::HashMap;
use hubbub_syntax::Parsed;
use indexmap::IndexMap;

/// Files, as the loader sees them.
pub trait FileSystem: Send + Sync {
    /// The absolute path of an existing file or folder, with all links followed.
    fn canonical(&self, path: &Path) -> Option<PathBuf>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// Why it cannot be read, for people.
    fn read(&self, path: &Path) -> Result<Vec<u8>, String>;

    /// What parsing a file gives, from those who know it already: who checks many programs need not parse the library for each.
    fn parsed(&self, path: &Path) -> Option<Parsed> {
        let _ = path;
        None
    }
}

/// Files in memory. A link is a path that leads to another path.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    files: IndexMap<PathBuf, String>,
    links: IndexMap<PathBuf, PathBuf>,
}

impl MemoryFiles {
    /// Adds a file.
    #[must_use]
    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.files.insert(PathBuf::from(path), text.to_owned());
        self
    }

    /// Adds a link.
    #[must_use]
    pub fn link(mut self, path: &str, target: &str) -> Self {
        self.links.insert(PathBuf::from(path), PathBuf::from(target));
        self
    }
}

impl FileSystem for MemoryFiles {
    fn canonical(&self, path: &Path) -> Option<PathBuf> {
        let mut plain = PathBuf::new();
        for component in path.components() {
            match component {
                Component::CurDir => {}
                Component::ParentDir => {
                    plain.pop();
                }
                other => plain.push(other),
            }
            if let Some(target) = self.links.get(&plain) {
                plain.clone_from(target);
            }
        }
        let exists = self.files.keys().any(|file| file.starts_with(&plain));
        exists.then_some(plain)
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, String> {
        match self.files.get(path) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => Err("no such file".to_owned()),
        }
    }
}

/// Another one, of which canonical paths are asked only once each: many files import the same modules and stand in the same
/// folders, and every answer costs a system call for each folder on the way.
pub(super) struct Remembering<'f> {
    files: &'f dyn FileSystem,
    canonical: Mutex<HashMap<PathBuf, Option<PathBuf>, foldhash::fast::FixedState>>,
}

impl<'f> Remembering<'f> {
    pub(super) fn new(files: &'f dyn FileSystem) -> Self {
        Self { files, canonical: Mutex::default() }
    }
}

impl FileSystem for Remembering<'_> {
    fn canonical(&self, path: &Path) -> Option<PathBuf> {
        let known = self.canonical.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        known.unwrap_or_else(|| {
            let found = self.files.canonical(path);
            self.canonical.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), found.clone());
            found
        })
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, String> {
        self.files.read(path)
    }

    fn parsed(&self, path: &Path) -> Option<Parsed> {
        self.files.parsed(path)
    }
}
