//! hashbrown's table, for entries of any size: what `Map` and `Set` stand on.
//!
//! A Hubbub program knows size and meaning of its entries, this module does not: entries are so many words, and `class` says how many. The
//! program passes a constant, so that one arm of each `match` is left where a procedure has been inlined, and the code is that of a
//! `HashTable` of Rust's. Hashing, comparing and growing are the program's own: it looks at the candidates that [`hb_table_find_next`]
//! gives, and makes a larger table when [`hb_table_room`] says so. A table owns one block, which the program
//! allocates and frees. Start reading at [`Given`].

use core::alloc::Layout;
use core::cell::Cell;
use core::mem::{self, MaybeUninit};
use core::ptr::{self, NonNull};

use allocator_api2::alloc::{AllocError, Allocator};
use hashbrown::hash_table::{Iter, IterHash};
use hashbrown::{HashTable, TryReserveError};

/// An allocator that has exactly one block, the one that it was given; without one it refuses.
struct Given(Cell<*mut u8>);

// SAFETY: the block is as large as `hb_table_size` says, aligned for any table, and lives as long as the table: see `hb_table_make`.
unsafe impl Allocator for Given {
    #[inline(always)]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        let block = NonNull::new(self.0.get()).ok_or(AllocError)?;
        Ok(NonNull::slice_from_raw_parts(block, layout.size()))
    }

    #[inline(always)]
    unsafe fn deallocate(&self, _: NonNull<u8>, _: Layout) {}
}

/// An entry, of which only the size is known.
type Entry<T> = MaybeUninit<T>;

type Table<T> = HashTable<Entry<T>, Given>;

/// Room for a table, for the state of a search and for that of a walk, as the standard library has it.
const TABLE_WORDS: usize = 5;
const SEARCH_WORDS: usize = 12;
const WALK_WORDS: usize = 6;

const _: () = {
    assert!(size_of::<Table<u64>>() == TABLE_WORDS * 8 && align_of::<Table<u64>>() <= 8);
    assert!(size_of::<IterHash<'_, Entry<u64>>>() <= SEARCH_WORDS * 8 && align_of::<IterHash<'_, Entry<u64>>>() <= 16);
    assert!(size_of::<Iter<'_, Entry<u64>>>() <= WALK_WORDS * 8 && align_of::<Iter<'_, Entry<u64>>>() <= 8);
};

/// Calls a generic procedure for the entry's class: its size in bytes.
macro_rules! by_class {
    ($class:expr, $procedure:ident ($($argument:expr),*)) => {
        // SAFETY: each procedure that uses this hands its caller's promise on.
        unsafe {
            match $class {
                1 => $procedure::<u8>($($argument),*),
                2 => $procedure::<u16>($($argument),*),
                4 => $procedure::<u32>($($argument),*),
                8 => $procedure::<u64>($($argument),*),
                16 => $procedure::<[u64; 2]>($($argument),*),
                24 => $procedure::<[u64; 3]>($($argument),*),
                32 => $procedure::<[u64; 4]>($($argument),*),
                40 => $procedure::<[u64; 5]>($($argument),*),
                48 => $procedure::<[u64; 6]>($($argument),*),
                64 => $procedure::<[u64; 8]>($($argument),*),
                96 => $procedure::<[u64; 12]>($($argument),*),
                128 => $procedure::<[u64; 16]>($($argument),*),
                _ => $procedure::<[u64; 32]>($($argument),*),
            }
        }
    };
}

#[inline(always)]
fn with_capacity<T>(capacity: usize, block: *mut u8) -> Result<Table<T>, TryReserveError> {
    let mut table = Table::<T>::new_in(Given(Cell::new(block)));
    // There is no entry yet whose hash could be asked for.
    table.try_reserve(capacity, |_| 0)?;
    Ok(table)
}

