//! A session: one program on its way from files to a result. [`Session::build`] reads as the list of the phases.
//!
//! Each phase takes what the one before made and returns what the next one needs; diagnostics gather in the session, and a phase
//! that met an error stops it. What a phase does is the business of its crate; nothing here knows the language.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use hubbub_base::{FileId, SourceMap, Span};
use hubbub_diagnostics::{Diagnostic, Kind, arrange, with_import_chains};
use hubbub_mir::Program;
use hubbub_mir::lower::{self, Wanted, lower_program};
use hubbub_sema::load::{FileSystem, LoadOptions, LoadedProgram, load};
use hubbub_sema::program::{check_modules, check_program};
use hubbub_sema::session::{Options as Checks, Sema};

use crate::compile_time::Interpreted;
use crate::files::{Disk, check_input};
use crate::link::{self, Request};
use crate::options::{Flavour, Options};
use crate::output::{self, Permission};
use crate::scratch::Scratch;
use crate::sysroot::Sysroot;
use crate::timings::Timings;
use crate::{configure, header, roots};

pub use crate::configure::objects;

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
    /// Whether the first error of each imported file says how the program came to it.
    pub tells_importers: bool,
    /// Whether a file speaks of `#tail`: only MIR shows whether all of these calls can be made.
    has_tail_calls: bool,
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
        Self {
            options,
            sysroot,
            timings: Timings::default(),
            sources: Arc::default(),
            diagnostics,
            tells_importers: true,
            has_tail_calls: false,
        }
    }

    /// Reports what is wrong with the program.
    pub fn check(&mut self) -> Result<(), Stopped> {
        let loaded = self.load()?;
        let sema = self.names(loaded, keep_bodies(self.has_tail_calls));
        let mut result = self.types(&sema, check_program);
        if result.is_ok() {
            result = self.look_at_tail_calls(&sema);
        }
        // The process ends soon; giving back millions of small blocks would take longer than it has lived.
        std::mem::forget(sema);
        result
    }

    /// What `check` does, for somebody who goes on asking: with files that come from elsewhere, and without the bodies of the standard
    /// library. Nothing comes back where the text is nested too deep to be looked at.
    pub fn analyze(&mut self, files: &dyn FileSystem, checks: Checks) -> Option<Sema> {
        let sema = self.declare(files, checks)?;
        let own = |sema: &Sema| check_modules(sema, |module| !sema.modules[module].is_library);
        if self.types(&sema, own).is_ok() {
            // What is found is in the diagnostics.
            let _ = self.look_at_tail_calls(&sema);
        }
        Some(sema)
    }

    /// The same, but nothing is checked yet.
    pub fn declare(&mut self, files: &dyn FileSystem, checks: Checks) -> Option<Sema> {
        if files.canonical(&self.options.input).is_none() {
            self.diagnostics.extend(check_input(&self.options.input));
        }
        let loaded = self.go_on().and_then(|()| self.load_from(files)).ok()?;
        let keep_bodies = checks.keep_bodies || self.has_tail_calls;
        Some(self.names(loaded, Checks { keep_bodies, ..checks }))
    }

    /// The program as MIR.
    pub fn program(&mut self) -> Result<Lowered, Stopped> {
        let loaded = self.load()?;
        let sema = self.names(loaded, keep_bodies(true));
        self.types(&sema, check_program)?;
        let roots = roots::find(&sema, &self.options);
        self.gather(&sema)?;
        let lowered = self.lower(&sema, &roots)?;
        std::mem::forget(sema);
        Ok(lowered)
    }

    /// The program as a file in memory that can be started.
    pub fn build(&mut self) -> Result<Scratch, Stopped> {
        let lowered = self.program()?;
        self.finish(&lowered)
    }

    /// The file that a program in MIR becomes: one that can be started, or a library.
    pub fn finish(&mut self, lowered: &Lowered) -> Result<Scratch, Stopped> {
        let outputs = self.generate(lowered, configure::objects())?;
        self.link(lowered, &outputs)
    }

    /// The result, at its place, with the permission to start it.
    pub fn write(&mut self, path: &Path, permission: Permission, content: &mut impl Read) -> Result<(), Stopped> {
        let written = self.timings.measure("write", || output::write(path, permission, content));
        written.map_err(|error| {
            let message = format!("`{}` cannot be written: {}", path.display(), output::explain(&error));
            self.stop([Diagnostic::new(Kind::OutputNotWritable, None, message)])
        })
    }

    /// Reads and parses the main module and all that it imports.
    pub fn load(&mut self) -> Result<LoadedProgram, Stopped> {
        self.diagnostics.extend(check_input(&self.options.input));
        self.go_on()?;
        self.load_from(&Disk)
    }

    fn load_from(&mut self, files: &dyn FileSystem) -> Result<LoadedProgram, Stopped> {
        let options = LoadOptions {
            root: self.options.input.clone(),
            search: self.options.module_folders.clone(),
            library: Some(self.sysroot.stdlib()),
            build: configure::build_constants(&self.options),
        };
        let loaded = self.timings.measure("parse", || load(files, &options));
        // Behind nesting that was given up nothing is what it was meant to be.
        if loaded.diagnostics.iter().any(|diagnostic| diagnostic.kind == Kind::NestingTooDeep) {
            self.sources = Arc::new(loaded.sources);
            let arranged = self.with_importers(arrange(loaded.diagnostics));
            return Err(self.stop(arranged));
        }
        self.has_tail_calls = loaded.sources.files.iter().any(|file| file.text.contains("#tail"));
        Ok(loaded)
    }

    /// Collects declarations and resolves imports.
    fn names(&mut self, loaded: LoadedProgram, checks: Checks) -> Sema {
        let sema = self.timings.measure("names", || Sema::new(loaded, checks));
        self.sources = Arc::clone(&sema.sources);
        // Nobody else has set it, for the session is new.
        let _ = sema
            .compile_time
            .set(Box::new(Interpreted::new(self.options.compile_time, Arc::clone(&self.timings.executions))));
        sema
    }

    /// Checks declarations and bodies.
    fn types(&mut self, sema: &Sema, check: impl FnOnce(&Sema)) -> Result<(), Stopped> {
        self.timings.measure("check", || check(sema));
        if sema.main_procedure().is_some() {
            sema.check_main();
        }
        self.gather(sema)
    }

    /// Finds the tail calls that cannot be made, which shows only in MIR.
    fn look_at_tail_calls(&mut self, sema: &Sema) -> Result<(), Stopped> {
        if !self.has_tail_calls {
            return Ok(());
        }
        let roots = roots::all(sema);
        self.lower(sema, &roots).map(drop)
    }

    /// Takes over what the checker has to say.
    fn gather(&mut self, sema: &Sema) -> Result<(), Stopped> {
        self.diagnostics.extend(sema.take_diagnostics());
        let arranged = arrange(std::mem::take(&mut self.diagnostics));
        let arranged = hubbub_syntax::without_follow_ups(arranged, &self.sources);
        self.diagnostics = self.with_importers(arranged);
        self.go_on()
    }

    fn with_importers(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.tells_importers { with_import_chains(diagnostics, &self.sources) } else { diagnostics }
    }

    /// Turns what the roots reach into MIR.
    fn lower(&mut self, sema: &Sema, roots: &[Wanted]) -> Result<Lowered, Stopped> {
        let all_checks = self.options.sanitizer == Some(crate::Sanitizer::Undefined);
        let options = lower::Options {
            bounds_checks: self.options.bounds_checks || all_checks,
            overflow_checks: self.options.overflow == crate::Overflow::Trap,
            all_checks,
            any_formats: sema.prints_any(),
            type_parts: sema.reads_types(),
            fault_handler: self.options.flavour != Flavour::None,
            ..lower::Options::default()
        };
        let header = self.header(sema)?;
        let program = self.timings.measure("lower", || lower_program(sema, roots, options));
        // Constants are folded while they are demanded, and some only lowering demands.
        self.gather(sema)?;
        if self.has_tail_calls {
            self.tail_calls(&program)?;
        }
        Ok(Lowered { libraries: roots::libraries(sema), variables: roots::foreign_variables(sema), header, program })
    }

    /// Reports tail calls that cannot be made because of how their arguments travel.
    fn tail_calls(&mut self, program: &Program) -> Result<(), Stopped> {
        let left = hubbub_codegen_llvm::left_arguments(program, self.options.target.as_deref());
        self.diagnostics.extend(left.into_iter().map(|(file, at)| left_argument(file, at)));
        self.go_on()
    }

    /// The C header, where one is asked for.
    fn header(&mut self, sema: &Sema) -> Result<Option<String>, Stopped> {
        if !self.options.header {
            return Ok(None);
        }
        let name = self.options.input.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        header::make(sema, &name).map(Some).map_err(|refused| self.stop(refused))
    }

    /// Makes the forms asked for, a unit a thread.
    pub fn generate(
        &mut self,
        lowered: &Lowered,
        emit: hubbub_codegen_llvm::Emit,
    ) -> Result<Vec<hubbub_codegen_llvm::Output>, Stopped> {
        let options = configure::generate(&self.options, &self.sysroot, &lowered.program, emit)
            .map_err(|diagnostic| self.stop([*diagnostic]))?;
        let generate = || hubbub_codegen_llvm::generate(&lowered.program, &self.sources, &options);
        match self.timings.measure("codegen", generate) {
            Ok(outputs) => Ok(outputs),
            Err(hubbub_codegen_llvm::Error::Internal { entity, message }) => {
                crate::internal_error::stop(&format!("code generation of `{entity}` failed: {message}"))
            }
            Err(hubbub_codegen_llvm::Error::Assembly(errors)) => Err(self.stop(wrong_assembly(errors))),
            Err(error) => Err(self.stop([Diagnostic::new(Kind::Unsupported, None, error.to_string())])),
        }
    }

    /// Links objects with the runtime and foreign libraries.
    pub fn link(&mut self, lowered: &Lowered, outputs: &[hubbub_codegen_llvm::Output]) -> Result<Scratch, Stopped> {
        let objects = outputs.iter().filter_map(|output| output.object.as_deref()).collect::<Vec<_>>();
        let parent = self.options.input.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = parent.unwrap_or(Path::new(".")).to_owned();
        let declaration = |symbol: &str| lowered.declaration(symbol);
        let request = Request {
            objects: &objects,
            libraries: &lowered.libraries,
            declaration: &declaration,
            options: &self.options,
            folder,
        };
        let target = configure::target_folder(&self.options);
        let linked = self.timings.measure("link", || link::link(&request, &self.sysroot, &target));
        linked.map_err(|diagnostics| self.stop(diagnostics))
    }

    /// Notes why the session cannot go on.
    pub fn stop(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) -> Stopped {
        self.diagnostics.extend(diagnostics);
        Stopped
    }

    fn go_on(&self) -> Result<(), Stopped> {
        if self.diagnostics.iter().any(Diagnostic::is_error) { Err(Stopped) } else { Ok(()) }
    }
}

