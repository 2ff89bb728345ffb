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

/// Files and places that an excerpt could trip over: each is shown, and ends soon.
#[test]
fn odd_files_and_places() {
    let wide = "名前 := \"日本語\" + 🦀\n";
    let long = format!("{}\n", "x".repeat(1 << 20));
    let cases: [(&str, u32, u32, &str); 12] = [
        ("", 0, 0, "main.hb:1:1"),
        ("", 7, 9, "main.hb:1:1"),
        ("a := 1", 6, 6, "main.hb:1:7"),
        ("a := 1\n", 7, 7, "main.hb:2:1"),
        ("a := 1\n", 4_000, 5_000, "main.hb"),
        ("a := 1\r\nb := 2\r\n", 8, 9, "main.hb:2:1"),
        ("\tif\tx\r\n", 4, 5, "main.hb:1:5"),
        (wide, 0, 6, "main.hb:1:1"),
        (wide, 26, 30, "main.hb:1"),
        (wide, 1, 2, "main.hb:1:1"),
        ("a\u{202e}b\u{2066}c := 1\n", 0, 8, "main.hb:1:1"),
        (&long, 1 << 19, (1 << 19) + 1, "main.hb:1:524289"),
    ];
    for (text, start, end, place) in cases {
        let (sources, file) = sources(text);
        let span = Span::new(file, start, end);
        let diagnostic = Diagnostic::new(Kind::UnexpectedToken, span, "found this")
            .label(Span::new(file, end, end), "and there")
            .maybe_fix("write `b`", span, "b")
            .frame(span, "asked for here");
        for (color, ascii) in [(false, true), (false, false), (true, true), (true, false)] {
            let shown = render::render(&diagnostic, &sources, Options { color, ascii, width: 80 });
            let name = text.get(..text.len().min(20)).unwrap_or("wide");
            assert!(shown.contains(place), "{place} is not in\n{shown}");
            assert!(shown.len() < 8_000, "{name}: {} bytes", shown.len());
            let plain = |c: char| matches!(c, '\u{202e}' | '\u{2066}' | '\r') || (c == '\u{1b}' && !color);
            assert!(!shown.contains(plain), "{name}: {shown:?}");
            assert!(!ascii || color || text == wide || !shown.contains('│'), "{shown}");
        }
        let json = json_all(&[diagnostic], &sources);
        assert!(json.len() < 20_000 && json.lines().count() == 1, "{} bytes of JSON", json.len());
    }
}

#[test]
fn a_long_chain_is_five_steps_and_a_count() {
    let (sources, file) = sources("abc");
    let mut diagnostic = Diagnostic::new(Kind::UnknownName, Span::new(file, 0, 1), "unknown name `a`");
    for step in 0..5 {
        diagnostic = diagnostic.frame(Span::new(file, 0, 1), format!("step {step}"));
    }
    let steps = |text: &str| text.matches("step ").count();
    let shown = render::render(&diagnostic, &sources, Options::default());
    assert!(steps(&shown) == 5 && !shown.contains("left out"), "{shown}");
    for step in 5..100 {
        diagnostic = diagnostic.frame(Span::new(file, 0, 1), format!("step {step}"));
    }
    let shown = render::render(&diagnostic, &sources, Options::default());
    assert!(shown.contains("95 more steps are left out"), "{shown}");
    let json = json_all(&[diagnostic], &sources).replace(r#""rendered":"error"#, "\n");
    let json = json.lines().next().unwrap_or("");
    assert!(json.contains("95 more steps are left out"), "{json}");
    for step in ["step 0", "step 1", "step 2", "step 3", "step 99"] {
        assert!(shown.contains(step) && json.contains(step), "{step} is not in\n{shown}\n{json}");
    }
    assert!(!shown.contains("step 4\n") && !shown.contains("step 98"), "{shown}");
}

/// Spans, labels, notes, helps, fixes and frames all reach the reader of JSON, in the file that they belong to.
#[test]
fn json_holds_all_that_is_known() {
    let mut sources = SourceMap::default();
    let one = sources.files.push(SourceFile::new("one.hb", "first\nsecond\n"));
    let two = sources.files.push(SourceFile::new("two.hb", "third\n"));
    let mut diagnostic = Diagnostic::new(Kind::TypeMismatch, Span::new(one, 0, 5), "what was found")
        .label(Span::new(one, 0, 5), "at the place")
        .label(Span::new(two, 0, 5), "in another file")
        .note("a fact")
        .help("advice")
        .fix("a sure edit", Span::new(one, 6, 12), "2nd")
        .maybe_fix("a guess", Span::new(two, 0, 5), "3rd")
        .frame(Span::new(two, 0, 5), "how one got here");
    if let Some(fix) = diagnostic.fixes.first_mut() {
        fix.edits.push((Span::new(one, 12, 12), ";".to_owned()));
    }
    let line = json_all(&[diagnostic], &sources);
    for part in [
        r#""label":"at the place""#,
        r#""file_name":"two.hb","byte_start":0"#,
        r#""label":"in another file""#,
        r#"{"message":"a fact","code":null,"level":"note""#,
        r#"{"message":"advice","code":null,"level":"help""#,
        r#""suggested_replacement":"2nd","suggestion_applicability":"MachineApplicable""#,
        r#""suggested_replacement":";","suggestion_applicability":"MachineApplicable""#,
        r#""suggested_replacement":"3rd","suggestion_applicability":"MaybeIncorrect""#,
        r#"{"message":"how one got here","code":null,"level":"note","spans":[{"file_name":"two.hb""#,
    ] {
        assert!(line.contains(part), "{part} is not in\n{line}");
    }
}
