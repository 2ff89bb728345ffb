//! The options of a build in the words of the phases.

use std::collections::BTreeSet;
use std::path::Path;

use hubbub_codegen_llvm as codegen;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_mir::Program;
use hubbub_syntax::condition::{BuildConstants, Value};

use crate::options::{Allocator, Flavour, Level, Options, Sanitizer};
use crate::sysroot::Sysroot;

/// What the module `Build` says.
pub fn build_constants(options: &Options) -> BuildConstants {
    let text = |text: &str| Value::Text(text.to_owned());
    let (arch, os) = target_parts(options);
    // AddressSanitizer knows the blocks of `malloc`, ThreadSanitizer who had them before
    let is_page = options.allocator == Allocator::Page;
    let is_watched = is_page && matches!(options.sanitizer, Some(Sanitizer::Address | Sanitizer::Thread));
    let allocator = if is_watched { Allocator::Libc } else { options.allocator };
    let constants = [
        ("ALLOCATOR", text(allocator.name())),
        ("ARCH", text(&arch)),
        ("DEBUG", Value::Bool(options.level == Level::O0)),
        ("OPTIMIZE", text(options.level.name())),
        ("OS", text(&os)),
        ("RUNTIME", text(options.flavour.name())),
        ("TRACK", Value::Bool(options.track)),
    ];
    BuildConstants {
        constants: constants.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        defines: options.defines.iter().cloned().collect(),
    }
}

/// The target's folder in the sysroot: `x86_64-linux`.
pub fn target_folder(options: &Options) -> String {
    let (arch, os) = target_parts(options);
    format!("{arch}-{os}")
}

fn target_parts(options: &Options) -> (String, String) {
    let Some(triple) = &options.target else {
        return (std::env::consts::ARCH.to_owned(), std::env::consts::OS.to_owned());
    };
    let mut parts = triple.split('-');
    // other names of the machines that `Build.ARCH` speaks of
    let arch = match parts.next().unwrap_or("") {
        "arm64" => "aarch64",
        "riscv64gc" => "riscv64",
        arch => arch,
    };
    let systems = ["linux", "windows", "darwin", "wasi", "freebsd", "none"];
    let os = systems.into_iter().find(|os| parts.clone().any(|part| part.starts_with(os)));
    (arch.to_owned(), os.unwrap_or("none").to_owned())
}

/// Objects, and nothing to read.
pub fn objects() -> codegen::Emit {
    codegen::Emit { object: true, ..codegen::Emit::default() }
}

/// The options of code generation.
pub fn generate(
    options: &Options,
    sysroot: &Sysroot,
    program: &Program,
    emit: codegen::Emit,
) -> Result<codegen::Options, Box<Diagnostic>> {
    Ok(codegen::Options {
        level: match options.level {
            Level::O0 => codegen::Level::O0,
            Level::O1 => codegen::Level::O1,
            Level::O2 => codegen::Level::O2,
            Level::O3 => codegen::Level::O3,
            Level::Os => codegen::Level::Os,
            Level::Oz => codegen::Level::Oz,
        },
        target: options.target.clone(),
        cpu: options.cpu.clone(),
        debug_info: options.debug_info,
        panic_lines: emit.object && options.keeps_panic_lines(),
        is_position_independent: options.library.is_some(),
        is_bare: options.flavour == Flavour::None,
        runtime_bitcode: bitcode(options, sysroot, program)?,
        sanitizer: match options.sanitizer {
            Some(Sanitizer::Address) => Some(codegen::Sanitizer::Address),
            Some(Sanitizer::Thread) => Some(codegen::Sanitizer::Thread),
            Some(Sanitizer::Undefined) | None => None,
        },
        emit,
        ..codegen::Options::default()
    })
}

/// The bitcode of the runtime and of the library's facilities that the program names, where the whole program is optimised; a sysroot
/// may be without it.
fn bitcode(options: &Options, sysroot: &Sysroot, program: &Program) -> Result<Vec<Vec<u8>>, Box<Diagnostic>> {
    let is_instrumented = matches!(options.sanitizer, Some(Sanitizer::Address | Sanitizer::Thread));
    if !options.level.is_whole_program() || options.flavour == Flavour::None || is_instrumented {
        return Ok(Vec::new());
    }
    let target = target_folder(options);
    let mut modules = Vec::from_iter(read_bitcode(&sysroot.bitcode(&target, options.flavour))?);
    for facility in facilities(program) {
        modules.extend(read_bitcode(&sysroot.facility(&target, facility))?);
    }
    Ok(modules)
}

/// The facilities of the library that a program names: `hb_table_find` is `table`'s.
fn facilities(program: &Program) -> BTreeSet<&'static str> {
    let symbols = program.procedures.keys().map(|symbol| symbol.as_str());
    symbols
        .filter_map(|symbol| Some(symbol.strip_prefix("hb_")?.split_once('_')?.0))
        .filter(|name| *name != "rt")
        .collect()
}

fn read_bitcode(path: &Path) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let message = format!("the runtime `{}` cannot be read: {error}", path.display());
            Err(Box::new(Diagnostic::new(Kind::FileNotReadable, None, message)))
        }
    }
}
