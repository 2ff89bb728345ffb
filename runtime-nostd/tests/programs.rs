//! Runs every program of `tests/programs` in both flavours, with the archive and with the bitcode.
//!
//! `// expect: …` is a line of standard output, `// expect-error: …` a line of standard error (others may stand between),
//! `// expect-status: …` the status, `// arguments: …` what the program gets, `// flags: …` goes to clang.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

mod common;

use common::{Flavour, Join, WAYS, build, programs, text_of};
use std::fs;
use std::process::Command;

struct Expectations {
    output: String,
    errors: Vec<String>,
    status: i32,
    arguments: Vec<String>,
    flags: Vec<String>,
}

fn expectations(source: &str) -> Expectations {
    let all = |key: &str| -> Vec<String> {
        let prefix = format!("// {key}:");
        source
            .lines()
            .filter_map(|line| line.strip_prefix(&prefix))
            .map(|rest| rest.strip_prefix(' ').unwrap_or(rest).to_string())
            .collect()
    };
    let words = |key: &str| all(key).iter().flat_map(|line| line.split_whitespace()).map(String::from).collect();
    Expectations {
        output: all("expect").iter().map(|line| format!("{line}\n")).collect(),
        errors: all("expect-error"),
        status: all("expect-status").first().map_or(0, |status| status.parse().unwrap()),
        arguments: words("arguments"),
        flags: words("flags"),
    }
}

fn check(program: &str, flavour: Flavour, join: Join) {
    let source = fs::read_to_string(programs().join(format!("{program}.c"))).unwrap();
    let expected = expectations(&source);
    let mut flags = vec!["-O1", "-g"];
    flags.extend(expected.flags.iter().map(String::as_str));
    let path = build(program, &flags, flavour, join);
    let output = Command::new(path).args(&expected.arguments).output().unwrap();
    let name = format!("{program} {flavour:?} {join:?}");
    let errors = text_of(output.stderr);
    assert_eq!(text_of(output.stdout), expected.output, "{name}\n{errors}");
    let mut lines = errors.lines();
    for wanted in &expected.errors {
        assert!(lines.any(|line| line == wanted), "{name}: no line\n{wanted}\nin its place in\n{errors}");
    }
    assert_eq!(output.status.code(), Some(expected.status), "{name}\n{errors}");
}

#[test]
fn programs_do_what_they_say() {
    let mut names: Vec<String> = fs::read_dir(programs())
        .unwrap()
        .filter_map(|entry| Some(entry.unwrap().file_name().to_str()?.strip_suffix(".c")?.to_string()))
        .collect();
    names.sort();
    assert!(names.len() > 8);
    for name in &names {
        for (flavour, join) in WAYS {
            check(name, flavour, join);
        }
    }
}
