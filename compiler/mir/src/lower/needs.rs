//! What a finished program needs of the runtime before its `main`: thread-local variables that are set up, a handler for faults.
//!
//! Who needs neither carries neither. A program can fault if it follows a pointer other than the context's, or if its calls can go round
//! in circles, so that the stack may end.

use std::sync::Arc;

use hashbrown::HashMap;
use hubbub_base::Name;

use crate::data::body::{Body, Callee, Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator};
use crate::data::program::{Global, Linkage, Procedure};

/// What happens before `main`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Needs {
    /// There are thread-local variables.
    pub thread_local: bool,
    /// Something can fault.
    pub fault_handler: bool,
}

/// What these procedures and globals need.
pub(super) fn of(procedures: &[Arc<Procedure>], globals: &[Arc<Global>]) -> Needs {
    Needs {
        thread_local: globals.iter().any(|global| global.is_thread_local && global.linkage != Linkage::Foreign),
        fault_handler: procedures.iter().filter_map(|it| it.body.as_ref()).any(follows_pointers)
            || is_circular(procedures),
    }
}

fn follows_pointers(body: &Body) -> bool {
    body.blocks.iter().any(|block| {
        let statements = block.statements.iter().any(|(statement, _)| statement_follows(body, statement));
        statements
            || match block.terminator {
                Terminator::Branch { condition: value, .. } | Terminator::Switch { value, .. } => follows(body, value),
                // Through a pointer anybody may be called.
                Terminator::TailCall { callee: Callee::Pointer { .. }, .. } => true,
                Terminator::TailCall { arguments, .. } => {
                    body.operands(arguments).iter().any(|operand| follows(body, *operand))
                }
                Terminator::Goto(_) | Terminator::Return | Terminator::Unreachable => false,
            }
    })
}

fn statement_follows(body: &Body, statement: &Statement) -> bool {
    let any = |operands| body.operands(operands).iter().any(|operand| follows(body, *operand));
    match *statement {
        Statement::Assign(place, rvalue) => place_follows(body, place) || rvalue_follows(body, rvalue),
        Statement::Call { callee: Callee::Pointer { .. }, .. } => true,
        Statement::Call { callee: Callee::Intrinsic(_), arguments, .. } if arguments.length > 0 => true,
        Statement::Call { arguments, results, .. } => {
            any(arguments) || body.places(results).iter().any(|place| place_follows(body, *place))
        }
        Statement::Check { operands, .. } => any(operands),
        Statement::StorageLive(_) | Statement::StorageDead(_) => false,
    }
}

fn rvalue_follows(body: &Body, rvalue: Rvalue) -> bool {
    match rvalue {
        Rvalue::Use(a) | Rvalue::Unary(_, a) | Rvalue::Cast(_, a, _) => follows(body, a),
        Rvalue::Binary(_, a, b) => follows(body, a) || follows(body, b),
        // Nothing is read where only the address is asked for, but for the pointers on the way.
        Rvalue::AddressOf(place, _) => {
            body.path(place).iter().filter(|step| matches!(step, Projection::Deref(_))).count() > 1
        }
    }
}

fn follows(body: &Body, operand: Operand) -> bool {
    match operand {
        Operand::Copy(place) => place_follows(body, place),
        Operand::Constant(_) => false,
    }
}

/// Whether a pointer is followed that is not the context: that one is never null.
fn place_follows(body: &Body, place: Place) -> bool {
    let is_context = body.context.is_some_and(|context| place.base == PlaceBase::Local(context));
    let steps = body.path(place).iter();
    steps.filter(|step| matches!(step, Projection::Deref(_))).count() > usize::from(is_context)
}

/// Whether the calls by name go round in a circle anywhere.
fn is_circular(procedures: &[Arc<Procedure>]) -> bool {
    let calls: HashMap<Name, Vec<Name>> = procedures.iter().map(|it| (it.symbol, callees(it))).collect();
    // 1: on the way, 2: done.
    let mut states: HashMap<Name, u8> = HashMap::new();
    for root in calls.keys() {
        let mut open = vec![(*root, 0usize)];
        while let Some((symbol, next)) = open.pop() {
            if next == 0 {
                match states.get(&symbol) {
                    Some(2) => continue,
                    Some(_) => return true,
                    None => states.insert(symbol, 1),
                };
            }
            match calls.get(&symbol).and_then(|callees| callees.get(next)) {
                Some(callee) => {
                    open.push((symbol, next + 1));
                    open.push((*callee, 0));
                }
                None => {
                    states.insert(symbol, 2);
                }
            }
        }
    }
    false
}

fn callees(procedure: &Procedure) -> Vec<Name> {
    let Some(body) = &procedure.body else { return Vec::new() };
    let mut found = Vec::new();
    for block in body.blocks.iter() {
        for (statement, _) in &block.statements {
            if let Statement::Call { callee: Callee::Direct { symbol, .. }, .. } = statement {
                found.push(*symbol);
            }
        }
        // A tail call needs no stack.
    }
    found
}
