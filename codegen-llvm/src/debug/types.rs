//! Types as debuggers see them.
//!
//! Aggregates may refer to each other through pointers, in circles and in chains of any length: each is a placeholder first, and
//! its members are described when nothing else is under way.

use hubbub_mir::{Aggregate, AggregateKind, Signature, Ty, TyData};

use super::DebugInfo;
use crate::llvm::Metadata;
use crate::llvm::debug::{Described, Encoding, Shape};

impl DebugInfo<'_> {
    /// The description of a type.
    pub(super) fn ty(&mut self, ty: Ty) -> Metadata {
        if let Some(found) = self.types.get(&ty) {
            return *found;
        }
        let made = self.make(ty);
        self.types.insert(ty, made);
        made
    }

    /// The pointer to a context, which says more than its type does.
    pub(super) fn context(&mut self, ty: Ty) -> Metadata {
        let found = self.shared.layouts.aggregate(hubbub_base::Name::new("Prelude.Context"));
        let Some(context) = found.filter(|_| crate::unit::address_of(ty).is_none()) else { return self.ty(ty) };
        let (name, size, align) = (context.name, context.size, context.align);
        let context = self.ty(Ty::new(TyData::Aggregate { name, size, align }));
        self.builder.pointer_type(Some(context))
    }

    fn make(&mut self, ty: Ty) -> Metadata {
        let bits = ty.size() * 8;
        match ty.data() {
            TyData::Int { signed: true, .. } => self.builder.basic_type(&format!("i{bits}"), bits, Encoding::Signed),
            TyData::Int { .. } => self.builder.basic_type(&format!("u{bits}"), bits, Encoding::Unsigned),
            TyData::Float { .. } => self.builder.basic_type(&format!("f{bits}"), bits, Encoding::Float),
            TyData::Bool => self.builder.basic_type("Bool", bits, Encoding::Boolean),
            TyData::Rune => self.builder.basic_type("Rune", bits, Encoding::Utf),
            TyData::Enum { name, bits, signed } => {
                let backing = self.ty(Ty::int(*bits, *signed));
                match self.shared.layouts.aggregate(*name) {
                    Some(aggregate) => self.enumeration(aggregate, ty, backing, *signed),
                    None => backing,
                }
            }
            TyData::Pointer { pointee } => {
                let pointee = pointee.map(|pointee| self.ty(pointee));
                self.builder.pointer_type(pointee)
            }
            TyData::Procedure(signature) => {
                let subroutine = self.subroutine_type(Metadata::NONE, signature);
                self.builder.pointer_type(Some(subroutine))
            }
            TyData::Array { element, length } => {
                let described = self.ty(*element);
                self.builder.array_type(described, *length, ty.size(), ty.align())
            }
            TyData::Vector { element, lanes } => {
                let described = self.ty(*element);
                self.builder.vector_type(described, u64::from(*lanes), ty.size(), ty.align())
            }
            TyData::Aggregate { name, size, align } => {
                let shape = self.shape(name.as_str(), *size, *align);
                let placeholder = self.builder.placeholder(&shape);
                self.pending.push((ty, placeholder));
                placeholder
            }
        }
    }

    /// Types belong to no file in particular.
    fn shape<'n>(&self, name: &'n str, bytes: u64, align: u32) -> Shape<'n> {
        Shape { name, file: Metadata::NONE, bytes, align }
    }

    fn enumeration(&mut self, aggregate: &Aggregate, ty: Ty, backing: Metadata, is_signed: bool) -> Metadata {
        let bits = ty.size() * 8;
        let members = aggregate.members.iter();
        let member =
            |member: &hubbub_mir::Member| self.builder.enumerator(member.name.as_str(), member.value, bits, is_signed);
        let members: Vec<_> = members.map(member).collect();
        let shape = self.shape(aggregate.name.as_str(), ty.size(), ty.align());
        self.builder.enumeration_type(&shape, &members, backing)
    }

    /// The tag of a union, by the names of its cases.
    fn tag(&mut self, aggregate: &Aggregate, ty: Ty, backing: Metadata) -> Metadata {
        let cases = aggregate.fields.iter().skip(1).enumerate();
        let bits = ty.size() * 8;
        let case = |(tag, case): (usize, &hubbub_mir::Field)| {
            self.builder.enumerator(case.name.as_str(), tag as i128, bits, false)
        };
        let cases: Vec<_> = cases.map(case).collect();
        let name = format!("{}.tag", aggregate.name);
        let shape = self.shape(&name, ty.size(), ty.align());
        self.builder.enumeration_type(&shape, &cases, backing)
    }

    /// The first result is the result; there is no word for several.
    pub(super) fn subroutine_type(&mut self, file: Metadata, signature: &Signature) -> Metadata {
        let result = signature.results.first().map_or(Metadata::NONE, |ty| self.ty(*ty));
        let parameters: Vec<_> = signature.parameters.iter().map(|ty| self.ty(*ty)).collect();
        let all: Vec<_> = [result].into_iter().chain(parameters).collect();
        self.builder.subroutine_type(file, &all)
    }

    /// Describes the members of all aggregates that have been asked for, and of those that these ask for.
    pub(super) fn describe_pending(&mut self) {
        while let Some((ty, placeholder)) = self.pending.pop() {
            let TyData::Aggregate { name, size, align } = ty.data() else { continue };
            let shape = self.shape(name.as_str(), *size, *align);
            let described = match self.shared.layouts.aggregate(*name) {
                Some(aggregate) => self.composite(aggregate, &shape, placeholder),
                None => self.builder.structure(&shape, &[]),
            };
            self.types.insert(ty, described);
            self.builder.replace(placeholder, described);
        }
    }

    fn composite(&mut self, aggregate: &Aggregate, shape: &Shape, scope: Metadata) -> Metadata {
        let mut members = Vec::with_capacity(aggregate.fields.len());
        for (index, field) in aggregate.fields.iter().enumerate() {
            let ty = self.ty(field.ty);
            let is_tag = index == 0 && aggregate.kind == AggregateKind::Union && field.name.as_str() == "tag";
            let ty = if is_tag { self.tag(aggregate, field.ty, ty) } else { ty };
            let described = Described { name: field.name.as_str(), file: shape.file, line: 0, ty };
            members.push(self.builder.member(scope, &described, field.ty.size(), field.offset));
        }
        match aggregate.kind {
            AggregateKind::RawUnion => self.builder.union(shape, &members),
            _ => self.builder.structure(shape, &members),
        }
    }
}
