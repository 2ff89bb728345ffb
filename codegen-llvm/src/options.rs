//! What the caller may choose, what comes out, what can go wrong.

use std::fmt;

use hubbub_base::FileId;

/// How hard to optimise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Level {
    #[default]
    O0,
    O1,
    O2,
    O3,
    /// Small.
    Os,
    /// Smallest.
    Oz,
}

/// Instrumentation against mistakes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sanitizer {
    Address,
    Thread,
}

/// Kinds of output; any number of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Emit {
    pub object: bool,
    pub assembly: bool,
    pub ir: bool,
    pub bitcode: bool,
}

/// How code is generated.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub level: Level,
    /// The target triple; `None` for this machine's.
    pub target: Option<String>,
    /// The processor; `None` for the oldest of the target, `native` for this machine's.
    pub cpu: Option<String>,
    /// `+feature,-feature`, on top of the processor's.
    pub features: String,
    /// Lines, locals and types at -O0; lines from -O1 on.
    pub debug_info: bool,
    /// Without debug information: lines all the same in a program that can panic, of which the linker keeps `.debug_line` alone.
    pub panic_lines: bool,
    /// Code for shared libraries and position-independent executables.
    pub is_position_independent: bool,
    /// The runtime's bitcode modules to join with the program; empty to link with the archive. Unused at -O0 and -O1.
    pub runtime_bitcode: Vec<Vec<u8>>,
    /// No runtime is linked: the program has weak definitions of what it cannot do without.
    pub is_bare: bool,
    pub sanitizer: Option<Sanitizer>,
    pub emit: Emit,
    /// Beginnings of paths with what replaces them in debug information and panics' locations.
    pub remapped_paths: Vec<(String, String)>,
    /// Verify each module before and after optimisation. Debug builds always do.
    pub verify: bool,
    /// Symbols that others call, besides those with [`hubbub_mir::Linkage::Exported`].
    pub entries: Vec<String>,
}

impl Options {
    /// Whether lines are there for panics alone.
    pub(crate) fn has_panic_lines(&self) -> bool {
        self.panic_lines && !self.debug_info
    }
}

/// One unit of the program in each of the forms that were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// Unique among the outputs; the same from run to run.
    pub name: String,
    pub object: Option<Vec<u8>>,
    pub assembly: Option<String>,
    pub ir: Option<String>,
    pub bitcode: Option<Vec<u8>>,
}

/// Why there is no output.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// A target, processor or feature that this LLVM does not have.
    Target(String),
    /// The MIR or the IR made from it is wrong: a mistake of the compiler.
    Internal { entity: String, message: String },
    /// The runtime's bitcode cannot be joined.
    Runtime(String),
    /// Inline assembly that the target does not have, each with its place.
    Assembly(Vec<(FileId, u32, String)>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Target(message) => write!(f, "cannot generate code for the target: {message}"),
            Error::Internal { entity, message } => write!(f, "code generation of `{entity}` failed: {message}"),
            Error::Assembly(errors) => {
                let messages: Vec<_> = errors.iter().map(|(_, _, message)| message.as_str()).collect();
                write!(f, "inline assembly: {}", messages.join("; "))
            }
            Error::Runtime(message) => write!(f, "the runtime's bitcode cannot be joined: {message}"),
        }
    }
}

impl std::error::Error for Error {}

impl Level {
    /// Whether anything is optimised at all.
    pub fn optimizes(self) -> bool {
        self != Level::O0
    }

    /// Whether the whole program is optimised as one, with the runtime.
    pub fn is_whole_program(self) -> bool {
        !matches!(self, Level::O0 | Level::O1)
    }

    /// LLVM's pipeline.
    pub fn pipeline(self) -> &'static str {
        match self {
            Level::O0 => "default<O0>",
            Level::O1 => "default<O1>",
            Level::O2 => "default<O2>",
            Level::O3 => "default<O3>",
            Level::Os => "default<Os>",
            Level::Oz => "default<Oz>",
        }
    }
}
