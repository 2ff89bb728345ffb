//! Broken programs: the parser must end, soon, with a tree, whatever the bytes. Fixed seeds; `HUBBUB_FUZZ` sets how many.

#![expect(clippy::disallowed_methods, reason = "the number of inputs is a setting")]

mod common;

use common::PROGRAMS;
use hubbub_base::random::Random;
use hubbub_syntax::format::format;
use hubbub_syntax::{NodeId, Parsed, parse, parse_text, range_of};

/// Inputs for each fuzzer.
fn count() -> usize {
    std::env::var("HUBBUB_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(20_000)
}

/// What must hold for every input.
fn check(parsed: &Parsed) {
    let tree = &parsed.tree;
    let length = tree.text().len() as u32;
    for index in 0..tree.node_count() as u32 {
        let (start, end) = tree.range(NodeId(index));
        assert!(start <= end && end <= length, "node {index} covers {start}..{end} of {length}");
        std::hint::black_box(tree.view(NodeId(index)));
    }
    for error in &parsed.errors {
        assert!(range_of(error).0 <= range_of(error).1 && range_of(error).1 <= length, "{error:?}");
        assert!(tree.text().is_char_boundary(range_of(error).0 as usize), "{error:?}");
        assert!(tree.text().is_char_boundary(range_of(error).1 as usize), "{error:?}");
        assert!(!error.message.is_empty(), "{error:?}");
    }
    if parsed.errors.is_empty() {
        check_format(tree.text());
    }
}

/// What is right is formatted: its tokens stay, and so does the result when it is formatted again.
fn check_format(text: &str) {
    let once = format(text).unwrap_or_else(|errors| panic!("the formatter refuses it: {errors:?}\n{text}"));
    let again = format(&once).unwrap_or_else(|errors| panic!("the formatter breaks it: {errors:?}\n{text}\n{once}"));
    assert!(again == once, "formatted twice, it is different\n{text}\n{once}\n{again}");
    let blank = |character: &char| !character.is_whitespace() && *character != '\u{feff}';
    assert!(text.chars().filter(blank).eq(once.chars().filter(blank)), "more than blanks changed\n{text}\n{once}");
}

/// Where the tokens of a program stand.
fn token_ranges(text: &str) -> Vec<(usize, usize)> {
    let parsed = parse_text(text);
    let tokens = parsed.tree.tokens();
    let range = |index| (tokens.start(index) as usize, tokens.end(index, text) as usize);
    (0..tokens.len() as u32 - 1).map(range).collect()
}

/// Runs are told apart by `HUBBUB_FUZZ_SEED`.
fn random(seed: u64) -> Random {
    let more = std::env::var("HUBBUB_FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    Random(seed + more)
}

#[test]
fn bytes() {
    let mut random = random(1);
    for _ in 0..count() {
        let program = PROGRAMS[random.below(PROGRAMS.len())].as_bytes();
        let start = random.below(program.len());
        let end = (start + random.below(400)).min(program.len());
        let mut bytes = program[start..end].to_vec();
        for _ in 0..random.below(8) {
            let at = random.below(bytes.len() + 1);
            match random.below(3) {
                0 => bytes.insert(at, random.next() as u8),
                1 if at < bytes.len() => bytes[at] = random.next() as u8,
                _ if at < bytes.len() => drop(bytes.remove(at)),
                _ => {}
            }
        }
        check(&parse(&bytes));
    }
}

#[test]
fn random_bytes() {
    let mut random = random(2);
    for _ in 0..count() {
        let bytes: Vec<u8> = (0..random.below(200)).map(|_| random.next() as u8).collect();
        check(&parse(&bytes));
    }
}

#[test]
fn tokens() {
    let mut random = random(3);
    let all: Vec<Vec<(usize, usize)>> = PROGRAMS.iter().map(|program| token_ranges(program)).collect();
    for _ in 0..count() / 4 {
        let which = random.below(PROGRAMS.len());
        let program = PROGRAMS[which];
        let mut text = program.to_owned();
        // from the back, so that offsets before stay right
        let mut places: Vec<usize> = (0..1 + random.below(4)).map(|_| random.below(all[which].len())).collect();
        places.sort_unstable_by(|a, b| b.cmp(a));
        places.dedup();
        for place in places {
            let (start, end) = all[which][place];
            let donor = random.below(PROGRAMS.len());
            let (from, to) = all[donor][random.below(all[donor].len())];
            let other = &PROGRAMS[donor][from..to];
            match random.below(4) {
                0 => text.replace_range(start..end, ""),
                1 => text.replace_range(start..end, other),
                2 => text.insert_str(start, &format!(" {other} ")),
                _ => text.insert(start, '\n'),
            }
        }
        check(&parse_text(text));
    }
}

/// Tokens in any order.
#[test]
fn token_soup() {
    let mut random = random(4);
    let words: Vec<&str> = token_ranges(PROGRAMS[0]).into_iter().map(|(start, end)| &PROGRAMS[0][start..end]).collect();
    for _ in 0..count() / 2 {
        let mut text = String::new();
        for _ in 0..random.below(60) {
            text.push_str(words[random.below(words.len())]);
            text.push_str(["", " ", " ", "\n", "\n    "][random.below(5)]);
        }
        check(&parse_text(text));
    }
}
