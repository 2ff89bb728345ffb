//! One procedure: locals, basic blocks, statements.
//!
//! Invariants, which the verifier checks:
//! - A parameter is never assigned and its address never taken; lowering copies it to a local of its own where the source does that.
//! - The places of an aggregate assignment do not overlap, or are the same place; lowering goes through a temporary otherwise.
//! - A place that receives an aggregate result of a call cannot be reached by the callee.
//! - A block ends in exactly one terminator; calls are statements, as nothing unwinds.
//! - Context operands are locals of pointer type that hold `body.context` or the address of a local, or constant global, of type `Context`.

use hubbub_base::table::Run;
use hubbub_base::{FileId, Name, Table, define_id};

use super::ty::{Signature, Ty};

define_id!(
    /// A local of one body; prints as `_3`.
    pub struct LocalId,
    "_"
);
define_id!(
    /// A basic block of one body; prints as `bb3`.
    pub struct Block,
    "bb"
);
define_id!(
    /// A constant of one body.
    pub struct ConstantId,
    "c"
);

/// The body of a procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The file that all positions of this body are offsets into.
    pub file: FileId,
    /// All locals, parameters and results among them.
    pub locals: Table<LocalId, Local>,
    /// The locals that hold the arguments, in order of the signature.
    pub parameters: Vec<LocalId>,
    /// The locals whose values `return` gives, in order of the signature.
    pub results: Vec<LocalId>,
    /// The local that holds the context the caller passed; `None` in C procedures.
    pub context: Option<LocalId>,
    /// The blocks; execution begins at the first.
    pub blocks: Table<Block, BasicBlock>,
    /// Constants, referred to by operands.
    pub constants: Table<ConstantId, Constant>,
    /// Side array for the paths of places.
    pub projections: Vec<Projection>,
    /// Side array for arguments of calls and checks.
    pub operands: Vec<Operand>,
    /// Side array for results of calls.
    pub places: Vec<Place>,
    /// Side array for the cases of switches: value (as the operand's bits, sign-extended) and target.
    pub cases: Vec<(i128, Block)>,
}

/// A typed stack slot (or register).
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// Its type.
    pub ty: Ty,
    /// The name in the source; `None` for temporaries.
    pub name: Option<Name>,
    /// Where it is declared.
    pub at: u32,
}

/// Straight-line code and how it ends.
#[derive(Clone, Debug, PartialEq)]
pub struct BasicBlock {
    /// Statements with the byte offset of what they come from.
    pub statements: Vec<(Statement, u32)>,
    /// The end.
    pub terminator: Terminator,
    /// Where the terminator comes from.
    pub terminator_at: u32,
    /// Whether it is unlikely to run (panics).
    pub is_cold: bool,
}

/// What a block does, step by step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Statement {
    /// `place = rvalue`.
    Assign(Place, Rvalue),
    /// A call. `results` are [`Body::places`] (fewer than the signature has, or none: the rest is dropped), `arguments` are [`Body::operands`].
    Call { callee: Callee, arguments: Run, results: Run, context: Option<LocalId> },
    /// Panics unless the check holds; `operands` are [`Body::operands`]. `context` is where `on_panic` is found.
    Check { check: Check, operands: Run, context: Option<LocalId> },
    /// The local's memory begins a life with unspecified contents (each round of a loop anew).
    StorageLive(LocalId),
    /// The local's memory is not used any more.
    StorageDead(LocalId),
}

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Terminator {
    /// Go on there.
    Goto(Block),
    /// Two ways, by a `Bool`.
    Branch { condition: Operand, then: Block, otherwise: Block },
    /// Many ways, by an integer, enum, rune or Bool; `cases` are [`Body::cases`].
    Switch { value: Operand, cases: Run, otherwise: Block },
    /// Back to the caller with the values of [`Body::results`].
    Return,
    /// `return #tail`: same signature as this body's; arguments are [`Body::operands`].
    TailCall { callee: Callee, arguments: Run, context: Option<LocalId> },
    /// Never reached.
    Unreachable,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Callee {
    /// A procedure of the program by its symbol; `ty` is its procedure type.
    Direct { symbol: Name, ty: Ty },
    /// Through a pointer of procedure type `ty`.
    Pointer { operand: Operand, ty: Ty },
    /// An operation that the back ends know.
    Intrinsic(Intrinsic),
}

/// Where a value is in memory: a base and a path from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Where it begins.
    pub base: PlaceBase,
    /// Steps, in [`Body::projections`].
    pub path: Run,
}

