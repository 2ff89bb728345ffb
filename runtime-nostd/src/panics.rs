//! Panics: the message, where it happened, then the context's handler, then status 134.
//!
//! Compiled code calls the `hb_rt_panic_*` on cold paths. Everything is written piece by piece into a fixed buffer, so a panic
//! allocates nothing and works in any state of the program. Nothing here is linked into a program that cannot panic.

use crate::digits::hb_rt_decimal_i64;
use crate::{output, system};
use core::arch::asm;
use core::ptr;

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

/// A message is cut off here.
const MESSAGE_SIZE: usize = 4096;

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
        let length = unsafe { hb_rt_decimal_i64(digits.as_mut_ptr(), value) };
        self.text(digits.get(..length).unwrap_or(&[]))
    }

    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }
}

/// Prints everything and ends the process.
///
/// # Safety
/// `context` and `location` are null or what their types say.
pub unsafe fn die(context: *const Context, message: &[u8], location: *const Location) -> ! {
    // SAFETY: the caller's promise.
    unsafe {
        report(message, location);
        call_handler(context, message, location);
    }
    exit()
}

fn exit() -> ! {
    output::flush_while_dying();
    system::exit_now(PANIC_STATUS)
}

/// Prints what is known about a panic.
///
/// # Safety
/// `location` is null or a location.
unsafe fn report(message: &[u8], location: *const Location) {
    output::flush_while_dying();
    let mut text = Message::new();
    text.text(b"panic: ").text(message).text(b"\n");
    // SAFETY: the caller's promise.
    if let Some(location) = unsafe { location.as_ref() } {
        // SAFETY: a location's file is a string.
        let file = unsafe { core::slice::from_raw_parts(location.file, location.file_length) };
        text.text(b"  at ").text(file).text(b":").number(location.line.into());
        text.text(b":").number(location.column.into()).text(b"\n");
    }
    system::write_all(system::ERROR, text.bytes());
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

/// The first half of a panic that the Prelude makes; it calls the handler itself.
///
/// # Safety
/// `message` has `length` bytes, `location` is null or a location.
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_report(message: *const u8, length: usize, location: *const Location) {
    // SAFETY: the caller's promise.
    unsafe { report(core::slice::from_raw_parts(message, length), location) }
}

/// The second half.
#[unsafe(no_mangle)]
#[cold]
pub extern "C" fn hb_rt_panic_exit() -> ! {
    exit()
}

/// # Safety
/// See [`die`]; `message` has `length` bytes.
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic(
    context: *const Context,
    message: *const u8,
    length: usize,
    location: *const Location,
) -> ! {
    // SAFETY: the caller's promise.
    unsafe { die(context, core::slice::from_raw_parts(message, length), location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_index(
    context: *const Context,
    index: i64,
    length: i64,
    location: *const Location,
) -> ! {
    let mut text = Message::new();
    text.text(b"index ").number(index).text(b" is out of range for length ").number(length);
    // SAFETY: the caller's promise.
    unsafe { die(context, text.bytes(), location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_slice(
    context: *const Context,
    low: i64,
    high: i64,
    length: i64,
    location: *const Location,
) -> ! {
    let mut text = Message::new();
    text.text(b"slice ").number(low).text(b"..<").number(high);
    text.text(b" is out of range for length ").number(length);
    // SAFETY: the caller's promise.
    unsafe { die(context, text.bytes(), location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_division(context: *const Context, location: *const Location) -> ! {
    // SAFETY: the caller's promise.
    unsafe { die(context, b"division by zero", location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_null(context: *const Context, location: *const Location) -> ! {
    // SAFETY: the caller's promise.
    unsafe { die(context, b"null pointer", location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_overflow(context: *const Context, location: *const Location) -> ! {
    // SAFETY: the caller's promise.
    unsafe { die(context, b"arithmetic overflow", location) }
}

/// # Safety
/// See [`die`]; the type's name has `type_length` bytes.
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_enum(
    context: *const Context,
    value: i64,
    type_name: *const u8,
    type_length: usize,
    location: *const Location,
) -> ! {
    let mut text = Message::new();
    // SAFETY: the caller's promise.
    let name = unsafe { core::slice::from_raw_parts(type_name, type_length) };
    text.number(value).text(b" is no member of ").text(name);
    // SAFETY: the caller's promise.
    unsafe { die(context, text.bytes(), location) }
}

/// # Safety
/// See [`die`]; the names have as many bytes as is said.
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_member(
    context: *const Context,
    wanted: *const u8,
    wanted_length: usize,
    found: *const u8,
    found_length: usize,
    location: *const Location,
) -> ! {
    let mut text = Message::new();
    // SAFETY: the caller's promise.
    let (wanted, found) = unsafe {
        (core::slice::from_raw_parts(wanted, wanted_length), core::slice::from_raw_parts(found, found_length))
    };
    text.text(b"member `").text(wanted).text(b"` is not the current one");
    if !found.is_empty() {
        text.text(b", `").text(found).text(b"` is");
    }
    // SAFETY: the caller's promise.
    unsafe { die(context, text.bytes(), location) }
}

/// # Safety
/// See [`die`]; the name has as many bytes as is said.
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_any_type(
    context: *const Context,
    wanted: *const u8,
    wanted_length: usize,
    location: *const Location,
) -> ! {
    let mut text = Message::new();
    // SAFETY: the caller's promise.
    text.text(b"the value is no ").text(unsafe { core::slice::from_raw_parts(wanted, wanted_length) });
    // SAFETY: the caller's promise.
    unsafe { die(context, text.bytes(), location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_rune(context: *const Context, value: i64, location: *const Location) -> ! {
    let mut text = Message::new();
    text.number(value).text(b" is no Unicode scalar value");
    // SAFETY: the caller's promise.
    unsafe { die(context, text.bytes(), location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_unreachable(context: *const Context, location: *const Location) -> ! {
    // SAFETY: the caller's promise.
    unsafe { die(context, b"unreachable code was reached", location) }
}

/// # Safety
/// See [`die`].
#[unsafe(no_mangle)]
#[cold]
pub unsafe extern "C" fn hb_rt_panic_out_of_memory(context: *const Context, size: i64, location: *const Location) -> ! {
    let mut text = Message::new();
    text.text(b"out of memory: ").number(size).text(b" bytes");
    // SAFETY: the caller's promise.
    unsafe { die(context, text.bytes(), location) }
}
