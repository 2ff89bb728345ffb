//! `.m` where the type is known, cases of unions, `some(x)` and `none`.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;

use super::conversion::is_silent;
use super::target::Target;
use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{TypeId, TypeKind};
use crate::record::Wish;

impl Checker<'_> {
    /// What `.name` means where a type is expected.
    pub(crate) fn implicit_member_target(
        &mut self,
        node: NodeId,
        name_node: NodeId,
        expectation: Expectation,
    ) -> Target {
        let name = self.name_of(name_node);
        let Some(ty) = expectation.hint() else {
            let message = format!("the type of `.{name}` is not known here");
            let diagnostic = Diagnostic::new(Kind::NotInferred, self.span(node), message);
            self.report(diagnostic.help(match self.is_behind_caret(node) {
                true => field_behind_caret(name),
                false => format!("write the type before it: `T.{name}`"),
            }));
            return Target::Error;
        };
        self.note_member(name_node, ty, Wish::Expected);
        let at = self.at(node);
        if let Some(target) = self.member_of_expected(ty, name, at) {
            return target;
        }
        if is_silent(self.kind(ty)) {
            self.body.has_errors |= *self.kind(ty) == TypeKind::Error;
            return Target::Value(self.push(ExprKind::Error, ty, at));
        }
        if self.is_behind_caret(node) {
            let message = format!("`^` is an operator between two values, and `.{name}` is none");
            let diagnostic = Diagnostic::new(Kind::UnknownMember, self.span(name_node), message);
            self.report(diagnostic.help(field_behind_caret(name)));
            return Target::Error;
        }
        self.unknown_member(name_node, ty, name);
        Target::Error
    }

    /// Whether a `^` is glued to the place before a node, as behind a pointer of Pascal and Odin.
    fn is_behind_caret(&self, node: NodeId) -> bool {
        self.tree.text().get(..self.tree.start(node) as usize).is_some_and(|before| before.ends_with('^'))
    }

    /// The member `.name` of an expected type; of what a `Maybe` holds, too.
    pub(crate) fn member_of_expected(&mut self, ty: TypeId, name: Name, at: u32) -> Option<Target> {
        let found = self.find_member(ty, name, at);
        match self.sema.held_by(ty) {
            Some(payload) if found.is_none() => self.find_member(payload, name, at),
            _ => found,
        }
    }

    /// Whether an expected type has the member `.name`: what overload resolution asks.
    pub(crate) fn has_member(&self, ty: TypeId, name: Name) -> bool {
        let base = self.sema.base_of(ty);
        match self.kind(base) {
            TypeKind::Enum(_) => self.sema.members(base).is_some_and(|members| members.value(name).is_some()),
            TypeKind::Union(_) | TypeKind::Maybe(_) => {
                self.sema.fields(base).is_some_and(|fields| fields.position(name).is_some())
            }
            kind => is_silent(kind),
        }
    }

    /// The payload type of a case; `Void` for none.
    pub(crate) fn payload_type(&self, union: TypeId, case: u32) -> TypeId {
        let fields = self.sema.fields(self.sema.base_of(union));
        let field = fields.and_then(|fields| fields.fields.get(case as usize));
        field.map_or(self.sema.types.error, |field| field.ty)
    }

    fn case_name(&self, union: TypeId, case: u32) -> Name {
        let fields = self.sema.fields(self.sema.base_of(union));
        let field = fields.and_then(|fields| fields.fields.get(case as usize));
        field.map_or(Name::new(""), |field| field.name)
    }

    /// A union value of a case; `arguments` is what stands in parentheses behind it.
    pub(crate) fn case_value(
        &mut self,
        node: NodeId,
        union: TypeId,
        case: u32,
        arguments: Option<&[NodeId]>,
    ) -> ExprId {
        let payload = self.payload_type(union, case);
        let at = self.at(node);
        let has_payload = payload != self.sema.types.void;
        match (has_payload, arguments) {
            (false, None | Some([])) => self.push(ExprKind::Union { case, payload: None }, union, at),
            (true, Some([value])) => {
                let value = self.check_to(*value, payload);
                self.push(ExprKind::Union { case, payload: Some(value) }, union, at)
            }
            (false, Some(_)) => {
                let message = format!("`{}` carries no value", self.case_name(union, case));
                self.mistake(Kind::NoMatchingProcedure, node, message)
            }
            (true, _) => {
                let name = self.case_name(union, case);
                let carried = self.type_name(payload);
                let message = format!("`{name}` carries one value of type `{carried}`");
                let diagnostic = Diagnostic::new(Kind::NoMatchingProcedure, self.span(node), message);
                self.report(diagnostic.help(format!("write `.{name}(…)`")));
                self.error(node)
            }
        }
    }

    /// `none` where a `Maybe` is expected.
    pub(crate) fn none_value(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        let at = self.at(node);
        match expectation.hint().map(|ty| (ty, self.kind(self.sema.base_of(ty)))) {
            Some((ty, TypeKind::Maybe(_))) => self.push(ExprKind::Union { case: 0, payload: None }, ty, at),
            Some((ty, kind)) if is_silent(kind) => self.push(ExprKind::Error, ty, at),
            Some((ty, _)) => {
                let message = format!("expected `{}`, found `none`", self.type_name(ty));
                self.mistake(Kind::TypeMismatch, node, message)
            }
            None => {
                let diagnostic =
                    Diagnostic::new(Kind::NotInferred, self.span(node), "the type of `none` is not known here");
                self.report(diagnostic.help("declare it: `x: Maybe{T} = none`"));
                self.error(node)
            }
        }
    }

    /// `some(x)`: of the `Maybe` that is expected, else of x's type.
    pub(crate) fn some_value(&mut self, node: NodeId, value: NodeId, expectation: Expectation) -> ExprId {
        let at = self.at(node);
        if let Some(ty) = expectation.hint()
            && let Some(payload) = self.sema.held_by(ty)
        {
            let value = self.check_to(value, payload);
            return self.push(ExprKind::Union { case: 1, payload: Some(value) }, ty, at);
        }
        if expectation.hint().is_some_and(|ty| *self.kind(ty) == TypeKind::Dependent) {
            // What a literal's type is will be known in an instance.
            self.check_dependent_argument(value);
            return self.push(ExprKind::Error, self.sema.types.dependent, at);
        }
        let value = self.check_value(value);
        self.refuse_escape(self.ty(value), node);
        let ty = self.sema.intern(TypeKind::Maybe(self.ty(value)));
        self.push(ExprKind::Union { case: 1, payload: Some(value) }, ty, at)
    }
}

fn field_behind_caret(name: Name) -> String {
    format!("a field behind a pointer is `p.{name}`; what the pointer points to is `p@`, not `p^`")
}
