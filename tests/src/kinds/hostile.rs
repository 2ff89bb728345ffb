//! Shapes that no person writes: each ends in an answer, within a second and 512 MiB.
//!
//! A shape is a text of a size. Where a limit guards it, the sizes around the limit are tried as well: accepted up to it, refused above.

use std::process::Command;
use std::time::Duration;

use crate::command::{self, Outcome};
use crate::{Test, Tools};

/// What is expected of a shape at a size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Answer {
    Accepted,
    Refused,
    Either,
}

struct Shape {
    name: &'static str,
    /// The size up to which it is accepted, if there is such a limit.
    limit: Option<usize>,
    /// The answer where there is no limit.
    answer: Answer,
    make: fn(usize) -> Vec<u8>,
}

const NESTING: Option<usize> = Some(256);
const MEMORY_MAX: u64 = 512 << 20;
const SECONDS_MAX: f64 = 1.0;
/// How often a run is tried that takes too long.
const RUNS_MAX: u32 = 8;
/// Between them, longer and longer: a machine that others use as well has slow moments.
const PAUSE: Duration = Duration::from_millis(150);
const MESSAGE_BYTES_MAX: usize = 1 << 20;

/// Text in the body of `main`.
fn in_main(text: String) -> Vec<u8> {
    format!("main :: () -> Int\n    a := 1\n{text}\n    return a\nend\n").into_bytes()
}

/// `before` n times, `middle`, `after` n times.
fn nest(n: usize, before: &str, middle: &str, after: &str) -> String {
    format!("{}{middle}{}", before.repeat(n), after.repeat(n))
}

fn noise(n: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..n).map(|_| next()).collect()
}

const fn nested(name: &'static str, make: fn(usize) -> Vec<u8>) -> Shape {
    Shape { name, limit: NESTING, answer: Answer::Either, make }
}

const fn long(name: &'static str, make: fn(usize) -> Vec<u8>) -> Shape {
    Shape { name, limit: None, answer: Answer::Accepted, make }
}

const fn refused(name: &'static str, make: fn(usize) -> Vec<u8>) -> Shape {
    Shape { name, limit: None, answer: Answer::Refused, make }
}

const fn any(name: &'static str, make: fn(usize) -> Vec<u8>) -> Shape {
    Shape { name, limit: None, answer: Answer::Either, make }
}

