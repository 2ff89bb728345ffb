//! Places and operands: registers, or addresses.

use hubbub_mir::{Constant, LocalId, Operand, Place, PlaceBase, Projection, Ty, TyData};

use super::{Decoded, Decoder, Home, unsupported};
use crate::code::{Op, R};
use crate::memory::advance;
use crate::scalar::Scalar;

/// Where a value is.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    /// In a register (and the next, if it is wide).
    Register(R, Scalar),
    /// In memory.
    Memory(At),
}

/// An address: what a register holds, plus an index times a scale, plus an offset.
#[derive(Clone, Copy, Debug)]
pub struct At {
    address: R,
    index: Option<(R, u64)>,
    offset: u64,
}

impl At {
    fn new(address: R) -> Self {
        Self { address, index: None, offset: 0 }
    }
}

impl Decoder<'_, '_> {
    /// Where a place is, and its type.
    pub(super) fn place(&mut self, place: Place) -> Decoded<(Spot, Ty)> {
        let path = self.body.path(place);
        let (mut spot, mut ty) = match place.base {
            PlaceBase::Local(local) => match (self.homes.get(local).copied(), self.local_ty(local)) {
                (Some(Home::Register(register, scalar)), Some(ty)) => (Spot::Register(register, scalar), ty),
                (Some(Home::Memory { address, .. }), Some(ty)) => (Spot::Memory(At::new(address)), ty),
                _ => return unsupported("a local that is not there"),
            },
            PlaceBase::Global { symbol, ty } => match self.world.global(symbol)? {
                Some(address) => (Spot::Memory(At::new(self.constant_register(address)?)), ty),
                None => {
                    self.fail(format!("the variable `{symbol}` is foreign"));
                    (Spot::Memory(At::new(self.constant_register(0)?)), ty)
                }
            },
        };
        for step in path {
            (spot, ty) = self.step(spot, ty, *step)?;
        }
        Ok((spot, ty))
    }

    fn step(&mut self, spot: Spot, ty: Ty, step: Projection) -> Decoded<(Spot, Ty)> {
        if let Projection::Deref(to) = step {
            let register = match spot {
                Spot::Register(register, _) => register,
                Spot::Memory(at) => {
                    let register = self.temporary()?;
                    self.load(Scalar::Pointer, register, at)?;
                    register
                }
            };
            return Ok((Spot::Memory(At::new(register)), to));
        }
        let Spot::Memory(mut at) = spot else { return unsupported("a part of a scalar") };
        match (step, ty.data()) {
            (Projection::Field(number), TyData::Aggregate { name, .. }) => {
                let aggregate = self.world.aggregate(*name);
                match aggregate.as_ref().and_then(|it| it.fields.get(number as usize)) {
                    Some(field) => {
                        at.offset = at.offset.saturating_add(field.offset);
                        Ok((Spot::Memory(at), field.ty))
                    }
                    None => unsupported(format!("`{name}` has no field {number}")),
                }
            }
            (Projection::ConstantIndex(index), TyData::Array { element, .. } | TyData::Vector { element, .. }) => {
                at.offset = at.offset.saturating_add(index.saturating_mul(element.size()));
                Ok((Spot::Memory(at), *element))
            }
            (Projection::Index(local), TyData::Array { element, .. } | TyData::Vector { element, .. }) => {
                Ok((Spot::Memory(self.indexed(at, local, *element)?), *element))
            }
            (Projection::Step(local), _) => Ok((Spot::Memory(self.indexed(at, local, ty)?), ty)),
            _ => unsupported("a step that its type does not have"),
        }
    }

    fn indexed(&mut self, at: At, index: LocalId, element: Ty) -> Decoded<At> {
        let mut at = at;
        if at.index.is_some() {
            at = At::new(self.address(at)?);
        }
        let index = self.local_value(index)?;
        at.index = Some((index, element.size()));
        Ok(at)
    }

