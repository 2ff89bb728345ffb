//! From objects to a program, with LLVM's linker.
//!
//! Objects go to the linker as files in memory and the program comes back in one, so nothing half-made ever stands on a disk. Start with
//! [`link`]; `needs` decides whether libc takes part, `libraries` finds foreign libraries, `errors` translates what the linker says
//! back to the declaration that asked.

mod errors;
pub mod libraries;
mod library;
pub mod linker;
mod needs;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind};

use crate::options::{Flavour, Library as LibraryKind, Options, Sanitizer};
use crate::scratch::Scratch;
use crate::sysroot::Sysroot;
use libraries::Library;
use linker::Linker;
use needs::Needs;

/// What is to be linked.
pub struct Request<'a> {
    /// The program's own objects.
    pub objects: &'a [&'a [u8]],
    /// Foreign libraries, as written, with the place where they are asked for.
    pub libraries: &'a [(String, Option<Span>)],
    /// Where a foreign symbol is declared.
    pub declaration: &'a dyn Fn(&str) -> Option<Span>,
    /// Options of the build.
    pub options: &'a Options,
    /// Folder of the main module.
    pub folder: PathBuf,
}

/// The system's folder of `crt1.o` and libc.
const SYSTEM: [&str; 4] = ["/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib/x86_64-linux-gnu"];
/// Debian's folder of LLVM's compiler-rt, of the same release as the code generator.
const SANITIZERS: &str = "/usr/lib/llvm-22/lib/clang/22/lib/linux";
/// What sanitizers and Rust's std walk the stack with.
const UNWINDER: &str = "libgcc_s.so.1";
const DYNAMIC_LINKER: &str = "/lib64/ld-linux-x86-64.so.2";
/// Below this many bytes of objects, threads cost the linker more than they bring.
const THREADS_FROM_BYTES: usize = 8 << 20;

/// Links a program into a file in memory.
pub fn link(request: &Request<'_>, sysroot: &Sysroot, target: &str) -> Result<Scratch, Vec<Diagnostic>> {
    let options = request.options;
    if let Some(kind) = options.library {
        return link_library(kind, request, sysroot, target);
    }
    let beside = sysroot.programs();
    let linker = Linker::find(options.linker.as_deref(), Some(&beside)).map_err(|tried| vec![no_linker(&tried)])?;
    let archive = (options.flavour != Flavour::None).then(|| sysroot.archive(target, options.flavour));
    let mut needs = match &archive {
        Some(path) => {
            let runtime = std::fs::read(path).map_err(|error| vec![no_runtime(path, &error)])?;
            needs::find(request.objects, &runtime)
        }
        None => Needs::default(),
    };
    needs.libc |= options.flavour == Flavour::Std;
    // A library of which the program reaches nothing is not even looked for.
    let named = needs.libc || archive.is_none();
    let libraries = if named { libraries::find_all(request)? } else { Vec::new() };
    let found = Found { libraries, bundled: bundled(&needs, sysroot, target)?, is_hosted: needs.libc };
    if options.flavour == Flavour::None && !needs::is_defined(request.objects, b"_start") {
        return Err(vec![no_start()]);
    }
    let objects = scratch_objects(request.objects).map_err(|error| vec![no_memory(&error)])?;
    let mut arguments = arguments(request, &objects, &found, archive)?;
    let script = match request.options.keeps_panic_lines() {
        true => sysroot.lines_script(target),
        false => sysroot.link_script(target),
    };
    if script.is_file() {
        arguments.extend(["-T".into(), script.into()]);
    }
    start(&linker, &arguments, request)
}

