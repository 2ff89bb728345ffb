//! Calls of procedures; intrinsics have their own file.

use std::rc::Rc;

use hubbub_base::table::Run;
use hubbub_mir::{Callee, LocalId, Operand, Place, PlaceBase, Ty, TyData};

use super::{Address, FunctionBuilder, Storage};
use crate::abi::{ContextPass, Pass, Piece};
use crate::llvm::Value;
use crate::llvm::attributes::{Attribute, Position};
use crate::options::Error;
use crate::unit::{Prototype, gives_memory};

/// A callee, ready to be called.
pub(super) struct Target {
    pub value: Value,
    pub prototype: Rc<Prototype>,
}

impl FunctionBuilder<'_, '_> {
    pub(super) fn call(
        &mut self,
        callee: &Callee,
        arguments: Run,
        results: Run,
        context: Option<LocalId>,
    ) -> Result<(), Error> {
        if let Callee::Intrinsic(intrinsic) = callee {
            return self.intrinsic(*intrinsic, arguments, results);
        }
        let target = self.callee(callee, arguments)?;
        let places = self.body.places(results);
        let (pointers, pending) = self.result_memory(&target.prototype, arguments, places)?;
        let values = self.arguments(&target, arguments, context, &pointers)?;
        let call = self.emit_call(&target, &values);
        if let Callee::Direct { symbol, .. } = callee
            && gives_memory(*symbol)
        {
            call.add_call_attribute(Position::Function, Attribute::NoBuiltin.make(&self.unit.types));
        }
        self.take_results(&target.prototype, call, places)?;
        for (place, temporary) in pending {
            if temporary.ty.is_scalar() {
                let value = self.load_scalar(temporary);
                self.assign_scalar(place, value)?;
            } else {
                let to = self.address(place)?;
                self.copy_aggregate(to, temporary);
            }
        }
        Ok(())
    }

    pub(super) fn callee(&mut self, callee: &Callee, arguments: Run) -> Result<Target, Error> {
        match *callee {
            Callee::Direct { symbol, ty } => {
                let value = self.unit.procedure(symbol);
                Ok(Target { value, prototype: self.call_prototype(ty, arguments) })
            }
            Callee::Pointer { operand, ty } => {
                let value = self.operand(operand)?;
                Ok(Target { value, prototype: self.call_prototype(ty, arguments) })
            }
            Callee::Intrinsic(_) => Err(self.internal("a tail call of an intrinsic")),
        }
    }

    /// The prototype of a call: C's variadic arguments are part of it.
    fn call_prototype(&mut self, ty: Ty, arguments: Run) -> Rc<Prototype> {
        let TyData::Procedure(signature) = ty.data() else { return self.unit.prototype(ty) };
        let fixed = signature.parameters.len();
        if !signature.is_variadic || arguments.length as usize <= fixed {
            return self.unit.prototype(ty);
        }
        let operands = self.body.operands(arguments).iter().skip(fixed);
        let extra: Vec<_> = operands.map(|operand| promoted(self.operand_ty(*operand))).collect();
        Rc::new(Prototype::new(self.unit, ty, &extra))
    }

    /// Memory for the results that need some: their places, or temporaries that are copied after the call.
    #[allow(clippy::type_complexity, reason = "used once")]
    fn result_memory(
        &mut self,
        prototype: &Prototype,
        arguments: Run,
        places: &[Place],
    ) -> Result<(Vec<Value>, Vec<(Place, Address)>), Error> {
        let (mut pointers, mut pending) = (Vec::new(), Vec::new());
        for (index, pass) in prototype.convention.results.iter().enumerate() {
            if *pass != Pass::Reference {
                continue;
            }
            let ty = prototype.result_types.get(index).copied().unwrap_or_else(Ty::i64);
            match places.get(index) {
                Some(place) if self.can_receive(*place, arguments) => pointers.push(self.address(*place)?.pointer),
                place => {
                    let temporary = self.temporary(ty);
                    pointers.push(temporary.pointer);
                    pending.extend(place.map(|place| (*place, temporary)));
                }
            }
        }
        Ok((pointers, pending))
    }

    /// Whether the callee may write the place directly: it has an address, and no argument is read through it.
    fn can_receive(&self, place: Place, arguments: Run) -> bool {
        if let (PlaceBase::Local(local), []) = (place.base, self.body.path(place))
            && let Storage::Register(_) = self.locals[local]
        {
            return false;
        }
        let shares = |operand: &Operand| matches!(operand, Operand::Copy(other) if other.base == place.base && !self.operand_ty(*operand).is_scalar());
        !self.body.operands(arguments).iter().any(shares)
    }

