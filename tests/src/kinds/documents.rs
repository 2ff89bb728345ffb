//! Examples in `README.md`, `docs/` and `examples/`: what the text says about them is true.
//!
//! A page of `docs/diagnostics/` has blocks behind `## Wrong`, each of which causes that diagnostic, and blocks behind `## Right`, none of which
//! causes an error. What a block of another page does, its fence says: `hubbub` is free of errors, `hubbub E0301` causes that diagnostic,
//! `hubbub fragment` is no whole module. A block `output` right behind one is what that prints when it runs; the line of a panic belongs to it.
//! A block may hold several files: a line `// file: Name.hb` begins one; the last one is the main module. What no page can hold is
//! written as in [`UNPRINTABLE`].

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::text::compare;
use crate::{Test, Tools, command, messages};

/// A fenced block in a page.
struct Block {
    section: String,
    fence: String,
    text: String,
    /// The number of the line behind its fence.
    behind: usize,
}

/// What an example does.
#[derive(Clone)]
enum Wanted {
    NoErrors,
    Diagnostic(String),
    Output(String),
}

/// Bytes that stand for something in an example.
const UNPRINTABLE: [(&str, &[u8]); 4] =
    [("<E9>", b"\xe9"), ("<NUL>", b"\0"), ("<ESC>", b"\x1b"), ("<U+202E>", "\u{202e}".as_bytes())];

/// All pages with examples, and all of `examples/`.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests = super::names::collect(tools);
    let readme = tools.root.join("README.md");
    for page in std::iter::once(readme).chain(markdown(&tools.root.join("docs"))) {
        let name = page.strip_prefix(&tools.root).unwrap_or(&page).display().to_string();
        let code = page.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_diagnostic = page.parent().is_some_and(|folder| folder.ends_with("diagnostics"));
        for (number, (text, wanted)) in examples(blocks(&page), is_diagnostic.then_some(code)).into_iter().enumerate() {
            let name = format!("documents/{name} {}", number + 1);
            tests.push(Test::new(name.clone(), move |tools| check(tools, &name, &text, &wanted)));
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

/// The blocks of Hubbub with what they do. `code` is the page's, if it is one of a diagnostic.
fn examples(blocks: Vec<Block>, code: Option<String>) -> Vec<(String, Wanted)> {
    let mut found = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let output =
            blocks.next_if(|next| next.fence == "output" && next.behind <= block.behind + lines_of(&next.text) + 3);
        let wanted = match (block.fence.strip_prefix("hubbub").map(str::trim), output) {
            (Some(""), Some(output)) => Wanted::Output(output.text),
            (Some(""), None) if block.section == "Wrong" => code.clone().map_or(Wanted::NoErrors, Wanted::Diagnostic),
            (Some(""), None) => Wanted::NoErrors,
            (Some("fragment") | None, _) => continue,
            (Some(words), _) if words.starts_with("needs ") => continue,
            (Some(code), _) => Wanted::Diagnostic(code.to_owned()),
        };
        found.push((block.text, wanted));
    }
    found
}

fn lines_of(text: &str) -> usize {
    text.lines().count()
}

fn blocks(page: &Path) -> Vec<Block> {
    let text = std::fs::read_to_string(page).unwrap_or_default();
    let (mut section, mut open, mut blocks) = (String::new(), None::<Block>, Vec::new());
    for (number, line) in text.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(block), None) => block.text.extend([line, "\n"]),
            (Some(_), Some(_)) => blocks.extend(open.take().map(|block| Block { behind: number + 1, ..block })),
            (None, Some(fence)) => {
                let fence = fence.trim().to_owned();
                open = Some(Block { section: section.clone(), fence, text: String::new(), behind: 0 });
            }
            (None, None) => {
                if let Some(title) = line.strip_prefix("## ") {
                    section = title.trim().to_owned();
                }
            }
        }
    }
    blocks
}

fn check(tools: &Tools, name: &str, text: &str, wanted: &Wanted) -> Result<(), String> {
    let folder = tools.work.join(name.replace(['/', ' '], "_"));
    let main = unpack(&folder, text).map_err(|error| error.to_string())?;
    match wanted {
        Wanted::NoErrors => no_errors(tools, &main),
        Wanted::Output(output) => prints(tools, &main, output),
        Wanted::Diagnostic(code) => {
            let (_, messages) = messages::check(tools, &main, &[])?;
            if messages.iter().any(|message| message.code == *code) {
                return Ok(());
            }
            let found: Vec<String> =
                messages.iter().map(|message| format!("{} {}", message.code, message.text)).collect();
            Err(format!("the wrong example does not cause {code} but {found:?}"))
        }
    }
}

/// What a program prints, and the line of its panic.
fn prints(tools: &Tools, main: &Path, output: &str) -> Result<(), String> {
    let outcome = command::run(Command::new(&tools.hubbubc).arg("run").arg(main))?;
    let panics = outcome.stderr.lines().filter(|line| line.starts_with("panic: ") || line.starts_with("error"));
    let found: String = outcome.stdout.lines().chain(panics).map(|line| format!("{line}\n")).collect();
    compare("output", output, &found).map_err(|error| format!("{error}\n{found}{}", outcome.stderr))
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