/// The size of the block of a table for so many entries; 0 if there is none so large. It is aligned to 16 bytes.
#[unsafe(no_mangle)]
extern "C" fn hb_table_size(class: i64, capacity: usize) -> usize {
    #[inline(always)]
    unsafe fn size<T>(capacity: usize) -> usize {
        match with_capacity::<T>(capacity, ptr::null_mut()) {
            Err(TryReserveError::AllocError { layout }) => layout.size(),
            _ => 0,
        }
    }
    by_class!(class, size(capacity))
}

/// Makes an empty table for so many entries in a block of [`hb_table_size`] bytes.
///
/// # Safety
///
/// There is room for a table, and the block is what it has to be.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_make(table: *mut u8, class: i64, capacity: usize, block: *mut u8) {
    #[inline(always)]
    unsafe fn make<T>(table: *mut u8, capacity: usize, block: *mut u8) {
        if let Ok(made) = with_capacity::<T>(capacity, block) {
            // SAFETY: the caller's promise.
            unsafe { ptr::write(table.cast(), made) };
        }
    }
    by_class!(class, make(table, capacity, block))
}

/// The block of a table, to be freed, with its size.
///
/// # Safety
///
/// It is a table of this class, and there is room for the size.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_block(table: *const u8, class: i64, size: *mut usize) -> *mut u8 {
    #[inline(always)]
    unsafe fn block<T>(table: *const u8, size: *mut usize) -> *mut u8 {
        // SAFETY: the caller's promise.
        unsafe {
            let table = &*table.cast::<Table<T>>();
            size.write(table.allocation_size());
            table.allocator().0.get()
        }
    }
    by_class!(class, block(table, size))
}

/// How many entries find room before a larger table is due.
///
/// # Safety
///
/// It is a table.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_room(table: *const u8) -> usize {
    // SAFETY: the caller's promise; the count does not depend on the class.
    let table = unsafe { &*table.cast::<Table<u64>>() };
    table.capacity() - table.len()
}

/// How many buckets a table has, empty ones included.
///
/// # Safety
///
/// It is a table.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_buckets(table: *const u8) -> usize {
    // SAFETY: the caller's promise; the count does not depend on the class.
    unsafe { (*table.cast::<Table<u64>>()).num_buckets() }
}

/// Sets bits for the buckets that have an entry, the first one's lowest in the first word, and clears the others. The program finds them by that: buckets
/// lie one below the other, the first one at the end of the `buckets * class` bytes that a block begins with.
///
/// # Safety
///
/// It is a table of this class, of a multiple of 64 buckets, and there is room for a bit for each of them.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_marks(table: *const u8, class: usize, marks: *mut u64) {
    // SAFETY: the caller's promise; the count and the block do not depend on the class. Behind the buckets
    // there is a byte for each, whose highest bit is set where the bucket is free (`tests/run/lib_map_large.hb` would notice another layout).
    unsafe {
        let table = &*table.cast::<Table<u64>>();
        let buckets = table.num_buckets();
        let controls = table.allocator().0.get().add(buckets * class).cast::<[u64; 8]>();
        for word in 0..buckets / 64 {
            let mut bits = 0;
            for (index, &eight) in (*controls.add(word)).iter().enumerate() {
                let full = !eight & 0x8080_8080_8080_8080;
                bits |= (full.wrapping_mul(0x0002_0408_1020_4081) >> 56) << (8 * index);
            }
            *marks.add(word) = bits;
        }
    }
}

/// Puts the address of an entry at a place; whether there is one. Null would say the same, but LLVM asks for it again where it cannot be.
///
/// # Safety
///
/// There is room for an address.
#[inline(always)]
unsafe fn give<T>(entry: Option<&Entry<T>>, found: *mut *mut u8) -> bool {
    let Some(entry) = entry else { return false };
    // SAFETY: the caller's promise.
    unsafe { found.write(ptr::from_ref(entry).cast_mut().cast()) };
    true
}