const SHAPES: &[Shape] = &[
    nested("parentheses", |n| format!("X :: {}\n", nest(n, "(", "1", ")")).into_bytes()),
    nested("prefix minus", |n| format!("X :: {}\n", nest(n, "- ", "1", "")).into_bytes()),
    nested("prefix not", |n| format!("X :: {}\n", nest(n, "!", "true", "")).into_bytes()),
    nested("pointer types", |n| format!("x: {}\n", nest(n, "*", "Int", "")).into_bytes()),
    nested("type arguments", |n| format!("x: {}\n", nest(n, "Pointer{", "Int", "}")).into_bytes()),
    any("braces", |n| in_main(format!("    b := {}", nest(n, "{", "1", "}")))),
    any("brackets", |n| in_main(format!("    b := a{}", nest(n, "[", "a", "]")))),
    any("index chain", |n| in_main(format!("    b := a{}", "[0]".repeat(n)))),
    any("field chain", |n| in_main(format!("    b := a{}", ".x".repeat(n)))),
    any("call chain", |n| in_main(format!("    b := a{}", "()".repeat(n)))),
    any("dereference chain", |n| in_main(format!("    b := a{}", "@".repeat(n)))),
    any("calls in calls", |n| in_main(format!("    a = {}", nest(n, "f(", "1", ")")))),
    any("ifs", |n| in_main(nest(n, "if a == 1\n", "a = 2\n", "end\n"))),
    any("whiles", |n| in_main(nest(n, "while a == 2\n", "a = 2\n", "end\n"))),
    any("matches", |n| in_main(nest(n, "match a\ncase 1 => ", "a = 2\n", "\nelse => a = 3\nend\n"))),
    any("procedures in procedures", |n| nest(n, "f :: ()\n", "", "end\n").into_bytes()),
    any("procedure types", |n| format!("x: {}\n", nest(n, "(a: ", "Int", ") -> Int")).into_bytes()),
    any("or_else chain", |n| in_main(format!("    a = a{}", " or_else a".repeat(n)))),
    any("static ifs", |n| nest(n, "#if true\n", "x := 1\n", "#end\n").into_bytes()),
    any("missing ends", |n| "f :: ()\n".repeat(n).into_bytes()),
    any("missing parentheses", |n| format!("X :: {}", "(".repeat(n)).into_bytes()),
    any("missing braces", |n| format!("X :: {}", "a{".repeat(n)).into_bytes()),
    any("unfinished calls", |n| in_main("f(a;".repeat(n))),
    any("closers", |n| ")".repeat(n).into_bytes()),
    any("ends", |n| "end\n".repeat(n).into_bytes()),
    any("errors", |n| in_main("    a = nowhere\n".repeat(n))),
    any("huge integer", |n| format!("X :: {}\n", "9".repeat(n)).into_bytes()),
    any("huge fraction", |n| format!("X :: 0.{}\n", "9".repeat(n)).into_bytes()),
    any("huge exponent", |n| format!("X: f64 : 1e{n}\n").into_bytes()),
    any("huge shift", |n| format!("X :: 1 << {n}000\n").into_bytes()),
    any("huge product", |n| format!("X :: {}1\n", "99999999 * ".repeat(n)).into_bytes()),
    any("huge array", |n| in_main(format!("    b: Array{{Int, {n}000000000}}\n    a = b[0]"))),
    any("parameters", |n| {
        let list: Vec<String> = (0..n).map(|i| format!("p{i}: Int")).collect();
        format!("f :: ({}) -> Int => 1\n", list.join(", ")).into_bytes()
    }),
    any("random bytes", noise),
    long("sum", |n| in_main(format!("    a = a{}", " + 1".repeat(n)))),
    long("sum of literals", |n| format!("X :: 1{}\n", " + 1".repeat(n)).into_bytes()),
    long("conditions", |n| in_main(format!("    b := a == 1{}\n    if b return 2; end", " || a == 2".repeat(n)))),
    long("comments in comments", |n| nest(n, "/*", "", "*/").into_bytes()),
    long("comment", |n| format!("//{}\n", "x".repeat(n)).into_bytes()),
    long("blank lines", |n| "\n".repeat(n).into_bytes()),
    long("string", |n| format!("X :: \"{}\"\n", "x".repeat(n)).into_bytes()),
    long("raw string", |n| format!("X :: `{}`\n", "x\n".repeat(n)).into_bytes()),
    long("enum members", |n| {
        let members: Vec<String> = (0..n).map(|i| format!("M{i}\n")).collect();
        format!("E :: enum\n{}end\n", members.concat()).into_bytes()
    }),
    long("struct fields", |n| {
        let fields: Vec<String> = (0..n).map(|i| format!("f{i}: Int\n")).collect();
        format!("S :: struct\n{}end\n", fields.concat()).into_bytes()
    }),
    long("statements", |n| in_main("    a = a + 1\n".repeat(n))),
    Shape {
        name: "identifier",
        limit: Some(64 * 1024),
        answer: Answer::Either,
        make: |n| format!("{} := 1\n", "x".repeat(n)).into_bytes(),
    },
    Shape {
        name: "else ifs",
        limit: Some(4096),
        answer: Answer::Either,
        make: |n| in_main(format!("if a == 0\n{}end\n", "else if a == 1\na = 2\n".repeat(n))),
    },
    refused("NUL bytes", |n| vec![0; n]),
    refused("bad UTF-8", |n| vec![0xff; n]),
    refused("bidirectional overrides", |n| format!("// {}\n", "\u{202e}".repeat(n)).into_bytes()),
    refused("control characters", |n| vec![7; n]),
    refused("unknown characters", |n| "§".repeat(n).into_bytes()),
    refused("unterminated string", |n| format!("X :: \"{}", "x".repeat(n)).into_bytes()),
    refused("unterminated comment", |n| "/*".repeat(n).into_bytes()),
];

/// `before`, then `main` with a body.
fn around(before: &str, body: &str) -> Vec<u8> {
    format!("{before}main :: () -> Int\n    a := 1\n{body}\n    return a\nend\n").into_bytes()
}

/// A text for each number.
fn each(n: usize, text: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |all, number| all + &text(number))
}

