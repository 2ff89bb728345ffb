//! Diagnostics of the compiler, read back from `--message-format json`.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{Tools, command, wording};

/// One diagnostic.
#[derive(Debug)]
pub struct Message {
    /// `E0301`.
    pub code: String,
    /// `error` or `warning`.
    pub level: String,
    /// The file of the primary place, as the compiler names it.
    pub file: String,
    /// The lines of the primary place; 0 where there is none.
    pub lines: (u64, u64),
    /// The message, its labels, notes and helps.
    pub text: String,
    /// What stands at the primary place, on its first line.
    pub token: String,
    /// Edits that surely mend it.
    pub fixes: Vec<Edit>,
}

/// Bytes of a file to be replaced.
#[derive(Debug)]
pub struct Edit {
    /// The file.
    pub file: String,
    /// First byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// What comes in their place.
    pub text: String,
}

/// What `hubbubc check` says about a file, with its exit status.
pub fn check(tools: &Tools, main: &Path, options: &[String]) -> Result<(i32, Vec<Message>), String> {
    let folder = main.parent().unwrap_or(Path::new("."));
    let file = main.file_name().unwrap_or_default();
    let mut command = Command::new(&tools.hubbubc);
    command.current_dir(folder).arg("check").arg(file).args(["--message-format", "json"]).args(options);
    let outcome = command::run(&mut command)?;
    let messages: Result<Vec<_>, _> = outcome.stderr.lines().map(parse).collect();
    let messages = messages.map_err(|error| format!("{error}\n{}", outcome.stderr))?;
    Ok((outcome.status, messages.into_iter().flatten().collect()))
}

/// A line; `None` for the summary, which has no code.
fn parse(line: &str) -> Result<Option<Message>, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("not JSON: {error}: {line}"))?;
    let Some(code) = value["code"]["code"].as_str() else { return Ok(None) };
    let spans = value["spans"].as_array().cloned().unwrap_or_default();
    let primary = spans.iter().find(|span| span["is_primary"] == true).cloned().unwrap_or_default();
    let mut text = vec![string(&value["message"])];
    text.extend(spans.iter().map(|span| string(&span["label"])));
    let mut fixes = Vec::new();
    for child in value["children"].as_array().into_iter().flatten() {
        text.push(string(&child["message"]));
        let spans = child["spans"].as_array().into_iter().flatten();
        fixes.extend(spans.filter(|span| span["suggestion_applicability"] == "MachineApplicable").map(edit));
    }
    if code != OUTPUT {
        look_at_wording(&text)?;
    }
    let line = &primary["text"][0];
    let (from, to) = (number(&line["highlight_start"]) as usize, number(&line["highlight_end"]) as usize);
    let token = string(&line["text"]).chars().skip(from.saturating_sub(1)).take(to.saturating_sub(from)).collect();
    Ok(Some(Message {
        token,
        code: code.to_owned(),
        level: string(&value["level"]),
        file: string(&primary["file_name"]),
        lines: (number(&primary["line_start"]), number(&primary["line_end"])),
        text: text.join("\n"),
        fixes,
    }))
}

/// The code of what compile-time code prints, which is not ours to word.
const OUTPUT: &str = "N0001";
/// Names that are suggested at most.
const SUGGESTIONS_MAX: usize = 3;

fn look_at_wording(texts: &[String]) -> Result<(), String> {
    // what a program says itself when it panics is told in its words
    let own = texts.iter().filter(|text| !text.contains("panics: "));
    if let Some(complaint) = own.clone().find_map(|text| wording::complaint(text)) {
        return Err(complaint);
    }
    let offered: usize = own.map(|text| wording::offered(text)).sum();
    if offered > SUGGESTIONS_MAX {
        return Err(format!("{offered} names are suggested: {texts:?}"));
    }
    Ok(())
}

fn edit(span: &Value) -> Edit {
    Edit {
        file: string(&span["file_name"]),
        start: number(&span["byte_start"]) as usize,
        end: number(&span["byte_end"]) as usize,
        text: string(&span["suggested_replacement"]),
    }
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or("").to_owned()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or(0)
}
