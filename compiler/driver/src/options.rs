//! What a build is asked for: the options of the command line as data.

use std::path::PathBuf;

use hubbub_base::limits::{EVAL_CALL_DEPTH_MAX, EVAL_MEMORY_BYTES_MAX, EVAL_STEPS_MAX};

/// Everything that decides what a build makes.
#[derive(Clone, Debug)]
pub struct Options {
    /// The main module's file.
    pub input: PathBuf,
    /// Folders searched for modules after the importing file's own, in this order (`-I`).
    pub module_folders: Vec<PathBuf>,
    /// Folders searched for foreign libraries before the system's (`-L`).
    pub library_folders: Vec<PathBuf>,
    /// Values for `#config` (`--define name=value`).
    pub defines: Vec<(String, String)>,
    /// Which runtime is linked.
    pub flavour: Flavour,
    /// The allocator that the context begins with.
    pub allocator: Allocator,
    /// Whether that allocator is watched: leaks, double frees, overruns.
    pub track: bool,
    /// How much is optimised.
    pub level: Level,
    /// Whether debug information is made.
    pub debug_info: bool,
    /// Whether symbols are left out of the result.
    pub strip: bool,
    /// Target triple; this machine's if absent.
    pub target: Option<String>,
    /// Processor; a baseline one if absent, `native` is this machine's.
    pub cpu: Option<String>,
    /// Whether indices are checked.
    pub bounds_checks: bool,
    /// What signed arithmetic does where its result does not fit.
    pub overflow: Overflow,
    /// A library for C programs instead of a program.
    pub library: Option<Library>,
    /// Whether a C header is made of what is exported.
    pub header: bool,
    /// What the running program is watched for.
    pub sanitizer: Option<Sanitizer>,
    /// The linker to start, instead of the one that is found.
    pub linker: Option<PathBuf>,
    /// Code generation units; as many as threads if absent.
    pub units: Option<usize>,
    /// What one execution at compile time may use.
    pub compile_time: CompileTimeLimits,
}

/// What one execution at compile time may use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CompileTimeLimits {
    /// Operations, about.
    pub steps: u64,
    /// Calls within calls.
    pub call_depth: u32,
    /// Bytes held at once.
    pub memory_bytes: u64,
    /// Whether code of the program's own modules may reach files, the clock and the environment.
    pub allow_io: bool,
}

impl Default for CompileTimeLimits {
    fn default() -> Self {
        Self {
            steps: EVAL_STEPS_MAX,
            call_depth: EVAL_CALL_DEPTH_MAX,
            memory_bytes: EVAL_MEMORY_BYTES_MAX,
            allow_io: false,
        }
    }
}

impl Options {
    /// The options of `hubbubc build INPUT`.
    pub fn new(input: PathBuf) -> Self {
        Self {
            input,
            module_folders: Vec::new(),
            library_folders: Vec::new(),
            defines: Vec::new(),
            flavour: Flavour::Nostd,
            allocator: Allocator::Page,
            track: false,
            level: Level::O0,
            debug_info: true,
            strip: false,
            target: None,
            cpu: None,
            bounds_checks: true,
            overflow: Overflow::Wrap,
            library: None,
            header: false,
            sanitizer: None,
            linker: None,
            units: None,
            compile_time: CompileTimeLimits::default(),
        }
    }
}

impl Options {
    /// Whether a program without debug information keeps the table of its lines, with which a panic says where the program was: not where size
    /// counts more than speed.
    pub fn keeps_panic_lines(&self) -> bool {
        let is_for_speed = matches!(self.level, Level::O1 | Level::O2 | Level::O3);
        is_for_speed && !self.debug_info && !self.strip && self.library.is_none() && self.flavour != Flavour::None
    }
}

/// A flavour of the runtime.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavour {
    /// Without Rust's `std`, and without libc unless the program needs it.
    Nostd,
    /// On Rust's `std`.
    Std,
    /// No runtime at all.
    None,
}

impl Flavour {
    /// As on the command line; also its folder in the sysroot.
    pub fn name(self) -> &'static str {
        match self {
            Flavour::Nostd => "nostd",
            Flavour::Std => "std",
            Flavour::None => "none",
        }
    }
}

/// The allocator of the first context.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Allocator {
    /// Pages of the system, in size classes.
    Page,
    /// `malloc` and `free`.
    Libc,
    /// Microsoft's allocator.
    Mimalloc,
    /// Boehm's garbage collector.
    Gc,
}

impl Allocator {
    /// All of them.
    pub const ALL: [Allocator; 4] = [Allocator::Page, Allocator::Libc, Allocator::Mimalloc, Allocator::Gc];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Allocator::Page => "page",
            Allocator::Libc => "libc",
            Allocator::Mimalloc => "mimalloc",
            Allocator::Gc => "gc",
        }
    }
}

/// What a running program is watched for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sanitizer {
    /// Accesses outside of variables, and of blocks of `malloc`, which the context begins with: LLVM's AddressSanitizer.
    Address,
    /// Data races: LLVM's ThreadSanitizer. The context begins with `malloc` here, too.
    Thread,
    /// What is left undefined or unchecked otherwise: every pointer is compared with null, and indices are checked whatever the source
    /// says. Arithmetic that wraps is defined.
    Undefined,
}

impl Sanitizer {
    /// All of them.
    pub const ALL: [Sanitizer; 3] = [Sanitizer::Address, Sanitizer::Thread, Sanitizer::Undefined];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Sanitizer::Address => "address",
            Sanitizer::Thread => "thread",
            Sanitizer::Undefined => "undefined",
        }
    }

    /// The libraries of LLVM's compiler-rt that have it, without folder and processor; all of each is linked.
    pub fn libraries(self) -> &'static [&'static str] {
        match self {
            Sanitizer::Address => &["libclang_rt.asan_static", "libclang_rt.asan"],
            Sanitizer::Thread => &["libclang_rt.tsan"],
            Sanitizer::Undefined => &[],
        }
    }
}

/// How much is optimised.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// Nothing: fast builds, faithful debugging.
    O0,
    /// A little.
    O1,
    /// The whole program, together with the runtime.
    O2,
    /// As `O2`, trading size for speed.
    O3,
    /// As `O2`, trading speed for size.
    Os,
    /// As small as it gets.
    Oz,
}

impl Level {
    /// `O3`.
    pub fn name(self) -> &'static str {
        match self {
            Level::O0 => "O0",
            Level::O1 => "O1",
            Level::O2 => "O2",
            Level::O3 => "O3",
            Level::Os => "Os",
            Level::Oz => "Oz",
        }
    }

    /// Whether the runtime's bitcode joins the program.
    pub fn is_whole_program(self) -> bool {
        self >= Level::O2
    }
}

/// What signed arithmetic does where its result does not fit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Overflow {
    /// Two's complement.
    Wrap,
    /// Panics.
    Trap,
}

/// A library for C programs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Library {
    /// An archive of objects.
    Static,
    /// A shared object.
    Shared,
}

impl Library {
    /// What its file's name ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Library::Static => "a",
            Library::Shared => "so",
        }
    }
}
