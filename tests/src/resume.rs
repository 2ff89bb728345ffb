//! Long runs that may be stopped: a list of the tests that have passed, which are not run again.
//!
//! The list begins with which compiler it is about. With another one it begins anew.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::time::UNIX_EPOCH;

/// The tests that have passed so far.
pub struct Passed {
    before: HashSet<String>,
    list: Option<Mutex<File>>,
}

impl Passed {
    /// Reads the list, if there is one and it is about this compiler.
    pub fn open(list: Option<&Path>, hubbubc: &Path) -> Result<Self, String> {
        let Some(path) = list else { return Ok(Self { before: HashSet::new(), list: None }) };
        let shown = |error: std::io::Error| format!("{}: {error}", path.display());
        let head = identity(hubbubc).map_err(|error| format!("{}: {error}", hubbubc.display()))?;
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let is_same = text.lines().next() == Some(head.as_str());
        let before = text.lines().skip(1).filter(|_| is_same).map(str::to_owned).collect();
        let mut file = OpenOptions::new();
        file.create(true).write(true).append(is_same).truncate(!is_same);
        let mut file = file.open(path).map_err(shown)?;
        if !is_same {
            writeln!(file, "{head}").map_err(shown)?;
        }
        Ok(Self { before, list: Some(Mutex::new(file)) })
    }

    /// Whether a test has passed in an earlier run.
    pub fn holds(&self, name: &str) -> bool {
        self.before.contains(name)
    }

    /// Adds a test. What cannot be written is run again the next time.
    pub fn add(&self, name: &str) {
        if let Some(Ok(mut file)) = self.list.as_ref().map(Mutex::lock) {
            let _ = writeln!(file, "{name}");
        }
    }
}

/// What tells one build of the compiler from another: its size and its date.
fn identity(hubbubc: &Path) -> std::io::Result<String> {
    let data = std::fs::metadata(hubbubc)?;
    let since = data.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("hubbubc {} {}", data.len(), since.as_secs()))
}
