//! What stands between a program and C: `#foreign`, `#export` and `#c-call` declarations that C could not have, and `int` where C's
//! is meant. How values travel is the code generator's business.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::Abi;
use hubbub_syntax::{NodeId, View};

use crate::Lookup;
use crate::data::types::{DeclId, ModuleId, Signature, TypeId, TypeKind};
use crate::resolve::counted;
use crate::session::Sema;
use crate::store::decls::{Decl, DeclKind};

impl Sema {
    /// One symbol can lead to one thing only.
    pub(crate) fn check_exports(&self) {
        let is_outside =
            |decl: &Decl| decl.marks.has_attributes() && matches!(decl.kind, DeclKind::Procedure | DeclKind::Variable);
        let outside = self.decls.iter_ids().filter(|(_, decl)| is_outside(decl));
        let place = |decl: &Decl| (self.modules[decl.module].name.as_str(), self.span(decl.module, decl.node).start);
        let mut outside: Vec<_> =
            outside.filter_map(|(id, decl)| Some((self.foreign_symbol(id)?, place(decl), id))).collect();
        outside.sort();
        for same in outside.chunk_by(|(first, ..), (second, ..)| first == second) {
            let [(symbol, _, first), others @ ..] = same else { continue };
            let is_other = |(_, _, id): &&_| self.decl(*id).kind != self.decl(*first).kind;
            if let Some((_, _, second)) = others.iter().find(is_other) {
                self.refuse_symbol(
                    *first,
                    *second,
                    &format!("the symbol `{symbol}` is a procedure and a variable"),
                    "declared",
                );
            }
            let mut exported = same.iter().map(|(_, _, id)| *id).filter(|id| self.decl(*id).marks.is_exported());
            if let Some(first) = exported.next() {
                for second in exported {
                    self.refuse_symbol(first, second, &format!("the symbol `{symbol}` is exported twice"), "exported");
                }
            }
        }
    }

    fn refuse_symbol(&self, first: DeclId, second: DeclId, message: &str, word: &str) {
        let diagnostic = Diagnostic::new(Kind::DuplicateDeclaration, self.decl_span(second), message);
        self.report(diagnostic.label(self.decl_span(first), format!("{word} here first")));
    }

    /// Reports what C does not have in a procedure's declaration. Procedures that keep to themselves may have anything.
    pub(super) fn check_interface(&self, decl_id: DeclId, signature: &Signature) {
        if signature.is_c_variadic && self.has_body(decl_id) {
            self.refuse(
                decl_id,
                "a procedure with a body cannot take C's variable arguments",
                "take a `Slice{T}`, or `..T`",
            );
        }
        let Some(word) = self.interface_word(decl_id) else { return };
        self.check_symbol(decl_id, word);
        let decl = self.decl(decl_id);
        if decl.generic_count > decl.inherited_generic_count {
            let help = "declare it for each type that is needed";
            return self.refuse(decl_id, &format!("{word} procedure cannot be generic"), help);
        }
        if signature.results.len() > 1 {
            let message = format!("{word} procedure with {}", counted(signature.results.len(), "result"));
            self.refuse(decl_id, &message, "C has one at most: give a struct, or take pointers to the places");
        }
        if signature.parameters.iter().any(|parameter| parameter.is_variadic) {
            let help = "C's variable arguments are written `..` alone; a slice is `Slice{T}`";
            self.refuse(decl_id, &format!("{word} procedure cannot take `..T`"), help);
        }
        let types = signature.parameters.iter().map(|parameter| parameter.ty).chain(signature.results.iter().copied());
        for ty in types.filter(|ty| self.is_unknown_to_c(decl_id, *ty)) {
            let message = format!("{word} procedure cannot take or give `{}`", self.type_name(ty));
            self.refuse(decl_id, &message, self.advice_for(ty));
        }
        if self.attribute(decl_id, "foreign").is_some() {
            self.check_foreign_int(decl_id);
        }
    }

    /// Reports what is wrong with a foreign or exported variable.
    pub(crate) fn check_variable_interface(&self, decl_id: DeclId) {
        let Some(word) = self.interface_word(decl_id) else { return };
        self.check_symbol(decl_id, word);
        let decl = self.decl(decl_id);
        let View::Variable { ty, values, .. } = self.view(decl.module, decl.node) else { return };
        if self.attribute(decl_id, "foreign").is_none() {
            return;
        }
        if let Some(value) = values.first() {
            let diagnostic =
                self.error_at(decl.module, *value, Kind::InvalidForeign, "a foreign variable with a value");
            self.report(diagnostic.help("whoever defines it gives it its value; here it has a type only"));
        }
        if let Some(ty) = ty {
            self.warn_foreign_int(decl.module, ty);
        }
    }

