//! What a server says, in a few words: a place is `file:line:column-line:column`, counted from 1, an empty one `file:line:column`.

use serde_json::Value;

/// What turns names of files into those of the session.
pub struct Names {
    /// What the URIs of the session's files begin with.
    pub folder: String,
    /// The same for the standard library.
    pub library: String,
}

impl Names {
    /// The name of a file.
    pub fn file(&self, uri: &Value) -> String {
        let uri = uri.as_str().unwrap_or("?");
        let own = uri.strip_prefix(&self.folder).map(str::to_owned);
        own.or_else(|| uri.strip_prefix(&self.library).map(|name| format!("<{name}>"))).unwrap_or(uri.to_owned())
    }

    /// A place in a file. Lines of the library are not shown, for they move.
    pub fn location(&self, location: &Value) -> String {
        let uri = location.get("targetUri").unwrap_or(&location["uri"]);
        let place = location.get("targetSelectionRange").unwrap_or(&location["range"]);
        let file = self.file(uri);
        if file.starts_with('<') { file } else { format!("{file}:{}", range(place)) }
    }

    /// Everything that was published, a line each.
    pub fn diagnostics(&self, published: &Value) -> String {
        let file = self.file(&published["uri"]);
        let mut text = String::new();
        for diagnostic in items(&published["diagnostics"]) {
            text += &format!("{file}:{}", self.diagnostic(diagnostic));
        }
        if text.is_empty() { format!("{file}: nothing\n") } else { text }
    }

    fn diagnostic(&self, diagnostic: &Value) -> String {
        let severity = ["?", "error", "warning", "information", "hint"];
        let severity = severity[diagnostic["severity"].as_u64().unwrap_or(0).min(4) as usize];
        let message = string(&diagnostic["message"]).replace('\n', "\n  | ");
        let mut text =
            format!("{}: {severity} {}: {message}\n", range(&diagnostic["range"]), string(&diagnostic["code"]));
        for tag in items(&diagnostic["tags"]) {
            text += if tag == 1 { "  (unnecessary)\n" } else { "  (deprecated)\n" };
        }
        for related in items(&diagnostic["relatedInformation"]) {
            text += &format!("  {}: {}\n", self.location(&related["location"]), string(&related["message"]));
        }
        text
    }

    /// Edits of several files, a line each.
    pub fn workspace_edit(&self, edit: &Value) -> String {
        let mut text = String::new();
        for change in items(&edit["documentChanges"]) {
            let version = &change["textDocument"]["version"];
            let file = format!("{} (version {version})", self.file(&change["textDocument"]["uri"]));
            text += &edits(&file, &change["edits"]);
        }
        for (uri, changes) in edit["changes"].as_object().into_iter().flatten() {
            text += &edits(&self.file(&Value::from(uri.as_str())), changes);
        }
        text
    }

    /// The result of a request, or its error.
    pub fn answer(&self, method: &str, answer: &Value) -> String {
        if let Some(error) = answer.get("error") {
            return format!("error {}: {}\n", error["code"], string(&error["message"]));
        }
        let result = &answer["result"];
        if result.is_null() {
            return "nothing\n".to_owned();
        }
        match method {
            "textDocument/hover" => {
                let place = result.get("range").map(|place| format!("{}:\n", range(place))).unwrap_or_default();
                let text = string(&result["contents"]["value"]);
                format!(
                    "{place}{}",
                    text.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect::<String>()
                )
            }
            "textDocument/definition" | "textDocument/references" => {
                let mut all: Vec<String> = locations(result).map(|place| self.location(place) + "\n").collect();
                all.sort_by_key(|place| natural(place));
                all.concat()
            }
            "textDocument/documentHighlight" => {
                let kind = |one: &Value| if one["kind"] == 3 { "write" } else { "read" };
                items(result).map(|one| format!("{} {}\n", range(&one["range"]), kind(one))).collect()
            }
            "textDocument/prepareRename" => format!("{} {}\n", range(&result["range"]), string(&result["placeholder"])),
            "textDocument/rename" => self.workspace_edit(result),
            "textDocument/codeAction" => {
                let action = |action: &Value| {
                    let preferred = if action["isPreferred"] == true { " (preferred)" } else { "" };
                    format!("{}{preferred}\n{}", string(&action["title"]), self.workspace_edit(&action["edit"]))
                };
                items(result).map(action).collect()
            }
            "textDocument/formatting" | "textDocument/rangeFormatting" => edits("", result),
            "textDocument/documentSymbol" => symbols(result, 0),
            "textDocument/foldingRange" => {
                let kind = |one: &Value| one["kind"].as_str().map(|kind| format!(" {kind}")).unwrap_or_default();
                let line = |one: &Value| one.as_u64().unwrap_or(0) + 1;
                let fold =
                    |one: &Value| format!("{}-{}{}\n", line(&one["startLine"]), line(&one["endLine"]), kind(one));
                items(result).map(fold).collect()
            }
            "textDocument/signatureHelp" => signatures(result),
            "textDocument/inlayHint" => {
                let hint = |one: &Value| format!("{} {}\n", place(&one["position"]), string(&one["label"]));
                items(result).map(hint).collect()
            }
            _ => format!("{result}\n"),
        }
    }

