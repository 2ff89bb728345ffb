//! `hubbubc test PATH --doc`: runs the examples in the documentation of modules, each in a process of its own.
//!
//! All examples of a module are one program. One that has errors fails alone: the others are built again without it. One that needs a variable of the
//! environment is left out where there is none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hubbub_base::Span;
use hubbub_diagnostics::Diagnostic;
use hubbub_driver::examples::{Example, Examples, MAIN};
use hubbub_driver::scratch::Scratch;
use hubbub_driver::{Options, Session};

use super::fmt::collect;
use crate::cli::Test;
use crate::{memory, report, usage};

/// How many examples did what they say, and how many did not.
#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
}

/// Runs the examples of a file, or of all files of a folder; status 1 if one fails.
pub fn run(test: &Test) -> u8 {
    let given = &test.options.program.input;
    let mut files = Vec::new();
    collect(given, &mut files, 0);
    memory::allow_huge_pages();
    let (mut counts, mut status, mut is_any) = (Counts::default(), 0, false);
    for file in files {
        let found = Examples::find(&file, &super::doc::module_name(&file, given));
        status |= report::messages(&found.diagnostics, &found.sources, &test.options.common);
        is_any |= !found.examples.is_empty();
        let wanted = wanted(&found, test.filter.as_deref());
        if !wanted.is_empty() {
            status |= run_module(test, &found, wanted, &mut counts);
        }
    }
    if status == 0 && !is_any {
        let hint = "an example is a block of a `///` or `//!` comment between lines of three backquotes";
        return usage::fail(1, &format!("`{}` has no examples", given.display()), Some(hint));
    }
    let printed = report::print(format!("{} passed, {} failed\n", counts.passed, counts.failed));
    status | printed.max(u8::from(counts.failed > 0))
}

fn wanted(found: &Examples, filter: Option<&str>) -> BTreeSet<usize> {
    let is_wanted =
        |example: &Example| filter.is_none_or(|part| found.title(example).contains(part)) && can_run(found, example);
    found.examples.iter().enumerate().filter(|(_, example)| is_wanted(example)).map(|(number, _)| number).collect()
}

/// Whether what an example needs is there; says so if it is not.
fn can_run(found: &Examples, example: &Example) -> bool {
    let missing = example.needs.as_ref().filter(|name| std::env::var_os(name).is_none());
    if let Some(name) = missing {
        report::print(format!("test {} … left out: {name} is not set\n", found.title(example)));
    }
    missing.is_none()
}

/// Runs examples of a module. The status is 1 if they cannot be built, whatever is left out.
fn run_module(test: &Test, found: &Examples, mut wanted: BTreeSet<usize>, counts: &mut Counts) -> u8 {
    let folder = std::env::temp_dir().join(format!("hubbub-examples-{}", std::process::id()));
    let mut status = 0;
    while !wanted.is_empty() {
        match build(test, found, &wanted, &folder) {
            Ok(program) => {
                run_examples(&program, found, &wanted, &folder, counts);
                break;
            }
            Err(wrong) if wrong.is_empty() => {
                status = 1;
                break;
            }
            Err(wrong) => {
                wrong.iter().filter_map(|number| found.examples.get(*number)).for_each(|example| {
                    counts.failed += 1;
                    report::print(format!("test {} … FAILED\n", found.title(example)));
                });
                wanted.retain(|number| !wrong.contains(number));
            }
        }
    }
    // A folder of the system's for what is temporary: if it stays, somebody else removes it.
    let _ = std::fs::remove_dir_all(&folder);
    status
}

