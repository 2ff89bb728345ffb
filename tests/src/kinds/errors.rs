//! `tests/errors/`: wrong programs with the messages that they cause, exactly these.
//!
//! Header: `// error-line: 8` or `5-8` begins an expected error; `// error-code:` and `// error-mentions: one | other` of the message say more
//! about it; `// error-token:` is what stands at its place. `// warning-line:` and `// note-line:` the same for warnings and notes. Fixes that a program may
//! apply are applied: the error must be gone then.

use std::path::Path;

use crate::header::{self, Header};
use crate::messages::{self, Edit, Message};
use crate::{Test, Tools, later};

struct Expected {
    level: &'static str,
    lines: (u64, u64),
    code: Option<String>,
    mentions: Vec<String>,
    token: Option<String>,
}

/// All wrong programs.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let programs = header::programs(&tools.root.join("tests/errors")).into_iter();
    let test = |(name, main): (String, std::path::PathBuf)| {
        let name = format!("errors/{name}");
        match later::construct(tools, &name) {
            Some(construct) => {
                Test::new(format!("{name} later"), move |tools| later::is_refused(tools, &main, &construct))
            }
            None => Test::new(name, move |tools| check(tools, &main)),
        }
    };
    let mut tests: Vec<Test> = programs.map(test).collect();
    tests.push(Test::new("errors/every kind is caused", every_kind));
    tests
}

/// Kinds that no readable program causes: bytes that are no text (`documents`), shapes at their limits (`hostile`), files and linking (`cli`), mistakes of the compiler.
const ELSEWHERE: [&str; 9] = ["E0001", "E0014", "E0015", "E0901", "E0902", "E0903", "E0904", "E0905", "E0906"];

/// Every kind that `hubbubc explain` lists is caused by a program of `tests/errors/`.
fn every_kind(tools: &Tools) -> Result<(), String> {
    let mut explain = std::process::Command::new(&tools.hubbubc);
    let listed = crate::command::run(explain.arg("explain"))?.stdout;
    let mut missing: Vec<&str> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    missing.retain(|code| !ELSEWHERE.contains(code));
    if missing.is_empty() {
        return Err("`hubbubc explain` lists nothing".to_owned());
    }
    let mut note = |main: &Path, options: &[String]| -> Result<(), String> {
        let (_, found) = messages::check(tools, main, options)?;
        missing.retain(|code| !found.iter().any(|message| message.code == *code));
        Ok(())
    };
    for (_, main) in header::programs(&tools.root.join("tests/errors")) {
        note(&main, &Header::read(&main)?.words("options"))?;
    }
    for (name, main) in super::mistakes::written(tools)? {
        note(&main, &[]).map_err(|error| format!("{name}: {error}"))?;
    }
    if missing.is_empty() { Ok(()) } else { Err(format!("no program of tests/errors causes {missing:?}")) }
}

fn check(tools: &Tools, main: &Path) -> Result<(), String> {
    let header = Header::read(main)?;
    let expected = expectations(&header)?;
    let (status, found) = messages::check(tools, main, &header.words("options"))?;
    let mut unexpected: Vec<&Message> = found.iter().collect();
    let mut missing = Vec::new();
    for expected in &expected {
        match unexpected.iter().position(|message| fits(expected, message)) {
            Some(index) => drop(unexpected.remove(index)),
            None => missing.push(expected),
        }
    }
    let wanted = i32::from(expected.iter().any(|expected| expected.level == "error"));
    if missing.is_empty() && unexpected.is_empty() && status == wanted {
        return try_fixes(tools, main, &found);
    }
    let missing =
        missing.iter().map(|e| format!("missing: {} at {:?} {:?} {:?}\n", e.level, e.lines, e.code, e.mentions));
    let more = unexpected
        .iter()
        .map(|m| format!("found: {} {} at {}:{:?} `{}`: {}\n", m.level, m.code, m.file, m.lines, m.token, m.text));
    Err(format!("status {status}, expected {wanted}\n{}", missing.chain(more).collect::<String>()))
}

