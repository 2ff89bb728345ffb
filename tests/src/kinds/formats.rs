//! The formats of the standard library against Rust's crates: JSON (serde_json), YAML (granit-parser), numbers (Rust's own), CSV (csv), Base64 (base64),
//! Unicode (Rust's own and the crates of unicode-rs), regular expressions (pcre2).
//!
//! `HUBBUB_FORMATS` says how many cases of each, `HUBBUB_SEED` with which seed to begin. A program of Hubbub's answers all of them in one run.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::generated::setting;
use crate::formats::{make, oracle};
use crate::generated::random::Random;
use crate::{Test, Tools, command};

const CASES: u64 = 2000;

/// A test for each kind of case, at both levels.
pub fn collect(_: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for (level, flavour) in [("-O0", "nostd"), ("-O3", "std")] {
        tests.push(Test::new(format!("formats {level} {flavour}"), move |tools| {
            let program = build(tools, "formats", level, flavour)?;
            make::KINDS.into_iter().try_for_each(|kind| check(&program, kind))
        }));
    }
    tests
}

/// Builds `tests/<folder>/answer.hb`.
pub fn build(tools: &Tools, folder: &str, level: &str, flavour: &str) -> Result<PathBuf, String> {
    let program = tools.work.join(format!("{folder}{level}{flavour}"));
    let mut build = Command::new(&tools.hubbubc);
    build
        .arg("build")
        .arg(tools.root.join(format!("tests/{folder}/answer.hb")))
        .args([level, "--runtime", flavour, "-o"])
        .arg(&program);
    command::succeed(&mut build)?;
    Ok(program)
}

fn check(program: &Path, kind: u8) -> Result<(), String> {
    let (count, first) = (setting("HUBBUB_FORMATS", CASES), setting("HUBBUB_SEED", 1));
    let cases: Vec<Vec<u8>> =
        (first..first + count).map(|seed| make::case(kind, &mut Random::new(seed * 256 + u64::from(kind)))).collect();
    let answers = ask(program, kind, &cases)?;
    if answers.len() < cases.len() {
        let case = cases.get(answers.len()).map(|case| format!("{case:x?}")).unwrap_or_default();
        return Err(format!(
            "kind {:?}: no answer to case {} of {}: {case}",
            char::from(kind),
            answers.len() + 1,
            cases.len()
        ));
    }
    for ((case, answer), seed) in cases.iter().zip(&answers).zip(first..) {
        oracle::judge(kind, case, answer).map_err(|problem| {
            let shown = |bytes: &[u8]| format!("{:?}", String::from_utf8_lossy(bytes));
            format!(
                "kind {:?}, seed {seed}: {}\nanswered {}\n{problem}\nbytes {case:x?}",
                char::from(kind),
                shown(case),
                shown(answer)
            )
        })?;
    }
    Ok(())
}

/// Sends all cases and takes the answers, as many as there are.
pub fn ask(program: &Path, kind: u8, cases: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, String> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut input = child.stdin.take().ok_or("no standard input")?;
    let mut frames = Vec::new();
    for case in cases {
        frames.push(kind);
        frames.extend((case.len() as u32).to_le_bytes());
        frames.extend(case);
    }
    let writer = std::thread::spawn(move || input.write_all(&frames));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    // A program that has ended early has said why.
    let _ = writer.join();
    let mut rest = output.stdout.as_slice();
    let mut answers = Vec::new();
    while let Some((length, behind)) = rest.split_first_chunk::<4>() {
        let Some((answer, behind)) = behind.split_at_checked(u32::from_le_bytes(*length) as usize) else { break };
        answers.push(answer.to_vec());
        rest = behind;
    }
    Ok(answers)
}
