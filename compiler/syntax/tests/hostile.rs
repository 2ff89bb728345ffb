//! Shapes that break parsers: nesting at the limit, below and above it, a million of anything, odd bytes. Each ends soon.

#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::time::{Duration, Instant};

use hubbub_base::limits::ELSE_IFS_MAX;
use hubbub_diagnostics::Kind;
use hubbub_syntax::{Parsed, parse, parse_text};

/// What a shape of a million may take, in a build without much optimisation on a busy machine.
const TIME_MAX: Duration = Duration::from_secs(30);

fn timed(name: &str, bytes: &[u8]) -> Parsed {
    let start = Instant::now();
    let parsed = parse(bytes);
    assert!(start.elapsed() < TIME_MAX, "{name} took {:?}", start.elapsed());
    parsed
}

fn kinds(parsed: &Parsed) -> Vec<Kind> {
    parsed.errors.iter().map(|error| error.kind).collect()
}

/// `shape(n)` has n levels: 255 and 256 are right, 257 and many more are one message.
fn nesting(name: &str, shape: impl Fn(usize) -> String) {
    for levels in [1, 255, 256] {
        let parsed = timed(name, shape(levels).as_bytes());
        assert_eq!(kinds(&parsed), [], "{name}, {levels} levels: {:?}", parsed.errors.first());
        std::hint::black_box(parsed.tree.dump());
    }
    for levels in [257, 10_000, 1_000_000] {
        let parsed = timed(name, shape(levels).as_bytes());
        assert_eq!(kinds(&parsed), [Kind::NestingTooDeep], "{name}, {levels} levels");
        std::hint::black_box(parsed.tree.dump());
    }
}

fn in_main(inner: &str) -> String {
    format!("main :: ()\n{inner}\nend\n")
}

#[test]
fn brackets() {
    for (open, close) in
        [("(", ")"), ("f(", ")"), ("{", "}"), ("T{", "}"), ("a[", "]"), ("ifx a => ", " else => 1 end")]
    {
        nesting(open, |n| format!("x :: {}1{}\n", open.repeat(n), close.repeat(n)));
    }
}

#[test]
fn operators_and_types() {
    for prefix in ["- ", "!", "~ ", "& ", "*", "#run "] {
        nesting(prefix, |n| format!("x :: {}a\n", prefix.repeat(n)));
    }
    nesting("type", |n| format!("x: {}Int{}\n", "Pointer{".repeat(n), "}".repeat(n)));
    nesting("pointers", |n| format!("x: {}Int\n", "*".repeat(n)));
    nesting("results", |n| format!("x: (){}\n", " -> ()".repeat(n - 1)));
}

#[test]
fn blocks() {
    // the body of the procedure is a level too
    let blocks = |open: &str, close: &str, n: usize| in_main(&(open.repeat(n - 1) + &close.repeat(n - 1)));
    for (open, close) in [
        ("if a\n", "end\n"),
        ("while a\n", "end\n"),
        ("for i in a\n", "end\n"),
        ("block\n", "end\n"),
        ("with a\n", "end\n"),
        ("match a\ncase 1\n", "end\n"),
        ("#if a\n", "#end\n"),
        ("f :: ()\n", "end\n"),
        ("if a else\n", "end\n"),
    ] {
        nesting(open, |n| blocks(open, close, n));
    }
    nesting("defer", |n| in_main(&("defer ".repeat(n.saturating_sub(2)) + "f()")));
}

/// Chains have any length, and what reads them uses loops.
#[test]
fn chains() {
    const MANY: usize = 1_000_000;
    for (first, more) in [
        ("1", " + 1"),
        ("1", " + 1 * 2"),
        ("a", ".b"),
        ("a", "(1)"),
        ("a", "[1]"),
        ("a", "{1}"),
        ("a", "@"),
        ("a", " && b"),
        ("a", " or_else b"),
        ("a", " or_return"),
        ("f(1", ", 1"),
    ] {
        let close = if first.contains('(') { ")" } else { "" };
        let parsed = timed(more, format!("x :: {first}{}{close}\n", more.repeat(MANY)).as_bytes());
        assert_eq!(kinds(&parsed), [], "{more}");
        assert!(parsed.tree.dump().len() > MANY);
    }
    for (count, wanted) in [(ELSE_IFS_MAX, &[][..]), (MANY / 2, &[Kind::NestingTooDeep])] {
        let chain = format!("if a\n{}end", "else if b\n".repeat(count));
        assert_eq!(kinds(&timed("else if", in_main(&chain).as_bytes())), wanted);
        let chain = format!("x = ifx a => 1 {}else => 2 end", "else if b => 1 ".repeat(count));
        assert_eq!(kinds(&timed("ifx", in_main(&chain).as_bytes())), wanted);
    }
    let chain = format!("#if a\n{}#end", "#else #if b\n".repeat(MANY / 2));
    assert_eq!(kinds(&timed("#if", chain.as_bytes())), []);
}

