//! Arrays that are laid out field by field: an element is put together from its fields' places, and taken apart when it is assigned.

use hubbub_sema::data::typed::{ExprId, ExprKind};
use hubbub_sema::data::types::TypeId;

use super::body::Lower;
use super::emit::Emit;
use super::place::Hold;
use super::types::Shape;
use crate::data::body::{Operand, Place, Projection};
use crate::data::ty::Ty;

impl Lower<'_> {
    /// The places of the fields of an element, if `target` is an element of such an array.
    pub fn soa_pieces(&mut self, target: ExprId) -> Option<Vec<Place>> {
        let ExprKind::Index { base, index, is_checked } = self.expr(target).kind else { return None };
        let ty = self.expr(base).ty;
        let Shape::Soa { element, length } = self.shape(ty) else { return None };
        Some(self.soa_element(base, index, (element, length, is_checked)))
    }

    /// The places of the fields of element `index`.
    pub fn soa_element(
        &mut self,
        base: ExprId,
        index: ExprId,
        (element, length, is_checked): (TypeId, u64, bool),
    ) -> Vec<Place> {
        let place = self.place(base, Hold::Later);
        let index = self.index_local(index, Hold::Later);
        self.check_constant_length(index, (length, is_checked));
        let source = self.session.source;
        let count = source.fields(source.base_of(element)).map_or(0, |fields| fields.fields.len() as u32);
        let column = |lower: &mut Self, field| {
            let column = lower.b.field(place, field);
            lower.b.extend(column, Projection::Index(index))
        };
        (0..count).map(|field| column(self, field)).collect()
    }

    /// An element put together in a temporary.
    pub fn gathered(&mut self, pieces: &[Place], ty: Ty) -> Place {
        let result = Place::local(self.temporary(ty));
        for (field, piece) in pieces.iter().enumerate() {
            let target = self.b.field(result, field as u32);
            self.store(target, Operand::Copy(*piece));
        }
        result
    }

    /// Stores the fields of a value, each in its place.
    pub fn scatter(&mut self, pieces: &[Place], value: Operand, ty: Ty) {
        let value = match value {
            Operand::Copy(place) => place,
            Operand::Constant(_) => Place::local(self.b.keep(value, ty)),
        };
        for (field, piece) in pieces.iter().enumerate() {
            let field = self.b.field(value, field as u32);
            self.store(*piece, Operand::Copy(field));
        }
    }
}
