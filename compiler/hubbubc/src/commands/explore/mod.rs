//! `hubbubc explore FILE.hb`: a page that shows a program's procedures beside the code that they become.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use hubbub_base::{FileId, SourceMap};
use hubbub_driver::explore::{Exploration, Explored, Listing, Place};
use hubbub_driver::output::Permission;
use hubbub_driver::{Level, Options, Session};
use serde_json::{Value, json};

use super::build::is_same_file;
use crate::cli::Explore;
use crate::progress::Progress;
use crate::{report, usage};

/// Makes the page.
pub fn run(explore: &Explore) -> u8 {
    let input = &explore.options.program.input;
    let output = explore.output.clone().unwrap_or_else(|| PathBuf::from(title(input)).with_extension("html"));
    let is_standard_output = output.as_os_str() == "-";
    if is_same_file(&output, input) {
        return usage::fail(usage::STATUS, "the page would replace the source", Some("name another file with `-o`"));
    }
    let mut session = Session::new(Options { debug_info: true, ..super::options(&explore.options) });
    let progress = (!is_standard_output).then(|| Progress::start(&explore.options.common, input));
    let made = session
        .explore(explore.options.target.level.unwrap_or(Level::O3))
        .map(|explored| page(explore, &explored, &session.sources));
    let written = match (made, is_standard_output) {
        (Ok(page), false) => session.write(&output, Permission::Plain, &mut page.as_bytes()).map(|()| None),
        (made, _) => made.map(Some),
    };
    drop(progress);
    let status = report::finish(&session, &written, &explore.options.common);
    status.max(written.ok().flatten().map_or(0, report::print))
}

/// The name of the file.
fn title(input: &Path) -> String {
    input.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The page with its style, its program and its data in it.
fn page(explore: &Explore, explored: &Exploration, sources: &SourceMap) -> String {
    let target = &explore.options.target;
    let title = title(&explore.options.program.input);
    let note = format!("-{}, runtime {}", target.level.unwrap_or(Level::O3).name(), target.runtime.name());
    let data = data(&title, &note, explored, sources, explore.all);
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    // Within a script nothing ends it but this.
    let data = data.to_string().replace('<', "\\u003c");
    let parts = [
        ("TITLE", title.as_str()),
        ("STYLE", include_str!("page.css")),
        ("PROGRAM", include_str!("page.js")),
        ("DATA", &data),
    ];
    let mut page = String::new();
    for (i, piece) in include_str!("page.html").split("@@").enumerate() {
        let part = parts.iter().find(|(name, _)| i % 2 == 1 && *name == piece);
        page.push_str(part.map_or(piece, |(_, text)| text));
    }
    page
}

/// What the page's program reads: the files that something comes from, and the procedures with their lines, each with pairs of file and line.
fn data(title: &str, note: &str, explored: &Exploration, sources: &SourceMap, all: bool) -> Value {
    let is_own = |file: FileId| sources.files.get(file).is_some_and(|file| !file.is_library);
    let is_shown = |procedure: &&Explored| all || procedure.place.is_some_and(|place| is_own(place.file));
    let shown: Vec<&Explored> = explored.procedures.iter().filter(is_shown).collect();
    let numbers = numbers_of_files(&shown);
    let files: Vec<Value> = numbers.keys().filter_map(|file| sources.files.get(*file)).map(|file| {
        json!({ "path": file.path, "own": !file.is_library, "lines": file.text.lines().collect::<Vec<_>>() })
    }).collect();
    let procedures: Vec<Value> = shown
        .iter()
        .map(|procedure| {
            let forms: Vec<Value> = procedure.forms.iter().map(|form| listing(form.as_ref(), &numbers)).collect();
            json!({
                "name": procedure.name,
                "file": procedure.place.map(|place| numbers[&place.file]),
                "line": procedure.place.filter(|_| procedure.is_written).map(|place| place.line),
                "forms": forms,
            })
        })
        .collect();
    json!({ "title": title, "note": note, "forms": explored.forms, "files": files, "procedures": procedures })
}

/// The files that procedures or their lines come from, numbered in the session's order.
fn numbers_of_files(procedures: &[&Explored]) -> BTreeMap<FileId, usize> {
    let lines = |procedure: &'_ Explored| -> Vec<Place> {
        let listings = procedure.forms.iter().flatten();
        listings.flat_map(|listing| listing.lines.iter().flat_map(|line| line.places.iter().copied())).collect()
    };
    let places = procedures.iter().flat_map(|procedure| procedure.place.into_iter().chain(lines(procedure)));
    let files: BTreeSet<FileId> = places.map(|place| place.file).collect();
    files.into_iter().zip(0..).collect()
}

/// `{"bytes": 12, "lines": [["ret", 0, 12], …]}`, or null where there is none.
fn listing(listing: Option<&Listing>, numbers: &BTreeMap<FileId, usize>) -> Value {
    let Some(listing) = listing else { return Value::Null };
    let line = |line: &hubbub_driver::explore::Line| {
        let mut parts = vec![json!(line.text)];
        for place in &line.places {
            parts.extend([json!(numbers[&place.file]), json!(place.line)]);
        }
        Value::Array(parts)
    };
    json!({ "bytes": listing.bytes, "lines": listing.lines.iter().map(line).collect::<Vec<_>>() })
}
