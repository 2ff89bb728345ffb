//! Runs the program whose root file is given in the interpreter: `run_files main.hb [library]`.

use std::io::Write;
use std::path::{Path, PathBuf};

use hubbub_eval::{CapturingHost, Interpreter, Limits, ProgramSource, Storage};
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

fn main() -> std::io::Result<()> {
    let mut files = std::env::args().skip(1).map(PathBuf::from);
    let load_options =
        LoadOptions { root: files.next().unwrap_or_default(), library: files.next(), ..LoadOptions::default() };
    let program = load(&Disk, &load_options);
    let checks = hubbub_sema::session::Options { keep_bodies: true, ..Default::default() };
    let sema = Sema::new(program, checks);
    hubbub_sema::program::check_program(&sema);
    for diagnostic in sema.take_diagnostics() {
        eprintln!("{} {}", diagnostic.kind.code(), diagnostic.message);
    }
    let roots: Vec<Wanted> = sema.main_procedure().into_iter().map(Wanted::ProgramMain).collect();
    let program = lower_program(&sema, &roots, Options { verify: false, ..Options::default() });
    for error in hubbub_mir::verify::program(&program) {
        eprintln!("verify: {error}");
    }
    check_text(&program);
    let source = ProgramSource::new(program);
    let mut host = CapturingHost { sources: Some(&sema.sources), ..CapturingHost::default() };
    let storage = Storage::default();
    let mut interpreter = Interpreter::new(&source, Limits::of_program(), &mut host, &storage);
    let outcome = interpreter.run_main();
    let steps = interpreter.steps();
    std::io::stdout().write_all(&host.stdout)?;
    std::io::stderr().write_all(&host.stderr)?;
    if let Some(error) = &outcome.error {
        eprintln!("error: {error}");
        for frame in error.frames.iter().take(10) {
            let place = sema.sources.files.get(frame.file).map(|file| (&file.path, file.line_column(frame.at)));
            eprintln!("  in {} {place:?}", frame.symbol);
        }
    }
    eprintln!("status {}, {steps} steps", outcome.status);
    Ok(())
}

/// The text form of every program must be a fixed point.
fn check_text(program: &hubbub_mir::Program) {
    let text = hubbub_mir::print::program(program);
    match hubbub_mir::parse::program(&text) {
        Ok(parsed) if hubbub_mir::print::program(&parsed) == text => {}
        Ok(_) => eprintln!("text: no fixed point"),
        Err(error) => eprintln!("text: {error}"),
    }
}
