//! Sessions of `tests/lsp/`: files with marked places, then what an editor does, each step with what comes back.
//!
//! ```text
//! --- main.hb
//! main :: ()
//!     «a»x := 3
//! end
//! > open main.hb
//! main.hb: nothing
//! > hover a
//! …
//! ```
//!
//! `«a»` marks a place and is no part of the text. Every file is on disk; `open` opens it. Steps with a place go to the file that holds the mark.
//! `replace a b "text"` puts a text between two marks (`replace a a` inserts), `raw {…}` sends a message as it is, `utf8` before all else asks for that
//! encoding, `settings {…}` gives initialisation options. What is expected may have `[..]`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::client::Client;
use super::shown::Names;
use crate::Tools;
use crate::text::{compare, matches};

/// Plays a session and compares; with `--bless` it is rewritten.
pub fn play(tools: &Tools, path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let script = parse(&text);
    let folder = tools.work.join("lsp").join(path.file_stem().unwrap_or_default());
    let mut session = Session::start(tools, &folder, &script)?;
    let mut found = script.head.clone();
    for step in &script.steps {
        found.push_str(&format!("> {}\n", step.command));
        let given = session.perform(step.command).map_err(|error| format!("`{}`: {error}", step.command))?;
        let lines: Vec<&str> = given.lines().collect();
        let is_same = lines.len() == step.expected.len()
            && lines.iter().zip(&step.expected).all(|(found, pattern)| matches(pattern, found));
        for line in if is_same { &step.expected } else { &lines } {
            found.push_str(&format!("{line}\n"));
        }
    }
    session.finish()?;
    if tools.bless && found != text {
        return std::fs::write(path, found).map_err(|error| error.to_string());
    }
    compare("session", &text, &found)
}

struct Script<'a> {
    /// All before the first step, as it stands.
    head: String,
    files: Vec<(&'a str, String)>,
    steps: Vec<Step<'a>>,
}

struct Step<'a> {
    command: &'a str,
    expected: Vec<&'a str>,
}

fn parse(text: &str) -> Script<'_> {
    let mut script = Script { head: String::new(), files: Vec::new(), steps: Vec::new() };
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("> ") {
            script.steps.push(Step { command, expected: Vec::new() });
        } else if let Some(step) = script.steps.last_mut() {
            step.expected.push(line);
        } else {
            script.head.push_str(line);
            script.head.push('\n');
            match (line.strip_prefix("--- "), script.files.last_mut()) {
                (Some(name), _) => script.files.push((name, String::new())),
                (None, Some((_, text))) => text.extend([line, "\n"]),
                (None, None) => {}
            }
        }
    }
    script
}

/// An open file: its text and where its marks are.
struct File {
    text: String,
    marks: BTreeMap<String, usize>,
    version: i64,
    is_open: bool,
}

impl File {
    fn new(marked: &str) -> Self {
        let (mut text, mut marks) = (String::new(), BTreeMap::new());
        let mut rest = marked;
        while let Some((before, name, behind)) = rest
            .split_once('«')
            .and_then(|(before, mark)| mark.split_once('»').map(|(name, behind)| (before, name, behind)))
        {
            text.push_str(before);
            marks.insert(name.to_owned(), text.len());
            rest = behind;
        }
        text.push_str(rest);
        Self { text, marks, version: 0, is_open: false }
    }

    fn position(&self, at: usize, is_utf8: bool) -> Value {
        let before = &self.text[..at];
        let line = before.rsplit('\n').next().unwrap_or("");
        let character = if is_utf8 { line.len() } else { line.encode_utf16().count() };
        json!({"line": before.matches('\n').count(), "character": character})
    }
}

struct Session {
    client: Client,
    names: Names,
    files: BTreeMap<String, File>,
    is_utf8: bool,
}

