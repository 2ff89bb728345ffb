//! A builder of bodies: keeps the side arrays and shares equal constants.
//!
//! What it does not do: check anything; that is [`crate::verify`]'s work. The order of its calls defines the numbering
//! of constants and side arrays, so a body that is built anew in the order of its text has the *normal* numbering
//! ([`normal_form`]), which is the one that the parser gives.

use hashbrown::HashMap;
use hubbub_base::table::Run;
use hubbub_base::{FileId, Name};

use crate::data::body::{
    BasicBlock, BinaryOp, Block, Body, Callee, CastKind, Check, Constant, ConstantId, Intrinsic, Local, LocalId,
    Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator, UnaryOp,
};
use crate::data::ty::Ty;

/// A body in the making, with a block that statements go to.
pub struct BodyBuilder {
    /// What has been built so far.
    pub body: Body,
    /// The position that the next statements get.
    pub at: u32,
    current: Option<Block>,
    seen: HashMap<Constant, ConstantId>,
}

impl BodyBuilder {
    /// An empty body.
    pub fn new(file: FileId) -> Self {
        Self { body: Body::new(file), at: 0, current: None, seen: HashMap::new() }
    }

    /// A new local; temporaries have no name.
    pub fn local(&mut self, ty: Ty, name: Option<Name>) -> LocalId {
        self.body.locals.push(Local { ty, name, at: self.at })
    }

    /// A new temporary.
    pub fn temporary(&mut self, ty: Ty) -> LocalId {
        self.local(ty, None)
    }

    /// A new local that holds the next argument.
    pub fn parameter(&mut self, ty: Ty, name: &str) -> LocalId {
        let local = self.local(ty, Some(Name::new(name)));
        self.body.parameters.push(local);
        local
    }

    /// A new local whose value is the next result.
    pub fn result(&mut self, ty: Ty) -> LocalId {
        let local = self.local(ty, None);
        self.body.results.push(local);
        local
    }

    /// A new local that holds the caller's context.
    pub fn context(&mut self) -> LocalId {
        let local = self.local(Ty::pointer(), Some(Name::new("context")));
        self.body.context = Some(local);
        local
    }

    /// A new block, unreachable at its end until [`BodyBuilder::terminate`].
    pub fn block(&mut self) -> Block {
        let at = self.at;
        self.body.blocks.push(BasicBlock {
            statements: Vec::new(),
            terminator: Terminator::Unreachable,
            terminator_at: at,
            is_cold: false,
        })
    }

    /// Lets statements go to `block`.
    pub fn switch_to(&mut self, block: Block) {
        self.current = Some(block);
    }

    /// Whether there is a current block.
    pub fn is_reachable(&self) -> bool {
        self.current.is_some()
    }

    /// A new block that statements go to.
    pub fn begin_block(&mut self) -> Block {
        let block = self.block();
        self.switch_to(block);
        block
    }

    /// The place `path` leads to from `base`.
    pub fn place(&mut self, base: PlaceBase, path: &[Projection]) -> Place {
        Place { base, path: push_run(&mut self.body.projections, path) }
    }

    /// The place `path` leads to from a local.
    pub fn local_place(&mut self, local: LocalId, path: &[Projection]) -> Place {
        self.place(PlaceBase::Local(local), path)
    }

    /// An operand with this constant.
    pub fn constant(&mut self, constant: Constant) -> Operand {
        if let Some(id) = self.seen.get(&constant) {
            return Operand::Constant(*id);
        }
        let id = self.body.constants.push(constant.clone());
        self.seen.insert(constant, id);
        Operand::Constant(id)
    }

    /// An integer constant.
    pub fn int(&mut self, ty: Ty, value: i128) -> Operand {
        self.constant(Constant::Int { ty, value })
    }

    /// What a local holds.
    pub fn copy(&self, local: LocalId) -> Operand {
        Operand::Copy(Place::local(local))
    }

    /// Adds a statement to the current block; dropped when there is none.
    pub fn statement(&mut self, statement: Statement) {
        let at = self.at;
        if let Some(block) = self.current_block() {
            block.statements.push((statement, at));
        }
    }

    /// `place = rvalue`.
    pub fn assign(&mut self, place: Place, rvalue: Rvalue) {
        self.statement(Statement::Assign(place, rvalue));
    }

    /// `local = operand`.
    pub fn set(&mut self, local: LocalId, operand: Operand) {
        self.assign(Place::local(local), Rvalue::Use(operand));
    }

