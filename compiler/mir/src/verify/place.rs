//! Places and operands: their types, and that every step fits.

use super::body::BodyVerifier;
use super::{fits, is_address};
use crate::data::body::{Constant, LocalId, Operand, Place, PlaceBase, Projection};
use crate::data::ty::{Ty, TyData};

impl BodyVerifier<'_, '_> {
    /// The type of a place; `None` after an error.
    pub fn place(&mut self, place: Place) -> Option<Ty> {
        self.run_in(place.path, self.body.projections.len(), "path");
        let mut ty = match place.base {
            PlaceBase::Local(local) => self.local(local)?,
            PlaceBase::Global { symbol, ty } => {
                match self.verifier.symbols.global_type(symbol) {
                    Some(_) if self.verifier.symbols.is_shared(symbol) => {}
                    Some(defined) => self.verifier.same(ty, defined, &format!("the type given for `{symbol}`")),
                    None => self.error(format!("the global `{symbol}` is not defined")),
                }
                ty
            }
        };
        for step in self.body.path(place) {
            ty = self.step(ty, *step)?;
        }
        Some(ty)
    }

    fn step(&mut self, ty: Ty, step: Projection) -> Option<Ty> {
        match (step, ty.data()) {
            (Projection::Deref(to), TyData::Pointer { .. }) => {
                self.verifier.value_type(to);
                Some(to)
            }
            (Projection::Field(field), TyData::Aggregate { name, .. }) => {
                let aggregate = self.verifier.symbols.aggregate(*name)?;
                let found = aggregate.fields.get(field as usize).map(|field| field.ty);
                self.verifier.require(found.is_some(), || format!("`{name}` has no field {field}"));
                found
            }
            (Projection::Index(local), TyData::Array { element, .. } | TyData::Vector { element, .. }) => {
                self.index(local);
                Some(*element)
            }
            (Projection::ConstantIndex(index), TyData::Array { element, length }) => {
                self.verifier.require(index < *length, || format!("the index {index} is out of range"));
                Some(*element)
            }
            (Projection::ConstantIndex(index), TyData::Vector { element, lanes }) => {
                self.verifier.require(index < u64::from(*lanes), || format!("the index {index} is out of range"));
                Some(*element)
            }
            (Projection::Step(local), _) => {
                self.index(local);
                Some(ty)
            }
            _ => {
                self.error(format!("a step {step:?} from `{}`", crate::print::ty(ty)));
                None
            }
        }
    }

    fn index(&mut self, local: LocalId) {
        if let Some(ty) = self.local(local) {
            self.verifier.same(ty, Ty::i64(), "the index");
        }
    }

    /// The type of an operand; `None` after an error.
    pub fn operand(&mut self, operand: Operand) -> Option<Ty> {
        match operand {
            Operand::Copy(place) => self.place(place),
            Operand::Constant(id) => match self.body.constants.get(id) {
                Some(constant) => Some(self.constant(constant)),
                None => {
                    self.error(format!("{id} is out of range"));
                    None
                }
            },
        }
    }

    fn constant(&mut self, constant: &Constant) -> Ty {
        match constant {
            Constant::Int { ty, value } => {
                let shown = || format!("{value} is no value of `{}`", crate::print::ty(*ty));
                self.verifier.require(fits(*ty, *value), shown);
                *ty
            }
            Constant::Float { ty, bits } => {
                let is_fit = matches!(ty.data(), TyData::Float { bits: width } if *width == 64 || bits >> width == 0);
                self.verifier.require(is_fit, || format!("a float constant of type `{}`", crate::print::ty(*ty)));
                *ty
            }
            Constant::Zero(ty) | Constant::Uninit(ty) => {
                self.verifier.value_type(*ty);
                *ty
            }
            Constant::Procedure { symbol, ty } => {
                match self.verifier.symbols.procedure_type(*symbol) {
                    Some(_) if self.verifier.symbols.is_shared(*symbol) => {}
                    Some(defined) => self.verifier.same(*ty, defined, &format!("the type given for `{symbol}`")),
                    None => self.error(format!("the procedure `{symbol}` is not defined")),
                }
                *ty
            }
            Constant::GlobalAddress { symbol, offset, ty } => {
                match self.verifier.symbols.global_type(*symbol) {
                    Some(global) => {
                        self.verifier.require(*offset <= global.size(), || format!("`{symbol}` is not so long"));
                    }
                    None => self.error(format!("the global `{symbol}` is not defined")),
                }
                self.verifier.require(is_address(*ty), || "an address that is no pointer".to_owned());
                *ty
            }
        }
    }
}
