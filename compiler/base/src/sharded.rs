//! A hash-consing table that all threads share: equal values get equal ids.
//!
//! Values are spread over shards by their hash, each shard behind a lock of its own; the values
//! themselves stand in an append-only store that is read without a lock. In front of the locks stand tables of what was asked for
//! lately, one for each thread: what a thread asks for again is found in lines of memory that no other thread writes. Ids depend on
//! which thread came first: never order anything by them, and never let them into output.

use std::cell::Cell;
use std::hash::{BuildHasher, Hash};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use hashbrown::HashTable;

use crate::chunk::Chunk;

const SHARD_BITS: u32 = 5;
const SHARDS: usize = 1 << SHARD_BITS;
/// Entries in the first chunk of a shard; each following chunk doubles.
const FIRST_CHUNK_BITS: u32 = 6;
const CHUNKS: usize = 26;
/// Entries of a table of values that were asked for lately.
const RECENT_BITS: u32 = 11;
/// How many such tables there are; threads beyond share them.
const RECENT_TABLES: usize = 32;

/// The number of this thread's tables of recent values, the same in all interners.
fn recent_table() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! { static MINE: Cell<usize> = const { Cell::new(usize::MAX) } }
    MINE.with(|mine| {
        if mine.get() == usize::MAX {
            mine.set(NEXT.fetch_add(1, Ordering::Relaxed) % RECENT_TABLES);
        }
        mine.get()
    })
}

/// Interns values of `T`; ids are 32 bits.
pub struct Sharded<T> {
    shards: Vec<Shard<T>>,
    /// The low half of a hash, above the id of a value that has it; zero for none (id 0 of a hash 0 is never remembered).
    recent: [OnceLock<Box<[AtomicU64]>>; RECENT_TABLES],
    hasher: foldhash::fast::FixedState,
}

struct Shard<T> {
    ids: Alone<Mutex<Ids>>,
    chunks: [OnceLock<Chunk<T>>; CHUNKS],
}

/// Something that is written often, in lines of memory of its own: what stands beside it is read by all threads.
#[repr(align(128))]
struct Alone<T>(T);

#[derive(Default)]
struct Ids {
    table: HashTable<(u32, u32)>,
    count: u32,
}

impl<T: Hash + Eq> Sharded<T> {
    /// An empty table.
    pub fn new() -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Shard::new()).collect(),
            recent: [const { OnceLock::new() }; RECENT_TABLES],
            hasher: foldhash::fast::FixedState::with_seed(0x4855_4242),
        }
    }

    /// The id of the value that `key` equals; `make` builds it when it is new.
    pub fn intern<Q: Hash + ?Sized>(&self, key: &Q, equal: impl Fn(&T, &Q) -> bool, make: impl FnOnce() -> T) -> u32 {
        let hash = self.hasher.hash_one(key);
        let recent = self.recent().get((hash >> 32) as usize & ((1 << RECENT_BITS) - 1));
        let seen = recent.map_or(0, |recent| recent.load(Ordering::Relaxed));
        // An id is of use only once its value can be seen, which `get` makes sure of.
        if seen != 0
            && (seen >> 32) as u32 == hash as u32
            && self.get(seen as u32).is_some_and(|value| equal(value, key))
        {
            return seen as u32;
        }
        let id = self.intern_in_shard(hash, key, equal, make);
        if let Some(recent) = recent {
            recent.store((hash << 32) | u64::from(id), Ordering::Relaxed);
        }
        id
    }

    /// This thread's table of recent values.
    fn recent(&self) -> &[AtomicU64] {
        let Some(table) = self.recent.get(recent_table()) else { return &[] };
        table.get_or_init(|| (0..1 << RECENT_BITS).map(|_| AtomicU64::new(0)).collect())
    }

    fn intern_in_shard<Q: ?Sized>(
        &self,
        hash: u64,
        key: &Q,
        equal: impl Fn(&T, &Q) -> bool,
        make: impl FnOnce() -> T,
    ) -> u32 {
        let shard_index = (hash >> (64 - SHARD_BITS)) as usize;
        let Some(shard) = self.shards.get(shard_index) else { return 0 };
        let mut ids = shard.ids.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let short = hash as u32;
        let found = ids.table.find(spread(short), |(other, local)| {
            *other == short && shard.get(*local).is_some_and(|value| equal(value, key))
        });
        if let Some((_, local)) = found {
            return (*local << SHARD_BITS) | shard_index as u32;
        }
        let local = ids.count;
        shard.set(local, make());
        ids.count += 1;
        ids.table.insert_unique(spread(short), (short, local), |(other, _)| spread(*other));
        (local << SHARD_BITS) | shard_index as u32
    }

    /// The id of `value`.
    pub fn intern_value(&self, value: T) -> u32
    where
        T: Clone,
    {
        self.intern(&value, |a, b| a == b, || value.clone())
    }

    /// The value that `id` names.
    #[inline]
    pub fn get(&self, id: u32) -> Option<&T> {
        self.shards.get(id as usize & (SHARDS - 1))?.get(id >> SHARD_BITS)
    }
}

impl<T: Hash + Eq> Default for Sharded<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Shard<T> {
    fn new() -> Self {
        Self { ids: Alone(Mutex::new(Ids::default())), chunks: [const { OnceLock::new() }; CHUNKS] }
    }

    #[inline]
    fn get(&self, local: u32) -> Option<&T> {
        let (chunk, offset) = place(local);
        self.chunks.get(chunk)?.get()?.get(offset)
    }

    fn set(&self, local: u32, value: T) {
        let (chunk, offset) = place(local);
        let Some(chunk_cell) = self.chunks.get(chunk) else { return };
        let length = 1usize << (FIRST_CHUNK_BITS + (chunk as u32).saturating_sub(1));
        chunk_cell.get_or_init(|| Chunk::new(length)).set(offset, value);
    }
}

/// A hash for the table: it takes the place from the low bits and tells entries apart by the high ones.
#[inline]
fn spread(short: u32) -> u64 {
    u64::from(short) << 32 | u64::from(short)
}

/// Chunk 0 and 1 hold 64 entries each, chunk n then twice as many as the one before.
#[inline]
fn place(local: u32) -> (usize, usize) {
    let first = 1u32 << FIRST_CHUNK_BITS;
    if local < first {
        return (0, local as usize);
    }
    let high = local.ilog2();
    ((high - FIRST_CHUNK_BITS + 1) as usize, (local - (1 << high)) as usize)
}

#[cfg(test)]
mod tests {
    use super::Sharded;

    #[test]
    fn equal_values_get_equal_ids_on_all_threads() {
        let table: Sharded<String> = Sharded::new();
        let intern = |n: u32| {
            let text = format!("value {n}");
            table.intern(text.as_str(), |a, b| a == b, || text.clone())
        };
        let ids: Vec<Vec<u32>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| (0..10_000).map(intern).collect())).collect();
            threads.into_iter().map(|thread| thread.join().expect("no thread panics")).collect()
        });
        assert!(ids.iter().all(|of_thread| Some(of_thread) == ids.first()));
        for (n, id) in ids.first().into_iter().flatten().enumerate() {
            assert_eq!(table.get(*id), Some(&format!("value {n}")));
        }
    }
}
