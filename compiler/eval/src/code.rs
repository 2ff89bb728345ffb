//! The register bytecode that MIR is decoded into, once for each procedure.
//!
//! A frame has as many registers as [`Code::template`], which gives their first contents: zeros, and the constants that the
//! procedure uses, so that no operator needs a form with a constant. The first registers take what the caller hands over:
//! arguments (scalars in one register or two, everything else as an address), then an address for each result that is no
//! scalar, then the context. Operations are 16 bytes; what does not fit stands in side tables.

use hubbub_base::{FileId, Name};
use hubbub_mir::{BinaryOp, CastKind, Check, Intrinsic, Ty, UnaryOp};

use crate::scalar::Scalar;

/// A register of the frame.
pub type R = u16;
/// Where a jump goes: an index into [`Code::ops`].
pub type Target = u32;

/// One operation. `dst` and the other registers are explained where they are not plain.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    Move {
        dst: R,
        a: R,
    },
    MoveWide {
        dst: R,
        a: R,
    },

    // Integers of 64 bits, and narrower ones where the result needs no extension.
    Add {
        dst: R,
        a: R,
        b: R,
    },
    Sub {
        dst: R,
        a: R,
        b: R,
    },
    Mul {
        dst: R,
        a: R,
        b: R,
    },
    And {
        dst: R,
        a: R,
        b: R,
    },
    Or {
        dst: R,
        a: R,
        b: R,
    },
    Xor {
        dst: R,
        a: R,
        b: R,
    },
    Shl {
        dst: R,
        a: R,
        b: R,
    },
    ShrSigned {
        dst: R,
        a: R,
        b: R,
    },
    ShrUnsigned {
        dst: R,
        a: R,
        b: R,
    },
    DivSigned {
        dst: R,
        a: R,
        b: R,
    },
    RemSigned {
        dst: R,
        a: R,
        b: R,
    },
    DivUnsigned {
        dst: R,
        a: R,
        b: R,
    },
    RemUnsigned {
        dst: R,
        a: R,
        b: R,
    },
    Equal {
        dst: R,
        a: R,
        b: R,
    },
    NotEqual {
        dst: R,
        a: R,
        b: R,
    },
    LessSigned {
        dst: R,
        a: R,
        b: R,
    },
    LessEqualSigned {
        dst: R,
        a: R,
        b: R,
    },
    LessUnsigned {
        dst: R,
        a: R,
        b: R,
    },
    LessEqualUnsigned {
        dst: R,
        a: R,
        b: R,
    },
    AddI32 {
        dst: R,
        a: R,
        b: R,
    },
    SubI32 {
        dst: R,
        a: R,
        b: R,
    },
    MulI32 {
        dst: R,
        a: R,
        b: R,
    },
    AddU32 {
        dst: R,
        a: R,
        b: R,
    },
    SubU32 {
        dst: R,
        a: R,
        b: R,
    },
    MulU32 {
        dst: R,
        a: R,
        b: R,
    },
    Narrow {
        scalar: Scalar,
        dst: R,
        a: R,
    },
    Not {
        dst: R,
        a: R,
    },

    AddF64 {
        dst: R,
        a: R,
        b: R,
    },
    SubF64 {
        dst: R,
        a: R,
        b: R,
    },
    MulF64 {
        dst: R,
        a: R,
        b: R,
    },
    DivF64 {
        dst: R,
        a: R,
        b: R,
    },

    // Everything else on scalars.
    Binary {
        op: BinaryOp,
        scalar: Scalar,
        dst: R,
        a: R,
        b: R,
    },
    Unary {
        op: UnaryOp,
        scalar: Scalar,
        dst: R,
        a: R,
    },
    WideBinary {
        op: BinaryOp,
        is_signed: bool,
        dst: R,
        a: R,
        b: R,
    },
    WideUnary {
        op: UnaryOp,
        dst: R,
        a: R,
    },
    Cast {
        kind: CastKind,
        from: Scalar,
        to: Scalar,
        dst: R,
        a: R,
    },
    /// A shift count of 128 bits as one of 64.
    ShiftCount {
        dst: R,
        a: R,
    },

    Jump {
        target: Target,
    },
    JumpIf {
        a: R,
        then: Target,
        otherwise: Target,
    },
    JumpEqual {
        a: R,
        b: R,
        then: Target,
        otherwise: Target,
    },
    JumpNotEqual {
        a: R,
        b: R,
        then: Target,
        otherwise: Target,
    },
    JumpLessSigned {
        a: R,
        b: R,
        then: Target,
        otherwise: Target,
    },
    JumpLessEqualSigned {
        a: R,
        b: R,
        then: Target,
        otherwise: Target,
    },
    JumpLessUnsigned {
        a: R,
        b: R,
        then: Target,
        otherwise: Target,
    },
    JumpLessEqualUnsigned {
        a: R,
        b: R,
        then: Target,
        otherwise: Target,
    },
    Switch {
        a: R,
        table: u32,
    },

    // Memory: at `address + offset`, or `address + offset + index * scale`.
    Load64 {
        dst: R,
        address: R,
        offset: u32,
    },
    LoadU8 {
        dst: R,
        address: R,
        offset: u32,
    },
    LoadU32 {
        dst: R,
        address: R,
        offset: u32,
    },
    LoadI32 {
        dst: R,
        address: R,
        offset: u32,
    },
    Load {
        scalar: Scalar,
        dst: R,
        address: R,
        offset: u32,
    },
    Store64 {
        value: R,
        address: R,
        offset: u32,
    },
    StorePointer {
        value: R,
        address: R,
        offset: u32,
    },
    Store8 {
        value: R,
        address: R,
        offset: u32,
    },
    Store32 {
        value: R,
        address: R,
        offset: u32,
    },
    Store {
        scalar: Scalar,
        value: R,
        address: R,
        offset: u32,
    },
    LoadIndex64 {
        dst: R,
        address: R,
        index: R,
        offset: u32,
    },
    LoadIndexU8 {
        dst: R,
        address: R,
        index: R,
        offset: u32,
    },
    StoreIndex64 {
        value: R,
        address: R,
        index: R,
        offset: u32,
    },
    StoreIndex8 {
        value: R,
        address: R,
        index: R,
        offset: u32,
    },
    Lea {
        dst: R,
        address: R,
        offset: i64,
    },
    LeaIndex {
        dst: R,
        address: R,
        index: R,
        scale: u32,
        offset: u32,
    },
    Copy {
        to: R,
        from: R,
        size: u32,
    },
    /// As `Copy`, and nothing when the caller gave no address.
    CopyResult {
        to: R,
        from: R,
        size: u32,
    },
    Zero {
        to: R,
        size: u32,
    },
    Forget {
        to: R,
        size: u32,
    },

    /// A new life for the local in this slot; its address goes to the slot's register.
    Live {
        slot: u32,
    },
    Dead {
        slot: u32,
    },

    Call {
        procedure: u32,
        info: u32,
    },
    CallPointer {
        callee: R,
        info: u32,
    },
    TailCall {
        procedure: u32,
        info: u32,
    },
    TailCallPointer {
        callee: R,
        info: u32,
    },
    /// The results' registers are a run of [`Code::registers`].
    Return {
        start: u32,
        count: u32,
    },

    Intrinsic {
        info: u32,
    },
    Vector {
        info: u32,
    },
    CheckIndex {
        index: R,
        length: R,
        info: u32,
    },
    CheckSlice {
        low: R,
        high: R,
        length: R,
        info: u32,
    },
    CheckTrue {
        a: R,
        info: u32,
    },
    CheckOverflow {
        info: u32,
    },
    Unreachable,
    /// Something that cannot be done here; reached, it is an error with this message.
    Fail {
        message: u32,
    },
}

