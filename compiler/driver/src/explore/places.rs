//! Files by the paths that debug information has for them.

use hashbrown::HashMap;
use hubbub_base::{FileId, SourceMap};

use super::Place;

/// The files of a session by path.
pub struct Files<'s>(HashMap<&'s str, FileId>);

impl<'s> Files<'s> {
    pub fn new(sources: &'s SourceMap) -> Self {
        Self(sources.files.iter_ids().map(|(id, file)| (file.path.as_str(), id)).collect())
    }

    /// A place there; line 0 is none.
    pub fn place(&self, path: &str, line: u32) -> Option<Place> {
        let path = path.strip_prefix("./").unwrap_or(path);
        self.0.get(path).filter(|_| line > 0).map(|file| Place { file: *file, line })
    }
}