/// Begins a search for the entries that may have this hash, which [`hb_table_find_next`] gives.
///
/// # Safety
///
/// It is a table of this class, and there is room for the search.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_find(table: *const u8, class: i64, hash: u64, search: *mut u8) {
    #[inline(always)]
    unsafe fn find<T>(table: *const u8, hash: u64, search: *mut u8) {
        // SAFETY: the caller's promise.
        unsafe { search.cast::<IterHash<'_, Entry<T>>>().write((*table.cast::<Table<T>>()).iter_hash(hash)) };
    }
    by_class!(class, find(table, hash, search))
}

/// Finds the next entry that may have the hash.
///
/// # Safety
///
/// `hb_table_find` has begun this search, the table has not changed since, and there is room for the entry's address.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_find_next(class: i64, search: *mut u8, found: *mut *mut u8) -> bool {
    #[inline(always)]
    unsafe fn next<T>(search: *mut u8, found: *mut *mut u8) -> bool {
        // SAFETY: the caller's promise.
        unsafe { give((*search.cast::<IterHash<'_, Entry<T>>>()).next(), found) }
    }
    by_class!(class, next(search, found))
}

/// Makes an entry with this hash, which the program fills.
///
/// # Safety
///
/// It is a table of this class, and it has room.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_insert(table: *mut u8, class: i64, hash: u64) -> *mut u8 {
    #[inline(always)]
    unsafe fn insert<T>(table: *mut u8, hash: u64) -> *mut u8 {
        // SAFETY: the caller's promise: so the table never grows, and never asks for a hash.
        unsafe {
            let table = &mut *table.cast::<Table<T>>();
            core::hint::assert_unchecked(table.capacity() != table.len());
            let entry = table.insert_unique(hash, Entry::uninit(), |_| core::hint::unreachable_unchecked());
            ptr::from_mut(entry.into_mut()).cast()
        }
    }
    by_class!(class, insert(table, hash))
}

/// Takes an entry out.
///
/// # Safety
///
/// It is a table of this class, with this entry under this hash.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_remove(table: *mut u8, class: i64, hash: u64, entry: *const u8) {
    #[inline(always)]
    unsafe fn remove<T>(table: *mut u8, hash: u64, entry: *const u8) {
        // SAFETY: the caller's promise.
        let table = unsafe { &mut *table.cast::<Table<T>>() };
        if let Ok(found) = table.find_entry(hash, |candidate| ptr::eq(candidate, entry.cast())) {
            found.remove();
        }
    }
    by_class!(class, remove(table, hash, entry))
}

/// Takes all entries out; the block stays.
///
/// # Safety
///
/// It is a table of this class.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_clear(table: *mut u8, class: i64) {
    #[inline(always)]
    unsafe fn clear<T>(table: *mut u8) {
        // SAFETY: the caller's promise.
        unsafe { (*table.cast::<Table<T>>()).clear() };
    }
    by_class!(class, clear(table))
}

/// Begins a walk through all entries.
///
/// # Safety
///
/// It is a table of this class, and there is room for the walk.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_walk(table: *const u8, class: i64, walk: *mut u8) {
    #[inline(always)]
    unsafe fn begin<T>(table: *const u8, walk: *mut u8) {
        // SAFETY: the caller's promise.
        unsafe { walk.cast::<Iter<'_, Entry<T>>>().write((*table.cast::<Table<T>>()).iter()) };
    }
    by_class!(class, begin(table, walk))
}

/// Finds the next entry of a walk.
///
/// # Safety
///
/// `hb_table_walk` has begun this walk; since then the table has lost at most entries that the walk had given. There is room for the
/// entry's address.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_table_walk_next(class: i64, walk: *mut u8, found: *mut *mut u8) -> bool {
    #[inline(always)]
    unsafe fn next<T>(walk: *mut u8, found: *mut *mut u8) -> bool {
        // SAFETY: the caller's promise.
        unsafe { give((*walk.cast::<Iter<'_, Entry<T>>>()).next(), found) }
    }
    by_class!(class, next(walk, found))
}

/// A table is moved by copying its words, and dropping one frees nothing.
const _: () = assert!(!mem::needs_drop::<Entry<u64>>());
