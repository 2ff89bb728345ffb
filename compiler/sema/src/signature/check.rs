//! What a procedure's signature alone shows to be wrong: operators that cannot be, twins, `int` where C's is meant.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::View;
use hubbub_syntax::tree::view::{BinaryOperator, OperatorName};

use crate::check::check_expressions;
use crate::data::types::{DeclId, ModuleId, Signature, TypeId, TypeKind};
use crate::mangle::operator_text;
use crate::resolve::counted;
use crate::session::Sema;
use crate::store::decls::DeclKind;

impl Sema {
    /// Reports what is wrong with a procedure apart from its body.
    pub(crate) fn check_signature(&self, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        let Some(signature) = self.signature(self.identity_instance(decl_id)) else { return };
        if let DeclKind::Operator(operator) = decl.kind {
            self.check_operator(decl_id, operator, signature);
        }
        self.check_interface(decl_id, signature);
        self.check_parameter_names(decl_id, signature);
        self.check_variadics(decl_id, signature);
        self.check_condition(decl_id);
        self.check_defaults(decl_id, signature);
    }

    /// Defaults are checked at each call that uses them; this finds mistakes in those that no call uses.
    fn check_defaults(&self, decl_id: DeclId, signature: &Signature) {
        let instance = self.identity_instance(decl_id);
        for (index, parameter) in signature.parameters.iter().enumerate() {
            let facts = self.facts(parameter.ty);
            if !parameter.has_default || facts.is_dependent || facts.has_error {
                continue;
            }
            if let Some(node) = self.parameter_default(instance, index) {
                check_expressions(self, &self.env(instance), instance, &[node], Some(parameter.ty));
            }
        }
    }

    fn check_operator(&self, decl: DeclId, operator: OperatorName, signature: &Signature) {
        let (least, most) = operand_counts(operator);
        let count = signature.parameters.len();
        let text = operator_text(operator);
        if count < least || count > most {
            let expected = match (least, most) {
                (least, usize::MAX) => format!("at least {}", counted(least, "parameter")),
                (least, most) if least == most => counted(least, "parameter"),
                (least, most) => format!("{least} or {}", counted(most, "parameter")),
            };
            let message = format!("operator `{text}` with {}, expected {expected}", counted(count, "parameter"));
            return self.report(Diagnostic::new(Kind::NoOperator, self.decl_span(decl), message));
        }
        if let Some(derived) = derived_from(operator) {
            let message = format!("operator `{text}` cannot be given, it follows from `{derived}`");
            return self.report(Diagnostic::new(Kind::NoOperator, self.decl_span(decl), message));
        }
        let operands: Vec<TypeId> = signature.parameters.iter().map(|parameter| parameter.ty).collect();
        if self.language_has(operator, &operands) {
            let types: Vec<String> = operands.iter().map(|ty| format!("`{}`", self.type_name(*ty))).collect();
            let message = format!("the language itself gives `{text}` a meaning for {}", types.join(" and "));
            return self.report(Diagnostic::new(Kind::NoOperator, self.decl_span(decl), message));
        }
        if let Some(expected) = self.wrong_operator_result(operator, &signature.results) {
            let message = format!("operator `{text}` gives {expected}");
            self.report(Diagnostic::new(Kind::TypeMismatch, self.decl_span(decl), message));
        }
    }

