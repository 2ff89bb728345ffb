//! `tests/errors/*.mistakes`: many small programs with one mistake each.
//!
//! `=== name` begins a program. `//~ one | other` stands behind the line with the mistake: there is exactly one error, it begins there, and its
//! message contains one of the words; behind a ` >> ` stands a part of what it advises. `=== name body` is the body of `main`, `=== name top` what stands before it. If all that an error
//! offers to mend it is sure, the program is without errors once that is done.

use std::path::{Path, PathBuf};

use super::errors::mended;
use crate::{Test, Tools, messages};

const MARK: &str = "//~";

struct Program {
    name: String,
    text: String,
    line: u64,
    words: Vec<String>,
    advice: String,
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
    let (mut line, mut words, mut advice) = (0, Vec::new(), String::new());
    for (index, text) in lines.iter_mut().enumerate() {
        if let Some((before, wanted)) = text.split_once(MARK) {
            line = index as u64 + 1;
            let (wanted, advised) = wanted.split_once(" >> ").unwrap_or((wanted, ""));
            advised.trim().clone_into(&mut advice);
            words = wanted.split('|').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
            *text = before.trim_end().to_owned();
        }
    }
    Program { name: name.to_owned(), text: lines.join("\n") + "\n", line, words, advice }
}

fn check(tools: &Tools, name: &str, program: &Program) -> Result<(), String> {
    let folder = tools.work.join(name.replace(['/', ' '], "_"));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let main = folder.join("program.hb");
    std::fs::write(&main, &program.text).map_err(|error| error.to_string())?;
    let (status, found) = messages::check(tools, &main, &[])?;
    let errors: Vec<_> = found.iter().filter(|message| message.level == "error").collect();
    let shown = || {
        let lines = errors.iter().map(|error| format!("{}: {} {}\n", error.lines.0, error.code, error.text));
        format!(
            "status {status}, expected line {} and {:?}, advice {:?}\n{}",
            program.line,
            program.words,
            program.advice,
            lines.collect::<String>()
        )
    };
    let [error] = errors.as_slice() else { return Err(shown()) };
    let message = error.text.lines().next().unwrap_or("");
    let is_there = program.words.is_empty() || program.words.iter().any(|word| message.contains(word.as_str()));
    let is_advised = error.text.contains(&program.advice);
    if status != 1 || error.lines.0 != program.line || !is_there || !is_advised {
        return Err(shown());
    }
    match mended(&program.text, &error.fixes)? {
        Some(text) => is_free(tools, &folder.join("mended.hb"), &text),
        None => Ok(()),
    }
}

fn is_free(tools: &Tools, path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| error.to_string())?;
    let (status, left) = messages::check(tools, path, &[])?;
    let left: Vec<_> = left.iter().filter(|message| message.level == "error").map(|message| &message.text).collect();
    if status == 0 { Ok(()) } else { Err(format!("the fix leaves {left:?} in\n{text}")) }
}
