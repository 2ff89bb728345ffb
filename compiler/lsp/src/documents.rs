//! The documents that the editor has open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::Uri;

use crate::text::Text;

/// An open document.
#[derive(Clone, Debug)]
pub struct Document {
    /// As the editor names it.
    pub uri: Uri,
    /// Its version, as the editor counts.
    pub version: i32,
    /// Its text.
    pub text: Text,
}

/// All open documents by their canonical paths. Copies share the documents.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    open: Arc<BTreeMap<PathBuf, Arc<Document>>>,
}

impl Documents {
    /// The document at a path.
    pub fn get(&self, path: &Path) -> Option<&Arc<Document>> {
        self.open.get(path)
    }

    /// All, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&PathBuf, &Arc<Document>)> {
        self.open.iter()
    }

    /// Opens a document or changes it.
    pub fn set(&mut self, path: PathBuf, document: Document) {
        Arc::make_mut(&mut self.open).insert(path, Arc::new(document));
    }

    /// Closes a document.
    pub fn remove(&mut self, path: &Path) {
        Arc::make_mut(&mut self.open).remove(path);
    }
}
