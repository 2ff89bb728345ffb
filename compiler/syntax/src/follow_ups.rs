//! One mistake, one message: what the checker says about a place that the parser did not understand is left out.
//!
//! A line with a mistake in its spelling is *damaged*. Nothing that the checker says about it is believed, nor what it says elsewhere
//! about names that such a line may have declared. Everything comes back when the spelling is mended. Start with
//! [`without_follow_ups`]; it looks at files that have both sorts of mistakes and at nothing else.

use std::collections::{BTreeMap, BTreeSet};

use hubbub_base::{FileId, SourceMap, Span};
use hubbub_diagnostics::{Diagnostic, Kind};

use crate::lexer::{Source, lex};
use crate::token::TokenKind;

/// Lines of a long diagnostic that are looked at.
const LINES_MAX: u32 = 8;
/// Places of an unknown name that are shown.
const PLACES_MAX: usize = 3;
/// Words of those lines that are looked at.
const WORDS_MAX: usize = 256;

/// The diagnostics, which are in the order of their places, without those that follow from mistakes of spelling.
pub fn without_follow_ups(diagnostics: Vec<Diagnostic>, sources: &SourceMap) -> Vec<Diagnostic> {
    let diagnostics = once_a_file(once_a_place(without_unknown_types(diagnostics)));
    if !diagnostics.iter().any(|diagnostic| is_spelling(diagnostic) && diagnostic.is_error()) {
        return diagnostics;
    }
    let (spelling, checked) = diagnostics.into_iter().partition::<Vec<_>, _>(is_spelling);
    let spelling = one_a_line(without_known(spelling, &checked), sources);
    let mut damage: BTreeMap<FileId, Damage> = BTreeMap::new();
    for error in spelling.iter().filter(|error| error.is_error()) {
        let Some(span) = error.span else { continue };
        let file = damage.entry(span.file).or_insert_with(|| Damage::of_file(sources, span.file));
        file.add(sources, span);
        if sources.text(span) == "using" {
            file.brought_in.insert(file.region(line_of(sources, span).unwrap_or(0)));
        }
        file.lacks_names |= is_import(error, sources) && !file.declares_at(sources, span);
    }
    let everywhere: BTreeSet<String> =
        damage.values().flat_map(|damage| damage.declared_at_top.iter().cloned()).collect();
    let believed = checked.into_iter().filter(|diagnostic| {
        if matches!(diagnostic.kind, Kind::EvaluationFailed | Kind::EvaluationLimit) {
            // what was run may have been damaged, far away
            return false;
        }
        let Some(span) = diagnostic.span else { return true };
        match damage.get(&span.file) {
            Some(damage) => !damage.explains(diagnostic, span, sources, &everywhere),
            None => !is_about(sources.text(span), &everywhere),
        }
    });
    let mut all: Vec<Diagnostic> = believed.collect();
    all.extend(spelling);
    hubbub_diagnostics::arrange(all)
}

/// Whether an import is what is wrong, or stands where something is.
fn is_import(error: &Diagnostic, sources: &SourceMap) -> bool {
    let line = || {
        let span = error.span?;
        let file = sources.files.get(span.file)?;
        Some(file.line_text(line_of(sources, span)?).trim_start().starts_with("#import"))
    };
    error.kind == Kind::UnknownModule || line().unwrap_or(false)
}

/// Without what is said about types and procedures that are errors themselves, as long as something else is said.
fn without_unknown_types(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let follows = |diagnostic: &Diagnostic| {
        diagnostic.message.contains("<error>")
            || (diagnostic.kind == Kind::EvaluationFailed && diagnostic.message.ends_with("is not there"))
    };
    if diagnostics.iter().any(|diagnostic| diagnostic.is_error() && !follows(diagnostic)) {
        diagnostics.retain(|diagnostic| !follows(diagnostic));
    }
    diagnostics
}

/// A place and what is said about it.
type Said = (FileId, u32, u32, Kind);

