//! Finds the file of an import: the importing file's folder, the search folders, the standard library, in this order.
//!
//! A name never leaves these folders: absolute names, `..` and links that lead out are refused.

use std::path::{Path, PathBuf};

use hubbub_diagnostics::Kind;
use hubbub_syntax::SyntaxError;

use super::{FileSystem, Found, LoadOptions, build};

/// Where a file was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In the importing file's folder, under this name.
    Beside(String),
    /// In this search folder.
    Searched(PathBuf, String),
    Library(String),
    Build,
}

/// Why there is no file.
pub(super) enum Problem {
    /// The name is absolute or has `..`, or is no name.
    Malformed(&'static str),
    /// A link leads out of the folder in which it was found.
    LinkOut(PathBuf),
    /// The folders searched.
    NotFound(Vec<String>),
}

/// The file of the import `name` in a file of `folder`.
pub(super) fn find(files: &dyn FileSystem, options: &LoadOptions, folder: &Path, name: &str) -> Result<Found, Problem> {
    if let Some(problem) = malformed(name) {
        return Err(Problem::Malformed(problem));
    }
    if name == build::NAME {
        return Ok(Found { path: PathBuf::from(build::MODULE), shown: Place::Build });
    }
    let beside = (folder, Place::Beside(name.to_owned()));
    let searched = options.search.iter().map(|root| (root.as_path(), Place::Searched(root.clone(), name.to_owned())));
    let library = options.library.iter().map(|root| (root.as_path(), Place::Library(name.to_owned())));
    for (root, shown) in std::iter::once(beside).chain(searched).chain(library) {
        let Some(path) = files.canonical(&root.join(format!("{name}.hb"))) else { continue };
        let is_inside = files.canonical(root).is_some_and(|root| path.starts_with(root));
        return if is_inside { Ok(Found { path, shown }) } else { Err(Problem::LinkOut(root.to_owned())) };
    }
    let mut folders = vec!["the importing file's folder".to_owned()];
    folders.extend(options.search.iter().map(|root| format!("`{}`", root.display())));
    if options.library.is_some() {
        folders.push("the standard library".to_owned());
    }
    Err(Problem::NotFound(folders))
}

pub(super) fn malformed(name: &str) -> Option<&'static str> {
    let mut parts = name.split('/');
    if name.starts_with('/') || name.contains('\\') || name.contains(':') {
        return Some("an absolute name");
    }
    if parts.clone().any(|part| part == "..") {
        return Some("a name with `..`");
    }
    if parts.any(|part| part.is_empty() || part == ".") || name.contains('\0') {
        return Some("an empty part in its name");
    }
    None
}

impl Problem {
    pub(super) fn into_error(self, name: &str, range: (u32, u32)) -> SyntaxError {
        match self {
            Problem::Malformed(what) => {
                let message = format!("the import `{name}` has {what}, expected `Name` or `Folder/Name`");
                let error = SyntaxError::new(Kind::ImportOutsideRoots, range, message);
                error.help("folders outside are given with `-I`")
            }
            Problem::LinkOut(root) => {
                let message = format!("the file of `{name}` is a link that leaves the folder in which it was found");
                let error = SyntaxError::new(Kind::ImportOutsideRoots, range, message);
                if root.is_relative() { error.note(format!("the folder is `{}`", root.display())) } else { error }
            }
            Problem::NotFound(folders) => {
                let message = format!("module `{name}` cannot be found");
                let error = SyntaxError::new(Kind::UnknownModule, range, message);
                match name.strip_suffix(".hb") {
                    Some(plain) => error.fix("a module is named without `.hb`", range, format!("\"{plain}\"")),
                    None => error.note(format!("searched for `{name}.hb` in {}", folders.join(", "))),
                }
            }
        }
    }
}
