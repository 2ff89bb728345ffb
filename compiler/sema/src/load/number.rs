//! Numbers the modules: the root first, then breadth first in the order of the imports, the Prelude last of all that nobody imports.
//!
//! So numbers, names and shown paths depend on the program alone, not on which file was read first.

use std::path::{Path, PathBuf};

use hashbrown::HashMap;
use hubbub_base::{FileId, Name, SourceFile, SourceMap, Span, Table};
use hubbub_syntax::condition::BuildConstants;
use hubbub_syntax::in_file;

use super::search::Place;
use super::{LoadOptions, Loaded, LoadedModule, LoadedProgram, Wanted, not_readable};
use crate::data::types::ModuleId;

type Paths = HashMap<PathBuf, ModuleId, foldhash::fast::FixedState>;

/// A module's name and path as people see them.
struct Shown {
    name: String,
    path: PathBuf,
    is_library: bool,
    is_dependency: bool,
}

pub(super) fn number(
    options: &LoadOptions,
    root: Option<PathBuf>,
    prelude: Option<PathBuf>,
    done: Vec<Loaded>,
) -> LoadedProgram {
    let mut waiting: HashMap<PathBuf, Loaded, foldhash::fast::FixedState> =
        done.into_iter().map(|loaded| (loaded.path.clone(), loaded)).collect();
    let mut numbering =
        Numbering { ids: Paths::default(), order: Vec::new(), shown: Vec::new(), importers: Vec::new() };
    let root_path = root.unwrap_or_else(|| options.root.clone());
    numbering.add(&root_path, root_shown(&options.root), None);
    let prelude_path = prelude.unwrap_or_else(|| PathBuf::from("\0Prelude"));
    let prelude_shown = Shown {
        name: "Prelude".to_owned(),
        path: PathBuf::from("stdlib/Prelude.hb"),
        is_library: true,
        is_dependency: false,
    };
    let mut prelude_shown = Some(prelude_shown);
    let mut next = 0;
    loop {
        if next == numbering.order.len() {
            let Some(shown) = prelude_shown.take() else { break };
            numbering.add(&prelude_path, shown, None);
            continue;
        }
        let Some(path) = numbering.order.get(next).cloned() else { continue };
        let folder =
            numbering.shown.get(next).and_then(|shown| shown.path.parent()).unwrap_or(Path::new("")).to_owned();
        let (is_library, is_dependency) =
            numbering.shown.get(next).map_or((false, false), |shown| (shown.is_library, shown.is_dependency));
        let Some(loaded) = waiting.get(&path) else {
            next += 1;
            continue;
        };
        for wanted in &loaded.imports {
            let Some(found) = &wanted.path else { continue };
            // Most imports lead to modules that have a number: what is said of the others only is not made for them.
            if !numbering.ids.contains_key(&found.path) {
                let place = loaded.tree.range(wanted.import.node);
                numbering.add(
                    &found.path,
                    shown(&found.shown, &folder, (is_library, is_dependency)),
                    Some((next, place)),
                );
            }
        }
        next += 1;
    }
    numbering.finish(&mut waiting, &prelude_path, &options.build)
}

fn root_shown(path: &Path) -> Shown {
    let name = path.file_stem().map_or_else(|| "main".to_owned(), |stem| stem.to_string_lossy().into_owned());
    Shown { name, path: path.to_owned(), is_library: false, is_dependency: false }
}

/// What lies beside a module belongs to what that belongs to.
fn shown(place: &Place, folder: &Path, (is_library, is_dependency): (bool, bool)) -> Shown {
    let file = |folder: &Path, name: &String| (name.clone(), folder.join(format!("{name}.hb")));
    let ((name, path), is_library, is_dependency) = match place {
        Place::Beside(name) => (file(folder, name), is_library, is_dependency),
        Place::Searched(root, name) => (file(root, name), false, true),
        Place::Library(name) => (file(Path::new("stdlib"), name), true, false),
        Place::Build => (("Build".to_owned(), PathBuf::from("<Build>")), true, false),
    };
    Shown { name, path, is_library, is_dependency }
}

struct Numbering {
    ids: Paths,
    order: Vec<PathBuf>,
    shown: Vec<Shown>,
    /// For each module, the one whose import came to it first, and where that import stands.
    importers: Vec<Option<Importer>>,
}

type Importer = (usize, (u32, u32));

impl Numbering {
    fn add(&mut self, path: &Path, shown: Shown, importer: Option<Importer>) {
        if !self.ids.contains_key(path) {
            self.importers.push(importer);
            self.ids.insert(path.to_owned(), ModuleId(self.order.len() as u32));
            self.order.push(path.to_owned());
            self.shown.push(shown);
        }
    }

    fn finish(
        self,
        waiting: &mut HashMap<PathBuf, Loaded, foldhash::fast::FixedState>,
        prelude: &Path,
        build: &BuildConstants,
    ) -> LoadedProgram {
        let mut program = LoadedProgram {
            sources: SourceMap::default(),
            modules: Table::new(),
            prelude: self.ids.get(prelude).copied().unwrap_or(ModuleId(0)),
            build: build.clone(),
            diagnostics: Vec::new(),
        };
        let mut taken: HashMap<String, u32, foldhash::fast::FixedState> = HashMap::default();
        for (path, shown) in self.order.iter().zip(self.shown) {
            let shown_path = shown.path.display().to_string();
            let loaded = waiting.remove(path).unwrap_or_else(|| {
                let is_missing_root = program.modules.is_empty();
                let problem = is_missing_root.then(|| "no such file".to_owned());
                Loaded { problem, ..Loaded::of_text(path.clone(), "") }
            });
            let mut source = SourceFile::new(shown_path.as_str(), loaded.tree.text().clone());
            let importer = self.importers.get(program.modules.len()).copied().flatten();
            source.is_library = shown.is_library;
            source.imported_at =
                importer.map(|(importer, (start, end))| Span::new(FileId(importer as u32), start, end));
            let file = program.sources.files.push(source);
            program.diagnostics.extend(loaded.problem.iter().map(|problem| not_readable(&shown_path, problem)));
            program.diagnostics.extend(loaded.errors.into_iter().map(|error| in_file(error, file)));
            let imports = loaded.imports.into_iter().map(|Wanted { mut import, path }| {
                import.module = path.and_then(|found| self.ids.get(&found.path).copied());
                import
            });
            program.modules.push(LoadedModule {
                name: unique_name(&mut taken, &shown.name),
                tree: loaded.tree,
                items: loaded.items,
                imports: imports.collect(),
                is_library: shown.is_library,
                is_dependency: shown.is_dependency,
                embedded: loaded.embedded,
            });
        }
        program
    }
}

/// The name, with a number behind it if an earlier module has the same.
fn unique_name(taken: &mut HashMap<String, u32, foldhash::fast::FixedState>, name: &str) -> Name {
    let count = taken.entry(name.to_owned()).or_insert(0);
    *count += 1;
    if *count == 1 { Name::new(name) } else { Name::new(&format!("{name}'{count}")) }
}
