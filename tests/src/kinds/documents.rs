//! Examples in `docs/` and `examples/`: what the text says about them is true.
//!
//! A page of `docs/diagnostics/` has blocks behind `## Wrong`, each of which causes that diagnostic, and blocks behind `## Right`, none of which
//! causes an error. A block of another page is free of errors, unless its fence says `hubbub fragment`. A block may hold several files: a line
//! `// file: Name.hb` begins one; the last one is the main module. What no page can hold is written as in [`UNPRINTABLE`].

use std::path::{Path, PathBuf};

use crate::{Test, Tools, messages};

/// A block of Hubbub in a page.
struct Block {
    section: String,
    text: String,
}

/// Bytes that stand for something in an example.
const UNPRINTABLE: [(&str, &[u8]); 4] =
    [("<E9>", b"\xe9"), ("<NUL>", b"\0"), ("<ESC>", b"\x1b"), ("<U+202E>", "\u{202e}".as_bytes())];

/// All pages with examples, and all of `examples/`.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for page in markdown(&tools.root.join("docs")) {
        let name = page.strip_prefix(&tools.root).unwrap_or(&page).display().to_string();
        let code = page.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_diagnostic = page.parent().is_some_and(|folder| folder.ends_with("diagnostics"));
        for (number, block) in blocks(&page).into_iter().enumerate() {
            let name = format!("documents/{name} {}", number + 1);
            let wanted = (is_diagnostic && block.section == "Wrong").then(|| code.clone());
            tests.push(Test::new(name.clone(), move |tools| check(tools, &name, &block.text, wanted.as_deref())));
        }
    }
    let examples = crate::header::programs(&tools.root.join("examples"));
    tests.extend(
        examples
            .into_iter()
            .map(|(name, main)| Test::new(format!("documents/examples/{name}"), move |tools| no_errors(tools, &main))),
    );
    tests
}

fn markdown(folder: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            pages.extend(markdown(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
    pages.sort();
    pages
}

fn blocks(page: &Path) -> Vec<Block> {
    let text = std::fs::read_to_string(page).unwrap_or_default();
    let (mut section, mut open, mut blocks) = (String::new(), None::<String>, Vec::new());
    for line in text.lines() {
        match &mut open {
            Some(body) if line.starts_with("```") => {
                blocks.push(Block { section: section.clone(), text: std::mem::take(body) });
                open = None;
            }
            Some(body) => body.extend([line, "\n"]),
            None if line.trim_end() == "```hubbub" => open = Some(String::new()),
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    section = title.trim().to_owned();
                }
            }
        }
    }
    blocks
}

fn check(tools: &Tools, name: &str, text: &str, wanted: Option<&str>) -> Result<(), String> {
    let folder = tools.work.join(name.replace(['/', ' '], "_"));
    let main = unpack(&folder, text).map_err(|error| error.to_string())?;
    let Some(code) = wanted else { return no_errors(tools, &main) };
    let (_, messages) = messages::check(tools, &main, &[])?;
    if messages.iter().any(|message| message.code == code) {
        return Ok(());
    }
    let found: Vec<String> = messages.iter().map(|message| format!("{} {}", message.code, message.text)).collect();
    Err(format!("the wrong example does not cause {code} but {found:?}"))
}

/// Writes the files of a block; gives the main one.
fn unpack(folder: &Path, text: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let (mut name, mut body) = ("example.hb".to_owned(), String::new());
    for line in text.lines() {
        if let Some(next) = line.strip_prefix("// file: ") {
            if !body.trim().is_empty() {
                std::fs::write(folder.join(&name), with_unprintable(&body))?;
            }
            (name, body) = (next.trim().to_owned(), String::new());
        } else {
            body.extend([line, "\n"]);
        }
    }
    let main = folder.join(name);
    std::fs::write(&main, with_unprintable(&body))?;
    Ok(main)
}

fn with_unprintable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let found = UNPRINTABLE.iter().find_map(|(shown, bytes)| Some((rest.strip_prefix(shown)?, *bytes)));
        let (behind, real) = found.unwrap_or_else(|| {
            let end = rest.chars().next().map_or(0, char::len_utf8);
            (&rest[end..], &rest.as_bytes()[..end])
        });
        bytes.extend_from_slice(real);
        rest = behind;
    }
    bytes
}

fn no_errors(tools: &Tools, main: &Path) -> Result<(), String> {
    let (status, messages) = messages::check(tools, main, &[])?;
    let errors: Vec<String> = messages
        .iter()
        .filter(|message| message.level == "error")
        .map(|message| format!("{} line {}: {}", message.code, message.lines.0, message.text))
        .collect();
    if status == 0 { Ok(()) } else { Err(format!("status {status}\n{}", errors.join("\n"))) }
}
