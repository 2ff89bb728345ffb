//! What `{…}` as an argument says about generic parameters: its elements are learned from as arguments are.
//!
//! A `{…}` waits for its parameter's type. Only where that depends on generic parameters of which the other arguments say nothing are its
//! elements checked before, each once and for itself; [`Checker::check_expr`] finds them again when the literal is made.

use hubbub_base::Name;
use hubbub_syntax::{NodeId, View};

use super::arguments::ArgumentValue;
use super::overload::Reason;
use crate::check::Checker;
use crate::check::Expectation;
use crate::check::literal::is_literal;
use crate::data::typed::ExprId;
use crate::data::types::{Argument, Constructor, DeclId, TypeId, TypeKind};
use crate::generics::Inferred;

/// Which elements are learned from: those with types say more than literals, a float among these more than an integer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pass {
    Typed,
    Floats,
    Literals,
}

impl Pass {
    /// In the order in which they are made.
    pub const ALL: [Self; 3] = [Self::Typed, Self::Floats, Self::Literals];

    /// The pass that learns from what has this type.
    pub fn of(kind: &TypeKind) -> Self {
        match kind {
            TypeKind::LiteralFloat => Self::Floats,
            kind if is_literal(kind) => Self::Literals,
            _ => Self::Typed,
        }
    }
}

impl Checker<'_> {
    /// Learns from `{…}` for a parameter of the type `pattern`. Elements that contradict each other are reported when the literal is made.
    pub(super) fn infer_brace(
        &mut self,
        pattern: TypeId,
        node: NodeId,
        pass: Pass,
        inferred: &mut Inferred,
    ) -> Result<(), Reason> {
        let View::BareBrace { arguments } = self.view(self.without_parentheses(node)) else { return Ok(()) };
        let is_named = matches!(arguments.first().map(|node| self.view(*node)), Some(View::NamedArgument { .. }));
        match *self.kind(pattern) {
            TypeKind::Maybe(payload) => self.infer_brace(payload, node, pass, inferred),
            TypeKind::Struct(_) => self.infer_fields(pattern, arguments, pass, inferred),
            TypeKind::Slice(element) | TypeKind::Array { element, .. } | TypeKind::Simd { element, .. }
                if !is_named =>
            {
                self.infer_elements(element, arguments, pass, inferred)
            }
            TypeKind::Counted { constructor, element, length } if !is_named => {
                // `{}` is the default value, of any length
                if constructor != Constructor::Soa && !arguments.is_empty() {
                    self.sema.infer_length(length, arguments.len() as u64, inferred);
                }
                self.infer_elements(element, arguments, pass, inferred)
            }
            _ => Ok(()),
        }
    }

    /// `{…}` as an array of what its elements are, where nothing else says it; `None` where they do not say it either.
    pub(crate) fn check_elements_alone(&mut self, node: NodeId) -> Option<ExprId> {
        let View::BareBrace { arguments } = self.view(self.without_parentheses(node)) else { return None };
        let outer = std::mem::take(&mut self.elements);
        let found = self.type_of_elements(arguments);
        let value = match found {
            Ok(Some(element)) => {
                let ty = self.sema.intern(TypeKind::Array { element, length: arguments.len() as u64 });
                Some(self.check_to(node, ty))
            }
            Ok(None) => None,
            Err(Reason::Unknown(TypeKind::Dependent)) => Some(self.dependent(node)),
            Err(_) => Some(self.fail_silently(node)),
        };
        self.elements = outer;
        value
    }

    /// What a generic parameter would be whose slice these elements are given for.
    fn type_of_elements(&mut self, elements: &[NodeId]) -> Result<Option<TypeId>, Reason> {
        let pattern = TypeKind::Parameter { decl: DeclId(0), index: 0, name: Name::new("T") };
        let pattern = self.sema.intern(pattern);
        let mut inferred: Inferred = vec![None];
        for pass in Pass::ALL {
            if inferred == [None] {
                self.infer_elements(pattern, elements, pass, &mut inferred)?;
            }
        }
        Ok(match inferred.as_slice() {
            [Some(Argument::Type(ty))] => Some(*ty),
            _ => None,
        })
    }

    fn infer_elements(
        &mut self,
        pattern: TypeId,
        elements: &[NodeId],
        pass: Pass,
        inferred: &mut Inferred,
    ) -> Result<(), Reason> {
        elements.iter().try_for_each(|element| self.infer_element(pattern, *element, pass, inferred))
    }

    fn infer_fields(
        &mut self,
        pattern: TypeId,
        arguments: &[NodeId],
        pass: Pass,
        inferred: &mut Inferred,
    ) -> Result<(), Reason> {
        let Some(fields) = self.sema.fields(pattern) else { return Ok(()) };
        for (index, argument) in arguments.iter().enumerate() {
            let (index, value) = match self.view(*argument) {
                View::NamedArgument { name, value } => (fields.position(self.name_of(name)), value),
                _ => (Some(index), *argument),
            };
            if let Some(field) = index.and_then(|index| fields.fields.get(index)) {
                self.infer_element(field.ty, value, pass, inferred)?;
            }
        }
        Ok(())
    }

    fn infer_element(
        &mut self,
        pattern: TypeId,
        node: NodeId,
        pass: Pass,
        inferred: &mut Inferred,
    ) -> Result<(), Reason> {
        if !self.sema.facts(pattern).is_dependent {
            return Ok(());
        }
        if matches!(self.view(self.without_parentheses(node)), View::BareBrace { .. }) {
            return self.infer_brace(pattern, node, pass, inferred);
        }
        let Ok(expr) = self.untyped_element(node) else { return Ok(()) };
        let ty = self.ty(expr);
        let facts = self.sema.facts(ty);
        if facts.has_error || facts.is_dependent {
            return Err(Reason::Unknown(if facts.has_error { TypeKind::Error } else { TypeKind::Dependent }));
        }
        let settled = if pass == Pass::Typed { Some(ty) } else { self.default_type(ty) };
        if Pass::of(self.kind(ty)) == pass
            && let Some(ty) = settled
        {
            self.learn(pattern, ty, inferred);
        }
        Ok(())
    }

    /// What an element was found to be before its type was known; asked once.
    #[inline]
    pub(crate) fn element_checked(&mut self, node: NodeId) -> Option<ExprId> {
        if self.elements.is_empty() { None } else { self.elements.remove(&node) }
    }

    /// An element that needs no expectation, checked once however many candidates ask; else what is known of it, if it is one.
    pub(super) fn untyped_element(&mut self, node: NodeId) -> Result<ExprId, Option<ArgumentValue>> {
        if let Some(expr) = self.elements.get(&node) {
            return Ok(*expr);
        }
        if matches!(self.view(node), View::NamedArgument { .. } | View::Spread { .. }) {
            return Err(None);
        }
        match self.check_argument(node, Expectation::None) {
            ArgumentValue::Checked(expr) => {
                self.elements.insert(node, expr);
                Ok(expr)
            }
            value => Err(Some(value)),
        }
    }
}
