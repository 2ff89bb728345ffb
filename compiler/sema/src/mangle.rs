//! Symbols: readable, unique, the same in every build.
//!
//! `Module.name`; with the types of the parameters where the module has several procedures of that name, `Module.f(Int,Bool)`; with generic
//! arguments, `Module.max{Int}`; what stands in a body comes behind it, `Module.f.helper`, `Module.f.literal0`.

use hubbub_syntax::tree::view::OperatorName;
use hubbub_syntax::{NodeId, View};

use crate::data::types::{DeclId, InstanceId};
use crate::data::value::Value;
use crate::session::Sema;
use crate::store::decls::DeclKind;

impl Sema {
    /// The symbol of an instance: its own, or the one that `#foreign` or `#export` names.
    pub fn symbol(&self, instance: InstanceId) -> String {
        let entry = self.instance(instance);
        if let Some(literal) = entry.literal {
            let owner = self.instances.intern(entry.decl, &entry.arguments, None);
            return format!("{}.literal{literal}", self.symbol(owner));
        }
        if let Some(name) = self.foreign_symbol(entry.decl) {
            return name;
        }
        let mut symbol = self.declared_symbol(entry.decl);
        symbol.push_str(&self.qualified_arguments(instance));
        symbol
    }

    /// The symbol that a foreign or exported declaration has in C; `None` for others.
    pub fn foreign_symbol(&self, decl_id: DeclId) -> Option<String> {
        let decl = self.decl(decl_id);
        let arguments = match self.attribute(decl_id, "foreign").or_else(|| self.attribute(decl_id, "export")) {
            Some(arguments) => arguments,
            None if self.is_foreign(decl_id) => &[],
            None => return None,
        };
        let written = arguments.iter().find_map(|argument| self.string_literal(decl.module, *argument));
        Some(written.unwrap_or_else(|| decl.name.as_str().to_owned()))
    }

    /// The text of a string literal.
    pub fn string_literal(&self, module: crate::data::types::ModuleId, node: NodeId) -> Option<String> {
        match self.tree(module).literal(node) {
            hubbub_syntax::Literal::String(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            _ => None,
        }
    }

    /// The declaration of the library that `#foreign lz4` names.
    pub fn foreign_library(&self, decl_id: DeclId) -> Option<DeclId> {
        let decl = self.decl(decl_id);
        let arguments = self.attribute(decl_id, "foreign")?;
        arguments.iter().find_map(|argument| match self.view(decl.module, *argument) {
            View::Name { name } => match self.lookup_top_level(decl.module, name) {
                crate::Lookup::Decl(library) if self.decl(library).kind == DeclKind::ForeignLibrary => Some(library),
                _ => None,
            },
            _ => None,
        })
    }

    fn declared_symbol(&self, decl_id: DeclId) -> String {
        let decl = self.decl(decl_id);
        let (mut symbol, siblings) = match decl.parent {
            Some(parent) => {
                let nested = self.modules[decl.module].nested.get(&decl.name);
                let same =
                    nested.into_iter().flatten().copied().filter(|other| self.decl(*other).parent == decl.parent);
                (self.declared_symbol(parent), same.collect::<Vec<_>>())
            }
            None => {
                let module = self.modules[decl.module].name.as_str().to_owned();
                let same: Vec<DeclId> = match decl.kind {
                    DeclKind::Operator(operator) => {
                        let operators = self.modules[self.whole(decl.module)].operators.iter();
                        operators.filter(|(other, _)| *other == operator).map(|(_, decl)| *decl).collect()
                    }
                    _ => self.own_declarations(decl.module, decl.name).collect(),
                };
                (module, same)
            }
        };
        symbol.push('.');
        symbol.push_str(match decl.kind {
            DeclKind::Operator(operator) => operator_text(operator),
            _ => decl.name.as_str(),
        });
        if siblings.len() > 1 {
            symbol.push_str(&self.distinction(decl_id, &siblings));
        }
        symbol
    }

    /// What tells a declaration from others of its name: its parameters, and a number where these are the same.
    fn distinction(&self, decl_id: DeclId, siblings: &[DeclId]) -> String {
        let own = self.parameters_text(decl_id);
        let before = siblings.iter().take_while(|other| **other != decl_id);
        match before.filter(|other| self.parameters_text(**other) == own).count() {
            0 => own,
            number => format!("{own}'{}", number + 1),
        }
    }

    fn parameters_text(&self, decl: DeclId) -> String {
        let Some(signature) = self.signature(self.identity_instance(decl)) else { return String::new() };
        let types: Vec<String> =
            signature.parameters.iter().map(|parameter| self.qualified_type_name(parameter.ty)).collect();
        format!("({})", types.join(","))
    }

    /// The text of a constant string.
    pub fn constant_text(&self, instance: InstanceId) -> Option<String> {
        match &self.constant(instance)?.value {
            Value::String(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            _ => None,
        }
    }
}

/// An operator as it is written.
pub fn operator_text(operator: OperatorName) -> &'static str {
    match operator {
        OperatorName::Complement => "~",
        OperatorName::Index => "[]",
        OperatorName::IndexAssign => "[]=",
        OperatorName::IndexPlace => "&[]",
        OperatorName::Binary(operator) => operator.text(),
    }
}
