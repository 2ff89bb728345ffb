//! Places: addresses, loads, stores, copies of aggregates.

use hubbub_mir::{Operand, Place, PlaceBase, Projection, Ty, TyData};

use super::pieces::align_at;
use super::{Address, FunctionBuilder, Storage, is_bool};
use crate::llvm::Value;
use crate::llvm::builder::{Bounds, Opcode};
use crate::options::Error;

impl FunctionBuilder<'_, '_> {
    /// The type of a place.
    pub(super) fn place_ty(&self, place: Place) -> Ty {
        let base = match place.base {
            PlaceBase::Local(local) => self.body.locals[local].ty,
            PlaceBase::Global { ty, .. } => ty,
        };
        self.body.path(place).iter().fold(base, |ty, step| self.step_ty(ty, *step))
    }

    fn step_ty(&self, ty: Ty, step: Projection) -> Ty {
        match (step, ty.data()) {
            (Projection::Deref(target), _) => target,
            (Projection::Field(index), TyData::Aggregate { name, .. }) => {
                let fields = self.unit.shared.layouts.aggregate(*name).map(|aggregate| &aggregate.fields);
                fields.and_then(|fields| fields.get(index as usize)).map_or(ty, |field| field.ty)
            }
            (
                Projection::Index(_) | Projection::ConstantIndex(_),
                TyData::Array { element, .. } | TyData::Vector { element, .. },
            ) => *element,
            _ => ty,
        }
    }

    /// The address of a place; a local in a register has none.
    pub(super) fn address(&mut self, place: Place) -> Result<Address, Error> {
        let path = self.body.path(place);
        let (mut address, mut bounds, rest) = match (place.base, path) {
            (PlaceBase::Local(local), [Projection::Deref(ty), rest @ ..]) => {
                let pointer = self.read_local(local)?;
                (Address { pointer, ty: *ty, align: ty.align().max(1) }, Bounds::Forward, rest)
            }
            (PlaceBase::Local(local), rest) => {
                let Storage::Memory(pointer) = self.locals[local] else {
                    return Err(self.internal(format!("{local} has no address")));
                };
                let ty = self.body.locals[local].ty;
                (Address { pointer, ty, align: ty.align().max(1) }, Bounds::Inside, rest)
            }
            (PlaceBase::Global { symbol, ty }, rest) => {
                let pointer = self.unit.global(symbol);
                (Address { pointer, ty, align: ty.align().max(1) }, Bounds::Inside, rest)
            }
        };
        for step in rest {
            address = self.step(address, *step, bounds)?;
            if matches!(step, Projection::Deref(_)) {
                bounds = Bounds::Forward;
            }
        }
        Ok(address)
    }

    fn step(&mut self, address: Address, step: Projection, bounds: Bounds) -> Result<Address, Error> {
        let types = self.unit.types;
        match step {
            Projection::Deref(ty) => {
                let pointer = self.load_scalar(address);
                Ok(Address { pointer, ty, align: ty.align().max(1) })
            }
            Projection::Field(index) => self.field(address, index, bounds),
            Projection::ConstantIndex(index) => {
                let ty = self.step_ty(address.ty, step);
                let offset = ty.size().wrapping_mul(index);
                let pointer = self.unit.builder.offset(&types, address.pointer, offset, bounds);
                Ok(Address { pointer, ty, align: align_at(address.align, offset) })
            }
            Projection::Index(local) => {
                let ty = self.step_ty(address.ty, step);
                self.indexed(address, ty, local, bounds)
            }
            Projection::Step(local) => self.indexed(address, address.ty, local, Bounds::Either),
        }
    }

    fn field(&mut self, address: Address, index: u32, bounds: Bounds) -> Result<Address, Error> {
        let TyData::Aggregate { name, .. } = address.ty.data() else {
            return Err(self.internal(format!("field {index} of {:?}", address.ty)));
        };
        let aggregate = self.unit.shared.layouts.aggregate(*name);
        let Some(field) = aggregate.and_then(|aggregate| aggregate.fields.get(index as usize)) else {
            return Err(self.internal(format!("`{name}` has no field {index}")));
        };
        let types = self.unit.types;
        let pointer = self.unit.builder.offset(&types, address.pointer, field.offset, bounds);
        Ok(Address { pointer, ty: field.ty, align: align_at(address.align, field.offset) })
    }

