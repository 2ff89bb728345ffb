//! Cases for the containers of the standard library, and what Rust's do with them.

pub mod sequences;
pub mod tables;

use crate::generated::random::Random;

/// The containers, by the letters that `tests/containers/answer.hb` knows.
pub const KINDS: [u8; 9] = *b"mosbhxdlt";

/// An operation on a container.
pub struct Step {
    pub operation: u8,
    pub key: u8,
    pub value: usize,
}

/// Numbers, each with a blank behind it.
#[derive(Default)]
pub struct Out(String);

impl Out {
    pub fn put(&mut self, number: impl TryInto<i64>) {
        let number: i64 = number.try_into().unwrap_or(i64::MIN);
        self.0.push_str(&number.to_string());
        self.0.push(' ');
    }

    /// A number, or -1.
    pub fn put_or(&mut self, number: Option<impl TryInto<i64>>) {
        match number {
            Some(number) => self.put(number),
            None => self.put(-1),
        }
    }
}

/// A case: the type of the elements, then operations; for sorts, numbers of two bytes.
pub fn case(kind: u8, random: &mut Random) -> Vec<u8> {
    let mut bytes = vec![random.next() as u8];
    if kind == b't' {
        numbers(&mut bytes, random);
        return bytes;
    }
    // Few different keys meet often, many make large tables.
    let keys = *random.pick(&[4, 16, 64, 256]);
    let longest = *random.pick(&[20, 100, 400]);
    let steps = random.below(longest);
    // What comes often is done often: one operation or two are the favourites of a case.
    let favourites = [random.next() as u8, random.next() as u8];
    for _ in 0..steps {
        let operation = if random.one_in(3) { *random.pick(&favourites) } else { random.next() as u8 };
        bytes.extend([operation, random.below(keys) as u8, random.next() as u8]);
    }
    bytes
}

/// In any order, rising, falling, few different ones, or rising with some that are out of their places.
fn numbers(bytes: &mut Vec<u8>, random: &mut Random) {
    let longest = *random.pick(&[4, 20, 70, 1000]);
    let count = random.below(longest);
    let order = random.below(6);
    let few = 1 + random.below(5);
    for i in 0..count {
        let any = random.below(65536);
        let number = match order {
            0 | 1 => any,
            2 => i * 40,
            3 => 65535 - i * 40,
            4 => any % few,
            _ if random.one_in(10) => any,
            _ => i * 40,
        };
        bytes.extend((number as u16).to_be_bytes());
    }
}

/// What Rust's container gives.
pub fn expected(kind: u8, case: &[u8]) -> String {
    let mut out = Out::default();
    let (_, rest) = case.split_first().unwrap_or((&0, &[]));
    let steps: Vec<Step> = rest
        .chunks_exact(3)
        .map(|bytes| Step { operation: bytes[0], key: bytes[1], value: usize::from(bytes[2]) })
        .collect();
    match kind {
        b'm' => tables::map(&mut out, &steps),
        b'o' => tables::ordered_map(&mut out, &steps),
        b's' => tables::set(&mut out, &steps),
        b'b' => tables::bit_set(&mut out, &steps),
        b'h' => sequences::heap(&mut out, &steps),
        b'x' => sequences::min_max_heap(&mut out, &steps),
        b'd' => sequences::deque(&mut out, &steps),
        b'l' => sequences::list(&mut out, &steps),
        _ => sequences::sorts(&mut out, case),
    }
    out.0
}
