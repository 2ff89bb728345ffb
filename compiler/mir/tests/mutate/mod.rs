//! Changes texts of MIR at random places.

pub use hubbub_base::random::Random;

/// One byte becomes another, comes twice, or goes.
pub fn mutate_bytes(random: &mut Random, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = random.below(bytes.len());
    match random.below(3) {
        0 => bytes[at] = random.next() as u8,
        1 => bytes.insert(at, bytes[at]),
        _ => drop(bytes.remove(at)),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One token becomes another of its class, so that the text most often stays a program.
pub fn mutate_alike(random: &mut Random, text: &str) -> String {
    let tokens = split(text);
    let words: Vec<usize> = (0..tokens.len()).filter(|index| class(tokens[*index]) != Class::Other).collect();
    let at = words[random.below(words.len())];
    let alike: Vec<usize> = words.into_iter().filter(|index| class(tokens[*index]) == class(tokens[at])).collect();
    let mut new = tokens.clone();
    new[at] = match class(tokens[at]) {
        Class::Number if random.below(3) == 0 => {
            ["0", "1", "7", "64", "4294967296", "9223372036854775807", "18446744073709551615"][random.below(7)]
        }
        _ => tokens[alike[random.below(alike.len())]],
    };
    new.concat()
}

/// What can stand for what.
#[derive(PartialEq, Eq)]
enum Class {
    Local,
    Block,
    Number,
    Type,
    Operator,
    Other,
}

const TYPES: [&str; 14] =
    ["i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128", "f16", "f32", "f64", "ptr"];
const OPERATORS: [&str; 17] =
    ["add", "sub", "mul", "div", "rem", "mod", "and", "or", "xor", "shl", "shr", "eq", "ne", "lt", "le", "gt", "ge"];

fn class(token: &str) -> Class {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match token {
        _ if token.strip_prefix('_').is_some_and(is_number) => Class::Local,
        _ if token.strip_prefix("bb").is_some_and(is_number) => Class::Block,
        _ if is_number(token) => Class::Number,
        _ if TYPES.contains(&token) => Class::Type,
        _ if OPERATORS.contains(&token) => Class::Operator,
        _ => Class::Other,
    }
}

/// One token becomes another of the text, comes twice, or goes; or a line goes, or changes places.
pub fn mutate_tokens(random: &mut Random, text: &str) -> String {
    let tokens = split(text);
    let words: Vec<usize> = (0..tokens.len()).filter(|index| !tokens[*index].trim().is_empty()).collect();
    let pick = |random: &mut Random| words[random.below(words.len())];
    let mut new: Vec<&str> = tokens.clone();
    let at = pick(random);
    match random.below(6) {
        0 | 1 => new[at] = tokens[pick(random)],
        2 => {
            new[at] = ["0", "1", "-1", "_0", "_1", "_2", "_3", "bb0", "bb1", "i64", "ptr", "18446744073709551615"]
                [random.below(12)]
        }
        3 => new.insert(at, tokens[pick(random)]),
        4 => drop(new.remove(at)),
        _ => return mutate_lines(random, text),
    }
    new.concat()
}

fn mutate_lines(random: &mut Random, text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let (a, b) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(3) {
        0 => lines.swap(a, b),
        1 => drop(lines.remove(a)),
        _ => lines.insert(a, lines[b]),
    }
    lines.join("\n")
}

/// Words, blanks, and everything else character by character.
fn split(text: &str) -> Vec<&str> {
    let class = |c: char| if c.is_alphanumeric() || c == '_' { 0 } else { 1 + u32::from(c) };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (at, c) in text.char_indices() {
        let this = class(c);
        if previous.is_some_and(|previous| previous != this || this != 0) {
            tokens.push(&text[start..at]);
            start = at;
        }
        previous = Some(this);
    }
    tokens.push(&text[start..]);
    tokens
}
