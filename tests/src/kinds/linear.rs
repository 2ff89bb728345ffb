//! Twice the program takes at most about twice the time: functions, lines, modules, depth, literals.
//!
//! What is measured is processor time of one thread, the least of several runs.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::{Test, Tools, command};

/// What doubling may cost.
const FACTOR_MAX: f64 = 2.3;
const RUNS: usize = 3;
/// A shape that takes too long is measured again so many times, after longer and longer pauses: a machine that others use as well has slow moments.
const ROUNDS_MAX: u32 = 5;
const PAUSE: Duration = Duration::from_millis(250);
/// The clock ticks every 10 ms, and a process takes some time for nothing.
const TICK: Duration = Duration::from_millis(20);

struct Shape {
    name: &'static str,
    command: &'static [&'static str],
    size: usize,
    /// Writes a program of a size into a folder; its main file is `main.hb`.
    make: fn(usize, &Path) -> std::io::Result<()>,
}

fn single(folder: &Path, declarations: &str, body: &str) -> std::io::Result<()> {
    std::fs::write(
        folder.join("main.hb"),
        format!("{declarations}main :: () -> Int\n    a := 1\n{body}    return a\nend\n"),
    )
}

/// A text for each number.
fn each(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |all, number| all + &text(number))
}

fn functions(count: usize, folder: &Path) -> std::io::Result<()> {
    let procedure = |n: usize| {
        format!(
            "f{n} :: (x: Int, y: i32 = {n}) -> Int\n    sum := 0\n    for i in 0..<x\n        if i % 3 == {n} % 3\n            \
             sum += i * {n} + y\n        end\n    end\n    return sum\nend\n"
        )
    };
    let calls = each(count, |n| format!("    a += f{n}(a)\n"));
    single(folder, &each(count, procedure), &calls)
}

fn lines(count: usize, folder: &Path) -> std::io::Result<()> {
    single(
        folder,
        "",
        &each(count, |n| format!("    v{n} := a * {n} + 1\n    if v{n} > 5\n        a += v{n}\n    end\n")),
    )
}

fn modules(count: usize, folder: &Path) -> std::io::Result<()> {
    for n in 0..count {
        let next = (n + 1) % count;
        let text = format!(
            "Next :: #import \"Part_{next}\"\nPair :: struct {{T}}\n    x, y: T\nend\n\
             get :: (n: Int) -> Int\n    p := Pair{{Int}}{{n, {n}}}\n    if n <= 0\n        return p.y\n    end\n    return Next.get(n - 1) + p.x\nend\n"
        );
        std::fs::write(folder.join(format!("Part_{n}.hb")), text)?;
    }
    single(folder, "First :: #import \"Part_0\"\n", "    a = First.get(3)\n")
}

/// Procedures with blocks, brackets and calls in one another.
fn depth(count: usize, folder: &Path) -> std::io::Result<()> {
    let procedure = |n: usize| {
        let mut text = format!("g{n} :: (x: Int) -> Int\n    sum := x\n");
        for level in 0..100 {
            let _ = writeln!(text, "if sum != {level}\nsum += {}x{}", "(1 + ".repeat(20), ")".repeat(20));
        }
        text + &"end\n".repeat(100) + "    return sum\nend\n"
    };
    let calls = each(count, |n| format!("    a += g{n}(a)\n"));
    single(folder, &each(count, procedure), &calls)
}

fn literals(count: usize, folder: &Path) -> std::io::Result<()> {
    let numbers = each(count, |n| format!("{n}, "));
    let texts = each(count / 4, |n| format!("\"text {n}\", "));
    let declarations = format!("NUMBERS :: Array{{Int, _}}{{{numbers}}}\nTEXTS :: Array{{String, _}}{{{texts}}}\n");
    single(folder, &declarations, "    a = NUMBERS[a] + TEXTS[a].length\n")
}

fn chain(count: usize, folder: &Path) -> std::io::Result<()> {
    let constants = each(count, |n| format!("K{} :: K{n} + 1\n", n + 1));
    single(folder, &format!("K0 :: 1\n{constants}"), &format!("    a += K{count}\n"))
}

