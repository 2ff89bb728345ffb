//! `for` in all its plans: ranges, arrays, slices, strings, iterators.
//!
//! The blocks of every loop: what is done once; the head, which asks whether there is another round; the round; the
//! step, where `continue` leads. A variable that nothing changes is its own counter.

use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ExprId, ForPlan, LocalId, ScopeId};
use hubbub_sema::data::types::{InstanceId, TypeId};

use super::body::{Lower, procedure_ty};
use super::emit::Emit;
use super::place::Hold;
use super::scope::{Scope, Target};
use super::session::Wanted;
use super::types::Shape;
use super::utf8;
use crate::data::body::{
    BinaryOp, Block, Callee, CastKind, Constant, LocalId as MirLocal, Operand, Place, Projection, Rvalue, Terminator,
};
use crate::data::ty::{Ty, TyData};

/// A loop whose once-only part is done.
#[derive(Clone, Copy)]
struct Loop {
    depth: usize,
    body: ExprId,
}

impl Lower<'_> {
    /// `for`.
    pub fn for_(&mut self, scope: ScopeId, plan: ForPlan, variables: (LocalId, Option<LocalId>), body: ExprId) {
        // What the loop itself needs lives as long as the loop.
        self.scopes.push(Scope::block(None));
        self.scopes.push(Scope::construct(scope, &[]));
        let this = Loop { depth: self.scopes.len() - 1, body };
        match plan {
            ForPlan::Range { low, high, inclusive, reversed } => {
                self.for_range((low, high), inclusive, reversed, variables, this);
            }
            ForPlan::Array { array, reversed } => self.for_array(array, reversed, variables, this),
            ForPlan::Slice { slice, reversed } => self.for_slice(slice, reversed, variables, this),
            ForPlan::String { string, reversed: false } => self.for_string(string, variables, this),
            ForPlan::String { string, reversed: true } => self.for_string_reversed(string, variables, this),
            ForPlan::Iterator { iterator, next, defaults, counts, by_place } => {
                self.for_iterator(iterator, (next, defaults), (counts, by_place), variables, this);
            }
        }
        self.close();
        self.close();
    }

    /// The body of a round; behind it comes the step.
    fn round(&mut self, this: Loop, begin: impl FnOnce(&mut Self)) {
        self.scopes.push(Scope::block(None));
        begin(self);
        self.statement(this.body);
        self.leave(Target::Next(this.depth));
        self.scopes.pop();
        let step = self.next(this.depth);
        self.b.switch_to(step);
    }

    fn branch_on(&mut self, op: BinaryOp, a: Operand, b: Operand, then: Block, otherwise: Block) {
        let condition = self.b.binary_value(op, a, b, Ty::bool());
        self.b.terminate(Terminator::Branch { condition, then, otherwise });
    }

    /// `local = local op 1`, of any integer, enum or rune type.
    fn step_by_one(&mut self, local: MirLocal, op: BinaryOp, ty: Ty) {
        let one = self.b.int(ty, 1);
        let old = self.b.copy(local);
        self.b.binary(local, op, old, one);
    }

    /// A variable that counts by itself when nothing else changes it; else a hidden counter beside it.
    fn counter(&mut self, variable: Option<LocalId>, ty: Ty) -> MirLocal {
        match variable {
            Some(variable) if self.is_fixed(variable) => self.declare(variable),
            _ => self.b.temporary(ty),
        }
    }

    /// Sets a variable from its counter at the beginning of a round.
    fn set_by_counter(&mut self, variable: Option<LocalId>, counter: MirLocal) {
        if let Some(variable) = variable
            && !self.is_fixed(variable)
        {
            let local = self.declare(variable);
            let value = self.b.copy(counter);
            self.store(Place::local(local), value);
        }
    }

    /// The rounds counted from 0, where somebody wants to know.
    fn round_counter(&mut self, second: Option<LocalId>) -> Option<MirLocal> {
        let second = second?;
        let ty = self.ty(self.typed.locals[second].ty);
        let counter = self.counter(Some(second), ty);
        let zero = self.b.int(ty, 0);
        self.b.set(counter, zero);
        Some(counter)
    }

    fn step_round_counter(&mut self, second: Option<LocalId>, counter: Option<MirLocal>) {
        if let (Some(second), Some(counter)) = (second, counter) {
            let ty = self.ty(self.typed.locals[second].ty);
            self.step_by_one(counter, BinaryOp::Add, ty);
        }
    }

    /// A value that lasts as long as the loop.
    fn once(&mut self, expr: ExprId) -> Operand {
        let ty = self.expr_ty(expr);
        let operand = self.operand(expr);
        if self.is_lasting(operand) { operand } else { Operand::Copy(Place::local(self.b.keep(operand, ty))) }
    }

    // ---- ranges --------------------------------------------------------------------------------------------------

    fn for_range(
        &mut self,
        (low, high): (ExprId, ExprId),
        inclusive: bool,
        reversed: bool,
        (element, second): (LocalId, Option<LocalId>),
        this: Loop,
    ) {
        let ty = self.ty(self.typed.locals[element].ty);
        let low = self.once(low);
        let high = self.once(high);
        let rounds = self.round_counter(second);
        let counter = self.counter(Some(element), ty);
        let first = if reversed { high } else { low };
        self.b.set(counter, first);
        let inside = self.b.block();
        let after = self.after(this.depth);
        let head = if inclusive { inside } else { self.b.block() };
        if inclusive {
            self.enter(low, high, inside, after);
        } else {
            self.b.goto(head);
            self.b.switch_to(head);
            let now = self.b.copy(counter);
            let (op, end) = if reversed { (BinaryOp::Gt, low) } else { (BinaryOp::Lt, high) };
            self.branch_on(op, now, end, inside, after);
        }
        self.b.switch_to(inside);
        if reversed && !inclusive {
            self.step_by_one(counter, BinaryOp::Sub, ty);
        }
        self.round(this, |lower| {
            lower.set_by_counter(Some(element), counter);
            lower.set_by_rounds(second, rounds);
        });
        self.step_round_counter(second, rounds);
        if inclusive {
            let more = self.b.block();
            let now = self.b.copy(counter);
            self.branch_on(BinaryOp::Eq, now, if reversed { low } else { high }, after, more);
            self.b.switch_to(more);
        }
        if inclusive || !reversed {
            self.step_by_one(counter, if reversed { BinaryOp::Sub } else { BinaryOp::Add }, ty);
        }
        self.b.goto(head);
    }

    /// Into the loop if there is a first round, which constants say at once.
    fn enter(&mut self, low: Operand, high: Operand, inside: Block, after: Block) {
        match (self.constant_int(low), self.constant_int(high)) {
            (Some(low), Some(high)) => self.b.goto(if low <= high { inside } else { after }),
            _ => self.branch_on(BinaryOp::Le, low, high, inside, after),
        }
    }

    /// The value of an integer constant.
    fn constant_int(&self, operand: Operand) -> Option<i128> {
        match operand {
            Operand::Constant(id) => match self.b.body.constants.get(id)? {
                // Above the signed range the order of the bits is another.
                Constant::Int { value, ty } if ty.is_signed() || *value >= 0 => Some(*value),
                _ => None,
            },
            Operand::Copy(_) => None,
        }
    }

    fn set_by_rounds(&mut self, second: Option<LocalId>, rounds: Option<MirLocal>) {
        if let Some(rounds) = rounds {
            self.set_by_counter(second, rounds);
        }
    }

    // ---- arrays and slices ---------------------------------------------------------------------------------------

    fn for_array(&mut self, array: ExprId, reversed: bool, variables: (LocalId, Option<LocalId>), this: Loop) {
        let array_type = self.expr(array).ty;
        let Shape::Array { length, .. } = self.shape(array_type) else { return };
        let place = if self.is_place(array) {
            self.place(array, Hold::Later)
        } else {
            let ty = self.ty(array_type);
            let hidden = self.hidden(ty);
            self.into(array, Place::local(hidden));
            Place::local(hidden)
        };
        let length = self.b.int(Ty::i64(), i128::from(length));
        self.by_index(length, reversed, variables, this, |lower, index| {
            lower.b.extend(place, Projection::Index(index))
        });
    }

    fn for_slice(&mut self, slice: ExprId, reversed: bool, variables: (LocalId, Option<LocalId>), this: Loop) {
        let slice_type = self.expr(slice).ty;
        let Shape::Slice { element } = self.shape(slice_type) else { return };
        let element = self.ty(element);
        let (data, length) = self.data_and_length(slice, element);
        self.by_index(length, reversed, variables, this, |lower, index| {
            let first = lower.b.deref_local(data, element);
            lower.b.extend(first, Projection::Step(index))
        });
    }

    /// A slice's or string's parts as they are now.
    fn data_and_length(&mut self, expr: ExprId, element: Ty) -> (MirLocal, Operand) {
        let place = self.place(expr, Hold::Now);
        let data = self.b.field(place, 0);
        let data = self.b.keep(Operand::Copy(data), Ty::pointer_to(element));
        let length = self.b.field(place, 1);
        let length = self.b.keep(Operand::Copy(length), Ty::i64());
        (data, self.b.copy(length))
    }

    /// A loop over the indices below `length`.
    fn by_index(
        &mut self,
        length: Operand,
        reversed: bool,
        (element, second): (LocalId, Option<LocalId>),
        this: Loop,
        place_at: impl Fn(&mut Self, MirLocal) -> Place,
    ) {
        let index = self.counter(second, Ty::i64());
        let zero = self.b.int(Ty::i64(), 0);
        self.b.set(index, if reversed { length } else { zero });
        let (head, inside) = (self.b.block(), self.b.block());
        let after = self.after(this.depth);
        self.b.goto(head);
        self.b.switch_to(head);
        let now = self.b.copy(index);
        let (op, end) = if reversed { (BinaryOp::Gt, zero) } else { (BinaryOp::Lt, length) };
        self.branch_on(op, now, end, inside, after);
        self.b.switch_to(inside);
        if reversed {
            self.step_by_one(index, BinaryOp::Sub, Ty::i64());
        }
        self.round(this, |lower| {
            lower.set_by_counter(second, index);
            let place = place_at(lower, index);
            lower.bind_element(element, place);
        });
        if !reversed {
            self.step_by_one(index, BinaryOp::Add, Ty::i64());
        }
        self.b.goto(head);
    }

    /// The element of a round: the place itself, or a copy, unless nobody can tell.
    fn bind_element(&mut self, element: LocalId, place: Place) {
        let local = &self.typed.locals[element];
        let (is_reference, ty) = (local.is_reference, self.ty(local.ty));
        if is_reference {
            return self.bind_reference(element, place);
        }
        if !ty.is_scalar() && self.is_fixed(element) && self.is_lasting(Operand::Copy(place)) {
            return self.alias(element, place);
        }
        let own = self.declare(element);
        self.store(Place::local(own), Operand::Copy(place));
    }

    // ---- strings -------------------------------------------------------------------------------------------------

    fn for_string(&mut self, string: ExprId, (element, second): (LocalId, Option<LocalId>), this: Loop) {
        let byte_ty = Ty::int(8, false);
        let (data, length) = self.data_and_length(string, byte_ty);
        let at = self.counter(second, Ty::i64());
        let zero = self.b.int(Ty::i64(), 0);
        self.b.set(at, zero);
        let width = self.b.temporary(Ty::i64());
        let (head, inside) = (self.b.block(), self.b.block());
        let after = self.after(this.depth);
        self.b.goto(head);
        self.b.switch_to(head);
        let now = self.b.copy(at);
        self.branch_on(BinaryOp::Lt, now, length, inside, after);
        self.b.switch_to(inside);
        self.round(this, |lower| {
            lower.set_by_counter(second, at);
            let first = lower.b.deref_local(data, byte_ty);
            let byte = lower.b.extend(first, Projection::Step(at));
            let operands = [lower.b.copy(data), length, lower.b.copy(at)];
            lower.rune(element, byte, (Wanted::NextRune, &operands), width);
        });
        let (now, by) = (self.b.copy(at), self.b.copy(width));
        self.b.binary(at, BinaryOp::Add, now, by);
        self.b.goto(head);
    }

    fn for_string_reversed(&mut self, string: ExprId, (element, second): (LocalId, Option<LocalId>), this: Loop) {
        let byte_ty = Ty::int(8, false);
        let (data, length) = self.data_and_length(string, byte_ty);
        // The end of what is left; the last round leaves 0.
        let end = self.counter(second, Ty::i64());
        self.b.set(end, length);
        let (last, width) = (self.b.temporary(Ty::i64()), self.b.temporary(Ty::i64()));
        let (head, inside) = (self.b.block(), self.b.block());
        let after = self.after(this.depth);
        let zero = self.b.int(Ty::i64(), 0);
        self.b.goto(head);
        self.b.switch_to(head);
        let now = self.b.copy(end);
        self.branch_on(BinaryOp::Gt, now, zero, inside, after);
        self.b.switch_to(inside);
        self.round(this, |lower| {
            let one = lower.b.int(Ty::i64(), 1);
            lower.b.binary(last, BinaryOp::Sub, now, one);
            let first = lower.b.deref_local(data, byte_ty);
            let byte = lower.b.extend(first, Projection::Step(last));
            let operands = [lower.b.copy(data), now];
            lower.rune(element, byte, (Wanted::PreviousRune, &operands), width);
            let by = lower.b.copy(width);
            lower.b.binary(end, BinaryOp::Sub, now, by);
            lower.set_by_counter(second, end);
        });
        self.b.goto(head);
    }

    /// The rune at a byte, and its width: a byte below 128 is the rune, for all others a procedure is asked.
    fn rune(&mut self, element: LocalId, byte: Place, (wanted, operands): (Wanted, &[Operand]), width: MirLocal) {
        let rune = self.declare(element);
        let (short, long, known) = (self.b.block(), self.b.block(), self.b.block());
        let byte = self.b.keep(Operand::Copy(byte), Ty::int(8, false));
        let byte = self.b.copy(byte);
        let limit = self.b.int(Ty::int(8, false), 0x80);
        self.branch_on(BinaryOp::Lt, byte, limit, short, long);
        self.b.switch_to(short);
        self.b.cast(rune, CastKind::Int, byte, Ty::new(TyData::Rune));
        let one = self.b.int(Ty::i64(), 1);
        self.b.set(width, one);
        self.b.goto(known);
        self.b.switch_to(long);
        let both_ty = Ty::int(64, false);
        let both = self.b.temporary(both_ty);
        let ty = procedure_ty(utf8::signature(&wanted));
        let symbol = self.want(wanted);
        self.b.call(&[Place::local(both)], Callee::Direct { symbol, ty }, operands, None);
        let both = self.b.copy(both);
        self.b.cast(rune, CastKind::Int, both, Ty::new(TyData::Rune));
        let half = self.b.int(both_ty, 32);
        let high = self.b.binary_value(BinaryOp::Shr, both, half, both_ty);
        self.b.cast(width, CastKind::Int, high, Ty::i64());
        self.b.goto(known);
        self.b.switch_to(known);
    }

    // ---- iterators -----------------------------------------------------------------------------------------------

    fn for_iterator(
        &mut self,
        iterator: ExprId,
        (next, defaults): (InstanceId, Run),
        (counts, by_place): (bool, bool),
        (element, second): (LocalId, Option<LocalId>),
        this: Loop,
    ) {
        let iterator_ty = self.expr_ty(iterator);
        let hidden = self.hidden(iterator_ty);
        self.into(iterator, Place::local(hidden));
        let address = self.b.temporary(Ty::pointer_to(iterator_ty));
        let rvalue = Rvalue::AddressOf(Place::local(hidden), Ty::pointer_to(iterator_ty));
        self.b.assign(Place::local(address), rvalue);
        let rounds = if counts { self.round_counter(second) } else { None };
        let Some(signature) = self.session.signature(next) else { return };
        let results = signature.results.to_vec();
        let head = self.b.block();
        self.b.goto(head);
        self.b.switch_to(head);
        let given: Vec<MirLocal> = results.iter().map(|ty| self.b.temporary(*ty)).collect();
        let places: Vec<_> = given.iter().copied().map(Place::local).collect();
        let callee = Callee::Direct { symbol: self.want(Wanted::Procedure(next)), ty: procedure_ty(signature.clone()) };
        let context = self.context_for(signature.abi);
        let mut arguments = vec![self.b.copy(address)];
        arguments.extend(self.arguments(defaults, None));
        self.b.call(&places, callee, &arguments, context);
        let inside = self.b.block();
        let after = self.after(this.depth);
        let condition = match given.last() {
            Some(last) => self.b.copy(*last),
            None => self.b.bool_constant(false),
        };
        self.b.terminate(Terminator::Branch { condition, then: inside, otherwise: after });
        self.b.switch_to(inside);
        self.round(this, |lower| {
            lower.bind_given(element, given.first().copied(), by_place);
            if counts {
                lower.set_by_rounds(second, rounds);
            } else if let Some(second) = second {
                lower.bind_given(second, given.get(1).copied().filter(|_| given.len() > 2), false);
            }
        });
        self.step_round_counter(second, rounds);
        self.b.goto(head);
    }

    /// A variable for one of the values that `next` gave.
    fn bind_given(&mut self, variable: LocalId, given: Option<MirLocal>, by_place: bool) {
        let local = &self.typed.locals[variable];
        let (is_reference, ty): (bool, TypeId) = (local.is_reference, local.ty);
        let Some(given) = given else { return };
        if self.shape(ty) == Shape::Void {
            return;
        }
        let lowered = self.ty(ty);
        match (by_place, is_reference) {
            // A pointer, and the variable is the place.
            (true, true) => {
                let own = self.declare(variable);
                let value = self.b.copy(given);
                self.store(Place::local(own), value);
            }
            (true, false) => {
                let behind = self.b.deref_local(given, lowered);
                let own = self.declare(variable);
                self.store(Place::local(own), Operand::Copy(behind));
            }
            (false, true) => self.bind_reference(variable, Place::local(given)),
            (false, false) => self.alias_or_copy_named(variable, given),
        }
    }

    /// Big values that nobody changes stay where they are; others get their variable.
    fn alias_or_copy_named(&mut self, variable: LocalId, given: MirLocal) {
        let ty = self.ty(self.typed.locals[variable].ty);
        if !ty.is_scalar() && self.is_fixed(variable) {
            return self.alias(variable, Place::local(given));
        }
        let own = self.declare(variable);
        let value = self.b.copy(given);
        self.store(Place::local(own), value);
    }
}