impl Session {
    fn start(tools: &Tools, folder: &Path, script: &Script<'_>) -> Result<Self, String> {
        let said = |error: std::io::Error| error.to_string();
        std::fs::create_dir_all(folder).map_err(said)?;
        let folder = folder.canonicalize().map_err(said)?;
        let mut files = BTreeMap::new();
        for (name, marked) in &script.files {
            let file = File::new(marked);
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap_or(&folder)).map_err(said)?;
            std::fs::write(path, &file.text).map_err(said)?;
            files.insert((*name).to_owned(), file);
        }
        let library = tools.hubbubc.with_file_name("../lib/hubbub/stdlib").canonicalize().map_err(said)?;
        let names = Names {
            folder: format!("file://{}/", folder.display()),
            library: format!("file://{}/", library.display()),
        };
        let first = |word: &str| script.steps.iter().find_map(|step| step.command.strip_prefix(word));
        let is_utf8 = first("utf8").is_some();
        let options = first("settings ").map_or(Value::Null, |text| serde_json::from_str(text).unwrap_or_default());
        let encodings = if is_utf8 { json!(["utf-16", "utf-8"]) } else { Value::Null };
        let capabilities = json!({
            "general": {"positionEncodings": encodings},
            "workspace": {"workspaceEdit": {"documentChanges": is_utf8}},
        });
        let mut client = Client::start(&tools.hubbubc, &folder)?;
        if first("raw-start").is_none() {
            client.initialize(capabilities, &folder, options)?;
        }
        Ok(Self { client, names, files, is_utf8 })
    }

    fn finish(self) -> Result<(), String> {
        match self.client.finish()? {
            0 => Ok(()),
            status => Err(format!("the server ended with status {status}")),
        }
    }

    fn perform(&mut self, command: &str) -> Result<String, String> {
        let (verb, rest) = command.split_once(' ').unwrap_or((command, ""));
        let words: Vec<&str> = rest.splitn(3, ' ').collect();
        match verb {
            "utf8" | "settings" | "raw-start" => Ok(String::new()),
            "raw" => self.raw(rest),
            "open" => self.open(rest),
            "close" => {
                self.file(rest)?.is_open = false;
                let uri = self.uri(rest);
                self.client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}))?;
                self.sync()
            }
            "replace" => self.replace(&words),
            "write" => self.write(&words),
            "format" | "symbols" | "folding" | "hints" => self.about_file(verb, rest),
            "complete" => {
                let (file, position) = self.mark(words.first().unwrap_or(&""))?;
                let parameters = json!({"textDocument": {"uri": self.uri(&file)}, "position": position});
                let answer = self.client.ask("textDocument/completion", parameters)?;
                Ok(self.names.completions(&answer, words.get(1).unwrap_or(&"")))
            }
            _ => self.about_place(verb, &words),
        }
    }

    fn raw(&mut self, text: &str) -> Result<String, String> {
        let message: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let is_request = message.get("id").is_some();
        self.client.send(message)?;
        if !is_request {
            return Ok(String::new());
        }
        loop {
            let answer = self.client.next()?;
            if answer.get("method").is_none() {
                return Ok(self.names.answer("", &answer).replace(&self.names.folder, ""));
            }
        }
    }

    fn uri(&self, name: &str) -> String {
        format!("{}{name}", self.names.folder)
    }

    fn file(&mut self, name: &str) -> Result<&mut File, String> {
        self.files.get_mut(name).ok_or(format!("there is no file `{name}`"))
    }

    /// The file with a mark, and its place.
    fn mark(&self, mark: &str) -> Result<(String, Value), String> {
        let found = self.files.iter().find_map(|(name, file)| Some((name, file, *file.marks.get(mark)?)));
        let (name, file, at) = found.ok_or(format!("there is no mark `{mark}`"))?;
        Ok((name.clone(), file.position(at, self.is_utf8)))
    }

    fn open(&mut self, name: &str) -> Result<String, String> {
        let uri = self.uri(name);
        let file = self.file(name)?;
        file.is_open = true;
        file.version += 1;
        let document = json!({"uri": uri, "languageId": "hubbub", "version": file.version, "text": file.text});
        self.client.notify("textDocument/didOpen", json!({"textDocument": document}))?;
        self.sync()
    }

    /// Puts a text between two marks.
    fn replace(&mut self, words: &[&str]) -> Result<String, String> {
        let [from, to, text] = words else { return Err("write `replace a b \"text\"`".to_owned()) };
        let text: String = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let (name, start) = self.mark(from)?;
        let (_, end) = self.mark(to)?;
        let uri = self.uri(&name);
        let file = self.file(&name)?;
        let (a, b) = (file.marks[*from], file.marks[*to]);
        file.text.replace_range(a..b, &text);
        file.version += 1;
        for at in file.marks.values_mut().filter(|at| **at >= b) {
            *at = *at + text.len() - (b - a);
        }
        // the first mark stays before what is put in
        file.marks.insert((*from).to_owned(), a);
        let change = json!({"range": {"start": start, "end": end}, "text": text});
        let document = json!({"uri": uri, "version": file.version});
        self.client.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": [change]}))?;
        self.sync()
    }

    /// Changes a file on disk, behind the editor's back, and says so.
    fn write(&mut self, words: &[&str]) -> Result<String, String> {
        let [name, text @ ..] = words else { return Err("write `write FILE \"text\"`".to_owned()) };
        let text: String = serde_json::from_str(&text.join(" ")).map_err(|error| error.to_string())?;
        let uri = self.uri(name);
        let path = uri.strip_prefix("file://").unwrap_or(&uri);
        std::fs::write(path, text).map_err(|error| error.to_string())?;
        let changes = json!({"changes": [{"uri": uri, "type": 2}]});
        self.client.notify("workspace/didChangeWatchedFiles", changes)?;
        self.sync()
    }

    /// Waits until the last change has been checked; what has been said of each file since then.
    fn sync(&mut self) -> Result<String, String> {
        let open = self.files.iter().filter(|(_, file)| file.is_open);
        let wanted: Vec<(String, i64)> = open.map(|(name, file)| (self.uri(name), file.version)).collect();
        if let Some((uri, version)) = wanted.last() {
            let is_it = |told: &Value| told["uri"] == **uri && told["version"] == *version;
            self.client.wait("textDocument/publishDiagnostics", is_it)?;
        } else {
            // with nothing open there is nothing to wait for but what is taken back
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        self.client.ask("hubbub/nothing", Value::Null)?;
        let mut last: BTreeMap<String, String> = BTreeMap::new();
        let mut text = String::new();
        for notice in std::mem::take(&mut self.client.notices) {
            match notice["method"].as_str() {
                Some("textDocument/publishDiagnostics") => {
                    let told = &notice["params"];
                    last.insert(self.names.file(&told["uri"]), self.names.diagnostics(told));
                }
                Some("window/logMessage") => text += &format!("log: {}\n", notice["params"]["message"]),
                _ => {}
            }
        }
        Ok(text + &last.into_values().collect::<String>())
    }

    fn about_file(&mut self, verb: &str, name: &str) -> Result<String, String> {
        let document = json!({"uri": self.uri(name)});
        let end = json!({"line": 100_000, "character": 0});
        let whole = json!({"start": {"line": 0, "character": 0}, "end": end});
        let (method, parameters) = match verb {
            "format" => {
                let options = json!({"tabSize": 4, "insertSpaces": true});
                ("textDocument/formatting", json!({"textDocument": document, "options": options}))
            }
            "symbols" => ("textDocument/documentSymbol", json!({"textDocument": document})),
            "hints" => ("textDocument/inlayHint", json!({"textDocument": document, "range": whole})),
            _ => ("textDocument/foldingRange", json!({"textDocument": document})),
        };
        let answer = self.client.ask(method, parameters)?;
        Ok(self.names.answer(method, &answer))
    }

    fn about_place(&mut self, verb: &str, words: &[&str]) -> Result<String, String> {
        let (name, position) = self.mark(words.first().unwrap_or(&""))?;
        let document = json!({"uri": self.uri(&name)});
        let mut parameters = json!({"textDocument": document, "position": position});
        let method = match verb {
            "hover" => "textDocument/hover",
            "definition" => "textDocument/definition",
            "highlight" => "textDocument/documentHighlight",
            "signature" => "textDocument/signatureHelp",
            "prepare" => "textDocument/prepareRename",
            "references" => {
                parameters["context"] = json!({"includeDeclaration": true});
                "textDocument/references"
            }
            "rename" => {
                parameters["newName"] = json!(words.get(1).unwrap_or(&""));
                "textDocument/rename"
            }
            "actions" => {
                parameters["range"] = json!({"start": position, "end": position});
                parameters["context"] = json!({"diagnostics": []});
                "textDocument/codeAction"
            }
            _ => return Err("there is no such step".to_owned()),
        };
        let answer = self.client.ask(method, parameters)?;
        Ok(self.names.answer(method, &answer))
    }
}