    /// LLVM's arguments: the context, memory for results, then each argument in its pieces.
    pub(super) fn arguments(
        &mut self,
        target: &Target,
        arguments: Run,
        context: Option<LocalId>,
        pointers: &[Value],
    ) -> Result<Vec<Value>, Error> {
        let mut values = Vec::with_capacity(arguments.length as usize + 2);
        if target.prototype.convention.context != ContextPass::None {
            values.push(self.context(context)?);
        }
        values.extend(pointers);
        let operands = self.body.operands(arguments);
        let passes = target.prototype.convention.parameters.iter().zip(&target.prototype.parameter_types);
        if operands.len() != passes.len() {
            return Err(self.internal("a call has not as many arguments as its procedure parameters"));
        }
        for (operand, (pass, ty)) in operands.iter().zip(passes) {
            self.argument(*operand, pass, *ty, &mut values)?;
        }
        Ok(values)
    }

    fn argument(&mut self, operand: Operand, pass: &Pass, ty: Ty, values: &mut Vec<Value>) -> Result<(), Error> {
        match pass {
            Pass::Nothing => {}
            Pass::Pieces(pieces) if ty.is_scalar() => {
                let own = self.operand_ty(operand);
                let value = self.operand(operand)?;
                let value = self.promote(value, own, ty);
                let piece = pieces.first().copied();
                values.push(piece.map_or(value, |piece| self.piece_of_register(value, ty, piece)));
            }
            Pass::Pieces(pieces) => {
                let address = self.operand_address(operand)?;
                values.extend(pieces.iter().map(|piece| self.load_piece(address, *piece)).collect::<Vec<_>>());
            }
            Pass::Array(pieces) => {
                let address = self.operand_address(operand)?;
                values.push(self.load_array(address, pieces));
            }
            Pass::Reference | Pass::Stack { .. } => {
                let address = self.operand_address(operand)?;
                values.push(self.at_least_aligned(address, ty).pointer);
            }
            Pass::Copy => {
                let from = self.operand_address(operand)?;
                let copy = self.temporary(ty);
                self.copy_aggregate(copy, from);
                values.push(copy.pointer);
            }
        }
        Ok(())
    }

    /// A field of a packed struct may lie anywhere; what goes by reference is aligned.
    fn at_least_aligned(&mut self, address: Address, ty: Ty) -> Address {
        if address.align >= ty.align() {
            return address;
        }
        let copy = self.temporary(ty);
        self.copy_aggregate(copy, address);
        copy
    }

    fn load_array(&mut self, address: Address, pieces: &[Piece]) -> Value {
        let element = pieces.first().map_or(self.unit.types.i8, |piece| self.unit.scalar_type(piece.scalar));
        let start = element.array(pieces.len() as u64).poison();
        pieces.iter().enumerate().fold(start, |all, (index, piece)| {
            let value = self.load_piece(address, *piece);
            self.unit.builder.insert_value(all, value, index)
        })
    }

    /// C's promotions of variadic arguments.
    fn promote(&mut self, value: Value, own: Ty, wanted: Ty) -> Value {
        use crate::llvm::builder::Opcode;
        if own == wanted || value.ty() == self.register_type(wanted) {
            return value;
        }
        let opcode = match own.data() {
            TyData::Float { .. } => Opcode::LLVMFPExt,
            _ if own.is_signed() => Opcode::LLVMSExt,
            _ => Opcode::LLVMZExt,
        };
        self.unit.builder.cast(opcode, value, self.register_type(wanted))
    }

    pub(super) fn emit_call(&mut self, target: &Target, values: &[Value]) -> Value {
        let prototype = &target.prototype;
        let call = self.unit.builder.call(prototype.ty, target.value, values);
        call.set_call_convention(prototype.convention.number);
        for (position, attribute) in &prototype.attributes {
            call.add_call_attribute(*position, *attribute);
        }
        call
    }

    /// Stores what came back in registers.
    fn take_results(&mut self, prototype: &Prototype, call: Value, places: &[Place]) -> Result<(), Error> {
        let pieces: Vec<_> = prototype.result_pieces().collect();
        let is_single = prototype.has_single_result();
        for (number, (index, piece)) in pieces.iter().enumerate() {
            let (Some(place), Some(ty)) = (places.get(*index), prototype.result_types.get(*index)) else { continue };
            let value = if is_single { call } else { self.unit.builder.extract_value(call, number) };
            if ty.is_scalar() {
                let value =
                    if value.ty() == self.register_type(*ty) { value } else { self.register_of_memory(value, *ty) };
                self.assign_scalar(*place, value)?;
            } else {
                let address = self.address(*place)?;
                self.store_piece(address, *piece, value);
            }
        }
        Ok(())
    }
}

/// The type that C gives a variadic argument.
fn promoted(ty: Ty) -> Ty {
    match ty.data() {
        TyData::Float { bits: 16 | 32 } => Ty::new(TyData::Float { bits: 64 }),
        TyData::Bool | TyData::Int { bits: 8 | 16, .. } | TyData::Enum { bits: 8 | 16, .. } => Ty::int(32, true),
        _ => ty,
    }
}
