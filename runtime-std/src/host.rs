//! What the shared code asks of its host, answered by std.
//!
//! Nothing here can panic, because a panic of Rust's brings along std's own messages and backtraces, a quarter of a megabyte of
//! them. Hence descriptors that are known when this is compiled, and no indexing.

use std::fs::File;
use std::io::{ErrorKind, IsTerminal, Write};
use std::mem::{self, ManuallyDrop};
use std::os::fd::FromRawFd;

unsafe extern "C" {
    fn exit(status: i32) -> !;
}

/// The process's descriptor as a file that nobody closes.
#[inline(always)]
fn file(number: i32) -> ManuallyDrop<File> {
    let number = if number == 1 { 1 } else { 2 };
    // SAFETY: a descriptor that the program has closed makes calls fail, nothing worse; it is not closed here.
    ManuallyDrop::new(unsafe { File::from_raw_fd(number) })
}

#[unsafe(no_mangle)]
fn hb_host_write_all(number: i32, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        match file(number).write(bytes) {
            Ok(count) if count != 0 => bytes = bytes.get(count..).unwrap_or(&[]),
            Err(error) => {
                let again = error.kind() == ErrorKind::Interrupted;
                // The system's errors own nothing; dropping one means code for those that do.
                mem::forget(error);
                if !again {
                    return;
                }
            }
            // What cannot be written is lost: there is nobody to tell.
            Ok(_) => return,
        }
    }
}

#[unsafe(no_mangle)]
fn hb_host_is_terminal(number: i32) -> bool {
    file(number).is_terminal()
}

#[unsafe(no_mangle)]
fn hb_host_exit(status: i32) -> ! {
    // Not `process::exit`, which can panic, and flushes a standard output of std's that nobody has written to.
    // SAFETY: C's procedure; what libraries have registered is run.
    unsafe { exit(status) }
}
