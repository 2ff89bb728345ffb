//! Warnings about imports through which nothing was found.

use std::sync::atomic::Ordering;

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::View;

use crate::data::types::ModuleId;
use crate::session::Sema;

impl Sema {
    /// Reports imports of `module` that nothing in it needs. Run once all of the program has been checked.
    pub(crate) fn check_unused_imports(&self, module: ModuleId) {
        if self.modules[module].is_library {
            return;
        }
        for import in &self.modules[module].imports {
            let Some(target) = import.module.filter(|_| !import.is_public) else { continue };
            if import.is_used.load(Ordering::Relaxed) {
                continue;
            }
            let View::Import { path, .. } = self.view(module, import.node) else { continue };
            let name = self.modules[target].name;
            let message = format!("nothing of module `{name}` is used");
            let span = self.span(module, import.alias.unwrap_or(path));
            self.report(Diagnostic::new(Kind::UnusedImport, span, message));
        }
    }

    /// Notes that something was found through the import that stands at `node`.
    pub(super) fn mark_import(&self, module: ModuleId, node: hubbub_syntax::NodeId) {
        let imports = &self.modules[module].imports;
        if let Ok(index) = imports.binary_search_by_key(&node, |import| import.node)
            && let Some(import) = imports.get(index)
        {
            import.is_used.store(true, Ordering::Relaxed);
        }
    }
}
