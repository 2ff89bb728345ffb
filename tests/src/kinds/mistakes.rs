//! `tests/errors/*.mistakes`: many small programs with one mistake each, or a few.
//!
//! `=== name` begins a program. `//~ one | other` stands behind each line with a mistake: there is exactly one error for each, it begins there,
//! and its message contains one of the words; behind a ` >> ` stands a part of what it advises. `//~ warning …` is the same for a warning; other
//! warnings are of no account, and a program with nothing else is compiled without errors. `=== name body` is the body of `main`, `=== name top` what stands before it. If all that an error
//! offers to mend it is sure, the program is without errors once that is done; of `=== name more`, another mistake may be left.

use std::path::{Path, PathBuf};

use super::errors::mended;
use crate::messages::Message;
use crate::{Test, Tools, messages};

const MARK: &str = "//~";

struct Program {
    name: String,
    text: String,
    wanted: Vec<Wanted>,
    /// Whether another mistake comes to light when this one is mended.
    has_more: bool,
}

/// What is to be said of a line.
#[derive(Debug)]
struct Wanted {
    line: u64,
    level: &'static str,
    words: Vec<String>,
    advice: String,
}

impl Wanted {
    /// What stands behind the mark of a line.
    fn new(line: u64, mark: &str) -> Self {
        let (level, mark) = match mark.trim().strip_prefix("warning ") {
            Some(rest) => ("warning", rest),
            None => ("error", mark),
        };
        let (wanted, advice) = mark.split_once(" >> ").unwrap_or((mark, ""));
        let words = wanted.split('|').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
        Self { line, level, words, advice: advice.trim().to_owned() }
    }

    fn fits(&self, message: &Message) -> bool {
        let first = message.text.lines().next().unwrap_or("");
        let is_there = self.words.is_empty() || self.words.iter().any(|word| first.contains(word.as_str()));
        message.lines.0 == self.line && is_there && message.text.contains(&self.advice)
    }
}

/// All programs of all such files, each with its test.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let test = |(name, program): (String, Program)| Test::new(name.clone(), move |tools| check(tools, &name, &program));
    programs(tools).into_iter().map(test).collect()
}

/// All programs, written to files.
pub fn written(tools: &Tools) -> Result<Vec<(String, PathBuf)>, String> {
    let mut paths = Vec::new();
    for (name, program) in programs(tools) {
        let folder = tools.work.join(format!("written {name}").replace(['/', ' '], "_"));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let path = folder.join("program.hb");
        std::fs::write(&path, &program.text).map_err(|error| error.to_string())?;
        paths.push((name, path));
    }
    Ok(paths)
}

fn programs(tools: &Tools) -> Vec<(String, Program)> {
    let mut programs = Vec::new();
    let folder = std::fs::read_dir(tools.root.join("tests/errors")).into_iter().flatten().flatten();
    let mut paths: Vec<_> = folder.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "mistakes")) {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for section in text.split("\n=== ").skip(1) {
            let program = program(section);
            programs.push((format!("mistakes/{file} {}", program.name), program));
        }
    }
    programs
}

fn program(section: &str) -> Program {
    let (title, body) = section.split_once('\n').unwrap_or((section, ""));
    let (name, shape) = title.trim().split_once(' ').unwrap_or((title.trim(), ""));
    let mut lines: Vec<String> = body.trim_end().lines().map(str::to_owned).collect();
    match shape {
        "body" => {
            lines =
                lines.iter().map(|line| if line.is_empty() { String::new() } else { format!("    {line}") }).collect();
            lines.insert(0, "main :: () -> Int".to_owned());
            lines.extend(["    return 0".to_owned(), "end".to_owned()]);
        }
        "top" => lines.extend(["", "main :: () -> Int", "    return 0", "end"].map(str::to_owned)),
        _ => {}
    }
    let mut wanted = Vec::new();
    for (index, text) in lines.iter_mut().enumerate() {
        if let Some((before, mark)) = text.split_once(MARK) {
            wanted.push(Wanted::new(index as u64 + 1, mark));
            *text = before.trim_end().to_owned();
        }
    }
    Program { name: name.to_owned(), text: lines.join("\n") + "\n", wanted, has_more: shape == "more" }
}

fn check(tools: &Tools, name: &str, program: &Program) -> Result<(), String> {
    let folder = tools.work.join(name.replace(['/', ' '], "_"));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let main = folder.join("program.hb");
    std::fs::write(&main, &program.text).map_err(|error| error.to_string())?;
    let (status, found) = messages::check(tools, &main, &[])?;
    let errors: Vec<_> = found.iter().filter(|message| message.level == "error").collect();
    let warned = |wanted: &Wanted| found.iter().any(|message| message.level == "warning" && wanted.fits(message));
    let (warnings, wanted): (Vec<_>, Vec<_>) = program.wanted.iter().partition(|wanted| wanted.level == "warning");
    let are_there =
        errors.len() == wanted.len() && wanted.iter().zip(&errors).all(|(wanted, error)| wanted.fits(error));
    let is_right = status == i32::from(!wanted.is_empty()) && !program.wanted.is_empty();
    if !is_right || !are_there || !warnings.into_iter().all(warned) {
        let lines = found.iter().map(|error| format!("{}: {} {}\n", error.lines.0, error.code, error.text));
        let lines: String = lines.collect();
        return Err(format!("status {status}, expected {:#?}\n{lines}", program.wanted));
    }
    // what several mistakes need does not compile while one is left
    let [error] = errors.as_slice() else { return Ok(()) };
    match mended(&program.text, &error.fixes)? {
        Some(text) if program.has_more => is_gone(tools, &folder.join("mended.hb"), &text, error),
        Some(text) => is_free(tools, &folder.join("mended.hb"), &text),
        None => Ok(()),
    }
}

fn is_gone(tools: &Tools, path: &Path, text: &str, mended: &Message) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| error.to_string())?;
    let (status, left) = messages::check(tools, path, &[])?;
    if status == 0 {
        return Err(format!("nothing is left, so it needs no `more`:\n{text}"));
    }
    match left.iter().any(|message| message.text == mended.text && message.lines == mended.lines) {
        true => Err(format!("the fix leaves the mistake itself in\n{text}")),
        false => Ok(()),
    }
}

fn is_free(tools: &Tools, path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| error.to_string())?;
    let (status, left) = messages::check(tools, path, &[])?;
    let left: Vec<_> = left.iter().filter(|message| message.level == "error").map(|message| &message.text).collect();
    if status == 0 { Ok(()) } else { Err(format!("the fix leaves {left:?} in\n{text}")) }
}
