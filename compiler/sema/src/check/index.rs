//! `x[i]`, `x[lo..<hi]`, and the operators `[]`, `[]=` and `&[]` of programs.

use hubbub_base::table::Run;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::{BinaryOperator, OperatorName};
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use super::binary::{Operands, plain_operator};
use super::call::arguments::{Argument, ArgumentValue};
use super::call::overload::Site;
use super::conversion::{implicit, is_silent};
use super::literal::is_literal;
use super::{Checker, Expectation};
use crate::data::typed::{Conversion, ExprId, ExprKind, LocalId};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::Value;
use crate::session::Sema;
use crate::store::decls::Module;

impl Sema {
    /// Whether any module of the program defines `[]=`: if none does, no assignment needs to look for it.
    fn has_index_assign(&self) -> bool {
        let defines = |module: &Module| module.operators.iter().any(|(name, _)| *name == OperatorName::IndexAssign);
        *self.has_index_assign.get_or_init(|| self.modules.iter().any(defines))
    }
}

/// Whether the language itself indexes and slices values of a type, and checks that.
pub(crate) fn is_indexed_by_language(kind: &TypeKind) -> bool {
    matches!(
        kind,
        TypeKind::Array { .. } | TypeKind::Slice(_) | TypeKind::String | TypeKind::Simd { .. } | TypeKind::Soa { .. }
    )
}

/// A range between brackets.
#[derive(Clone, Copy)]
struct Ends {
    low: Option<NodeId>,
    high: Option<NodeId>,
    inclusive: bool,
}

