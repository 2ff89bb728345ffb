//! Broken programs: the checker must end, soon, with diagnostics, whatever the tokens. Fixed seeds; `HUBBUB_FUZZ` sets how many,
//! `HUBBUB_FUZZ_KEEP` names a file that holds each input while it is checked, for those that take the process along.

#![expect(
    clippy::disallowed_methods,
    reason = "the number of inputs is a setting, and programs are read from the folder of tests"
)]

use std::path::{Path, PathBuf};

use hubbub_sema::Sema;
use hubbub_sema::load::{LoadOptions, MemoryFiles, load};
use hubbub_sema::session::Options;

/// xorshift64*: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit.max(1)
    }
}

/// Inputs for each fuzzer.
fn count() -> usize {
    std::env::var("HUBBUB_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(400)
}

/// The texts of a folder's files, by name.
fn texts(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let sources = paths.filter(|path| path.extension().is_some_and(|extension| extension == "hb"));
    let mut texts: Vec<(String, String)> = sources
        .map(|path| {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("it can be read"))
        })
        .collect();
    texts.sort();
    texts
}

struct Fuzzer {
    library: MemoryFiles,
    programs: Vec<(String, String)>,
}

impl Fuzzer {
    fn new() -> Self {
        let modules = texts("stdlib");
        let library = modules
            .iter()
            .fold(MemoryFiles::default(), |files, (name, text)| files.file(&format!("/library/{name}"), text));
        let mut programs = texts("tests/run");
        programs.extend(modules.into_iter().filter(|(name, _)| name != "Prelude.hb"));
        Self { library, programs }
    }

    /// Checks a program and says what is wrong with it.
    fn check(&self, text: &str) -> Vec<hubbub_diagnostics::Diagnostic> {
        let files = self.library.clone().file("/program/main.hb", text);
        let options = LoadOptions {
            root: PathBuf::from("/program/main.hb"),
            library: Some(PathBuf::from("/library")),
            ..LoadOptions::default()
        };
        let sema = Sema::new(load(&files, &options), Options { keep_bodies: true });
        hubbub_sema::program::check_program(&sema);
        let diagnostics = sema.take_diagnostics();
        for diagnostic in &diagnostics {
            let Some(span) = diagnostic.span else { continue };
            let file = sema.sources.files.get(span.file).expect("the file of a diagnostic is there");
            assert!(span.end as usize <= file.text.len(), "{diagnostic:?} lies outside its file");
        }
        diagnostics
    }

    /// A program with some of its tokens gone, doubled, exchanged, or taken from elsewhere.
    fn mutated(&self, random: &mut Random) -> String {
        let (_, program) = &self.programs[random.below(self.programs.len())];
        let mut tokens = tokens(program);
        let (_, other) = &self.programs[random.below(self.programs.len())];
        let others = self::tokens(other);
        for _ in 0..=random.below(4) {
            let at = random.below(tokens.len());
            match random.below(5) {
                0 => drop(tokens.remove(at)),
                1 => tokens.insert(at, tokens[at]),
                2 => {
                    let with = random.below(tokens.len());
                    tokens.swap(at, with);
                }
                3 => tokens[at] = others[random.below(others.len())],
                _ => tokens.insert(at, others[random.below(others.len())]),
            }
        }
        tokens.concat()
    }
}

/// The tokens of a text, each with the blanks behind it.
fn tokens(text: &str) -> Vec<&str> {
    let parsed = hubbub_syntax::parse_text(text);
    let tokens = parsed.tree.tokens();
    let mut starts: Vec<usize> = (0..tokens.len() as u32).map(|index| tokens.start(index) as usize).collect();
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1].max(pair[0])]).collect()
}

#[test]
fn mutated_tokens() {
    let fuzzer = Fuzzer::new();
    let mut random = Random(11);
    let mut wrong = 0;
    let kept = std::env::var_os("HUBBUB_FUZZ_KEEP").map(PathBuf::from);
    for round in 0..count() {
        let text = fuzzer.mutated(&mut random);
        if let Some(path) = &kept {
            std::fs::write(path, &text).expect("the input can be kept");
        }
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| fuzzer.check(&text)));
        match result {
            Ok(diagnostics) => wrong += usize::from(diagnostics.iter().any(|diagnostic| diagnostic.is_error())),
            Err(_) => panic!("round {round} panics on:\n{text}"),
        }
    }
    assert!(wrong * 2 > count(), "most mutations are mistakes, {wrong} of {} were found", count());
}

#[test]
fn programs_themselves_are_well() {
    let fuzzer = Fuzzer::new();
    for (name, text) in &fuzzer.programs {
        let errors: Vec<String> = fuzzer
            .check(text)
            .into_iter()
            .filter(|diagnostic| diagnostic.is_error() && diagnostic.kind != hubbub_diagnostics::Kind::NotConstant)
            .map(|diagnostic| diagnostic.message)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}
