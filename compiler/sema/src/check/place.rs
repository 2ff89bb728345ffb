//! Places: what can be assigned and pointed to, and what is noted about the variables below them.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::OperatorName;
use hubbub_syntax::{NodeId, View};

use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind, LocalId};
use crate::data::types::TypeKind;
use crate::store::decls::DeclKind;

/// What lies below a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Root {
    /// A variable of this body, or a part of it.
    Local(LocalId),
    /// Memory reached through a pointer or slice, or a top-level variable.
    Memory,
    /// The current context.
    Context,
    /// A byte of a string: readable only.
    StringByte,
    /// A constant.
    Constant,
    /// A value without a place.
    Value,
    /// A mistake was reported.
    Error,
}

impl Checker<'_> {
    /// Checks an expression that is to be changed; reports what is no place.
    pub fn check_place(&mut self, node: NodeId) -> ExprId {
        let place = self.check_expr(node, Expectation::None);
        match self.root(place) {
            Root::Local(_) | Root::Memory | Root::Error => place,
            root => self.not_a_place(root, node, "assigned"),
        }
    }

    /// Whether an expression is a place whose address can be taken.
    pub(crate) fn is_place(&self, expr: ExprId) -> bool {
        !self.is_soa_element(expr) && matches!(self.root(expr), Root::Local(_) | Root::Memory)
    }

    /// Whether an expression is a value of a struct, union or array without a place: what a call gives. As a receiver it gets a hidden local.
    pub(crate) fn is_temporary(&self, expr: ExprId) -> bool {
        let kind = self.kind(self.sema.base_of(self.ty(expr)));
        matches!(kind, TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Array { .. })
            && self.root(expr) == Root::Value
    }

    /// `&x` of a receiver: of its place, or of the hidden local that it gets.
    pub(crate) fn address_of_receiver(&mut self, receiver: ExprId, node: NodeId) -> ExprId {
        if !self.is_temporary(receiver) {
            return self.address_of(receiver, node);
        }
        let ty = self.sema.pointer_to(self.ty(receiver));
        let at = self.at(node);
        self.push(ExprKind::AddressOf(receiver), ty, at)
    }

    /// `&place` of a checked place.
    pub(crate) fn address_of(&mut self, place: ExprId, node: NodeId) -> ExprId {
        if self.is_soa_element(place) {
            let message = "an element of a `Soa` lies in pieces and has no address";
            let diagnostic = Diagnostic::new(Kind::NotAPlace, self.span(node), message);
            self.report(diagnostic.help("point to one of its fields, `&s[i].x`, or copy it into a variable"));
            return self.error(node);
        }
        match self.root(place) {
            Root::Local(_) | Root::Memory => {}
            Root::Error => return self.fail_silently(node),
            root => return self.not_a_place(root, node, "pointed to"),
        }
        self.mark_address_taken(place);
        let ty = self.sema.pointer_to(self.ty(place));
        let at = self.at(node);
        self.push(ExprKind::AddressOf(place), ty, at)
    }

    /// Notes that the variable below a place is assigned.
    pub fn mark_assigned(&mut self, place: ExprId) {
        if let Root::Local(local) = self.root(place) {
            self.body.locals[local].is_assigned = true;
        }
    }

    /// Notes that the address of the variable below a place is taken.
    pub fn mark_address_taken(&mut self, place: ExprId) {
        if let Root::Local(local) = self.root(place) {
            self.body.locals[local].is_address_taken = true;
        }
    }

    /// Whether a place is an element of an array that is laid out field by field.
    pub(crate) fn is_soa_element(&self, place: ExprId) -> bool {
        match self.expr(place).kind {
            ExprKind::Index { base, .. } => {
                matches!(self.kind(self.sema.base_of(self.ty(base))), TypeKind::Soa { .. })
            }
            _ => false,
        }
    }

    /// What lies below an expression.
    fn root(&self, expr: ExprId) -> Root {
        let mut expr = expr;
        loop {
            expr = match self.expr(expr).kind {
                ExprKind::Error => return Root::Error,
                ExprKind::Local(local) => return Root::Local(local),
                ExprKind::Variable(_) | ExprKind::Dereference(_) => return Root::Memory,
                ExprKind::Context => return Root::Context,
                ExprKind::Constant(_) => return Root::Constant,
                ExprKind::Index { base, .. } => match self.kind(self.sema.base_of(self.ty(base))) {
                    TypeKind::Array { .. } | TypeKind::Simd { .. } | TypeKind::Soa { .. } => base,
                    TypeKind::String => return Root::StringByte,
                    _ => return Root::Memory,
                },
                ExprKind::Field { base, .. } => match self.kind(self.sema.base_of(self.ty(base))) {
                    TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Soa { .. } => base,
                    _ if self.is_place(base) => base,
                    _ => return Root::Value,
                },
                ExprKind::Payload { base, .. } => base,
                _ if self.kind_of(expr) == &TypeKind::Error => return Root::Error,
                _ => return Root::Value,
            }
        }
    }

    /// The part of a path that an operator `[]` gives, a copy: `m[k]` in `m[k].x`.
    fn copied_element(&mut self, node: NodeId) -> Option<String> {
        let mut at = node;
        let element = loop {
            at = match self.view(at) {
                View::Index { base, .. } if !matches!(self.view(base), View::Index { .. } | View::Dot { .. }) => {
                    break at;
                }
                View::Index { base, .. } | View::Dot { base, .. } => base,
                View::Parenthesized { value } => value,
                _ => return None,
            };
        };
        let known = self.diagnostics.len();
        let value = self.check_expr(element, Expectation::None);
        self.diagnostics.truncate(known);
        let ExprKind::Call { procedure, .. } = self.expr(value).kind else { return None };
        let is_element = self.sema.decl_of(procedure).kind == DeclKind::Operator(OperatorName::Index);
        is_element.then(|| self.source(element))
    }

    fn not_a_place(&mut self, root: Root, node: NodeId, what: &str) -> ExprId {
        let text = self.source(node);
        let element = if root == Root::Value { self.copied_element(node) } else { None };
        let (message, help) = match (root, element) {
            (_, Some(element)) => (
                format!("`{element}` is what `[]` gives, a copy, so `{text}` is no place and cannot be {what}"),
                Some(format!(
                    "change a copy and store it: `x := {element}`, …, `{element} = x`; the operator `&[]` would make a place"
                )),
            ),
            (Root::Context, _) => (
                format!("the context is immutable and cannot be {what}"),
                Some("make a new one current: `with context{… = …}`".to_owned()),
            ),
            (Root::StringByte, _) => (
                format!("the bytes of a `String` cannot be {what}"),
                Some("copy them into a `Slice{u8}` first".to_owned()),
            ),
            (Root::Constant, _) => (
                format!("`{text}` is a constant and cannot be {what}"),
                (what == "pointed to").then(|| format!("copy it into a variable first: `x := {text}`")),
            ),
            _ => (format!("`{text}` is a value, not a place, and cannot be {what}"), {
                (what == "pointed to").then(|| {
                    format!("put it into a variable first and write `&variable`, or into memory by `new({text})`")
                })
            }),
        };
        let mut diagnostic = Diagnostic::new(Kind::NotAPlace, self.span(node), message);
        if let Some(help) = help {
            diagnostic = diagnostic.help(help);
        }
        self.report(diagnostic);
        self.error(node)
    }
}