/// Plain checks, with bodies for lowering or without.
fn keep_bodies(keep_bodies: bool) -> Checks {
    Checks { keep_bodies, ..Checks::default() }
}

/// A program as MIR, with what linking wants to know besides.
pub struct Lowered {
    /// The program.
    pub program: Program,
    /// Foreign libraries and where they are named.
    pub libraries: Vec<(String, Option<Span>)>,
    /// The C header of what is exported.
    pub header: Option<String>,
    /// Symbols of foreign variables and where they are declared.
    variables: Vec<(String, Span)>,
}

impl Lowered {
    /// Where a foreign symbol is declared.
    fn declaration(&self, symbol: &str) -> Option<Span> {
        let Some(procedure) = self.program.procedures.get(&hubbub_base::Name::new(symbol)) else {
            return self.variables.iter().find(|(variable, _)| variable == symbol).map(|(_, span)| *span);
        };
        let end = procedure.at + procedure.name.as_str().len() as u32;
        Some(Span::new(procedure.file, procedure.at, end))
    }
}

/// What the target's assembler says, each once: a body may have been copied to several places.
fn wrong_assembly(errors: Vec<(FileId, u32, String)>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (file, at, message) in errors {
        let span = Span::new(file, at, at + "#asm".len() as u32);
        let text = format!("the assembler of the target does not take this: {}", essence(&message));
        let diagnostic = Diagnostic::new(Kind::InvalidAssembly, span, text);
        if !diagnostics.contains(&diagnostic) {
            diagnostics.push(diagnostic);
        }
    }
    arrange(diagnostics)
}

/// A tail call of which it has been found that an argument is too big for the registers.
fn left_argument(file: FileId, at: u32) -> Diagnostic {
    let text = "an argument of this tail call is too big for the registers that are left, and lies in the frame that it leaves";
    Diagnostic::new(Kind::InvalidTailCall, Span::new(file, at, at + 1), text)
        .help("hand over a pointer to memory that lasts, or a smaller value; a tail call of the procedure itself may have any")
}

/// What an assembler has to say, without the places that mean nothing outside of it.
fn essence(message: &str) -> &str {
    let line = message.lines().next().unwrap_or_default();
    let line = line.rsplit_once(" at line ").map_or(line, |(text, _)| text);
    match line.strip_prefix("<inline asm>:") {
        Some(rest) => rest.splitn(3, ':').last().unwrap_or(rest).trim_start(),
        None => line,
    }
}

fn no_sysroot(tried: &[std::path::PathBuf]) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(Kind::FileNotReadable, None, "the standard library cannot be found");
    for folder in tried {
        diagnostic = diagnostic.note(format!("looked for `{}`", folder.join("stdlib").display()));
    }
    diagnostic.help("`scripts/build` makes it; `HUBBUB_SYSROOT` names the folder of an installation")
}
