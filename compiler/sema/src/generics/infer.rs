//! Inference: a type with parameters in it is matched with an actual type. Specificity: one pattern is matched with another.

use std::cell::RefCell;
use std::cmp::Ordering;

use hubbub_syntax::tree::view::Abi;
use num_traits::ToPrimitive;

use super::Inferred;
use crate::data::types::{Argument, Constructor, DeclId, ProcedureType, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value, ValueId};
use crate::session::Sema;

thread_local! {
    /// The value parameters whose types this thread is resolving: one may name itself where a type is expected.
    static ASKED: RefCell<Vec<(DeclId, u32)>> = const { RefCell::new(Vec::new()) };
}

/// Resolves the type of a value parameter; `None` where this thread is at it already.
pub(super) fn asking<T>(decl: DeclId, index: u32, resolve: impl FnOnce() -> T) -> Option<T> {
    let parameter = (decl, index);
    if ASKED.with_borrow(|asked| asked.contains(&parameter)) {
        return None;
    }
    ASKED.with_borrow_mut(|asked| asked.push(parameter));
    let result = resolve();
    ASKED.with_borrow_mut(|asked| asked.retain(|other| *other != parameter));
    Some(result)
}

impl Sema {
    /// Learns from as many elements as `count` where a `{…}` stands for an `Array{T, N}` or `Simd{T, N}` whose length is `pattern`.
    pub fn infer_length(&self, pattern: ValueId, count: u64, inferred: &mut Inferred) {
        self.unify_length(pattern, count, inferred);
    }

    /// Learns from an argument of type `actual` given for parameter `parameter` of procedure `decl`. `false`: they cannot fit.
    /// A parameter type without generic parameters always fits: whether there is a conversion is asked elsewhere.
    pub fn infer(&self, decl: DeclId, parameter: usize, actual: TypeId, inferred: &mut Inferred) -> bool {
        match self.parameter_pattern(decl, parameter) {
            Some(pattern) => self.infer_type(pattern, actual, inferred),
            None => false,
        }
    }

    /// The type of a parameter in terms of the generic parameters; of `..T` the slice.
    pub fn parameter_pattern(&self, decl: DeclId, parameter: usize) -> Option<TypeId> {
        let signature = self.signature(self.identity_instance(decl))?;
        signature.parameters.get(parameter).map(|parameter| parameter.ty)
    }

    /// Learns from `actual` standing where `pattern` is wanted.
    pub fn infer_type(&self, pattern: TypeId, actual: TypeId, inferred: &mut Inferred) -> bool {
        if !self.facts(pattern).is_dependent {
            return true;
        }
        self.unify(pattern, actual, inferred)
    }

    /// Whether parameter `a.1` of `a.0` is more specific (`Less`) than `b.1` of `b.0`, or the other way round; `None` when neither is.
    pub fn compare_specificity(&self, a: (DeclId, usize), b: (DeclId, usize)) -> Option<Ordering> {
        let pattern_a = self.parameter_pattern(a.0, a.1)?;
        let pattern_b = self.parameter_pattern(b.0, b.1)?;
        let fits = |pattern: TypeId, actual: TypeId, of: DeclId| {
            let mut inferred = vec![None; self.decl(of).generic_count as usize];
            if self.facts(pattern).is_dependent {
                self.unify(pattern, actual, &mut inferred)
            } else {
                pattern == actual
            }
        };
        match (fits(pattern_b, pattern_a, b.0), fits(pattern_a, pattern_b, a.0)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            (false, false) => None,
        }
    }

    fn unify(&self, pattern: TypeId, actual: TypeId, inferred: &mut Inferred) -> bool {
        if !self.facts(pattern).is_dependent {
            return pattern == actual || actual == self.types.error;
        }
        match (self.kind(pattern), self.kind(actual)) {
            (_, TypeKind::Error) | (TypeKind::Dependent, _) => true,
            (TypeKind::Parameter { index, .. }, _) => self.bind_type(*index, actual, inferred),
            (TypeKind::Pointer(a), TypeKind::Pointer(b))
            | (TypeKind::Slice(a), TypeKind::Slice(b))
            | (TypeKind::Maybe(a), TypeKind::Maybe(b)) => self.unify(*a, *b, inferred),
            (TypeKind::Array { element: a, length: n }, TypeKind::Array { element: b, length: m })
            | (TypeKind::Soa { element: a, length: n }, TypeKind::Soa { element: b, length: m }) => {
                n == m && self.unify(*a, *b, inferred)
            }
            (TypeKind::Simd { element: a, lanes: n }, TypeKind::Simd { element: b, lanes: m }) => {
                n == m && self.unify(*a, *b, inferred)
            }
            (TypeKind::Counted { constructor, element, length }, _) => {
                self.unify_counted(*constructor, *element, *length, actual, inferred)
            }
            (TypeKind::Procedure(a), TypeKind::Procedure(b)) => self.unify_procedures(a, b, inferred),
            (TypeKind::Struct(a), TypeKind::Struct(b))
            | (TypeKind::Union(a), TypeKind::Union(b))
            | (TypeKind::Enum(a), TypeKind::Enum(b))
            | (TypeKind::Distinct(a), TypeKind::Distinct(b)) => {
                let (a, b) = (self.instance(*a), self.instance(*b));
                let mut pairs = a.arguments.iter().zip(&b.arguments);
                a.decl == b.decl && pairs.all(|(a, b)| self.unify_arguments(*a, *b, inferred))
            }
            _ => false,
        }
    }

