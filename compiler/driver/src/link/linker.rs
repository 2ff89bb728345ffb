//! Which linker is started: LLVM's, under one of its names, or the one that comes with Rust.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A linker and how it is started.
#[derive(Clone, Debug)]
pub struct Linker {
    /// The program.
    pub program: PathBuf,
    /// What makes it behave as `ld.lld`, before all other arguments.
    pub arguments: Vec<OsString>,
}

/// Names under which LLVM's linker is installed, best first.
const NAMES: [&str; 2] = ["ld.lld-22", "ld.lld"];

/// Folders outside of `PATH` in which distributions keep it.
const FOLDERS: [&str; 2] = ["/usr/lib/llvm-22/bin", "/usr/local/llvm/bin"];

impl Linker {
    /// The linker asked for, or the first that is found; else where it was looked for.
    pub fn find(given: Option<&Path>, beside: Option<&Path>) -> Result<Self, Vec<String>> {
        if let Some(program) = given {
            return if program.is_file() { Ok(Self::plain(program)) } else { Err(vec![program.display().to_string()]) };
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        let mut folders: Vec<PathBuf> = beside.map(Path::to_owned).into_iter().collect();
        folders.extend(std::env::split_paths(&path).filter(|folder| folder.is_absolute()));
        folders.extend(FOLDERS.map(PathBuf::from));
        let candidates = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        if let Some(program) = candidates.into_iter().find(|program| program.is_file()) {
            return Ok(Self::plain(&program));
        }
        rust_lld().ok_or_else(|| {
            vec![
                format!("`{}` in the folders of PATH", NAMES.join("` or `")),
                "`rust-lld` of the Rust toolchain".to_owned(),
            ]
        })
    }

    fn plain(program: &Path) -> Self {
        let is_rust_lld = program.file_stem().is_some_and(|stem| stem == "rust-lld");
        let arguments = if is_rust_lld { vec!["-flavor".into(), "gnu".into()] } else { Vec::new() };
        Self { program: program.to_owned(), arguments }
    }
}

/// `<sysroot of rustc>/lib/rustlib/<host>/bin/rust-lld`.
fn rust_lld() -> Option<Linker> {
    let output = Command::new("rustc").args(["--print", "target-libdir"]).output().ok()?;
    let libraries = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
    let program = libraries.parent()?.join("bin/rust-lld");
    program.is_file().then(|| Linker::plain(&program))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Linker;

    #[test]
    fn a_given_linker_must_exist() {
        assert!(Linker::find(Some(Path::new("/nowhere/ld")), None).is_err());
        let program = std::env::current_exe().unwrap();
        assert!(Linker::find(Some(&program), None).unwrap().arguments.is_empty());
    }
}
