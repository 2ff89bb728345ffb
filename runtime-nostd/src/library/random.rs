//! Randomness from the system.

use rustix::rand::{GetRandomFlags, getrandom};

/// Fills memory with random bytes. Gives how many they are: fewer only where the system has none to give.
///
/// # Safety
///
/// There is room for so many bytes.
#[cfg(feature = "library")]
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_random_fill(data: *mut u8, length: usize) -> usize {
    if length == 0 {
        return 0;
    }
    // SAFETY: the caller's promise; every byte may hold anything, and is initialised here.
    let bytes = unsafe {
        data.write_bytes(0, length);
        core::slice::from_raw_parts_mut(data, length)
    };
    let mut done = 0;
    while let Some(rest) = bytes.get_mut(done..).filter(|rest| !rest.is_empty()) {
        match getrandom(rest, GetRandomFlags::empty()) {
            Ok(count) => done += count,
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => break,
        }
    }
    done
}
