//! Cases, made from a seed: texts of each format, most of them right, some with a few bytes changed.

use crate::generated::random::Random;

/// The kinds of cases, by the letters that `tests/formats/answer.hb` knows.
pub const KINDS: [u8; 11] = *b"jJyYnfcCbur";

/// A case of a kind.
pub fn case(kind: u8, random: &mut Random) -> Vec<u8> {
    let text = match kind {
        b'j' | b'J' | b'Y' => json(random, 4),
        b'y' => yaml(random),
        b'n' => number(random),
        b'f' => return bits(random).to_le_bytes().to_vec(),
        b'c' => csv(random),
        b'C' => fields(random),
        b'b' => return base64(random),
        b'r' => return regex(random),
        _ => text(random, 12),
    };
    let mut bytes = text.into_bytes();
    // What is printed again has to be right in the first place, or else nothing is compared.
    if !matches!(kind, b'C' | b'Y') && random.one_in(3) {
        change(&mut bytes, random);
    }
    bytes
}

/// Changes a few bytes: others in their place, taken out, written twice.
fn change(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(3) {
        if bytes.is_empty() {
            return;
        }
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => drop(bytes.remove(at)),
            1 => bytes[at] = random.next() as u8,
            2 => bytes.truncate(at),
            3 => bytes.insert(at, *random.pick(b"\"\\{}[],:#-'&*!|> \n\t0e.~\xff\xc3")),
            4 => bytes.insert(at, bytes[at]),
            _ => bytes[at] = *random.pick(b"\"\\{}[],:#-'&*!|> \n\t0e.~"),
        }
    }
}

/// A pattern, its length in four bytes before it, and a text behind it.
fn regex(random: &mut Random) -> Vec<u8> {
    let mut bytes = pattern(random, 3).into_bytes();
    if random.one_in(4) {
        change(&mut bytes, random);
    }
    let pattern = String::from_utf8_lossy(&bytes).into_owned();
    let letters = ["a", "b", "c", "ab", "A", " ", "\n", "1", "é", "é", "漢", "-", "aa", "x"];
    let mut text: Vec<u8> = (0..random.below(24)).flat_map(|_| random.pick(&letters).bytes()).collect();
    if random.one_in(6) {
        change(&mut text, random);
    }
    [&(pattern.len() as u32).to_le_bytes(), pattern.as_bytes(), &text].concat()
}

fn pattern(random: &mut Random, depth: usize) -> String {
    const ATOMS: &[&str] = &[
        "a",
        "b",
        "c",
        "é",
        "漢",
        ".",
        "[ab]",
        "[^a]",
        "[a-c1]",
        "[[:alpha:]]",
        r"\d",
        r"\w",
        r"\s",
        r"\b",
        r"\B",
        r"\W",
        "^",
        "$",
        r"\A",
        r"\z",
        r"\1",
        r"\2",
        r"\k<n>",
        r"\x61",
        r"\p{L}",
        r"\P{Lu}",
        r"\R",
        r"\X",
        r"\K",
        r"\G",
        r"\Qa.\E",
        "(?i)",
        "(?s)",
        "(?#c)",
        "(?1)",
        "(?R)?",
        r"[\d\-]",
        "x",
    ];
    const OPENERS: &[&str] = &["(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?<n>", "(?|", "(?i:"];
    const REPEATS: &[&str] = &["*", "+", "?", "*?", "+?", "??", "*+", "{2}", "{1,3}", "{0,2}?", "{2,}", "{,2}"];
    (0..=random.below(4))
        .map(|_| {
            let part = match random.below(if depth == 0 { 3 } else { 5 }) {
                0..=2 => (*random.pick(ATOMS)).to_owned(),
                3 => format!("{}{})", random.pick(OPENERS), pattern(random, depth - 1)),
                _ => format!("({}|{})", pattern(random, depth - 1), pattern(random, depth - 1)),
            };
            let repeat = if random.one_in(3) { *random.pick(REPEATS) } else { "" };
            part + repeat
        })
        .collect()
}

const RUNES: &str =
    "aZ0_é߀€漢字😀👩‍👩‍👧🇻🇳e\u{301}ßİıΣςſﬁ ,.;\"\\/\n\t\r\0\u{7f}\u{85}\u{a0}\u{ad}\u{2028}\u{feff}\u{fffd}한ㄱᄀกำनि";

fn text(random: &mut Random, longest: usize) -> String {
    let runes: Vec<char> = RUNES.chars().collect();
    (0..random.below(longest + 1))
        .map(|_| if random.one_in(2) { *random.pick(&['a', 'b', ' ', 'B']) } else { *random.pick(&runes) })
        .collect()
}

fn json(random: &mut Random, depth: usize) -> String {
    let blank = |random: &mut Random| (*random.pick(&["", "", "", " ", "\n", "\t ", "\r\n"])).to_owned();
    let value = match random.below(if depth == 0 { 6 } else { 9 }) {
        0 => (*random.pick(&["null", "true", "false"])).to_owned(),
        1 => number(random),
        2 => (random.next() as i64 >> random.below(64)).to_string(),
        3 => format!("{:?}", f64::from_bits(bits(random))).replace("NaN", "1").replace("inf", "2"),
        4 | 5 => string(random),
        6 | 7 => {
            let items: Vec<String> = (0..random.below(5)).map(|_| json(random, depth - 1)).collect();
            format!("[{}]", items.join(","))
        }
        _ => {
            let members: Vec<String> =
                (0..random.below(5)).map(|_| format!("{}:{}", string(random), json(random, depth - 1))).collect();
            format!("{{{}{}}}", blank(random), members.join(","))
        }
    };
    blank(random) + &value + &blank(random)
}