    /// How the declaration meets C, if it does, with its article.
    fn interface_word(&self, decl_id: DeclId) -> Option<&'static str> {
        let has = |name: &str| self.attribute(decl_id, name).is_some();
        match (has("foreign"), has("export")) {
            (true, true) => {
                let help = "`#foreign` is defined elsewhere, `#export` here";
                self.refuse(decl_id, "what is foreign cannot be exported", help);
                None
            }
            (true, false) => Some("a foreign"),
            (false, true) => Some("an exported"),
            (false, false) => None,
        }
    }

    fn check_symbol(&self, decl_id: DeclId, word: &str) {
        if self.foreign_symbol(decl_id).is_some_and(|symbol| symbol.is_empty() || symbol.contains('\0')) {
            self.refuse(decl_id, &format!("{word} declaration without a symbol"), "leave the text out to use the name");
        }
        let decl = self.decl(decl_id);
        for argument in self.attribute(decl_id, "foreign").unwrap_or(&[]) {
            if let View::Name { name } = self.view(decl.module, *argument) {
                self.check_library(decl.module, *argument, name);
            }
        }
    }

    fn check_library(&self, module: ModuleId, node: NodeId, name: hubbub_base::Name) {
        let help = format!("declare it: `{name} :: #foreign-library \"{name}\"`");
        let (kind, message) = match self.lookup_top_level(module, name) {
            Lookup::Decl(library) if self.decl(library).kind == DeclKind::ForeignLibrary => return,
            Lookup::Clash => return,
            Lookup::NotFound => (Kind::UnknownName, format!("unknown foreign library `{name}`")),
            _ => (Kind::InvalidForeign, format!("`{name}` is no foreign library")),
        };
        self.report(self.error_at(module, node, kind, message).help(help));
    }

    fn refuse(&self, decl_id: DeclId, message: &str, help: &str) {
        self.report(Diagnostic::new(Kind::InvalidForeign, self.decl_span(decl_id), message).help(help));
    }

    /// The library itself hands procedures with a context to the runtime.
    fn is_unknown_to_c(&self, decl_id: DeclId, ty: TypeId) -> bool {
        match self.kind(self.base_of(ty)) {
            TypeKind::Any | TypeKind::Type => true,
            TypeKind::Procedure(procedure) => {
                procedure.abi != Abi::C && !self.modules[self.decl(decl_id).module].is_library
            }
            _ => false,
        }
    }

    fn advice_for(&self, ty: TypeId) -> &'static str {
        match self.kind(self.base_of(ty)) {
            TypeKind::Procedure(procedure) if procedure.abi == Abi::Hubbub => {
                "C code has no context to call it with: write `#c-call` before the parameters of its type"
            }
            TypeKind::Procedure(_) => "C code calls `#c-call` procedures, which get their data through a pointer",
            _ => "C knows no types at run time: hand over a pointer and what it leads to",
        }
    }

    /// `int` is 64 bits wide; C's is `i32`.
    fn check_foreign_int(&self, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        let View::Procedure { parameters, results, .. } = self.view(decl.module, decl.value) else { return };
        parameters.iter().chain(results).for_each(|node| self.warn_foreign_int(decl.module, *node));
    }

    /// Looks into pointers, arrays and the types of callbacks, too. Types nest as deep as the parser lets them.
    fn warn_foreign_int(&self, module: ModuleId, node: NodeId) {
        let inner = |nodes: &[NodeId]| nodes.iter().for_each(|node| self.warn_foreign_int(module, *node));
        match self.view(module, node) {
            View::Parameter { ty: Some(ty), .. } | View::Result { ty, .. } => self.warn_foreign_int(module, ty),
            View::Prefix { value, .. } => self.warn_foreign_int(module, value),
            View::Brace { arguments, .. } => inner(arguments),
            View::ProcedureType { parameters, results, .. } => {
                inner(parameters);
                inner(results);
            }
            View::Name { name } if name.as_str() == "int" => {
                let message = "`int` is `i64` here, C's `int` is `i32`";
                let diagnostic = self.error_at(module, node, Kind::ForeignInt, message);
                self.report(diagnostic.maybe_fix("write `i32`", self.span(module, node), "i32"));
            }
            _ => {}
        }
    }
}
