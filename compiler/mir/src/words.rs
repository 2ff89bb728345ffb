//! The words of MIR's text form: one table for each enumeration, read by printer and parser alike.
//!
//! A line added to an enumeration needs a line here; the test at the end finds a missing one only for those it lists,
//! the printer's [`UNKNOWN`] and the round trips of whole programs find the others.

use crate::data::body::{AtomicOrdering, BinaryOp, CastKind, Check, Intrinsic, OverflowOp, UnaryOp};
use crate::data::program::{AggregateKind, InlineHint, Linkage};
use hubbub_base::Name;

/// What the printer writes for an entry that its table lacks; no parser reads it.
pub const UNKNOWN: &str = "?";

/// A table of values and their words.
pub type Words<T> = [(T, &'static str)];

/// The word of a value.
pub fn word_of<T: PartialEq>(table: &'static Words<T>, value: &T) -> &'static str {
    table.iter().find(|(entry, _)| entry == value).map_or(UNKNOWN, |(_, word)| word)
}

/// The value of a word.
pub fn value_of<T: Copy>(table: &'static Words<T>, word: &str) -> Option<T> {
    table.iter().find(|(_, entry)| *entry == word).map(|(value, _)| *value)
}

/// Operators with two operands.
pub const BINARY: &Words<BinaryOp> = &[
    (BinaryOp::Add, "add"),
    (BinaryOp::Sub, "sub"),
    (BinaryOp::Mul, "mul"),
    (BinaryOp::Div, "div"),
    (BinaryOp::Rem, "rem"),
    (BinaryOp::Mod, "mod"),
    (BinaryOp::And, "and"),
    (BinaryOp::Or, "or"),
    (BinaryOp::Xor, "xor"),
    (BinaryOp::Shl, "shl"),
    (BinaryOp::Shr, "shr"),
    (BinaryOp::Eq, "eq"),
    (BinaryOp::Ne, "ne"),
    (BinaryOp::Lt, "lt"),
    (BinaryOp::Le, "le"),
    (BinaryOp::Gt, "gt"),
    (BinaryOp::Ge, "ge"),
];

/// Operators with one operand.
pub const UNARY: &Words<UnaryOp> = &[(UnaryOp::Neg, "neg"), (UnaryOp::Not, "not"), (UnaryOp::Complement, "complement")];

/// Conversions, behind the word `cast`.
pub const CASTS: &Words<CastKind> = &[
    (CastKind::Int, "int"),
    (CastKind::IntToFloat, "int_to_float"),
    (CastKind::FloatToInt, "float_to_int"),
    (CastKind::Float, "float"),
    (CastKind::PointerToInt, "pointer_to_int"),
    (CastKind::IntToPointer, "int_to_pointer"),
    (CastKind::Bits, "bits"),
    (CastKind::Splat, "splat"),
];

/// Orderings of atomic operations.
pub const ORDERINGS: &Words<AtomicOrdering> = &[
    (AtomicOrdering::Relaxed, "relaxed"),
    (AtomicOrdering::Acquire, "acquire"),
    (AtomicOrdering::Release, "release"),
    (AtomicOrdering::AcquireRelease, "acquire_release"),
    (AtomicOrdering::SequentiallyConsistent, "sequentially_consistent"),
];

/// Operations that `--overflow trap` watches, behind `check overflow`.
pub const OVERFLOWS: &Words<OverflowOp> = &[
    (OverflowOp::Add, "add"),
    (OverflowOp::Sub, "sub"),
    (OverflowOp::Mul, "mul"),
    (OverflowOp::Div, "div"),
    (OverflowOp::Neg, "neg"),
];

/// Who sees a symbol.
pub const LINKAGES: &Words<Linkage> = &[
    (Linkage::Internal, "internal"),
    (Linkage::Exported, "exported"),
    (Linkage::Foreign, "foreign"),
    (Linkage::ForeignWeak, "foreign_weak"),
];

/// Wishes about inlining.
pub const INLINES: &Words<InlineHint> =
    &[(InlineHint::Auto, "inline_auto"), (InlineHint::Always, "inline_always"), (InlineHint::Never, "inline_never")];

/// What an aggregate is; begins its definition.
pub const AGGREGATES: &Words<AggregateKind> = &[
    (AggregateKind::Struct, "struct"),
    (AggregateKind::Union, "union"),
    (AggregateKind::RawUnion, "raw_union"),
    (AggregateKind::Enum, "enum"),
];

/// Checks that carry nothing.
pub const CHECKS: &Words<Check> = &[
    (Check::Index, "index"),
    (Check::Slice, "slice"),
    (Check::Division, "division"),
    (Check::Null, "null"),
    (Check::Rune, "rune"),
];

/// Makes a check that carries a name.
pub type NamedCheck = fn(Name) -> Check;

/// Checks that carry the name of a type or member.
pub const NAMED_CHECKS: &[(NamedCheck, &str)] =
    &[(Check::EnumMember, "enum_member"), (Check::UnionMember, "union_member"), (Check::AnyType, "any_type")];

/// Intrinsics without an ordering.
pub const INTRINSICS: &Words<Intrinsic> = &[
    (Intrinsic::MemoryCopy, "memory_copy"),
    (Intrinsic::MemoryMove, "memory_move"),
    (Intrinsic::MemorySet, "memory_set"),
    (Intrinsic::MemoryCompare, "memory_compare"),
    (Intrinsic::SquareRoot, "square_root"),
    (Intrinsic::Floor, "floor"),
    (Intrinsic::Ceil, "ceil"),
    (Intrinsic::Truncate, "truncate"),
    (Intrinsic::RoundEven, "round_even"),
    (Intrinsic::AbsoluteFloat, "absolute_float"),
    (Intrinsic::FusedMultiplyAdd, "fused_multiply_add"),
    (Intrinsic::MinimumFloat, "minimum_float"),
    (Intrinsic::MaximumFloat, "maximum_float"),
    (Intrinsic::CopySign, "copy_sign"),
    (Intrinsic::CountOnes, "count_ones"),
    (Intrinsic::LeadingZeros, "leading_zeros"),
    (Intrinsic::TrailingZeros, "trailing_zeros"),
    (Intrinsic::ByteSwap, "byte_swap"),
    (Intrinsic::BitReverse, "bit_reverse"),
    (Intrinsic::RotateLeft, "rotate_left"),
    (Intrinsic::RotateRight, "rotate_right"),
    (Intrinsic::AddOverflow, "add_overflow"),
    (Intrinsic::SubOverflow, "sub_overflow"),
    (Intrinsic::MulOverflow, "mul_overflow"),
    (Intrinsic::VolatileLoad, "volatile_load"),
    (Intrinsic::VolatileStore, "volatile_store"),
    (Intrinsic::ReduceAdd, "reduce_add"),
    (Intrinsic::ReduceMul, "reduce_mul"),
    (Intrinsic::ReduceMin, "reduce_min"),
    (Intrinsic::ReduceMax, "reduce_max"),
    (Intrinsic::ReduceAnd, "reduce_and"),
    (Intrinsic::ReduceOr, "reduce_or"),
    (Intrinsic::ReduceXor, "reduce_xor"),
    (Intrinsic::Shuffle, "shuffle"),
    (Intrinsic::Select, "select"),
    (Intrinsic::InlineAsm, "inline_asm"),
    (Intrinsic::FrameAddress, "frame_address"),
    (Intrinsic::DebugTrap, "debug_trap"),
];

/// Makes an intrinsic that carries an ordering.
pub type OrderedIntrinsic = fn(AtomicOrdering) -> Intrinsic;

/// Intrinsics with an ordering.
pub const ORDERED_INTRINSICS: &[(OrderedIntrinsic, &str)] = &[
    (Intrinsic::AtomicLoad, "atomic_load"),
    (Intrinsic::AtomicStore, "atomic_store"),
    (Intrinsic::AtomicExchange, "atomic_exchange"),
    (Intrinsic::AtomicAdd, "atomic_add"),
    (Intrinsic::AtomicSub, "atomic_sub"),
    (Intrinsic::AtomicAnd, "atomic_and"),
    (Intrinsic::AtomicOr, "atomic_or"),
    (Intrinsic::AtomicXor, "atomic_xor"),
    (Intrinsic::AtomicMin, "atomic_min"),
    (Intrinsic::AtomicMax, "atomic_max"),
    (Intrinsic::AtomicCompareExchange, "atomic_compare_exchange"),
    (Intrinsic::Fence, "fence"),
];

/// The word of an intrinsic, and that of its ordering.
pub fn intrinsic_words(intrinsic: Intrinsic) -> (&'static str, Option<&'static str>) {
    for (make, word) in ORDERED_INTRINSICS {
        for (ordering, ordering_word) in ORDERINGS {
            if make(*ordering) == intrinsic {
                return (word, Some(ordering_word));
            }
        }
    }
    (word_of(INTRINSICS, &intrinsic), None)
}

/// Words that mean something where a name could stand, so names like them are quoted.
const RESERVED: &[&str] = &[
    "library",
    "global",
    "proc",
    "cproc",
    "struct",
    "union",
    "raw_union",
    "enum",
    "end",
    "let",
    "body",
    "call",
    "check",
    "live",
    "dead",
    "goto",
    "branch",
    "switch",
    "return",
    "tail",
    "unreachable",
    "then",
    "else",
    "context",
    "indirect",
    "intrinsic",
    "cast",
    "to",
    "zero",
    "uninit",
    "bits",
    "addr",
    "size",
    "align",
    "name",
    "module",
    "file",
    "cold",
    "never",
    "constant",
    "thread_local",
    "data",
    "relocate",
    "bool",
    "rune",
    "ptr",
    "inf",
    "nan",
    "internal",
    "exported",
    "foreign",
    "foreign_weak",
    "inline_auto",
    "inline_always",
    "inline_never",
];

/// Whether a name may stand without quotes.
pub fn is_bare(name: &str) -> bool {
    let is_word = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
            && chars.all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    name.split('.').all(is_word) && !is_id(name) && !is_reserved(name)
}

/// Whether a text looks like a local (`_3`) or a block (`bb3`).
fn is_id(name: &str) -> bool {
    let digits = name.strip_prefix("bb").or_else(|| name.strip_prefix('_'));
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
        || value_of(BINARY, name).is_some()
        || value_of(UNARY, name).is_some()
        || number_type(name).is_some()
}

/// A type of numbers by its word: its kind (`i`, `u`, `f`) and bits.
pub fn number_type(word: &str) -> Option<(char, u16)> {
    match word {
        "i8" => Some(('i', 8)),
        "i16" => Some(('i', 16)),
        "i32" => Some(('i', 32)),
        "i64" => Some(('i', 64)),
        "i128" => Some(('i', 128)),
        "u8" => Some(('u', 8)),
        "u16" => Some(('u', 16)),
        "u32" => Some(('u', 32)),
        "u64" => Some(('u', 64)),
        "u128" => Some(('u', 128)),
        "f16" => Some(('f', 16)),
        "f32" => Some(('f', 32)),
        "f64" => Some(('f', 64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distinct<T: Copy + PartialEq + std::fmt::Debug>(table: &'static Words<T>) {
        for (value, word) in table {
            assert_eq!(value_of(table, word), Some(*value), "{word} stands twice");
            assert_eq!(word_of(table, value), *word, "{value:?} stands twice");
        }
    }

    #[test]
    fn words_are_distinct() {
        distinct(BINARY);
        distinct(UNARY);
        distinct(CASTS);
        distinct(ORDERINGS);
        distinct(OVERFLOWS);
        distinct(LINKAGES);
        distinct(INLINES);
        distinct(AGGREGATES);
        distinct(CHECKS);
        distinct(INTRINSICS);
    }

    #[test]
    fn bare_names() {
        for name in ["a", "Main.main", "_x", "bb", "_", "a_1"] {
            assert!(is_bare(name), "{name}");
        }
        for name in ["", "_1", "bb12", "a-b", "List{Int}", "add", "i64", ".a", "a.", "ä", "a.1", "end"] {
            assert!(!is_bare(name), "{name}");
        }
    }
}
