//! Broken programs: the checker must end, soon, with diagnostics, whatever the tokens. Fixed seeds; `HUBBUB_FUZZ` sets how many,
//! `HUBBUB_FUZZ_KEEP` names a file that holds each input while it is checked, for those that take the process along.

#![expect(
    clippy::disallowed_methods,
    reason = "the number of inputs is a setting, and programs are read from the folder of tests"
)]

#[expect(dead_code, reason = "others use all of it")]
mod common;

use common::{Fuzzer, count, run};
use hubbub_diagnostics::{Diagnostic, Kind};

/// Checks a program and says what is wrong with it.
fn check(fuzzer: &Fuzzer, text: &str) -> Vec<Diagnostic> {
    let sema = fuzzer.session(text);
    let diagnostics = sema.take_diagnostics();
    for diagnostic in &diagnostics {
        let Some(span) = diagnostic.span else { continue };
        let file = sema.sources.files.get(span.file).expect("the file of a diagnostic is there");
        assert!(span.end as usize <= file.text.len(), "{diagnostic:?} lies outside its file");
    }
    diagnostics
}

#[test]
fn mutated_tokens() {
    let fuzzer = Fuzzer::new();
    let wrong = run(11, |random| fuzzer.mutated(random), |text| check(&fuzzer, text).iter().any(Diagnostic::is_error));
    assert!(wrong * 2 > count(), "most mutations are mistakes, {wrong} of {} were found", count());
}

#[test]
fn grafted_nodes() {
    let fuzzer = Fuzzer::new();
    run(14, |random| fuzzer.grafted(random), |text| check(&fuzzer, text).iter().any(Diagnostic::is_error));
}

#[test]
fn tokens_of_their_kind() {
    let fuzzer = Fuzzer::new();
    let wrong = run(13, |random| fuzzer.alike(random), |text| check(&fuzzer, text).iter().any(Diagnostic::is_error));
    assert!(wrong < count(), "some of these have no mistake");
}

#[test]
fn programs_themselves_are_well() {
    let fuzzer = Fuzzer::new();
    for (name, text) in &fuzzer.programs {
        // A module in several files is imported back by them: it would be there twice, as the program and as that module.
        let module = name.trim_end_matches(".hb");
        let mut others = fuzzer.programs.iter().filter(|(other, _)| *other != *name);
        let is_imported_back = others.any(|(other, its)| {
            let other = other.trim_end_matches(".hb");
            text.contains(&format!("#import \"{other}\"")) && its.contains(&format!("#import \"{module}\""))
        });
        if is_imported_back || text.contains(&format!("#import \"{module}/")) {
            continue;
        }
        let found = check(&fuzzer, text);
        // There is no interpreter here: which candidate a `where` drops, or which branch an `#if` takes, may stay open. A module may
        // refuse the flavour of these checks.
        if found.iter().any(|diagnostic| matches!(diagnostic.kind, Kind::NotConstant | Kind::AssertionFailed)) {
            continue;
        }
        let errors: Vec<String> =
            found.into_iter().filter(Diagnostic::is_error).map(|diagnostic| diagnostic.message).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}
