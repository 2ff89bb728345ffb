//! Nonsense: random changes of the programs of `tests/run/`, and questions about random places, some of them outside of the text.
//!
//! Every question must be answered, none by an internal error, and the server's memory must not grow without bound. `HUBBUB_LSP` is how many changes there are (a few by
//! default), `HUBBUB_LSP_SEED` where the numbers begin.

use serde_json::{Value, json};

use super::client::Client;
use crate::generated::random::Random;
use crate::{Tools, header};

/// Tests that the changes are dealt into.
pub const PARTS: u64 = 2;
/// Changes without further say.
const CHANGES: u64 = 400;
/// Changes after which another program is taken.
const CHANGES_OF_FILE: u64 = 20;
/// Bytes of memory that a server may have, whatever it was asked.
const MEMORY_MAX: u64 = 1 << 30;

const PIECES: [&str; 40] = [
    "x",
    ".",
    ".x",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "end\n",
    " := ",
    " :: ",
    "struct\n",
    "enum\n",
    "if ",
    "for i in ",
    "match ",
    "case .",
    "1",
    "\"",
    "'",
    "`",
    "ä",
    "😀",
    "\r",
    "\r\n",
    "\0",
    "// ",
    "/*",
    "#import \"",
    "#run ",
    "#if ",
    "return ",
    "=> ",
    "@",
    "&",
    "T",
    "defer ",
    "main",
];

const METHODS: [&str; 12] = [
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/completion",
    "textDocument/signatureHelp",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/codeAction",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/formatting",
];

/// Runs one part.
pub fn run(tools: &Tools, part: u64) -> Result<(), String> {
    let setting =
        |name: &str, otherwise| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let changes: u64 = setting("HUBBUB_LSP", CHANGES) / PARTS;
    let seed: u64 = setting("HUBBUB_LSP_SEED", 1) * PARTS + part;
    let folder = tools.root.join("tests/run");
    let programs = header::programs(&folder);
    let mut random = Random::new(seed);
    let mut client = Client::start(&tools.hubbubc, &folder)?;
    let utf8 = json!({"general": {"positionEncodings": ["utf-8"]}});
    client.initialize(if part == 0 { json!({}) } else { utf8 }, &tools.work, Value::Null)?;
    for file in 0..changes.div_ceil(CHANGES_OF_FILE) {
        let (name, path) = &programs[random.below(programs.len())];
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let session =
            Nonsense { client: &mut client, random: &mut random, uri: format!("file://{}", path.display()), text };
        session.play().map_err(|error| format!("seed {seed}, file {file} ({name}): {error}"))?;
    }
    let memory = memory(client.process());
    if memory > MEMORY_MAX {
        return Err(format!("seed {seed}: the server has {} MB", memory >> 20));
    }
    match client.finish()? {
        0 => Ok(()),
        status => Err(format!("seed {seed}: the server ended with status {status}")),
    }
}

/// Bytes of memory that a process has at this moment.
pub fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    kilobytes.unwrap_or(0) << 10
}

struct Nonsense<'a> {
    client: &'a mut Client,
    random: &'a mut Random,
    uri: String,
    text: String,
}

impl Nonsense<'_> {
    fn play(mut self) -> Result<(), String> {
        let document = json!({"uri": self.uri, "languageId": "hubbub", "version": 0, "text": self.text});
        self.client.notify("textDocument/didOpen", json!({"textDocument": document}))?;
        for version in 1..=CHANGES_OF_FILE {
            let changes: Vec<Value> = (0..1 + self.random.below(3)).map(|_| self.change()).collect();
            let document = json!({"uri": self.uri, "version": version});
            self.client
                .notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}))?;
            for _ in 0..1 + self.random.below(3) {
                self.question()?;
            }
        }
        let uri = self.uri.clone();
        self.client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}))?;
        let notices = std::mem::take(&mut self.client.notices);
        match notices.iter().find(|notice| notice["method"] == "window/logMessage") {
            Some(told) => Err(format!("it says {}", told["params"])),
            None => Ok(()),
        }
    }

    /// A place, most of the time within the text.
    fn position(&mut self) -> Value {
        let lines = self.text.lines().count() + 1;
        let line = self.random.below(lines + lines / 20 + 1);
        let width = self.text.lines().nth(line).map_or(0, str::len);
        json!({"line": line, "character": self.random.below(width + 3)})
    }

    fn change(&mut self) -> Value {
        let start = self.position();
        let mut end = start.clone();
        if self.random.below(3) == 0 {
            let far = start["character"].as_u64().unwrap_or(0) + self.random.below(12) as u64;
            end["character"] = json!(far);
        }
        if self.random.below(20) == 0 {
            end = self.position();
        }
        let text: String = (0..self.random.below(4)).map(|_| PIECES[self.random.below(PIECES.len())]).collect();
        // What the server has made of it is its business: the lines of the first text are near enough for choosing places.
        json!({"range": {"start": start, "end": end}, "text": text})
    }

    fn question(&mut self) -> Result<(), String> {
        let method = METHODS[self.random.below(METHODS.len())];
        let (position, end) = (self.position(), self.position());
        let parameters = json!({
            "textDocument": {"uri": self.uri},
            "position": position,
            "range": {"start": position, "end": end},
            "context": {"includeDeclaration": true, "diagnostics": [], "triggerKind": 1, "isRetrigger": false},
            "newName": PIECES[self.random.below(PIECES.len())],
            "options": {"tabSize": 4, "insertSpaces": true},
        });
        let answer = self.client.ask(method, parameters)?;
        let code = answer["error"]["code"].as_i64().unwrap_or(0);
        if matches!(code, -32603 | -32602) { Err(format!("`{method}` gives {answer}")) } else { Ok(()) }
    }
}
