//! Foreign libraries: from the name in `#foreign-library` to a file.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use hubbub_diagnostics::{Diagnostic, Kind};

use super::Request;

/// A library that has been found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Library {
    /// Its file.
    pub path: PathBuf,
}

impl Library {
    /// The linker's words for it. A shared library that is not the system's is looked for beside the program when that starts.
    pub fn words(&self) -> Vec<OsString> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let name = self.path.file_name().unwrap_or_default();
        let is_shared = name.to_string_lossy().contains(".so");
        if !is_shared || FOLDERS.iter().any(|system| Path::new(system) == folder) {
            return vec![self.path.clone().into()];
        }
        // Named by its path it would be looked for at that path.
        let (mut search, mut file) = (OsString::from("-L"), OsString::from("-l:"));
        search.push(if folder.as_os_str().is_empty() { OsStr::new(".") } else { folder.as_os_str() });
        file.push(name);
        vec!["--rpath=$ORIGIN".into(), search, file]
    }
}

/// Where systems keep libraries.
const FOLDERS: [&str; 6] =
    ["/usr/local/lib", "/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib"];

/// The files of all libraries, or an error for each that is missing.
pub fn find_all(request: &Request<'_>) -> Result<Vec<Library>, Vec<Diagnostic>> {
    let mut folders = request.options.library_folders.clone();
    folders.push(request.folder.clone());
    folders.extend(FOLDERS.map(PathBuf::from));
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for (name, span) in request.libraries {
        match find(name, &folders) {
            Some(path) if found.iter().any(|library: &Library| library.path == path) => {}
            Some(path) => found.push(Library { path }),
            None => {
                let diagnostic =
                    Diagnostic::new(Kind::LibraryNotFound, *span, format!("the library `{name}` cannot be found"));
                let shown: Vec<String> = folders.iter().map(|folder| format!("`{}`", folder.display())).collect();
                let looked = format!("looked for {} in {}", file_names(name).join(", "), shown.join(", "));
                missing.push(diagnostic.note(looked).help("`-L FOLDER` adds a folder to the search"));
            }
        }
    }
    if missing.is_empty() { Ok(found) } else { Err(missing) }
}

fn find(name: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    let names = file_names(name);
    let exact = |folder: &PathBuf| names.iter().map(|name| folder.join(name)).find(|path| path.is_file());
    folders.iter().find_map(exact).or_else(|| folders.iter().find_map(|folder| newest(names.first()?, folder)))
}

/// `liblz4.so.1` where there is no `liblz4.so`, which comes with the files for developers only: the highest version.
fn newest(name: &str, folder: &Path) -> Option<PathBuf> {
    let path = folder.join(name);
    let beginning = format!("{}.", path.file_name()?.to_str()?);
    let version = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let numbers: Option<Vec<u64>> =
            name.strip_prefix(&beginning)?.split('.').map(|part| part.parse().ok()).collect();
        Some((numbers?, entry.path()))
    };
    let entries = std::fs::read_dir(path.parent()?).ok()?;
    entries.flatten().filter_map(version).filter(|(_, path)| path.is_file()).max().map(|(_, path)| path)
}

/// `lz4`, `liblz4` and `liblz4.so` all mean `liblz4.so`, else `liblz4.a`; a name with a version is taken as it is, and so is what stands
/// behind a colon.
fn file_names(name: &str) -> Vec<String> {
    if let Some(file) = name.strip_prefix(':') {
        return vec![file.to_owned()];
    }
    let is_file = name.ends_with(".so") || name.ends_with(".a") || name.ends_with(".o") || name.contains(".so.");
    if is_file || Path::new(name).is_absolute() {
        return vec![name.to_owned()];
    }
    let (folder, base) = name.rsplit_once('/').map_or(("", name), |(folder, base)| (folder, base));
    let base = base.strip_prefix("lib").unwrap_or(base);
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    vec![format!("{folder}lib{base}.so"), format!("{folder}lib{base}.a")]
}

#[cfg(test)]
mod tests {
    use super::{file_names, find};

    #[test]
    fn versions_count_as_numbers() {
        let folder = std::env::temp_dir().join(format!("hubbub-libraries-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for name in ["libx.so.9", "libx.so.10", "libx.so.10.old", "liby.so.1", "liby.a"] {
            std::fs::write(folder.join(name), "").unwrap();
        }
        let found = |name: &str| {
            find(name, std::slice::from_ref(&folder))
                .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        };
        assert_eq!(found("x").as_deref(), Some("libx.so.10"));
        assert_eq!(found("y").as_deref(), Some("liby.a"));
        assert_eq!(found("z"), None);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn names_of_libraries() {
        assert_eq!(file_names("lz4"), ["liblz4.so", "liblz4.a"]);
        assert_eq!(file_names("liblz4"), ["liblz4.so", "liblz4.a"]);
        assert_eq!(file_names("vendor/libx"), ["vendor/libx.so", "vendor/libx.a"]);
        assert_eq!(file_names("libm.so.6"), ["libm.so.6"]);
        assert_eq!(file_names("libx.a"), ["libx.a"]);
        assert_eq!(file_names(":other.lib"), ["other.lib"]);
    }
}