    /// The register with a scalar local's value.
    pub(super) fn local_value(&mut self, local: LocalId) -> Decoded<R> {
        match self.homes.get(local).copied() {
            Some(Home::Register(register, _)) => Ok(register),
            Some(Home::Memory { address, .. }) => {
                let scalar = self.local_ty(local).and_then(Scalar::of);
                let Some(scalar) = scalar else { return unsupported("a local that is no scalar") };
                let register = self.temporary_for(scalar)?;
                self.load(scalar, register, At::new(address))?;
                Ok(register)
            }
            None => unsupported("a local that is not there"),
        }
    }

    /// A register with the address itself.
    pub(super) fn address(&mut self, at: At) -> Decoded<R> {
        let at = self.without_big_parts(at)?;
        match at.index {
            None if at.offset == 0 => Ok(at.address),
            None => {
                let dst = self.temporary()?;
                self.emit(Op::Lea { dst, address: at.address, offset: at.offset as i64 });
                Ok(dst)
            }
            Some((index, scale)) => {
                let dst = self.temporary()?;
                let (scale, offset) = (scale as u32, at.offset as u32);
                self.emit(Op::LeaIndex { dst, address: at.address, index, scale, offset });
                Ok(dst)
            }
        }
    }

    /// The same address with scale and offset that fit 32 bits.
    fn without_big_parts(&mut self, at: At) -> Decoded<At> {
        if at.offset > u64::from(u32::MAX) || at.index.is_some_and(|(_, scale)| scale > u64::from(u32::MAX)) {
            return unsupported("a value that is too large to be interpreted");
        }
        Ok(at)
    }

    /// The address with nothing but a register and an offset.
    fn plain(&mut self, at: At) -> Decoded<(R, u32)> {
        let at = self.without_big_parts(at)?;
        match at.index {
            None => Ok((at.address, at.offset as u32)),
            Some(_) => Ok((self.address(at)?, 0)),
        }
    }

    /// Loads a scalar into a register.
    pub(super) fn load(&mut self, scalar: Scalar, dst: R, at: At) -> Decoded<()> {
        let at = self.without_big_parts(at)?;
        let offset = at.offset as u32;
        if let Some((index, scale)) = at.index {
            match scalar {
                _ if scale != u64::from(scalar.size()) => {}
                Scalar::I64 | Scalar::U64 | Scalar::Pointer | Scalar::F64 => {
                    self.emit(Op::LoadIndex64 { dst, address: at.address, index, offset });
                    return Ok(());
                }
                Scalar::U8 => {
                    self.emit(Op::LoadIndexU8 { dst, address: at.address, index, offset });
                    return Ok(());
                }
                _ => {}
            }
        }
        let (address, offset) = self.plain(at)?;
        self.emit(match scalar {
            Scalar::I64 | Scalar::U64 | Scalar::Pointer | Scalar::F64 => Op::Load64 { dst, address, offset },
            Scalar::U8 => Op::LoadU8 { dst, address, offset },
            Scalar::U32 | Scalar::F32 => Op::LoadU32 { dst, address, offset },
            Scalar::I32 => Op::LoadI32 { dst, address, offset },
            _ => Op::Load { scalar, dst, address, offset },
        });
        Ok(())
    }

    /// Stores a register at the address in a register.
    pub(super) fn store(&mut self, scalar: Scalar, value: R, address: R, offset: u32) {
        self.emit(match scalar {
            Scalar::I64 | Scalar::U64 | Scalar::F64 => Op::Store64 { value, address, offset },
            Scalar::Pointer => Op::StorePointer { value, address, offset },
            Scalar::U8 | Scalar::I8 => Op::Store8 { value, address, offset },
            Scalar::U32 | Scalar::I32 | Scalar::F32 => Op::Store32 { value, address, offset },
            _ => Op::Store { scalar, value, address, offset },
        });
    }

