//! How good the messages are: programs with one token deleted, counted and measured.
//!
//! `HUBBUB_SHOW=1` prints the cases with many or distant messages; `HUBBUB_PROGRAMS` names a folder of further programs.

#![expect(clippy::disallowed_methods, reason = "what is shown is a setting")]

mod common;

use common::PROGRAMS;
use hubbub_syntax::{parse_text, range_of};

#[derive(Default)]
struct Measure {
    cases: usize,
    messages: usize,
    near: usize,
}

impl Measure {
    /// Deletes each token of `text` in turn.
    fn program(&mut self, text: &str, show: bool) {
        let whole = parse_text(text);
        assert_eq!(whole.errors, [], "the program is without mistakes");
        let tokens = whole.tree.tokens();
        for index in 0..tokens.len() as u32 - 1 {
            let (start, end) = (tokens.start(index) as usize, tokens.end(index, text) as usize);
            let broken = format!("{}{}", &text[..start], &text[end..]);
            let line = text[..start].matches('\n').count();
            self.case(&broken, line, &text[start..end], show);
        }
    }

    fn case(&mut self, broken: &str, line: usize, deleted: &str, show: bool) {
        let errors = parse_text(broken).errors;
        let line_of = |offset: u32| broken[..offset as usize].matches('\n').count();
        let Some(first) = errors.first() else { return };
        let is_near = line_of(range_of(first).0).abs_diff(line) <= 1;
        self.cases += 1;
        self.messages += errors.len();
        self.near += usize::from(is_near);
        if show && (errors.len() > 1 || !is_near) {
            println!("--- `{deleted}` deleted in line {}: {}", line + 1, broken.lines().nth(line).unwrap_or("").trim());
            for error in &errors {
                println!("    {}: {} {}", line_of(range_of(error).0) + 1, error.kind.code(), error.message);
            }
        }
    }
}

#[test]
fn one_token_deleted() {
    let show = std::env::var_os("HUBBUB_SHOW").is_some();
    let mut measure = Measure::default();
    for program in PROGRAMS {
        measure.program(program, show);
    }
    if let Ok(folder) = std::env::var("HUBBUB_PROGRAMS") {
        for entry in std::fs::read_dir(folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "hb") {
                measure.program(&std::fs::read_to_string(&path).expect("a program"), show);
            }
        }
    }
    let average = measure.messages as f64 / measure.cases as f64;
    let near = measure.near as f64 / measure.cases as f64;
    println!("{} cases: {average:.3} messages on average, {:.1} % within a line", measure.cases, near * 100.0);
    assert!(average <= 1.3, "{average:.3} messages on average");
    assert!(near >= 0.9, "{:.1} % within a line", near * 100.0);
}