fn expectations(header: &Header) -> Result<Vec<Expected>, String> {
    let mut expected: Vec<Expected> = Vec::new();
    for (key, value) in header.entries() {
        let Some((level, key)) = key.split_once('-') else { continue };
        let Some(level) = ["error", "warning", "note"].into_iter().find(|known| *known == level) else { continue };
        match (key, expected.last_mut()) {
            ("line", _) => {
                let (first, last) = value.split_once('-').unwrap_or((value, value));
                let number = |text: &str| text.trim().parse().map_err(|_| format!("`{value}` is no line"));
                let lines = (number(first)?, number(last)?);
                expected.push(Expected { level, lines, code: None, mentions: Vec::new(), token: None });
            }
            ("code", Some(last)) => last.code = Some(value.trim().to_owned()),
            ("token", Some(last)) => last.token = Some(value.trim().to_owned()),
            ("mentions", Some(last)) => {
                last.mentions = value.split('|').map(|word| word.trim().to_owned()).collect();
            }
            _ => {}
        }
    }
    if expected.is_empty() { Err("says nothing about its error".to_owned()) } else { Ok(expected) }
}

fn fits(expected: &Expected, message: &Message) -> bool {
    message.level == expected.level
        && message.lines.0 >= expected.lines.0
        && message.lines.0 <= expected.lines.1
        && expected.code.as_ref().is_none_or(|code| *code == message.code)
        && expected.token.as_ref().is_none_or(|token| *token == message.token)
        && (expected.mentions.is_empty() || expected.mentions.iter().any(|word| message.text.contains(word.as_str())))
}

/// A text with the edits made in it; `None` where there are none.
pub fn mended(text: &str, edits: &[Edit]) -> Result<Option<String>, String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.start));
    let mut text = text.to_owned();
    for edit in &edits {
        if text.get(edit.start..edit.end).is_none() {
            return Err(format!("{edit:?} lies outside of its file"));
        }
        text.replace_range(edit.start..edit.end, &edit.text);
    }
    Ok((!edits.is_empty()).then_some(text))
}

/// Applies the fixes to a copy of the program: the messages that offered them are gone then.
fn try_fixes(tools: &Tools, main: &Path, messages: &[Message]) -> Result<(), String> {
    let mut edits: Vec<&Edit> = messages.iter().flat_map(|message| &message.fixes).collect();
    if edits.is_empty() {
        return Ok(());
    }
    let copy = tools.work.join(main.to_string_lossy().replace('/', "_"));
    let io = |error: std::io::Error| error.to_string();
    let folder = main.parent().unwrap_or(Path::new("."));
    match main.file_name().is_some_and(|name| name == "main.hb") {
        true => super::cli::copy(folder, &copy).map_err(io)?,
        false => {
            std::fs::create_dir_all(&copy).map_err(io)?;
            std::fs::copy(main, copy.join(main.file_name().unwrap_or_default())).map_err(io)?;
        }
    }
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.start));
    for edit in edits {
        let path = copy.join(&edit.file);
        let mut text = std::fs::read_to_string(&path).map_err(io)?;
        if text.get(edit.start..edit.end).is_none() {
            return Err(format!("{edit:?} lies outside of its file"));
        }
        text.replace_range(edit.start..edit.end, &edit.text);
        std::fs::write(&path, text).map_err(io)?;
    }
    let (_, left) = messages::check(tools, &copy.join(main.file_name().unwrap_or_default()), &[])?;
    let mended = messages.iter().filter(|message| !message.fixes.is_empty());
    let is_left = |old: &&Message| left.iter().any(|new| new.code == old.code && new.lines == old.lines);
    match mended.into_iter().find(is_left) {
        Some(message) => Err(format!("the fix of {} in line {} does not mend it", message.code, message.lines.0)),
        None => Ok(()),
    }
}
