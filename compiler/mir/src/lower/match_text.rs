//! `match` over strings. Few are told apart by their lengths, then compared in turn; of many, the length and three bytes make a number, and a
//! perfect hash of that says which one it can be.

use hubbub_sema::data::value::Value;
use indexmap::IndexMap;

use super::body::Lower;
use super::emit::Emit;
use super::match_::{ArmState, Asks, Row, Subject};
use super::match_hash;
use crate::data::body::{BinaryOp, Block, CastKind, Intrinsic, Operand, Place, Projection, Terminator};
use crate::data::ty::Ty;

/// With fewer texts the lengths and comparisons in turn are as fast, see "Match" in docs/performance.md.
const TEXTS_MIN: usize = 192;

/// Rows with the same key, and where they are tested.
type Groups<K> = IndexMap<K, (Block, Vec<Row>)>;

impl Lower<'_> {
    /// A run of rows that ask for strings.
    pub(super) fn switch_texts(&mut self, run: &[Row], subject: Subject, arms: &mut [ArmState], next: Block) {
        let source = self.session.source;
        let mut texts: Vec<(&[u8], Row)> = Vec::new();
        for row in run {
            if let Asks::Text(id) = self.asks(*row, subject)
                && let Some(Value::String(bytes)) = source.value(id).map(|typed| &typed.value)
            {
                texts.push((bytes, *row));
            }
        }
        let mut keys: Vec<u64> = texts.iter().filter_map(|(bytes, _)| key_of(bytes)).collect();
        keys.sort_unstable();
        keys.dedup();
        let hash = if keys.len() >= TEXTS_MIN { match_hash::find(&keys) } else { None };
        let length = self.b.field(subject.place, 1);
        let Some(hash) = hash else {
            let groups = self.groups(texts.into_iter().map(|(bytes, row)| (bytes.len(), row)));
            let cases: Vec<_> = groups.iter().map(|(length, (block, _))| (*length as i128, *block)).collect();
            self.b.switch(Operand::Copy(length), &cases, next);
            return self.groups_in_turn(groups, subject, arms, next);
        };
        let hashed = self.b.block();
        let (empty, texts): (Vec<_>, Vec<_>) = texts.into_iter().partition(|(bytes, _)| bytes.is_empty());
        let empty = self.groups(empty.into_iter().map(|(_, row)| (0, row)));
        let if_empty = empty.values().next().map_or(next, |(block, _)| *block);
        self.b.switch(Operand::Copy(length), &[(0, if_empty)], hashed);
        self.groups_in_turn(empty, subject, arms, next);
        self.b.switch_to(hashed);
        let groups = self.groups(texts.iter().filter_map(|(bytes, row)| Some((key_of(bytes)?, *row))));
        let mut table = vec![groups.len() as i128; hash.places()];
        for (number, key) in (0i128..).zip(groups.keys()) {
            if let Some(entry) = table.get_mut(hash.of(*key) as usize) {
                *entry = number;
            }
        }
        let key = self.key(subject);
        let place = self.hashed(key, Ty::int(64, false), hash);
        let targets: Vec<Block> = groups.values().map(|(block, _)| *block).collect();
        self.switch_by_table(&table, place, &targets, Some(next));
        self.groups_of_lengths(groups, subject, arms, next);
    }

    fn groups<K: std::hash::Hash + Eq>(&mut self, keyed: impl Iterator<Item = (K, Row)>) -> Groups<K> {
        let mut groups = Groups::new();
        for (key, row) in keyed {
            groups.entry(key).or_insert_with(|| (self.b.block(), Vec::new())).1.push(row);
        }
        groups
    }

    /// Groups of texts whose lengths are right.
    fn groups_in_turn<K>(&mut self, groups: Groups<K>, subject: Subject, arms: &mut [ArmState], next: Block) {
        for (_, (block, rows)) in groups {
            self.b.switch_to(block);
            for row in rows {
                let otherwise = self.b.block();
                self.test_text(row, subject, arms, otherwise);
                self.b.switch_to(otherwise);
            }
            self.b.goto(next);
        }
    }

    /// Groups of texts whose lengths have not been looked at.
    fn groups_of_lengths<K>(&mut self, groups: Groups<K>, subject: Subject, arms: &mut [ArmState], next: Block) {
        for (_, (block, rows)) in groups {
            self.b.switch_to(block);
            for row in rows {
                let otherwise = self.b.block();
                let Asks::Text(id) = self.asks(row, subject) else { continue };
                let Some((_, wanted)) = self.string_constant(id) else { continue };
                let length = self.b.field(subject.place, 1);
                let is_long = self.b.binary_value(BinaryOp::Eq, Operand::Copy(length), wanted, Ty::bool());
                let then = self.b.block();
                self.b.terminate(Terminator::Branch { condition: is_long, then, otherwise });
                self.b.switch_to(then);
                self.test_text(row, subject, arms, otherwise);
                self.b.switch_to(otherwise);
            }
            self.b.goto(next);
        }
    }

    /// Compares the bytes of a string whose length is right.
    fn test_text(&mut self, row: Row, subject: Subject, arms: &mut [ArmState], otherwise: Block) {
        let Asks::Text(id) = self.asks(row, subject) else { return };
        let Some((data, length)) = self.string_constant(id) else { return };
        let is_empty = length == self.b.int(Ty::i64(), 0);
        if !is_empty {
            let found = self.b.field(subject.place, 0);
            let order = self.b.temporary(Ty::int(32, true));
            let operands = [Operand::Copy(found), data, length];
            self.b.intrinsic(&[Place::local(order)], Intrinsic::MemoryCompare, &operands);
            let (order, zero) = (self.b.copy(order), self.b.int(Ty::int(32, true), 0));
            let condition = self.b.binary_value(BinaryOp::Eq, order, zero, Ty::bool());
            let then = self.b.block();
            self.b.terminate(Terminator::Branch { condition, then, otherwise });
            self.b.switch_to(then);
        }
        self.arrive_at(row, subject, arms, otherwise);
    }

    /// The number of what is matched, which is not empty: see [`key_of`].
    fn key(&mut self, subject: Subject) -> Operand {
        let word = Ty::int(64, false);
        let length = self.b.field(subject.place, 1);
        let length = self.b.keep(Operand::Copy(length), Ty::i64());
        let one = self.b.int(Ty::i64(), 1);
        let zero = self.b.int(Ty::i64(), 0);
        let last = self.b.binary_value(BinaryOp::Sub, Operand::Copy(Place::local(length)), one, Ty::i64());
        let half = self.b.binary_value(BinaryOp::Shr, Operand::Copy(Place::local(length)), one, Ty::i64());
        let mut key = self.b.cast_value(CastKind::Int, Operand::Copy(Place::local(length)), word);
        for (at, shift) in [(zero, 8), (last, 16), (half, 24)] {
            let byte = self.byte(subject, at);
            let shift = self.b.int(word, shift);
            let byte = self.b.binary_value(BinaryOp::Shl, byte, shift, word);
            key = self.b.binary_value(BinaryOp::Xor, key, byte, word);
        }
        key
    }

    /// The byte at an index, as a word.
    fn byte(&mut self, subject: Subject, at: Operand) -> Operand {
        let byte = Ty::int(8, false);
        let data = self.b.field(subject.place, 0);
        let at = self.b.keep(at, Ty::i64());
        let first = self.b.deref(data, byte);
        let place = self.b.extend(first, Projection::Step(at));
        self.b.cast_value(CastKind::Int, Operand::Copy(place), Ty::int(64, false))
    }
}

/// A number that tells most texts apart: the length, the first byte, the last one and the one in the middle. `None` of no bytes.
fn key_of(bytes: &[u8]) -> Option<u64> {
    let byte = |index: usize| bytes.get(index).map(|byte| u64::from(*byte));
    let length = bytes.len();
    Some(length as u64 ^ byte(0)? << 8 ^ byte(length.checked_sub(1)?)? << 16 ^ byte(length / 2)? << 24)
}
