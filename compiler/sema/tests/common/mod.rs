//! What fuzzers of whole programs share: programs, their mutations, and the loop.

use std::path::{Path, PathBuf};

use hashbrown::{HashMap, HashSet};
pub use hubbub_base::random::Random;
use hubbub_sema::Sema;
use hubbub_sema::data::types::ModuleId;
use hubbub_sema::load::{FileSystem, LoadOptions, MemoryFiles, load};
use hubbub_sema::session::Options;
use hubbub_syntax::condition::BuildConstants;
use hubbub_syntax::{NodeId, Parsed};

/// Inputs for each fuzzer.
pub fn count() -> usize {
    std::env::var("HUBBUB_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(400)
}

/// What a build without options says to its program.
fn build() -> BuildConstants {
    BuildConstants { constants: BuildConstants::plain(), ..BuildConstants::default() }
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

/// Where the program stands.
const MAIN: &str = "/program/main.hb";

/// Programs to take apart, and the library that they use, which is parsed once.
pub struct Fuzzer {
    library: MemoryFiles,
    parsed: HashMap<PathBuf, Parsed>,
    pub programs: Vec<(String, String)>,
    /// The texts of the programs' top-level items.
    items: HashSet<String>,
}

/// A program and the library.
struct Program<'f> {
    fuzzer: &'f Fuzzer,
    text: &'f str,
}

impl FileSystem for Program<'_> {
    fn canonical(&self, path: &Path) -> Option<PathBuf> {
        if path == Path::new(MAIN) { Some(PathBuf::from(MAIN)) } else { self.fuzzer.library.canonical(path) }
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, String> {
        if path == Path::new(MAIN) { Ok(self.text.as_bytes().to_vec()) } else { self.fuzzer.library.read(path) }
    }

    fn parsed(&self, path: &Path) -> Option<Parsed> {
        self.fuzzer.parsed.get(path).cloned()
    }
}

impl Fuzzer {
    /// The programs of `tests/run` and the modules of the library.
    pub fn new() -> Self {
        let modules = texts("stdlib");
        // Parts of modules, which are programs no more than a file without its neighbours is.
        const IN_PARTS: [&str; 8] = ["Big", "Json", "Map", "Prelude", "Regex", "Sqlite", "Strings", "Yaml"];
        let parts = IN_PARTS.map(|name| (name, texts(&format!("stdlib/{name}"))));
        let parts = parts
            .into_iter()
            .flat_map(|(folder, texts)| texts.into_iter().map(move |(name, text)| (format!("{folder}/{name}"), text)));
        let parts: Vec<(String, String)> = parts.collect();
        let (mut library, mut parsed) = (MemoryFiles::default(), HashMap::new());
        for (name, text) in modules.iter().chain(&parts) {
            let path = format!("/library/{name}");
            library = library.file(&path, text);
            parsed.insert(PathBuf::from(path), hubbub_syntax::parse(text.as_bytes()));
        }
        let mut programs = texts("tests/run");
        // Parts import their module by its name: beside a program with its text they mean another one.
        let is_whole = |name: &str| !IN_PARTS.contains(&name.trim_end_matches(".hb"));
        programs.extend(modules.into_iter().filter(|(name, _)| is_whole(name)));
        let items = programs.iter().flat_map(|(_, text)| {
            let tree = hubbub_syntax::parse_text(text.as_str()).tree;
            tree.items().iter().map(|item| tree.source(*item).to_owned()).collect::<Vec<_>>()
        });
        let items = items.collect();
        Self { library, parsed, programs, items }
    }

    /// Whether one of the programs has this top-level item, as it is.
    pub fn has_item(&self, text: &str) -> bool {
        self.items.contains(text)
    }

    /// A program, checked. Of the library is checked what it asks for.
    pub fn session(&self, text: &str) -> Sema {
        self.session_with(text, |_| {})
    }

    /// A program, checked by a session that has been prepared.
    pub fn session_with(&self, text: &str, prepare: impl FnOnce(&Sema)) -> Sema {
        let files = Program { fuzzer: self, text };
        let options = LoadOptions {
            root: PathBuf::from(MAIN),
            library: Some(PathBuf::from("/library")),
            build: build(),
            ..LoadOptions::default()
        };
        let sema = Sema::new(load(&files, &options), Options { keep_bodies: true, ..Options::default() });
        prepare(&sema);
        hubbub_sema::program::check_modules(&sema, |module| module == ModuleId(0));
        sema
    }

    /// A program with a token or two exchanged for others of their kind: many of these have no mistake.
    pub fn alike(&self, random: &mut Random) -> String {
        let (_, program) = &self.programs[random.below(self.programs.len())];
        let mut tokens = tokens(program);
        for _ in 0..=random.below(2) {
            let at = random.below(tokens.len());
            let wanted = class(tokens[at]);
            let others: Vec<&str> =
                tokens.iter().copied().filter(|token| wanted != 0 && class(token) == wanted).collect();
            if !others.is_empty() {
                tokens[at] = others[random.below(others.len())];
            }
        }
        tokens.concat()
    }

    /// A program in which the text of a node or two takes the place of another node of its kind.
    pub fn grafted(&self, random: &mut Random) -> String {
        let (_, program) = &self.programs[random.below(self.programs.len())];
        let mut text = program.clone();
        for _ in 0..=random.below(2) {
            let tree = hubbub_syntax::parse_text(text.as_str()).tree;
            let (_, other) = &self.programs[random.below(self.programs.len())];
            let donor =
                if random.below(4) == 0 { hubbub_syntax::parse_text(other.as_str()).tree } else { tree.clone() };
            let target = NodeId(random.below(tree.node_count()) as u32);
            let wanted = std::mem::discriminant(&tree.view(target));
            let nodes = (0..donor.node_count() as u32).map(NodeId);
            let alike: Vec<NodeId> =
                nodes.filter(|node| std::mem::discriminant(&donor.view(*node)) == wanted).collect();
            if !alike.is_empty() {
                let from = donor.source(alike[random.below(alike.len())]).to_owned();
                let (start, end) = tree.range(target);
                text.replace_range(start as usize..end as usize, &from);
            }
        }
        text
    }

    /// A program with some of its tokens gone, doubled, exchanged, or taken from elsewhere.
    pub fn mutated(&self, random: &mut Random) -> String {
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

/// What kind of token it is, by its first character.
fn class(token: &str) -> u8 {
    match token.bytes().next() {
        Some(b'a'..=b'z' | b'A'..=b'Z' | b'_') => 1,
        Some(b'0'..=b'9') => 2,
        Some(b'"') => 3,
        Some(b'+' | b'-' | b'*' | b'/' | b'%' | b'<' | b'>' | b'=' | b'&' | b'|' | b'!') => 4,
        _ => 0,
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

/// Inputs that panic before a run gives up.
const PANICS_MAX: usize = 10;

/// Runs `check` on so many broken programs; it says whether the program was found to be wrong. Inputs that panic are kept beside the one
/// that `HUBBUB_FUZZ_KEEP` names, the run goes on, and fails at its end.
pub fn run(seed: u64, mutate: impl Fn(&mut Random) -> String, check: impl Fn(&str) -> bool) -> usize {
    let mut random = Random(seed);
    let mut wrong = 0;
    let kept = std::env::var_os("HUBBUB_FUZZ_KEEP").map(PathBuf::from);
    let mut panics = Vec::new();
    for round in 0..count() {
        let text = mutate(&mut random);
        if let Some(path) = &kept {
            std::fs::write(path, &text).expect("the input can be kept");
        }
        match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&text))) {
            Ok(is_wrong) => wrong += usize::from(is_wrong),
            Err(_) => {
                if let Some(path) = &kept {
                    let beside = path.with_extension(format!("{seed}.{round}.hb"));
                    std::fs::write(beside, &text).expect("the input can be kept");
                }
                panics.push(format!("round {round} panics on:\n{text}"));
            }
        }
        if panics.len() == PANICS_MAX {
            break;
        }
    }
    assert!(panics.is_empty(), "{} panics\n{}", panics.len(), panics[0]);
    wrong
}
