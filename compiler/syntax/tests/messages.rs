//! What the lexer and the parser say about mistakes.

use hubbub_diagnostics::Kind;
use hubbub_syntax::{Parsed, parse, range_of};

/// `expected`: a line for each message, its line, code and text; `help:` lines for advice.
fn check(text: &str, expected: &[&str]) {
    let parsed = hubbub_syntax::parse_text(text);
    assert_eq!(shown(&parsed, text), expected, "\n{text}");
}

fn shown(parsed: &Parsed, text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for error in &parsed.errors {
        let line = text[..range_of(error).0 as usize].matches('\n').count() + 1;
        lines.push(format!("{line}: {} {}", error.kind.code(), error.message));
        lines.extend(error.help.iter().map(|help| format!("help: {help}")));
    }
    lines
}

fn in_main(body: &str) -> String {
    format!("main :: ()\n{body}\nend\n")
}

/// Examples of a page: `<E9>` is the byte, `<U+202E>`, `<ESC>` and `<NUL>` the character.
fn example(page: &str, heading: &str) -> Option<Vec<u8>> {
    let code = page.split_once(heading)?.1.split_once("```hubbub\n")?.1.split_once("```")?.0;
    let code = code.replace("<U+202E>", "\u{202e}").replace("<ESC>", "\u{1b}").replace("<NUL>", "\0");
    let parts: Vec<&[u8]> = code.split("<E9>").map(str::as_bytes).collect();
    Some(parts.join(&0xe9))
}

#[test]
fn examples_of_the_pages() {
    // their examples are too long to be printed
    let described = [Kind::IdentifierTooLong, Kind::FileTooLarge, Kind::NestingTooDeep];
    for kind in Kind::ALL {
        let page = kind.page();
        let is_syntax = kind.code() < "E0200";
        if let Some(right) = example(page, "## Right") {
            assert_eq!(parse(&right).errors, [], "the right example of {}", kind.code());
        }
        if let Some(wrong) = example(page, "## Wrong").filter(|_| !described.contains(kind)) {
            let errors = parse(&wrong).errors;
            let found = errors.iter().any(|error| error.kind == *kind);
            assert_eq!(found, is_syntax, "the wrong example of {}: {errors:?}", kind.code());
            assert!(is_syntax || errors.is_empty(), "the wrong example of {}: {errors:?}", kind.code());
        }
    }
}

#[test]
fn numbers() {
    check("x :: 0b1012", &["1: E0010 digit `2` is not a binary digit"]);
    check("x :: 0o78 + 1", &["1: E0010 digit `8` is not an octal digit"]);
    check("x :: 0x", &["1: E0012 no hexadecimal digits behind `0x`"]);
    check("x :: 2e", &["1: E0012 no digits behind the `e` of an exponent"]);
    check("x :: 0x1.8", &["1: E0012 a hexadecimal float without an exponent", "help: write `p0` behind it"]);
    let suffix = "help: literals have no suffixes: a number takes the type of the place that it goes to";
    check("x :: 12px", &["1: E0011 letter `p` directly behind the number `12`", suffix]);
    check("x :: 0xfg", &["1: E0011 letter `g` directly behind the number `0xf`", suffix]);
    check("x :: 1.5e-3f", &["1: E0011 letter `f` directly behind the number `1.5e-3`", suffix]);
    check("x :: 0XFF", &["1: E0011 letter `X` directly behind the number `0`", "help: the prefix is written `0x`"]);
    for right in ["4.abs()", "1..<n", "1.5.floor()", "0xff.abs()", "0x1.8p3", "1_000", "2e10", "f(1..=2)"] {
        check(&format!("x :: {right}"), &[]);
    }
}

