//! Every module of the standard library is in the tests of its memory: one that looks for leaks, one in which each allocation fails.
//!
//! Those tests are programs of `tests/run` and `tests/postgres`; a program's head says which modules it tries, in `// leak-test:` and
//! `// failing-allocator-test:`. What takes no memory stands in [`WITHOUT_MEMORY`]. Start reading at `missing`.

use std::collections::{BTreeMap, BTreeSet};

use super::tidy::{all_well, read};
use crate::header::{self, Header};
use crate::{Test, Tools};

const LEAKS: &str = "leak-test";
const FAILURES: &str = "failing-allocator-test";

/// Modules that are in neither test, and why they need not be. Their code must not name what takes memory, [`TAKERS`].
const WITHOUT_MEMORY: [(&str, &str); 13] = [
    ("Atomic", "works on words that are there"),
    ("Condition", "is two words"),
    ("Deep", "compares and hashes what is there"),
    ("Enums", "reads the tables that the compiler has made of a type"),
    ("Gc", "has no memory but the collector's, which neither leaks nor asks the current allocator"),
    ("Hash", "a hash and its state are values"),
    ("Math", "numbers"),
    ("Mutex", "is a word"),
    ("Once", "is a word"),
    ("Os", "names of the system's errors"),
    ("Random", "a generator is a value"),
    ("Ring", "its elements lie in it"),
    ("Testing", "its messages belong to panics"),
];

/// Words of code that takes memory from an allocator.
const TAKERS: [&str; 7] = ["allocate(", "make_slice", "new(", "new{", "resize(", ".ALLOCATE", ".RESIZE"];

/// A test for each of both, and one of the lists.
pub fn collect(_: &Tools) -> Vec<Test> {
    vec![
        Test::new("modules/every module is looked at for leaks", |tools| missing(tools, LEAKS)),
        Test::new("modules/every module is tried without memory", |tools| missing(tools, FAILURES)),
        Test::new("modules/who is said to take no memory takes none", exceptions),
    ]
}

/// All modules are named under `key`, or take no memory; what is named there is used there.
fn missing(tools: &Tools, key: &str) -> Result<(), String> {
    let library = library(tools)?;
    let mut named: BTreeSet<String> = BTreeSet::new();
    let mut wrong = Vec::new();
    for folder in ["tests/run", "tests/postgres"] {
        for (name, main) in header::programs(&tools.root.join(folder)) {
            let words = Header::read(&main)?.words(key);
            if words.is_empty() {
                continue;
            }
            let reached = reached(&library, imports(&read(&main)?));
            let stale = words.iter().filter(|word| !reached.contains(word.as_str()));
            wrong.extend(stale.map(|word| {
                format!("{folder}/{name}: `// {key}:` names {word}, which is no module that the program imports: take it out")
            }));
            named.extend(words);
        }
    }
    let is_covered =
        |module: &&String| named.contains(*module) || WITHOUT_MEMORY.iter().any(|(without, _)| without == module);
    let without: Vec<&str> = library.keys().filter(|module| !is_covered(module)).map(String::as_str).collect();
    if !without.is_empty() {
        wrong.push(format!(
            "no `// {key}:` names {}: use what takes memory there in one of the programs that have such a line \
             (tests/run/lib_no_memory_rest.hb, say), and add the name; for a module that takes none, give the reason in \
             WITHOUT_MEMORY of tests/src/kinds/modules.rs",
            without.join(", ")
        ));
    }
    all_well(wrong)
}

/// [`WITHOUT_MEMORY`] names modules that are there, give a reason, and do not take memory themselves.
fn exceptions(tools: &Tools) -> Result<(), String> {
    let library = library(tools)?;
    let mut wrong = Vec::new();
    for (name, reason) in WITHOUT_MEMORY {
        let Some(text) = library.get(name) else {
            wrong.push(format!("WITHOUT_MEMORY names {name}, which is no module of the library: take it out"));
            continue;
        };
        if reason.is_empty() {
            wrong.push(format!("WITHOUT_MEMORY says nothing about why {name} takes no memory"));
        }
        let code = text.lines().map(|line| line.split("//").next().unwrap_or(""));
        for (number, line) in code.enumerate() {
            if let Some(taker) = TAKERS.iter().find(|taker| names(line, taker)) {
                wrong.push(format!(
                    "stdlib/{name}.hb:{}: `{taker}` takes memory, WITHOUT_MEMORY says it takes none",
                    number + 1
                ));
            }
        }
    }
    all_well(wrong)
}

/// Whether a line has this word, and not at the end of another one.
fn names(line: &str, word: &str) -> bool {
    let is_within = |at: usize| line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| !is_within(at))
}

/// The modules that a program may import, with their texts.
fn library(tools: &Tools) -> Result<BTreeMap<String, String>, String> {
    let mut modules = BTreeMap::new();
    for (name, path) in header::programs(&tools.root.join("stdlib")) {
        modules.insert(name, read(&path)?);
    }
    Ok(modules)
}

/// What these modules are and import in their turn, and the Prelude.
fn reached(library: &BTreeMap<String, String>, mut open: Vec<String>) -> BTreeSet<String> {
    open.push("Prelude".to_owned());
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(text) = library.get(&name)
            && reached.insert(name)
        {
            open.extend(imports(text));
        }
    }
    reached
}

fn imports(text: &str) -> Vec<String> {
    let import = |line: &str| Some(line.split_once("#import \"")?.1.split_once('"')?.0.to_owned());
    text.lines().filter(|line| !line.starts_with("//")).filter_map(import).collect()
}
