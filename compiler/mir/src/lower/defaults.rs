//! Default values: small ones at once, large ones piece by piece, so that a million elements are a loop and not a million elements of data.

use hubbub_sema::data::types::TypeId;

use super::body::Lower;
use super::emit::Emit;
use super::types::Shape;
use crate::data::body::{Operand, Place, Projection};

/// Arrays of more bytes than this get their defaults element by element.
const WHOLE_ARRAY_BYTES_MAX: u64 = 1 << 10;
/// Structs of more bytes than this get their defaults field by field.
const WHOLE_STRUCT_BYTES_MAX: u64 = 1 << 16;

impl Lower<'_> {
    /// The default value of a type.
    pub fn default_operand(&mut self, ty: TypeId) -> Operand {
        if self.is_made_in_pieces(ty) {
            let lowered = self.ty(ty);
            let place = Place::local(self.temporary(lowered));
            self.default_into(ty, place);
            return Operand::Copy(place);
        }
        match self.session.source.default_value(ty) {
            Some(value) => self.constant_operand(value, ty),
            None => {
                let lowered = self.ty(ty);
                self.b.zero(lowered)
            }
        }
    }

    /// Sets a place to the default value of a type.
    pub fn default_into(&mut self, ty: TypeId, place: Place) {
        if !self.is_made_in_pieces(ty) {
            let default = self.default_operand(ty);
            return self.store(place, default);
        }
        match self.shape(ty) {
            Shape::Array { element, length } => {
                self.each_element(length, place, |lower, target| lower.default_into(element, target));
            }
            Shape::Soa { element, length } => {
                for field in 0..self.field_count(element) {
                    let column = self.b.field(place, field);
                    self.each_element(length, column, |lower, target| lower.field_default(element, field, target));
                }
            }
            // The first case's default, with its tag, which is 0.
            Shape::Union { .. } | Shape::RawUnion => {
                let lowered = self.ty(ty);
                let zero = self.b.zero(lowered);
                self.store(place, zero);
                if let Some(first) = self.first_case(ty) {
                    let index = u32::from(self.shape(ty) != Shape::RawUnion);
                    let target = self.b.field(place, index);
                    self.default_into(first, target);
                }
            }
            _ => {
                for field in 0..self.field_count(ty) {
                    let target = self.b.field(place, field);
                    self.field_default(ty, field, target);
                }
            }
        }
    }

    /// Sets a place to the default value of a field.
    pub fn field_default(&mut self, ty: TypeId, index: u32, place: Place) {
        let source = self.session.source;
        let base = source.base_of(ty);
        let fields = source.fields(base);
        let Some(field) = fields.and_then(|fields| fields.fields.get(index as usize)) else {
            return;
        };
        match source.field_default(base, index) {
            Some(default) => self.constant_into(default, field.ty, place),
            None => self.default_into(field.ty, place),
        }
    }

    /// Whether a default value would take much data that says little.
    pub fn is_made_in_pieces(&mut self, ty: TypeId) -> bool {
        let source = self.session.source;
        let size = self.ty(ty).size();
        if size <= WHOLE_ARRAY_BYTES_MAX || !source.has_default_bits(ty) {
            return false;
        }
        match self.shape(ty) {
            Shape::Array { .. } | Shape::Soa { .. } => true,
            Shape::Struct => {
                let base = source.base_of(ty);
                let fields = source.fields(base).map_or(&[][..], |fields| &fields.fields);
                let mut plain = fields.iter().filter(|field| !field.has_default);
                size > WHOLE_STRUCT_BYTES_MAX || plain.any(|field| self.is_made_in_pieces(field.ty))
            }
            Shape::Union { .. } | Shape::RawUnion => {
                self.first_case(ty).is_some_and(|first| self.is_made_in_pieces(first))
            }
            _ => false,
        }
    }

    fn first_case(&self, ty: TypeId) -> Option<TypeId> {
        let source = self.session.source;
        Some(source.fields(source.base_of(ty))?.fields.first()?.ty)
    }

    fn field_count(&self, ty: TypeId) -> u32 {
        let source = self.session.source;
        source.fields(source.base_of(ty)).map_or(0, |fields| fields.fields.len() as u32)
    }

    /// The same for each element of an array, in a loop.
    fn each_element(&mut self, length: u64, array: Place, make: impl FnOnce(&mut Self, Place)) {
        let rounds = self.b.begin_rounds(length);
        let element = self.b.extend(array, Projection::Index(rounds.index));
        make(self, element);
        self.b.end_rounds(rounds);
    }
}
