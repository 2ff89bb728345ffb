//! What a program of `tests/` says about itself: comments at its head, `// key: value`.

use std::path::{Path, PathBuf};

/// The keys and values of a file, in order.
#[derive(Debug, Default)]
pub struct Header {
    entries: Vec<(String, String)>,
}

impl Header {
    /// Reads the comments before the first line that is none.
    pub fn of(text: &str) -> Self {
        let comments = text.lines().take_while(|line| line.starts_with("//") || line.trim().is_empty());
        let entry = |line: &str| {
            let (key, value) = line.strip_prefix("// ")?.split_once(':')?;
            Some((key.to_owned(), value.strip_prefix(' ').unwrap_or(value).to_owned()))
        };
        Self { entries: comments.filter_map(entry).collect() }
    }

    /// Reads the header of a file.
    pub fn read(path: &Path) -> Result<Self, String> {
        std::fs::read_to_string(path)
            .map(|text| Self::of(&text))
            .map_err(|error| format!("{}: {error}", path.display()))
    }

    /// All entries.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// All values of a key.
    pub fn all<'h>(&'h self, key: &'h str) -> impl Iterator<Item = &'h str> {
        self.entries().filter(move |(found, _)| *found == key).map(|(_, value)| value)
    }

    /// The first value of a key.
    pub fn first(&self, key: &str) -> Option<&str> {
        self.entries().find(|(found, _)| *found == key).map(|(_, value)| value)
    }

    /// What `// needs:` names and this machine does not have: a command, or a file by its whole path.
    pub fn lacks(&self) -> Option<String> {
        self.words("needs").into_iter().find(|name| !is_there(name))
    }

    /// The words of all values of a key.
    pub fn words(&self, key: &str) -> Vec<String> {
        self.all(key).flat_map(str::split_whitespace).map(str::to_owned).collect()
    }
}

fn is_there(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    Path::new(name).is_absolute() && Path::new(name).exists()
        || std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

/// Whether a test can run here; tells if it cannot. `scripts/setup tests` installs what tests need.
pub fn can_run(name: &str, header: &Header) -> bool {
    let lack = header.lacks();
    if let Some(lack) = &lack {
        eprintln!("left out: {name} needs {lack}, which is not installed");
    }
    lack.is_none()
}

/// The programs of a folder of `tests/`, with their names: files, and folders with a `main.hb`.
pub fn programs(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let main = path.join("main.hb");
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if main.is_file() {
            found.push((name, main));
        } else if path.extension().is_some_and(|extension| extension == "hb") {
            found.push((name, path));
        }
    }
    found.sort();
    found
}

/// Every source file that belongs to a program: its own, or all of its folder.
pub fn sources(main: &Path) -> Vec<PathBuf> {
    if main.file_name().is_some_and(|name| name != "main.hb") {
        return vec![main.to_owned()];
    }
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = main.parent().map(Path::to_owned).into_iter().collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}