    /// The completions whose names begin so.
    pub fn completions(&self, answer: &Value, prefix: &str) -> String {
        if let Some(error) = answer.get("error") {
            return format!("error {}: {}\n", error["code"], string(&error["message"]));
        }
        let result = &answer["result"];
        let mut all: Vec<&Value> = items(result.get("items").unwrap_or(result)).collect();
        all.sort_by_key(|item| string(item.get("sortText").unwrap_or(&item["label"])));
        let wanted = all.into_iter().filter(|item| string(&item["label"]).starts_with(prefix));
        let line = |item: &Value| {
            let kind = KINDS.get(item["kind"].as_u64().unwrap_or(0) as usize).copied().unwrap_or("?");
            let detail = item["detail"].as_str().map(|detail| format!(" {detail}")).unwrap_or_default();
            let home =
                item["labelDetails"]["description"].as_str().map(|home| format!(" ({home})")).unwrap_or_default();
            format!("{} [{kind}]{detail}{home}\n", string(&item["label"]))
        };
        let text: String = wanted.map(line).collect();
        if text.is_empty() { "nothing\n".to_owned() } else { text }
    }
}

const KINDS: [&str; 26] = [
    "?",
    "text",
    "method",
    "function",
    "constructor",
    "field",
    "variable",
    "class",
    "interface",
    "module",
    "property",
    "unit",
    "value",
    "enum",
    "keyword",
    "snippet",
    "color",
    "file",
    "reference",
    "folder",
    "member",
    "constant",
    "struct",
    "event",
    "operator",
    "type parameter",
];

fn signatures(result: &Value) -> String {
    let mut text = String::new();
    let active = result["activeSignature"].as_u64().unwrap_or(0);
    for (number, signature) in items(&result["signatures"]).enumerate() {
        let label = string(&signature["label"]);
        let parameter = signature.get("activeParameter").unwrap_or(&result["activeParameter"]).as_u64();
        let parameter = parameter.and_then(|index| signature["parameters"].get(index as usize));
        let shown = parameter.map_or("nothing".to_owned(), |parameter| match &parameter["label"] {
            Value::Array(ends) => {
                let end = |index: usize| ends.get(index).and_then(Value::as_u64).unwrap_or(0) as usize;
                label.get(end(0)..end(1)).unwrap_or("?").to_owned()
            }
            label => string(label),
        });
        let mark = if number as u64 == active { "* " } else { "  " };
        text += &format!("{mark}{label} at {shown}\n");
    }
    text
}

fn symbols(list: &Value, depth: usize) -> String {
    let mut text = String::new();
    for symbol in items(list) {
        let name = string(&symbol["name"]);
        text += &format!("{:depth$}{name} {} in {}\n", "", range(&symbol["selectionRange"]), range(&symbol["range"]));
        text += &symbols(&symbol["children"], depth + 2);
    }
    text
}

fn edits(file: &str, list: &Value) -> String {
    let file = if file.is_empty() { String::new() } else { format!("{file}:") };
    items(list).map(|edit| format!("{file}{} -> {}\n", range(&edit["range"]), edit["newText"])).collect()
}

fn locations(result: &Value) -> impl Iterator<Item = &Value> {
    let several = result.as_array().map(Vec::as_slice);
    several.unwrap_or(std::slice::from_ref(result)).iter()
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn string(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A key that sorts numbers by their size.
fn natural(text: &str) -> Vec<(String, u64)> {
    let parts = text.split(':');
    parts.map(|part| (part.trim_matches(|c: char| c.is_ascii_digit()).to_owned(), part.parse().unwrap_or(0))).collect()
}

fn range(range: &Value) -> String {
    let (start, end) = (place(&range["start"]), place(&range["end"]));
    if start == end { start } else { format!("{start}-{end}") }
}

fn place(position: &Value) -> String {
    let number = |key: &str| position[key].as_u64().unwrap_or(0) + 1;
    format!("{}:{}", number("line"), number("character"))
}
