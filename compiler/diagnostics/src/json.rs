//! Diagnostics for programs: one JSON object a line, with the field names of rustc and a `format_version`.

use std::borrow::Cow;

use hubbub_base::{SourceMap, Span};
use serde::Serialize;

use crate::excerpt::clamp;
use crate::render::{Options, left_out, printed, render};
use crate::{Applicability, Diagnostic};

/// Raised when a field changes its meaning or goes away.
pub const FORMAT_VERSION: u32 = 1;
/// Bytes of a source line that are copied into the output.
const LINE_BYTES_MAX: usize = 1_000;
/// Lines of a place that are copied into the output.
const LINES_MAX: u32 = 10;

#[derive(Serialize)]
struct Message<'d> {
    #[serde(rename = "$message_type")]
    message_type: &'static str,
    format_version: u32,
    message: &'d str,
    code: Option<Code>,
    level: &'static str,
    spans: Vec<JsonSpan<'d>>,
    children: Vec<Child<'d>>,
    rendered: Option<String>,
}

#[derive(Serialize)]
struct Code {
    code: &'static str,
    explanation: &'static str,
}

/// A note, a help, a fix or a frame.
#[derive(Serialize)]
struct Child<'d> {
    message: Cow<'d, str>,
    code: Option<Code>,
    level: &'static str,
    spans: Vec<JsonSpan<'d>>,
    children: [(); 0],
    rendered: Option<String>,
}

#[derive(Serialize)]
struct JsonSpan<'d> {
    file_name: &'d str,
    byte_start: u32,
    byte_end: u32,
    line_start: u32,
    line_end: u32,
    column_start: u32,
    column_end: u32,
    is_primary: bool,
    text: Vec<Line<'d>>,
    label: Option<&'d str>,
    suggested_replacement: Option<&'d str>,
    suggestion_applicability: Option<&'static str>,
}

#[derive(Serialize)]
struct Line<'d> {
    text: &'d str,
    highlight_start: u32,
    highlight_end: u32,
}

/// All `diagnostics`, which [`crate::render::arrange`] has put in order, a line each; at most 100, then one that counts the rest.
pub fn json_all(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let (chosen, rest) = printed(diagnostics);
    let mut out = String::new();
    for diagnostic in chosen {
        out.push_str(&json(diagnostic, sources));
        out.push('\n');
    }
    if rest > 0 {
        let message = format!("{rest} more diagnostics");
        out.push_str(&text(&message_of("failure-note", &message)));
        out.push('\n');
    }
    out
}

/// One diagnostic as a JSON object on one line.
pub fn json(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let mut message = message_of(diagnostic.severity().name(), &diagnostic.message);
    message.code = Some(Code { code: diagnostic.kind.code(), explanation: diagnostic.kind.page() });
    if let Some(primary) = diagnostic.span {
        let label = diagnostic.labels.iter().find(|(span, _)| *span == primary);
        message.spans.extend(json_span(primary, true, label.map(|(_, text)| text.as_str()), sources));
        let others = diagnostic.labels.iter().filter(|(span, _)| *span != primary);
        message.spans.extend(others.filter_map(|(span, text)| json_span(*span, false, Some(text), sources)));
    }
    message.children = children(diagnostic, sources);
    message.rendered = Some(render(diagnostic, sources, Options::default()) + "\n");
    text(&message)
}

fn message_of<'d>(level: &'static str, message: &'d str) -> Message<'d> {
    Message {
        message_type: "diagnostic",
        format_version: FORMAT_VERSION,
        message,
        code: None,
        level,
        spans: Vec::new(),
        children: Vec::new(),
        rendered: None,
    }
}

/// A message holds nothing that cannot be written as JSON.
fn text(message: &Message) -> String {
    serde_json::to_string(message).unwrap_or_default()
}

fn child<'d>(level: &'static str, message: impl Into<Cow<'d, str>>, spans: Vec<JsonSpan<'d>>) -> Child<'d> {
    Child { message: message.into(), code: None, level, spans, children: [], rendered: None }
}

fn children<'d>(diagnostic: &'d Diagnostic, sources: &'d SourceMap) -> Vec<Child<'d>> {
    let mut children: Vec<Child> =
        diagnostic.notes.iter().map(|note| child("note", note.as_str(), Vec::new())).collect();
    children.extend(diagnostic.help.iter().map(|help| child("help", help.as_str(), Vec::new())));
    for fix in &diagnostic.fixes {
        let edits = fix.edits.iter().filter_map(|(span, replacement)| {
            let mut span = json_span(*span, true, None, sources)?;
            span.suggested_replacement = Some(replacement);
            span.suggestion_applicability = Some(applicability(fix.applicability));
            Some(span)
        });
        children.push(child("help", fix.message.as_str(), edits.collect()));
    }
    for (index, frame) in diagnostic.frames.iter().enumerate() {
        if diagnostic.frames_left_out > 0 && index + 1 == diagnostic.frames.len() {
            children.push(child("note", left_out(diagnostic.frames_left_out), Vec::new()));
        }
        let spans = json_span(frame.span, true, None, sources).into_iter().collect();
        children.push(child("note", frame.message.as_str(), spans));
    }
    children
}

fn applicability(applicability: Applicability) -> &'static str {
    match applicability {
        Applicability::MachineApplicable => "MachineApplicable",
        Applicability::MaybeIncorrect => "MaybeIncorrect",
        Applicability::HasPlaceholders => "HasPlaceholders",
    }
}

fn json_span<'d>(span: Span, is_primary: bool, label: Option<&'d str>, sources: &'d SourceMap) -> Option<JsonSpan<'d>> {
    let file = sources.files.get(span.file)?;
    let range = clamp(&file.text, span);
    let (line_start, column_start) = file.line_column(range.start as u32);
    let (line_end, column_end) = file.line_column(range.end as u32);
    let last = line_end.min(line_start + LINES_MAX - 1);
    let line = |number: u32| {
        let text = file.line_text(number);
        let length = text.chars().count() as u32;
        Line {
            text: cut(text),
            highlight_start: if number == line_start { column_start } else { 1 },
            highlight_end: if number == line_end { column_end } else { length + 1 },
        }
    };
    Some(JsonSpan {
        file_name: &file.path,
        byte_start: range.start as u32,
        byte_end: range.end as u32,
        line_start,
        line_end,
        column_start,
        column_end,
        is_primary,
        text: (line_start..=last).map(line).collect(),
        label,
        suggested_replacement: None,
        suggestion_applicability: None,
    })
}

fn cut(text: &str) -> &str {
    let mut end = text.len().min(LINE_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}
