//! Documentation of modules, from their files.

use std::path::Path;

use hubbub_base::{FileId, SourceFile, SourceMap};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_sema::load::FileSystem;
use hubbub_syntax::document;

use crate::files::Disk;

/// What came of documenting some files.
#[derive(Debug, Default)]
pub struct Documented {
    /// The name of each module, its first sentence, its page.
    modules: Vec<(String, String, String)>,
    /// What is wrong with others.
    pub diagnostics: Vec<Diagnostic>,
    /// The files, for the diagnostics.
    pub sources: SourceMap,
}

impl Documented {
    /// Adds a module. `is_alone` says that its page is the whole text.
    pub fn file(&mut self, path: &Path, name: &str, is_alone: bool) {
        let bytes = match Disk.read(path) {
            Ok(bytes) => bytes,
            Err(problem) => {
                let message = format!("`{}` cannot be read: {problem}", path.display());
                return self.diagnostics.push(Diagnostic::new(Kind::FileNotReadable, None, message));
            }
        };
        let parsed = hubbub_syntax::parse(&bytes);
        if parsed.errors.is_empty() {
            let page = document::markdown(&parsed.tree, name, if is_alone { 1 } else { 2 });
            return self.modules.push((name.to_owned(), document::summary(&parsed.tree), page));
        }
        let source = SourceFile::new(path.display().to_string(), parsed.tree.text().clone());
        let file: FileId = self.sources.files.push(source);
        self.diagnostics.extend(parsed.diagnostics(file));
    }

    /// The page of the only module, or the list of all and their pages.
    pub fn markdown(&self) -> String {
        if let [(_, _, page)] = self.modules.as_slice()
            && page.starts_with("# ")
        {
            return page.clone();
        }
        let mut text = "# Modules\n\n| module | |\n| --- | --- |\n".to_owned();
        for (name, summary, _) in &self.modules {
            let anchor = name.to_lowercase().replace('/', "");
            text.push_str(&format!("| [{name}](#{anchor}) | {} |\n", summary.replace('|', "\\|")));
        }
        for (_, _, page) in &self.modules {
            text.push('\n');
            text.push_str(page);
        }
        text
    }
}