/// Shapes of types and of what the compiler computes.
const DEEP_SHAPES: &[Shape] = &[
    any("instances without end", |_| around("f :: {N: Int}() -> Int => f{N + 1}()\n", "    a = f{0}()")),
    any("types without end", |_| {
        around("P :: struct {T}\n    x, y: T\nend\nf :: {T}(x: T) -> Int => f(P{T}{x, x})\n", "    a = f(1)")
    }),
    any("arrays without end", |_| around("f :: {T}(x: T) -> Int => f(Array{T, 2}{x, x})\n", "    a = f(1)")),
    any("a type in itself", |_| {
        around("P :: struct {T}\n    x: P{P{T}}\nend\n", "    p: P{Int}\n    a = size_of(P{Int})")
    }),
    any("computed without end", |_| {
        around("f :: () -> Int\n    n := 0\n    while true\n        n += 1\n    end\nend\nK :: f()\n", "    a = K")
    }),
    any("computed without depth", |_| around("f :: (n: Int) -> Int => f(n + 1) + 1\nK :: f(0)\n", "    a = K")),
    any("structs doubled", |n| {
        let n = n.min(1000);
        let types = each(n, |i| format!("T{} :: struct\n    x, y: T{i}\nend\n", i + 1));
        around(&format!("T0 :: Int\n{types}"), &format!("    b: T{n}\n    c := b\n    if b == c a = 2; end"))
    }),
    any("arrays of arrays", |_| format!("x: {}Int{}\n", "Array{".repeat(60), ", 8}".repeat(60)).into_bytes()),
    any("huge local array", |n| around("", &format!("    x: Array{{u8, {n}000}}\n    a = Int(x[a])"))),
    any("huge constant", |n| around(&format!("X :: Array{{u8, {n}000}}{{}}\n"), "    a = Int(X[a])")),
    any("doubled constants", |n| {
        format!("K0 :: 1\n{}", each(n.min(300_000), |i| format!("K{} :: K{i} + K{i}\n", i + 1))).into_bytes()
    }),
    any("overloads in overloads", |n| {
        let n = n.min(200);
        let types = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64"];
        let set: String = types.iter().map(|ty| format!("f :: (x: {ty}) -> {ty} => x\n")).collect();
        around(&set, &format!("    a = {}", nest(n, "f(", "1", ")")))
    }),
    any("literals in overloads in literals", |n| {
        let types = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64"];
        let set: String = types.iter().map(|ty| format!("f :: (x: Slice{{{ty}}}) -> {ty} => x[0]\n")).collect();
        around(&set, &format!("    a = {}", nest(n.min(100), "f({", "1", ", 2})")))
    }),
    any("literals in literals for overloads", |n| {
        let tree = |ty: &str, leaf: &str| {
            format!("{ty} :: struct\n    x: Slice{{{ty}}}\n    y: {leaf}\nend\nf :: (t: {ty}) -> Int => 1\n")
        };
        let set =
            [("A", "String"), ("B", "Bool"), ("C", "Rune"), ("D", "Int")].map(|(ty, leaf)| tree(ty, leaf)).concat();
        around(&set, &format!("    a = f({})", nest(n.min(100), "{{", "", "}, 1}")))
    }),
    any("a literal for many overloads", |n| {
        let types =
            each(n.min(300), |i| format!("D{i} :: distinct Int\nf :: (x: Slice{{D{i}}}, y: D{i}) -> Int => {i}\n"));
        around(&types, &format!("    a = f({{{}}}, D3(1))", "1, ".repeat(n.min(10_000))))
    }),
    any("a literal that many overloads take", |n| {
        let types = each(n.min(300), |i| format!("D{i} :: distinct Int\nf :: (x: Slice{{D{i}}}) -> Int => {i}\n"));
        around(&types, &format!("    a = f({{{}}})", "1, ".repeat(n.min(10_000))))
    }),
    any("closures in closures", |n| {
        let calls = nest(n.min(200), "g(() -> Int => ", "1", ")");
        around("g :: (f: #closure () -> Int) -> Int => f()\n", &format!("    a = {calls}"))
    }),
    any("ifx in ifx", |n| around("", &format!("    a = {}", nest(n, "ifx a == 1 => 1 else => ", "2", " end")))),
    any("format with too few", |n| around("", &format!("    print(\"{}\", a)", "{} ".repeat(n)))),
    any("unknown imports", |n| each(n.min(10_000), |i| format!("#import \"N{i}\"\n")).into_bytes()),
];