#[test]
fn quoted() {
    let escapes =
        "help: escapes are `\\n \\r \\t \\0 \\\\ \\\" \\' \\xNN \\u{…}`; a raw string, between backquotes, has none";
    check(r#"x :: "a\q""#, &["1: E0009 unknown escape `\\q`", escapes]);
    check(r#"x :: "\x4""#, &["1: E0009 `\\x` wants two hexadecimal digits", escapes]);
    check(r#"x :: "\u{d800}""#, &["1: E0009 U+D800 is no Unicode scalar value", escapes]);
    check("x :: ''", &["1: E0008 a rune literal with nothing in it", "help: a single quote itself is `'\\''`"]);
    check("x :: 'ab'", &["1: E0008 a rune literal is one character", "help: text goes between double quotes"]);
    check(
        "x :: \"ab\ny :: 2",
        &[
            "1: E0007 this string has no `\"` at its end",
            "help: strings in double quotes end on their line; a raw string, between backquotes, may have several lines",
        ],
    );
    check("x :: `ab\ny :: 2", &["1: E0007 this raw string has no backquote at its end"]);
    check("/* /* */", &["1: E0006 this comment is not closed: 1 `*/` missing before the end of the file"]);
}

#[test]
fn characters() {
    check("x :: 1 ? 2", &["1: E0005 `?` begins nothing", "help: a choice of two values is `ifx c => a else => b end`"]);
    check("x\u{a0}:: 1", &["1: E0005 `\\u{a0}` (U+00A0) begins nothing"]);
    check(
        "x :: \u{201c}a\u{201d}",
        &["1: E0005 `\\u{201c}` (U+201C) begins nothing", "1: E0005 `\\u{201d}` (U+201D) begins nothing"],
    );
}

#[test]
fn habits_of_other_languages() {
    let braces = "help: blocks begin on the next line and end with `end`";
    check(
        "fn double(n: Int) -> Int {\n    return n * 2\n}\n",
        &[
            "1: E0106 `fn` is another language's",
            "help: a procedure is declared by `double :: (n: Int) -> Int`, its body, and `end`",
        ],
    );
    let variable = "help: a variable is declared by `name := value` or `name: Type = value`";
    check(&in_main("    let x = 3"), &["2: E0106 `let` is another language's", variable]);
    check(&in_main("    var x = 3"), &["2: E0106 `var` is another language's", variable]);
    check(
        &in_main("    if a {\n        f()\n    } else {\n        g()\n    }"),
        &["2: E0107 found `{` where no value can begin", braces],
    );
    check(
        &in_main("    if a\n        f()\n    elif b\n        g()\n    end"),
        &["4: E0106 `elif` is another language's"],
    );
    check(
        &in_main("    if a and b\n        f()\n    end"),
        &["2: E0106 `and` is another language's", "help: write `&&`"],
    );
    check(
        &in_main("    if a then\n        f()\n    end"),
        &["2: E0106 `then` is another language's", "help: the body follows on the next line; leave the word out"],
    );
    check(&in_main("    n++"), &["2: E0013 `++` has no meaning", "help: write `n += 1`"]);
    check(
        &in_main("    if n = 3\n        f()\n    end"),
        &["2: E0113 `=` stores a value, a condition compares with `==`"],
    );
    check("x :: [1, 2]", &["1: E0108 found `[` where a value begins", "help: write `{1, 2}`"]);
    check("#imprt \"Math\"", &["1: E0115 unknown directive `#imprt`", "help: did you mean `#import`?"]);
    check("Point struct\n    x: Int\nend\n", &["1: E0101 found `struct`, expected `::` behind `Point`"]);
    check(
        &in_main("    match := 3"),
        &["2: E0114 `match` is a keyword, it cannot be a name", "help: choose another name, `match_` for example"],
    );
}

#[test]
fn structure() {
    check(
        "f :: ()\n    if a\n        g()\n    while b\n        g()\n    end\nend\n\nh :: ()\nend\n",
        &["2: E0102 this `if` has no `end`"],
    );
    check("f :: ()\n    g()\n\nh :: ()\n    g()\nend\n", &["1: E0102 `f` has no `end`"]);
    check("f :: ()\n    g()\nend\nend\n\nh :: ()\nend\n", &["4: E0104 `end` closes nothing"]);
    check(&in_main("    f(1, (2 + 3)\n    g()"), &["2: E0103 found name `g`, expected `)`"]);
    check(&in_main("    f(1 2)"), &["2: E0112 found `2`, expected `,` or `)` behind an argument"]);
    check(
        &in_main("    a := 1 b := 2"),
        &["2: E0111 found name `b`, expected an operator, or a new line or `;` before the next statement"],
    );
    check(
        &in_main("    x := a\n        + b"),
        &[
            "3: E0110 a new line begins a new statement, and `+` begins none",
            "help: to go on with the line before, put `+` at its end",
        ],
    );
    check(
        &in_main("    x == 3"),
        &["2: E0110 nobody uses the value of this expression", "help: to store a value, write `=`"],
    );
    check(&in_main("    #import \"Math\""), &["2: E0116 `#import` stands at top level only"]);
    check(
        "f :: (a, b: Int)\nend",
        &[
            "1: E0101 parameter `a` has no type",
            "help: each parameter has its own: `a: T`; a procedure type names them too",
        ],
    );
}

/// A keyword that is used as a name is reported once.
#[test]
fn keywords_as_names() {
    check(
        "S :: struct\n    block: Int\nend\n\nf :: (match: S) -> Int\n    block := g(match)\n    if block == null\n        match.block = 3\n    end\n    block.next = match\n    return block\nend\n",
        &[
            "2: E0114 `block` is a keyword, it cannot be the name of a field",
            "help: choose another name, `block_` for example",
            "5: E0114 `match` is a keyword, it cannot be a parameter",
            "help: choose another name, `match_` for example",
        ],
    );
}

/// Several mistakes are as many messages, none a consequence of another.
#[test]
fn several_mistakes() {
    check(
        "Point :: struct\n    x Int\nend\n\narea :: (w: Int h: Int) -> Int => w * h\n\nmain :: ()\n    n++\n    let y = 0b12\n    f(1 2)\nend\n",
        &[
            "2: E0101 found name `Int`, expected `:` and the type of the field",
            "5: E0112 found name `h`, expected `,` or `)` behind a parameter",
            "8: E0013 `++` has no meaning",
            "help: write `n += 1`",
            "9: E0106 `let` is another language's",
            "help: a variable is declared by `name := value` or `name: Type = value`",
            "9: E0010 digit `2` is not a binary digit",
            "10: E0112 found `2`, expected `,` or `)` behind an argument",
        ],
    );
}