fn instances(count: usize, folder: &Path) -> std::io::Result<()> {
    let generic = "f :: {N: Int, T}(x: T) -> T\n    y := x + 1\n    for i in 0..<N\n        y += T(i)\n    end\n    return y\nend\n";
    single(folder, generic, &each(count, |n| format!("    a += f{{{n}}}(a)\n")))
}

fn arms(count: usize, folder: &Path) -> std::io::Result<()> {
    let arms = each(count, |n| format!("    case {} => a += {n}\n", n * 3));
    single(folder, "", &format!("    match a\n{arms}    else => a = 2\n    end\n"))
}

/// Structs, each with a procedure and an operator of one name, and calls of all of these.
fn overloads(count: usize, folder: &Path) -> std::io::Result<()> {
    let declared = |n: usize| {
        format!(
            "T{n} :: struct\n    x: Int\nend\nget :: (t: T{n}) -> Int => t.x\nmake :: {{T}}(t: Pointer{{T{n}}}, x: T) -> T => x + T(t.x)\n\
             + :: #operator (a: T{n}, b: T{n}) -> T{n} => T{n}{{a.x + b.x}}\n"
        )
    };
    let used =
        |n: usize| format!("    t{n} := T{n}{{a}} + T{n}{{{n}}}\n    a += get(t{n}) + t{n}.get() + make(&t{n}, a)\n");
    single(folder, &each(count, declared), &each(count, used))
}

/// Types that point to one another in a chain.
fn types(count: usize, folder: &Path) -> std::io::Result<()> {
    let declared = |n: usize| format!("T{n} :: struct\n    x: Int\n    next: Pointer{{T{}}}\nend\n", n + 1);
    let last = format!("T{count} :: struct\n    x: Int\nend\n");
    single(folder, &(each(count, declared) + &last), "    a = size_of(T0)\n")
}

/// A struct, an enum and a union with many members, all of them used.
fn members(count: usize, folder: &Path) -> std::io::Result<()> {
    let fields = each(count, |n| format!("    f{n}: Int\n"));
    let names = each(count, |n| format!("    M{n}\n"));
    let cases = each(count, |n| format!("    c{n}: Int\n"));
    let declarations = format!("S :: struct\n{fields}end\nE :: enum\n{names}end\nU :: union\n{cases}end\n");
    let used = each(count, |n| format!("    s.f{n} = a\n    e = .M{n}\n    u = .c{n}(s.f{n})\n"));
    let arms = each(count, |n| format!("    case .M{n} => a += {n}\n"));
    let body = format!("    s: S\n    e: E\n    u: U\n{used}    match e\n{arms}    end\n    a += Int(tag_of(u))\n");
    single(folder, &declarations, &body)
}

/// Sums of literals, of variables and of texts, and a chain of `&&`.
fn sums(count: usize, folder: &Path) -> std::io::Result<()> {
    let joined = |sign: &str, text: &dyn Fn(usize) -> String| (0..count).map(text).collect::<Vec<_>>().join(sign);
    let body = format!(
        "    a += {}\n    x := {}\n    a += {}\n    a += Int({})\n",
        joined(" + ", &|n| n.to_string()),
        joined(" + ", &|n| format!("{n}.5")),
        joined(" - ", &|_| "a".to_owned()),
        joined(" && ", &|n| format!("a != {n}")),
    );
    single(folder, "", &(body + "    a += Int(x)\n"))
}

/// Closures, `defer`, `with`, labels, blocks and matches, one behind the other.
fn statements(count: usize, folder: &Path) -> std::io::Result<()> {
    let one = |n: usize| {
        format!(
            "    l{n}: for i in 0..<3\n        with context{{user_index = {n}}}\n            defer a += i\n            \
             a += apply([a] (x: Int) -> Int => x + a + {n})\n            if a == {n} break l{n}; end\n        end\n    end\n    \
             match a\n    case 1, 5..=9 if a > {n} => a -= 1\n    else => a += ifx a < {n} => 1 else => 2 end\n    end\n"
        )
    };
    single(folder, "apply :: (f: #closure (x: Int) -> Int) -> Int => f(3)\n", &each(count, one))
}

