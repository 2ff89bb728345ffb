//! What a node of the tree says, as one enum: the interface between the parser and everything behind it.
//!
//! A [`View`] is decoded on demand from the flat arrays ([`super::Tree::view`]); nothing is allocated, lists are
//! slices of the tree's side array. Optional children are `Option<NodeId>`. Where the parser had to
//! recover, a child is a [`View::Error`] node, about which later phases stay silent.
//!
//! Types and expressions share their kinds (`Pointer{Int}` is a [`View::Brace`] wherever it stands), because the
//! grammar needs no names to parse.

use hubbub_base::Name;

use super::NodeId;

/// An optional name together with its place: the node is a [`View::Name`].
pub type NameNode = NodeId;

/// A node, decoded.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum View<'t> {
    /// What could not be parsed; a diagnostic has been given.
    Error,

    // ---- top level -------------------------------------------------------------------------------------------
    /// `alias :: #import "path" (names) attributes`; `names` is empty without a list.
    Import { alias: Option<NameNode>, path: NodeId, names: &'t [NameNode], attributes: &'t [NodeId] },
    /// `alias :: #foreign_library "path"`.
    ForeignLibrary { alias: Option<NameNode>, path: NodeId },
    /// `+ :: #operator {T}(…) …`; `procedure` is a [`View::Procedure`].
    Operator { operator: OperatorName, procedure: NodeId },
    /// `#if c … #else … #end` around declarations or statements; an `#else #if` is one `StaticIf` in `otherwise`.
    StaticIf { condition: NodeId, then: &'t [NodeId], otherwise: &'t [NodeId] },
    /// `#add-context name: type = value attributes`.
    AddContext { name: NameNode, ty: NodeId, value: Option<NodeId>, attributes: &'t [NodeId] },
    /// `#assert(arguments)`, a statement too.
    StaticAssert { arguments: &'t [NodeId] },

    // ---- declarations (top level and statements) ------------------------------------------------------------------
    /// `name :: value attributes`, `name: type : value`; value may be a [`View::Struct`], [`View::Enum`], [`View::Union`],
    /// [`View::Distinct`], [`View::TypeAlias`], [`View::Procedure`] or any expression.
    Constant { name: NameNode, ty: Option<NodeId>, value: NodeId, attributes: &'t [NodeId] },
    /// `a, b: type = values attributes` or `a, b := values`; several constants `a, b: T : x, y` have `is_constant`.
    Variable {
        names: &'t [NameNode],
        ty: Option<NodeId>,
        values: &'t [NodeId],
        attributes: &'t [NodeId],
        is_constant: bool,
    },
    /// `struct {A, B} where c attributes fields end`; fields are [`View::Field`], [`View::Using`], [`View::StaticIf`].
    Struct { generics: &'t [NodeId], condition: Option<NodeId>, attributes: &'t [NodeId], fields: &'t [NodeId] },
    /// `enum {backing} attributes members end`; members are [`View::Member`].
    Enum { backing: Option<NodeId>, attributes: &'t [NodeId], members: &'t [NodeId] },
    /// `union {T} where c attributes cases end`; cases are [`View::Field`] (a case without payload has no `ty`).
    Union { generics: &'t [NodeId], condition: Option<NodeId>, attributes: &'t [NodeId], cases: &'t [NodeId] },
    /// `distinct type`.
    Distinct { ty: NodeId },
    /// `#type type`.
    TypeAlias { ty: NodeId },
    /// A procedure, declared or as a literal. Foreign procedures and bare signatures have [`Body::None`].
    Procedure {
        abi: Abi,
        captures: Option<&'t [NodeId]>,
        generics: &'t [NodeId],
        parameters: &'t [NodeId],
        results: &'t [NodeId],
        condition: Option<NodeId>,
        attributes: &'t [NodeId],
        body: Body<'t>,
    },
    /// `T` or `N: Int` between the braces of a generic declaration.
    Generic { name: NameNode, ty: Option<NodeId> },
    /// `name: ..type = default`, `name := default`.
    Parameter { name: NameNode, ty: Option<NodeId>, is_variadic: bool, default: Option<NodeId> },
    /// The `..` of a C procedure.
    CVariadic,
    /// `name: type` or `type` behind `->`.
    Result { name: Option<NameNode>, ty: NodeId },
    /// `name` or `&name` between the brackets of a closure.
    Capture { name: NameNode, by_place: bool },
    /// `a, b: type = value attributes` in a struct, a case of a union.
    Field { names: &'t [NameNode], ty: Option<NodeId>, value: Option<NodeId>, attributes: &'t [NodeId] },
    /// `using name: type` in a struct.
    Using { name: NameNode, ty: NodeId },
    /// `NAME = value attributes` in an enum.
    Member { name: NameNode, value: Option<NodeId>, attributes: &'t [NodeId] },
    /// `#name arguments`: `#inline`, `#foreign lz4 "symbol"`, `#align(8)`, `#tag "json:x"`. The name is written with `_`.
    Attribute { name: Name, arguments: &'t [NodeId] },

    // ---- statements ------------------------------------------------------------------------------------------------
    /// `if head then else otherwise end`; `else if` is one `If` in `otherwise`. `head` may be a [`View::Binding`].
    If { head: NodeId, then: &'t [NodeId], otherwise: Option<&'t [NodeId]> },
    /// `label: while head body end`.
    While { label: Option<NameNode>, head: NodeId, body: &'t [NodeId] },
    /// `label: for &name, second in iterable body end`.
    For {
        label: Option<NameNode>,
        by_place: bool,
        name: NameNode,
        second: Option<NameNode>,
        iterable: NodeId,
        body: &'t [NodeId],
    },
    /// `label: block body end`; an expression too, where an expression stands.
    Block { label: Option<NameNode>, body: &'t [NodeId] },
    /// `match value arms end`; an expression too. Arms are [`View::Arm`]; the one of `else` has no patterns.
    Match { label: Option<NameNode>, value: NodeId, arms: &'t [NodeId] },
    /// `case patterns if guard => statement`, or with statements.
    Arm { patterns: &'t [NodeId], guard: Option<NodeId>, body: Body<'t> },
    /// `_`, `low`, `low..<high`, `low..=high`, each with an optional binding.
    Pattern { value: PatternValue, binding: Option<NameNode>, by_place: bool },
    /// `names := value` as the head of `if` or `while`.
    Binding { names: &'t [NameNode], value: NodeId },
    /// `with context body end`.
    With { context: NodeId, body: &'t [NodeId] },
    /// `defer statement`.
    Defer { statement: NodeId },
    /// `return values`, `return #tail call`.
    Return { is_tail: bool, values: &'t [NodeId] },
    /// `break label`.
    Break { label: Option<NameNode> },
    /// `continue label`.
    Continue { label: Option<NameNode> },
    /// `=> value`.
    Give { value: NodeId },
    /// `#for name in iterable body #end`.
    StaticFor { name: NameNode, iterable: NodeId, body: &'t [NodeId] },
    /// `#no-bounds-checks block body end`.
    NoBoundsChecks { block: NodeId },
    /// `places op= values`; plain `=` has no operator.
    Assign { operator: Option<BinaryOperator>, places: &'t [NodeId], values: &'t [NodeId] },
    // An expression that stands as a statement is that expression's node.

    // ---- expressions -----------------------------------------------------------------------------------------------
    /// An identifier.
    Name { name: Name },
    /// A number, string or rune literal. Its value is read from the token: [`super::Tree::literal`].
    Literal { kind: LiteralKind },
    /// `true`, `false`.
    Bool { value: bool },
    /// `null`.
    Null,
    /// `uninit`.
    Uninit,
    /// `context`.
    Context,
    /// `.name` without anything before it.
    ImplicitMember { name: NameNode },
    /// `{ arguments }` without anything before it.
    BareBrace { arguments: &'t [NodeId] },
    /// `(value)`.
    Parenthesized { value: NodeId },
    /// `base.name`.
    Dot { base: NodeId, name: NameNode },
    /// `base@`.
    Dereference { base: NodeId },
    /// `callee(arguments)`; arguments are expressions, [`View::NamedArgument`] or [`View::Spread`].
    Call { callee: NodeId, arguments: &'t [NodeId] },
    /// `base[arguments]`; a range makes a slice, see [`View::Range`].
    Index { base: NodeId, arguments: &'t [NodeId] },
    /// `base{arguments}`, glued: type arguments, fields, elements or an update.
    Brace { base: NodeId, arguments: &'t [NodeId] },
    /// `name = value` among arguments. In braces the name may be a `Dot`: `M.name = value`.
    NamedArgument { name: NameNode, value: NodeId },
    /// `..value` among arguments.
    Spread { value: NodeId },
    /// `low..<high`, `low..=high`; inside brackets either side may be missing, and `..` alone has neither.
    Range { low: Option<NodeId>, high: Option<NodeId>, inclusive: bool },
    /// `a op b`, not the short-circuit ones' only: all infix operators but ranges and `or_else`.
    Binary { operator: BinaryOperator, left: NodeId, right: NodeId },
    /// `value or_else otherwise`.
    OrElse { value: NodeId, otherwise: NodeId },
    /// `value or_return`.
    OrReturn { value: NodeId },
    /// `value or_break label`.
    OrBreak { value: NodeId, label: Option<NameNode> },
    /// `value or_continue label`.
    OrContinue { value: NodeId, label: Option<NameNode> },
    /// `-x`, `!x`, `~x`, `&x`, `*T`.
    Prefix { operator: PrefixOperator, value: NodeId },
    /// `ifx condition then else otherwise end`; `=> v` is a body of one [`View::Give`]. `else if` is one `Ifx` in `otherwise`.
    Ifx { condition: NodeId, then: &'t [NodeId], otherwise: &'t [NodeId] },
    /// The type of a procedure, `#c-call (x: i32) -> i32`.
    ProcedureType { abi: Abi, parameters: &'t [NodeId], results: &'t [NodeId] },
    /// `#run expression`, a declaration too.
    Run { value: NodeId },
    /// `#embed "file"`.
    Embed { path: NodeId },
    /// `#file`, `#line`, `#caller-location`.
    Here { what: Here },
    /// `#config("name", default)`.
    Config { arguments: &'t [NodeId] },
    /// `#asm(arguments) -> results`.
    Asm { arguments: &'t [NodeId], results: &'t [NodeId] },
}

/// The body of a procedure or an arm.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Body<'t> {
    /// None: a foreign procedure, a declaration of a type.
    None,
    /// `=> statement`: for a procedure an expression is its result, in an arm of a `match` that is an expression its value.
    Arrow(NodeId),
    /// Statements.
    Statements(&'t [NodeId]),
}

/// What a pattern compares with.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PatternValue {
    /// `_`.
    Anything,
    /// A literal, constant, member (`.m`, `T.m`, `.a.b` as [`View::Dot`] over [`View::ImplicitMember`]), type or `(expression)`.
    Value(NodeId),
    /// A range of two of these.
    Range { low: NodeId, high: NodeId, inclusive: bool },
}

/// Kinds of literals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LiteralKind {
    /// `12_000`, `0xff`.
    Integer,
    /// `1.5e3`.
    Float,
    /// `'a'`.
    Rune,
    /// `"…"` or a raw string.
    String,
}

/// What stands before a procedure's parameters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Abi {
    /// Hubbub's own convention.
    Hubbub,
    /// `#c-call`.
    C,
    /// `#closure`.
    Closure,
}

/// Infix operators of expressions, and of `op=`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOperator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Modulo,
}

impl BinaryOperator {
    /// How the operator is written.
    pub fn text(self) -> &'static str {
        match self {
            BinaryOperator::Or => "||",
            BinaryOperator::And => "&&",
            BinaryOperator::Equal => "==",
            BinaryOperator::NotEqual => "!=",
            BinaryOperator::Less => "<",
            BinaryOperator::LessEqual => "<=",
            BinaryOperator::Greater => ">",
            BinaryOperator::GreaterEqual => ">=",
            BinaryOperator::In => "in",
            BinaryOperator::BitAnd => "&",
            BinaryOperator::BitOr => "|",
            BinaryOperator::BitXor => "^",
            BinaryOperator::ShiftLeft => "<<",
            BinaryOperator::ShiftRight => ">>",
            BinaryOperator::Add => "+",
            BinaryOperator::Subtract => "-",
            BinaryOperator::Multiply => "*",
            BinaryOperator::Divide => "/",
            BinaryOperator::Remainder => "%",
            BinaryOperator::Modulo => "%%",
        }
    }
}

/// Prefix operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PrefixOperator {
    /// `-x`
    Negate,
    /// `!x`
    Not,
    /// `~x`
    Complement,
    /// `&x`
    AddressOf,
    /// `*T`
    Pointer,
}

/// What `#operator` can define.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OperatorName {
    /// One of the infix operators.
    Binary(BinaryOperator),
    /// `~`, or `-` with one parameter (told apart by the parameters: written `-`, it is `Binary(Subtract)`).
    Complement,
    /// `[]`
    Index,
    /// `[]=`
    IndexAssign,
    /// `&[]`
    IndexPlace,
}

/// `#file`, `#line`, `#caller-location`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Here {
    File,
    Line,
    CallerLocation,
}
