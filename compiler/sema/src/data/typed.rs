//! A checked body: every name resolved, every conversion explicit, every call decided. The interface to lowering.
//!
//! Flat: expressions and statements are [`Expr`]s in one table, lists are runs of ids in one side array. Every
//! expression has its final type; literals have met theirs. *Places* are the kinds `Local`, `Variable`, `Field`, `Index`,
//! `Dereference`, `Payload` over places, and `Context` (readable only); any other expression is a value.
//! Evaluation order is the order in which children are listed, strictly left to right.

use hubbub_base::table::Run;
use hubbub_base::{FileId, Name, Table, define_id};

use super::types::{InstanceId, TypeId};
use super::value::ValueId;

define_id!(
    /// An expression or statement of one body.
    pub struct ExprId,
    "e"
);
define_id!(
    /// A variable of one body.
    pub struct LocalId,
    "v"
);
define_id!(
    /// A construct that can be left or given a value: loops, labelled blocks, `ifx`, `block`, `match`.
    pub struct ScopeId,
    "s"
);
define_id!(
    /// An arm of a `match`.
    pub struct ArmId,
    "arm"
);
define_id!(
    /// A pattern of an arm.
    pub struct PatternId,
    "pattern"
);

/// A checked body of a procedure, a closure literal, or a constant's initialiser.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedBody {
    /// Whose body it is.
    pub owner: InstanceId,
    /// All positions are byte offsets into this file.
    pub file: FileId,
    /// Variables, parameters first.
    pub locals: Table<LocalId, Local>,
    /// The parameters in order; of a closure literal, the captures stand in [`TypedBody::captures`], not here.
    pub parameters: Vec<LocalId>,
    /// What a closure literal captured: the local of this body for each capture, in order.
    pub captures: Vec<LocalId>,
    /// Types of the results; of a constant's initialiser, its type.
    pub results: Vec<TypeId>,
    /// All expressions and statements.
    pub exprs: Table<ExprId, Expr>,
    /// Arms of matches.
    pub arms: Table<ArmId, Arm>,
    /// Patterns of arms.
    pub patterns: Table<PatternId, Pattern>,
    /// Side array for lists.
    pub lists: Vec<u32>,
    /// How many [`ScopeId`]s there are.
    pub scope_count: u32,
    /// The statements, in order.
    pub statements: Run,
    /// Whether the checker reported an error within: then the body is never lowered.
    pub has_errors: bool,
}

/// A variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// Its name; `None` for what the checker introduced.
    pub name: Option<Name>,
    /// Its type.
    pub ty: TypeId,
    /// Where it is declared.
    pub at: u32,
    /// It is another name for a place (`for &x`, `case .m &x`, `[&x]`): its storage holds the address, uses of it mean the place.
    pub is_reference: bool,
    /// It is assigned after its declaration (also through `op=`, a field or an element).
    pub is_assigned: bool,
    /// Its address is taken somewhere in this body (`&x`, `&` captures, bindings, receivers, slices, `.data`).
    pub is_address_taken: bool,
}

/// An expression or a statement (whose type is `Void` or `Never`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type; [`super::types::TypeKind::Results`] for several values.
    pub ty: TypeId,
    /// Where it stands, for messages at run time and debuggers.
    pub at: u32,
}

