//! What people and programs see.

use hubbub_base::{SourceFile, SourceMap, Span};
use hubbub_diagnostics::{Diagnostic, Kind, Options, arrange, json_all, render, render_all, summary};

fn sources(text: &str) -> (SourceMap, hubbub_base::FileId) {
    let mut sources = SourceMap::default();
    let file = sources.files.push(SourceFile::new("main.hb", text));
    (sources, file)
}

fn check(text: &str, make: impl Fn(&dyn Fn(u32, u32) -> Span) -> Diagnostic, expected: &str) {
    let (sources, file) = sources(text);
    let diagnostic = make(&|start, end| Span::new(file, start, end));
    let found = render::render(&diagnostic, &sources, Options::default());
    assert_eq!(found.trim_end(), expected.trim(), "\n{found}");
}

#[test]
fn label_note_help_and_fix() {
    check(
        "main :: () -> Int\n\tn := 3\n\treturn n-1\nend\n",
        |span| {
            Diagnostic::new(Kind::UnknownName, span(34, 37), "unknown name `n-1`")
                .label(span(34, 37), "this is one name")
                .label(span(19, 20), "`n` is declared here")
                .note("a hyphen belongs to a name")
                .help("put blanks around the operator")
                .fix("write `n - 1`", span(34, 37), "n - 1")
        },
        include_str!("label_note_help_and_fix.txt"),
    );
}

#[test]
fn spans_are_clamped_and_terminals_protected() {
    check(
        "a\u{1b}[31m := \u{202e}1",
        |span| Diagnostic::new(Kind::ControlCharacter, span(1, 4000), "control \u{7} character"),
        include_str!("protected.txt"),
    );
}

#[test]
fn long_lines_are_cut() {
    let text = format!("x := {}", "y + ".repeat(100_000));
    let (sources, file) = sources(&text);
    let diagnostic = Diagnostic::new(Kind::UnknownName, Span::new(file, 200_001, 200_002), "unknown name `y`");
    let found = render::render(&diagnostic, &sources, Options::default());
    assert!(found.contains("main.hb:1:200002"), "{found}");
    assert!(found.len() < 1_000, "{}", found.len());
}

#[test]
fn order_and_duplicates() {
    let (_, file) = sources("abc");
    let at = |start| Diagnostic::new(Kind::UnknownName, Span::new(file, start, start + 1), format!("at {start}"));
    let without = Diagnostic::new(Kind::LinkFailed, None, "no file");
    let arranged = arrange(vec![at(2), at(0), without, at(2), at(1)]);
    let messages: Vec<&str> = arranged.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages, ["no file", "at 0", "at 1", "at 2"]);
    assert_eq!(summary(&arranged).as_deref(), Some("4 errors"));
    assert_eq!(summary(&[]), None);
}

#[test]
fn a_hundred_then_a_count() {
    let (sources, file) = sources(&"x\n".repeat(200));
    let make = |line: u32, kind| Diagnostic::new(kind, Span::new(file, 2 * line, 2 * line + 1), "m");
    let mut all: Vec<Diagnostic> = (0..150).map(|line| make(line, Kind::UnusedLocal)).collect();
    all.push(make(180, Kind::UnknownName));
    let text = render_all(&all, &sources, Options::default());
    assert_eq!(text.matches("warning[W0001]").count(), 99);
    assert_eq!(text.matches("error[E0201]").count(), 1, "errors come before warnings");
    assert!(text.ends_with("... and 51 more\n\n"), "{text}");
    assert_eq!(json_all(&all, &sources).lines().count(), 101);
}

#[test]
fn json_has_the_fields_of_rustc() {
    let (sources, file) = sources("ä := 1\nb\n");
    let diagnostic = Diagnostic::new(Kind::UnusedValue, Span::new(file, 8, 9), "nobody uses it").note("why").maybe_fix(
        "store it",
        Span::new(file, 8, 8),
        "_ = ",
    );
    let line = json_all(&[diagnostic], &sources);
    for part in [
        r#""$message_type":"diagnostic","format_version":1,"message":"nobody uses it","code":{"code":"E0110""#,
        r#""level":"error","spans":[{"file_name":"main.hb","byte_start":8,"byte_end":9,"line_start":2,"line_end":2,"column_start":1,"column_end":2,"is_primary":true,"text":[{"text":"b","highlight_start":1,"highlight_end":2}]"#,
        r#"{"message":"why","code":null,"level":"note","spans":[],"children":[],"rendered":null}"#,
        r#""suggested_replacement":"_ = ","suggestion_applicability":"MaybeIncorrect""#,
        r#""rendered":"error[E0110]: nobody uses it"#,
    ] {
        assert!(line.contains(part), "{part} is not in {line}");
    }
}
