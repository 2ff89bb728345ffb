//! Diagnostics for people: message, source excerpt, notes, help, suggested edits, the chain that led there.
//!
//! Nothing of the source reaches the terminal raw (`excerpt`). Start with [`render_all`].

use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet};
use hubbub_base::limits::DIAGNOSTICS_PRINTED_MAX;
use hubbub_base::{FileId, SourceMap, Span};

use crate::excerpt::{clean, excerpt};
use crate::{Diagnostic, Fix, Frame, Severity};

/// How diagnostics are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// With colours, as terminal escapes.
    pub color: bool,
    /// With lines and arrows of ASCII only.
    pub ascii: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { color: false, ascii: true, width: 140 }
    }
}

/// Puts diagnostics in the order of file and position, whatever order they came in, and drops what is said twice.
pub fn arrange(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics
        .sort_by(|a, b| a.place().cmp(&b.place()).then(a.kind.cmp(&b.kind)).then_with(|| a.message.cmp(&b.message)));
    diagnostics.dedup_by(|b, a| a.is_same(b));
    diagnostics
}

/// Says at the first error of each imported file how the program came to it, unless the error has a chain of its own.
pub fn with_import_chains(mut diagnostics: Vec<Diagnostic>, sources: &SourceMap) -> Vec<Diagnostic> {
    let mut told: Option<FileId> = None;
    for diagnostic in &mut diagnostics {
        let Some(file) = diagnostic.span.map(|span| span.file) else { continue };
        if !diagnostic.is_error() || !diagnostic.frames.is_empty() || told == Some(file) {
            continue;
        }
        told = Some(file);
        let mut at = file;
        while let Some(span) = sources.files.get(at).and_then(|file| file.imported_at).filter(|span| span.file < at) {
            at = span.file;
            let importer = sources.files.get(at).map_or("", |file| file.path.as_str());
            diagnostic.add_frame(Frame { message: format!("imported by `{importer}`"), span });
        }
    }
    diagnostics
}

/// Those that are printed when there are many: errors before warnings, in their order; and how many are left out.
pub fn printed(diagnostics: &[Diagnostic]) -> (Vec<&Diagnostic>, usize) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count().min(DIAGNOSTICS_PRINTED_MAX);
    let (mut errors_left, mut warnings_left) = (errors, DIAGNOSTICS_PRINTED_MAX - errors);
    let mut chosen = Vec::new();
    for diagnostic in diagnostics {
        let left = if diagnostic.is_error() { &mut errors_left } else { &mut warnings_left };
        if *left > 0 {
            *left -= 1;
            chosen.push(diagnostic);
        }
    }
    let rest = diagnostics.len() - chosen.len();
    (chosen, rest)
}

/// All `diagnostics`, which [`arrange`] has put in order: at most 100, then a count of the rest and of all.
pub fn render_all(diagnostics: &[Diagnostic], sources: &SourceMap, options: Options) -> String {
    let (chosen, rest) = printed(diagnostics);
    let mut out = String::new();
    for diagnostic in chosen {
        out.push_str(&render(diagnostic, sources, options));
        out.push_str("\n\n");
    }
    if rest > 0 {
        out.push_str(&format!("… and {rest} more\n\n").replace('…', if options.ascii { "..." } else { "…" }));
    }
    out
}

/// "3 errors, 1 warning", `None` when there is nothing to count.
pub fn summary(diagnostics: &[Diagnostic]) -> Option<String> {
    let of = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let count = |number: usize, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{number} {word}s")),
    };
    let parts: Vec<String> =
        [count(of(Severity::Error), "error"), count(of(Severity::Warning), "warning")].into_iter().flatten().collect();
    if parts.is_empty() { None } else { Some(parts.join(", ")) }
}

/// One diagnostic, without a line break at its end.
pub fn render(diagnostic: &Diagnostic, sources: &SourceMap, options: Options) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let shown = in_ascii(diagnostic, options.ascii);
    let diagnostic = shown.as_ref();
    let title = level.primary_title(clean(&diagnostic.message)).id(diagnostic.kind.code());
    let mut main = Group::with_title(title);
    for snippet in snippets(diagnostic, sources) {
        main = main.elements(snippet);
    }
    main = main.elements(diagnostic.notes.iter().map(|note| Level::NOTE.message(clean(note))));
    main = main.elements(diagnostic.help.iter().map(|help| Level::HELP.message(clean(help))));
    let mut report = vec![main];
    report.extend(diagnostic.fixes.iter().map(|fix| fix_group(fix, sources)));
    report.extend(frame_groups(diagnostic, sources));
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if options.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
    renderer.term_width(options.width.clamp(40, 400)).decor_style(decor).render(&report)
}

/// The diagnostic with what it says itself in ASCII, if that is wanted; what it quotes stays as it is.
fn in_ascii(diagnostic: &Diagnostic, is_wanted: bool) -> Cow<'_, Diagnostic> {
    if !is_wanted {
        return Cow::Borrowed(diagnostic);
    }
    let plain = |text: &mut String| {
        if text.contains('…') {
            *text = text.replace('…', "...");
        }
    };
    let mut shown = diagnostic.clone();
    plain(&mut shown.message);
    shown.notes.iter_mut().chain(&mut shown.help).for_each(plain);
    shown.labels.iter_mut().for_each(|(_, text)| plain(text));
    shown.fixes.iter_mut().for_each(|fix| plain(&mut fix.message));
    shown.frames.iter_mut().for_each(|frame| plain(&mut frame.message));
    Cow::Owned(shown)
}