/// Beginnings that never end, and ends that never began.
#[test]
fn a_million_of_each() {
    const MANY: usize = 1_000_000;
    let words = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "end ",
        "end\n",
        "else ",
        "case ",
        "if ",
        "if\n",
        "match ",
        "block ",
        "#if ",
        "#else ",
        "#end ",
        "a :: ",
        "a ",
        "a\n",
        "a,",
        "a:",
        "a := ",
        ":: ",
        "f(",
        "f(a ",
        "f(a;",
        "f(a\n",
        "[a,",
        "=> ",
        "-> ",
        "1 ",
        "\" ",
        "' ",
        "` ",
        "/*",
        "*/",
        "--",
        "++",
        "@",
        "#",
        "# ",
        "#x ",
        "\\",
        "..",
        ",",
        ";",
        ".",
        "struct ",
        "a :: struct\n",
        "f :: () ",
        "f :: () => ",
        "f :: ()\n",
        "ifx ",
        "else if ",
        "()",
        "() ",
        "a{ ",
        "a {",
        "defer ",
        "return ",
        "return\n",
        "where ",
        "using ",
        "case 1 => ",
        "a.\n",
        "elif ",
        "fn ",
        "fn a",
        "let a\n",
        "\u{202e}",
        "\0",
        "ä",
        "\u{feff}",
        "1x ",
        "0x",
        "'a",
        "\"\\",
        "\r",
        "&[] :: ",
        "+ :: ",
    ];
    for word in words {
        timed(word, word.repeat(MANY / word.len()).as_bytes());
        timed(word, in_main(&word.repeat(MANY / word.len())).as_bytes());
        timed(word, format!("S :: struct\n{}", word.repeat(MANY / word.len())).as_bytes());
    }
}

#[test]
fn long_names() {
    let name = |length: usize| "n".repeat(length);
    assert_eq!(kinds(&timed("64 KiB", format!("{} :: 1", name(65_536)).as_bytes())), []);
    assert_eq!(kinds(&timed("above", format!("{} :: 1", name(65_537)).as_bytes())), [Kind::IdentifierTooLong]);
    assert_eq!(kinds(&timed("1 MB", format!("{} :: 1", name(1_000_000)).as_bytes())), [Kind::IdentifierTooLong]);
    assert_eq!(kinds(&timed("kebab", format!("a{} :: 1", "-ä".repeat(400_000)).as_bytes())), [Kind::IdentifierTooLong]);
    let directive = format!("#{}", "d-".repeat(500_000));
    assert_eq!(kinds(&timed("directive", directive.as_bytes())).first(), Some(&Kind::IdentifierTooLong));
}

#[test]
fn long_literals() {
    for text in ["9".repeat(1_000_000), format!("1.{}", "9".repeat(1_000_000)), format!("0x{}", "f".repeat(1_000_000))]
    {
        let parsed = timed("number", format!("x :: {text}").as_bytes());
        assert_eq!(kinds(&parsed), []);
        for index in 0..parsed.tree.node_count() as u32 {
            std::hint::black_box(parsed.tree.literal(hubbub_syntax::NodeId(index)));
        }
    }
    let text = format!("x :: \"{}\"", "\\u{1F600}".repeat(100_000));
    assert_eq!(kinds(&timed("string", text.as_bytes())), []);
}

#[test]
fn odd_bytes() {
    for byte in 0..=255_u8 {
        timed("one byte", &vec![byte; 100_000]);
    }
    assert_eq!(kinds(&parse(b"x :: \"a\xffb\"\n")), [Kind::InvalidUtf8]);
    assert_eq!(kinds(&parse(b"caf\xe9 :: 3\nmain :: () => f(caf\xe9)\n")), [Kind::InvalidUtf8]);
    assert_eq!(kinds(&parse_text("x :: 1\0\n")), [Kind::NulByte]);
    assert_eq!(kinds(&parse_text("x :: 1 // \u{202e}\n")), [Kind::BidirectionalOverride]);
    assert_eq!(kinds(&parse_text("x :: \"\u{1b}[31m\"\n")), [Kind::ControlCharacter]);
}