    /// `local = a op b`.
    pub fn binary(&mut self, local: LocalId, op: BinaryOp, a: Operand, b: Operand) {
        self.assign(Place::local(local), Rvalue::Binary(op, a, b));
    }

    /// `local = op a`.
    pub fn unary(&mut self, local: LocalId, op: UnaryOp, a: Operand) {
        self.assign(Place::local(local), Rvalue::Unary(op, a));
    }

    /// `local = cast a to ty`.
    pub fn cast(&mut self, local: LocalId, kind: CastKind, a: Operand, ty: Ty) {
        self.assign(Place::local(local), Rvalue::Cast(kind, a, ty));
    }

    /// A call of anything.
    pub fn call(&mut self, results: &[Place], callee: Callee, arguments: &[Operand], context: Option<LocalId>) {
        let results = self.place_run(results);
        let arguments = self.operand_run(arguments);
        self.statement(Statement::Call { callee, arguments, results, context });
    }

    /// A call of an intrinsic.
    pub fn intrinsic(&mut self, results: &[Place], intrinsic: Intrinsic, arguments: &[Operand]) {
        self.call(results, Callee::Intrinsic(intrinsic), arguments, None);
    }

    /// A check.
    pub fn check(&mut self, check: Check, operands: &[Operand], context: Option<LocalId>) {
        let operands = self.operand_run(operands);
        self.statement(Statement::Check { check, operands, context });
    }

    /// Ends the current block; there is no current block then.
    pub fn terminate(&mut self, terminator: Terminator) {
        let at = self.at;
        if let Some(block) = self.current_block() {
            block.terminator = terminator;
            block.terminator_at = at;
        }
        self.current = None;
    }

    /// Ends the current block with a jump.
    pub fn goto(&mut self, block: Block) {
        self.terminate(Terminator::Goto(block));
    }

    /// Ends the current block with a switch.
    pub fn switch(&mut self, value: Operand, cases: &[(i128, Block)], otherwise: Block) {
        let cases = self.case_run(cases);
        self.terminate(Terminator::Switch { value, cases, otherwise });
    }

    /// Ends the current block with a guaranteed tail call.
    pub fn tail_call(&mut self, callee: Callee, arguments: &[Operand], context: Option<LocalId>) {
        let arguments = self.operand_run(arguments);
        self.terminate(Terminator::TailCall { callee, arguments, context });
    }

    /// Marks the current block as unlikely to run.
    pub fn cold(&mut self) {
        if let Some(block) = self.current_block() {
            block.is_cold = true;
        }
    }

    /// Operands as a run of the body's side array.
    pub fn operand_run(&mut self, operands: &[Operand]) -> Run {
        push_run(&mut self.body.operands, operands)
    }

    /// Places as a run of the body's side array.
    pub fn place_run(&mut self, places: &[Place]) -> Run {
        push_run(&mut self.body.places, places)
    }

    /// Cases as a run of the body's side array.
    pub fn case_run(&mut self, cases: &[(i128, Block)]) -> Run {
        push_run(&mut self.body.cases, cases)
    }

    fn current_block(&mut self) -> Option<&mut BasicBlock> {
        let current = self.current?;
        self.body.blocks.get(current)?;
        Some(&mut self.body.blocks[current])
    }
}

/// Appends to a side array; an empty run is always the same one.
fn push_run<T: Clone>(array: &mut Vec<T>, items: &[T]) -> Run {
    if items.is_empty() {
        return Run::default();
    }
    let start = array.len() as u32;
    array.extend_from_slice(items);
    Run { start, length: items.len() as u32 }
}

/// The same body with constants and side arrays numbered in the order of the text; locals and blocks keep their numbers.
pub fn normal_form(body: &Body) -> Body {
    let mut new = BodyBuilder::new(body.file);
    new.body.locals = body.locals.clone();
    new.body.parameters = body.parameters.clone();
    new.body.results = body.results.clone();
    new.body.context = body.context;
    for block in body.blocks.iter() {
        new.begin_block();
        for (statement, at) in &block.statements {
            new.at = *at;
            copy_statement(&mut new, body, statement);
        }
        if block.is_cold {
            new.cold();
        }
        new.at = block.terminator_at;
        copy_terminator(&mut new, body, block.terminator);
    }
    new.body
}