/// Builds the program, or shows its errors and gives the examples that have them.
fn build(test: &Test, found: &Examples, wanted: &BTreeSet<usize>, folder: &Path) -> Result<Scratch, BTreeSet<usize>> {
    let numbers: Vec<usize> = wanted.iter().copied().collect();
    let files = found.program(&numbers);
    if let Err(error) = write(folder, &files) {
        usage::fail(1, &format!("`{}` cannot be written: {error}", folder.display()), None);
        return Err(BTreeSet::new());
    }
    let given = super::options(&test.options);
    let own = module_folder(&test.options.program.input);
    // a part of a module finds that one, too
    let above = own.parent().filter(|_| own.with_extension("hb").is_file()).map(Path::to_owned);
    let mut module_folders: Vec<PathBuf> = std::iter::once(own).chain(above).collect();
    module_folders.extend(given.module_folders.iter().cloned());
    let input = folder.join(files.first().map_or("", |(name, _)| name));
    let mut session = Session::new(Options { input, module_folders, ..given });
    let result = session.build();
    result.map_err(|_| {
        let sources = std::sync::Arc::clone(&session.sources);
        let mut errors: Vec<Diagnostic> = session.diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        // That the program imports the example tells nobody anything.
        let is_program = |span: Span| sources.files.get(span.file).is_some_and(|file| file.path.ends_with(MAIN));
        errors.iter_mut().for_each(|error| error.frames.retain(|frame| !is_program(frame.span)));
        report::messages(&errors, &found.mapped(&sources), &test.options.common);
        let number = |span: Span| Examples::number_of(&sources.files.get(span.file)?.path);
        let spans = |error: &Diagnostic| {
            let frames = error.frames.iter().map(|frame| frame.span);
            error.span.into_iter().chain(frames).collect::<Vec<_>>()
        };
        errors.iter().flat_map(spans).filter_map(number).filter(|number| wanted.contains(number)).collect()
    })
}

/// Where the modules are found that the examples import.
fn module_folder(given: &Path) -> PathBuf {
    let folder = if given.is_dir() { Some(given) } else { given.parent() };
    folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

fn write(folder: &Path, files: &[(String, String)]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    files.iter().try_for_each(|(name, text)| std::fs::write(folder.join(name), text))
}

fn run_examples(program: &Scratch, found: &Examples, wanted: &BTreeSet<usize>, folder: &Path, counts: &mut Counts) {
    for (number, example) in wanted.iter().filter_map(|number| Some((*number, found.examples.get(*number)?))) {
        let place = folder.join(format!("run-{number}"));
        let outcome = start(Path::new(&program.path()), number, example, &place);
        report::print(format!("test {} … {}\n", found.title(example), if outcome.is_ok() { "ok" } else { "FAILED" }));
        match outcome {
            Ok(()) => counts.passed += 1,
            Err(text) => {
                counts.failed += 1;
                let file = folder.join(format!("example-{number}.hb")).display().to_string();
                let shown = found.path.display().to_string();
                let text = text.replace(&file, &shown).replace(&format!("example-{number}.hb"), &shown);
                let lines: Vec<String> = text.lines().map(|line| format!("    {line}\n")).collect();
                report::print(lines.concat());
            }
        }
    }
}

/// Runs one example in an empty folder, so that it may make files; why it does not do what it says.
fn start(program: &Path, number: usize, example: &Example, place: &Path) -> Result<(), String> {
    std::fs::create_dir_all(place).map_err(|error| format!("`{}` cannot be made: {error}", place.display()))?;
    let mut command = Command::new(program);
    command.arg(number.to_string()).stdin(Stdio::null()).current_dir(place);
    let output = command.output().map_err(|error| format!("the example cannot be started: {error}"))?;
    let (printed, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let is_panic = output.status.code() == Some(134);
    match &example.panic {
        Some(message) if !(is_panic && errors.contains(message.as_str())) => {
            return Err(format!("expected a panic: {message}\n{errors}"));
        }
        None if !output.status.success() => {
            let end = if is_panic { String::new() } else { format!("ended with {}\n", output.status) };
            return Err(format!("{printed}{errors}{end}"));
        }
        _ => {}
    }
    let printed: Vec<&str> = printed.lines().map(str::trim).collect();
    if printed == example.output {
        return Ok(());
    }
    let list = |lines: &[&str]| lines.iter().map(|line| format!("  {line}\n")).collect::<String>();
    let expected: Vec<&str> = example.output.iter().map(String::as_str).collect();
    Err(format!("expected\n{}found\n{}", list(&expected), list(&printed)))
}
