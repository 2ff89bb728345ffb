//! How blocks end.

use hubbub_base::table::Run;
use hubbub_mir::{Block, LocalId, Operand, Terminator};

use super::FunctionBuilder;
use crate::abi::Pass;
use crate::llvm::Value;
use crate::llvm::builder::IntCompare;
use crate::options::Error;

/// At -O0 switches of so few cases are chains of comparisons: the fast instruction selector knows no switch.
const CHAIN_CASES_MAX: usize = 4;

impl FunctionBuilder<'_, '_> {
    pub(super) fn terminator(&mut self, terminator: &Terminator) -> Result<(), Error> {
        match *terminator {
            Terminator::Goto(block) => self.unit.builder.branch(self.blocks[block]),
            Terminator::Branch { condition, then, otherwise } => {
                let condition = self.operand(condition)?;
                self.conditional(condition, then, otherwise);
            }
            Terminator::Switch { value, cases, otherwise } => self.switch(value, cases, otherwise)?,
            Terminator::Return => self.return_results()?,
            Terminator::TailCall { callee, arguments, context } => self.tail_call(&callee, arguments, context)?,
            Terminator::Unreachable => self.unit.builder.unreachable(),
        }
        Ok(())
    }

    fn conditional(&mut self, condition: Value, then: Block, otherwise: Block) {
        let branch = self.unit.builder.conditional_branch(condition, self.blocks[then], self.blocks[otherwise]);
        match (self.body.blocks[then].is_cold, self.body.blocks[otherwise].is_cold) {
            (true, false) => self.unit.set_unlikely(branch, true),
            (false, true) => self.unit.set_unlikely(branch, false),
            _ => {}
        }
    }

    fn switch(&mut self, value: Operand, cases: Run, otherwise: Block) -> Result<(), Error> {
        let value = self.operand(value)?;
        let cases = self.body.cases(cases);
        if !self.unit.shared.options.level.optimizes() {
            if cases.len() <= CHAIN_CASES_MAX {
                self.compare_chain(value, cases, otherwise);
                return Ok(());
            }
            self.leave_fast_selection("switch");
        }
        let ty = value.ty();
        let cases: Vec<_> = cases.iter().map(|(case, block)| (ty.wide_int(*case), self.blocks[*block])).collect();
        self.unit.builder.switch(value, self.blocks[otherwise], &cases);
        Ok(())
    }

    /// Goes on in a block of its own: the slow instruction selector takes over there, and sees nothing else.
    fn leave_fast_selection(&mut self, name: &str) {
        let alone = self.append_block(name);
        self.unit.builder.branch(alone);
        self.unit.builder.position_at_end(alone);
    }

    fn compare_chain(&mut self, value: Value, cases: &[(i128, Block)], otherwise: Block) {
        for (case, block) in cases {
            let next = self.append_block("case");
            let builder = &self.unit.builder;
            let is_it = builder.int_compare(IntCompare::LLVMIntEQ, value, value.ty().wide_int(*case));
            builder.conditional_branch(is_it, self.blocks[*block], next);
            builder.position_at_end(next);
        }
        self.unit.builder.branch(self.blocks[otherwise]);
    }

    fn return_results(&mut self) -> Result<(), Error> {
        if self.unit.shared.options.level.optimizes() && !self.prototype.has_single_result() {
            if let Some(block) = self.return_block {
                self.unit.builder.branch(block);
                return Ok(());
            }
            // LLVM would merge the returns by itself, and the pieces with them into one value of which it knows nothing any more: that the
            // tag of a `Maybe` is a constant on each way, for instance. Merged here, before the pieces become one, they stay apart.
            let block = self.append_block("return");
            self.unit.builder.branch(block);
            self.unit.builder.position_at_end(block);
            self.return_block = Some(block);
        }
        let is_slow = self.prototype.convention.number != crate::abi::CONVENTION_C;
        if !self.unit.shared.options.level.optimizes() && is_slow {
            self.leave_fast_selection("return");
        }
        let mut values = Vec::new();
        let results = &self.body.results;
        for (index, local) in results.iter().enumerate() {
            match self.pass_of_result(index) {
                Pass::Pieces(pieces) if self.body.locals[*local].ty.is_scalar() => {
                    let ty = self.body.locals[*local].ty;
                    let value = self.read_local(*local)?;
                    let piece = pieces.first().copied();
                    values.push(piece.map_or(value, |piece| self.piece_of_register(value, ty, piece)));
                }
                Pass::Pieces(pieces) | Pass::Array(pieces) => {
                    let address = self.operand_address(Operand::Copy(hubbub_mir::Place::local(*local)))?;
                    values.extend(pieces.iter().map(|piece| self.load_piece(address, *piece)).collect::<Vec<_>>());
                }
                Pass::Reference => self.return_in_memory(index, *local)?,
                Pass::Nothing | Pass::Copy | Pass::Stack { .. } => {}
            }
        }
        self.return_values(&values);
        Ok(())
    }

    /// Copies a result to where the caller wants it, unless it lives there.
    fn return_in_memory(&mut self, index: usize, local: LocalId) -> Result<(), Error> {
        let Some(pointer) = self.result_pointers.get(index).copied().flatten() else { return Ok(()) };
        let ty = self.body.locals[local].ty;
        let to = super::Address { pointer, ty, align: ty.align().max(1) };
        let from = self.operand_address(Operand::Copy(hubbub_mir::Place::local(local)))?;
        self.copy_aggregate(to, from);
        Ok(())
    }

    fn return_values(&mut self, values: &[Value]) {
        let result = self.prototype.result;
        let builder = &self.unit.builder;
        match values {
            [] => builder.return_void(),
            [only] if self.prototype.has_single_result() => builder.return_value(*only),
            _ => {
                let insert = |all, (index, value): (usize, &Value)| builder.insert_value(all, *value, index);
                let all = values.iter().enumerate().fold(result.poison(), insert);
                builder.return_value(all);
            }
        }
    }
}