/// What stands for the steps of a chain that are not shown.
pub(crate) fn left_out(steps: usize) -> String {
    if steps == 1 { "1 more step is left out".to_owned() } else { format!("{steps} more steps are left out") }
}

/// A marked place: whether it is the primary one, and what is said about it.
type Mark<'d> = (Span, bool, Option<&'d str>);

/// The excerpts of a diagnostic: a file at a time, that of the primary place first.
fn snippets<'d>(diagnostic: &'d Diagnostic, sources: &'d SourceMap) -> Vec<Vec<Element<'d>>> {
    let Some(primary) = diagnostic.span else { return Vec::new() };
    let primary_label = diagnostic.labels.iter().find(|(span, _)| *span == primary).map(|(_, text)| text.as_str());
    let mut marks: Vec<Mark<'d>> = vec![(primary, true, primary_label)];
    marks.extend(
        diagnostic.labels.iter().filter(|(span, _)| *span != primary).map(|(s, t)| (*s, false, Some(t.as_str()))),
    );
    let mut files: Vec<FileId> = Vec::new();
    for (span, _, _) in &marks {
        if !files.contains(&span.file) {
            files.push(span.file);
        }
    }
    let in_file =
        |file: FileId| marks.iter().copied().filter(move |(span, _, _)| span.file == file).collect::<Vec<_>>();
    files.into_iter().map(|file| file_elements(&in_file(file), sources)).collect()
}

/// The excerpts of one file: one with all marks, or one each when they lie far apart.
fn file_elements<'d>(marks: &[Mark<'d>], sources: &'d SourceMap) -> Vec<Element<'d>> {
    elements(marks, sources)
        .unwrap_or_else(|| marks.iter().filter_map(|mark| elements(&[*mark], sources)).flatten().collect())
}

fn elements<'d>(marks: &[Mark<'d>], sources: &'d SourceMap) -> Option<Vec<Element<'d>>> {
    let (first, ..) = marks.first()?;
    let Some(file) = sources.files.get(first.file) else { return Some(Vec::new()) };
    let spans: Vec<Span> = marks.iter().map(|(span, ..)| *span).collect();
    let excerpt = match excerpt(file, &spans) {
        Some(excerpt) => excerpt,
        // one place that is itself too long: its beginning
        None if marks.len() == 1 => excerpt(file, &[Span::new(first.file, first.start, first.start)])?,
        None => return None,
    };
    let path = clean(&file.path);
    let annotations: Vec<_> = (marks.iter().zip(excerpt.ranges))
        .map(|((_, is_primary, label), range)| {
            let kind = if *is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(range).label(label.map(clean).map(Cow::Owned))
        })
        .collect();
    let snippet = Snippet::source(excerpt.text).line_start(excerpt.line_start as usize).annotations(annotations);
    if !excerpt.is_cut {
        return Some(vec![snippet.path(path).into()]);
    }
    let (line, column) = file.line_column(first.start);
    let origin = Origin::path(path).line(line as usize).char_column(column as usize);
    Some(vec![origin.into(), snippet.into()])
}

/// A suggested edit, shown as the lines that change.
fn fix_group<'d>(fix: &'d Fix, sources: &'d SourceMap) -> Group<'d> {
    let group = Group::with_title(Level::HELP.secondary_title(clean(&fix.message)));
    let Some((first, _)) = fix.edits.first() else { return group };
    let Some(file) = sources.files.get(first.file) else { return group };
    let spans: Vec<Span> = fix.edits.iter().map(|(span, _)| *span).collect();
    match excerpt(file, &spans) {
        Some(excerpt) if !excerpt.is_cut && spans.iter().all(|span| span.file == first.file) => {
            let patches = fix.edits.iter().zip(excerpt.ranges).map(|((_, text), range)| Patch::new(range, clean(text)));
            let snippet = Snippet::source(excerpt.text).line_start(excerpt.line_start as usize);
            group.element(snippet.path(clean(&file.path)).patches(patches))
        }
        _ => group,
    }
}

/// The chain that led to a place; its middle is left out when it is long.
fn frame_groups<'d>(diagnostic: &'d Diagnostic, sources: &'d SourceMap) -> Vec<Group<'d>> {
    let mut groups = Vec::new();
    for (index, frame) in diagnostic.frames.iter().enumerate() {
        if diagnostic.frames_left_out > 0 && index + 1 == diagnostic.frames.len() {
            groups.push(Group::with_title(Level::NOTE.secondary_title(left_out(diagnostic.frames_left_out))));
        }
        let title = Level::NOTE.secondary_title(clean(&frame.message));
        groups.push(Group::with_title(title).elements(file_elements(&[(frame.span, true, None)], sources)));
    }
    groups
}