    fn indexed(
        &mut self,
        address: Address,
        ty: Ty,
        local: hubbub_mir::LocalId,
        bounds: Bounds,
    ) -> Result<Address, Error> {
        let index = self.read_local(local)?;
        let element = self.unit.memory_type(ty);
        let pointer = self.unit.builder.element(element, address.pointer, index, bounds);
        // A vector's size may be more than LLVM's: aggregates and arrays never are.
        Ok(Address { pointer, ty, align: align_at(address.align, ty.size()).max(1) })
    }

    /// The scalar that a place holds.
    pub(super) fn load_place(&mut self, place: Place) -> Result<Value, Error> {
        if let (PlaceBase::Local(local), []) = (place.base, self.body.path(place)) {
            return self.read_local(local);
        }
        let address = self.address(place)?;
        Ok(self.load_scalar(address))
    }

    /// Loads a scalar into a register.
    pub(super) fn load_scalar(&mut self, address: Address) -> Value {
        let memory = self.unit.memory_type(address.ty);
        let value = self.unit.builder.load(memory, address.pointer, address.align);
        self.register_of_memory(value, address.ty)
    }

    /// Stores a register.
    pub(super) fn store_scalar(&mut self, value: Value, address: Address) {
        let value = self.memory_of_register(value, address.ty);
        self.unit.builder.store(value, address.pointer, address.align);
    }

    /// Bools are bytes in memory and bits in registers.
    pub(super) fn register_of_memory(&mut self, value: Value, ty: Ty) -> Value {
        match is_bool(ty) {
            true => self.unit.builder.cast(Opcode::LLVMTrunc, value, self.register_type(ty)),
            false => value,
        }
    }

    pub(super) fn memory_of_register(&mut self, value: Value, ty: Ty) -> Value {
        match is_bool(ty) {
            true => self.unit.builder.cast(Opcode::LLVMZExt, value, self.unit.memory_type(ty)),
            false => value,
        }
    }

    /// Assigns a scalar to a place.
    pub(super) fn assign_scalar(&mut self, place: Place, value: Value) -> Result<(), Error> {
        if let (PlaceBase::Local(local), []) = (place.base, self.body.path(place))
            && let Storage::Register(register) = &mut self.locals[local]
        {
            *register = Some(value);
            return Ok(());
        }
        let address = self.address(place)?;
        self.store_scalar(value, address);
        Ok(())
    }

    /// Copies an aggregate; both places may be the same.
    pub(super) fn copy_aggregate(&mut self, to: Address, from: Address) {
        let bytes = self.unit.types.const_i64(to.ty.size());
        if to.ty.size() > 0 && to.pointer != from.pointer {
            self.unit.builder.memory_copy(to.pointer, to.align, from.pointer, from.align, bytes);
        }
    }

    /// An aggregate operand in memory that is only read: its own place, or a constant.
    pub(super) fn operand_address(&mut self, operand: Operand) -> Result<Address, Error> {
        match operand {
            Operand::Copy(place) => {
                if let (PlaceBase::Local(local), []) = (place.base, self.body.path(place))
                    && let Storage::Register(_) = self.locals[local]
                {
                    let value = self.read_local(local)?;
                    return Ok(self.spill(value, self.body.locals[local].ty));
                }
                self.address(place)
            }
            Operand::Constant(constant) => self.constant_address(constant),
        }
    }

    /// A register in memory of its own.
    pub(super) fn spill(&mut self, value: Value, ty: Ty) -> Address {
        let address = self.temporary(ty);
        self.store_scalar(value, address);
        address
    }

    /// Memory of its own, with unspecified contents.
    pub(super) fn temporary(&mut self, ty: Ty) -> Address {
        Address { pointer: self.alloca(ty), ty, align: ty.align().max(1) }
    }
}
