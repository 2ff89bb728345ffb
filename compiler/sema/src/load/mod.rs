//! From file names to modules: reads files, parses them in parallel and follows their imports.
//!
//! Every file that is parsed starts the tasks of the files that it names; which of two imports comes first to a file does
//! not matter, because modules are numbered at the end, from the root in the order of the imports. Files are told
//! apart by their canonical paths. The core knows no disk: it asks a [`FileSystem`].
//!
//! Start with [`load`]; [`search`] finds the file of an import.

mod build;
mod embed;
pub mod file_system;
mod number;
mod search;

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use hashbrown::HashMap;
use hubbub_base::{Name, SourceMap, Table};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::condition::BuildConstants;
use hubbub_syntax::{NodeId, SyntaxError, Tree, View};
use rayon::prelude::*;

use crate::data::types::ModuleId;
use crate::names::collect::has_attribute;
use crate::store::decls::Import;

pub use embed::Embedded;
use file_system::Remembering;
pub use file_system::{FileSystem, MemoryFiles};

/// Items of a file that one task searches for imports at least.
const TASK_IMPORTS_MIN: usize = 64;

/// Where programs come from. The default's build is one without any options, which the Prelude wants to know something about.
#[derive(Clone, Debug)]
pub struct LoadOptions {
    /// The file of the root module.
    pub root: PathBuf,
    /// Folders searched behind the importing file's own, in this order.
    pub search: Vec<PathBuf>,
    /// The folder of the standard library, searched last.
    pub library: Option<PathBuf>,
    /// What the module `Build` and `#config` say.
    pub build: BuildConstants,
}

impl Default for LoadOptions {
    fn default() -> Self {
        let build = BuildConstants { constants: BuildConstants::plain(), ..BuildConstants::default() };
        Self { root: PathBuf::new(), search: Vec::new(), library: None, build }
    }
}

/// A program as it was loaded.
#[derive(Debug)]
pub struct LoadedProgram {
    /// The files; module n is file n.
    pub sources: SourceMap,
    /// The modules, the root first.
    pub modules: Table<ModuleId, LoadedModule>,
    /// The module that is imported everywhere (an empty one when the library has none).
    pub prelude: ModuleId,
    /// What the build says to its program.
    pub build: BuildConstants,
    /// What was wrong with files, their syntax and their imports.
    pub diagnostics: Vec<Diagnostic>,
}

/// A module as it was loaded.
#[derive(Debug)]
pub struct LoadedModule {
    /// Its name, unique in the program.
    pub name: Name,
    /// Its tree.
    pub tree: Tree,
    /// Its top-level items, without the branches of `#if` that are not taken.
    pub items: Vec<NodeId>,
    /// Its imports.
    pub imports: Vec<Import>,
    /// Files that its `#embed`s name, by node.
    pub embedded: Vec<(NodeId, Embedded)>,
    /// It belongs to the standard library.
    pub is_library: bool,
    /// It was found through a search folder: it belongs to somebody else.
    pub is_dependency: bool,
}

/// Loads a program. Whatever is wrong, a program comes back; the root module may be empty.
pub fn load(files: &dyn FileSystem, options: &LoadOptions) -> LoadedProgram {
    let files = &Remembering::new(files);
    let loader = Loader { files, options, slots: Mutex::default(), done: Mutex::default() };
    let root = files.canonical(&options.root);
    rayon::scope(|scope| {
        if let Some(root) = &root {
            loader.want(scope, root.clone());
        }
        if let Some(prelude) = loader.prelude_path() {
            loader.want(scope, prelude);
        }
    });
    let prelude = loader.prelude_path();
    let build = PathBuf::from(build::MODULE);
    let Loader { slots, done, .. } = loader;
    let slots = slots.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if slots.contains_key(&build) {
        done.push(Loaded::of_text(build, &build::module_text(&options.build)));
    }
    number::number(options, root, prelude, done)
}

/// A file that has been parsed.
struct Loaded {
    path: PathBuf,
    tree: Tree,
    items: Vec<NodeId>,
    imports: Vec<Wanted>,
    embedded: Vec<(NodeId, Embedded)>,
    errors: Vec<SyntaxError>,
    /// Why the file could not be read.
    problem: Option<String>,
}