/// Makes a library of a kind.
fn link_library(
    kind: LibraryKind,
    request: &Request<'_>,
    sysroot: &Sysroot,
    target: &str,
) -> Result<Scratch, Vec<Diagnostic>> {
    let path = sysroot.library_archive(target, request.options.flavour);
    let runtime = match request.options.flavour {
        Flavour::None => Vec::new(),
        _ => std::fs::read(&path).map_err(|error| vec![no_runtime(&path, &error)])?,
    };
    if kind == LibraryKind::Static {
        return library::make_static(request, &runtime);
    }
    let beside = sysroot.programs();
    let linker =
        Linker::find(request.options.linker.as_deref(), Some(&beside)).map_err(|tried| vec![no_linker(&tried)])?;
    let needs = needs::find(request.objects, &runtime);
    let bundled = bundled(&needs, sysroot, target)?;
    let libraries = if needs.libc { libraries::find_all(request)? } else { Vec::new() };
    let found = Found { libraries, bundled, is_hosted: true };
    let objects = scratch_objects(request.objects).map_err(|error| vec![no_memory(&error)])?;
    let mut arguments = library::shared_arguments(request, &objects, &found, &path)?;
    let script = sysroot.link_script(target);
    if script.is_file() {
        arguments.extend(["-T".into(), script.into()]);
    }
    start(&linker, &arguments, request)
}

/// The libraries of the sysroot that the objects ask for.
fn bundled(needs: &Needs, sysroot: &Sysroot, target: &str) -> Result<Vec<PathBuf>, Vec<Diagnostic>> {
    let find = |name: &&str| {
        let path = sysroot.library(target, name);
        if path.is_file() { Ok(path) } else { Err(vec![no_bundled(&path)]) }
    };
    needs.bundled.iter().map(find).collect()
}

fn no_bundled(path: &Path) -> Diagnostic {
    let message = format!("the program needs `{}`, which is not there", path.display());
    Diagnostic::new(Kind::LibraryNotFound, None, message).help("`scripts/build` makes it")
}

/// What is linked besides objects and runtime.
struct Found {
    /// Foreign libraries that the program names.
    libraries: Vec<Library>,
    /// Libraries of the sysroot.
    bundled: Vec<PathBuf>,
    /// Whether the C library takes part.
    is_hosted: bool,
}

fn scratch_objects(objects: &[&[u8]]) -> std::io::Result<Vec<Scratch>> {
    objects.iter().map(|object| Scratch::with_bytes("object", object)).collect()
}

/// The linker's command line, as `docs/reference/runtime.md` gives it.
fn arguments(
    request: &Request<'_>,
    objects: &[Scratch],
    found: &Found,
    archive: Option<PathBuf>,
) -> Result<Vec<OsString>, Vec<Diagnostic>> {
    let mut words: Vec<OsString> =
        ["--gc-sections", "-z", "norelro", "--build-id=none", "-o", "-"].map(Into::into).into();
    if request.options.strip {
        words.push("--strip-all".into());
    }
    if request.objects.iter().map(|object| object.len()).sum::<usize>() < THREADS_FROM_BYTES {
        words.push("--threads=1".into());
    }
    let system = if found.is_hosted { Some(system_folder().ok_or_else(|| vec![no_libc()])?) } else { None };
    if let Some(system) = &system {
        words.extend(["--hash-style=gnu", "-dynamic-linker", DYNAMIC_LINKER].map(Into::into));
        words.extend([system.join("crt1.o").into(), system.join("crti.o").into()]);
    }
    words.extend(objects.iter().map(Scratch::path));
    if let Some(sanitizer) = request.options.sanitizer.filter(|sanitizer| !sanitizer.libraries().is_empty()) {
        words.extend(sanitizer_words(sanitizer)?);
    }
    if let Some(system) = &system {
        let mut folder = OsString::from("-L");
        folder.push(system);
        words.extend([folder, "--as-needed".into()]);
        words.extend(found.libraries.iter().flat_map(Library::words));
        words.extend(found.bundled.iter().map(|path| path.clone().into()));
        if found.bundled.iter().any(|path| path.ends_with(needs::POSTGRES)) {
            words.extend(unwinder().map(OsString::from));
        }
        words.push("-lc".into());
        // C's mathematics count as part of its library; nothing stays of it where nothing is used.
        if system.join("libm.so").is_file() {
            words.push("-lm".into());
        }
    }
    words.extend(archive.map(OsString::from));
    if let Some(system) = &system {
        words.extend(["-lc".into(), system.join("crtn.o").into()]);
    }
    Ok(words)
}