/// Where a place begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceBase {
    /// A local of this body.
    Local(LocalId),
    /// A global of the program by its symbol.
    Global { symbol: Name, ty: Ty },
}

/// One step from a place to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Projection {
    /// The place holds a pointer: go to what it points to, seen as a `Ty`.
    Deref(Ty),
    /// Field number n of an aggregate.
    Field(u32),
    /// The element of an array (or lane of a vector) at the index (an `i64`) in a local, already checked.
    Index(LocalId),
    /// The element of an array at a constant index.
    ConstantIndex(u64),
    /// As many values of the place's own type further as the local (an `i64`) says: indexing behind a pointer.
    Step(LocalId),
}

/// A value that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operand {
    /// What the place holds.
    Copy(Place),
    /// A constant of the body.
    Constant(ConstantId),
}

/// Constants.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Constant {
    /// An integer, enum, rune or Bool: its value, sign- or zero-extended as the type says.
    Int { ty: Ty, value: i128 },
    /// A float by its bits.
    Float { ty: Ty, bits: u64 },
    /// All bits zero, of any type: null, empty slices, default values.
    Zero(Ty),
    /// Unspecified contents, of any type.
    Uninit(Ty),
    /// The address of a procedure; `ty` is its procedure type.
    Procedure { symbol: Name, ty: Ty },
    /// An address within a global, as a pointer type.
    GlobalAddress { symbol: Name, offset: u64, ty: Ty },
}

/// A value that is computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rvalue {
    /// The operand itself.
    Use(Operand),
    /// Both operands have the same type (but for shifts: any integer type on the right).
    Binary(BinaryOp, Operand, Operand),
    /// One operand.
    Unary(UnaryOp, Operand),
    /// A conversion to a type.
    Cast(CastKind, Operand, Ty),
    /// The address of a place, as a pointer type.
    AddressOf(Place, Ty),
}

/// Operators on numbers, Bools, pointers, and lane by lane on vectors. Comparisons give Bool (vectors: a vector of Bool).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// Wraps.
    Add,
    /// Wraps.
    Sub,
    /// Wraps.
    Mul,
    /// Truncates; the smallest value by -1 wraps. A check for zero has gone before (floats: IEEE).
    Div,
    /// Remainder of `Div`.
    Rem,
    /// Floored remainder: has the divisor's sign.
    Mod,
    And,
    Or,
    Xor,
    /// The count is read as unsigned; the width or more gives 0.
    Shl,
    /// The count is read as unsigned; the width or more gives 0, or the sign.
    Shr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// Operators with one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// Wraps; floats change the sign bit.
    Neg,
    /// Of a Bool.
    Not,
    /// All bits of an integer.
    Complement,
}

/// Conversions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CastKind {
    /// Between integers, Bools (to), runes, enums: truncates, or extends as the source's signedness says.
    Int,
    /// From an integer, rounding to nearest.
    IntToFloat,
    /// Toward zero, saturating, NaN gives 0.
    FloatToInt,
    /// Between floats, rounding to nearest.
    Float,
    /// A pointer's address.
    PointerToInt,
    /// A pointer with that address.
    IntToPointer,
    /// The same bits as another type of equal size, aggregates included.
    Bits,
    /// One value in every lane of a vector.
    Splat,
}

/// What must hold, else the program panics. Operands in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Check {
    /// `index, length` (both `i64`): `0 <= index < length`.
    Index,
    /// `low, high, length` (`i64`): `0 <= low <= high <= length`.
    Slice,
    /// `divisor`: not zero.
    Division,
    /// `pointer`: not null (for accesses that the guard page does not catch, and calls of procedure values).
    Null,
    /// `condition, value`: the value is a member of the enum of that name.
    EnumMember(Name),
    /// `condition, value`: a Unicode scalar value.
    Rune,
    /// `condition, wanted, found` (`wanted` an `i64`): the wanted one of the union's members, which are these with blanks between, is current.
    UnionMember(Name),
    /// `condition`: the `Any` holds that type.
    AnyType(Name),
    /// `a, b` (`Neg`: `a`): the signed operation does not overflow.
    Overflow(OverflowOp),
}

/// Operations that `--overflow trap` watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OverflowOp {
    Add,
    Sub,
    Mul,
    Div,
    Neg,
}