fn string(random: &mut Random) -> String {
    let mut shown = String::from("\"");
    for rune in text(random, 6).chars() {
        match rune {
            '"' => shown += "\\\"",
            '\\' => shown += "\\\\",
            '\0'..' ' => shown += &format!("\\u{:04x}", rune as u32),
            _ if random.one_in(8) => {
                let mut units = [0; 2];
                rune.encode_utf16(&mut units).iter().for_each(|unit| shown += &format!("\\u{unit:04X}"));
            }
            _ => shown.push(rune),
        }
    }
    if random.one_in(10) {
        shown += *random.pick(&["\\/", "\\b\\f", "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\x", "\\u12"]);
    }
    shown + "\""
}

fn number(random: &mut Random) -> String {
    let digits = |random: &mut Random, most: usize| -> String {
        (0..random.below(most)).map(|_| char::from(b'0' + random.below(10) as u8)).collect()
    };
    match random.below(8) {
        0 => (*random.pick(&[
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "18446744073709551615",
            "18446744073709551616",
            "-0",
            "+1",
            "",
            "-",
            "inf",
            "-inf",
            "nan",
            "1e400",
            "4.9e-324",
            "2.5e-324",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "2.2250738585072011e-308",
            "9007199254740993",
            ".5",
            "5.",
            "1e5",
            "0x10",
            "1_0",
        ]))
        .to_owned(),
        1 | 2 => format!("{:?}", f64::from_bits(bits(random))),
        3 => format!("{:?}", f32::from_bits(random.next() as u32)),
        4 => format!(
            "{}{}.{}e{}{}",
            random.pick(&["", "-"]),
            digits(random, 25),
            digits(random, 25),
            random.pick(&["", "-", "+"]),
            digits(random, 4)
        ),
        5 => format!("{}{}", random.pick(&["", "-", "+", "00"]), digits(random, 22)),
        _ => (random.next() as i64 >> random.below(64)).to_string(),
    }
}

/// The bits of a float: any, few digits, or whole.
fn bits(random: &mut Random) -> u64 {
    match random.below(4) {
        0 => (random.below(2_000_000) as f64 / *random.pick(&[1.0, 10.0, 1000.0, 1e6])).to_bits(),
        1 => ((random.next() >> random.below(64)) as f64).to_bits(),
        2 => random.next() & 0x800f_ffff_ffff_ffff,
        _ => random.next(),
    }
}

fn csv(random: &mut Random) -> String {
    let separator = *random.pick(&[',', ';', '\t']);
    let mut table = separator.to_string();
    for _ in 0..random.below(5) {
        for column in 0..=random.below(4) {
            if column > 0 {
                table.push(separator);
            }
            let field = text(random, 4).replace(['\r', separator], "");
            if random.one_in(3) || field.contains(['"', '\n']) {
                table += &format!("\"{}\"", field.replace('"', "\"\""));
            } else {
                table += &field;
            }
        }
        table += *random.pick(&["\n", "\r\n", "\n\n"]);
    }
    table
}

fn fields(random: &mut Random) -> String {
    let fields: Vec<String> = (0..=random.below(4)).map(|_| text(random, 5).replace('\0', "")).collect();
    fields.join("\0")
}

fn base64(random: &mut Random) -> Vec<u8> {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
    if random.one_in(3) {
        return (0..random.below(20)).map(|_| random.next() as u8).collect();
    }
    let mut text: Vec<u8> = (0..random.below(20)).map(|_| *random.pick(letters)).collect();
    while !text.len().is_multiple_of(4) && random.one_in(2) {
        text.push(b'=');
    }
    if random.one_in(10) {
        text.push(*random.pick(b"=\n *"));
    }
    text
}

/// Pieces that make documents, right or nearly so.
fn yaml(random: &mut Random) -> String {
    if random.one_in(3) {
        return json(random, 3);
    }
    let mut document = String::new();
    let mut indent = 0;
    for _ in 0..=random.below(8) {
        let scalar = (*random.pick(&[
            "a",
            "b: c",
            "12",
            "-1.5",
            "~",
            "'it''s'",
            "\"q\\n\\u00e4\"",
            "true",
            "0x1F",
            "[1, {a: b}, c]",
            "{}",
            "&x [1]",
            "*x",
            "&y 2",
            "*y",
            "!!str 12",
            "!t v",
            "|\n   lines\n   more\n",
            ">-\n   fold\n   ed\n",
            "# c",
            "1e3",
            ".inf",
            "a b",
            "é漢",
            "yes",
            "<<: {k: 1}",
            "? k",
            ": v",
            "",
            "\"a",
            "%x",
            "@",
            "2001-01-01",
            "1_0",
            "-",
            "null",
        ]))
        .to_owned();
        let pad = " ".repeat(indent);
        match random.below(7) {
            0 | 1 => document += &format!("{pad}- {scalar}\n"),
            2 | 3 => document += &format!("{pad}k{}: {scalar}\n", random.below(6)),
            4 => {
                document += &format!("{pad}k{}:\n", random.below(6));
                indent += 2;
            }
            5 => document += *random.pick(&["---\n", "...\n", "# comment\n", "\n", "--- text\n", "- - a\n"]),
            _ => document += &format!("{pad}{scalar}\n"),
        }
        if random.one_in(4) {
            indent = indent.saturating_sub(2);
        }
    }
    document
}
