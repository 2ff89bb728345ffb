//! What an aggregate consists of: its scalars with their offsets.

use hashbrown::HashMap;
use hubbub_base::Name;
use hubbub_mir::{Aggregate, Program, Ty, TyData};

use super::Scalar;

/// Aggregates by name, for quick look-ups.
pub struct Layouts<'a> {
    aggregates: HashMap<Name, &'a Aggregate, foldhash::fast::FixedState>,
}

/// A scalar within an aggregate. Bools are bytes here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leaf {
    pub offset: u64,
    pub scalar: Scalar,
}

/// More leaves than any convention puts into registers; collecting ends there.
pub const LEAVES_MAX: usize = 16;

impl<'a> Layouts<'a> {
    /// The aggregates of a program.
    pub fn new(program: &'a Program) -> Self {
        let mut aggregates = HashMap::with_hasher(foldhash::fast::FixedState::with_seed(11));
        aggregates.extend(program.aggregates.iter().map(|(name, aggregate)| (*name, aggregate)));
        Self { aggregates }
    }

    /// The inside of an aggregate or enum type.
    pub fn aggregate(&self, name: Name) -> Option<&'a Aggregate> {
        self.aggregates.get(&name).copied()
    }

    /// The scalars of a type by offset; where members of unions overlap without being equal, integers that cover them.
    /// `None` when there are more than [`LEAVES_MAX`].
    pub fn leaves(&self, ty: Ty) -> Option<Vec<Leaf>> {
        let mut raw = Vec::new();
        self.collect(ty, 0, &mut raw)?;
        raw.sort_by_key(|leaf| (leaf.offset, leaf.scalar.bytes()));
        let merged = merge_overlaps(&raw);
        (merged.len() <= LEAVES_MAX).then_some(merged)
    }

    /// As [`Self::leaves`], but with all members of unions side by side, as C's conventions classify them.
    pub fn leaves_overlapping(&self, ty: Ty) -> Option<Vec<Leaf>> {
        let mut raw = Vec::new();
        self.collect(ty, 0, &mut raw)?;
        raw.sort_by_key(|leaf| (leaf.offset, leaf.scalar.bytes()));
        Some(raw)
    }

    fn collect(&self, ty: Ty, offset: u64, leaves: &mut Vec<Leaf>) -> Option<()> {
        match ty.data() {
            TyData::Array { element, length } => {
                let count = if element.size() == 0 { 0 } else { *length };
                (0..count).try_for_each(|index| self.collect(*element, offset + index * element.size(), leaves))
            }
            TyData::Aggregate { name, size, .. } => match self.aggregate(*name) {
                Some(aggregate) if !aggregate.fields.is_empty() => {
                    let mut fields = aggregate.fields.iter();
                    fields.try_for_each(|field| self.collect(field.ty, offset + field.offset, leaves))
                }
                _ => push_words(offset, offset + size, leaves),
            },
            TyData::Bool => push(Leaf { offset, scalar: Scalar::Int(8) }, leaves),
            _ => push(Leaf { offset, scalar: Scalar::of(ty)? }, leaves),
        }
    }
}

/// Room for the members of unions that overlap before they are merged.
const RAW_LEAVES_MAX: usize = 16 * LEAVES_MAX;

fn push(leaf: Leaf, leaves: &mut Vec<Leaf>) -> Option<()> {
    leaves.push(leaf);
    (leaves.len() <= RAW_LEAVES_MAX).then_some(())
}

/// Covers `start..end` with integers of a power of two that are aligned within the aggregate.
fn push_words(start: u64, end: u64, leaves: &mut Vec<Leaf>) -> Option<()> {
    let mut at = start;
    while at < end {
        let mut bytes = 8;
        while !at.is_multiple_of(bytes) || at + bytes > end {
            bytes /= 2;
        }
        push(Leaf { offset: at, scalar: Scalar::Int(bytes as u32 * 8) }, leaves)?;
        at += bytes;
    }
    Some(())
}

/// `leaves` are sorted by offset. Equal ones become one; a cluster of overlapping ones becomes integers.
fn merge_overlaps(leaves: &[Leaf]) -> Vec<Leaf> {
    let mut merged = Vec::new();
    let mut rest = leaves;
    while let Some(first) = rest.first() {
        let mut end = first.offset + first.scalar.bytes();
        let mut count = 1;
        let mut all_equal = true;
        while let Some(next) = rest.get(count).filter(|next| next.offset < end) {
            all_equal &= next == first;
            end = end.max(next.offset + next.scalar.bytes());
            count += 1;
        }
        if all_equal {
            merged.push(*first);
        } else if push_words(first.offset, end, &mut merged).is_none() {
            return merged;
        }
        rest = rest.get(count..).unwrap_or(&[]);
    }
    merged
}