/// What a sanitizer's part of the program consists of: LLVM's libraries as a whole, which also see the names that the program's libraries use.
fn sanitizer_words(sanitizer: Sanitizer) -> Result<Vec<OsString>, Vec<Diagnostic>> {
    let mut words: Vec<OsString> = vec!["--whole-archive".into()];
    let mut lists: Vec<OsString> = Vec::new();
    for library in sanitizer.libraries() {
        let path = Path::new(SANITIZERS).join(format!("{library}-x86_64.a"));
        if !path.is_file() {
            return Err(vec![no_sanitizer(sanitizer, &path)]);
        }
        let names = Path::new(SANITIZERS).join(format!("{library}-x86_64.a.syms"));
        if names.is_file() {
            let mut list = OsString::from("--dynamic-list=");
            list.push(names);
            lists.push(list);
        }
        words.push(path.into());
    }
    words.push("--no-whole-archive".into());
    words.extend(lists);
    words.extend(unwinder().map(OsString::from));
    Ok(words)
}

fn unwinder() -> Option<PathBuf> {
    let folders = SYSTEM.iter().chain(&["/lib64"]).map(Path::new);
    folders.map(|folder| folder.join(UNWINDER)).find(|path| path.is_file())
}

fn no_sanitizer(sanitizer: Sanitizer, path: &Path) -> Diagnostic {
    let message = format!("the library of `--sanitize {}` cannot be found", sanitizer.name());
    Diagnostic::new(Kind::LibraryNotFound, None, message)
        .note(format!("looked for {}", path.display()))
        .help("install LLVM's compiler-rt (Debian: `apt-get install libclang-rt-22-dev`)")
}

fn system_folder() -> Option<PathBuf> {
    SYSTEM.iter().map(PathBuf::from).find(|folder| folder.join("crt1.o").is_file() && folder.join("libc.so").is_file())
}

fn start(linker: &Linker, arguments: &[OsString], request: &Request<'_>) -> Result<Scratch, Vec<Diagnostic>> {
    let program = Scratch::new("program").map_err(|error| vec![no_memory(&error)])?;
    let handle = program.handle().map_err(|error| vec![no_memory(&error)])?;
    let mut command = Command::new(&linker.program);
    command.args(&linker.arguments).args(arguments).stdin(Stdio::null()).stdout(handle).stderr(Stdio::piped());
    let output = command.spawn().and_then(std::process::Child::wait_with_output).map_err(|error| {
        let shown = linker.program.display();
        vec![Diagnostic::new(Kind::LinkFailed, None, format!("the linker `{shown}` cannot be started: {error}"))]
    })?;
    if output.status.success() {
        return Ok(program);
    }
    Err(errors::translate(&String::from_utf8_lossy(&output.stderr), request))
}

fn no_linker(tried: &[String]) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(Kind::LinkFailed, None, "there is no linker");
    for place in tried {
        diagnostic = diagnostic.note(format!("looked for {place}"));
    }
    diagnostic.help("install LLVM's linker (Debian: `apt-get install lld-22`), or name one with `--linker`")
}

fn no_runtime(archive: &Path, error: &std::io::Error) -> Diagnostic {
    let shown = archive.display();
    let target =
        archive.parent().and_then(Path::parent).and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let message = match error.kind() {
        std::io::ErrorKind::NotFound => format!("there is no runtime for `{target}`: `{shown}` is missing"),
        _ => format!("the runtime `{shown}` cannot be read: {error}"),
    };
    Diagnostic::new(Kind::FileNotReadable, None, message).help(
        "`scripts/build` makes those of x86-64 Linux; for other targets there is `--runtime none`, or `--emit obj`",
    )
}

fn no_start() -> Diagnostic {
    let message = "a program without a runtime begins at `_start`, and there is none";
    Diagnostic::new(Kind::LinkFailed, None, message)
        .help("put `#export \"_start\"` behind the procedure that comes first; or write objects with `--emit obj`, to be linked by a script of yours")
}

fn no_libc() -> Diagnostic {
    Diagnostic::new(Kind::LibraryNotFound, None, "the C library that this program needs cannot be found")
        .note(format!("looked for `crt1.o` and `libc.so` in {}", SYSTEM.join(", ")))
        .help("install its development files (Debian: `apt-get install libc6-dev`)")
}

fn no_memory(error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(Kind::LinkFailed, None, format!("there is no memory for linking: {error}"))
}
