//! Broken programs go all the way: what the checker lets pass must become MIR that the verifier accepts, print and parse back, and
//! become modules that LLVM's verifier accepts before and after optimisation.
//!
//! The compiler's own interpreter answers compile-time questions. Fixed seeds; `HUBBUB_FUZZ` sets how many programs, `HUBBUB_FUZZ_LLVM`
//! how many of those without mistakes go through LLVM, `HUBBUB_FUZZ_FORMS` how many of them through the formatter, `HUBBUB_FUZZ_SEED` where the numbers begin, `HUBBUB_FUZZ_KEEP` names a file that
//! holds each input while it is worked on.

#![expect(
    clippy::disallowed_methods,
    reason = "the numbers of inputs are settings, and programs are read from a folder"
)]

#[path = "../../../sema/tests/common/mod.rs"]
#[expect(dead_code, reason = "others use all of it")]
mod common;

use std::cell::Cell;
use std::sync::Arc;

use common::{Fuzzer, Random, run};
use hubbub_codegen_llvm::{Emit, Error, Level, Options};
use hubbub_diagnostics::Diagnostic;
use hubbub_driver::compile_time::Interpreted;
use hubbub_driver::options::CompileTimeLimits;
use hubbub_mir::lower::{self, Wanted, lower_program};
use hubbub_mir::{Program, parse, print, verify};
use hubbub_sema::Sema;
use hubbub_syntax::format::format;

/// As the compiler itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// Steps of what runs at compile time: a mutated loop may have no end.
const STEPS_MAX: u64 = 2_000_000;

/// Which procedures of the root module become MIR.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Those that stand so in none of the programs, if there are any.
    Changed,
    All,
}

/// Procedures of the root module that are not generic.
fn roots(fuzzer: &Fuzzer, sema: &Sema, of: Of) -> Vec<Wanted> {
    let root = hubbub_sema::data::types::ModuleId(0);
    let own = sema.decls.iter_ids().filter(|(_, decl)| decl.module == root && decl.is_procedure());
    let plain = own.filter(|(id, _)| !sema.is_generic(*id) && sema.has_body(*id));
    let all: Vec<_> = plain.map(|(id, decl)| (id, fuzzer.has_item(sema.tree(root).source(decl.node)))).collect();
    let is_changed = of == Of::Changed && all.iter().any(|(_, is_known)| !is_known);
    let wanted = all.iter().filter(|(_, is_known)| !is_changed || !is_known);
    wanted.map(|(id, _)| Wanted::Procedure(sema.instantiate(*id, &[]))).collect()
}

/// The compiler's own interpreter, which gives up soon.
fn interpreter() -> Interpreted {
    Interpreted::new(CompileTimeLimits { steps: STEPS_MAX, ..CompileTimeLimits::default() }, Arc::default())
}

/// The MIR of a program, with its session; nothing if it has mistakes.
fn lowered(fuzzer: &Fuzzer, text: &str, of: Of) -> Option<(Sema, Program)> {
    // What the compiler itself provides it provides to its own modules.
    if text.contains("#intrinsic") {
        return None;
    }
    let sema = fuzzer.session_with(text, |sema| drop(sema.compile_time.set(Box::new(interpreter()))));
    if sema.take_diagnostics().iter().any(Diagnostic::is_error) {
        return None;
    }
    let options = lower::Options { verify: false, ..lower::Options::default() };
    let program = lower_program(&sema, &roots(fuzzer, &sema, of), options);
    if sema.take_diagnostics().iter().any(Diagnostic::is_error) {
        return None;
    }
    Some((sema, program))
}

/// Its own verifier accepts it, and it prints and parses back.
fn check_mir(program: &Program) {
    let errors: Vec<String> = verify::program(program).iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let printed = print::program(program);
    match parse::program(&printed) {
        Ok(again) => assert!(print::program(&again) == printed, "printed and parsed, it prints differently"),
        Err(error) => panic!("what is printed does not parse: {error}"),
    }
}

/// What the formatter makes of a program stays as it is, and has the same MIR.
fn check_forms(fuzzer: &Fuzzer, text: &str) {
    // Where a program says where it stands, formatting moves it.
    if ["#line", "#caller-location", "#caller_location", "#file", "assert", "panic"]
        .iter()
        .any(|word| text.contains(word))
    {
        return;
    }
    let formatted = format(text).unwrap_or_else(|errors| panic!("it is right, but not to the formatter: {errors:?}"));
    let again = format(&formatted).unwrap_or_else(|errors| panic!("the formatter breaks it: {errors:?}\n{formatted}"));
    assert!(again == formatted, "formatted twice, it is different\n{formatted}");
    let Some((_, program)) = lowered(fuzzer, text, Of::All) else { panic!("checked again, it has mistakes") };
    let Some((_, other)) = lowered(fuzzer, &formatted, Of::All) else {
        panic!("formatted, it has mistakes\n{formatted}")
    };
    let (before, after) = (without_places(&program), without_places(&other));
    let different = before.lines().zip(after.lines()).find(|(a, b)| a != b);
    assert!(before == after, "formatted, it has other MIR: {different:?}\n{formatted}");
}

