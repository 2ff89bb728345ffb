//! C programs that play compiled code, linked with the runtimes as the compiler links.
//!
//! The sysroot is built first (which is instant when nothing has changed). Tools are LLVM's, as everywhere in this project.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::disallowed_methods, reason = "tests write files")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Once;
use std::{env, fs};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flavour {
    Nostd,
    Std,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Join {
    /// Linked with `runtime.a`.
    Archive,
    /// Optimised together with `runtime.bc`, then linked with `runtime.a`.
    Bitcode,
}

pub const WAYS: [(Flavour, Join); 4] = [
    (Flavour::Nostd, Join::Archive),
    (Flavour::Nostd, Join::Bitcode),
    (Flavour::Std, Join::Archive),
    (Flavour::Std, Join::Bitcode),
];

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

pub fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")
}

/// The folder of a flavour's files.
pub fn runtime(flavour: Flavour) -> PathBuf {
    static BUILT: Once = Once::new();
    BUILT.call_once(|| {
        run(Command::new(root().join("scripts/build")).arg("runtime"));
    });
    let name = if flavour == Flavour::Nostd { "nostd" } else { "std" };
    root().join("build/lib/hubbub/x86_64-linux").join(name)
}

/// Runs a command that must succeed.
pub fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    output
}

pub fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// Compiles and links a program of `tests/programs`; gives its path.
pub fn build(program: &str, flags: &[&str], flavour: Flavour, join: Join) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{program}-{flavour:?}-{join:?}"));
    fs::create_dir_all(&folder).unwrap();
    let object = folder.join("program.o");
    let mut clang = Command::new("clang-22");
    clang.args(["-ffreestanding", "-fno-pic", "-ffunction-sections", "-Wall", "-Werror"]).args(flags);
    clang.current_dir(programs()).arg(format!("{program}.c"));
    match join {
        Join::Archive => {
            run(clang.arg("-c").arg("-o").arg(&object));
        }
        Join::Bitcode => {
            let bitcode = folder.join("program.bc");
            run(clang.args(["-c", "-emit-llvm"]).arg("-o").arg(&bitcode));
            join_bitcode(&bitcode, &runtime(flavour).join("runtime.bc"), &object);
        }
    }
    let result = folder.join(program);
    link(&object, flavour, &result);
    result
}

/// What a compiler does from -O2 on.
pub fn join_bitcode(program: &Path, runtime: &Path, object: &Path) {
    let (joined, optimised) = (program.with_extension("joined.bc"), program.with_extension("optimised.bc"));
    run(Command::new("llvm-link-22").arg(program).arg("--only-needed").arg(runtime).arg("-o").arg(&joined));
    run(Command::new("opt-22")
        .args(["-passes=internalize,default<O3>", "-internalize-public-api-list=hb_program_main"])
        .arg(&joined)
        .arg("-o")
        .arg(&optimised));
    run(Command::new("llc-22")
        .args(["-O3", "-filetype=obj", "-function-sections", "-data-sections"])
        .arg(&optimised)
        .arg("-o")
        .arg(object));
}

fn link(object: &Path, flavour: Flavour, result: &Path) {
    let archive = runtime(flavour).join("runtime.a");
    let mut linker = Command::new("ld.lld-22");
    linker.args(["--gc-sections", "-z", "norelro", "--build-id=none", "-o"]).arg(result);
    if flavour == Flavour::Nostd {
        run(linker.arg(object).arg(archive));
        return;
    }
    let library = Path::new("/usr/lib/x86_64-linux-gnu");
    linker.args(["--hash-style=gnu", "-dynamic-linker", "/lib64/ld-linux-x86-64.so.2", "-L"]).arg(library);
    linker.arg(library.join("crt1.o")).arg(library.join("crti.o")).arg(object);
    run(linker.arg("-lc").arg(archive).arg("-lc").arg(library.join("crtn.o")));
}
