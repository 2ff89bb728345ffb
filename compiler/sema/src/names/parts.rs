//! The files of the Prelude as one module.
//!
//! Those that `Prelude.hb` imports with `#public`, and without a name for them, are its parts. What they declare, private names too, stands in the
//! Prelude's scope; a part finds there what it asks for. Any other module is one file.

use hubbub_base::{FileId, Table};
use hubbub_syntax::tree::view::OperatorName;

use crate::data::types::{DeclId, ModuleId};
use crate::session::Sema;
use hubbub_base::table::Run;

use crate::store::decls::{Module, Visible};

/// Moves what the Prelude's parts declare into its scope.
pub(crate) fn join(modules: &mut Table<ModuleId, Module>, prelude: ModuleId) {
    let is_part = |import: &&crate::store::decls::Import| import.is_public && import.alias.is_none();
    let parts: Vec<ModuleId> =
        modules[prelude].imports.iter().filter(is_part).filter_map(|import| import.module).collect();
    let first = modules[prelude].decls.start;
    for part in parts.into_iter().filter(|part| *part != prelude) {
        let name = modules[prelude].name;
        let module = &mut modules[part];
        module.whole = prelude;
        module.name = name;
        let clashes = std::mem::take(&mut module.clashes);
        let (scope, sets) = (std::mem::take(&mut module.scope), std::mem::take(&mut module.sets));
        let operators: Vec<(OperatorName, DeclId)> = std::mem::take(&mut module.operators);
        let shift = module.decls.start.wrapping_sub(first);
        let whole = &mut modules[prelude];
        whole.operators.extend(operators);
        whole.clashes.extend(clashes);
        for (name, run) in scope {
            let known = whole.scope.get(&name).copied().unwrap_or_default();
            let mut all: Vec<u32> = known.of(&whole.sets).to_vec();
            all.extend(run.of(&sets).iter().map(|offset| offset.wrapping_add(shift)));
            whole.scope.insert(name, Run { start: whole.sets.len() as u32, length: all.len() as u32 });
            whole.sets.extend(all);
        }
    }
}

/// Takes out of what modules see that they are one: a part looks in the Prelude anyway.
pub(crate) fn without_own(modules: &Table<ModuleId, Module>, of: ModuleId, visible: &mut Vec<Visible>) {
    visible.retain(|visible| modules[visible.module].whole != modules[of].whole);
}

impl Sema {
    /// The module that a file belongs to: the Prelude for its parts.
    pub fn whole(&self, module: ModuleId) -> ModuleId {
        self.modules[module].whole
    }

    /// Whether a module is the Prelude, or a part of it.
    pub fn is_prelude(&self, module: ModuleId) -> bool {
        self.whole(module) == self.known.prelude
    }

    /// Whether a file is one of the Prelude's.
    pub fn is_prelude_file(&self, file: FileId) -> bool {
        self.modules.iter().any(|module| module.file == file && self.is_prelude(module.whole))
    }
}
