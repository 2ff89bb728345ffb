//! Checks the program whose root file is given and prints what is wrong with it, and how long loading and checking took:
//! `check_files main.hb [library]`.

use std::io::Write;
use std::path::{Path, PathBuf};

use hubbub_sema::Sema;
use hubbub_sema::load::{FileSystem, LoadOptions, load};
use hubbub_sema::session::Options;
use hubbub_syntax::condition::{BuildConstants, Value};

/// What a build without options says to its program.
fn build() -> BuildConstants {
    let texts = [("ALLOCATOR", "page"), ("ARCH", "x86_64"), ("OPTIMIZE", "0"), ("OS", "linux"), ("RUNTIME", "nostd")];
    let mut build = BuildConstants::default();
    build.constants.extend(texts.map(|(name, text)| (name.to_owned(), Value::Text(text.to_owned()))));
    build.constants.insert("DEBUG".to_owned(), Value::Bool(true));
    build
}

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
    let mut arguments = std::env::args().skip(1);
    let root = PathBuf::from(arguments.next().unwrap_or_default());
    let options =
        LoadOptions { root, library: arguments.next().map(PathBuf::from), build: build(), ..LoadOptions::default() };
    let start = std::time::Instant::now();
    let program = load(&Disk, &options);
    let loaded = start.elapsed();
    let sema = Sema::new(program, Options::default());
    let named = start.elapsed();
    hubbub_sema::program::check_program(&sema);
    let checked = start.elapsed();
    let mut out = std::io::stdout().lock();
    for diagnostic in sema.take_diagnostics() {
        let place = diagnostic.span.and_then(|span| {
            let file = sema.sources.files.get(span.file)?;
            let (line, column) = file.line_column(span.start);
            Some(format!("{}:{line}:{column}: ", file.path))
        });
        writeln!(out, "{}{} {}", place.unwrap_or_default(), diagnostic.kind.code(), diagnostic.message)?;
    }
    writeln!(out, "load {loaded:?}, names {:?}, check {:?}", named - loaded, checked - named)
}
