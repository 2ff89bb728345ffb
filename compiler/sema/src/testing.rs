//! The one helper of this crate's tests: sources in, diagnostics out.

use hubbub_diagnostics::{Diagnostic, Kind};
use std::path::PathBuf;

use crate::load::{LoadOptions, MemoryFiles, load};
use crate::session::{Options, Sema};

/// What is wrong with a program of one file without a library, a line each: `2:5 E0201 unknown name …`.
pub fn check(source: &str) -> String {
    check_files(&[("main", source)])
}

/// The same for several modules; the first is the root. One called `Prelude` is the library's.
pub fn check_files(modules: &[(&str, &str)]) -> String {
    show(&session(modules))
}

/// A session whose program has been checked.
pub fn session(modules: &[(&str, &str)]) -> Sema {
    let mut files = MemoryFiles::default();
    for (name, text) in modules {
        let folder = if *name == "Prelude" { "/library" } else { "/program" };
        files = files.file(&format!("{folder}/{name}.hb"), text);
    }
    let root = modules.first().map_or("main", |(name, _)| name);
    let options = LoadOptions {
        root: PathBuf::from(format!("/program/{root}.hb")),
        library: Some(PathBuf::from("/library")),
        ..LoadOptions::default()
    };
    let sema = Sema::new(load(&files, &options), Options { keep_bodies: true, ..Options::default() });
    crate::program::check_program(&sema);
    sema
}

/// The diagnostics of a session, without warnings of unused names: small sources are full of them.
pub fn show(sema: &Sema) -> String {
    let is_unused = |kind: Kind| matches!(kind, Kind::UnusedLocal | Kind::UnusedParameter);
    let shown = sema.take_diagnostics().into_iter().filter(|diagnostic| !is_unused(diagnostic.kind));
    shown.map(|diagnostic| line(sema, &diagnostic)).collect()
}

/// All diagnostics of a program of one module, a line each.
pub fn check_all(source: &str) -> String {
    let sema = session(&[("main", source)]);
    sema.take_diagnostics().iter().map(|diagnostic| line(&sema, diagnostic)).collect()
}

fn line(sema: &Sema, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.span.and_then(|span| {
        let file = sema.sources.files.get(span.file)?;
        let (line, column) = file.line_column(span.start);
        let is_root = span.file.0 == 0;
        let name = if is_root {
            String::new()
        } else {
            format!("{}:", sema.modules[crate::data::types::ModuleId(span.file.0)].name)
        };
        Some(format!("{name}{line}:{column} "))
    });
    format!("{}{} {}\n", place.unwrap_or_default(), diagnostic.kind.code(), diagnostic.message)
}
