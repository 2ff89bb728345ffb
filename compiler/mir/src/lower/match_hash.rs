//! Cases of a `match` that lie far apart: a perfect hash instead of a tree of comparisons.
//!
//! A number times an odd constant, the topmost bits of the product: that is a place in a table, which says what number it must be and
//! which case it is. The constant is the first of a fixed sequence under which no two cases meet. Cases that lie close together are
//! left to the code generator, which makes a table of them, and so are those for which there is no small table. For
//! strings see [`super::match_text`].

use hubbub_base::Name;

use crate::data::body::{BinaryOp, Block, CastKind, LocalId, Operand, Place, PlaceBase, Projection, Terminator};
use crate::data::program::StaticData;
use crate::data::ty::{Ty, TyData};

use super::body::Lower;
use super::emit::Emit;
use super::statics;

/// With fewer cases a tree of comparisons is as fast, see "Match" in docs/performance.md.
const CASES_MIN: usize = 9;
/// A table is made of cases of which there is one in so many values, so those are none of ours.
const TABLE_SPREAD: i128 = 10;
/// Constants that are tried for each size of the table.
const TRIES: u64 = 500;
/// The largest table has two to the power of so many places.
const BITS_MAX: u32 = 11;

/// A way to tell numbers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hash {
    multiplier: u64,
    bits: u32,
}

impl Hash {
    /// The place of a number.
    pub(super) fn of(self, number: u64) -> u64 {
        number.wrapping_mul(self.multiplier) >> (u64::BITS - self.bits)
    }

    /// How many places there are.
    pub(super) fn places(self) -> usize {
        1 << self.bits
    }
}

/// A hash under which these numbers, all different, do not meet.
pub(super) fn find(numbers: &[u64]) -> Option<Hash> {
    let least = usize::BITS - numbers.len().saturating_sub(1).leading_zeros();
    (least + 1..=BITS_MAX).find_map(|bits| {
        let mut taken = vec![0u64; 1 << bits];
        (1..=TRIES).map(|attempt| (attempt, Hash { multiplier: multiplier(attempt), bits })).find_map(
            |(attempt, hash)| {
                let mut is_free = |number: &u64| {
                    taken
                        .get_mut(hash.of(*number) as usize)
                        .is_some_and(|place| std::mem::replace(place, attempt) != attempt)
                };
                numbers.iter().all(&mut is_free).then_some(hash)
            },
        )
    })
}

/// Odd numbers without a pattern (SplitMix64: Steele, Lea, Flood 2014).
fn multiplier(attempt: u64) -> u64 {
    let mut z = attempt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ z >> 31) | 1
}

/// Whether so many cases lie so far apart that a hash beats tables and trees of them.
fn is_sparse(cases: &[(i128, Block)]) -> bool {
    let mut numbers: Vec<i128> = cases.iter().map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    // Runs that would become tables count as one case.
    let far = |pair: &&[i128]| pair.last().zip(pair.first()).is_some_and(|(b, a)| b - a > TABLE_SPREAD);
    numbers.windows(2).filter(far).count() + 1 >= CASES_MIN
}