/// A run of [`Code::registers`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Registers {
    pub start: u32,
    pub count: u32,
}

/// A call.
#[derive(Clone, Copy, Debug)]
pub struct CallInfo {
    /// What goes into the first registers of the new frame.
    pub arguments: Registers,
    /// Where scalar results go.
    pub results: Registers,
    /// The type that the callee must have, see [`crate::world::World::erased`].
    pub ty: Ty,
}

/// A check that may fail.
#[derive(Clone, Copy, Debug)]
pub struct CheckInfo {
    pub check: Check,
    /// Its operands; a wide one counts for two.
    pub operands: Registers,
    /// Their type, for overflow checks.
    pub scalar: Scalar,
    pub context: Option<R>,
}

/// An intrinsic on scalars.
#[derive(Clone, Copy, Debug)]
pub struct IntrinsicInfo {
    pub intrinsic: Intrinsic,
    pub arguments: Registers,
    pub results: Registers,
    /// The type that the operation is about.
    pub scalar: Scalar,
}

/// What is done with vectors, which lie in memory.
#[derive(Clone, Copy, Debug)]
pub enum VectorOp {
    /// `a op b`, lane by lane; `count` is the type of the right lanes (shifts).
    Binary {
        op: BinaryOp,
        count: Scalar,
    },
    Unary(UnaryOp),
    Cast(CastKind),
    /// `a` is the scalar, of 128 bits in two registers.
    Splat,
    /// The scalar goes to the register `dst`, one of 128 bits to it and the next.
    Reduce(Intrinsic),
    /// Lanes of `a`, then of `b`, as the indices say.
    Shuffle {
        indices: R,
        index: Scalar,
        source_lanes: u32,
    },
    Select {
        mask: R,
    },
    /// One operand or more, as for scalars.
    Intrinsic {
        intrinsic: Intrinsic,
        c: R,
    },
}