/// Kinds of expressions and statements. Runs are of [`ExprId`]s unless they say otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ExprKind {
    // ---- places and simple values -----------------------------------------------------------------------------------
    /// Nothing was made: the body has errors.
    Error,
    /// A value of compile time, of the expression's type.
    Constant(ValueId),
    /// The type's default value.
    Default,
    /// Unspecified contents (`uninit`).
    Uninit,
    /// A variable of this body.
    Local(LocalId),
    /// A top-level variable (also foreign and thread-local ones).
    Variable(InstanceId),
    /// The current context, a read-only place of type `Context`.
    Context,
    /// A procedure as a value of its own procedure type.
    Procedure(InstanceId),
    /// The C entry of a Hubbub procedure (runs under `default_context()`), of the `#c-call` type that was expected.
    EntryThunk(InstanceId),
    /// A literal with captures. `body` is the literal's own instance; captures are expressions: values for copies, places for `&name`.
    Closure { body: InstanceId, captures: Run },
    /// A procedure value as a `#closure` value.
    ProcedureToClosure(ExprId),
    /// Field `index` of a struct, String (0 data, 1 length), Slice, Context, or case of a raw union. Of a value or a place.
    Field { base: ExprId, index: u32 },
    /// An element: of an array (place or value), slice, String (a value), or behind a pointer (never checked). Indices have any integer type.
    Index { base: ExprId, index: ExprId, is_checked: bool },
    /// `base[low..<high]` of an array place, slice, String or pointer; absent ends are `None`. Gives a slice or String.
    Slice { base: ExprId, low: Option<ExprId>, high: Option<ExprId>, inclusive: bool, is_checked: bool },
    /// What a pointer points to.
    Dereference(ExprId),
    /// The payload of case `case` of a tagged union or Maybe (case 1, `some`); panics when another is current.
    Payload { base: ExprId, case: u32 },
    /// The tag of a tagged union or Maybe, as the union's tag integer type (`tag_of` compares these).
    Tag(ExprId),
    /// The address of a place; of a value (a receiver that is none), that of a hidden local that lives to the end of the block.
    AddressOf(ExprId),

    // ---- operators -----------------------------------------------------------------------------------------------------
    /// An operator of the language itself on numbers, Bools, runes, pointers, enums with flags, Simd. Operands have equal types, shifts excepted.
    Binary { operator: Operator, left: ExprId, right: ExprId },
    /// `==` or `!=` of any type that has it: strings, structs, arrays, unions, Any, Type …; see `Sema::equality` for types with their own `==`.
    Equal { left: ExprId, right: ExprId, negated: bool },
    /// `-x`, `~x`, `!x`.
    Unary { operator: UnaryOperator, value: ExprId },
    /// `a && b`.
    And { left: ExprId, right: ExprId },
    /// `a || b`.
    Or { left: ExprId, right: ExprId },
    /// A conversion to the expression's type.
    Convert { kind: Conversion, value: ExprId },

    // ---- building values -----------------------------------------------------------------------------------------------
    /// A struct: `fields` are pairs (field index, ExprId) in order of evaluation; all others get their default.
    Struct { fields: Run },
    /// `value{field = …}`: pairs as above replace fields of the copy.
    Update { base: ExprId, fields: Run },
    /// An array (or Simd) of these elements, complete.
    Array { elements: Run },
    /// A slice of an array of these elements that lives to the end of the enclosing block.
    SliceLiteral { elements: Run },
    /// Case `case` of a tagged union (or Maybe: 0 none, 1 some), with its payload if it has one.
    Union { case: u32, payload: Option<ExprId> },

    // ---- calls ---------------------------------------------------------------------------------------------------------
    /// A call of a known procedure. `arguments` are pairs (parameter index, ExprId) in order of evaluation; all parameters appear
    /// (defaults and variadic slices are expressions by now), C variadic ones count on from the last parameter.
    Call { procedure: InstanceId, arguments: Run, is_tail: bool },
    /// A call through a procedure value (null panics) or a closure value, told by its type. Pairs as above.
    CallValue { callee: ExprId, arguments: Run, is_tail: bool },
    /// An operation that lowering knows.
    Intrinsic { operation: IntrinsicOperation, arguments: Run },

    // ---- control -------------------------------------------------------------------------------------------------------
    /// Statements with a scope of their own (variables, defers). As an expression it gets its value by `Give`.
    Block { scope: ScopeId, statements: Run },
    /// `if` and `ifx`: both branches are `Block`s (or an `If` behind `else`). As an expression, `Give`s in the branches name `scope`.
    If { scope: ScopeId, condition: ExprId, then: ExprId, otherwise: Option<ExprId> },
    /// `if names := value`: on success the locals get the value(s) and `then` runs.
    IfBinding { value: ExprId, failure: Failure, locals: Run, branches: Run },
    /// `while condition`.
    While { scope: ScopeId, condition: ExprId, body: ExprId },
    /// `while names := value`.
    WhileBinding { scope: ScopeId, value: ExprId, failure: Failure, locals: Run, body: ExprId },
    /// `for` in all its forms.
    For { scope: ScopeId, plan: ForPlan, element: LocalId, second: Option<LocalId>, body: ExprId },
    /// `match` as statement or expression. `arms` are [`ArmId`]s. `value` is a place where an arm binds by place.
    Match { scope: ScopeId, value: ExprId, arms: Run },
    /// Leaves loop or labelled block `scope`.
    Break(ScopeId),
    /// Next round of loop `scope`.
    Continue(ScopeId),
    /// Gives `value` to the expression `scope` and leaves it.
    Give { scope: ScopeId, value: ExprId },
    /// `return`; values have the types of the results (one expression of type `Results` may stand for all).
    Return { values: Run },
    /// `with context … end`.
    With { context: ExprId, body: ExprId },
    /// Runs `statement` when the enclosing block is left.
    Defer(ExprId),
    /// `value or_else failure`, `or_return`, `or_break`, `or_continue`: the success value(s) of `value`; on failure `otherwise` is evaluated
    /// (it has the same type, or `Never`), with the failing last value in `error` if there is one.
    Try { value: ExprId, failure: Failure, error: Option<LocalId>, otherwise: ExprId },

    // ---- statements ----------------------------------------------------------------------------------------------------
    /// New variables. `locals` are [`LocalId`]s (`u32::MAX` discards), `values` as many expressions, or one of type `Results`.
    /// All values are evaluated before any variable is set.
    Let { locals: Run, values: Run },
    /// Places, then values, then stores. One value of type `Results` may stand for all. `u32::MAX` as a place discards.
    Assign { places: Run, values: Run },
    /// `place op= value` by an operator of the language; the place is evaluated once.
    AssignOperator { operator: Operator, place: ExprId, value: ExprId },
    /// `place op= value` by a user's operator: `locals` (one) holds the address of the place, then `call` uses it, then it is stored.
    AssignCall { pointer: LocalId, place: ExprId, call: ExprId },
}

