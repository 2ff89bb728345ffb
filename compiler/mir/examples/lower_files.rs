//! Lowers the program whose root file is given and prints its MIR and what the verifier says:
//! `lower_files main.hb [library] [--quiet]`.

use std::io::Write;
use std::path::{Path, PathBuf};

use hubbub_mir::lower::{Options, Wanted, lower_program};
use hubbub_sema::Sema;
use hubbub_sema::load::{FileSystem, LoadOptions, load};

struct Disk;

impl FileSystem for Disk {
    fn canonical(&self, path: &Path) -> Option<PathBuf> {
        std::fs::canonicalize(path).ok()
    }

    #[expect(clippy::disallowed_methods, reason = "an example stands above the core, like the driver")]
    fn read(&self, path: &Path) -> Result<Vec<u8>, String> {
        std::fs::read(path).map_err(|error| error.to_string())
    }
}

#[expect(clippy::disallowed_methods, reason = "an example stands above the core, like the driver")]
fn main() -> std::io::Result<()> {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|it| it.starts_with("--"));
    let mut files = files.into_iter().map(PathBuf::from);
    let load_options =
        LoadOptions { root: files.next().unwrap_or_default(), library: files.next(), ..LoadOptions::default() };
    let program = load(&Disk, &load_options);
    let checks = hubbub_sema::session::Options { keep_bodies: true, ..Default::default() };
    let sema = Sema::new(program, checks);
    hubbub_sema::program::check_program(&sema);
    let mut out = std::io::stdout().lock();
    for diagnostic in sema.take_diagnostics() {
        let place = diagnostic.span.and_then(|span| {
            let file = sema.sources.files.get(span.file)?;
            let (line, column) = file.line_column(span.start);
            Some(format!("{}:{line}:{column}: ", file.path))
        });
        writeln!(out, "{}{} {}", place.unwrap_or_default(), diagnostic.kind.code(), diagnostic.message)?;
    }
    let start = std::time::Instant::now();
    let roots: Vec<Wanted> = sema.main_procedure().into_iter().map(Wanted::ProgramMain).collect();
    let program = lower_program(&sema, &roots, Options { verify: false, ..Options::default() });
    let time = start.elapsed();
    if !options.iter().any(|it| it == "--quiet") {
        let shown = hubbub_mir::print::Options { positions: false, sources: Some(&sema.sources) };
        write!(out, "{}", hubbub_mir::print::program_with(&program, shown))?;
    }
    for error in hubbub_mir::verify::program(&program) {
        writeln!(out, "verify: {error}")?;
    }
    writeln!(out, "{} procedures, {} globals, {time:?}", program.procedures.len(), program.globals.len())
}
