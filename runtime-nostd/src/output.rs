//! Standard output with its buffer, standard error without one, and the end of the process.
//!
//! A terminal sees each piece that ends in a newline at once, anything else sees blocks; both see everything at exit and on a panic. The
//! decision is made at the first write: until then, for a terminal for ever, and where there may be threads, the room that the fast
//! path sees is 0, so that one comparison serves for "no room", "first write", "by lines" and "take the lock".

use crate::spin_lock::{self, SpinLock};
use crate::system;
use core::cell::UnsafeCell;
use core::{ptr, slice};

const BUFFER_SIZE: usize = 8192;

struct Output {
    used: usize,
    /// Bytes that the fast path may fill: 0 or `BUFFER_SIZE`.
    room: usize,
    by_lines: bool,
    started: bool,
    buffer: [u8; BUFFER_SIZE],
}

struct Shared(UnsafeCell<Output>);
// SAFETY: every access happens under LOCK, or while there is one thread.
unsafe impl Sync for Shared {}

static LOCK: SpinLock = SpinLock::new();
static OUTPUT: Shared =
    Shared(UnsafeCell::new(Output { used: 0, room: 0, by_lines: false, started: false, buffer: [0; BUFFER_SIZE] }));

/// Appends `length` bytes to standard output.
///
/// # Safety
/// `data` points to `length` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_write(data: *const u8, length: usize) {
    let out = OUTPUT.0.get();
    // SAFETY: there is room only as long as there is one thread. The caller's bytes fit behind those in use.
    unsafe {
        if (*out).used.wrapping_add(length) <= (*out).room {
            let buffer = (&raw mut (*out).buffer).cast::<u8>();
            ptr::copy_nonoverlapping(data, buffer.add((*out).used), length);
            (*out).used += length;
        } else {
            write_slowly(slice::from_raw_parts(data, length));
        }
    }
}

#[cold]
#[inline(never)]
fn write_slowly(bytes: &[u8]) {
    let _guard = LOCK.lock_always();
    // SAFETY: the guard makes this the only access.
    unsafe { &mut *OUTPUT.0.get() }.write(bytes);
}

/// There will be threads: from now on the lock is taken.
pub fn expect_threads() {
    spin_lock::expect_threads();
    let _guard = LOCK.lock_always();
    // SAFETY: the guard makes this the only access.
    let out = unsafe { &mut *OUTPUT.0.get() };
    out.started |= out.room != 0;
    out.room = 0;
}

/// Writes out what standard output's buffer holds.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_flush() {
    flush_now();
}

#[inline(always)]
fn flush_now() {
    let _guard = LOCK.lock_always();
    // SAFETY: the guard makes this the only access.
    unsafe { &mut *OUTPUT.0.get() }.flush();
}

/// Writes to standard error.
///
/// # Safety
/// `data` points to `length` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_write_error(data: *const u8, length: usize) {
    // SAFETY: the caller's promise.
    system::write_all(system::ERROR, unsafe { slice::from_raw_parts(data, length) });
}

/// Flushes and ends the process.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_exit(status: i32) -> ! {
    flush_now();
    system::exit(status & 255)
}

/// The last flush of a process that panics, perhaps in the middle of a write.
pub extern "C" fn flush_while_dying() {
    LOCK.break_open();
    hb_rt_flush();
}

impl Output {
    fn flush(&mut self) {
        // SAFETY: `used` never exceeds the buffer.
        let bytes = unsafe { slice::from_raw_parts(self.buffer.as_ptr(), self.used) };
        // Emptied first: what a dying process flushes again would come twice.
        self.used = 0;
        system::write_all(system::OUTPUT, bytes);
    }

    fn write(&mut self, bytes: &[u8]) {
        if !self.started {
            self.started = true;
            self.by_lines = system::is_terminal(system::OUTPUT);
            self.room = if self.by_lines || spin_lock::may_have_threads() { 0 } else { BUFFER_SIZE };
        }
        if bytes.len() > BUFFER_SIZE - self.used {
            self.flush();
        }
        if bytes.len() >= BUFFER_SIZE {
            system::write_all(system::OUTPUT, bytes);
            return;
        }
        // SAFETY: they fit now.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), self.buffer.as_mut_ptr().add(self.used), bytes.len());
        }
        self.used += bytes.len();
        if self.by_lines && bytes.last() == Some(&b'\n') {
            self.flush();
        }
    }
}
