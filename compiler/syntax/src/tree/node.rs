//! How a node is stored: its kind, a byte of flags, its first and last token, two words.

/// A node as stored; what the words mean is written at each kind of [`NodeKind`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub kind: NodeKind,
    /// Operators, kinds of literals, bits.
    pub flags: u8,
    pub first: u32,
    pub last: u32,
    pub a: u32,
    pub b: u32,
}

impl Node {
    /// What stands for no node.
    pub const ERROR: Node = Node { kind: NodeKind::Error, flags: 0, first: 0, last: 0, a: 0, b: 0 };
}

/// Kinds of nodes. Words are nodes unless another meaning is given; "list" and "record" are places of the side array.
/// The words of records stand in the order of the fields of the [`super::View`] of the same name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum NodeKind {
    Error,
    /// record
    Import,
    /// alias, path
    ForeignLibrary,
    /// procedure; flags: an operator of [`super::decode::operator_name`]
    Operator,
    /// record
    StaticIf,
    /// record
    AddContext,
    /// list
    StaticAssert,
    /// record
    Constant,
    /// record; flags: 1 constant
    Variable,
    /// record
    Struct,
    /// record
    Enum,
    /// record
    Union,
    /// type
    Distinct,
    /// type
    TypeAlias,
    /// record; flags: ABI in bits 0 and 1, kind of body above
    Procedure,
    /// name, type
    Generic,
    /// name, type; flags: 1 variadic, 2 the second word is a record of type and default
    Parameter,
    CVariadic,
    /// name, type
    Result,
    /// name; flags: 1 by place
    Capture,
    /// record
    Field,
    /// name, type
    Using,
    /// record
    Member,
    /// raw name, list
    Attribute,
    /// head, record of two lists
    If,
    /// record
    While,
    /// record; flags: 1 by place
    For,
    /// label, list
    Block,
    /// record
    Match,
    /// record; flags: kind of body
    Arm,
    /// record of low, high, binding; flags: bits 0 and 1 kind of value, 4 by place
    Pattern,
    /// list of names, value
    Binding,
    /// context, list
    With,
    /// statement
    Defer,
    /// list; flags: 1 tail
    Return,
    /// label
    Break,
    /// label
    Continue,
    /// value
    Give,
    /// record
    StaticFor,
    /// block
    NoBoundsChecks,
    /// list, list; flags: 0 or operator + 1
    Assign,
    /// raw name
    Name,
    /// flags: kind of literal
    Literal,
    /// flags: value
    Bool,
    Null,
    Uninit,
    Context,
    /// name
    ImplicitMember,
    /// list
    BareBrace,
    /// value
    Parenthesized,
    /// base, name
    Dot,
    /// base
    Dereference,
    /// callee, list
    Call,
    /// base, list
    Index,
    /// base, list
    Brace,
    /// name, value
    NamedArgument,
    /// value
    Spread,
    /// low, high; flags: 1 inclusive
    Range,
    /// left, right; flags: operator
    Binary,
    /// value, otherwise
    OrElse,
    /// value
    OrReturn,
    /// value, label
    OrBreak,
    /// value, label
    OrContinue,
    /// value; flags: operator
    Prefix,
    /// condition, record of two lists
    Ifx,
    /// list, list; flags: ABI
    ProcedureType,
    /// value
    Run,
    /// path
    Embed,
    /// flags: which
    Here,
    /// list
    Config,
    /// list, list
    Asm,
}

/// Kinds of bodies, as flags.
pub(crate) const BODY_NONE: u8 = 0;
pub(crate) const BODY_ARROW: u8 = 1;
pub(crate) const BODY_STATEMENTS: u8 = 2;
/// Where the kind of body stands among the flags of a procedure.
pub(crate) const PROCEDURE_BODY_SHIFT: u8 = 2;

/// Kinds of the value of a pattern, as flags.
pub(crate) const PATTERN_ANYTHING: u8 = 0;
pub(crate) const PATTERN_VALUE: u8 = 1;
pub(crate) const PATTERN_RANGE: u8 = 2;
pub(crate) const PATTERN_RANGE_INCLUSIVE: u8 = 3;
pub(crate) const PATTERN_KIND: u8 = 3;
pub(crate) const PATTERN_BY_PLACE: u8 = 4;

/// Flag of variadic parameters.
pub(crate) const PARAMETER_VARIADIC: u8 = 1;
/// Flag of parameters with a default.
pub(crate) const PARAMETER_DEFAULT: u8 = 2;

/// The side array begins with these two: a list that is not there, and an empty one. Both have the length 0.
pub(crate) const NO_LIST: u32 = 0;
pub(crate) const EMPTY_LIST: u32 = 1;
