//! Examples in the documentation of a module, and the program that runs one of them, by its number.
//!
//! Each example is a file, which the program imports; its messages stand for places in the module (see [`hubbub_syntax::examples`]). Starting
//! them and comparing what they print is the command's part. Start with [`Examples::find`].

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hubbub_base::{SourceFile, SourceMap};
use hubbub_diagnostics::Diagnostic;
use hubbub_syntax::examples::{examples, missing};

use crate::files;

pub use hubbub_syntax::examples::Example;

/// The main module of the program.
pub const MAIN: &str = "examples.hb";

/// The examples of a module.
#[derive(Debug, Default)]
pub struct Examples {
    /// The name by which it is imported, as `Shapes`, `Dir/Shapes`.
    pub module: String,
    /// Its file.
    pub path: PathBuf,
    /// In the order of the file.
    pub examples: Vec<Example>,
    /// The public procedures that have none, with their lines.
    pub missing: Vec<(String, usize)>,
    /// Why nothing was found.
    pub diagnostics: Vec<Diagnostic>,
    /// The file, for the diagnostics.
    pub sources: SourceMap,
}

impl Examples {
    /// Looks for the examples of a file.
    pub fn find(path: &Path, module: &str) -> Self {
        let mut found = Self { module: module.to_owned(), path: path.to_owned(), ..Self::default() };
        let parsed = match files::parse(path) {
            Ok(parsed) => parsed,
            Err(problem) => {
                found.diagnostics.push(*problem);
                return found;
            }
        };
        if parsed.errors.is_empty() {
            found.examples = examples(&parsed.tree);
            found.missing = missing(&parsed.tree);
        }
        let source = SourceFile::new(path.display().to_string(), Arc::clone(parsed.tree.text()));
        let file = found.sources.files.push(source);
        found.diagnostics.extend(parsed.diagnostics(file));
        found
    }

    /// What people call an example.
    pub fn title(&self, example: &Example) -> String {
        let name = self.short_name();
        match example.subject.as_str() {
            "" => format!("{name}, line {}", example.line),
            subject if subject.starts_with(char::is_alphabetic) => format!("{name}.{subject}, line {}", example.line),
            operator => format!("{name} {operator}, line {}", example.line),
        }
    }

    /// The files of a program that runs the example whose number is its argument; the main module comes first.
    pub fn program(&self, wanted: &[usize]) -> Vec<(String, String)> {
        let (mut imports, mut cases, mut files) = (String::new(), String::new(), Vec::new());
        for number in wanted {
            let Some(example) = self.examples.get(*number) else { continue };
            imports.push_str(&format!("Example_{number} :: #import \"example-{number}\"\n"));
            cases.push_str(&format!("    case \"{number}\" => Example_{number}.{}()\n", example.entry));
            files.push((format!("example-{number}.hb"), format!("{}{}", example.code, self.imports(example))));
        }
        let main = format!(
            "{imports}\nmain :: (arguments: Slice{{String}})\n    match arguments[1]\n{cases}    else\n    end\nend\n"
        );
        files.insert(0, (MAIN.to_owned(), main));
        files
    }

    /// The example that a file of the program is made from.
    pub fn number_of(path: &str) -> Option<usize> {
        Path::new(path).file_stem()?.to_str()?.strip_prefix("example-")?.parse().ok()
    }

    /// The files of a program, with the module in the place of those that are made from it.
    pub fn mapped(&self, sources: &SourceMap) -> SourceMap {
        let mut mapped = SourceMap::default();
        let own = self.sources.files.iter().next();
        for file in sources.files.iter() {
            let shown = own.filter(|_| Self::number_of(&file.path).is_some()).unwrap_or(file);
            mapped.files.push(SourceFile::new(shown.path.clone(), Arc::clone(&shown.text)));
        }
        mapped
    }

    /// What an example sees without an import of its own: the module, and the one whose part it is, as `Shapes` for `Shapes/Circles`.
    fn imports(&self, example: &Example) -> String {
        // Everybody sees the Prelude.
        if self.is_prelude() {
            return String::new();
        }
        let own = Some(format!("{} :: #import \"{}\"\n", self.short_name(), self.module));
        let whole = self.whole().map(|name| format!("{name} :: #import \"{name}\"\n"));
        own.into_iter().chain(whole).filter(|import| !example.code.contains(import)).collect()
    }

    /// The module in the folder above that has the name of this one's folder.
    fn whole(&self) -> Option<&str> {
        let folder = self.path.parent().filter(|folder| folder.with_extension("hb").is_file())?;
        folder.file_name()?.to_str()
    }

    /// The Prelude, or one of its other files.
    fn is_prelude(&self) -> bool {
        let folder = self.path.parent().and_then(Path::file_name);
        self.module == "Prelude" || folder.is_some_and(|folder| folder == "Prelude")
    }

    fn short_name(&self) -> &str {
        self.module.rsplit('/').next().unwrap_or(&self.module)
    }
}