/// Of what says the same about a place one stays: the first that names no instance and helps. (Each instance of a generic procedure
/// says it with other types; of a lost value parser and checker speak.)
fn once_a_place(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut best: BTreeMap<Said, (usize, (bool, bool))> = BTreeMap::new();
    let key = |diagnostic: &Diagnostic| {
        let span = diagnostic.span.filter(|_| diagnostic.is_error())?;
        Some((span.file, span.start, span.end, diagnostic.kind))
    };
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let Some(key) = key(diagnostic) else { continue };
        let rank = (!diagnostic.frames.is_empty(), diagnostic.help.is_empty() && diagnostic.fixes.is_empty());
        if best.get(&key).is_none_or(|(_, known)| rank < *known) {
            best.insert(key, (index, rank));
        }
    }
    let is_best = |index: usize, diagnostic: &Diagnostic| {
        key(diagnostic).is_none_or(|key| best.get(&key).is_none_or(|(first, _)| *first == index))
    };
    let kept: Vec<bool> = diagnostics.iter().enumerate().map(|(index, found)| is_best(index, found)).collect();
    diagnostics.into_iter().zip(kept).filter_map(|(diagnostic, is_kept)| is_kept.then_some(diagnostic)).collect()
}

/// A name that is unknown is said to be so once in a file; the other places are labels of that.
fn once_a_file(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut known: BTreeMap<(FileId, String), (usize, usize)> = BTreeMap::new();
    for diagnostic in diagnostics {
        let is_unknown = matches!(diagnostic.kind, Kind::UnknownName | Kind::UnknownMember);
        let Some(span) = diagnostic.span.filter(|_| is_unknown) else {
            kept.push(diagnostic);
            continue;
        };
        match known.get_mut(&(span.file, diagnostic.message.clone())) {
            Some((first, count)) => {
                *count += 1;
                if let Some(first) = kept.get_mut(*first).filter(|_| *count <= PLACES_MAX) {
                    first.labels.push((span, "and here".to_owned()));
                }
            }
            None => {
                known.insert((span.file, diagnostic.message.clone()), (kept.len(), 1));
                kept.push(diagnostic);
            }
        }
    }
    kept
}

/// Whether lexer or parser said it.
fn is_spelling(diagnostic: &Diagnostic) -> bool {
    let code = diagnostic.kind.code();
    // an import that is not there declares names as much as a line that is not understood
    let is_import = matches!(diagnostic.kind, Kind::UnknownModule | Kind::ImportOutsideRoots);
    is_import || (code.starts_with("E00") || code.starts_with("E01")) && diagnostic.kind != Kind::Misplaced
}

/// Without values that nobody uses where the checker has found more: `pass` is first of all an unknown name.
fn without_known(spelling: Vec<Diagnostic>, checked: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut places: Vec<(FileId, u32, u32)> = (checked.iter().filter(|other| other.is_error()))
        .filter_map(|other| other.span.map(|span| (span.file, span.start, span.end)))
        .collect();
    places.sort_unstable();
    let is_known = |error: &Diagnostic| {
        let Some(outer) = error.span.filter(|_| error.kind == Kind::UnusedValue) else { return false };
        let first = places.partition_point(|place| *place < (outer.file, outer.start, 0));
        let within = |place: &&(FileId, u32, u32)| place.0 == outer.file && place.1 <= outer.end;
        places.iter().skip(first).take_while(within).take(PLACES_MAX).any(|place| place.2 <= outer.end)
    };
    spelling.into_iter().filter(|error| !is_known(error)).collect()
}

/// The first mistake of each line; one that names what was found before one that says what is missing.
fn one_a_line(spelling: Vec<Diagnostic>, sources: &SourceMap) -> Vec<Diagnostic> {
    let rank = |error: &Diagnostic| match error.kind {
        Kind::UnusedValue => (2, error.help.is_empty() && error.fixes.is_empty()),
        Kind::MissingEnd | Kind::UnclosedDirective => (1, false),
        _ => (0, false),
    };
    let mut best: BTreeMap<(FileId, u32), Diagnostic> = BTreeMap::new();
    let mut rest = Vec::new();
    for error in spelling {
        let Some(line) = error.span.and_then(|span| Some((span.file, line_of(sources, span)?))) else {
            rest.push(error);
            continue;
        };
        if best.get(&line).is_none_or(|known| rank(&error) < rank(known)) {
            best.insert(line, error);
        }
    }
    rest.extend(best.into_values());
    rest
}

fn line_of(sources: &SourceMap, span: Span) -> Option<u32> {
    // not by `line_column`, which walks along the line
    let starts = sources.files.get(span.file)?.line_starts();
    Some(starts.partition_point(|start| *start <= span.start).max(1) as u32)
}

