//! Every program of `tests/abi/` becomes an object for every target, and is told apart from what no target is.
#![allow(clippy::disallowed_methods, reason = "tests read their files")]

mod common;

use common::{compile, files, objects, parse, sources, tests_folder};
use hubbub_codegen_llvm::{Error, Level, generate};

const TARGETS: [&str; 4] =
    ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "riscv64-unknown-linux-gnu", "wasm32-unknown-unknown"];

#[test]
fn every_target_gives_objects() {
    for file in files(&tests_folder().join("abi"), "mir") {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        for (target, level) in TARGETS.iter().flat_map(|target| [(target, Level::O0), (target, Level::O2)]) {
            let mut options = objects(level);
            options.target = Some((*target).to_owned());
            let outputs = compile(&format!("{name} for {target}"), &text, &options);
            let object = outputs[0].object.as_ref().unwrap();
            let magic: &[u8] = if target.starts_with("wasm") { b"\0asm" } else { b"\x7fELF" };
            assert!(object.starts_with(magic), "{name} for {target}");
        }
    }
}

#[test]
fn what_is_no_target_is_an_error() {
    for target in ["vax-dec-ultrix", "", "x86_64", "riscv64gc-unknown-linux-gnu"] {
        let mut options = objects(Level::O0);
        options.target = Some(target.to_owned());
        let found = generate(&parse("none", ""), &sources("none", ""), &options);
        let is_target = target.starts_with("x86_64") || target.ends_with("gnu");
        assert_eq!(matches!(found, Err(Error::Target(_))), !is_target, "{target}: {found:?}");
    }
}
