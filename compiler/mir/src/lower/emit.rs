//! Small steps of emission that all constructs share: places that grow, values that go to temporaries.

use hubbub_base::table::Run;

use crate::build::BodyBuilder;
use crate::data::body::{
    BinaryOp, Block, CastKind, Constant, LocalId, Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator,
    UnaryOp,
};
use crate::data::ty::Ty;

/// A loop that counts its rounds from 0.
pub(super) struct Rounds {
    /// The number of the round.
    pub index: LocalId,
    head: Block,
    after: Block,
}

/// What lowering adds to [`BodyBuilder`].
pub(super) trait Emit {
    /// One step further. Paths that begin alike share the side array where they can.
    fn extend(&mut self, place: Place, step: Projection) -> Place;
    /// A temporary that holds `operand`.
    fn keep(&mut self, operand: Operand, ty: Ty) -> LocalId;
    /// What an rvalue gives, in a temporary unless it is an operand already.
    fn value(&mut self, rvalue: Rvalue, ty: Ty) -> Operand;

    /// Field `index`.
    fn field(&mut self, place: Place, index: u32) -> Place {
        self.extend(place, Projection::Field(index))
    }
    /// What the pointer in `place` points to.
    fn deref(&mut self, place: Place, ty: Ty) -> Place {
        self.extend(place, Projection::Deref(ty))
    }
    /// What the pointer in a local points to.
    fn deref_local(&mut self, local: LocalId, ty: Ty) -> Place {
        self.deref(Place::local(local), ty)
    }
    /// `a op b` of type `ty`.
    fn binary_value(&mut self, op: BinaryOp, a: Operand, b: Operand, ty: Ty) -> Operand {
        self.value(Rvalue::Binary(op, a, b), ty)
    }
    /// `op a` of type `ty`.
    fn unary_value(&mut self, op: UnaryOp, a: Operand, ty: Ty) -> Operand {
        self.value(Rvalue::Unary(op, a), ty)
    }
    /// `a` converted to `ty`.
    fn cast_value(&mut self, kind: CastKind, a: Operand, ty: Ty) -> Operand {
        self.value(Rvalue::Cast(kind, a, ty), ty)
    }
    /// The address of a place, whose values are of type `pointee`.
    fn address_of(&mut self, place: Place, pointee: Ty) -> Operand {
        let ty = Ty::pointer_to(pointee);
        self.value(Rvalue::AddressOf(place, ty), ty)
    }
    /// A loop of so many rounds begins; what follows, up to [`Emit::end_rounds`], is its body.
    fn begin_rounds(&mut self, count: u64) -> Rounds;
    /// The body of the loop ends; what follows comes after it.
    fn end_rounds(&mut self, rounds: Rounds);
    /// All bits zero.
    fn zero(&mut self, ty: Ty) -> Operand;
    /// A Bool.
    fn bool_constant(&mut self, value: bool) -> Operand;
    /// The memory of a local begins to live.
    fn live(&mut self, local: LocalId);
    /// The memory of a local ends.
    fn dead(&mut self, local: LocalId);
}

impl Emit for BodyBuilder {
    fn begin_rounds(&mut self, count: u64) -> Rounds {
        let index = self.temporary(Ty::i64());
        let zero = self.int(Ty::i64(), 0);
        self.set(index, zero);
        let (head, inside, after) = (self.block(), self.block(), self.block());
        self.goto(head);
        self.switch_to(head);
        let (now, end) = (self.copy(index), self.int(Ty::i64(), i128::from(count)));
        let condition = self.binary_value(BinaryOp::Lt, now, end, Ty::bool());
        self.terminate(Terminator::Branch { condition, then: inside, otherwise: after });
        self.switch_to(inside);
        Rounds { index, head, after }
    }

    fn end_rounds(&mut self, rounds: Rounds) {
        let (now, one) = (self.copy(rounds.index), self.int(Ty::i64(), 1));
        self.binary(rounds.index, BinaryOp::Add, now, one);
        self.goto(rounds.head);
        self.switch_to(rounds.after);
    }

    fn extend(&mut self, place: Place, step: Projection) -> Place {
        let all = &mut self.body.projections;
        let end = (place.path.start + place.path.length) as usize;
        let start = if place.path.length == 0 {
            all.len() as u32
        } else if end == all.len() {
            place.path.start
        } else {
            let copied: Vec<_> = place.path.of(all).to_vec();
            let start = all.len() as u32;
            all.extend(copied);
            start
        };
        all.push(step);
        Place { base: place.base, path: Run { start, length: place.path.length + 1 } }
    }

    fn keep(&mut self, operand: Operand, ty: Ty) -> LocalId {
        if let Operand::Copy(Place { base: PlaceBase::Local(local), path: Run { length: 0, .. } }) = operand
            && self.body.locals.get(local).is_some_and(|found| found.name.is_none())
        {
            return local;
        }
        let local = self.temporary(ty);
        self.set(local, operand);
        local
    }

    fn value(&mut self, rvalue: Rvalue, ty: Ty) -> Operand {
        if let Rvalue::Use(operand) = rvalue {
            return operand;
        }
        let local = self.temporary(ty);
        self.assign(Place::local(local), rvalue);
        self.copy(local)
    }

    fn zero(&mut self, ty: Ty) -> Operand {
        self.constant(Constant::Zero(ty))
    }

    fn bool_constant(&mut self, value: bool) -> Operand {
        self.int(Ty::bool(), i128::from(value))
    }

    fn live(&mut self, local: LocalId) {
        self.statement(Statement::StorageLive(local));
    }

    fn dead(&mut self, local: LocalId) {
        self.statement(Statement::StorageDead(local));
    }
}
