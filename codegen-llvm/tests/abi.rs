//! `tests/abi/NAME.mir` linked with `tests/abi/NAME.c` at every level. The C file's lines `// expect:` are what the program
//! prints, `// status:` is how it ends (0 without one).

#![allow(clippy::disallowed_methods, reason = "tests read their files")]

mod common;

use std::path::Path;

use common::{LEVELS, compile, files, link_and_run, objects, scratch, tests_folder, write_objects};

fn expectation(source: &str) -> (String, i32) {
    let lines = source.lines().filter_map(|line| line.strip_prefix("// expect: "));
    let printed = lines.map(|line| format!("{line}\n")).collect();
    let status = source.lines().find_map(|line| line.strip_prefix("// status: "));
    (printed, status.map_or(0, |status| status.trim().parse().unwrap()))
}

fn check(mir: &Path) {
    let name = mir.file_stem().unwrap().to_str().unwrap();
    let text = std::fs::read_to_string(mir).unwrap();
    let c_file = mir.with_extension("c");
    let (printed, status) = expectation(&std::fs::read_to_string(&c_file).unwrap());
    for level in LEVELS {
        let folder = scratch(&format!("abi-{name}-{level:?}"));
        let outputs = compile(name, &text, &objects(level));
        let objects = write_objects(&folder, &outputs);
        let found = link_and_run(&folder, &objects, &[c_file.clone(), tests_folder().join("abi/support.c")]);
        assert_eq!(found, (printed.clone(), Some(status)), "{name} at {level:?}");
    }
}

#[test]
fn programs_do_the_same_at_every_level() {
    let programs = files(&tests_folder().join("abi"), "mir");
    assert!(!programs.is_empty());
    programs.iter().for_each(|program| check(program));
}