    /// Stores a register in memory.
    pub(super) fn store_at(&mut self, scalar: Scalar, value: R, at: At) -> Decoded<()> {
        let at = self.without_big_parts(at)?;
        let offset = at.offset as u32;
        if let Some((index, scale)) = at.index {
            match scalar {
                _ if scale != u64::from(scalar.size()) => {}
                Scalar::I64 | Scalar::U64 | Scalar::F64 => {
                    self.emit(Op::StoreIndex64 { value, address: at.address, index, offset });
                    return Ok(());
                }
                Scalar::U8 | Scalar::I8 => {
                    self.emit(Op::StoreIndex8 { value, address: at.address, index, offset });
                    return Ok(());
                }
                _ => {}
            }
        }
        let (address, offset) = self.plain(at)?;
        self.store(scalar, value, address, offset);
        Ok(())
    }

    /// The register with a scalar operand, and its type.
    pub(super) fn scalar_operand(&mut self, operand: Operand) -> Decoded<(R, Scalar)> {
        match operand {
            Operand::Copy(place) => {
                let (spot, ty) = self.place(place)?;
                match (spot, Scalar::of(ty)) {
                    (Spot::Register(register, scalar), _) => Ok((register, scalar)),
                    (Spot::Memory(at), Some(scalar)) => {
                        let register = self.temporary_for(scalar)?;
                        self.load(scalar, register, at)?;
                        Ok((register, scalar))
                    }
                    (Spot::Memory(_), None) => unsupported("an operand that is no scalar"),
                }
            }
            Operand::Constant(_) => {
                let Some(scalar) = Scalar::of(self.operand_ty(operand)?) else {
                    return unsupported("an operand that is no scalar");
                };
                let (low, high) = self.scalar_constant(operand, scalar)?;
                if scalar.is_wide() {
                    let register = self.new_register(low)?;
                    self.new_register(high)?;
                    return Ok((register, scalar));
                }
                Ok((self.constant_register(low)?, scalar))
            }
        }
    }

    /// A scalar constant's registers.
    fn scalar_constant(&mut self, operand: Operand, scalar: Scalar) -> Decoded<(u64, u64)> {
        let Operand::Constant(id) = operand else { return unsupported("no constant") };
        match self.body.constants.get(id) {
            Some(Constant::Int { value, .. }) => Ok(crate::arith::split(scalar, *value)),
            Some(Constant::Float { bits, .. }) => Ok((*bits, 0)),
            Some(Constant::Zero(_)) => Ok((0, 0)),
            Some(Constant::Uninit(_)) => {
                self.fail("an uninitialised value is used");
                Ok((0, 0))
            }
            Some(Constant::Procedure { symbol, .. }) => match self.world.procedure(*symbol) {
                Some(number) => Ok((self.world.procedure_address(number)?, 0)),
                None => unsupported(format!("the procedure `{symbol}` is not there")),
            },
            Some(Constant::GlobalAddress { symbol, offset, .. }) => {
                let start = self.world.global(*symbol)?;
                let offset = i64::try_from(*offset).unwrap_or(i64::MAX);
                match start.and_then(|start| advance(start, offset)) {
                    Some(address) => Ok((address, 0)),
                    None => {
                        self.fail(format!("the variable `{symbol}` is foreign"));
                        Ok((0, 0))
                    }
                }
            }
            None => unsupported("a constant that is not there"),
        }
    }

    /// A register with the address of a value that is no scalar; it stays what it is until the end of the statement.
    pub(super) fn memory_operand(&mut self, operand: Operand) -> Decoded<R> {
        match operand {
            Operand::Copy(place) => match self.place(place)?.0 {
                Spot::Memory(at) => self.address(at),
                Spot::Register(..) => unsupported("an operand that is a scalar"),
            },
            Operand::Constant(id) => {
                let size = self.operand_ty(operand)?.size();
                if let Some(Constant::Uninit(_)) = self.body.constants.get(id) {
                    let (register, slot) = self.new_slot(size, false)?;
                    self.emit(Op::Live { slot });
                    return Ok(register);
                }
                let address = self.world.zeros(size)?;
                self.constant_register(address)
            }
        }
    }
}
