//! Converts expressions: literals meet their types, implicit conversions are written out, `T(x)`.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::Abi;
use hubbub_syntax::{NodeId, View};

use super::Checker;
use super::conversion::{self, Implicit, implicit, is_silent};
use super::literal::is_literal;
use crate::constants::exact;
use crate::data::typed::{Conversion, ExprId, ExprKind};
use crate::data::types::{InstanceId, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};

impl Checker<'_> {
    /// Converts an expression implicitly to `to`, literals included; reports a mistake at `node` when that is impossible.
    pub fn convert_to(&mut self, expr: ExprId, to: TypeId, node: NodeId) -> ExprId {
        let from = self.ty(expr);
        if from == to {
            return expr;
        }
        if is_literal(self.kind(from)) {
            return self.literal_to_type(expr, to, node);
        }
        match implicit(self.sema, from, to) {
            Some(way) => self.apply(expr, way, to),
            None if self.is_held_literal(from, to, node) => self.apply(expr, Implicit::Wrap, to),
            None => match self.entry_thunk(expr, to) {
                Some(thunk) => thunk,
                None => self.mismatch(from, to, node),
            },
        }
    }

    /// Whether `.m` or `{…}` was made for what the distinct `Maybe` of type `to` holds: literals fit that, other values must be converted.
    fn is_held_literal(&self, from: TypeId, to: TypeId, node: NodeId) -> bool {
        let is_literal = |node| matches!(self.view(node), View::ImplicitMember { .. } | View::BareBrace { .. });
        let node = self.without_parentheses(node);
        self.sema.held_by(to) == Some(from)
            && match self.view(node) {
                View::Call { callee, .. } => is_literal(callee),
                _ => is_literal(node),
            }
    }

    /// Applies an implicit conversion.
    pub(crate) fn apply(&mut self, expr: ExprId, way: Implicit, to: TypeId) -> ExprId {
        let at = self.expr(expr).at;
        match way {
            Implicit::Nothing => expr,
            Implicit::Convert(kind) => {
                if kind == Conversion::ArrayToSlice {
                    self.mark_address_taken(expr);
                }
                self.push(ExprKind::Convert { kind, value: expr }, to, at)
            }
            Implicit::Wrap => self.push(ExprKind::Union { case: 1, payload: Some(expr) }, to, at),
            Implicit::ToClosure => self.push(ExprKind::ProcedureToClosure(expr), to, at),
        }
    }

    /// A literal goes to a type: to a number, wrapped in a `Maybe`, into an `Any`.
    fn literal_to_type(&mut self, expr: ExprId, to: TypeId, node: NodeId) -> ExprId {
        if let Some(payload) = self.sema.held_by(to) {
            let value = self.convert_to(expr, payload, node);
            return self.apply(value, Implicit::Wrap, to);
        }
        match self.kind(to) {
            TypeKind::Any => {
                let value = self.settle(expr, node);
                let ty = self.ty(value);
                match implicit(self.sema, ty, to) {
                    Some(way) => self.apply(value, way, to),
                    None => value,
                }
            }
            kind if is_silent(kind) => expr,
            _ if self.retype(expr, to, node) => expr,
            _ => self.error(node),
        }
    }

    /// Literals take their default types; whatever has a type keeps it.
    pub fn settle(&mut self, expr: ExprId, node: NodeId) -> ExprId {
        let ty = self.ty(expr);
        match self.kind(ty) {
            TypeKind::LiteralNull => {
                let mistake =
                    Diagnostic::new(Kind::NotInferred, self.span(node), "the type of `null` is not known here");
                self.report(mistake.help("declare the type: `p: Pointer{T} = null`"));
                self.error(node)
            }
            _ => match self.default_type(ty) {
                Some(default) => {
                    if self.retype(expr, default, node) {
                        expr
                    } else {
                        self.error(node)
                    }
                }
                None => expr,
            },
        }
    }

    /// A named Hubbub procedure, or a literal that captures nothing, where a `#c-call` type is expected.
    fn entry_thunk(&mut self, expr: ExprId, to: TypeId) -> Option<ExprId> {
        let instance = self.named_procedure(expr)?;
        let at = self.expr(expr).at;
        self.has_entry_thunk(self.ty(expr), to).then(|| self.push(ExprKind::EntryThunk(instance), to, at))
    }

    /// Whether a procedure of type `from` has a generated entry of the C type `to`.
    pub(crate) fn has_entry_thunk(&self, from: TypeId, to: TypeId) -> bool {
        match (self.kind(from), self.kind(to)) {
            (TypeKind::Procedure(from), TypeKind::Procedure(to)) => {
                from.abi == Abi::Hubbub
                    && to.abi == Abi::C
                    && from.parameters == to.parameters
                    && from.results == to.results
                    && !to.is_c_variadic
            }
            _ => false,
        }
    }

    /// The procedure that an expression names.
    pub(crate) fn named_procedure(&self, expr: ExprId) -> Option<InstanceId> {
        match self.expr(expr).kind {
            ExprKind::Procedure(instance) => Some(instance),
            ExprKind::Constant(_) => match self.constant_value(expr)?.value {
                Value::Procedure(instance) => Some(instance),
                _ => None,
            },
            _ => None,
        }
    }

    /// `T(x)` of a checked `x`.
    pub(crate) fn convert_explicitly(&mut self, expr: ExprId, to: TypeId, node: NodeId, whole: NodeId) -> ExprId {
        let from = self.ty(expr);
        if is_literal(self.kind(from)) {
            return self.convert_literal_explicitly(expr, to, node, whole);
        }
        if let Some(way) = implicit(self.sema, from, to) {
            return self.apply_explicit(expr, way, to);
        }
        if let Some(thunk) = self.entry_thunk(expr, to) {
            return thunk;
        }
        let at = self.at(whole);
        if let Some(kind) = conversion::explicit(self.sema, from, to) {
            return self.push(ExprKind::Convert { kind, value: expr }, to, at);
        }
        // a distinct type converts as its base does, when that is written
        let (base, target) = (self.sema.base_of(from), self.sema.base_of(to));
        if (base, target) == (from, to) || !conversion::is_written(self.sema, from, to) {
            return self.no_conversion(from, to, whole);
        }
        let value = self.seen_as(expr, base, at);
        let value = self.convert_explicitly(value, target, node, whole);
        self.seen_as(value, to, at)
    }

    /// A value of a distinct type as one of its base, or the other way round.
    fn seen_as(&mut self, value: ExprId, ty: TypeId, at: u32) -> ExprId {
        if self.ty(value) == ty {
            value
        } else {
            self.push(ExprKind::Convert { kind: Conversion::Same, value }, ty, at)
        }
    }

    /// An implicit conversion that was written: of a value that depends on a parameter the type is known now.
    fn apply_explicit(&mut self, expr: ExprId, way: Implicit, to: TypeId) -> ExprId {
        if way == Implicit::Nothing && self.ty(expr) != to {
            let at = self.expr(expr).at;
            return self.push(ExprKind::Convert { kind: Conversion::Same, value: expr }, to, at);
        }
        self.apply(expr, way, to)
    }

    /// `i32(5)`: exact where the type holds the literal, else as its default type converts; `u8(300)` truncates.
    fn convert_literal_explicitly(&mut self, expr: ExprId, to: TypeId, node: NodeId, whole: NodeId) -> ExprId {
        let is_constant = matches!(self.expr(expr).kind, ExprKind::Constant(_));
        let is_wrapper = self.sema.held_by(to).is_some() || *self.kind(to) == TypeKind::Any;
        if is_wrapper || is_silent(self.kind(to)) {
            return self.literal_to_type(expr, to, node);
        }
        if self.literal_fit(expr, to).is_ok() {
            self.retype(expr, to, node);
            return expr;
        }
        if let (true, Some(value)) = (is_constant, self.constant_value(expr)) {
            let rounded = match (&value.value, self.kind(self.sema.base_of(to))) {
                (Value::Integer(value), TypeKind::Float { bits }) => {
                    exact::nearest_float(&value.clone().into(), *bits).map(|float| Value::Float(float.to_bits()))
                }
                _ => None,
            };
            if let Some(value) = rounded {
                let at = self.at(whole);
                return self.constant(TypedValue { ty: to, value }, at);
            }
        }
        let has_value = self.literal_fit(expr, self.default_type(self.ty(expr)).unwrap_or(to)).is_ok();
        if matches!(self.kind_of(expr), TypeKind::LiteralNull) || !has_value {
            self.retype(expr, to, node);
            return self.error(whole);
        }
        let settled = self.settle(expr, node);
        self.convert_explicitly(settled, to, node, whole)
    }

    // ---- mistakes -------------------------------------------------------------------------------------------------

    /// Reports that a value of another type was expected.
    pub fn mismatch(&mut self, from: TypeId, to: TypeId, node: NodeId) -> ExprId {
        if is_silent(self.kind(from)) || is_silent(self.kind(to)) {
            return self.fail_silently(node);
        }
        let (expected, found) = (self.type_name(to), self.described(from));
        let span = self.span(node);
        let mut diagnostic = Diagnostic::new(Kind::TypeMismatch, span, format!("expected `{expected}`, found {found}"));
        if let Some(number) = self.number_in_quotes(from, to, node) {
            diagnostic = diagnostic.maybe_fix("write the number without quotes", span, number);
        } else if let Some(help) = self.mismatch_help(from, to, node) {
            diagnostic = diagnostic.help(help);
        }
        self.report(diagnostic);
        self.error(node)
    }

    /// A type in a message: literals are described.
    pub(crate) fn described(&self, ty: TypeId) -> String {
        match self.kind(ty) {
            TypeKind::LiteralInt => "an integer literal".to_owned(),
            TypeKind::LiteralFloat => "a float literal".to_owned(),
            TypeKind::LiteralRune => "a rune literal".to_owned(),
            TypeKind::LiteralString => "a `String` literal".to_owned(),
            TypeKind::LiteralNull => "`null`".to_owned(),
            TypeKind::Void => "nothing (the call has no result)".to_owned(),
            TypeKind::Results(results) => format!("{} results", results.len()),
            TypeKind::Module(_) => "a module".to_owned(),
            TypeKind::OverloadSet => "a procedure".to_owned(),
            _ => format!("`{}`", self.type_name(ty)),
        }
    }

    /// `12` for `"12"` where a number is expected.
    fn number_in_quotes(&self, from: TypeId, to: TypeId, node: NodeId) -> Option<String> {
        let inner = self.tree.source(node).strip_prefix('"')?.strip_suffix('"')?;
        let is_number = match self.kind(self.sema.base_of(to)) {
            TypeKind::Int { .. } => inner.parse::<i64>().is_ok(),
            TypeKind::Float { .. } => inner.parse::<f64>().is_ok() && inner.starts_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        (*self.kind(from) == TypeKind::LiteralString && is_number).then(|| inner.to_owned())
    }

    /// What helps against a mismatch.
    fn mismatch_help(&self, from: TypeId, to: TypeId, node: NodeId) -> Option<String> {
        let target = self.type_name(to);
        let settled = self.default_type(from).unwrap_or(from);
        let text = match self.view(node) {
            View::OrElse { .. } => format!("({})", self.source(node)),
            _ => self.source(node),
        };
        if let Some(element) = self.element_behind_pointer(node) {
            return Some(element);
        }
        match (self.kind(settled), self.kind(to)) {
            (TypeKind::Pointer(pointee), _) if *pointee == to => Some(format!("write `{text}@` for what it points to")),
            (_, TypeKind::Pointer(pointee)) if *pointee == settled => Some(match self.view(node) {
                View::Name { .. } if self.is_constant_at(node) => {
                    format!("a constant has no address: copy it into a variable first, `x := {text}`")
                }
                View::Call { .. } => {
                    format!("it has no address: put it into a variable first, `x := {text}`, and write `&x`")
                }
                _ => format!("write `&{text}` for its address"),
            }),
            _ if self.sema.held_by(settled) == Some(to) => {
                Some(format!("it may be `none`: unwrap it with `or_else`, `or_return` or `if x := {text}`"))
            }
            (TypeKind::Array { length: found, .. }, TypeKind::Array { length: wanted, .. }) if found != wanted => {
                Some(format!("the lengths differ: {found} and {wanted} elements"))
            }
            (TypeKind::Slice(_), TypeKind::Array { .. }) => {
                Some("a slice's length is known at run time only".to_owned())
            }
            (TypeKind::Int { .. } | TypeKind::Bool, TypeKind::Bool | TypeKind::Int { .. })
                if to == self.sema.types.bool =>
            {
                Some(format!("compare it: `{text} != 0`"))
            }
            (TypeKind::Pointer(_) | TypeKind::Procedure(_) | TypeKind::CString, _) if to == self.sema.types.bool => {
                Some(format!("compare it: `{text} != null`"))
            }
            _ if to == self.sema.types.bool && self.sema.held_by(settled).is_some() => {
                Some(format!("compare it: `{text} != none`"))
            }
            (TypeKind::String | TypeKind::LiteralString | TypeKind::Slice(_), _) if to == self.sema.types.bool => {
                Some(format!("compare its length: `{text}.length != 0`"))
            }
            (TypeKind::LiteralNull, TypeKind::Maybe(_)) => Some("what is missing is `none`".to_owned()),
            (TypeKind::LiteralNull, _) => {
                Some(format!("only pointers are `null`; what may be missing is a `Maybe{{{target}}}`"))
            }
            // who made two types distinct did not want one for the other
            (TypeKind::Distinct(_), TypeKind::Distinct(_))
                if conversion::explicit(self.sema, settled, to).is_none() =>
            {
                None
            }
            _ if conversion::is_written(self.sema, settled, to) => Some(format!("convert it: `{target}({text})`")),
            _ => None,
        }
    }

    /// What has just been checked at the place of a node.
    fn checked_at(&self, node: NodeId) -> impl Iterator<Item = &crate::data::typed::Expr> {
        const BACK_MAX: usize = 64;
        let at = self.at(node);
        self.body.exprs.iter().rev().take(BACK_MAX).filter(move |expr| expr.at == at)
    }

    /// Whether what was checked last at a node's place is a constant.
    pub(crate) fn is_constant_at(&self, node: NodeId) -> bool {
        self.checked_at(node).next().is_some_and(|expr| matches!(expr.kind, ExprKind::Constant(_)))
    }

    /// Advice where `p[i]` is a whole array because `p` is a pointer to arrays: `p@[i]` was meant.
    pub(crate) fn element_behind_pointer(&self, node: NodeId) -> Option<String> {
        let View::Index { base, arguments } = self.view(node) else { return self.element_in_variable(node) };
        let is_pointer_to_list = self.checked_at(node).any(|expr| self.is_list_behind_pointer(expr));
        let (pointer, [index]) = (self.source(base), arguments) else { return None };
        let index = self.source(*index);
        is_pointer_to_list.then(|| whole_arrays(&pointer, &index))
    }

    fn is_list_behind_pointer(&self, expr: &crate::data::typed::Expr) -> bool {
        match expr.kind {
            ExprKind::Index { base, .. } => match self.kind(self.ty(base)) {
                TypeKind::Pointer(pointee) => {
                    matches!(self.kind(self.sema.base_of(*pointee)), TypeKind::Array { .. } | TypeKind::Slice(_))
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// The same of a variable that was made by `y := p[i]` a while before.
    fn element_in_variable(&self, node: NodeId) -> Option<String> {
        const BACK_MAX: usize = 10_000;
        let View::Name { .. } = self.view(node) else { return None };
        let local = self.checked_at(node).find_map(|expr| match expr.kind {
            ExprKind::Local(local) => Some(local),
            _ => None,
        })?;
        let value = self.body.exprs.iter().rev().take(BACK_MAX).find_map(|expr| match expr.kind {
            ExprKind::Let { locals, values } => {
                let index = self.body.list(locals).position(|other| other.0 == local.0)?;
                self.body.list(values).nth(index)
            }
            _ => None,
        })?;
        let made = self.expr(value);
        if !self.is_list_behind_pointer(&made) {
            return None;
        }
        let text = self.tree.text().get(made.at as usize..)?;
        let (pointer, rest) = text.split_once('[')?;
        let (index, _) = rest.split_once(']')?;
        let is_short = |text: &str| !text.contains(['\n', '[', '(']);
        (is_short(pointer) && is_short(index)).then(|| whole_arrays(pointer, index))
    }

    /// The text of a node, shortened for messages.
    pub(crate) fn source(&self, node: NodeId) -> String {
        const LETTERS_MAX: usize = 40;
        let text = self.tree.source(node);
        let is_short = text.chars().count() <= LETTERS_MAX && !text.contains('\n');
        if is_short { text.to_owned() } else { "…".to_owned() }
    }

    /// The same without brackets around all of it, as it stands in `T(…)`.
    pub(crate) fn source_in_brackets(&self, node: NodeId) -> String {
        let text = self.source(node);
        let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        match inner {
            Some(inner) if !inner.contains(['(', ')']) => inner.to_owned(),
            _ => text,
        }
    }

    /// Reports that `T(x)` does not exist.
    fn no_conversion(&mut self, from: TypeId, to: TypeId, node: NodeId) -> ExprId {
        if is_silent(self.kind(from)) || is_silent(self.kind(to)) {
            return self.fail_silently(node);
        }
        let message = format!("there is no conversion from {} to `{}`", self.described(from), self.type_name(to));
        let mut diagnostic = Diagnostic::new(Kind::InvalidConversion, self.span(node), message);
        if self.are_scalars(from, to) && self.same_size(from, to) {
            diagnostic = diagnostic.help(format!("`bit_cast{{{}}}(…)` keeps the bits", self.type_name(to)));
        }
        self.report(diagnostic);
        self.error(node)
    }

    fn are_scalars(&self, a: TypeId, b: TypeId) -> bool {
        let scalar = |ty| {
            let kind = self.kind(self.sema.base_of(ty));
            matches!(
                kind,
                TypeKind::Int { .. }
                    | TypeKind::Float { .. }
                    | TypeKind::Rune
                    | TypeKind::Enum(_)
                    | TypeKind::Pointer(_)
            )
        };
        scalar(a) && scalar(b)
    }

    fn same_size(&self, a: TypeId, b: TypeId) -> bool {
        let size = |ty| self.sema.layout(ty).map(|layout| layout.size);
        size(a).is_some() && size(a) == size(b)
    }
}

/// Advice where an array behind a pointer stands for one of its elements.
fn whole_arrays(pointer: &str, index: &str) -> String {
    format!("`{pointer}[{index}]` counts whole arrays behind the pointer; an element is `{pointer}@[{index}]`")
}
