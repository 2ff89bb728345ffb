//! `compiler/sema/src/names/library.txt`: the public names of the library, by which a message says what module has a name that cannot be seen.
//! It is made from `stdlib/` anew, and compared.

use std::collections::BTreeSet;

use crate::text::compare;
use crate::{Test, Tools};

const TABLE: &str = "compiler/sema/src/names/library.txt";

/// The table is that of the library.
pub fn collect(_: &Tools) -> Vec<Test> {
    vec![Test::new("documents/names of the library", check)]
}

fn check(tools: &Tools) -> Result<(), String> {
    let path = tools.root.join(TABLE);
    let (mut own, mut parts) = (BTreeSet::new(), BTreeSet::new());
    for entry in std::fs::read_dir(tools.root.join("stdlib")).map_err(|error| error.to_string())?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        // what is imported everywhere, and what modules are made of, is not to be imported
        let Some(module) = name.strip_suffix(".hb").filter(|name| *name != "Prelude" && !name.contains("_Memory"))
        else {
            continue;
        };
        let text = std::fs::read_to_string(entry.path()).map_err(|error| error.to_string())?;
        own.extend(names(module, &text));
        for part in parts_of(module, &text) {
            let path = tools.root.join(format!("stdlib/{part}.hb"));
            parts.extend(names(module, &std::fs::read_to_string(path).map_err(|error| format!("{part}: {error}"))?));
        }
    }
    // Where a module itself has a name, that is meant.
    let known: BTreeSet<String> = own.iter().map(|(name, _)| name.clone()).collect();
    own.extend(parts.into_iter().filter(|(name, _)| !known.contains(name)));
    let lines: BTreeSet<String> = own.into_iter().map(|(name, rest)| format!("{name} {rest}\n")).collect();
    let made: String = lines.into_iter().collect();
    if tools.bless {
        return std::fs::write(&path, made).map_err(|error| error.to_string());
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    compare("names, modules and first parameters", &known, &made)
}

/// The names that a file declares, each with the module and what is said of it.
fn names(module: &str, text: &str) -> Vec<(String, String)> {
    let public = text.lines().filter(|line| !line.contains("#private")).filter_map(declared);
    public.map(|(name, kind)| (name.to_owned(), format!("{module} {kind}"))).collect()
}

/// The parts of a module, whose names it hands on: those of its own folder.
fn parts_of(module: &str, text: &str) -> Vec<String> {
    let imported = text.lines().filter_map(|line| line.strip_prefix("#import \"")?.strip_suffix("\" #public"));
    imported
        .filter(|part| part.strip_prefix(module).is_some_and(|rest| rest.starts_with('/')))
        .map(str::to_owned)
        .collect()
}

/// What a line at the margin declares, and the type of its first parameter: `split String`, `Map type`, `PI constant`.
fn declared(line: &str) -> Option<(&str, String)> {
    let (name, value) = line.split_once(" :: ")?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with("hb_");
    let behind = match value.strip_prefix('{') {
        Some(rest) => rest.split_once('}')?.1,
        None => value,
    };
    let kind = match behind.strip_prefix('(') {
        Some(parameters) => {
            // the place of the call is given by nobody
            let first = parameters.split([',', ')']).next()?;
            let first = if first.ends_with("= #caller-location") { "" } else { first };
            let ty = first.split_once(": ").map_or("-", |(_, ty)| ty.trim_start_matches(".."));
            ty.split(['{', ' ', '(']).next().filter(|head| !head.is_empty()).unwrap_or("-").to_owned()
        }
        None if ["struct", "enum", "union", "distinct", "#type"].iter().any(|word| value.starts_with(word)) => {
            "type".to_owned()
        }
        None if name.chars().all(|c| !c.is_ascii_lowercase()) => "constant".to_owned(),
        None => return None,
    };
    is_name.then_some((name, kind))
}
