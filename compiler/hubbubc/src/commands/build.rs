//! `hubbubc build FILE.hb`, and `hubbubc FILE.hb`: a program, or forms of it to read.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use hubbub_driver::forms::Form;
use hubbub_driver::output::Permission;
use hubbub_driver::{Library, Session, Stopped};

use crate::cli::{Build, Emit};
use crate::progress::Progress;
use crate::{report, usage};

/// Builds a program.
pub fn run(build: &Build) -> u8 {
    let is_standard_output = build.output.as_deref() == Some(Path::new("-"));
    if is_standard_output && build.emit.is_empty() {
        return usage::fail(usage::STATUS, "`-o -` goes with `--emit` only", Some("name a file for the program"));
    }
    let mut options = super::options(&build.options);
    let has_header_form = build.emit.contains(&Emit::Header);
    options.library = build.lib.or(has_header_form.then_some(Library::Static));
    options.header = build.header.is_some() || has_header_form;
    let mut session = Session::new(options);
    // what goes to standard output comes in between
    let progress = (!is_standard_output).then(|| Progress::start(&build.options.common, &build.options.program.input));
    let result = match (build.emit.is_empty(), is_standard_output) {
        (true, _) => program(&mut session, build),
        (false, true) => session
            .emit(&forms(build))
            .map(|made| made.iter().map(|(_, bytes)| report::print(bytes)).max().unwrap_or(0)),
        (false, false) => form_files(&mut session, build),
    };
    drop(progress);
    let status = report::finish(&session, &result, &build.options.common);
    status.max(result.unwrap_or(0))
}

fn program(session: &mut Session, build: &Build) -> Result<u8, Stopped> {
    let input = &build.options.program.input;
    let path = build.output.clone().unwrap_or_else(|| default_output(build));
    if is_same_file(&path, input) {
        return Ok(usage::fail(
            usage::STATUS,
            "the output would replace the source",
            Some("name another file with `-o`"),
        ));
    }
    let lowered = session.program()?;
    let program = session.finish(&lowered)?;
    let permission = if build.lib == Some(Library::Static) { Permission::Plain } else { Permission::Executable };
    let mut file = program.into_file().map_err(|_| Stopped)?;
    session.write(&path, permission, &mut file)?;
    if let (Some(header), Some(text)) = (&build.header, &lowered.header) {
        let beside = path.with_file_name(input.file_stem().unwrap_or(OsStr::new("main"))).with_extension("h");
        let header = if header.as_os_str().is_empty() { &beside } else { header };
        session.write(header, Permission::Plain, &mut text.as_bytes())?;
    }
    Ok(0)
}

/// `dir/main.hb` becomes `main`, here; a library `libmain.a` or `libmain.so`.
fn default_output(build: &Build) -> PathBuf {
    let stem = build.options.program.input.file_stem().unwrap_or(OsStr::new("main"));
    match build.lib {
        Some(kind) => PathBuf::from(format!("lib{}.{}", stem.to_string_lossy(), kind.extension())),
        None => PathBuf::from(stem),
    }
}

/// Whether two paths lead to one file.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    let canonical = |path: &Path| std::fs::canonicalize(path).ok();
    canonical(one).is_some_and(|one| canonical(other) == Some(one))
}

fn forms(build: &Build) -> Vec<Form> {
    let mut forms: Vec<Form> = build.emit.iter().map(|emit| form(*emit)).collect();
    forms.sort();
    forms.dedup();
    forms
}

fn form(emit: Emit) -> Form {
    match emit {
        Emit::Tokens => Form::Tokens,
        Emit::Ast => Form::Tree,
        Emit::Mir => Form::Mir,
        Emit::LlvmIr => Form::LlvmIr,
        Emit::LlvmBc => Form::LlvmBitcode,
        Emit::Header => Form::Header,
        Emit::Asm => Form::Assembly,
        Emit::Obj => Form::Object,
    }
}

/// Each form into a file of its own: `-o` names it if there is one form, else their common beginning.
fn form_files(session: &mut Session, build: &Build) -> Result<u8, Stopped> {
    let forms = forms(build);
    let stem = build.options.program.input.file_stem().unwrap_or(OsStr::new("main"));
    let base = build.output.clone().unwrap_or_else(|| PathBuf::from(stem));
    let made = session.emit(&forms)?;
    for (number, (form, bytes)) in made.iter().enumerate() {
        let earlier = made.iter().take(number).filter(|(other, _)| other == form).count();
        let path = match (&build.output, made.len()) {
            (Some(path), 1) => path.clone(),
            _ => numbered(&base, earlier, form.extension()),
        };
        session.write(&path, Permission::Plain, &mut bytes.as_slice())?;
    }
    Ok(0)
}

/// `main.o`, and `main.1.o` for the second unit.
fn numbered(base: &Path, number: usize, extension: &str) -> PathBuf {
    let mut name = base.as_os_str().to_owned();
    if number > 0 {
        name.push(format!(".{number}"));
    }
    name.push(format!(".{extension}"));
    PathBuf::from(name)
}
