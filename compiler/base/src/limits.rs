//! Every limit of the compiler, each with its reason. Each has a diagnostic, and a test below, at and above it.

/// Nested brackets, types, blocks and prefix operators: recursion in parser, checker and lowering follows them.
pub const NESTING_MAX: u32 = 256;
/// Branches of a chain of `else if`: each stands in the one before for the phases behind the parser.
pub const ELSE_IFS_MAX: usize = 4_096;
/// Bytes of one source file: offsets are 32 bits, with room for arithmetic on them.
pub const FILE_BYTES_MAX: u64 = 1 << 30;
/// Nested expressions as the checker recurses into them: what brackets nest, and postfix chains like `a.b.c`. Half of that is as much as
/// brackets alone allow; all of it fits into the stack of a worker thread.
pub const EXPRESSION_DEPTH_MAX: u32 = 2 * NESTING_MAX;
/// Depth of a type, `Pointer{Pointer{…}}`.
pub const TYPE_DEPTH_MAX: u32 = 256;
/// Depth of instances that ask for instances.
pub const INSTANCE_DEPTH_MAX: u32 = 512;
/// Instances of generic declarations in a program.
pub const INSTANCES_MAX: u32 = 1_000_000;
/// Steps of one compile-time execution, unless an option raises it.
pub const EVAL_STEPS_MAX: u64 = 100_000_000;
/// Calls within calls of compile-time execution.
pub const EVAL_CALL_DEPTH_MAX: u32 = 4_096;
/// Bytes that compile-time execution may hold at once.
pub const EVAL_MEMORY_BYTES_MAX: u64 = 1 << 30;
/// Diagnostics printed before the rest is only counted.
pub const DIAGNOSTICS_PRINTED_MAX: usize = 100;
/// Diagnostics of one body that are kept to be sorted and counted: a million of them would take a gigabyte.
pub const DIAGNOSTICS_OF_BODY_MAX: usize = 10_000;
/// Bytes of an identifier.
pub const IDENTIFIER_BYTES_MAX: usize = 64 * 1024;
/// Bytes of a value that a constant or a variable can have: sizes are computed in 64 bits and must not wrap.
pub const TYPE_BYTES_MAX: u64 = 1 << 47;
/// Bits of an exact integer literal or of an operation on literals: keeps `1 << 1_000_000_000` from eating memory.
pub const LITERAL_BITS_MAX: u64 = 4_096;

/// Expressions of a body to which `#for` adds rounds: each takes some tens of bytes, and is checked, lowered and compiled by itself.
pub const UNROLLED_EXPRESSIONS_MAX: usize = 1 << 22;

/// Bytes of a default value, other than zeros, that a constant or a top-level variable can have: they all stand in the program.
pub const DEFAULT_BYTES_MAX: u64 = 1 << 26;
