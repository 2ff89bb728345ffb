//! Libraries for C programs: an archive, or a shared object.
//!
//! Both carry what they need of the runtime, position-independent, from `library.a`: that is the runtime without C's own procedures (the C
//! program has them), with a stand-in for a program's `main`, and with a destructor that writes standard output's buffer out.

use std::ffi::OsString;
use std::path::Path;

use hashbrown::HashSet;
use hubbub_codegen_llvm::archive;
use hubbub_diagnostics::{Diagnostic, Kind};
use object::read::archive::ArchiveFile;
use object::{Object as _, ObjectSymbol};

use super::libraries::Library;
use super::{Found, Request, no_libc, no_memory, system_folder};
use crate::scratch::Scratch;

/// An archive of the program's objects and of what these reach in the runtime.
pub fn make_static(request: &Request<'_>, runtime: &[u8]) -> Result<Scratch, Vec<Diagnostic>> {
    let stem = stem(request);
    let names: Vec<String> = (0..request.objects.len()).map(|number| format!("{stem}.{number}.o")).collect();
    let own = names.iter().map(String::as_str).zip(request.objects.iter().copied());
    let mut members: Vec<(&str, &[u8])> = own.collect();
    let of_runtime = members_of(runtime);
    members.extend(reached(request.objects, &of_runtime));
    let bytes = archive(&members).ok_or_else(|| {
        vec![Diagnostic::new(Kind::LinkFailed, None, "the objects of this target cannot be put into an archive")]
    })?;
    Scratch::with_bytes("library", &bytes).map_err(|error| vec![no_memory(&error)])
}

/// The linker's words for a shared object.
pub fn shared_arguments(
    request: &Request<'_>,
    objects: &[Scratch],
    found: &Found,
    runtime: &Path,
) -> Result<Vec<OsString>, Vec<Diagnostic>> {
    let system = system_folder().ok_or_else(|| vec![no_libc()])?;
    let mut words: Vec<OsString> =
        ["-shared", "--gc-sections", "-z", "defs", "--build-id=none", "--hash-style=gnu"].map(Into::into).into();
    words.push(format!("-soname=lib{}.so", stem(request)).into());
    // What of the runtime comes along is nobody else's.
    words.extend(["--exclude-libs=ALL", "-o", "-"].map(Into::into));
    if request.options.strip {
        words.push("--strip-all".into());
    }
    words.push(system.join("crti.o").into());
    words.extend(objects.iter().map(Scratch::path));
    let mut folder = OsString::from("-L");
    folder.push(&system);
    words.extend([folder, "--as-needed".into()]);
    words.extend(found.libraries.iter().flat_map(Library::words));
    words.extend(found.bundled.iter().map(|path| path.clone().into()));
    words.extend([runtime.into(), "-lc".into()]);
    if system.join("libm.so").is_file() {
        words.push("-lm".into());
    }
    words.push(system.join("crtn.o").into());
    Ok(words)
}

/// The library's name: that of its main module.
fn stem(request: &Request<'_>) -> String {
    request.options.input.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn members_of(runtime: &[u8]) -> Vec<(&str, &[u8])> {
    let Ok(file) = ArchiveFile::parse(runtime) else { return Vec::new() };
    let members = file.members().flatten();
    members.filter_map(|member| Some((std::str::from_utf8(member.name()).ok()?, member.data(runtime).ok()?))).collect()
}

/// The members that define what is wanted, and what they want in their turn, in the order of the archive.
fn reached<'m>(objects: &[&[u8]], members: &[(&'m str, &'m [u8])]) -> Vec<(&'m str, &'m [u8])> {
    let mut wanted = HashSet::new();
    objects.iter().for_each(|object| symbols(object, false, &mut wanted));
    let mut defined: Vec<HashSet<Vec<u8>>> = Vec::new();
    for (_, bytes) in members {
        let mut own = HashSet::new();
        symbols(bytes, true, &mut own);
        defined.push(own);
    }
    let mut is_taken = vec![false; members.len()];
    // Each round takes a member at least, or is the last.
    loop {
        let mut is_last = true;
        for ((own, taken), (_, bytes)) in defined.iter().zip(&mut is_taken).zip(members) {
            if !*taken && own.iter().any(|symbol| wanted.contains(symbol)) {
                *taken = true;
                is_last = false;
                symbols(bytes, false, &mut wanted);
            }
        }
        if is_last {
            break;
        }
    }
    members.iter().zip(&is_taken).filter(|(_, taken)| **taken).map(|(member, _)| *member).collect()
}

/// Collects the symbols that an object defines for others, or leaves to others to define.
fn symbols(bytes: &[u8], wants_defined: bool, into: &mut HashSet<Vec<u8>>) {
    let Ok(file) = object::File::parse(bytes) else { return };
    for symbol in file.symbols() {
        let Ok(name) = symbol.name_bytes() else { continue };
        let fits = if wants_defined { symbol.is_global() && !symbol.is_undefined() } else { symbol.is_undefined() };
        if fits && !name.is_empty() {
            into.insert(name.to_vec());
        }
    }
}
