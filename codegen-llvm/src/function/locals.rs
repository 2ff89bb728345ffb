//! Decides which locals need memory, and sets parameters, results and stack slots up.
//!
//! A scalar that is assigned once and read only later in the same block is a register from the start: at -O0 that saves a
//! store and loads for nearly every temporary, from -O1 on it saves work of the optimiser.

use hubbub_base::Table;
use hubbub_base::table::Run;
use hubbub_mir::{
    Block, Body, Callee, Local, LocalId, Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator, Ty,
};

use super::{Address, FunctionBuilder, Storage};
use crate::abi::{ContextPass, Pass};
use crate::llvm::Value;

/// What the uses of a local say so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Not assigned yet.
    None,
    /// Assigned in that block, read only there and later.
    In(Block),
    /// Needs memory; a parameter, which is never assigned, can do without.
    Memory,
    /// Needs an address: it is taken, or a part of the local is used.
    Address,
}

/// Finds the locals that can do without memory.
struct Uses<'a> {
    body: &'a Body,
    uses: Table<LocalId, Use>,
    block: Block,
}

/// What the locals need: memory, but for the single-assignment scalars of one block. `keep` says what must stay.
fn uses_of_locals(body: &Body, keep: impl Fn(&Local) -> bool) -> Table<LocalId, Use> {
    let start = |local: &Local| if !local.ty.is_scalar() || keep(local) { Use::Memory } else { Use::None };
    let uses = body.locals.iter().map(start).collect();
    let mut finder = Uses { body, uses, block: Block(0) };
    for local in &body.results {
        finder.memory(*local);
    }
    for (block, data) in body.blocks.iter_ids() {
        finder.block = block;
        data.statements.iter().for_each(|(statement, _)| finder.statement(statement));
        finder.terminator(&data.terminator);
    }
    finder.uses
}

impl Uses<'_> {
    fn memory(&mut self, local: LocalId) {
        if self.uses[local] != Use::Address {
            self.uses[local] = Use::Memory;
        }
    }

    fn address(&mut self, local: LocalId) {
        self.uses[local] = Use::Address;
    }

    fn read(&mut self, local: LocalId) {
        if self.uses[local] != Use::In(self.block) {
            self.memory(local);
        }
    }

    fn assign(&mut self, local: LocalId) {
        match self.uses[local] {
            Use::None => self.uses[local] = Use::In(self.block),
            _ => self.memory(local),
        }
    }

    /// Reads the steps of a path, and its base unless the place is a whole local: that one is returned.
    fn path(&mut self, place: Place) -> Option<LocalId> {
        let path = self.body.path(place);
        for step in path {
            if let Projection::Index(local) | Projection::Step(local) = step {
                self.read(*local);
            }
        }
        let PlaceBase::Local(local) = place.base else { return None };
        match path.first() {
            None => return Some(local),
            Some(Projection::Deref(_)) => self.read(local),
            Some(_) => self.address(local),
        }
        None
    }

    fn read_place(&mut self, place: Place) {
        if let Some(local) = self.path(place) {
            self.read(local);
        }
    }

    fn write_place(&mut self, place: Place) {
        if let Some(local) = self.path(place) {
            self.assign(local);
        }
    }

    fn operand(&mut self, operand: Operand) {
        if let Operand::Copy(place) = operand {
            self.read_place(place);
        }
    }

    fn operands(&mut self, run: Run) {
        for operand in self.body.operands(run) {
            self.operand(*operand);
        }
    }

    fn rvalue(&mut self, rvalue: &Rvalue) {
        match rvalue {
            Rvalue::Use(a) | Rvalue::Unary(_, a) | Rvalue::Cast(_, a, _) => self.operand(*a),
            Rvalue::Binary(_, a, b) => {
                self.operand(*a);
                self.operand(*b);
            }
            Rvalue::AddressOf(place, _) => {
                if let Some(local) = self.path(*place) {
                    self.address(local);
                }
            }
        }
    }

    fn callee(&mut self, callee: &Callee) {
        if let Callee::Pointer { operand, .. } = callee {
            self.operand(*operand);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Assign(place, rvalue) => {
                self.rvalue(rvalue);
                self.write_place(*place);
            }
            Statement::Call { callee, arguments, results, context } => {
                self.callee(callee);
                self.operands(*arguments);
                context.iter().for_each(|local| self.read(*local));
                for place in self.body.places(*results) {
                    self.write_place(*place);
                }
            }
            Statement::Check { operands, context, .. } => {
                self.operands(*operands);
                context.iter().for_each(|local| self.read(*local));
            }
            Statement::StorageLive(_) | Statement::StorageDead(_) => {}
        }
    }

    fn terminator(&mut self, terminator: &Terminator) {
        match terminator {
            Terminator::Branch { condition: operand, .. } | Terminator::Switch { value: operand, .. } => {
                self.operand(*operand);
            }
            Terminator::TailCall { callee, arguments, context } => {
                self.callee(callee);
                self.operands(*arguments);
                context.iter().for_each(|local| self.read(*local));
            }
            Terminator::Goto(_) | Terminator::Return | Terminator::Unreachable => {}
        }
    }
}

