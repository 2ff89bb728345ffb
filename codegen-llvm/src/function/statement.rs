//! Statements and rvalues.

use hubbub_mir::{LocalId, Operand, Place, Rvalue, Statement, Ty, UnaryOp};

use super::{FunctionBuilder, Storage, is_float};
use crate::llvm::Value;
use crate::options::Error;

/// Smaller locals are registers soon; markers on them would only cost time.
const LIFETIME_BYTES_MIN: u64 = 32;

impl FunctionBuilder<'_, '_> {
    pub(super) fn statement(&mut self, statement: &Statement, at: u32) -> Result<(), Error> {
        match statement {
            Statement::Assign(place, rvalue) => self.assign(*place, rvalue),
            Statement::Call { callee, arguments, results, context } => {
                self.call(callee, *arguments, *results, *context)
            }
            Statement::Check { check, operands, context } => self.check(*check, *operands, *context, at),
            Statement::StorageLive(local) => {
                self.lifetime(*local, "llvm.lifetime.start");
                Ok(())
            }
            Statement::StorageDead(local) => {
                self.lifetime(*local, "llvm.lifetime.end");
                Ok(())
            }
        }
    }

    /// Says where a stack slot is in use, so that slots can share memory.
    fn lifetime(&mut self, local: LocalId, name: &'static str) {
        let is_slot = !self.body.parameters.contains(&local) && !self.body.results.contains(&local);
        let is_big = self.body.locals[local].ty.size() >= LIFETIME_BYTES_MIN;
        let optimizes = self.unit.shared.options.level.optimizes();
        if let Storage::Memory(pointer) = self.locals[local]
            && is_slot
            && is_big
            && optimizes
        {
            let (function, ty) = self.unit.intrinsic(name, self.unit.types.ptr);
            self.unit.builder.call(ty, function, &[pointer]);
        }
    }

    fn assign(&mut self, place: Place, rvalue: &Rvalue) -> Result<(), Error> {
        let ty = self.place_ty(place);
        if ty.is_scalar() {
            let value = self.scalar_rvalue(rvalue)?;
            return self.assign_scalar(place, value);
        }
        match *rvalue {
            Rvalue::Use(Operand::Constant(constant)) => {
                let to = self.address(place)?;
                self.assign_aggregate_constant(to, constant)
            }
            Rvalue::Use(operand) | Rvalue::Cast(hubbub_mir::CastKind::Bits, operand, _) => {
                self.assign_bits(place, operand)
            }
            _ => Err(self.internal("an aggregate is the result of an operator")),
        }
    }

    /// `place` gets the bytes of an operand, which may be a scalar when `place` is none.
    fn assign_bits(&mut self, place: Place, operand: Operand) -> Result<(), Error> {
        let from_ty = self.operand_ty(operand);
        if from_ty.is_scalar() {
            let value = self.operand(operand)?;
            let mut to = self.address(place)?;
            to.ty = from_ty;
            self.store_scalar(value, to);
            return Ok(());
        }
        let from = self.operand_address(operand)?;
        let to = self.address(place)?;
        self.copy_aggregate(to, from);
        Ok(())
    }

    fn scalar_rvalue(&mut self, rvalue: &Rvalue) -> Result<Value, Error> {
        match *rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Binary(op, a, b) => self.binary(op, a, b),
            Rvalue::Unary(op, a) => self.unary(op, a),
            Rvalue::Cast(kind, operand, ty) => self.cast(kind, operand, ty),
            Rvalue::AddressOf(place, _) => Ok(self.address(place)?.pointer),
        }
    }

    fn unary(&mut self, op: UnaryOp, a: Operand) -> Result<Value, Error> {
        let ty: Ty = self.operand_ty(a);
        let value = self.operand(a)?;
        let builder = &self.unit.builder;
        Ok(match op {
            UnaryOp::Neg if is_float(ty) => builder.fneg(value),
            UnaryOp::Neg => builder.neg(value),
            UnaryOp::Not | UnaryOp::Complement => builder.not(value),
        })
    }
}
