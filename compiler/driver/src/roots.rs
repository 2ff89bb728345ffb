//! What a program begins with: `main` and what is exported; and what it asks the linker for.

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_mir::lower::Wanted;
use hubbub_sema::session::Sema;
use hubbub_sema::store::decls::DeclKind;
use hubbub_syntax::View;

use crate::header;
use crate::options::{Flavour, Options};

/// The procedures from which everything that is built is reached. What is wrong with `main` is reported to `sema`.
pub fn find(sema: &Sema, options: &Options) -> Vec<Wanted> {
    let exported = header::exported(sema);
    let procedures = exported.iter().filter(|id| sema.decl(**id).kind == DeclKind::Procedure);
    let mut roots: Vec<Wanted> = procedures.map(|id| Wanted::Procedure(sema.instantiate(*id, &[]))).collect();
    let variables = exported.iter().filter(|id| sema.decl(**id).kind == DeclKind::Variable);
    roots.extend(variables.map(|id| Wanted::Variable(sema.instantiate(*id, &[]))));
    if options.library.is_some() {
        if roots.is_empty() {
            let message = "there is nothing in this library: no declaration is exported";
            let diagnostic = Diagnostic::new(Kind::InvalidForeign, None, message);
            sema.report(diagnostic.help("put `#export` behind the procedures that C programs call"));
        }
        return roots;
    }
    let main = sema.main_procedure();
    // A kernel begins where its linker script says.
    if main.is_some() || options.flavour != Flavour::None || roots.is_empty() {
        sema.check_main();
    }
    roots.extend(main.map(Wanted::ProgramMain));
    roots
}

/// All procedures of the program's own modules that are there without being asked for; they reach the instances of generic ones.
pub fn all(sema: &Sema) -> Vec<Wanted> {
    let procedures = sema.decls.iter_ids().filter(|(id, decl)| {
        decl.kind == DeclKind::Procedure
            && decl.generic_count == 0
            && !sema.modules[decl.module].is_library
            && sema.has_body(*id)
    });
    procedures.map(|(id, _)| Wanted::Procedure(sema.instantiate(id, &[]))).collect()
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

/// The symbols of all foreign variables, each with its declaration.
pub fn foreign_variables(sema: &Sema) -> Vec<(String, Span)> {
    let variables = sema.decls.iter_ids().filter(|(_, decl)| decl.kind == DeclKind::Variable);
    let foreign = variables.filter(|(id, _)| sema.attribute(*id, "foreign").is_some());
    foreign.filter_map(|(id, _)| Some((sema.foreign_symbol(id)?, sema.decl_span(id)))).collect()
}