/// The language's own operators with two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Modulo,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

/// The language's own operators with one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOperator {
    Negate,
    Complement,
    Not,
}

/// Conversions, implicit and explicit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// Integers among each other, from Bool, rune or enum to integer, `#flags` enums from integers: truncates or extends.
    Int,
    IntToFloat,
    /// Toward zero, saturating, NaN gives 0.
    FloatToInt,
    Float,
    /// Panics outside Unicode.
    IntToRune,
    /// Panics if it is no member.
    IntToEnum,
    PointerToInt,
    IntToPointer,
    /// Pointers among each other, `Pointer{u8}` and `CString`, a distinct type and its base: nothing happens.
    Same,
    /// `bit_cast`, sizes are equal.
    Bits,
    /// An array (a place; a value is put into a hidden local that lives to the end of the block) as a slice.
    ArrayToSlice,
    /// A value as `Any`: inline when it fits in a word, else the address of the place or of a hidden local that lives to the end of the block.
    ToAny,
    /// Any to a value of the type; panics if it holds another.
    FromAny,
    /// A string literal as a C string, a String constant's data.
    StringToCString,
    /// One value in every lane.
    Splat,
}

/// How failure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// The value is a Maybe and it is `none`; success unwraps.
    None,
    /// The last value is a Bool and false; success drops it.
    False,
    /// The last value is an error that is not the default; success drops it.
    Error,
}