impl Checker<'_> {
    /// `base[arguments]`.
    pub(crate) fn check_index(&mut self, node: NodeId, base: NodeId, arguments: &[NodeId]) -> ExprId {
        let value = self.check_value(base);
        let ty = self.ty(value);
        match self.kind(ty) {
            TypeKind::Error => {
                self.check_index_arguments(arguments);
                return self.fail_silently(node);
            }
            kind if is_silent(kind) => {
                self.check_index_arguments(arguments);
                let at = self.at(node);
                return self.push(ExprKind::Error, self.sema.types.dependent, at);
            }
            _ => {}
        }
        if let [index] = arguments
            && !self.is_indexed_by_program(ty, arguments, &[OperatorName::IndexPlace, OperatorName::Index])
        {
            let found = match self.view(*index) {
                View::Range { low, high, inclusive } => self.slice(node, value, Ends { low, high, inclusive }),
                _ => self.element(node, value, *index),
            };
            if let Some(found) = found {
                return found;
            }
            if let View::Range { .. } = self.view(*index) {
                self.check_index_arguments(arguments);
                return self.not_sliceable(node, value, base, *index);
            }
        }
        self.index_by_operator(node, (value, base), arguments)
    }

    fn check_index_arguments(&mut self, arguments: &[NodeId]) {
        for argument in arguments {
            match self.view(*argument) {
                View::Range { low, high, .. } => {
                    for end in [low, high].into_iter().flatten() {
                        self.check_dependent_argument(end);
                    }
                }
                _ => self.check_dependent_argument(*argument),
            }
        }
    }

    /// An index: any integer type.
    fn index_value(&mut self, node: NodeId) -> ExprId {
        let int = self.sema.types.int;
        let view = self.view(node);
        if let Some(index) = self.literal_to(node, &view, int) {
            return index;
        }
        let index = self.check_view(node, &view, Expectation::Hint(int));
        let index = match self.kind_of(index) {
            TypeKind::LiteralRune => self.convert_to(index, int, node),
            _ => self.settle(index, node),
        };
        let kind = self.kind(self.sema.base_of(self.ty(index)));
        if matches!(kind, TypeKind::Int { .. }) || is_silent(kind) {
            return index;
        }
        let found = self.described(self.ty(index));
        self.mistake(Kind::TypeMismatch, node, format!("an index is an integer, found {found}"))
    }

    /// An element of what the language itself can index.
    fn element(&mut self, node: NodeId, base: ExprId, index: NodeId) -> Option<ExprId> {
        let ty = self.sema.base_of(self.ty(base));
        let (element, is_checked) = match self.kind(ty) {
            TypeKind::Array { element, .. }
            | TypeKind::Slice(element)
            | TypeKind::Simd { element, .. }
            | TypeKind::Soa { element, .. } => (*element, self.bounds_checks),
            TypeKind::String => (self.sema.types.u8, self.bounds_checks),
            TypeKind::Pointer(element) if *element != self.sema.types.void => (*element, false),
            _ => return None,
        };
        let index_node = index;
        let index = self.index_value(index);
        if is_checked
            && !self.is_instance()
            && let Some(length) = self.constant_length(base)
        {
            self.check_constant_index(index, index_node, length, ty);
        }
        let at = self.at(node);
        Some(self.push(ExprKind::Index { base, index, is_checked }, element, at))
    }

    /// The length of what is indexed, if its type or its value tells it.
    fn constant_length(&self, base: ExprId) -> Option<u64> {
        match self.kind(self.sema.base_of(self.ty(base))) {
            TypeKind::Array { length, .. } | TypeKind::Soa { length, .. } => Some(*length),
            TypeKind::Simd { lanes, .. } => Some(u64::from(*lanes)),
            _ => None,
        }
    }

    /// Reports an index that is known to be outside.
    fn check_constant_index(&mut self, index: ExprId, node: NodeId, length: u64, ty: TypeId) {
        let Some(Value::Integer(value)) = self.constant_value(index).map(|constant| &constant.value) else { return };
        if value.to_u64().is_some_and(|value| value < length) {
            return;
        }
        let message = format!("index {value} is out of range for `{}`", self.type_name(ty));
        let diagnostic = Diagnostic::new(Kind::IndexOutOfRange, self.span(node), message);
        let range = match length {
            0 => "it has no elements".to_owned(),
            _ => format!("its indices are 0 to {}", length - 1),
        };
        self.report(diagnostic.note(range));
    }

    /// A slice of what the language itself can slice.
    fn slice(&mut self, node: NodeId, base: ExprId, ends: Ends) -> Option<ExprId> {
        let own = self.sema.base_of(self.ty(base));
        let (ty, is_checked) = match self.kind(own) {
            TypeKind::Array { element, .. } => (self.sema.slice_of(*element), self.bounds_checks),
            TypeKind::Slice(_) | TypeKind::String => (own, self.bounds_checks),
            TypeKind::Pointer(element) if *element != self.sema.types.void => (self.sema.slice_of(*element), false),
            _ => return None,
        };
        let at = self.at(node);
        let is_array = matches!(self.kind(own), TypeKind::Array { .. });
        let mut base = base;
        if is_array && self.is_place(base) {
            self.mark_address_taken(base);
        } else if is_array {
            base = self.push(ExprKind::Convert { kind: Conversion::ArrayToSlice, value: base }, ty, at);
        }
        let low = ends.low.map(|low| self.index_value(low));
        let high = ends.high.map(|high| self.index_value(high));
        if high.is_none() && matches!(self.kind(own), TypeKind::Pointer(_)) {
            let message = "a slice of a pointer needs its end: nothing else tells how much is there";
            return Some(self.mistake(Kind::NoOperator, node, message));
        }
        Some(self.push(ExprKind::Slice { base, low, high, inclusive: ends.inclusive, is_checked }, ty, at))
    }

    // ---- operators of programs ------------------------------------------------------------------------------------

    /// Whether what the language itself can index is indexed here by something else than an integer, for which the program has given one
    /// of these operators.
    fn is_indexed_by_program(&mut self, ty: TypeId, indices: &[NodeId], operators: &[OperatorName]) -> bool {
        let [index] = indices else { return false };
        if !is_indexed_by_language(self.kind(self.sema.base_of(ty))) || matches!(self.view(*index), View::Range { .. })
        {
            return false;
        }
        // the value that `[]=` takes
        let count = |name: OperatorName| 2 + usize::from(name == OperatorName::IndexAssign);
        if operators.iter().all(|name| self.index_candidates(*name, ty, count(*name)).is_empty()) {
            return false;
        }
        let arguments = self.check_arguments(indices, &[Some(self.sema.types.int)]);
        arguments.iter().all(|argument| match argument.value {
            ArgumentValue::Checked(index) => {
                let kind = self.kind(self.sema.base_of(self.ty(index)));
                !matches!(kind, TypeKind::Int { .. } | TypeKind::LiteralInt) && !is_silent(kind)
            }
            _ => true,
        })
    }

    /// Arguments of an index operator: the indexed value as a receiver, then the indices.
    pub(crate) fn operator_arguments(&mut self, base: (ExprId, NodeId), indices: &[NodeId]) -> Vec<Argument> {
        let mut arguments = self.check_arguments(indices, &[]);
        arguments.insert(0, Argument { is_receiver: true, ..Argument::plain(base.0, base.1) });
        arguments
    }

    /// The operators that take a value of this type to index, as a receiver.
    pub(crate) fn index_candidates(
        &self,
        name: OperatorName,
        ty: TypeId,
        count: usize,
    ) -> Vec<crate::data::types::DeclId> {
        let mut operands = vec![self.sema.types.void; count];
        if let Some(first) = operands.first_mut() {
            *first = ty;
        }
        let mut candidates = self.operator_candidates(name, &operands);
        let sema = self.sema;
        candidates.retain(|decl| {
            let signature = sema.signature(sema.identity_instance(*decl));
            let Some(indexed) = signature.and_then(|signature| signature.parameters.first()) else { return true };
            let fits = |ty| implicit(sema, ty, indexed.ty).is_some();
            let pointee = || matches!(sema.kind(ty), TypeKind::Pointer(pointee) if fits(*pointee));
            fits(ty) || fits(sema.pointer_to(ty)) || pointee()
        });
        candidates
    }

    /// `x[i]` by `&[]`, which makes it a place, else by `[]`.
    fn index_by_operator(&mut self, node: NodeId, base: (ExprId, NodeId), indices: &[NodeId]) -> ExprId {
        let ty = self.ty(base.0);
        let count = indices.len() + 1;
        let places = self.index_candidates(OperatorName::IndexPlace, ty, count);
        let values = self.index_candidates(OperatorName::Index, ty, count);
        if places.is_empty() && values.is_empty() {
            self.check_index_arguments(indices);
            return self.not_indexable(node, base.0, indices.len());
        }
        let arguments = self.operator_arguments(base, indices);
        let site = Site { node, name_node: node, explicit: None };
        if !places.is_empty()
            && let Some(pointer) = self.call_if_fitting(&site, &places, &arguments)
        {
            let at = self.at(node);
            return match self.kind_of(pointer) {
                TypeKind::Pointer(target) => self.push(ExprKind::Dereference(pointer), *target, at),
                _ => pointer,
            };
        }
        if values.is_empty() {
            return self.call_overloaded(&site, &places, &arguments);
        }
        self.call_overloaded(&site, &values, &arguments)
    }

    /// `list[lo..<hi]`: ranges are no values that an operator could take.
    fn not_sliceable(&mut self, node: NodeId, value: ExprId, base: NodeId, range: NodeId) -> ExprId {
        let ty = self.ty(value);
        let message = format!("{} cannot be sliced", self.described(ty));
        let mut diagnostic = Diagnostic::new(Kind::NoOperator, self.span(node), message);
        let home = self.sema.home_module(ty);
        if self.sema.public_procedures(home, hubbub_base::Name::new("items")).next().is_some() {
            let (base, range) = (self.source(base), self.source(range));
            diagnostic = diagnostic.help(format!("slice what it holds: `{base}.items()[{range}]`"));
        }
        self.report(diagnostic);
        self.error(node)
    }

    fn not_indexable(&mut self, node: NodeId, base: ExprId, count: usize) -> ExprId {
        let ty = self.ty(base);
        let found = self.described(ty);
        let own = matches!(
            self.kind(self.sema.base_of(ty)),
            TypeKind::Array { .. } | TypeKind::Slice(_) | TypeKind::String | TypeKind::Pointer(_)
        );
        let message = match () {
            () if own && count != 1 => format!("{found} takes one index, {count} given"),
            () => format!("{found} cannot be indexed"),
        };
        let mut diagnostic = Diagnostic::new(Kind::NoOperator, self.span(node), message);
        if let TypeKind::Pointer(_) = self.kind(ty) {
            diagnostic = diagnostic.help("convert it to a pointer to what is there: `Pointer{T}(p)[i]`");
        }
        self.report(diagnostic);
        self.error(node)
    }

    /// `x[i] = value` by `[]=`; `None` when the place is no such thing, and is to be checked as a place. A statement.
    pub fn index_assignment(&mut self, node: NodeId, place: NodeId, value: NodeId) -> Option<ExprId> {
        let View::Index { base: base_node, arguments: indices } = self.view(self.without_parentheses(place)) else {
            return None;
        };
        let base = self.assigned_by_operator(base_node, indices)?;
        let mut arguments = self.operator_arguments((base, base_node), indices);
        let value = self.check_arguments(&[value], &[]);
        arguments.extend(value);
        let candidates = self.index_candidates(OperatorName::IndexAssign, self.ty(base), arguments.len());
        let site = Site { node, name_node: place, explicit: None };
        Some(self.call_overloaded(&site, &candidates, &arguments))
    }

    /// The indexed value, when only `[]=` can assign its elements.
    pub(crate) fn assigned_by_operator(&mut self, base: NodeId, indices: &[NodeId]) -> Option<ExprId> {
        if !self.sema.has_index_assign() {
            return None;
        }
        let value = self.check_value(base);
        let ty = self.ty(value);
        let kind = self.kind(self.sema.base_of(ty));
        let count = indices.len();
        // bytes of a string are no places
        let own = *kind == TypeKind::Error
            || is_indexed_by_language(kind)
                && *kind != TypeKind::String
                && count == 1
                && !self.is_indexed_by_program(ty, indices, &[OperatorName::IndexAssign]);
        let is_pointer = matches!(self.kind(ty), TypeKind::Pointer(_)) && count == 1;
        let by_operator = !own
            && !is_pointer
            && !is_silent(self.kind(ty))
            && !self.is_indexed_as_place(ty, count)
            && !self.index_candidates(OperatorName::IndexAssign, ty, count + 2).is_empty();
        by_operator.then_some(value)
    }

    /// Whether some `&[]` in sight may be for values of this type: other types' say nothing about it.
    fn is_indexed_as_place(&self, ty: TypeId, count: usize) -> bool {
        let target = |ty| match self.kind(ty) {
            TypeKind::Pointer(target) => *target,
            _ => ty,
        };
        let heads_differ = |first: TypeId| match (self.kind(target(first)), self.kind(target(ty))) {
            (TypeKind::Struct(a) | TypeKind::Union(a), TypeKind::Struct(b) | TypeKind::Union(b)) => {
                !std::ptr::eq(self.sema.decl_of(*a), self.sema.decl_of(*b))
            }
            _ => false,
        };
        self.index_candidates(OperatorName::IndexPlace, ty, count + 1).iter().any(|decl| {
            let signature = self.sema.signature(self.sema.identity_instance(*decl));
            !signature.and_then(|it| it.parameters.first()).is_some_and(|parameter| heads_differ(parameter.ty))
        })
    }

    /// `x[i] op= value` where `[]` reads and `[]=` writes: container and indices are evaluated once. A statement.
    pub(crate) fn index_operator_assignment(
        &mut self,
        node: NodeId,
        written: BinaryOperator,
        place: NodeId,
        value_node: NodeId,
    ) -> Option<ExprId> {
        let View::Index { base: base_node, arguments: indices } = self.view(self.without_parentheses(place)) else {
            return None;
        };
        let base = self.assigned_by_operator(base_node, indices)?;
        let at = self.at(node);
        let mut statements = Vec::new();
        let container = self.address_of(base, base_node);
        let container = self.kept(container, at, &mut statements);
        let ty = self.ty(base);
        let readers = self.index_candidates(OperatorName::Index, ty, indices.len() + 1);
        let site = Site { node, name_node: place, explicit: None };
        let mut arguments = self.kept_arguments(container, &[], (base_node, &[]));
        arguments.extend(self.check_arguments(indices, &[]));
        let is_literal_index = |checker: &Self, argument: &Argument| matches!(argument.value, ArgumentValue::Checked(value) if is_literal(checker.kind_of(value)));
        let literals: Vec<bool> = arguments.iter().skip(1).map(|argument| is_literal_index(self, argument)).collect();
        let read = self.call_overloaded(&site, &readers, &arguments);
        let keys = self.keep_arguments(read, usize::MAX, &mut statements, &mut Vec::new());
        let value = self.check_expr(value_node, Expectation::Hint(self.ty(read)));
        let operands = Operands { node, left: read, left_node: place, right: value, right_node: value_node };
        let value = match plain_operator(written) {
            Some(operator) => self.binary(written, operator, operands),
            None => self.fail_silently(node),
        };
        let mut arguments = self.kept_arguments(container, &keys, (base_node, indices));
        // `[]=` may take another type than `[]`: a literal takes either
        for ((kept, index), _) in
            arguments.iter_mut().skip(1).zip(indices).zip(literals).filter(|(_, is_literal)| *is_literal)
        {
            if let Some(literal) = self.check_arguments(&[*index], &[]).pop() {
                *kept = literal;
            }
        }
        arguments.push(Argument::plain(value, value_node));
        let writers = self.index_candidates(OperatorName::IndexAssign, ty, arguments.len());
        statements.push(self.call_overloaded(&site, &writers, &arguments));
        let statements = self.list_of(&statements);
        let scope = self.new_scope_id();
        Some(self.push(ExprKind::Block { scope, statements }, self.sema.types.void, at))
    }

    /// Puts the arguments of a call of an index operator into variables of their own, all but the container: indices by `indices`, the
    /// value of `[]=`, which is parameter `value_at`, by `values`. By now they have the types that the operator takes.
    pub(crate) fn keep_arguments(
        &mut self,
        call: ExprId,
        value_at: usize,
        indices: &mut Vec<ExprId>,
        values: &mut Vec<ExprId>,
    ) -> Vec<LocalId> {
        let ExprKind::Call { arguments, .. } = self.expr(call).kind else { return Vec::new() };
        let at = self.expr(call).at;
        let mut keys = Vec::new();
        for pair in 0..arguments.length as usize / 2 {
            let place = arguments.start as usize + 2 * pair;
            let Some(&[parameter, value]) = self.body.lists.get(place..place + 2) else { continue };
            if parameter == 0 {
                continue;
            }
            let statements = if parameter as usize == value_at { &mut *values } else { &mut *indices };
            let key = self.kept(ExprId(value), at, statements);
            let use_ = self.local(key, at);
            if let Some(value) = self.body.lists.get_mut(place + 1) {
                *value = use_.0;
            }
            keys.push(key);
        }
        keys
    }

    /// A value in a variable of its own.
    pub(crate) fn kept(&mut self, value: ExprId, at: u32, statements: &mut Vec<ExprId>) -> LocalId {
        let local = self.new_local(None, self.ty(value), at);
        let locals = self.list_of(&[ExprId(local.0)]);
        let values: Run = self.list_of(&[value]);
        statements.push(self.push(ExprKind::Let { locals, values }, self.sema.types.void, at));
        local
    }

    pub(crate) fn kept_arguments(
        &mut self,
        container: LocalId,
        keys: &[LocalId],
        nodes: (NodeId, &[NodeId]),
    ) -> Vec<Argument> {
        let (base_node, indices) = nodes;
        let at = self.at(base_node);
        let pointer = self.local(container, at);
        let target = match self.kind_of(pointer) {
            TypeKind::Pointer(target) => *target,
            _ => self.sema.types.error,
        };
        let base = self.push(ExprKind::Dereference(pointer), target, at);
        let mut arguments = vec![Argument { is_receiver: true, ..Argument::plain(base, base_node) }];
        for (key, node) in keys.iter().zip(indices) {
            let key = self.local(*key, at);
            arguments.push(Argument { value: ArgumentValue::Checked(key), ..Argument::plain(key, *node) });
        }
        arguments
    }
}
