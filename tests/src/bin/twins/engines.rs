//! The tasks of `benches/engines.hb` in Rust, with the crates whose libraries Hubbub's `Regex` and `Big` stand on: see `measure`. `bench library`
//! runs both.

mod measure;

use pcre2::bytes::{Regex, RegexBuilder};
use rug::Integer;
use rug::ops::Pow;

use measure::{SEED, next, task};

fn regex(pattern: &str) -> Regex {
    RegexBuilder::new().utf(true).ucp(true).multi_line(true).jit_if_available(true).build(pattern).unwrap()
}

/// The text with every place replaced.
fn replace(pattern: &str, text: &[u8], replacement: &[u8]) -> Vec<u8> {
    let mut result = Vec::new();
    let mut last = 0;
    for found in regex(pattern).find_iter(text) {
        let found = found.unwrap();
        result.extend_from_slice(&text[last..found.start()]);
        result.extend_from_slice(replacement);
        last = found.end();
    }
    result.extend_from_slice(&text[last..]);
    result
}

fn count(pattern: &str, text: &[u8]) -> usize {
    regex(pattern).find_iter(text).map(Result::unwrap).count()
}

/// Lines of 60 letters below a title.
fn sequences() -> Vec<u8> {
    let mut r = SEED;
    let mut text = Vec::new();
    for part in 0..3 {
        text.extend_from_slice(format!(">{part} a sequence\n").as_bytes());
        for _ in 0..5000 {
            for _ in 0..60 {
                text.push(b"acgtacgtacgtacgtBDHKMNRSVWYacgt"[(next(&mut r) % 31) as usize]);
            }
            text.push(b'\n');
        }
    }
    text
}

const VARIANTS: [&str; 9] = [
    "agggtaaa|tttaccct",
    "[cgt]gggtaaa|tttaccc[acg]",
    "a[act]ggtaaa|tttacc[agt]t",
    "ag[act]gtaaa|tttac[agt]ct",
    "agg[act]taaa|ttta[agt]cct",
    "aggg[acg]aaa|ttt[cgt]ccc",
    "agggt[cgt]aa|tt[acg]accct",
    "agggta[cgt]a|t[acg]taccct",
    "agggtaa[cgt]|[acg]ttaccct",
];

const CHANGES: [(&str, &str); 5] = [
    ("tHa[Nt]", "<4>"),
    ("aND|caN|Ha[DS]|WaS", "<3>"),
    ("a[NSt]|BY", "<2>"),
    ("\\|[^|][^|]*\\|", "|"),
    ("\\|[^|][^|]*\\|", "-"),
];

fn redux(text: &[u8]) -> usize {
    let mut sequence = replace(">.*\n|\n", text, b"");
    let found: usize = VARIANTS.iter().map(|variant| count(variant, &sequence)).sum();
    for (pattern, replacement) in CHANGES {
        sequence = replace(pattern, &sequence, replacement.as_bytes());
    }
    found + sequence.len()
}

/// Words with blanks, line ends, quotation marks, numbers and dates between them.
fn prose() -> Vec<u8> {
    let words = [
        "the",
        "Sherlock",
        "Holmes",
        "running",
        "of",
        "and",
        "a",
        "Đường",
        "Straße",
        "international",
        "John",
        "Watson",
        "fox@example.org",
        "2026-11-21",
        "said",
        "\"What",
        "now?\"",
        "sing",
        "0x1f4e",
        "42",
        "thing",
        "café",
        "unbelievable",
        "in",
        "Moriarty",
        "key=value",
        "x",
        "is",
        "been",
        "evening",
    ];
    let mut r = SEED;
    let mut text = Vec::new();
    for _ in 0..200_000 {
        let x = next(&mut r);
        text.extend_from_slice(words[(x >> 8) as usize % words.len()].as_bytes());
        text.push(if x.is_multiple_of(12) { b'\n' } else { b' ' });
    }
    text
}

/// A name, a pattern, and how often it runs, so that each takes about 50 milliseconds.
const CASES: [(&str, &str, usize); 10] = [
    ("literal", "Sherlock Holmes", 250),
    ("literal, ignoring case", "(?i)sherlock holmes", 40),
    ("names", "Sherlock|Holmes|Watson|Moriarty|John", 15),
    ("words", "\\b\\w+\\b", 5),
    ("ending", "[a-zA-Z]+ing\\b", 15),
    ("long words of any alphabet", "\\p{L}{8,13}", 5),
    ("lines", "^.*Watson.*$", 25),
    ("quotations", "\"[^\"]{0,30}[?!.]\"", 50),
    ("addresses", "[\\w.+-]+@[\\w-]+\\.[\\w.-]+", 15),
    ("nothing", "[A-Z]+[a-z]*zzz\\d+", 50),
];

fn dates(text: &[u8]) -> usize {
    let date = regex("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)");
    date.captures_iter(text).map(|found| usize::from(found.unwrap()["month"] == *b"11")).sum()
}

/// The spigot of Gibbons: so many digits of π, added up.
fn pi_digits(wanted: usize) -> usize {
    let (mut accumulated, mut numerator, mut denominator) = (Integer::new(), Integer::from(1), Integer::from(1));
    let (mut product, mut shifted, mut digit) = (Integer::new(), Integer::new(), Integer::new());
    let (mut k, mut found, mut sum) = (0i64, 0, 0);
    while found < wanted {
        k += 1;
        accumulated += &numerator * 2u32;
        accumulated *= 2 * k + 1;
        numerator *= k;
        denominator *= 2 * k + 1;
        if numerator > accumulated {
            continue;
        }
        let mut extract = |times: u32| {
            product.clone_from(&numerator);
            product *= times;
            shifted.clone_from(&product);
            shifted += &accumulated;
            digit.clone_from(&shifted);
            digit /= &denominator;
            digit.to_usize().unwrap()
        };
        let d = extract(3);
        if d != extract(4) {
            continue;
        }
        sum += d;
        found += 1;
        accumulated -= &denominator * d as u64;
        accumulated *= 10;
        numerator *= 10;
    }
    sum
}

fn numbers() {
    task("pidigits, 3000", || pi_digits(3000));
    let (a, b) = (Integer::from(7).pow(1_183_294), Integer::from(3).pow(2_095_903));
    task("multiplication of 1,000,000 digits", || {
        (0..10).fold(0, |sum, _| sum + Integer::from(&a * &b).significant_bits() as usize)
    });
    task("1,000,000 digits as text", || a.to_string().len());
}

fn main() {
    let text = sequences();
    task("regex-redux", || redux(&text));
    let text = prose();
    for (name, pattern, rounds) in CASES {
        task(&format!("regex: {name}"), || (0..rounds).map(|_| count(pattern, &text)).sum::<usize>());
    }
    task("regex: dates with groups", || (0..10).map(|_| dates(&text)).sum::<usize>());
    numbers();
}
