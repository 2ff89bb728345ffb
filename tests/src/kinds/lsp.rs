//! `tests/lsp/NAME.txt`: what editors do and what `hubbubc lsp` says to it (see [`crate::lsp::script`]); the life of a server; and nonsense.

use serde_json::{Value, json};

use crate::lsp::client::Client;
use crate::lsp::{fuzz, script};
use crate::{Test, Tools};

/// All sessions, and what is no session.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let entries = std::fs::read_dir(tools.root.join("tests/lsp")).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let name = |path: &std::path::Path| format!("lsp/{}", path.file_stem().unwrap_or_default().to_string_lossy());
    let mut tests: Vec<Test> =
        files.into_iter().map(|path| Test::new(name(&path), move |tools| script::play(tools, &path))).collect();
    tests.push(Test::new("lsp life: order of messages", order));
    tests.push(Test::new("lsp life: what is no message", malformed));
    tests.push(Test::new("lsp life: ends", ends));
    tests.push(Test::new("lsp life: fast typing", typing));
    tests.extend(
        (0..fuzz::PARTS).map(|part| Test::new(format!("lsp fuzz {part}"), move |tools| fuzz::run(tools, part))),
    );
    tests
}

fn start(tools: &Tools) -> Result<Client, String> {
    Client::start(&tools.hubbubc, &tools.work)
}

fn expect(answer: &Value, code: i64) -> Result<(), String> {
    if answer["error"]["code"] == code { Ok(()) } else { Err(format!("expected error {code}, found {answer}")) }
}

fn order(tools: &Tools) -> Result<(), String> {
    let mut client = start(tools)?;
    client.notify("textDocument/didOpen", json!({"nothing": "yet"}))?;
    expect(&client.ask("textDocument/hover", json!({}))?, -32002)?;
    expect(&client.ask("initialize", json!(3))?, -32602)?;
    client.initialize(json!({}), &tools.work, Value::Null)?;
    expect(&client.ask("initialize", json!({"capabilities": {}}))?, -32600)?;
    expect(&client.ask("textDocument/unheardOf", json!({}))?, -32601)?;
    expect(&client.ask("textDocument/documentSymbol", json!({"textDocument": 3}))?, -32602)?;
    expect(&client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": "file:///none.hb"}}))?, -32602)?;
    client.notify("$/unheardOf", json!({}))?;
    client.notify("textDocument/didChange", json!({"textDocument": 3}))?;
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": "file:///none.hb"}}))?;
    client.notify("$/cancelRequest", json!({"id": 77}))?;
    client.send(json!({"id": 99, "result": null}))?;
    let answer = client.ask("shutdown", Value::Null)?;
    if answer.get("error").is_some() {
        return Err(format!("`shutdown` gives {answer}"));
    }
    expect(&client.ask("textDocument/documentSymbol", json!({}))?, -32600)?;
    client.notify("exit", Value::Null)?;
    is_status(client.end()?, 0)
}

fn malformed(tools: &Tools) -> Result<(), String> {
    let mut client = start(tools)?;
    for (body, code) in [("{", -32700), ("[]", -32600), ("{\"id\": []}", -32600), ("\u{fffd}", -32700), ("", -32700)] {
        client.write(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes())?;
        expect(&client.next()?, code)?;
    }
    client.write(b"Content-Length: 2\r\n\r\n\xff\xfe")?;
    expect(&client.next()?, -32700)?;
    client.initialize(json!({}), &tools.work, Value::Null)?;
    client.write(b"this is no head at all\r\n\r\n")?;
    is_status(client.end()?, 1)
}

fn ends(tools: &Tools) -> Result<(), String> {
    let mut client = start(tools)?;
    is_status(client.end()?, 1)?;
    let mut client = start(tools)?;
    client.notify("exit", Value::Null)?;
    is_status(client.end()?, 1)?;
    let mut client = start(tools)?;
    client.initialize(json!({}), &tools.work, Value::Null)?;
    client.write(b"Content-Length: 100\r\n\r\n{\"cut")?;
    is_status(client.end()?, 1)?;
    match client.errors().as_str() {
        "" => Ok(()),
        text => Err(format!("it writes to standard error: {text}")),
    }
}

/// Hundreds of changes at once lead to a few checks, and the last one is of the last text.
fn typing(tools: &Tools) -> Result<(), String> {
    const CHANGES: i64 = 400;
    let mut client = start(tools)?;
    client.initialize(json!({}), &tools.work, Value::Null)?;
    let uri = "untitled:typing";
    let document = json!({"uri": uri, "languageId": "hubbub", "version": 0, "text": "main :: ()\nend\n"});
    client.notify("textDocument/didOpen", json!({"textDocument": document}))?;
    for version in 1..=CHANGES {
        let at = json!({"line": 0, "character": 10});
        let text = if version == CHANGES { "\n    x: Int = 'a'" } else { " // more" };
        let change = json!({"range": {"start": at, "end": at}, "text": text});
        let document = json!({"uri": uri, "version": version});
        client.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": [change]}))?;
    }
    client.wait("textDocument/publishDiagnostics", |told| told["version"] == CHANGES)?;
    let last = client.notices.back().map(|notice| notice["params"]["diagnostics"].clone()).unwrap_or_default();
    if last.as_array().is_none_or(Vec::is_empty) {
        return Err("the last text has a mistake, of which nothing is said".to_owned());
    }
    let checks = client.notices.len();
    if checks > 40 {
        return Err(format!("{checks} checks for {CHANGES} changes that came at once"));
    }
    is_status(client.finish()?, 0)
}

fn is_status(found: i32, expected: i32) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("the server ended with status {found}, expected {expected}")) }
}
