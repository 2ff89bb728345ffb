//! `hubbubc doc PATH…`: the documentation of modules as Markdown, of folders with all their modules.

use std::path::{Path, PathBuf};

use hubbub_driver::documenting::Documented;
use hubbub_driver::examples::Examples;
use hubbub_driver::output::{self, Permission};

use super::fmt::collect;
use crate::cli::Doc;
use crate::{report, usage};

/// Documents.
pub fn run(doc: &Doc) -> u8 {
    let mut modules = Vec::new();
    for path in &doc.paths {
        let mut files = Vec::new();
        collect(path, &mut files, 0);
        modules.extend(files.into_iter().map(|file| (module_name(&file, path), file)));
    }
    if doc.missing {
        return missing(doc, &modules);
    }
    let is_alone = modules.len() == 1;
    let mut documented = Documented::default();
    for (name, path) in &modules {
        documented.file(path, name, is_alone);
    }
    let status = report::messages(&documented.diagnostics, &documented.sources, &doc.common);
    if status != 0 {
        return status;
    }
    let text = documented.markdown();
    match &doc.output {
        Some(path) if path.as_os_str() != "-" => write(path, &text),
        _ => report::print(text),
    }
}

/// Lists the public procedures without an example; status 1 if there are any.
fn missing(doc: &Doc, modules: &[(String, PathBuf)]) -> u8 {
    let mut status = 0;
    for (name, path) in modules {
        let found = Examples::find(path, name);
        status |= report::messages(&found.diagnostics, &found.sources, &doc.common);
        for (procedure, line) in &found.missing {
            status |= report::print(format!("{}:{line}: {name}.{procedure}\n", path.display())).max(1);
        }
    }
    status
}

fn write(path: &Path, text: &str) -> u8 {
    match output::write(path, Permission::Plain, &mut text.as_bytes()) {
        Ok(()) => 0,
        Err(error) => {
            usage::fail(1, &format!("`{}` cannot be written: {}", path.display(), output::explain(&error)), None)
        }
    }
}

/// As an import names it: `Shapes`, and in a folder that was given `Dir/Name`.
pub(super) fn module_name(file: &Path, given: &Path) -> String {
    let inside = file.strip_prefix(given).ok().filter(|rest| !rest.as_os_str().is_empty());
    let name: PathBuf = inside.map_or_else(|| file.file_name().map(PathBuf::from).unwrap_or_default(), PathBuf::from);
    name.with_extension("").display().to_string()
}