/// Long things that are right.
const LONG_SHAPES: &[Shape] = &[
    long("constants in a chain", |n| {
        let n = n.min(100_000);
        let chain = each(n, |i| format!("K{} :: K{i} + 1\n", i + 1));
        around(&format!("K0 :: 1\n{chain}"), &format!("    a = K{n}"))
    }),
    long("array literal", |n| {
        around(&format!("X :: Array{{Int, _}}{{{}}}\n", each(n.min(500_000), |i| format!("{i}, "))), "    a = X[a]")
    }),
    long("match on numbers", |n| {
        let arms = each(n.min(100_000), |i| format!("    case {} => a = {i}\n", i * 7));
        around("", &format!("    match a\n{arms}    else => a = 3\n    end"))
    }),
    long("match on texts", |n| {
        let arms = each(n.min(100_000), |i| format!("    case \"s{i}\" => a = {i}\n"));
        around("", &format!("    s := \"abc\"\n    match s\n{arms}    else => a = 3\n    end"))
    }),
    long("match on members", |n| {
        let n = n.min(20_000);
        let members = each(n, |i| format!("    M{i}\n"));
        let arms = each(n, |i| format!("    case .M{i} => a = {i}\n"));
        around(&format!("E :: enum\n{members}end\n"), &format!("    e := E.M3\n    match e\n{arms}    end"))
    }),
    long("long format", |n| {
        let n = n.min(20_000);
        around("", &format!("    print(\"{}\"{})", "{} ".repeat(n), ", a".repeat(n)))
    }),
    long("arguments", |n| {
        let n = n.min(20_000);
        around("f :: (xs: ..Any) -> Int => xs.length\n", &format!("    a = f({})", vec!["a"; n].join(", ")))
    }),
];

/// Every shape at its sizes.
pub fn collect(_: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for shape in SHAPES.iter().chain(DEEP_SHAPES).chain(LONG_SHAPES) {
        let around = shape.limit.map(|limit| vec![limit - 1, limit, limit + 1]);
        for size in around.unwrap_or_default().into_iter().chain([10, 100_000, 1_000_000]) {
            let answer = match shape.limit {
                Some(limit) if size <= limit => Answer::Accepted,
                Some(_) => Answer::Refused,
                None => shape.answer,
            };
            let test =
                Test::new(format!("hostile/{} {size}", shape.name), move |tools| check(tools, shape, size, answer));
            tests.push(if size >= 100_000 { test.alone() } else { test });
        }
    }
    tests
}

fn check(tools: &Tools, shape: &Shape, size: usize, answer: Answer) -> Result<(), String> {
    let file = tools.work.join(format!("{}_{size}.hb", shape.name.replace(' ', "_")));
    std::fs::write(&file, (shape.make)(size)).map_err(|error| error.to_string())?;
    let result = judge_runs(|| command::run(Command::new(&tools.hubbubc).arg("check").arg(&file)), answer);
    let _ = std::fs::remove_file(&file);
    result
}

/// Judges the answer of a run, and the time of the quickest of up to [`RUNS_MAX`]: what else the machine does can only add to it.
fn judge_runs(mut run: impl FnMut() -> Result<Outcome, String>, answer: Answer) -> Result<(), String> {
    let mut quickest = f64::MAX;
    for number in 0..RUNS_MAX {
        std::thread::sleep(PAUSE * number);
        let outcome = run()?;
        judge(&outcome, answer)?;
        // On a busy machine the clock tells little, on an idle one the threads' time together does.
        quickest = quickest.min(outcome.wall.min(outcome.cpu).as_secs_f64());
        if quickest <= SECONDS_MAX {
            return Ok(());
        }
    }
    Err(format!("takes {quickest:.2} s"))
}

fn judge(outcome: &Outcome, answer: Answer) -> Result<(), String> {
    let shown: String = outcome.stderr.chars().take(400).collect();
    let wanted: &[i32] = match answer {
        Answer::Accepted => &[0],
        Answer::Refused => &[1],
        Answer::Either => &[0, 1],
    };
    if !wanted.contains(&outcome.status) {
        return Err(format!("status {}, expected {answer:?}\n{shown}", outcome.status));
    }
    if outcome.status == 1 && !outcome.stderr.contains("error") {
        return Err(format!("refused without an error:\n{shown}"));
    }
    if outcome.stderr.len() > MESSAGE_BYTES_MAX {
        return Err(format!("{} bytes of messages", outcome.stderr.len()));
    }
    if outcome.peak_bytes > MEMORY_MAX {
        return Err(format!("takes {} MiB", outcome.peak_bytes >> 20));
    }
    Ok(())
}
