//! Both archives define the symbols of the ABI's list, no others, and the bitcode has them with the listed types.

#![expect(clippy::disallowed_methods, reason = "a test reads the library's files")]

mod common;

use common::{Flavour, run, runtime, text_of};
use hubbub_runtime_nostd::abi::{ABI, AbiType};
use std::collections::BTreeSet;
use std::process::Command;

/// The runtime's own: panics call it in whatever the program was joined with.
const INTERNAL: &[&str] = &["hb_rt_flush_at_panic"];

#[test]
fn archives_define_the_list() {
    let listed: BTreeSet<&str> = ABI.iter().map(|symbol| symbol.name).chain(INTERNAL.iter().copied()).collect();
    for flavour in [Flavour::Nostd, Flavour::Std] {
        let mut nm = Command::new("llvm-nm-22");
        nm.args(["--defined-only", "--extern-only", "--just-symbol-name"]).arg(runtime(flavour).join("runtime.a"));
        let text = text_of(run(&mut nm).stdout);
        let defined: Vec<&str> = text.lines().filter(|line| line.starts_with("hb_rt_")).collect();
        assert_eq!(defined.iter().copied().collect::<BTreeSet<_>>(), listed, "{flavour:?}");
        assert_eq!(defined.len(), listed.len(), "{flavour:?}: something is defined twice");
    }
}

fn llvm_type(ty: AbiType) -> &'static str {
    match ty {
        AbiType::Void | AbiType::Never => "void",
        AbiType::Bool => "i1",
        AbiType::I32 => "i32",
        AbiType::I64 => "i64",
        AbiType::I128 => "i128",
        AbiType::F32 => "float",
        AbiType::F64 => "double",
        AbiType::Pointer => "ptr",
    }
}

/// `define … RESULT @NAME(TYPE attributes %x, …) …` to `(TYPE, …) RESULT`.
fn signature(line: &str) -> Option<(String, String)> {
    let (head, rest) = line.strip_prefix("define ")?.split_once('@')?;
    let (name, rest) = rest.split_once('(')?;
    let mut depth = 0;
    let mut types = vec![String::new()];
    for letter in rest.chars() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        match letter {
            _ if depth < 0 => break,
            ',' if depth == 0 => types.push(String::new()),
            _ => types.last_mut()?.push(letter),
        }
    }
    let types: Vec<&str> = types.iter().filter_map(|parameter| parameter.split_whitespace().next()).collect();
    Some((name.to_string(), format!("({}) {}", types.join(", "), head.split_whitespace().last()?)))
}

#[test]
fn bitcode_has_the_listed_types() {
    for flavour in [Flavour::Nostd, Flavour::Std] {
        let mut dis = Command::new("llvm-dis-22");
        dis.arg(runtime(flavour).join("runtime.bc")).args(["-o", "-"]);
        let text = text_of(run(&mut dis).stdout);
        let mut count = 0;
        for (name, found) in text.lines().filter_map(signature) {
            let Some(symbol) = ABI.iter().find(|symbol| symbol.name == name) else { continue };
            let types: Vec<&str> = symbol.parameters.iter().map(|ty| llvm_type(*ty)).collect();
            assert_eq!(found, format!("({}) {}", types.join(", "), llvm_type(symbol.result)), "{flavour:?} {name}");
            count += 1;
        }
        let panics = ABI.iter().filter(|symbol| symbol.name.starts_with("hb_rt_panic")).count();
        assert_eq!(count, ABI.len() - panics - 1, "{flavour:?}: everything but panics and the fault handler");
    }
}

#[test]
fn bitcode_can_be_inlined_everywhere() {
    let mut dis = Command::new("llvm-dis-22");
    dis.arg(runtime(Flavour::Nostd).join("runtime.bc")).args(["-o", "-"]);
    let text = text_of(run(&mut dis).stdout);
    for unwanted in ["optnone", "nonlazybind", "uwtable", "rust_eh_personality", "probe-stack", "RtLibUseGOT"] {
        assert!(!text.contains(unwanted), "{unwanted}");
    }
    for line in text.lines().filter(|line| line.starts_with("attributes #") && line.contains("target-cpu")) {
        assert!(line.contains("\"target-cpu\"=\"x86-64\"") && !line.contains("target-features"), "{line}");
    }
}

/// The files of a folder and of those within it.
fn modules(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { modules(&path) } else { vec![path] }).collect()
}

/// The symbols of the library's facilities: defined in the archives, and declared by the standard library.
#[test]
fn the_standard_library_declares_what_the_archives_define() {
    let stdlib = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../stdlib");
    let mut declared = BTreeSet::new();
    for path in modules(&stdlib) {
        let text = std::fs::read_to_string(path).unwrap();
        let foreign = text.lines().filter(|line| line.contains("#foreign"));
        let names = foreign.filter_map(|line| line.split_once(" :: ")).map(|(name, _)| name.to_owned());
        // The client of Postgres is an archive of its own.
        declared.extend(names.filter(|name| name.starts_with("hb_") && !name.starts_with("hb_postgres_")));
    }
    for flavour in [Flavour::Nostd, Flavour::Std] {
        let mut nm = Command::new("llvm-nm-22");
        nm.args(["--defined-only", "--extern-only", "--just-symbol-name"]).arg(runtime(flavour).join("runtime.a"));
        let text = text_of(run(&mut nm).stdout);
        let defined: BTreeSet<&str> = text.lines().filter(|line| line.starts_with("hb_")).collect();
        let missing: Vec<_> = declared.iter().filter(|name| !defined.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "{flavour:?}: {missing:?}");
        let library = runtime(flavour).join("../library");
        let has_module = |facility: &str| library.join(facility).with_extension("bc").exists();
        let facility = |name: &str| Some(name.strip_prefix("hb_")?.split_once('_')?.0.to_owned());
        let of_library = defined.iter().filter(|name| facility(name).is_some_and(|facility| has_module(&facility)));
        let unused: Vec<_> = of_library.filter(|name| !declared.contains(**name)).collect();
        assert!(unused.is_empty(), "{flavour:?}: nobody declares {unused:?}");
    }
}