    fn unify_arguments(&self, pattern: Argument, actual: Argument, inferred: &mut Inferred) -> bool {
        match (pattern, actual) {
            (Argument::Type(pattern), Argument::Type(actual)) => match self.kind(pattern) {
                // `Thread{Void}` is a type like any other, though nothing can be a `Void`.
                TypeKind::Parameter { index, .. } if actual == self.types.void => {
                    bind(*index, Argument::Type(actual), inferred)
                }
                _ => self.unify(pattern, actual, inferred),
            },
            (Argument::Value(pattern), Argument::Value(actual)) => self.unify_values(pattern, actual, inferred),
            _ => false,
        }
    }

    fn unify_values(&self, pattern: ValueId, actual: ValueId, inferred: &mut Inferred) -> bool {
        match self.value(pattern).map(|value| &value.value) {
            Some(Value::Parameter { index, .. }) => bind(*index, Argument::Value(actual), inferred),
            Some(Value::Dependent) => true,
            _ => pattern == actual,
        }
    }

    fn unify_counted(
        &self,
        constructor: Constructor,
        element: TypeId,
        length: ValueId,
        actual: TypeId,
        inferred: &mut Inferred,
    ) -> bool {
        let (actual_constructor, actual_element, count) = match *self.kind(actual) {
            TypeKind::Array { element, length } => (Constructor::Array, element, length),
            TypeKind::Soa { element, length } => (Constructor::Soa, element, length),
            TypeKind::Simd { element, lanes } => (Constructor::Simd, element, u64::from(lanes)),
            TypeKind::Counted { constructor: other, element: other_element, length: other_length } => {
                return constructor == other
                    && self.unify(element, other_element, inferred)
                    && self.unify_values(length, other_length, inferred);
            }
            _ => return false,
        };
        constructor == actual_constructor
            && self.unify(element, actual_element, inferred)
            && self.unify_length(length, count, inferred)
    }

    fn unify_length(&self, pattern: ValueId, count: u64, inferred: &mut Inferred) -> bool {
        let Some(value) = self.value(pattern) else { return false };
        match &value.value {
            Value::Parameter { decl, index } => {
                let ty = self.value_parameter_type(*decl, *index);
                bind(*index, Argument::Value(self.values.integer(ty, count)), inferred)
            }
            Value::Dependent => true,
            Value::Integer(integer) => integer.to_u64() == Some(count),
            _ => false,
        }
    }

    /// The type of a value parameter, `Int` where it depends on another one, or on itself.
    pub(crate) fn value_parameter_type(&self, decl_id: DeclId, index: u32) -> TypeId {
        asking(decl_id, index, || self.written_parameter_type(decl_id, index)).unwrap_or(self.types.int)
    }

    fn written_parameter_type(&self, decl_id: DeclId, index: u32) -> TypeId {
        let decl = self.decl(decl_id);
        let own = index as usize - (decl.inherited_generic_count as usize).min(index as usize);
        let node = self.generic_parameters(decl_id).get(own).and_then(|parameter| parameter.ty);
        let env = crate::session::Env { module: decl.module, decl: Some(decl_id), arguments: &[], locals: None };
        let ty = node.map_or(self.types.int, |node| self.resolve_type(&env, node));
        if self.facts(ty).is_dependent { self.types.int } else { ty }
    }

    fn unify_procedures(&self, a: &ProcedureType, b: &ProcedureType, inferred: &mut Inferred) -> bool {
        let same_shape = a.abi == b.abi
            && a.is_c_variadic == b.is_c_variadic
            && a.parameters.len() == b.parameters.len()
            && a.results.len() == b.results.len();
        let mut pairs = a.parameters.iter().chain(&a.results).zip(b.parameters.iter().chain(&b.results));
        same_shape && pairs.all(|(a, b)| self.unify(*a, *b, inferred))
    }

    fn bind_type(&self, index: u32, actual: TypeId, inferred: &mut Inferred) -> bool {
        match self.kind(actual) {
            TypeKind::Void | TypeKind::Never | TypeKind::Results(_) | TypeKind::Module(_) | TypeKind::OverloadSet => {
                false
            }
            // What takes a T could keep it, and a closure must not be kept.
            TypeKind::Procedure(procedure) if procedure.abi == Abi::Closure => false,
            _ => bind(index, Argument::Type(actual), inferred),
        }
    }

    /// The value of a value parameter's argument.
    pub fn argument_value(&self, argument: Argument) -> Option<&TypedValue> {
        match argument {
            Argument::Value(value) => self.value(value),
            Argument::Type(_) => None,
        }
    }
}

fn bind(index: u32, argument: Argument, inferred: &mut Inferred) -> bool {
    match inferred.get_mut(index as usize) {
        Some(slot @ None) => {
            *slot = Some(argument);
            true
        }
        Some(Some(known)) => *known == argument,
        None => false,
    }
}
