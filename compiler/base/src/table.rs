//! Typed 32-bit ids and the tables that own what they name.
//!
//! This is the one file of the compiler that indexes slices: a [`Table`] hands out the ids that it is
//! indexed with, so an id that is out of range is a bug of the compiler and panics with the id's type.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A 32-bit name of an entry of some [`Table`].
pub trait Id: Copy + Eq + std::hash::Hash {
    /// The id of the entry at `index`.
    fn from_index(index: usize) -> Self;
    /// Where the entry stands in its table.
    fn index(self) -> usize;
}

/// Defines a typed id: `define_id!(/// What it names. pub struct LocalId, "_");` prints as `_3`.
#[macro_export]
macro_rules! define_id {
    ($(#[$meta:meta])* pub struct $name:ident, $prefix:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $crate::table::Id for $name {
            #[inline]
            fn from_index(index: usize) -> Self {
                debug_assert!(index <= u32::MAX as usize);
                Self(index as u32)
            }
            #[inline]
            fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    };
}

/// A growing array that is indexed by its own typed ids.
#[derive(Clone, PartialEq, Eq)]
pub struct Table<I: Id, T> {
    entries: Vec<T>,
    ids: PhantomData<fn(I) -> I>,
}

impl<I: Id, T> Table<I, T> {
    /// An empty table.
    pub const fn new() -> Self {
        Self { entries: Vec::new(), ids: PhantomData }
    }

    /// An empty table with room for `count` entries.
    pub fn with_capacity(count: usize) -> Self {
        Self { entries: Vec::with_capacity(count), ids: PhantomData }
    }

    /// Adds an entry and returns its id.
    #[inline]
    pub fn push(&mut self, entry: T) -> I {
        let id = I::from_index(self.entries.len());
        self.entries.push(entry);
        id
    }

    /// The id that the next [`Table::push`] will return.
    #[inline]
    pub fn next_id(&self) -> I {
        I::from_index(self.entries.len())
    }

    /// How many entries there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry that `id` names, if it is one of this table.
    #[inline]
    pub fn get(&self, id: I) -> Option<&T> {
        self.entries.get(id.index())
    }

    /// The entries in the order of their ids.
    #[inline]
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// The entries in the order of their ids, to change.
    #[inline]
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.entries.iter_mut()
    }

    /// Ids and entries in order.
    pub fn iter_ids(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.entries.iter().enumerate().map(|(index, entry)| (I::from_index(index), entry))
    }

    /// All ids in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.entries.len()).map(I::from_index)
    }

    /// The entries as a slice.
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        &self.entries
    }

    /// The entries in order, without their ids.
    pub fn into_entries(self) -> Vec<T> {
        self.entries
    }

    /// Drops all entries from `length` on.
    pub fn truncate(&mut self, length: usize) {
        self.entries.truncate(length);
    }

    /// Makes room for so many more entries.
    pub fn reserve(&mut self, additional: usize) {
        self.entries.reserve(additional);
    }

    /// Gives back what was reserved beyond the entries.
    pub fn shrink_to_fit(&mut self) {
        self.entries.shrink_to_fit();
    }
}

impl<I: Id, T> Default for Table<I, T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I: Id, T> From<Vec<T>> for Table<I, T> {
    fn from(entries: Vec<T>) -> Self {
        Self { entries, ids: PhantomData }
    }
}

impl<I: Id, T> FromIterator<T> for Table<I, T> {
    fn from_iter<It: IntoIterator<Item = T>>(entries: It) -> Self {
        Self { entries: entries.into_iter().collect(), ids: PhantomData }
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;
    #[inline]
    fn index(&self, id: I) -> &T {
        match self.entries.get(id.index()) {
            Some(entry) => entry,
            None => out_of_range::<I>(id.index(), self.entries.len()),
        }
    }
}

impl<I: Id, T> IndexMut<I> for Table<I, T> {
    #[inline]
    fn index_mut(&mut self, id: I) -> &mut T {
        let length = self.entries.len();
        match self.entries.get_mut(id.index()) {
            Some(entry) => entry,
            None => out_of_range::<I>(id.index(), length),
        }
    }
}

impl<I: Id, T: std::fmt::Debug> std::fmt::Debug for Table<I, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(&self.entries).finish()
    }
}

#[cold]
#[inline(never)]
#[expect(clippy::panic, reason = "the one place where a wrong id stops the compiler, as an internal error")]
fn out_of_range<I>(index: usize, length: usize) -> ! {
    panic!("{} {index} names nothing in a table of {length}", std::any::type_name::<I>())
}

/// A run of a side array, as 32-bit words: what list-like nodes store instead of a `Vec`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Run {
    /// Index of the first word.
    pub start: u32,
    /// Number of words.
    pub length: u32,
}

impl Run {
    /// The words of this run; empty when the run does not lie in `words`.
    #[inline]
    pub fn of<T>(self, words: &[T]) -> &[T] {
        let start = self.start as usize;
        words.get(start..start + self.length as usize).unwrap_or(&[])
    }
}