fn copy_statement(new: &mut BodyBuilder, body: &Body, statement: &Statement) {
    match *statement {
        Statement::Assign(place, rvalue) => {
            let place = copy_place(new, body, place);
            let rvalue = copy_rvalue(new, body, rvalue);
            new.assign(place, rvalue);
        }
        Statement::Call { callee, arguments, results, context } => {
            let results: Vec<_> = body.places(results).iter().map(|place| copy_place(new, body, *place)).collect();
            let callee = copy_callee(new, body, callee);
            let arguments = copy_operands(new, body, arguments);
            new.call(&results, callee, &arguments, context);
        }
        Statement::Check { check, operands, context } => {
            let operands = copy_operands(new, body, operands);
            new.check(check, &operands, context);
        }
        Statement::StorageLive(_) | Statement::StorageDead(_) => new.statement(*statement),
    }
}

fn copy_terminator(new: &mut BodyBuilder, body: &Body, terminator: Terminator) {
    match terminator {
        Terminator::Branch { condition, then, otherwise } => {
            let condition = copy_operand(new, body, condition);
            new.terminate(Terminator::Branch { condition, then, otherwise });
        }
        Terminator::Switch { value, cases, otherwise } => {
            let value = copy_operand(new, body, value);
            new.switch(value, body.cases(cases), otherwise);
        }
        Terminator::TailCall { callee, arguments, context } => {
            let callee = copy_callee(new, body, callee);
            let arguments = copy_operands(new, body, arguments);
            new.tail_call(callee, &arguments, context);
        }
        Terminator::Goto(_) | Terminator::Return | Terminator::Unreachable => new.terminate(terminator),
    }
}

fn copy_callee(new: &mut BodyBuilder, body: &Body, callee: Callee) -> Callee {
    match callee {
        Callee::Pointer { operand, ty } => Callee::Pointer { operand: copy_operand(new, body, operand), ty },
        Callee::Direct { .. } | Callee::Intrinsic(_) => callee,
    }
}

fn copy_rvalue(new: &mut BodyBuilder, body: &Body, rvalue: Rvalue) -> Rvalue {
    match rvalue {
        Rvalue::Use(a) => Rvalue::Use(copy_operand(new, body, a)),
        Rvalue::Binary(op, a, b) => {
            let a = copy_operand(new, body, a);
            Rvalue::Binary(op, a, copy_operand(new, body, b))
        }
        Rvalue::Unary(op, a) => Rvalue::Unary(op, copy_operand(new, body, a)),
        Rvalue::Cast(kind, a, ty) => Rvalue::Cast(kind, copy_operand(new, body, a), ty),
        Rvalue::AddressOf(place, ty) => Rvalue::AddressOf(copy_place(new, body, place), ty),
    }
}

fn copy_operands(new: &mut BodyBuilder, body: &Body, operands: Run) -> Vec<Operand> {
    body.operands(operands).iter().map(|operand| copy_operand(new, body, *operand)).collect()
}

fn copy_operand(new: &mut BodyBuilder, body: &Body, operand: Operand) -> Operand {
    match operand {
        Operand::Copy(place) => Operand::Copy(copy_place(new, body, place)),
        Operand::Constant(id) => match body.constants.get(id) {
            Some(constant) => new.constant(constant.clone()),
            None => operand,
        },
    }
}

fn copy_place(new: &mut BodyBuilder, body: &Body, place: Place) -> Place {
    new.place(place.base, body.path(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_constants_are_shared() {
        let mut builder = BodyBuilder::new(FileId(0));
        let a = builder.int(Ty::i64(), 1);
        let b = builder.int(Ty::i64(), 2);
        assert_eq!(builder.int(Ty::i64(), 1), a);
        assert_ne!(a, b);
        assert_eq!(builder.body.constants.len(), 2);
    }

    #[test]
    fn normal_form_drops_what_nothing_refers_to() {
        let mut builder = BodyBuilder::new(FileId(0));
        let x = builder.temporary(Ty::i64());
        builder.int(Ty::i64(), 7);
        let one = builder.int(Ty::i64(), 1);
        builder.begin_block();
        builder.set(x, one);
        builder.terminate(Terminator::Return);
        let normal = normal_form(&builder.body);
        assert_eq!(normal.constants.as_slice(), [Constant::Int { ty: Ty::i64(), value: 1 }]);
        assert_eq!(normal_form(&normal), normal);
    }
}
