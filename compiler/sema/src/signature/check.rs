//! What a procedure's signature alone shows to be wrong: defaults, names, twins; operators in [`super::operators`].

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::View;
use hubbub_syntax::tree::view::OperatorName;

use crate::check::check_expressions;
use crate::data::types::{DeclId, ModuleId, Signature, TypeId};
use crate::mangle::operator_text;
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
