//! Assignments and what is assigned.

use hubbub_mir::{BinaryOp, CastKind, Constant, Operand, Place, Rvalue, Ty, TyData, UnaryOp};

use super::place::Spot;
use super::{Decoded, Decoder, unsupported};
use crate::arith::comparison_of;
use crate::code::{Op, R, VectorInfo, VectorOp};
use crate::scalar::Scalar;

impl Decoder<'_, '_> {
    pub(super) fn assign(&mut self, place: Place, rvalue: Rvalue) -> Decoded<()> {
        let (spot, ty) = self.place(place)?;
        match (spot, Scalar::of(ty)) {
            (Spot::Register(register, scalar), _) => self.scalar_into(register, scalar, rvalue),
            (Spot::Memory(at), Some(scalar)) => {
                if super::accesses::is_uninit(self.body, rvalue) {
                    let to = self.address(at)?;
                    self.emit(Op::Forget { to, size: scalar.size() });
                    return Ok(());
                }
                let register = match rvalue {
                    Rvalue::Use(operand) => self.scalar_operand(operand)?.0,
                    _ => {
                        let register = self.temporary_for(scalar)?;
                        self.scalar_into(register, scalar, rvalue)?;
                        register
                    }
                };
                // An address that is kept as a number leads to its object all the same, when it is frozen.
                let is_address = matches!(rvalue, Rvalue::Cast(CastKind::PointerToInt, ..)) && scalar.size() == 8;
                self.store_at(if is_address { Scalar::Pointer } else { scalar }, register, at)
            }
            (Spot::Memory(at), None) => {
                let to = self.address(at)?;
                self.memory_into(to, ty, rvalue)
            }
        }
    }

    /// Computes a scalar.
    fn scalar_into(&mut self, dst: R, scalar: Scalar, rvalue: Rvalue) -> Decoded<()> {
        match rvalue {
            Rvalue::Use(operand) => {
                if super::accesses::is_uninit(self.body, rvalue) {
                    return Ok(());
                }
                self.operand_into(dst, scalar, operand)
            }
            Rvalue::Binary(op, a, b) => self.binary(dst, op, a, b),
            Rvalue::Unary(op, a) => {
                let (a, of) = self.scalar_operand(a)?;
                self.emit(match (op, of) {
                    (_, Scalar::I128 | Scalar::U128) => Op::WideUnary { op, dst, a },
                    (UnaryOp::Not, _) => Op::Not { dst, a },
                    _ => Op::Unary { op, scalar: of, dst, a },
                });
                Ok(())
            }
            Rvalue::Cast(kind, a, to) => self.cast(dst, kind, a, to),
            Rvalue::AddressOf(place, _) => match self.place(place)?.0 {
                Spot::Memory(at) => {
                    let a = self.address(at)?;
                    self.emit(Op::Move { dst, a });
                    Ok(())
                }
                Spot::Register(..) => unsupported("the address of a register"),
            },
        }
    }

    fn operand_into(&mut self, dst: R, scalar: Scalar, operand: Operand) -> Decoded<()> {
        if let Operand::Copy(place) = operand {
            let (spot, _) = self.place(place)?;
            return match spot {
                Spot::Memory(at) => self.load(scalar, dst, at),
                Spot::Register(a, _) => {
                    self.move_to(dst, a, scalar);
                    Ok(())
                }
            };
        }
        let (a, _) = self.scalar_operand(operand)?;
        self.move_to(dst, a, scalar);
        Ok(())
    }

    pub(super) fn move_to(&mut self, dst: R, a: R, scalar: Scalar) {
        if dst != a {
            self.emit(if scalar.is_wide() { Op::MoveWide { dst, a } } else { Op::Move { dst, a } });
        }
    }

    fn binary(&mut self, dst: R, op: BinaryOp, a: Operand, b: Operand) -> Decoded<()> {
        let (a, scalar) = self.scalar_operand(a)?;
        let (mut b, of) = self.scalar_operand(b)?;
        let is_shift = matches!(op, BinaryOp::Shl | BinaryOp::Shr);
        if is_shift && of.is_wide() {
            let count = self.temporary()?;
            self.emit(Op::ShiftCount { dst: count, a: b });
            b = count;
        }
        if scalar.is_wide() {
            self.emit(Op::WideBinary { op, is_signed: scalar.is_signed(), dst, a, b });
            return Ok(());
        }
        match direct_op(op, scalar, dst, a, b) {
            Some((direct, needs_narrowing)) => {
                self.emit(direct);
                if needs_narrowing {
                    self.emit(Op::Narrow { scalar, dst, a: dst });
                }
            }
            None => self.emit(Op::Binary { op, scalar, dst, a, b }),
        }
        Ok(())
    }