/// What a line of printed MIR belongs to.
#[derive(Clone, Copy)]
enum Inside {
    Place,
    Constant,
    Other,
}

/// MIR without what says where in the source it comes from: comments, `!1556`, constants that are places, and the names of constants, which
/// are made of their bytes.
fn without_places(program: &Program) -> String {
    let is_place = |word: &&str| word.strip_prefix('!').is_some_and(|number| number.parse::<u32>().is_ok());
    let printed = print::program(program);
    let code = printed.lines().filter(|line| !line.trim_start().starts_with("//"));
    let lines = code.map(|line| line.split(' ').filter(|word| !is_place(word)).map(without_hash).collect::<Vec<_>>());
    let (mut constants, mut others): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut inside = Inside::Other;
    for words in lines {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let text = words.join(" ");
        inside = match words.as_slice() {
            ["", "", "", "", "relocate", ..] => inside,
            // As many as there are different places, with the address of the file's name in each, and their addresses.
            ["global", "\"const{}\":", "[u8;", "24]", "align", "8", ..] => Inside::Place,
            ["global", "\"const{}\":", "*Prelude.Source_Location", ..] => Inside::Place,
            ["global", "\"const{}\":", ..] => {
                constants.push(String::new());
                Inside::Constant
            }
            _ => Inside::Other,
        };
        match inside {
            Inside::Place => {}
            Inside::Constant => constants.last_mut().expect("it has begun").push_str(&(text + "\n")),
            Inside::Other => others.push(text),
        }
    }
    // Their order is that of their names.
    constants.sort();
    others.extend(constants);
    others.join("\n")
}

/// `"const{23901f7293b273f6bc63caee6a16f9cf}"` without the number.
fn without_hash(word: &str) -> String {
    match word.split_once("const{") {
        Some((before, rest)) => {
            let behind = rest.trim_start_matches(|c: char| c.is_ascii_hexdigit());
            format!("{before}const{{{}", without_hash(behind))
        }
        None => word.to_owned(),
    }
}

/// LLVM's verifier accepts it before and after optimisation.
fn check_llvm(sema: &Sema, program: &Program) {
    // The driver refuses these before.
    if !hubbub_codegen_llvm::left_arguments(program, None).is_empty() {
        return;
    }
    for level in [Level::O0, Level::O2] {
        let emit = Emit { object: true, ..Emit::default() };
        let options = Options { level, emit, verify: true, debug_info: true, ..Options::default() };
        match hubbub_codegen_llvm::generate(program, &sema.sources, &options) {
            // What somebody wrote as assembly is LLVM's to refuse.
            Ok(_) | Err(Error::Assembly(_)) => {}
            Err(error) => panic!("{level:?}: {error:?}"),
        }
    }
}

/// Runs all phases over mutated programs; so many of those without mistakes go through LLVM.
fn pipeline(seed: u64, mutate: impl Fn(&Fuzzer, &mut Random) -> String) {
    let fuzzer = Fuzzer::new();
    let llvm = Cell::new(setting("HUBBUB_FUZZ_LLVM", 4));
    let forms = Cell::new(setting("HUBBUB_FUZZ_FORMS", 20));
    let right = Cell::new(0);
    run(
        seed + setting("HUBBUB_FUZZ_SEED", 0),
        |random| mutate(&fuzzer, random),
        |text| {
            let Some((sema, program)) = lowered(&fuzzer, text, Of::Changed) else { return true };
            check_mir(&program);
            right.set(right.get() + 1);
            if forms.get() > 0 {
                forms.set(forms.get() - 1);
                check_forms(&fuzzer, text);
            }
            if llvm.get() > 0 {
                llvm.set(llvm.get() - 1);
                check_llvm(&sema, &program);
            }
            false
        },
    );
    let through = |name, otherwise, left: &Cell<u64>| setting(name, otherwise) - left.get();
    println!(
        "{} inputs, {} of them without mistakes, {} through the formatter, {} through LLVM",
        common::count(),
        right.get(),
        through("HUBBUB_FUZZ_FORMS", 20, &forms),
        through("HUBBUB_FUZZ_LLVM", 4, &llvm)
    );
}

/// Each as it is: its MIR is right, and comes back when it is printed and parsed.
#[test]
fn programs_themselves() {
    let fuzzer = Fuzzer::new();
    let lowered = fuzzer.programs.iter().filter_map(|(_, text)| lowered(&fuzzer, text, Of::All));
    let count = lowered.map(|(_, program)| check_mir(&program)).count();
    assert!(count * 10 > fuzzer.programs.len() * 9, "{count} of {} programs are lowered", fuzzer.programs.len());
    println!("{count} programs");
}

#[test]
fn alike() {
    pipeline(21, |fuzzer, random| fuzzer.alike(random));
}

#[test]
fn grafted() {
    pipeline(22, |fuzzer, random| fuzzer.grafted(random));
}

#[test]
fn mutated() {
    pipeline(23, |fuzzer, random| fuzzer.mutated(random));
}