impl Lower<'_> {
    /// A switch over a number.
    pub(super) fn wide_switch(&mut self, value: Operand, ty: Ty, cases: &[(i128, Block)], next: Block) {
        let is_word = matches!(ty.data(), TyData::Int { bits: 32..=64, .. } | TyData::Rune);
        let numbers: Vec<u64> = cases.iter().map(|(number, _)| *number as u64).collect();
        let hash = if is_word && is_sparse(cases) { find(&numbers) } else { None };
        let Some(hash) = hash else { return self.b.switch(value, cases, next) };
        // A place that is nobody's has the first number, whose own place is another.
        let mut keys = vec![cases.first().map_or(0, |(number, _)| *number); hash.places()];
        let mut targets: Vec<Block> = Vec::new();
        let mut indices = vec![0; hash.places()];
        for ((number, block), place) in cases.iter().zip(numbers.iter().map(|number| hash.of(*number) as usize)) {
            let target = targets.iter().position(|known| known == block).unwrap_or(targets.len());
            if target == targets.len() {
                targets.push(*block);
            }
            if let (Some(key), Some(index)) = (keys.get_mut(place), indices.get_mut(place)) {
                (*key, *index) = (*number, target as i128);
            }
        }
        let place = self.hashed(value, ty, hash);
        let key = self.entry(&keys, ty, place);
        let is_it = self.b.binary_value(BinaryOp::Eq, key, value, Ty::bool());
        let found = self.b.block();
        self.b.terminate(Terminator::Branch { condition: is_it, then: found, otherwise: next });
        self.b.switch_to(found);
        self.switch_by_table(&indices, place, &targets, None);
    }

    /// Goes to the block that a table names; beyond the last one to `next`, if there is such a thing.
    pub(super) fn switch_by_table(&mut self, table: &[i128], place: LocalId, targets: &[Block], next: Option<Block>) {
        let ty = Ty::int(if targets.len() < 255 { 8 } else { 16 }, false);
        let index = self.entry(table, ty, place);
        let cases: Vec<_> = (0..).zip(targets.iter().copied()).collect();
        match (next, cases.split_last()) {
            (Some(next), _) => self.b.switch(index, &cases, next),
            (None, Some(((_, last), rest))) => self.b.switch(index, rest, *last),
            (None, None) => self.b.terminate(Terminator::Unreachable),
        }
    }

    /// The place of a number in a hash's tables.
    pub(super) fn hashed(&mut self, value: Operand, ty: Ty, hash: Hash) -> LocalId {
        let word = Ty::int(64, false);
        let wide = if ty == word { value } else { self.b.cast_value(CastKind::Int, value, word) };
        let multiplier = self.b.int(word, i128::from(hash.multiplier));
        let product = self.b.binary_value(BinaryOp::Mul, wide, multiplier, word);
        let shift = self.b.int(word, i128::from(u64::BITS - hash.bits));
        let top = self.b.binary_value(BinaryOp::Shr, product, shift, word);
        let top = self.b.cast_value(CastKind::Int, top, Ty::i64());
        self.b.keep(top, Ty::i64())
    }

    /// An entry of a table that becomes read-only data.
    fn entry(&mut self, table: &[i128], element: Ty, place: LocalId) -> Operand {
        let bytes = table.iter().flat_map(|entry| {
            let size = element.size() as usize;
            entry.to_le_bytes().into_iter().take(size)
        });
        let data = StaticData { bytes: bytes.collect(), relocations: Vec::new() };
        let ty = Ty::new(TyData::Array { element, length: table.len() as u64 });
        let symbol: Name = statics::add(self.session, data, ty);
        let table = Place { base: PlaceBase::Global { symbol, ty }, ..Place::local(place) };
        let entry = self.b.extend(table, Projection::Index(place));
        Operand::Copy(Place::local(self.b.keep(Operand::Copy(entry), element)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart() {
        for count in [9u64, 20, 64, 100] {
            let numbers: Vec<u64> = (0..count).map(|i| i * i * 7919 + 3).collect();
            let hash = find(&numbers).unwrap();
            let mut tops: Vec<u64> = numbers.iter().map(|number| hash.of(*number)).collect();
            tops.sort_unstable();
            tops.dedup();
            assert_eq!(tops.len() as u64, count);
            assert_eq!(Some(hash), find(&numbers));
        }
        let many: Vec<u64> = (0..3000).map(|i| i * i * 7919 + 3).collect();
        assert_eq!(find(&many), None);
    }

    #[test]
    fn what_becomes_a_table_is_left() {
        let cases = |numbers: &mut dyn Iterator<Item = i128>| -> Vec<(i128, Block)> {
            numbers.map(|number| (number, Block(0))).collect()
        };
        assert!(!is_sparse(&cases(&mut (0..100))));
        assert!(!is_sparse(&cases(&mut (0..8).map(|i| i * 1000))));
        assert!(is_sparse(&cases(&mut (0..9).map(|i| i * 1000))));
    }
}