/// An import and the file that it leads to.
struct Wanted {
    import: Import,
    path: Option<Found>,
}

/// The file of an import.
#[derive(Clone)]
struct Found {
    path: PathBuf,
    /// As people see it.
    shown: search::Place,
}

struct Loader<'l> {
    files: &'l dyn FileSystem,
    options: &'l LoadOptions,
    slots: Mutex<HashMap<PathBuf, (), foldhash::fast::FixedState>>,
    done: Mutex<Vec<Loaded>>,
}

impl Loader<'_> {
    fn prelude_path(&self) -> Option<PathBuf> {
        self.files.canonical(&self.options.library.as_ref()?.join("Prelude.hb"))
    }

    /// Starts the task of a file, unless it has been started.
    fn want<'s>(&'s self, scope: &rayon::Scope<'s>, path: PathBuf) {
        let mut slots = self.slots.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let is_new = slots.insert(path.clone(), ()).is_none();
        drop(slots);
        if is_new && path != Path::new(build::MODULE) {
            scope.spawn(move |scope| {
                let loaded = self.load_file(path);
                for wanted in loaded.imports.iter().filter_map(|wanted| wanted.path.as_ref()) {
                    self.want(scope, wanted.path.clone());
                }
                self.done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(loaded);
            });
        }
    }

    fn load_file(&self, path: PathBuf) -> Loaded {
        if let Some(parsed) = self.files.parsed(&path) {
            return self.follow(Loaded::of_parsed(path, parsed));
        }
        match self.files.read(&path) {
            Ok(bytes) => {
                let parsed = hubbub_syntax::parse(&bytes);
                drop(bytes);
                self.follow(Loaded::of_parsed(path, parsed))
            }
            Err(problem) => Loaded { problem: Some(problem), ..Loaded::of_text(path, "") },
        }
    }

    /// Decides `#if` and finds the files of the imports.
    fn follow(&self, mut loaded: Loaded) -> Loaded {
        let active = loaded.tree.active_items(&self.options.build);
        loaded.items = active.items;
        loaded.errors.extend(active.errors);
        let folder = loaded.path.parent().map(Path::to_owned).unwrap_or_default();
        loaded.embedded = embed::read(self.files, &loaded.tree, &folder);
        let tree = &loaded.tree;
        let followed = loaded.items.par_iter().with_min_len(TASK_IMPORTS_MIN).filter_map(|item| {
            let View::Import { alias, path, names, attributes } = tree.view(*item) else { return None };
            let import = Import {
                node: *item,
                module: None,
                alias,
                names: names.to_vec(),
                is_public: has_attribute(tree, attributes, "public"),
                is_used: false.into(),
            };
            Some((import, self.find_import(tree, path, &folder)))
        });
        for (import, found) in followed.collect::<Vec<_>>() {
            let path = found.unwrap_or_else(|error| {
                loaded.errors.push(*error);
                None
            });
            loaded.imports.push(Wanted { import, path });
        }
        loaded
    }

    /// The file that an import leads to; none where its path is no string, which the parser has reported.
    fn find_import(&self, tree: &Tree, path: NodeId, folder: &Path) -> Result<Option<Found>, Box<SyntaxError>> {
        let hubbub_syntax::Literal::String(name) = tree.literal(path) else { return Ok(None) };
        let name = String::from_utf8_lossy(&name).into_owned();
        match search::find(self.files, self.options, folder, &name) {
            Ok(found) => Ok(Some(found)),
            Err(problem) => Err(Box::new(problem.into_error(&name, tree.range(path)))),
        }
    }
}

impl Loaded {
    fn of_parsed(path: PathBuf, parsed: hubbub_syntax::Parsed) -> Self {
        let items = parsed.tree.items().to_vec();
        Loaded {
            path,
            tree: parsed.tree,
            items,
            imports: Vec::new(),
            embedded: Vec::new(),
            errors: parsed.errors,
            problem: None,
        }
    }

    fn of_text(path: PathBuf, text: &str) -> Self {
        Self::of_parsed(path, hubbub_syntax::parse(text.as_bytes()))
    }
}

/// The diagnostic for a file that cannot be read.
fn not_readable(path: &str, problem: &str) -> Diagnostic {
    Diagnostic::new(Kind::FileNotReadable, None, format!("`{path}` cannot be read: {problem}"))
}
