//! foldhash, a value at a time: each procedure takes the hash so far, at first the seed, and gives the next one.

use core::hash::Hasher;

use foldhash::SharedSeed;
use foldhash::fast::FoldHasher;

/// The hash of an integer.
#[inline(always)]
pub fn of_u64(seed: u64, value: u64) -> u64 {
    let mut hasher = FoldHasher::with_seed(seed, SharedSeed::global_fixed());
    hasher.write_u64(value);
    hasher.finish()
}

/// The hash of a wide integer.
#[inline(always)]
pub fn of_u128(seed: u64, value: u128) -> u64 {
    let mut hasher = FoldHasher::with_seed(seed, SharedSeed::global_fixed());
    hasher.write_u128(value);
    hasher.finish()
}

/// The hash of some bytes.
#[inline(always)]
pub fn of_bytes(seed: u64, bytes: &[u8]) -> u64 {
    let mut hasher = FoldHasher::with_seed(seed, SharedSeed::global_fixed());
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(feature = "library")]
#[unsafe(no_mangle)]
extern "C" fn hb_hash_u64(seed: u64, value: u64) -> u64 {
    of_u64(seed, value)
}

#[cfg(feature = "library")]
#[unsafe(no_mangle)]
extern "C" fn hb_hash_u128(seed: u64, value: u128) -> u64 {
    of_u128(seed, value)
}

/// # Safety
///
/// There are so many bytes.
#[cfg(feature = "library")]
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_hash_bytes(seed: u64, data: *const u8, length: usize) -> u64 {
    // SAFETY: the caller's promise.
    of_bytes(seed, unsafe { super::bytes_at(data, length) })
}