impl FunctionBuilder<'_, '_> {
    /// Parameters, results and stack slots.
    pub(super) fn set_up_locals(&mut self) {
        let body = self.body;
        let keeps_names = self.unit.keeps_named_locals();
        let uses = uses_of_locals(body, |local| keeps_names && local.name.is_some());
        self.locals = body.locals.iter().map(|_| Storage::Register(None)).collect();
        let mut is_set = vec![false; body.locals.len()];
        let mut mark = |local: LocalId| {
            if let Some(flag) = is_set.get_mut(local.0 as usize) {
                *flag = true;
            }
        };
        body.parameters.iter().chain(&body.context).for_each(|local| mark(*local));
        self.set_up_parameters(&uses);
        for local in self.set_up_results() {
            mark(local);
        }
        for (local, data) in body.locals.iter_ids() {
            let needs_memory = matches!(uses[local], Use::Memory | Use::Address);
            if is_set.get(local.0 as usize) != Some(&true) && needs_memory {
                let pointer = self.alloca(data.ty);
                self.name_value(pointer, local);
                self.locals[local] = Storage::Memory(pointer);
                self.declare_local(local, pointer, false);
            }
        }
    }

    fn set_up_parameters(&mut self, uses: &Table<LocalId, Use>) {
        let prototype = self.prototype.clone();
        let mut next = 0;
        if prototype.convention.context != ContextPass::None {
            let context = self.function.parameter(next);
            next += 1;
            if let Some(local) = self.body.context {
                self.name_value(context, local);
                self.locals[local] = Storage::Register(Some(context));
                self.show_register(local, context, false);
            }
        }
        for pass in &prototype.convention.results {
            let pointer = (*pass == Pass::Reference).then(|| self.function.parameter(next));
            next += usize::from(pointer.is_some());
            self.result_pointers.push(pointer);
        }
        for (local, pass) in self.body.parameters.iter().zip(&prototype.convention.parameters) {
            next = self.set_up_parameter(*local, pass, next, uses[*local]);
        }
    }

    /// Takes the LLVM parameters of one parameter from number `next` on; gives the number of the first that is left.
    fn set_up_parameter(&mut self, local: LocalId, pass: &Pass, next: usize, found: Use) -> usize {
        let ty = self.body.locals[local].ty;
        let has_name = self.body.locals[local].name.is_some();
        match pass {
            Pass::Reference | Pass::Copy | Pass::Stack { .. } => {
                let given = self.function.parameter(next);
                let pointer = if self.tail_calls.is_reassigned(local) { self.own_copy(local, given) } else { given };
                self.name_value(pointer, local);
                self.locals[local] = Storage::Memory(pointer);
                self.show_register(local, pointer, true);
                next + 1
            }
            Pass::Pieces(pieces) if ty.is_scalar() && pieces.len() == 1 => {
                let value = self.function.parameter(next);
                self.name_value(value, local);
                let value = self.register_of_piece(value, ty);
                let must_show = self.unit.keeps_named_locals() && has_name;
                if must_show || self.tail_calls.is_reassigned(local) || found == Use::Address {
                    let pointer = self.alloca(ty);
                    self.store_in_entry(value, Address { pointer, ty, align: ty.align() });
                    self.locals[local] = Storage::Memory(pointer);
                    self.declare_local(local, pointer, false);
                } else {
                    self.locals[local] = Storage::Register(Some(value));
                }
                next + 1
            }
            Pass::Pieces(pieces) => {
                let values: Vec<_> = (next..next + pieces.len()).map(|index| self.function.parameter(index)).collect();
                self.set_up_aggregate(local, pieces, &values);
                next + pieces.len()
            }
            Pass::Array(pieces) => {
                let array = self.function.parameter(next);
                let count = pieces.len();
                let values: Vec<_> = (0..count).map(|index| self.unit.entry.extract_value(array, index)).collect();
                self.set_up_aggregate(local, pieces, &values);
                next + 1
            }
            Pass::Nothing => {
                let pointer = self.alloca(ty);
                self.locals[local] = Storage::Memory(pointer);
                next
            }
        }
    }

    fn set_up_aggregate(&mut self, local: LocalId, pieces: &[crate::abi::Piece], values: &[Value]) {
        let ty = self.body.locals[local].ty;
        let pointer = self.alloca(ty);
        self.name_value(pointer, local);
        let address = Address { pointer, ty, align: ty.align() };
        for (piece, value) in pieces.iter().zip(values) {
            self.store_piece_in_entry(address, *piece, *value);
        }
        self.locals[local] = Storage::Memory(pointer);
        self.declare_local(local, pointer, false);
    }

    /// Keeps a parameter's register in memory, where debuggers find it; `is_indirect` if the value is behind it.
    fn show_register(&mut self, local: LocalId, register: Value, is_indirect: bool) {
        if !self.unit.keeps_named_locals() || self.body.locals[local].name.is_none() {
            return;
        }
        let slot = self.alloca(Ty::pointer());
        self.unit.entry.store(register, slot, 8);
        self.declare_local(local, slot, is_indirect);
    }

    /// Results that go to memory live there from the start; returns those that have their storage now.
    fn set_up_results(&mut self) -> Vec<LocalId> {
        let mut done: Vec<LocalId> = Vec::new();
        for (local, pointer) in self.body.results.iter().zip(self.result_pointers.clone()) {
            let is_parameter = self.body.parameters.contains(local);
            if let Some(pointer) = pointer.filter(|_| !is_parameter && !done.contains(local)) {
                self.name_value(pointer, *local);
                self.locals[*local] = Storage::Memory(pointer);
                self.show_register(*local, pointer, true);
                done.push(*local);
            }
        }
        done
    }

    fn name_value(&self, value: Value, local: LocalId) {
        if let Some(name) = self.body.locals[local].name.filter(|_| self.unit.has_names) {
            value.set_name(name.as_str());
        }
    }
}