/// Mistakes, each with what the names in reach could mean instead.
fn wrong(count: usize, folder: &Path) -> std::io::Result<()> {
    let fields = each(count, |n| format!("    field_{n}: Int\n"));
    let body = each(count, |n| format!("    a += s.feild_{n}\n    a = \"text\"\n    a += get(s, {n})\n"));
    single(
        folder,
        &format!("S :: struct\n{fields}end\nget :: (s: S) -> Int => s.field_0\n"),
        &format!("    s: S\n{body}"),
    )
}

const CHECK: &[&str] = &["check"];
/// The program is refused.
const WRONG: &[&str] = &["check", "--message-format", "json"];
const BUILD: &[&str] = &["build", "-O0", "-o", "program"];

const SHAPES: &[Shape] = &[
    Shape { name: "functions", command: CHECK, size: 16_000, make: functions },
    Shape { name: "functions built", command: BUILD, size: 1_000, make: functions },
    Shape { name: "lines of a procedure", command: CHECK, size: 60_000, make: lines },
    Shape { name: "lines of a procedure built", command: BUILD, size: 2_000, make: lines },
    Shape { name: "modules", command: CHECK, size: 4_000, make: modules },
    Shape { name: "depth", command: CHECK, size: 200, make: depth },
    Shape { name: "literals", command: CHECK, size: 200_000, make: literals },
    Shape { name: "constants", command: CHECK, size: 60_000, make: chain },
    Shape { name: "instances", command: CHECK, size: 16_000, make: instances },
    Shape { name: "arms of a match", command: CHECK, size: 60_000, make: arms },
    Shape { name: "overloads", command: CHECK, size: 4_000, make: overloads },
    Shape { name: "types in a chain", command: CHECK, size: 20_000, make: types },
    Shape { name: "members", command: CHECK, size: 12_000, make: members },
    Shape { name: "sums", command: CHECK, size: 30_000, make: sums },
    Shape { name: "statements", command: CHECK, size: 6_000, make: statements },
    Shape { name: "statements built", command: BUILD, size: 400, make: statements },
    Shape { name: "mistakes", command: WRONG, size: 6_000, make: wrong },
];

/// A test for each shape.
pub fn collect(_: &Tools) -> Vec<Test> {
    SHAPES
        .iter()
        .map(|shape| Test::new(format!("linear/{}", shape.name), |tools| check(tools, shape)).alone())
        .collect()
}

fn check(tools: &Tools, shape: &Shape) -> Result<(), String> {
    let mut found = Vec::new();
    // Where others work as well, a measurement may be off: either way, for what a process takes within a tick may not be counted.
    for round in 0..ROUNDS_MAX {
        std::thread::sleep(PAUSE * round);
        let (once, twice) = (measure(tools, shape, shape.size)?, measure(tools, shape, 2 * shape.size)?);
        let factor = twice.saturating_sub(TICK).as_secs_f64() / once.as_secs_f64().max(TICK.as_secs_f64());
        if factor <= FACTOR_MAX {
            println!("linear/{}: {factor:.2} times", shape.name);
            return Ok(());
        }
        found.push(format!("{once:?} for {}, {twice:?} for twice as much: {factor:.2} times", shape.size));
    }
    Err(found.join("\n"))
}

fn measure(tools: &Tools, shape: &Shape, size: usize) -> Result<Duration, String> {
    let folder = tools.work.join(format!("linear_{}_{size}", shape.name.replace(' ', "_")));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    (shape.make)(size, &folder).map_err(|error| error.to_string())?;
    let mut least = Duration::MAX;
    for _ in 0..RUNS {
        let mut hubbubc = Command::new(&tools.hubbubc);
        hubbubc.current_dir(&folder).args(shape.command).args(["main.hb", "--threads", "1"]);
        let outcome = match shape.command == WRONG {
            true => command::run(&mut hubbubc)?,
            false => command::succeed(&mut hubbubc)?,
        };
        least = least.min(outcome.cpu);
    }
    let _ = std::fs::remove_dir_all(&folder);
    Ok(least)
}