/// A word of a file.
struct Word {
    line: u32,
    text: String,
    /// Nothing but words, commas and what begins a type stands before it on its line, and what declares follows.
    is_declared: bool,
}

/// What the mistakes of a file make doubtful.
struct Damage {
    words: Vec<Word>,
    /// For each line, the first line of the declaration at top level that it belongs to.
    regions: Vec<u32>,
    /// For each line, the line on which the outermost bracket was opened that it stands in, else itself.
    heads: Vec<u32>,
    /// First lines of structs, enums and unions.
    aggregates: BTreeSet<u32>,
    lines: BTreeSet<u32>,
    damaged_regions: BTreeSet<u32>,
    /// Words of damaged lines, by region.
    mentioned: BTreeSet<(u32, String)>,
    mentioned_anywhere: BTreeSet<String>,
    declared: BTreeSet<(u32, String)>,
    declared_at_top: BTreeSet<String>,
    /// An import that is not there may have brought in any name.
    lacks_names: bool,
    /// Words of declarations whose first line has a mistake and declares nothing: what another language declares.
    maybe_declared: BTreeSet<String>,
    /// First lines of declarations with a `using` that is none: it may have brought in any name.
    brought_in: BTreeSet<u32>,
}

impl Damage {
    fn of_file(sources: &SourceMap, file: FileId) -> Self {
        let text = sources.files.get(file).map_or_else(|| "".into(), |file| file.text.clone());
        let (tokens, _) = lex(&Source::new(text.clone()));
        let (mut words, mut regions, mut aggregates) = (Vec::new(), vec![1, 1], BTreeSet::new());
        let (mut heads, mut depth) = (vec![1, 1], 0_i32);
        let (mut line, mut offset, mut line_begin) = (1_u32, 0_usize, 0_usize);
        for index in 0..tokens.len() as u32 {
            let start = tokens.start(index) as usize;
            let between = text.as_bytes().get(offset..start).unwrap_or(&[]);
            line += between.iter().filter(|byte| **byte == b'\n').count() as u32;
            let kind = tokens.kind(index);
            if tokens.place(index).is_first_on_line() {
                declares(&mut words, line_begin);
                line_begin = words.len();
                let is_at_margin = start == 0 || text.as_bytes().get(start - 1) == Some(&b'\n');
                let begins = is_at_margin && !matches!(kind, TokenKind::End | TokenKind::RightBrace | TokenKind::Else);
                let last = regions.last().copied().unwrap_or(1);
                regions.resize(line as usize, last);
                regions.push(if begins { line } else { last });
                depth = if begins { 0 } else { depth.max(0) };
                let head = heads.last().copied().filter(|_| depth > 0);
                heads.resize(line as usize, head.unwrap_or(line));
                heads.push(head.unwrap_or(line));
            }
            match kind {
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => {
                    depth += 1;
                    // `func name(`
                    if let Some([word, _]) = words.get(line_begin..)
                        && matches!(word.text.as_str(), "func" | "fn" | "def" | "function" | "proc" | "fun")
                    {
                        line_begin = words.len();
                    }
                }
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => depth -= 1,
                TokenKind::Name => {
                    words.push(Word { line, text: tokens.text(index, &text).to_owned(), is_declared: true })
                }
                TokenKind::Struct | TokenKind::Enum | TokenKind::Union => {
                    aggregates.extend(regions.last());
                }
                TokenKind::Colon | TokenKind::ColonColon | TokenKind::ColonEqual | TokenKind::Equal => {
                    line_begin = words.len();
                }
                _ => {}
            }
            offset = start;
        }
        declares(&mut words, line_begin);
        Self {
            words,
            regions,
            heads,
            aggregates,
            lines: BTreeSet::new(),
            damaged_regions: BTreeSet::new(),
            mentioned: BTreeSet::new(),
            mentioned_anywhere: BTreeSet::new(),
            declared: BTreeSet::new(),
            declared_at_top: BTreeSet::new(),
            lacks_names: false,
            maybe_declared: BTreeSet::new(),
            brought_in: BTreeSet::new(),
        }
    }

    fn region(&self, line: u32) -> u32 {
        self.regions.get(line as usize).or(self.regions.last()).copied().unwrap_or(1)
    }

