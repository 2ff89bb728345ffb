//! A session: one program on its way from files to a result. [`Session::build`] reads as the list of the phases.
//!
//! Each phase takes what the one before made and returns what the next one needs; diagnostics gather in the session, and a phase
//! that met an error stops it. What a phase does is the business of its crate; nothing here knows the language.

use std::sync::Arc;

use hubbub_base::SourceMap;
use hubbub_diagnostics::{Diagnostic, Kind, arrange};
use hubbub_sema::load::{LoadOptions, LoadedProgram, load};
use hubbub_sema::program::check_program;
use hubbub_sema::session::{Options as Checks, Sema};
use hubbub_syntax::condition::{BuildConstants, Value};

use crate::files::{Disk, check_input};
use crate::options::{Level, Options};
use crate::sysroot::Sysroot;
use crate::timings::Timings;

/// A program on its way.
pub struct Session {
    /// What is asked for.
    pub options: Options,
    /// Where the standard library and the runtimes are.
    pub sysroot: Sysroot,
    /// What the phases took.
    pub timings: Timings,
    /// The files read.
    pub sources: Arc<SourceMap>,
    /// What there is to say, in order.
    pub diagnostics: Vec<Diagnostic>,
}

/// The session has met an error; its diagnostics say which.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stopped;

impl Session {
    /// A session that has done nothing yet.
    pub fn new(options: Options) -> Self {
        let (sysroot, diagnostics) = match Sysroot::find() {
            Ok(sysroot) => (sysroot, Vec::new()),
            Err(tried) => (Sysroot::default(), vec![no_sysroot(&tried)]),
        };
        Self { options, sysroot, timings: Timings::default(), sources: Arc::default(), diagnostics }
    }

    /// Reports what is wrong with the program.
    pub fn check(&mut self) -> Result<(), Stopped> {
        let loaded = self.load()?;
        let sema = self.names(loaded, false);
        self.types(&sema)
    }

    /// Reads and parses the main module and all that it imports.
    fn load(&mut self) -> Result<LoadedProgram, Stopped> {
        self.diagnostics.extend(check_input(&self.options.input));
        self.go_on()?;
        let options = self.load_options();
        let loaded = self.timings.measure("parse", || load(&Disk, &options));
        self.timings.lines = loaded.sources.files.iter().map(|file| lines_of(&file.text)).sum();
        Ok(loaded)
    }

    /// Collects declarations and resolves imports.
    fn names(&mut self, loaded: LoadedProgram, keep_bodies: bool) -> Sema {
        let sema = self.timings.measure("names", || Sema::new(loaded, Checks { keep_bodies }));
        self.sources = Arc::clone(&sema.sources);
        sema
    }

    /// Checks all declarations and bodies.
    fn types(&mut self, sema: &Sema) -> Result<(), Stopped> {
        self.timings.measure("check", || check_program(sema));
        self.diagnostics = arrange(sema.take_diagnostics());
        self.go_on()
    }

    fn go_on(&self) -> Result<(), Stopped> {
        if self.diagnostics.iter().any(Diagnostic::is_error) { Err(Stopped) } else { Ok(()) }
    }

    fn load_options(&self) -> LoadOptions {
        LoadOptions {
            root: self.options.input.clone(),
            search: self.options.module_folders.clone(),
            library: Some(self.sysroot.stdlib()),
            build: build_constants(&self.options),
        }
    }
}

fn lines_of(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

/// What the module `Build` says.
fn build_constants(options: &Options) -> BuildConstants {
    let text = |text: &str| Value::Text(text.to_owned());
    let constants = [
        ("ARCH", text("x86_64")),
        ("DEBUG", Value::Bool(options.level == Level::O0)),
        ("OPTIMIZE", text(options.level.name())),
        ("OS", text("linux")),
        ("RUNTIME", text(options.flavour.name())),
    ];
    BuildConstants {
        constants: constants.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        defines: options.defines.iter().cloned().collect(),
    }
}

fn no_sysroot(tried: &[std::path::PathBuf]) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(Kind::FileNotReadable, None, "the standard library cannot be found");
    for folder in tried {
        diagnostic = diagnostic.note(format!("looked for `{}`", folder.join("stdlib").display()));
    }
    diagnostic.help("`scripts/build` makes it; `HUBBUB_SYSROOT` names the folder of an installation")
}
