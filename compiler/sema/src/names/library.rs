//! What module of the library has a name that cannot be seen, and how one comes to it.
//!
//! Modules that nobody imports are not read, so their names stand in a table, `library.txt`: name, module, and the type of the first
//! parameter (`type` and `constant` for what is no procedure). A test makes it anew from the library.

use hubbub_base::{Name, Span};
use hubbub_diagnostics::{Applicability, Diagnostic, Fix};
use hubbub_syntax::NodeId;

use crate::data::types::{ModuleId, TypeId, TypeKind};
use crate::session::Sema;

const TABLE: &str = include_str!("library.txt");
/// Modules that a message names.
const MODULES_MAX: usize = 3;

/// The modules that have `name`, each with the types of first parameters that its procedures of the name have.
fn modules_with(name: &str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    let lines = TABLE.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    for (module, kind) in lines.filter_map(|rest| rest.split_once(' ')) {
        match found.last_mut().filter(|(last, _)| *last == module) {
            Some((_, kinds)) => kinds.push(kind),
            None => found.push((module, vec![kind])),
        }
    }
    found
}

impl Sema {
    /// Advice for a name that only modules of the library have; nothing where none has it, or too many.
    pub(crate) fn name_of_library(&self, module: ModuleId, node: NodeId) -> Option<Fix> {
        let name = self.name_of(module, node);
        let found = modules_with(name.as_str());
        let (first, others) = found.split_first().filter(|_| found.len() <= MODULES_MAX)?;
        if others.is_empty() {
            return Some(self.through_module(module, node, first.0));
        }
        let modules: Vec<String> = found.iter().map(|(of, _)| format!("`{of}`")).collect();
        let (last, others) = modules.split_last()?;
        let (others, of) = (others.join(", "), first.0);
        Some(maybe(
            format!("modules {others} and {last} have it: `{of} :: #import \"{of}\"`, `{of}.{name}`"),
            Vec::new(),
        ))
    }

    /// `name`, which module `of` of the library has: `of.name`, behind an import if there is none.
    fn through_module(&self, module: ModuleId, node: NodeId, of: &str) -> Fix {
        let name = self.name_of(module, node);
        let span = self.span(module, node);
        if let Some(alias) = self.alias_of_library(module, of) {
            let written = format!("{alias}.{name}");
            return maybe(format!("module `{of}` has it: write `{written}`"), vec![(span, written)]);
        }
        let import = format!("{of} :: #import \"{of}\"");
        maybe(
            format!("module `{of}` has it: `{import}`, `{of}.{name}`"),
            vec![(self.place_of_imports(module), format!("{import}\n")), (span, format!("{of}.{name}"))],
        )
    }

    /// Advice for `x.name(…)`, x of type `ty`, where a module of the library has such a procedure.
    pub(crate) fn method_of_library(&self, module: ModuleId, name: Name, ty: TypeId) -> Option<Fix> {
        let heads: &[&str] = match self.kind(self.base_of(ty)) {
            TypeKind::String | TypeKind::LiteralString => &["String"],
            TypeKind::Slice(_) | TypeKind::Array { .. } => &["Slice"],
            TypeKind::Int { .. } | TypeKind::LiteralInt => &["Int", "T"],
            TypeKind::Float { .. } | TypeKind::LiteralFloat => &["f64", "Float", "T"],
            TypeKind::Rune | TypeKind::LiteralRune => &["Rune"],
            _ => return None,
        };
        let mut found = modules_with(name.as_str());
        found.retain(|(_, kinds)| kinds.iter().any(|kind| heads.contains(kind)));
        let (of, _) = found.first()?;
        let called = match self.alias_of_library(module, of) {
            Some(alias) => {
                format!("`{alias}.{name}(x)`; an import without a name lets the dot find it, `#import \"{of}\"`")
            }
            None => format!("`#import \"{of}\"` lets the dot find it"),
        };
        let import = (self.place_of_imports(module), format!("#import \"{of}\"\n"));
        Some(maybe(format!("module `{of}` has it: {called}"), vec![import]))
    }

    /// Advice for `module.name`, whose name stands at `node`, where the Prelude or another module of the library has the name.
    pub(crate) fn name_of_other_module(
        &self,
        diagnostic: Diagnostic,
        module: ModuleId,
        node: NodeId,
        name: Name,
    ) -> Diagnostic {
        let span = self.span(module, node);
        let text = self.tree(module).text();
        let end = span.end as usize;
        let written = text.get(..end).and_then(|before| before.rsplit(|c: char| !is_of_path(c)).next()).unwrap_or("");
        let path = Span::new(span.file, span.end - written.len() as u32, span.end);
        let is_of_prelude = self.own_declarations(self.known.prelude, name).any(|decl| !self.decl(decl).is_private);
        if is_of_prelude {
            let message = format!("it can be seen without a module: write `{name}`");
            return diagnostic.maybe_fix(message, path, name.as_str());
        }
        match modules_with(name.as_str()).as_slice() {
            [(of, _)] => match self.alias_of_library(module, of) {
                Some(alias) => diagnostic.maybe_fix(format!("module `{of}` has it"), path, format!("{alias}.{name}")),
                None => diagnostic.help(format!("module `{of}` has it: `{of} :: #import \"{of}\"`, `{of}.{name}`")),
            },
            _ => diagnostic,
        }
    }

    /// What a module calls the module `of` of the library, if it has imported that under a name.
    fn alias_of_library(&self, module: ModuleId, of: &str) -> Option<Name> {
        let imports = self.modules[module].imports.iter();
        let is_it = |target: &ModuleId| self.modules[*target].is_library && self.modules[*target].name.as_str() == of;
        let mut aliases =
            imports.filter(|import| import.module.as_ref().is_some_and(is_it)).filter_map(|import| import.alias);
        aliases.next().map(|alias| self.name_of(module, alias))
    }

    /// Where one more import may stand: before the first, else behind the first lines that speak of the module itself.
    fn place_of_imports(&self, module: ModuleId) -> Span {
        let tree = self.tree(module);
        let first = self.modules[module].imports.iter().map(|import| tree.start(import.node)).min();
        let lines = tree.text().split_inclusive('\n');
        let head = lines.take_while(|line| line.starts_with("//!") || line.starts_with("#!") || line.trim().is_empty());
        let at = first.unwrap_or_else(|| head.map(str::len).sum::<usize>() as u32);
        Span::new(self.file(module), at, at)
    }
}

fn maybe(message: String, edits: Vec<(Span, String)>) -> Fix {
    Fix { message, edits, applicability: Applicability::MaybeIncorrect }
}

fn is_of_path(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

#[cfg(test)]
mod tests {
    use super::modules_with;

    #[test]
    fn modules_of_names() {
        assert_eq!(modules_with("split"), [("Strings", vec!["String"])]);
        assert_eq!(modules_with("PI"), [("Math", vec!["constant"])]);
        assert!(modules_with("contains").len() > 3);
        assert!(modules_with("").is_empty() && modules_with("nowhere").is_empty());
    }
}
