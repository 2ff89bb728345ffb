//! Broken programs that the checker lets pass: lowering must make MIR of them that the verifier accepts. Fixed seeds; `HUBBUB_FUZZ` sets
//! how many, `HUBBUB_FUZZ_KEEP` names a file that holds each input while it is worked on.

#![expect(
    clippy::disallowed_methods,
    reason = "the number of inputs is a setting, and programs are read from the folder of tests"
)]

#[path = "../../sema/tests/common/mod.rs"]
mod common;

use common::{Fuzzer, count, run};
use hubbub_diagnostics::Diagnostic;
use hubbub_mir::lower::{Options, Wanted, lower_program};
use hubbub_mir::verify;
use hubbub_sema::Sema;

/// Every procedure of the root module that is not generic.
fn roots(sema: &Sema) -> Vec<Wanted> {
    let root = hubbub_sema::data::types::ModuleId(0);
    let own = sema.decls.iter_ids().filter(|(_, decl)| decl.module == root && decl.is_procedure());
    let plain = own.map(|(id, _)| id).filter(|id| !sema.is_generic(*id) && sema.has_body(*id));
    plain.map(|id| Wanted::Procedure(sema.instantiate(id, &[]))).collect()
}

/// Whether the checker finds mistakes in a program; if not, it is lowered.
fn check(fuzzer: &Fuzzer, text: &str) -> bool {
    let sema = fuzzer.session(text);
    if sema.take_diagnostics().iter().any(Diagnostic::is_error) {
        return true;
    }
    let program = lower_program(&sema, &roots(&sema), Options { verify: false, ..Options::default() });
    if sema.take_diagnostics().iter().any(Diagnostic::is_error) {
        return true;
    }
    let errors: Vec<String> = verify::program(&program).iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    false
}

#[test]
fn tokens_of_their_kind() {
    let fuzzer = Fuzzer::new();
    let wrong = run(12, |random| fuzzer.alike(random), |text| check(&fuzzer, text));
    assert!(wrong < count(), "some mutations leave a program right");
    println!("{} inputs, {} of them without mistakes", count(), count() - wrong);
}

#[test]
fn mutated_tokens() {
    let fuzzer = Fuzzer::new();
    run(12, |random| fuzzer.mutated(random), |text| check(&fuzzer, text));
}