    fn head(&self, line: u32) -> u32 {
        self.heads.get(line as usize).or(self.heads.last()).copied().unwrap_or(1)
    }

    /// Notes a mistake at `span`.
    fn add(&mut self, sources: &SourceMap, span: Span) {
        let Some(line) = line_of(sources, span) else { return };
        let head = self.head(line);
        self.add_line(line);
        if head != line {
            self.add_line(head);
        }
    }

    /// Whether the line of `span` declares a name.
    fn declares_at(&self, sources: &SourceMap, span: Span) -> bool {
        let line = line_of(sources, span).unwrap_or(0);
        self.words_of(line, line).iter().any(|word| word.is_declared)
    }

    fn add_line(&mut self, line: u32) {
        let region = self.region(line);
        let is_aggregate = self.aggregates.contains(&region);
        self.damaged_regions.insert(region);
        if !self.lines.insert(line) {
            return;
        }
        if line == region && !self.words_of(region, region).iter().any(|word| word.is_declared) {
            let behind = self.regions.partition_point(|first| *first <= region).max(1) as u32 - 1;
            let words = self.words_of(region, behind).iter().map(|word| word.text.clone());
            self.maybe_declared.extend(words.collect::<Vec<_>>());
        }
        if line == region || is_aggregate {
            let head = self.words_of(region, region).iter().filter(|word| word.is_declared);
            let head: Vec<String> = head.map(|word| word.text.clone()).collect();
            self.declared_at_top.extend(head);
        }
        let here = self.words_of(line, line).iter().map(|word| (word.text.clone(), word.is_declared));
        for (text, is_declared) in here.collect::<Vec<_>>() {
            if is_declared {
                self.declared.insert((region, text.clone()));
            }
            self.mentioned_anywhere.insert(text.clone());
            self.mentioned.insert((region, text));
        }
    }

    /// The words of some lines.
    fn words_of(&self, first: u32, last: u32) -> &[Word] {
        let start = self.words.partition_point(|word| word.line < first);
        let end = self.words.partition_point(|word| word.line <= last);
        self.words.get(start..end).unwrap_or(&[])
    }

    /// Whether what a diagnostic says follows from the damage.
    fn explains(
        &self,
        diagnostic: &Diagnostic,
        span: Span,
        sources: &SourceMap,
        everywhere: &BTreeSet<String>,
    ) -> bool {
        let Some(line) = line_of(sources, span) else { return false };
        let last = line_of(sources, Span::new(span.file, span.end, span.end)).unwrap_or(line).min(line + LINES_MAX);
        let region = self.region(line);
        if self.lines.contains(&line)
            || self.lines.contains(&self.head(line))
            || (!diagnostic.is_error() && diagnostic.kind != Kind::ForeignInt)
        {
            return true;
        }
        let name = sources.text(span);
        match diagnostic.kind {
            Kind::MissingReturn | Kind::MatchNotCovering if self.damaged_regions.contains(&region) => return true,
            Kind::CountMismatch if self.lines.contains(&region) => return true,
            Kind::OutsideLoop if self.mentioned_anywhere.contains(name) => return true,
            Kind::UnknownMember if self.mentioned_anywhere.contains(name) => return true,
            Kind::UnknownName | Kind::UnknownMember if self.maybe_declared.contains(name) => return true,
            Kind::UnknownName if self.lacks_names || self.brought_in.contains(&region) => return true,
            // of a loop that names no variable
            Kind::UnknownName if name == "it" && self.damaged_regions.contains(&region) => return true,
            Kind::UnknownName if self.mentioned.contains(&(region, name.to_owned())) => return true,
            _ => {}
        }
        if is_about(&diagnostic.message, everywhere) {
            return true;
        }
        let mut near = self.words_of(line, last).iter().take(WORDS_MAX);
        near.any(|word| everywhere.contains(&word.text) || self.declared.contains(&(region, word.text.clone())))
    }
}

/// A line is over: words behind the last of its `:`, `::`, `:=`, `=` are not declared by it; where there is none of these, none is.
fn declares(words: &mut [Word], behind: usize) {
    for word in words.iter_mut().skip(behind) {
        word.is_declared = false;
    }
}

/// Whether one of `names` stands in `text` as a word.
fn is_about(text: &str, names: &BTreeSet<String>) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
    text.split(|character| !is_part(character)).any(|word| names.contains(word))
}