/// Operations that both back ends know by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Intrinsic {
    /// `(to, from, bytes: i64)`: the ranges do not overlap.
    MemoryCopy,
    /// `(to, from, bytes: i64)`: the ranges may overlap.
    MemoryMove,
    /// `(to, byte: u8, bytes: i64)`.
    MemorySet,
    /// `(a, b, bytes: i64) -> i32`, as `memcmp`.
    MemoryCompare,
    /// `(x) -> x`, floats (and vectors of them).
    SquareRoot,
    Floor,
    Ceil,
    Truncate,
    /// To nearest, ties to even.
    RoundEven,
    AbsoluteFloat,
    /// `(a, b, c)`: `a * b + c` rounded once.
    FusedMultiplyAdd,
    /// `(a, b)`: the number if one is NaN.
    MinimumFloat,
    MaximumFloat,
    CopySign,
    /// `(x) -> x`, integers.
    CountOnes,
    /// The width for 0.
    LeadingZeros,
    /// The width for 0.
    TrailingZeros,
    ByteSwap,
    BitReverse,
    /// `(x, count)`.
    RotateLeft,
    RotateRight,
    /// `(a, b) -> (result, Bool overflowed)`.
    AddOverflow,
    SubOverflow,
    MulOverflow,
    /// `(pointer) -> T`; `(pointer, value)`: never dropped, merged or moved.
    VolatileLoad,
    VolatileStore,
    /// `(pointer) -> T` and so on, sequentially consistent unless the ordering says otherwise.
    AtomicLoad(AtomicOrdering),
    AtomicStore(AtomicOrdering),
    /// `(pointer, value) -> the old value`.
    AtomicExchange(AtomicOrdering),
    AtomicAdd(AtomicOrdering),
    AtomicSub(AtomicOrdering),
    AtomicAnd(AtomicOrdering),
    AtomicOr(AtomicOrdering),
    AtomicXor(AtomicOrdering),
    /// By the signedness of the type.
    AtomicMin(AtomicOrdering),
    AtomicMax(AtomicOrdering),
    /// `(pointer, expected, new) -> (old, Bool succeeded)`.
    AtomicCompareExchange(AtomicOrdering),
    Fence(AtomicOrdering),
    /// `(vector) -> T` reductions; comparisons' masks: `all`, `any`.
    ReduceAdd,
    ReduceMul,
    ReduceMin,
    ReduceMax,
    ReduceAnd,
    ReduceOr,
    ReduceXor,
    /// `(a, b, indices: constant vector) -> vector`.
    Shuffle,
    /// `(mask, a, b) -> vector`.
    Select,
    /// `(asm text global, constraints global, operands …) -> results`: see [`Constant::GlobalAddress`].
    InlineAsm,
    /// `() -> pointer` to the current frame, for backtraces.
    FrameAddress,
    /// `()`: a breakpoint.
    DebugTrap,
}

/// Orderings of atomic operations, as in C11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AtomicOrdering {
    Relaxed,
    Acquire,
    Release,
    AcquireRelease,
    SequentiallyConsistent,
}

impl Body {
    /// A body without parameters whose only block is unreachable: where lowering begins.
    pub fn new(file: FileId) -> Self {
        Self {
            file,
            locals: Table::new(),
            parameters: Vec::new(),
            results: Vec::new(),
            context: None,
            blocks: Table::new(),
            constants: Table::new(),
            projections: Vec::new(),
            operands: Vec::new(),
            places: Vec::new(),
            cases: Vec::new(),
        }
    }

    /// The steps of a place.
    pub fn path(&self, place: Place) -> &[Projection] {
        place.path.of(&self.projections)
    }

    /// The operands of a run.
    pub fn operands(&self, run: Run) -> &[Operand] {
        run.of(&self.operands)
    }

    /// The places of a run.
    pub fn places(&self, run: Run) -> &[Place] {
        run.of(&self.places)
    }

    /// The cases of a run.
    pub fn cases(&self, run: Run) -> &[(i128, Block)] {
        run.of(&self.cases)
    }
}

impl Place {
    /// A whole local.
    pub fn local(local: LocalId) -> Self {
        Self { base: PlaceBase::Local(local), path: Run::default() }
    }
}

impl Callee {
    /// The signature of what is called; `None` for intrinsics, or when the type is no procedure type.
    pub fn signature(&self) -> Option<&'static Signature> {
        match self {
            Callee::Direct { ty, .. } | Callee::Pointer { ty, .. } => match ty.data() {
                super::ty::TyData::Procedure(signature) => Some(signature),
                _ => None,
            },
            Callee::Intrinsic(_) => None,
        }
    }
}
