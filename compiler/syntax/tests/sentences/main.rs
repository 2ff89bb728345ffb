//! The grammar of the reference and the parser say the same: what is there is derived, what is made of it is parsed.

#![expect(clippy::disallowed_methods, reason = "the sources of the project are read as they lie there")]

mod ebnf;
mod generator;
mod recognizer;

use std::fs;
use std::path::{Path, PathBuf};

use ebnf::{Grammar, Node};
use generator::Generator;
use hubbub_syntax::format::format;
use hubbub_syntax::parse_text;
use recognizer::Recognizer;

/// Every file of Hubbub under a folder of the project.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder)];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "hb") {
            found.push(path);
        }
    }
    found
}

/// What the grammar says about files without mistakes.
fn check_all(files: &[PathBuf]) -> Vec<String> {
    let recognizer = Recognizer::new(Grammar::of_page());
    let mut failures = Vec::new();
    for path in files {
        let text = fs::read_to_string(path).expect("a source file");
        let parsed = parse_text(text.clone());
        if !parsed.errors.is_empty() {
            continue;
        }
        if let Some(token) = recognizer.stops_at(&text, parsed.tree.tokens()) {
            let start = parsed.tree.tokens().start(token) as usize;
            let line = text[..start].lines().count().max(1);
            let shown = text.lines().nth(line - 1).unwrap_or("");
            failures.push(format!("{}:{line}: {shown}", path.display()));
        }
    }
    failures
}

#[test]
fn every_word_has_a_production() {
    assert_eq!(ebnf::unused_words(&Grammar::of_page()), ["#tail"; 0]);
}

#[test]
fn every_source_is_derived() {
    let mut files: Vec<PathBuf> =
        ["tests/run", "stdlib", "examples", "benches"].into_iter().flat_map(sources).collect();
    assert!(files.len() > 400, "{} files", files.len());
    files.sort_by_key(|path| fs::metadata(path).map_or(0, |data| data.len()));
    let threads = 4;
    let parts: Vec<Vec<PathBuf>> =
        (0..threads).map(|part| files.iter().skip(part).step_by(threads).cloned().collect()).collect();
    let failures: Vec<String> = std::thread::scope(|scope| {
        let check = |part| std::thread::Builder::new().stack_size(1 << 28).spawn_scoped(scope, move || check_all(part));
        let running: Vec<_> = parts.iter().map(|part| check(part).expect("a thread")).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    });
    assert!(failures.is_empty(), "the grammar does not derive\n{}", failures.join("\n"));
}

#[test]
fn every_sentence_is_parsed() {
    const SENTENCES: usize = 10_000;
    let grammar = Grammar::of_page();
    let mut generator = Generator::new(&grammar, 11);
    let mut failures = Vec::new();
    for number in 0..SENTENCES {
        let text = generator.sentence("tops");
        let parsed = parse_text(text.clone());
        if let Some(error) = parsed.errors.first() {
            let at = hubbub_syntax::range_of(error).0 as usize;
            let before = text[..at].char_indices().rev().nth(50).map_or(0, |(start, _)| start);
            let (before, behind) = (&text[before..at], text[at..].chars().take(30).collect::<String>());
            failures.push(format!(
                "{number}: {}\n    {}",
                error.message,
                format!("{before}⟨⟩{behind}").replace('\n', "⏎")
            ));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {SENTENCES} are no programs\n{}",
        failures.len(),
        failures[..failures.len().min(40)].join("\n")
    );
    for (rule, body) in grammar.bodies.iter().enumerate() {
        let alternatives = if let Node::Choice(all) = body { all.len() } else { 0 };
        for number in 0..alternatives {
            let name = &grammar.names[rule];
            assert!(generator.taken.contains(&(rule, number)), "alternative {number} of `{name}` was never taken");
        }
    }
}

/// What is made of the grammar is formatted once and for all, and nothing but blanks changes.
#[test]
fn every_sentence_is_formatted() {
    const SENTENCES: usize = 2_000;
    let grammar = Grammar::of_page();
    let mut generator = Generator::new(&grammar, 5);
    let blank = |character: &char| !character.is_whitespace();
    for number in 0..SENTENCES {
        let text = generator.sentence("tops");
        let once = format(&text).unwrap_or_else(|errors| panic!("{number}: {errors:?}\n{text}"));
        let again = format(&once).unwrap_or_else(|errors| panic!("{number}: {errors:?}\n{text}\n→\n{once}"));
        assert!(once == again, "{number}: formatted twice, it is different\n{text}\n→\n{once}\n→\n{again}");
        assert!(text.chars().filter(blank).eq(once.chars().filter(blank)), "{number}\n{text}\n→\n{once}");
    }
}

/// What the parser refuses is not derived either, whichever token is left out.
#[test]
fn what_is_refused_is_not_derived() {
    let recognizer = Recognizer::new(Grammar::of_page());
    let programs = [
        include_str!("../programs/everything.hb"),
        include_str!("../programs/shop.hb"),
        include_str!("../programs/words.hb"),
    ];
    let (mut refused, mut derived) = (0, Vec::new());
    for text in programs {
        let parsed = parse_text(text);
        let tokens = parsed.tree.tokens();
        let end = recognizer.stops_at(text, tokens).map(|token| &text[tokens.start(token) as usize..]);
        assert_eq!(end, None, "a program that is right is not derived");
        for index in 0..tokens.len() as u32 - 1 {
            let (start, end) = (tokens.start(index) as usize, tokens.end(index, text) as usize);
            let broken = std::format!("{}{}", &text[..start], &text[end..]);
            let (left, mistakes) = hubbub_syntax::lexer::lex(&hubbub_syntax::Source::new(broken.as_str().into()));
            if !mistakes.is_empty() || parse_text(broken.as_str()).errors.is_empty() {
                continue;
            }
            refused += 1;
            if recognizer.stops_at(&broken, &left).is_none() {
                let line = text[..start].lines().count().max(1);
                let shown = text.lines().nth(line - 1).unwrap_or("");
                derived.push(std::format!("{line}: {shown} without `{}`", &text[start..end]));
            }
        }
    }
    assert!(refused > 1_000, "{refused}");
    assert!(derived.is_empty(), "{} of {refused}: {}", derived.len(), derived.join("\n"));
}
