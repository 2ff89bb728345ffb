//! Which tail calls cannot be made, found in MIR alone.
//!
//! A tail call leaves its frame, so nothing that the callee reads may lie in it. An argument that travels by reference and lies there
//! makes a call of the procedure itself a loop, which assigns its parameters; another procedure cannot be called then.
//! Code generation asks [`TailCalls`]; [`left_arguments`] asks for a whole program, so that `check` and the interpreter refuse the same programs.

use hubbub_base::table::Run;
use hubbub_base::{FileId, Name};
use hubbub_mir::{Body, Callee, Constant, LocalId, Operand, PlaceBase, Procedure, Program, Projection, Terminator};

use crate::abi::{self, Layouts, Machine, Pass};

/// The tail calls of one body.
pub struct TailCalls<'b> {
    body: &'b Body,
    /// How the body's parameters travel, if it has tail calls; those of the called procedures do it in the same way.
    ways: Vec<Way>,
    symbol: Name,
    /// Whether a tail call of the procedure itself jumps back to its beginning: the parameters that change have memory then.
    is_loop: bool,
}

/// What a callee reads of an argument.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Nothing in memory.
    Registers,
    /// A copy that the caller makes in its own frame.
    Copy,
    /// Memory of somebody's.
    Reference,
    /// A slot on the stack, filled from memory of somebody's.
    Slot,
}

impl<'b> TailCalls<'b> {
    /// Those of the body of the procedure `symbol`, whose parameters travel so.
    pub fn new(body: &'b Body, passes: &[Pass], symbol: Name) -> Self {
        let mut calls = Self { body, ways: Vec::new(), symbol, is_loop: false };
        if calls.all().next().is_none() {
            return calls;
        }
        calls.ways = passes.iter().map(way).collect();
        calls.is_loop =
            calls.all().any(|(callee, arguments, _)| calls.is_itself(callee) && calls.leaves_arguments(arguments));
        calls
    }

    /// The calls, each with its place.
    fn all(&self) -> impl Iterator<Item = (&'b Callee, Run, u32)> + use<'b> {
        self.body.blocks.iter().filter_map(|block| match &block.terminator {
            Terminator::TailCall { callee, arguments, .. } => Some((callee, *arguments, block.terminator_at)),
            _ => None,
        })
    }

    /// Whether a call is the next round of the loop that the body is.
    pub fn is_next_round(&self, callee: &Callee) -> bool {
        self.is_loop && self.is_itself(callee)
    }

    /// Whether a parameter gets new values in the rounds of a loop.
    pub fn is_reassigned(&self, parameter: LocalId) -> bool {
        let body = self.body;
        let Some(index) = body.parameters.iter().position(|local| *local == parameter) else { return false };
        let is_other = |operand: &Operand| match operand {
            Operand::Copy(place) => place.base != PlaceBase::Local(parameter) || !body.path(*place).is_empty(),
            Operand::Constant(_) => true,
        };
        let assigns = |arguments| body.operands(arguments).get(index).is_some_and(is_other);
        self.is_loop && self.all().any(|(callee, arguments, _)| self.is_itself(callee) && assigns(arguments))
    }

    fn is_itself(&self, callee: &Callee) -> bool {
        matches!(callee, Callee::Direct { symbol, .. } if *symbol == self.symbol)
    }

    /// Whether an argument travels by reference and lies in this frame. The callee has the signature of this procedure.
    pub fn leaves_arguments(&self, arguments: Run) -> bool {
        let operands = self.body.operands(arguments).iter();
        operands.zip(&self.ways).any(|(operand, way)| match way {
            Way::Registers => false,
            Way::Copy => true,
            Way::Reference | Way::Slot => self.is_in_frame(*operand),
        })
    }

    fn is_in_frame(&self, operand: Operand) -> bool {
        let place = match operand {
            Operand::Copy(place) => place,
            Operand::Constant(constant) => return matches!(self.body.constants[constant], Constant::Uninit(_)),
        };
        match (place.base, self.body.path(place)) {
            (_, [.., Projection::Deref(_)]) | (PlaceBase::Global { .. }, []) => false,
            (PlaceBase::Local(local), []) => {
                let mut ways = self.body.parameters.iter().zip(&self.ways);
                let came_by_reference = ways.any(|(parameter, way)| *parameter == local && *way == Way::Reference);
                !came_by_reference || self.is_reassigned(local)
            }
            _ => true,
        }
    }
}

fn way(pass: &Pass) -> Way {
    match pass {
        Pass::Nothing | Pass::Pieces(_) | Pass::Array(_) => Way::Registers,
        Pass::Copy => Way::Copy,
        Pass::Reference => Way::Reference,
        Pass::Stack { .. } => Way::Slot,
    }
}

/// Tail calls of which an argument would be left with the frame, in the order of the places where they stand. `target` is a triple; `None`
/// this machine.
pub fn left_arguments(program: &Program, target: Option<&str>) -> Vec<(FileId, u32)> {
    let machine = Machine::of_triple(target.unwrap_or(std::env::consts::ARCH));
    let Some(machine) = machine else { return Vec::new() };
    let layouts = Layouts::new(program);
    let mut left: Vec<_> =
        program.procedures.values().flat_map(|procedure| left_by(procedure, machine, &layouts)).collect();
    left.sort_unstable();
    left.dedup();
    left
}

fn left_by(procedure: &Procedure, machine: Machine, layouts: &Layouts) -> Vec<(FileId, u32)> {
    let Some(body) = &procedure.body else { return Vec::new() };
    let is_tail = |block: &hubbub_mir::BasicBlock| matches!(block.terminator, Terminator::TailCall { .. });
    if !body.blocks.iter().any(is_tail) {
        return Vec::new();
    }
    let convention = abi::convention(machine, layouts, &procedure.signature, &[]);
    let calls = TailCalls::new(body, &convention.parameters, procedure.symbol);
    let left =
        calls.all().filter(|(callee, arguments, _)| !calls.is_next_round(callee) && calls.leaves_arguments(*arguments));
    left.map(|(_, _, at)| (body.file, at)).collect()
}
