//! `hubbubc fmt PATH…`: formats files in place, folders with all their `.hb` files; `-` from standard input to standard output.

use std::io::Read;
use std::path::{Path, PathBuf};

use hubbub_driver::formatting::Formatted;

use crate::cli::Fmt;
use crate::{report, usage};

/// Folders within folders that are looked into.
const DEPTH_MAX: usize = 64;

/// Formats.
pub fn run(fmt: &Fmt) -> u8 {
    let mut formatted = Formatted::default();
    if let [only] = fmt.paths.as_slice()
        && only.as_os_str() == "-"
    {
        return standard_input(fmt, &mut formatted);
    }
    let mut files = Vec::new();
    for path in &fmt.paths {
        collect(path, &mut files, 0);
    }
    for path in &files {
        formatted.file(path, fmt.check);
    }
    let status = report::messages(&formatted.diagnostics, &formatted.sources, &fmt.common);
    if !fmt.check {
        return status;
    }
    let list: String = formatted.changed.iter().map(|path| format!("{}\n", path.display())).collect();
    status.max(report::print(list)).max(u8::from(!formatted.changed.is_empty()))
}

fn standard_input(fmt: &Fmt, formatted: &mut Formatted) -> u8 {
    let mut bytes = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut bytes) {
        return usage::fail(1, &format!("standard input cannot be read: {error}"), None);
    }
    let text = formatted.text("<stdin>", &bytes);
    let status = report::messages(&formatted.diagnostics, &formatted.sources, &fmt.common);
    let is_changed = text.as_ref().is_some_and(|text| text.as_bytes() != bytes);
    match text {
        Some(_) if fmt.check => u8::from(is_changed),
        Some(text) => report::print(text),
        None => status,
    }
}

/// A file as it is named; of a folder, what ends in `.hb`, in order.
pub(super) fn collect(path: &Path, files: &mut Vec<PathBuf>, depth: usize) {
    if !path.is_dir() {
        return files.push(path.to_owned());
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut inside: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    inside.sort();
    for path in inside {
        // A link may lead back to where it stands.
        let is_folder = path.is_dir() && !path.is_symlink();
        if path.extension().is_some_and(|extension| extension == "hb") || (is_folder && depth < DEPTH_MAX) {
            collect(&path, files, depth + 1);
        }
    }
}
