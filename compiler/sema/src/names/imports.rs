//! What the unqualified imports of a module let it see, once all modules are collected.
//!
//! An import brings in the public names of its module and, through that module's `#public` imports, those of others.
//! The result is a flat list of modules to ask, in the order of the imports.

use hubbub_base::{Name, Table};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::View;

use super::parts;
use crate::data::types::ModuleId;
use crate::store::decls::{Import, Module, Visible};

type Names = Option<Box<[Name]>>;

/// What each module sees through its imports.
pub(crate) fn visible(modules: &Table<ModuleId, Module>, of: ModuleId) -> Vec<Visible> {
    let mut visible = Vec::new();
    for (index, import) in modules[of].imports.iter().enumerate() {
        if import.alias.is_some() {
            continue;
        }
        let Some(target) = import.module else { continue };
        expand(modules, target, names_of(&modules[of], import), index as u32, &mut visible);
    }
    parts::without_own(modules, of, &mut visible);
    visible
}

/// Follows `#public` imports from `target`, narrowed to `names`.
fn expand(modules: &Table<ModuleId, Module>, target: ModuleId, names: Names, import: u32, visible: &mut Vec<Visible>) {
    let first = visible.len();
    let mut waiting = vec![(target, names)];
    while let Some((module, names)) = waiting.pop() {
        let known = visible
            .iter()
            .skip(first)
            .any(|seen| seen.module == module && (seen.names.is_none() || seen.names == names));
        if known {
            continue;
        }
        for public in modules[module].imports.iter().filter(|import| import.is_public && import.alias.is_none()) {
            let Some(next) = public.module else { continue };
            waiting.push((next, both(&names, names_of(&modules[module], public))));
        }
        visible.push(Visible { module, names, import });
    }
}

fn names_of(module: &Module, import: &Import) -> Names {
    let name = |node| match module.tree.view(node) {
        View::Name { name } => Some(name),
        _ => None,
    };
    let has_list = !import.names.is_empty();
    has_list.then(|| import.names.iter().filter_map(|node| name(*node)).collect())
}

fn both(a: &Names, b: Names) -> Names {
    match (a, b) {
        (None, b) => b,
        (Some(a), None) => Some(a.clone()),
        (Some(a), Some(b)) => Some(a.iter().filter(|name| b.contains(name)).copied().collect()),
    }
}

fn either(a: Names, b: Option<&[Name]>) -> Names {
    let (a, b) = (a?, b?);
    Some(a.iter().chain(b).copied().collect())
}

impl crate::Sema {
    /// Reports listed names that their module does not have.
    pub(crate) fn check_import_lists(&self, module: ModuleId) {
        for (index, import) in self.modules[module].imports.iter().enumerate() {
            for node in &import.names {
                let name = self.name_of(module, *node);
                if let Some(target) = import.module {
                    self.note_of_module(module, *node, target, name);
                }
                let reachable = self.modules[module].visible.iter().filter(|visible| visible.import == index as u32);
                let mut has_private = None;
                let has = reachable.filter(|visible| visible.shows(name)).any(|visible| {
                    let private = self.own_declarations(visible.module, name).all(|decl| self.decl(decl).is_private);
                    let first = self.own_declarations(visible.module, name).next();
                    has_private = has_private.or(first.filter(|_| private));
                    first.is_some() && !private
                });
                if !has && let Some(target) = import.module {
                    self.report(self.not_exported(module, *node, name, target, has_private.is_some()));
                }
            }
        }
    }

    fn not_exported(
        &self,
        module: ModuleId,
        node: hubbub_syntax::NodeId,
        name: Name,
        target: ModuleId,
        is_private: bool,
    ) -> Diagnostic {
        let target = self.modules[target].name;
        if is_private {
            return self.error_at(module, node, Kind::PrivateName, format!("`{name}` is private to module `{target}`"));
        }
        self.error_at(module, node, Kind::UnknownName, format!("module `{target}` has no `{name}`"))
    }
}

impl Module {
    /// Sets what the module sees.
    pub(crate) fn see(&mut self, visible: Vec<Visible>) {
        let is_public = |import: u32| self.imports.get(import as usize).is_some_and(|import| import.is_public);
        for seen in visible.iter().filter(|visible| is_public(visible.import)) {
            match self.handed_on.iter_mut().find(|known| known.module == seen.module) {
                // each module once, so that nothing is found twice
                Some(known) => known.names = either(known.names.take(), seen.names.as_deref()),
                None => self.handed_on.push(seen.clone()),
            }
        }
        self.visible = visible;
    }
}

impl Visible {
    /// Whether `name` may come through.
    pub(crate) fn shows(&self, name: Name) -> bool {
        self.names.as_ref().is_none_or(|names| names.contains(&name))
    }
}