/// A vector operation: addresses in registers.
#[derive(Clone, Copy, Debug)]
pub struct VectorInfo {
    pub op: VectorOp,
    pub lanes: u32,
    pub from: Scalar,
    pub to: Scalar,
    pub dst: R,
    pub a: R,
    pub b: R,
}

/// A local in memory.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// The register that holds its address.
    pub register: R,
    /// Where it lies in the frame's block.
    pub offset: u32,
    pub size: u32,
    /// Whether it lives from the start of the call.
    pub is_live_at_entry: bool,
}

/// The cases of a switch, sorted by value.
#[derive(Clone, Debug)]
pub struct Switch {
    pub cases: Vec<(i128, Target)>,
    pub otherwise: Target,
    pub scalar: Scalar,
}

/// A procedure, ready to run.
#[derive(Debug)]
pub struct Code {
    /// The procedure's symbol.
    pub symbol: Name,
    /// Its name for people.
    pub name: Name,
    pub file: FileId,
    pub ops: Vec<Op>,
    /// The source position of each operation.
    pub positions: Vec<u32>,
    /// First contents of the registers.
    pub template: Vec<u64>,
    /// How many registers the caller fills.
    pub given: u32,
    /// Which of them has the context.
    pub context: Option<R>,
    pub slots: Vec<Slot>,
    /// Bytes of the locals in memory.
    pub frame_bytes: u32,
    /// Lists of registers.
    pub registers: Vec<R>,
    pub calls: Vec<CallInfo>,
    pub checks: Vec<CheckInfo>,
    pub intrinsics: Vec<IntrinsicInfo>,
    pub vectors: Vec<VectorInfo>,
    pub switches: Vec<Switch>,
    pub messages: Vec<String>,
}

impl Code {
    /// The registers of a run.
    #[inline(always)]
    pub fn list(&self, run: Registers) -> &[R] {
        let start = run.start as usize;
        self.registers.get(start..start + run.count as usize).unwrap_or(&[])
    }

    /// The source position of an operation.
    pub fn position(&self, pc: usize) -> u32 {
        self.positions.get(pc).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn operations_are_small() {
        assert_eq!(size_of::<super::Op>(), 16);
    }
}