    fn cast(&mut self, dst: R, kind: CastKind, a: Operand, to: Ty) -> Decoded<()> {
        let from_ty = self.operand_ty(a)?;
        let Some(to) = Scalar::of(to) else { return unsupported("a conversion to an aggregate") };
        let Some(from) = Scalar::of(from_ty) else {
            // The bits of an aggregate, array or vector.
            let address = self.memory_operand(a)?;
            self.emit(match to {
                Scalar::I64 | Scalar::U64 | Scalar::Pointer | Scalar::F64 => Op::Load64 { dst, address, offset: 0 },
                _ => Op::Load { scalar: to, dst, address, offset: 0 },
            });
            return Ok(());
        };
        let (a, _) = self.scalar_operand(a)?;
        let is_same_word = |scalar: Scalar| scalar.is_word() || scalar == Scalar::F64;
        let is_plain = match kind {
            CastKind::Int => to.is_word() && !from.is_wide() || to == from,
            CastKind::PointerToInt | CastKind::IntToPointer => true,
            CastKind::Bits => is_same_word(from) && is_same_word(to),
            _ => from == to && kind == CastKind::Float,
        };
        if is_plain {
            self.move_to(dst, a, to);
        } else if kind == CastKind::Int && !to.is_wide() {
            self.emit(Op::Narrow { scalar: to, dst, a });
        } else {
            self.emit(Op::Cast { kind, from, to, dst, a });
        }
        Ok(())
    }

    /// Puts a value that is no scalar at an address.
    fn memory_into(&mut self, to: R, ty: Ty, rvalue: Rvalue) -> Decoded<()> {
        let Ok(size) = u32::try_from(ty.size()) else {
            return unsupported("a value that is too large to be interpreted");
        };
        match rvalue {
            Rvalue::Use(operand @ Operand::Copy(_)) => {
                let from = self.memory_operand(operand)?;
                self.emit(Op::Copy { to, from, size });
                Ok(())
            }
            Rvalue::Use(Operand::Constant(id)) => {
                let is_uninit = matches!(self.body.constants.get(id), Some(Constant::Uninit(_)));
                self.emit(if is_uninit { Op::Forget { to, size } } else { Op::Zero { to, size } });
                Ok(())
            }
            Rvalue::Cast(CastKind::Bits, a, _) => match Scalar::of(self.operand_ty(a)?) {
                Some(_) => {
                    let (value, scalar) = self.scalar_operand(a)?;
                    self.store(scalar, value, to, 0);
                    Ok(())
                }
                None => {
                    let from = self.memory_operand(a)?;
                    self.emit(Op::Copy { to, from, size });
                    Ok(())
                }
            },
            _ => self.vector_into(to, ty, rvalue),
        }
    }

    fn vector_into(&mut self, dst: R, ty: Ty, rvalue: Rvalue) -> Decoded<()> {
        let (lanes, to) = self.lanes_of(ty)?;
        let (op, from, a, b) = match rvalue {
            Rvalue::Binary(op, a, b) => {
                let (_, from) = self.vector_lanes(a)?;
                let (_, count) = self.vector_lanes(b)?;
                (VectorOp::Binary { op, count }, from, self.memory_operand(a)?, self.memory_operand(b)?)
            }
            Rvalue::Unary(op, a) => (VectorOp::Unary(op), to, self.memory_operand(a)?, 0),
            Rvalue::Cast(CastKind::Splat, a, _) => (VectorOp::Splat, to, self.scalar_operand(a)?.0, 0),
            Rvalue::Cast(kind, a, _) => {
                let (_, from) = self.vector_lanes(a)?;
                (VectorOp::Cast(kind), from, self.memory_operand(a)?, 0)
            }
            _ => return unsupported("a value that is no vector"),
        };
        self.vector(VectorInfo { op, lanes, from, to, dst, a, b });
        Ok(())
    }

    pub(super) fn vector(&mut self, info: VectorInfo) {
        let number = self.code.vectors.len() as u32;
        self.code.vectors.push(info);
        self.emit(Op::Vector { info: number });
    }

    /// Lanes of a vector operand and their type.
    pub(super) fn vector_lanes(&mut self, operand: Operand) -> Decoded<(u32, Scalar)> {
        let ty = self.operand_ty(operand)?;
        self.lanes_of(ty)
    }

