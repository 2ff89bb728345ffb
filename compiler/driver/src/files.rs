//! The disk, as the loader asks for it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use hubbub_base::limits::FILE_BYTES_MAX;
use hubbub_diagnostics::suggest::{did_you_mean, nearest};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_sema::load::FileSystem;

/// The files of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl FileSystem for Disk {
    fn canonical(&self, path: &Path) -> Option<PathBuf> {
        fs::canonicalize(path).ok()
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, String> {
        let file = fs::File::open(path).map_err(|error| explain(&error))?;
        let metadata = file.metadata().map_err(|error| explain(&error))?;
        if metadata.is_dir() {
            return Err("it is a folder".to_owned());
        }
        // Room for all of it and the end: then two reads do, one for the bytes and one that finds no more.
        let mut bytes = Vec::with_capacity(metadata.len().min(FILE_BYTES_MAX) as usize + 64);
        // A pipe or a device may have no end: one byte more than allowed is enough to be refused.
        file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|error| explain(&error))?;
        crate::memory::note_source(bytes.len() as u64);
        Ok(bytes)
    }
}

/// Parses one file by itself. What is wrong with its text is in the result.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn parse(path: &Path) -> Result<hubbub_syntax::Parsed, Box<Diagnostic>> {
    let bytes = Disk.read(path).map_err(|problem| {
        let message = format!("`{}` cannot be read: {problem}", path.display());
        Box::new(Diagnostic::new(Kind::FileNotReadable, None, message))
    })?;
    Ok(hubbub_syntax::parse(&bytes))
}

/// Why the main module cannot be opened, with files that may have been meant.
pub fn check_input(path: &Path) -> Option<Diagnostic> {
    let problem = match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => "it is a folder".to_owned(),
        Ok(_) => fs::File::open(path).err().map(|error| explain(&error))?,
        Err(error) => explain(&error),
    };
    let shown = path.display();
    let diagnostic = Diagnostic::new(Kind::FileNotReadable, None, format!("`{shown}` cannot be read: {problem}"));
    Some(match meant(path) {
        Some(advice) => diagnostic.help(advice),
        None => diagnostic,
    })
}

fn meant(path: &Path) -> Option<String> {
    let inside = path.join("main.hb");
    if inside.is_file() {
        return did_you_mean(&[&inside.display().to_string()]);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let wanted = path.file_name()?.to_str()?;
    let entries = fs::read_dir(folder).ok()?.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = entries.filter(|name| name.ends_with(".hb")).collect();
    names.sort();
    if let Some(whole) = names.iter().find(|name| name.strip_suffix(".hb") == Some(wanted)) {
        return did_you_mean(&[whole]);
    }
    did_you_mean(&nearest(wanted, names.iter().map(String::as_str)))
}

fn explain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => crate::output::explain(error),
    }
}
