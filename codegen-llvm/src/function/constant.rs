//! Constants of a body.

use hubbub_mir::{Constant, ConstantId, Ty, TyData};

use super::{Address, FunctionBuilder, is_float};
use crate::llvm::Value;
use crate::llvm::attributes::{Attribute, Position};
use crate::llvm::builder::Opcode;
use crate::options::Error;

/// The type of a constant.
pub fn ty_of(constant: &Constant) -> Ty {
    match constant {
        Constant::Int { ty, .. }
        | Constant::Float { ty, .. }
        | Constant::Zero(ty)
        | Constant::Uninit(ty)
        | Constant::Procedure { ty, .. }
        | Constant::GlobalAddress { ty, .. } => *ty,
    }
}

impl FunctionBuilder<'_, '_> {
    /// A constant of scalar type in a register.
    pub(super) fn scalar_constant(&mut self, constant: ConstantId) -> Result<Value, Error> {
        let constant = &self.body.constants[constant];
        let ty = ty_of(constant);
        if !ty.is_scalar() {
            return Err(self.internal(format!("a constant of type {ty:?} is used as a scalar")));
        }
        let register = self.register_type(ty);
        Ok(match constant {
            Constant::Int { value, .. } if matches!(ty.data(), TyData::Pointer { .. } | TyData::Procedure(_)) => {
                let address = self.unit.types.i64.wide_int(*value);
                self.unit.builder.cast(Opcode::LLVMIntToPtr, address, register)
            }
            Constant::Int { value, .. } => register.wide_int(*value),
            Constant::Float { bits, .. } => self.float_constant(ty, *bits),
            Constant::Zero(_) => register.zero(),
            // One value, whatever it is: reading it twice must give the same.
            Constant::Uninit(_) => self.unit.builder.freeze(register.poison()),
            Constant::Procedure { symbol, .. } => self.unit.procedure(*symbol),
            Constant::GlobalAddress { symbol, offset, .. } => {
                let types = self.unit.types;
                self.unit.global(*symbol).constant_offset(&types, *offset)
            }
        })
    }

    fn float_constant(&mut self, ty: Ty, bits: u64) -> Value {
        debug_assert!(is_float(ty));
        let width = ty.size() as u32 * 8;
        let integer = self.unit.types.int(width).int(bits);
        integer.constant_bits(self.register_type(ty))
    }

    /// An aggregate constant in memory.
    pub(super) fn constant_address(&mut self, constant: ConstantId) -> Result<Address, Error> {
        let ty = self.constant_ty(constant);
        if ty.is_scalar() {
            let value = self.scalar_constant(constant)?;
            return Ok(self.spill(value, ty));
        }
        if matches!(self.body.constants[constant], Constant::Uninit(_)) {
            return Ok(self.temporary(ty));
        }
        let contents = self.unit.types.bytes(ty.size()).zero();
        let pointer = self.unit.private_constant(contents, ty.align().max(1));
        Ok(Address { pointer, ty, align: ty.align().max(1) })
    }

    /// Assigns an aggregate constant.
    pub(super) fn assign_aggregate_constant(&mut self, to: Address, constant: ConstantId) -> Result<(), Error> {
        match self.body.constants[constant] {
            Constant::Uninit(_) => {
                self.make_unspecified(to);
                Ok(())
            }
            Constant::Zero(_) => {
                if to.ty.size() > 0 {
                    let types = self.unit.types;
                    let bytes = types.const_i64(to.ty.size());
                    self.unit.builder.memory_set(to.pointer, types.i8.zero(), bytes, to.align);
                }
                Ok(())
            }
            _ => Err(self.internal("an aggregate constant that is neither zero nor uninit")),
        }
    }

    /// Gives memory some contents, without code. Memory that was never written is `undef` to LLVM, and a branch on that is
    /// undefined behaviour; what an empty piece of assembly has written is merely unknown.
    fn make_unspecified(&mut self, memory: Address) {
        if memory.ty.size() == 0 || !self.unit.shared.options.level.optimizes() {
            return;
        }
        let types = self.unit.types;
        let ty = types.function(types.void, &[types.ptr], false);
        let nothing = types.inline_assembly(ty, "", "=*m", false);
        let call = self.unit.builder.call(ty, nothing, &[memory.pointer]);
        let element = Attribute::ElementType { bytes: memory.ty.size() }.make(&types);
        call.add_call_attribute(Position::Parameter(0), element);
    }
}