    pub(super) fn lanes_of(&self, ty: Ty) -> Decoded<(u32, Scalar)> {
        match ty.data() {
            TyData::Vector { element, lanes } => match Scalar::of(*element) {
                Some(scalar) => Ok((*lanes, scalar)),
                None => unsupported("a vector of something else than scalars"),
            },
            _ => unsupported("a value that is no vector"),
        }
    }
}

/// The short operation for an operator, if it has one, and whether its result must be narrowed.
fn direct_op(op: BinaryOp, scalar: Scalar, dst: R, a: R, b: R) -> Option<(Op, bool)> {
    if scalar == Scalar::F64 {
        let op = match op {
            BinaryOp::Add => Op::AddF64 { dst, a, b },
            BinaryOp::Sub => Op::SubF64 { dst, a, b },
            BinaryOp::Mul => Op::MulF64 { dst, a, b },
            BinaryOp::Div => Op::DivF64 { dst, a, b },
            _ => return None,
        };
        return Some((op, false));
    }
    if scalar.is_float() {
        return None;
    }
    if comparison_of(op) {
        return Some((comparison(op, scalar.is_signed(), dst, a, b)?, false));
    }
    let arithmetic = match (op, scalar) {
        (BinaryOp::And, _) => return Some((Op::And { dst, a, b }, false)),
        (BinaryOp::Or, _) => return Some((Op::Or { dst, a, b }, false)),
        (BinaryOp::Xor, _) => return Some((Op::Xor { dst, a, b }, false)),
        (BinaryOp::Shr, _) if scalar.is_signed() => return Some((Op::ShrSigned { dst, a, b }, false)),
        (BinaryOp::Shr, _) => return Some((Op::ShrUnsigned { dst, a, b }, false)),
        (BinaryOp::Add, Scalar::I32) => return Some((Op::AddI32 { dst, a, b }, false)),
        (BinaryOp::Sub, Scalar::I32) => return Some((Op::SubI32 { dst, a, b }, false)),
        (BinaryOp::Mul, Scalar::I32) => return Some((Op::MulI32 { dst, a, b }, false)),
        (BinaryOp::Add, Scalar::U32) => return Some((Op::AddU32 { dst, a, b }, false)),
        (BinaryOp::Sub, Scalar::U32) => return Some((Op::SubU32 { dst, a, b }, false)),
        (BinaryOp::Mul, Scalar::U32) => return Some((Op::MulU32 { dst, a, b }, false)),
        (BinaryOp::Add, _) => Op::Add { dst, a, b },
        (BinaryOp::Sub, _) => Op::Sub { dst, a, b },
        (BinaryOp::Mul, _) => Op::Mul { dst, a, b },
        (BinaryOp::Shl, _) => Op::Shl { dst, a, b },
        (BinaryOp::Div, _) if scalar.is_signed() => Op::DivSigned { dst, a, b },
        (BinaryOp::Rem, _) if scalar.is_signed() => Op::RemSigned { dst, a, b },
        (BinaryOp::Div, _) => return Some((Op::DivUnsigned { dst, a, b }, false)),
        (BinaryOp::Rem | BinaryOp::Mod, _) if !scalar.is_signed() => {
            return Some((Op::RemUnsigned { dst, a, b }, false));
        }
        _ => return None,
    };
    Some((arithmetic, !scalar.is_word()))
}

/// Comparison of integers; `>` and `>=` have their operands swapped.
fn comparison(op: BinaryOp, is_signed: bool, dst: R, a: R, b: R) -> Option<Op> {
    let op = match (op, is_signed) {
        (BinaryOp::Eq, _) => Op::Equal { dst, a, b },
        (BinaryOp::Ne, _) => Op::NotEqual { dst, a, b },
        (BinaryOp::Lt, true) => Op::LessSigned { dst, a, b },
        (BinaryOp::Lt, false) => Op::LessUnsigned { dst, a, b },
        (BinaryOp::Le, true) => Op::LessEqualSigned { dst, a, b },
        (BinaryOp::Le, false) => Op::LessEqualUnsigned { dst, a, b },
        (BinaryOp::Gt, true) => Op::LessSigned { dst, a: b, b: a },
        (BinaryOp::Gt, false) => Op::LessUnsigned { dst, a: b, b: a },
        (BinaryOp::Ge, true) => Op::LessEqualSigned { dst, a: b, b: a },
        (BinaryOp::Ge, false) => Op::LessEqualUnsigned { dst, a: b, b: a },
        _ => return None,
    };
    Some(op)
}
