//! Panics: the message, where it happened, a backtrace, then the context's handler, then status 134.
//!
//! Compiled code calls the `hb_rt_panic_*` on cold paths. Everything is written piece by piece into buffers on the stack, so a
//! panic allocates nothing and works in any state of the program. Nothing here is linked into a program that cannot panic, and
//! none of it is part of the bitcode: `scripts/build` compiles this module by itself (feature `panics`).
//!
//! Start reading at `entries`, the procedures that are called; `backtrace` goes through the frames that `unwind` finds.

mod backtrace;
mod entries;
mod fault;
mod frames;
mod image;
mod lines;
mod read;
mod symbols;
mod unwind;

use crate::digits;
use crate::syscall;
use crate::system;
use backtrace::Backtrace;
use core::arch::asm;
use core::ptr;
use core::sync::atomic::{AtomicI32, Ordering};
use image::Image;
use lines::Place;
use unwind::Frame;

/// Where in the source: the Prelude's `Source_Location`.
#[repr(C)]
pub struct Location {
    pub file: *const u8,
    pub file_length: usize,
    pub line: u32,
    pub column: u32,
}

/// The head of the Prelude's `Context`, in C's layout. Programs may append fields.
#[repr(C)]
pub struct Context {
    pub thread_index: u32,
    pub user_index: u32,
    pub user_data: *mut u8,
    pub allocator: *const u8,
    pub allocator_data: *mut u8,
    pub logger: *const u8,
    pub logger_data: *mut u8,
    pub temporary_allocator: *const u8,
    pub temporary_allocator_data: *mut u8,
    pub on_panic: *const u8,
}

/// Ends a process that has panicked.
pub const PANIC_STATUS: i32 = 134;

/// Set when a panic begins: one within it (a handler's, or a fault) is printed without a handler of its own.
/// It is the number of the thread; another one that panics meanwhile waits, for the end of the process or for its turn.
static DYING: AtomicI32 = AtomicI32::new(0);

fn thread_number() -> i32 {
    // SAFETY: touches nothing.
    unsafe { syscall::call(syscall::GETTID, 0, 0, 0, 0) as i32 }
}

fn is_dying() -> bool {
    DYING.load(Ordering::SeqCst) == thread_number()
}

/// Notes that this thread is dying; true if it was already.
fn begin_to_die() -> bool {
    let number = thread_number();
    loop {
        match DYING.compare_exchange(0, number, Ordering::SeqCst, Ordering::SeqCst) {
            Ok(_) => return false,
            Err(other) if other == number => return true,
            Err(_) => syscall::give_way(),
        }
    }
}

/// A thread that has panicked ends without the process.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_panic_forget() {
    DYING.store(0, Ordering::SeqCst);
}

unsafe extern "C" {
    /// Of the runtime proper, which owns the buffer; see `start`.
    fn hb_rt_flush_at_panic();
}

fn flush() {
    // SAFETY: a safe procedure.
    unsafe { hb_rt_flush_at_panic() };
}

/// A message is cut off here.
const MESSAGE_SIZE: usize = 1024;

/// Text put together on the stack; what does not fit is dropped.
pub struct Message {
    bytes: [u8; MESSAGE_SIZE],
    length: usize,
}

impl Message {
    #[expect(clippy::new_without_default, reason = "a default for a buffer on the stack says nothing")]
    pub fn new() -> Message {
        Message { bytes: [0; MESSAGE_SIZE], length: 0 }
    }

    pub fn text(&mut self, text: &[u8]) -> &mut Message {
        let size = text.len().min(MESSAGE_SIZE - self.length);
        // SAFETY: `size` bytes are there on both sides.
        unsafe { ptr::copy_nonoverlapping(text.as_ptr(), self.bytes.as_mut_ptr().add(self.length), size) };
        self.length += size;
        self
    }

    pub fn number(&mut self, value: i64) -> &mut Message {
        let mut digits = [0; 20];
        // SAFETY: 20 bytes suffice.
        let length = unsafe { digits::decimal_i64(digits.as_mut_ptr(), value) };
        self.text(digits.get(..length).unwrap_or(&[]))
    }

    pub fn address(&mut self, value: usize) -> &mut Message {
        let mut digits = [0; 64];
        // SAFETY: 64 bytes suffice.
        let length = unsafe { digits::radix_u64(digits.as_mut_ptr(), value as u64, 16, false) };
        self.text(b"0x").text(digits.get(..length).unwrap_or(&[]))
    }

    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }
}

/// Prints everything and ends the process.
///
/// # Safety
/// `context` and `location` are null or what their types say.
unsafe fn die(context: *const Context, message: &[u8], location: *const Location) -> ! {
    // SAFETY: the caller's promise.
    unsafe {
        let is_second = report(message, location);
        if !is_second {
            call_handler(context, message, location);
        }
    }
    exit()
}

fn exit() -> ! {
    flush();
    system::exit_now(PANIC_STATUS)
}

/// Prints what is known about a panic; true if it happened while another one was being dealt with.
///
/// # Safety
/// `location` is null or a location.
unsafe fn report(message: &[u8], location: *const Location) -> bool {
    let frame = entries::entered_from();
    flush();
    let is_second = begin_to_die();
    // SAFETY: the caller's promise; a location's file is a string.
    let place = unsafe {
        location.as_ref().map(|location| Place {
            folder: b"",
            file: core::slice::from_raw_parts(location.file, location.file_length),
            line: location.line,
            column: location.column,
        })
    };
    print_head(message, place);
    if !is_second {
        fault::install_for_backtrace();
        Backtrace::new().print(frame, place);
    }
    is_second
}

fn print_head(message: &[u8], place: Option<Place>) {
    system::write_error(b"panic: ");
    system::write_error(message);
    let mut text = Message::new();
    if let Some(place) = place {
        place.write(text.text(b"\n  at "));
    }
    text.text(b"\n");
    system::write_error(text.bytes());
}

/// The end of a process that the processor has stopped. The context is looked for only when everything has been printed.
fn die_at(
    message: &Message,
    place: Option<Place>,
    frame: Frame,
    backtrace: &mut Backtrace,
    context: impl FnOnce(&Image) -> *const Context,
) -> ! {
    flush();
    begin_to_die();
    print_head(message.bytes(), place);
    backtrace.print(frame, place);
    let place = place.unwrap_or_default();
    let location =
        Location { file: place.file.as_ptr(), file_length: place.file.len(), line: place.line, column: place.column };
    // SAFETY: a context that has a handler.
    unsafe { call_handler(context(backtrace.image()), message.bytes(), &location) };
    exit()
}

/// Calls `context.on_panic(message, location)`, a Hubbub procedure: C's registers, and the context in its own.
unsafe fn call_handler(context: *const Context, message: &[u8], location: *const Location) {
    // SAFETY: the caller's promise.
    let handler = if context.is_null() { ptr::null() } else { unsafe { (*context).on_panic } };
    if handler.is_null() {
        return;
    }
    #[cfg(target_arch = "x86_64")]
    // SAFETY: Hubbub's convention; a handler is a procedure (message: String, location: Pointer{Source_Location}).
    unsafe {
        asm!("call {handler}", handler = in(reg) handler, in("r13") context, in("rdi") message.as_ptr(),
             in("rsi") message.len(), in("rdx") location, clobber_abi("C"));
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: as above.
    unsafe {
        asm!("blr {handler}", handler = in(reg) handler, in("x20") context, in("x0") message.as_ptr(),
             in("x1") message.len(), in("x2") location, clobber_abi("C"));
    }
}
