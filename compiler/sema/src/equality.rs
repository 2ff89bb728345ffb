//! What `==` means for a type.

use hubbub_syntax::tree::view::{Abi, BinaryOperator, OperatorName};

use crate::data::types::{Argument, InstanceId, TypeId, TypeKind};
use crate::session::Sema;

/// How values of a type are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Equality {
    /// There is no `==` (slices, closures, raw unions, what contains them).
    None,
    /// One comparison of numbers, pointers, procedures, enums, runes, types.
    Scalar,
    /// By field, element, tag and payload, or bytes of a string.
    Structural,
    /// By the type's own operator.
    Operator(InstanceId),
}

impl Sema {
    /// How values of a type are compared.
    pub fn equality(&self, ty: TypeId) -> Equality {
        let facts = self.facts(ty);
        if facts.has_error || facts.is_dependent {
            return Equality::Structural;
        }
        match *self.kind(ty) {
            TypeKind::Int { .. }
            | TypeKind::Float { .. }
            | TypeKind::Bool
            | TypeKind::Rune
            | TypeKind::Pointer(_)
            | TypeKind::CString
            | TypeKind::Enum(_)
            | TypeKind::Void
            | TypeKind::Type => Equality::Scalar,
            TypeKind::Procedure(ref procedure) if procedure.abi != Abi::Closure => Equality::Scalar,
            TypeKind::String | TypeKind::Any => Equality::Structural,
            TypeKind::Array { element, .. } => self.by_parts(&[element]),
            // column by column
            TypeKind::Soa { .. } => self.declared_equality(ty),
            TypeKind::Maybe(inner) => self.by_parts(&[inner]),
            TypeKind::Struct(_) | TypeKind::Union(_) => self.declared_equality(ty),
            TypeKind::Distinct(_) => match (self.own_equality(ty), self.distinct_base(ty)) {
                (Some(own), _) => Equality::Operator(own),
                (None, Some(base)) => self.equality(base),
                (None, None) => Equality::None,
            },
            _ => Equality::None,
        }
    }

    fn declared_equality(&self, ty: TypeId) -> Equality {
        if let Some(own) = self.own_equality(ty) {
            return Equality::Operator(own);
        }
        // A type that contains itself has no layout; following its fields would not end.
        let (Some(fields), Some(_)) = (self.fields(ty), self.layout(ty)) else { return Equality::Structural };
        if fields.attributes.is_raw {
            return Equality::None;
        }
        let parts: Vec<TypeId> = fields.fields.iter().map(|field| field.ty).collect();
        self.by_parts(&parts)
    }

    fn by_parts(&self, parts: &[TypeId]) -> Equality {
        let has_all = parts.iter().all(|part| self.is_vector(*part) || self.equality(*part) != Equality::None);
        if has_all { Equality::Structural } else { Equality::None }
    }

    /// Whether a type is a vector, whose own `==` gives a mask; as a part of others it is equal if all its lanes are.
    fn is_vector(&self, ty: TypeId) -> bool {
        match (self.kind(ty), self.distinct_base(ty)) {
            (TypeKind::Simd { .. }, _) => true,
            (TypeKind::Distinct(_), Some(base)) => self.own_equality(ty).is_none() && self.is_vector(base),
            _ => false,
        }
    }

    /// The `==` that a type's home module declares for it.
    fn own_equality(&self, ty: TypeId) -> Option<InstanceId> {
        let module = &self.modules[self.home_module(ty)];
        let wanted = OperatorName::Binary(BinaryOperator::Equal);
        let mut candidates = module.operators.iter().filter(|(operator, _)| *operator == wanted);
        candidates.find_map(|(_, decl)| {
            let mut inferred = vec![None; self.decl(*decl).generic_count as usize];
            let pattern = self.signature(self.identity_instance(*decl))?;
            let [left, right] = pattern.parameters.as_ref() else { return None };
            let fits = [left.ty, right.ty].into_iter().all(|parameter| {
                if self.facts(parameter).is_dependent {
                    self.infer_type(parameter, ty, &mut inferred)
                } else {
                    parameter == ty
                }
            });
            let arguments: Option<Vec<Argument>> = inferred.into_iter().collect();
            let instance = self.instantiate(*decl, &arguments.filter(|_| fits)?);
            self.where_holds(instance).then_some(instance)
        })
    }
}