    /// What an operator gives, if it is declared to give something else: what follows from it relies on that.
    fn wrong_operator_result(&self, operator: OperatorName, results: &[TypeId]) -> Option<&'static str> {
        let one = match results {
            [one] => Some(*one),
            _ => None,
        };
        let is_known = one.is_none_or(|ty| !self.facts(ty).is_dependent && !self.facts(ty).has_error);
        let (fits, expected) = match operator {
            OperatorName::Binary(BinaryOperator::Equal | BinaryOperator::Less | BinaryOperator::In) => {
                (one == Some(self.types.bool), "a `Bool`")
            }
            OperatorName::IndexPlace => {
                (one.is_some_and(|ty| matches!(self.kind(ty), TypeKind::Pointer(_))), "a pointer to the place")
            }
            OperatorName::IndexAssign => (true, "nothing"),
            _ => (one.is_some(), "one value"),
        };
        (is_known && !fits).then_some(expected)
    }

    /// Whether an operator on these types is one of the language's own.
    fn language_has(&self, operator: OperatorName, operands: &[TypeId]) -> bool {
        let kinds: Vec<&TypeKind> = operands.iter().map(|ty| self.kind(*ty)).collect();
        let is_number = |kind: &TypeKind| matches!(kind, TypeKind::Int { .. } | TypeKind::Float { .. });
        match (operator, kinds.as_slice()) {
            (OperatorName::Index | OperatorName::IndexAssign | OperatorName::IndexPlace, [base, ..]) => {
                matches!(base, TypeKind::Array { .. } | TypeKind::Slice(_) | TypeKind::String)
            }
            (OperatorName::Complement, [one]) => matches!(one, TypeKind::Int { .. }),
            (OperatorName::Binary(BinaryOperator::Subtract), [one]) => is_number(one),
            (OperatorName::Binary(BinaryOperator::Equal), [_, _]) => {
                let is_own =
                    matches!(kinds.first(), Some(TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Distinct(_)));
                operands.first() == operands.get(1)
                    && !is_own
                    && operands.first().is_some_and(|ty| {
                        !self.facts(*ty).is_dependent && self.equality(*ty) != crate::equality::Equality::None
                    })
            }
            (OperatorName::Binary(_), [left, right]) => is_number(left) && is_number(right) && left == right,
            _ => false,
        }
    }

    fn check_parameter_names(&self, decl_id: DeclId, signature: &Signature) {
        let decl = self.decl(decl_id);
        let mut names: Vec<(u32, usize)> =
            signature.parameters.iter().enumerate().map(|(index, parameter)| (parameter.name.raw(), index)).collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            let [(first, _), (second, index)] = *pair else { continue };
            let name = Name::from_raw(second);
            let View::Procedure { parameters, .. } = self.view(decl.module, decl.value) else { return };
            if let (true, Some(node)) = (first == second && !matches!(name.as_str(), "" | "_"), parameters.get(index)) {
                let message = format!("parameter `{name}` is declared twice");
                self.report(self.error_at(decl.module, *node, Kind::DuplicateDeclaration, message));
            }
        }
    }

    /// Checks a `where` clause once, where it stands: what does not depend on the parameters is wrong for all of them.
    fn check_condition(&self, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        let View::Procedure { condition: Some(condition), .. } = self.view(decl.module, decl.value) else { return };
        let instance = self.identity_instance(decl_id);
        check_expressions(self, &self.env(instance), instance, &[condition], Some(self.types.bool));
    }

    /// Reports a second `..` parameter: nobody could tell which arguments are whose.
    fn check_variadics(&self, decl_id: DeclId, signature: &Signature) {
        let decl = self.decl(decl_id);
        let variadic = |index: &usize| signature.parameters.get(*index).is_some_and(|parameter| parameter.is_variadic);
        let Some(second) = (0..signature.parameters.len()).filter(variadic).nth(1) else { return };
        let View::Procedure { parameters, .. } = self.view(decl.module, decl.value) else { return };
        if let Some(node) = parameters.get(second) {
            let message = "a procedure has at most one `..` parameter, and this is the second";
            self.report(self.error_at(decl.module, *node, Kind::Misplaced, message).help("take a `Slice{T}` instead"));
        }
    }

    /// Reports procedures and operators of a module that no use could tell apart.
    pub(crate) fn check_twins(&self, module: ModuleId) {
        let sets = self.modules[module].scope.iter().filter(|(_, run)| run.length > 1);
        for (name, _) in sets {
            let members: Vec<DeclId> = self.own_declarations(module, *name).collect();
            self.check_set(&members);
        }
        let mut operators: Vec<&(OperatorName, DeclId)> = self.modules[module].operators.iter().collect();
        operators.sort_by_key(|(operator, decl)| (operator_text(*operator), *decl));
        for set in operators.chunk_by(|a, b| a.0 == b.0) {
            let members: Vec<DeclId> = set.iter().map(|(_, decl)| *decl).collect();
            self.check_set(&members);
        }
    }

    fn check_set(&self, members: &[DeclId]) {
        let mut seen = hashbrown::HashMap::<Vec<TypeId>, DeclId, foldhash::fast::FixedState>::default();
        for decl in members {
            if !self.decl(*decl).is_procedure() || self.is_generic(*decl) || self.has_where(*decl) {
                continue;
            }
            let Some(signature) = self.signature(self.identity_instance(*decl)) else { continue };
            let types: Vec<TypeId> = signature.parameters.iter().map(|parameter| parameter.ty).collect();
            if types.contains(&self.types.error) {
                continue;
            }
            let first = *seen.entry(types).or_insert(*decl);
            if first != *decl {
                let name = match self.decl(*decl).kind {
                    DeclKind::Operator(operator) => operator_text(operator),
                    _ => self.decl(*decl).name.as_str(),
                };
                let message = format!("`{name}` is declared twice with the same parameters");
                let diagnostic = Diagnostic::new(Kind::DuplicateDeclaration, self.decl_span(*decl), message);
                self.report(diagnostic.label(self.decl_span(first), "declared here first"));
            }
        }
    }
}

fn operand_counts(operator: OperatorName) -> (usize, usize) {
    match operator {
        OperatorName::Binary(BinaryOperator::Subtract) => (1, 2),
        OperatorName::Binary(_) => (2, 2),
        OperatorName::Complement => (1, 1),
        OperatorName::Index | OperatorName::IndexPlace => (2, usize::MAX),
        OperatorName::IndexAssign => (3, usize::MAX),
    }
}

/// The operator from which the language makes this one.
fn derived_from(operator: OperatorName) -> Option<&'static str> {
    match operator {
        OperatorName::Binary(BinaryOperator::NotEqual) => Some("=="),
        OperatorName::Binary(BinaryOperator::Greater | BinaryOperator::LessEqual | BinaryOperator::GreaterEqual) => {
            Some("<")
        }
        _ => None,
    }
}
