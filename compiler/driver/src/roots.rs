//! What a program begins with: `main` and what is exported; and what it asks the linker for.

use hubbub_base::{Name, Span};
use hubbub_diagnostics::suggest::{did_you_mean, nearest};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_mir::lower::Wanted;
use hubbub_sema::data::types::{DeclId, ModuleId};
use hubbub_sema::session::Sema;
use hubbub_sema::store::decls::{Decl, DeclKind};
use hubbub_syntax::View;

use crate::options::Flavour;

/// The procedures from which everything that is built is reached.
pub fn find(sema: &Sema, flavour: Flavour) -> Result<Vec<Wanted>, Box<Diagnostic>> {
    let mut roots = Vec::new();
    for (id, decl) in sema.decls.iter_ids() {
        if decl.kind == DeclKind::Procedure && sema.attribute(id, "export").is_some() {
            roots.push(Wanted::Procedure(sema.instantiate(id, &[])));
        }
    }
    match main_of(sema) {
        Some(main) => roots.push(Wanted::ProgramMain(sema.instantiate(main, &[]))),
        // A kernel begins where its linker script says.
        None if flavour == Flavour::None && !roots.is_empty() => {}
        None => return Err(Box::new(no_main(sema))),
    }
    Ok(roots)
}

fn root_procedures(sema: &Sema) -> impl Iterator<Item = (DeclId, &Decl)> {
    let root = sema.modules.ids().next();
    let is_own =
        move |decl: &Decl| Some(decl.module) == root && decl.kind == DeclKind::Procedure && decl.parent.is_none();
    sema.decls.iter_ids().filter(move |(_, decl)| is_own(decl))
}

fn main_of(sema: &Sema) -> Option<DeclId> {
    let main = Name::new("main");
    root_procedures(sema).find(|(_, decl)| decl.name == main).map(|(id, _)| id)
}

fn no_main(sema: &Sema) -> Diagnostic {
    let names: Vec<&str> = root_procedures(sema).map(|(_, decl)| decl.name.as_str()).collect();
    let file = sema.modules.ids().next().map(|root: ModuleId| sema.file(root));
    let shown = file.and_then(|file| sema.sources.files.get(file)).map_or("", |file| file.path.as_str());
    let diagnostic = Diagnostic::new(Kind::UnknownName, None, format!("`{shown}` has no procedure `main`"));
    let meant = did_you_mean(&nearest("main", names)).map(|text| diagnostic.clone().help(text));
    meant.unwrap_or(diagnostic).help("a program begins with `main :: () -> Int`")
}

/// The foreign libraries of all modules, each with the first place that names it.
pub fn libraries(sema: &Sema) -> Vec<(String, Option<Span>)> {
    let mut libraries: Vec<(String, Option<Span>)> = Vec::new();
    for decl in sema.decls.iter().filter(|decl| decl.kind == DeclKind::ForeignLibrary) {
        let View::ForeignLibrary { path, .. } = sema.view(decl.module, decl.node) else { continue };
        let Some(name) = sema.string_literal(decl.module, path) else { continue };
        if !libraries.iter().any(|(known, _)| *known == name) {
            libraries.push((name, Some(sema.span(decl.module, path))));
        }
    }
    libraries
}
