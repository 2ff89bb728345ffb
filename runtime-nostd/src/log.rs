//! Files that messages are appended to. Nothing can be read here, and what cannot be written is lost: there is nobody to tell.

use crate::system;
use core::slice;
use rustix::fd::{BorrowedFd, FromRawFd, IntoRawFd, OwnedFd};
use rustix::fs::{Mode, OFlags};

/// Longer paths cannot be opened.
const PATH_MAX: usize = 4096;

/// Opens a file for appending, and makes it if it is not there; gives its descriptor, -1 if that cannot be.
///
/// # Safety
/// `path` has `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_log_open(path: *const u8, length: usize) -> i32 {
    let mut text = [0u8; PATH_MAX];
    // SAFETY: the caller's promise.
    let path = unsafe { slice::from_raw_parts(path, length) };
    let Some(room) = text.get_mut(..length).filter(|_| length < PATH_MAX) else { return -1 };
    room.copy_from_slice(path);
    let Ok(path) = core::ffi::CStr::from_bytes_until_nul(&text) else { return -1 };
    let flags = OFlags::WRONLY | OFlags::APPEND | OFlags::CREATE | OFlags::CLOEXEC;
    match rustix::fs::open(path, flags, Mode::from_raw_mode(0o666)) {
        Ok(file) => file.into_raw_fd(),
        Err(_) => -1,
    }
}

/// Writes some bytes.
///
/// # Safety
/// `data` has `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_log_write(file: i32, data: *const u8, length: usize) {
    if file < 0 {
        return;
    }
    // SAFETY: the caller's promise, and a descriptor that the program has closed makes the calls fail, nothing worse.
    let (file, mut bytes) = unsafe { (BorrowedFd::borrow_raw(file), slice::from_raw_parts(data, length)) };
    while !bytes.is_empty() {
        match rustix::io::write(file, bytes) {
            Ok(count) if count != 0 => bytes = bytes.get(count..).unwrap_or(&[]),
            Err(rustix::io::Errno::INTR) => {}
            _ => return,
        }
    }
}

/// Closes the file, unless it is standard error.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_log_close(file: i32) {
    if file > system::ERROR {
        // SAFETY: the descriptor is the caller's, who does not use it any more.
        drop(unsafe { OwnedFd::from_raw_fd(file) });
    }
}
