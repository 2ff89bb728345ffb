//! What statements do with locals, in order: the view that the analyses of [`super::homes`] share.

use hubbub_mir::{
    BasicBlock, Body, Callee, Constant, LocalId, Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator,
};

/// What happens to a local.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Its whole value is used.
    Read,
    /// Its whole value is replaced.
    Write,
    /// It holds nothing any more.
    Forget,
    /// A part of it is used or replaced, or its address is taken: it must lie in memory.
    InMemory,
}

/// Calls `each` for every access of a block.
pub fn of_block(body: &Body, block: &BasicBlock, each: &mut impl FnMut(LocalId, Access)) {
    for (statement, _) in &block.statements {
        of_statement(body, statement, each);
    }
    of_terminator(body, block.terminator, each);
}

fn of_statement(body: &Body, statement: &Statement, each: &mut impl FnMut(LocalId, Access)) {
    match *statement {
        Statement::Assign(place, rvalue) => {
            of_rvalue(body, rvalue, each);
            if is_uninit(body, rvalue) && place.path.length == 0 {
                if let PlaceBase::Local(local) = place.base {
                    each(local, Access::Forget);
                }
            } else {
                of_written(body, place, each);
            }
        }
        Statement::Call { callee, arguments, results, context } => {
            of_callee(body, callee, each);
            body.operands(arguments).iter().for_each(|operand| of_operand(body, *operand, each));
            if let Some(context) = context {
                each(context, Access::Read);
            }
            body.places(results).iter().for_each(|place| of_written(body, *place, each));
        }
        Statement::Check { operands, context, .. } => {
            body.operands(operands).iter().for_each(|operand| of_operand(body, *operand, each));
            if let Some(context) = context {
                each(context, Access::Read);
            }
        }
        Statement::StorageLive(local) | Statement::StorageDead(local) => each(local, Access::Forget),
    }
}

fn of_terminator(body: &Body, terminator: Terminator, each: &mut impl FnMut(LocalId, Access)) {
    match terminator {
        Terminator::Branch { condition: operand, .. } | Terminator::Switch { value: operand, .. } => {
            of_operand(body, operand, each);
        }
        Terminator::TailCall { callee, arguments, context } => {
            of_callee(body, callee, each);
            body.operands(arguments).iter().for_each(|operand| of_operand(body, *operand, each));
            if let Some(context) = context {
                each(context, Access::Read);
            }
        }
        Terminator::Return => body.results.iter().for_each(|local| each(*local, Access::Read)),
        Terminator::Goto(_) | Terminator::Unreachable => {}
    }
}

fn of_callee(body: &Body, callee: Callee, each: &mut impl FnMut(LocalId, Access)) {
    if let Callee::Pointer { operand, .. } = callee {
        of_operand(body, operand, each);
    }
}

fn of_rvalue(body: &Body, rvalue: Rvalue, each: &mut impl FnMut(LocalId, Access)) {
    match rvalue {
        Rvalue::Use(a) | Rvalue::Unary(_, a) | Rvalue::Cast(_, a, _) => of_operand(body, a, each),
        Rvalue::Binary(_, a, b) => {
            of_operand(body, a, each);
            of_operand(body, b, each);
        }
        Rvalue::AddressOf(place, _) => {
            of_steps(body, place, each);
            match (place.base, body.path(place).first()) {
                (PlaceBase::Local(local), Some(Projection::Deref(_))) => each(local, Access::Read),
                (PlaceBase::Local(local), _) => each(local, Access::InMemory),
                (PlaceBase::Global { .. }, _) => {}
            }
        }
    }
}

fn of_operand(body: &Body, operand: Operand, each: &mut impl FnMut(LocalId, Access)) {
    let Operand::Copy(place) = operand else { return };
    of_steps(body, place, each);
    if let PlaceBase::Local(local) = place.base {
        match body.path(place).first() {
            None | Some(Projection::Deref(_)) => each(local, Access::Read),
            Some(_) => each(local, Access::InMemory),
        }
    }
}

fn of_written(body: &Body, place: Place, each: &mut impl FnMut(LocalId, Access)) {
    of_steps(body, place, each);
    if let PlaceBase::Local(local) = place.base {
        match body.path(place).first() {
            None => each(local, Access::Write),
            Some(Projection::Deref(_)) => each(local, Access::Read),
            Some(_) => each(local, Access::InMemory),
        }
    }
}

fn of_steps(body: &Body, place: Place, each: &mut impl FnMut(LocalId, Access)) {
    for step in body.path(place) {
        if let Projection::Index(local) | Projection::Step(local) = step {
            each(*local, Access::Read);
        }
    }
}

/// Whether an rvalue is unspecified contents.
pub fn is_uninit(body: &Body, rvalue: Rvalue) -> bool {
    match rvalue {
        Rvalue::Use(Operand::Constant(id)) => matches!(body.constants.get(id), Some(Constant::Uninit(_))),
        _ => false,
    }
}

/// Calls `each` for every block that a terminator can go to.
pub fn successors(body: &Body, terminator: Terminator, each: &mut impl FnMut(hubbub_mir::Block)) {
    match terminator {
        Terminator::Goto(block) => each(block),
        Terminator::Branch { then, otherwise, .. } => {
            each(then);
            each(otherwise);
        }
        Terminator::Switch { cases, otherwise, .. } => {
            body.cases(cases).iter().for_each(|(_, block)| each(*block));
            each(otherwise);
        }
        Terminator::Return | Terminator::TailCall { .. } | Terminator::Unreachable => {}
    }
}