/// What a `for` goes over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ForPlan {
    /// `low..<high`, `low..=high`; both have the element's type. `second` counts rounds from 0.
    Range { low: ExprId, high: ExprId, inclusive: bool, reversed: bool },
    /// An array (place or value), by index; `element` is a reference when the loop is `for &x`.
    Array { array: ExprId, reversed: bool },
    /// A slice; the expression is evaluated once.
    Slice { slice: ExprId, reversed: bool },
    /// Runes of a String; `second` is the byte offset.
    String { string: ExprId, reversed: bool },
    /// `iterator` is the initial value of a hidden local whose address goes to `next`; `counts`: `second` counts rounds (next gives one value),
    /// otherwise next gives both. `by_place`: next gives pointers. `defaults`: pairs, as in a call, for the other parameters of `next`, in each round.
    Iterator { iterator: ExprId, next: InstanceId, defaults: Run, counts: bool, by_place: bool },
}

/// An arm of a `match`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arm {
    /// Alternatives, [`PatternId`]s; empty for `else`.
    pub patterns: Run,
    /// The guard, evaluated with the bindings in place.
    pub guard: Option<ExprId>,
    /// A `Block`; in a `match` that is an expression its `Give`s name the match's scope.
    pub body: ExprId,
    /// Where the arm begins.
    pub at: u32,
}

/// One alternative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pattern {
    /// What must hold.
    pub test: PatternTest,
    /// Cases to go into before the test, outermost first: (union case index)s in the side array.
    pub cases: Run,
    /// The variable that gets what was matched (the payload behind `cases`), a reference for `&name`.
    pub binding: Option<LocalId>,
}

/// What a pattern demands of what lies behind its cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PatternTest {
    /// Nothing more.
    Anything,
    /// Equal to a constant of the matched type (integers, enums, runes, Bool, strings, null, types).
    Constant(ValueId),
    /// Within a range of constants.
    Range { low: ValueId, high: ValueId, inclusive: bool },
    /// Equal by the type's `==` to a constant of any other type: a Bool expression over `subject`.
    Expression { subject: LocalId, condition: ExprId },
    /// An `Any` that holds this type; the binding has it.
    AnyType(TypeId),
}

/// Operations that the language or its Prelude offers and lowering turns into MIR's. Arguments in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntrinsicOperation {
    /// One of MIR's intrinsics by its MIR name, as `#intrinsic "name"` on a Prelude procedure says.
    Mir(Name),
    /// `default_context()`: a Context value.
    DefaultContext,
    /// `enum_name(x)`: a String.
    EnumName,
    /// `type_of(x)` of an Any: a Type.
    AnyTypeOf,
    /// `#caller-location`, `#file` …: a constant by now; this is the run-time address of type information: `type_info(T)`.
    TypeInformation,
    /// `unreachable`, never comes back.
    Unreachable,
    /// `mask in flags`-like tests are `Binary`; this is `value in low..high`: (value, low, high).
    InRange { inclusive: bool },
    /// `#run` of a call with several results: a constant each.
    Several,
    /// `#asm`: text and constraints are String constants, then operands.
    Asm,
    /// `compiler: swizzles and shuffles of Simd`: vectors, then constant indices as an Array constant.
    Shuffle,
}

impl TypedBody {
    /// The expressions of a run.
    pub fn list(&self, run: Run) -> impl ExactSizeIterator<Item = ExprId> + '_ {
        run.of(&self.lists).iter().map(|word| ExprId(*word))
    }

    /// The pairs (index, expression) of a run.
    pub fn pairs(&self, run: Run) -> impl ExactSizeIterator<Item = (u32, ExprId)> + '_ {
        run.of(&self.lists).chunks_exact(2).map(|pair| match pair {
            [index, expr] => (*index, ExprId(*expr)),
            _ => (0, ExprId(0)),
        })
    }

    /// The variables of a run; `None` where the value is discarded.
    pub fn locals_of(&self, run: Run) -> impl ExactSizeIterator<Item = Option<LocalId>> + '_ {
        run.of(&self.lists).iter().map(|word| (*word != u32::MAX).then_some(LocalId(*word)))
    }
}
