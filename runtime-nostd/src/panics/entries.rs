//! The procedures that compiled code calls when it panics.
//!
//! Each symbol is two stores and a jump: the stack and frame pointers of the entry are what a backtrace starts from, and
//! only there are they certain.

use super::unwind::Frame;
use super::{Context, Location, Message, die};
use core::arch::naked_asm;
use core::cell::UnsafeCell;
use core::slice;

struct Registers(UnsafeCell<[usize; 3]>);
// SAFETY: written by the entries only; two threads that panic at once may get each other's trace, which is harmless.
unsafe impl Sync for Registers {}

/// The stack pointer, the frame pointer and (AArch64) the return address of the last entry.
static ENTERED: Registers = Registers(UnsafeCell::new([0; 3]));

/// The procedure that has panicked.
pub fn entered_from() -> Frame {
    // SAFETY: words.
    let [sp, fp, link] = unsafe { *ENTERED.0.get() };
    if cfg!(target_arch = "x86_64") {
        // SAFETY: on entry the stack pointer points to the return address.
        let pc = unsafe { *core::ptr::with_exposed_provenance::<usize>(sp) };
        return Frame { pc, sp: sp + size_of::<usize>(), fp, link: 0, is_exact: false };
    }
    Frame { pc: link, sp, fp, link, is_exact: false }
}

macro_rules! entries {
    ($($symbol:ident => $body:ident;)*) => {
        $(
            /// Remembers the registers and goes on to its body.
            #[unsafe(no_mangle)]
            #[unsafe(naked)]
            pub unsafe extern "C" fn $symbol() {
                #[cfg(target_arch = "x86_64")]
                naked_asm!(
                    "mov qword ptr [rip + {entered}], rsp",
                    "mov qword ptr [rip + {entered} + 8], rbp",
                    "jmp {body}",
                    entered = sym ENTERED,
                    body = sym $body,
                );
                #[cfg(target_arch = "aarch64")]
                naked_asm!(
                    "adrp x16, {entered}",
                    "add x16, x16, :lo12:{entered}",
                    "mov x17, sp",
                    "stp x17, x29, [x16]",
                    "str x30, [x16, 16]",
                    "b {body}",
                    entered = sym ENTERED,
                    body = sym $body,
                );
            }
        )*
    };
}

entries! {
    hb_rt_panic => panic;
    hb_rt_panic_report => report;
    hb_rt_panic_index => index;
    hb_rt_panic_slice => slice;
    hb_rt_panic_division => division;
    hb_rt_panic_null => null;
    hb_rt_panic_overflow => overflow;
    hb_rt_panic_enum => enumeration;
    hb_rt_panic_member => member;
    hb_rt_panic_any_type => any_type;
    hb_rt_panic_rune => rune;
    hb_rt_panic_unreachable => unreachable;
    hb_rt_panic_out_of_memory => out_of_memory;
}

/// The second half of a panic that the Prelude makes.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_panic_exit() -> ! {
    super::exit()
}

/// A string of compiled code's.
///
/// # Safety
/// `data` has `length` bytes.
unsafe fn text<'a>(data: *const u8, length: usize) -> &'a [u8] {
    // SAFETY: the caller's promise.
    unsafe { slice::from_raw_parts(data, length) }
}

unsafe extern "C" fn panic(context: *const Context, message: *const u8, length: usize, location: *const Location) -> ! {
    // SAFETY: compiled code's promise, as in all of these.
    unsafe { die(context, text(message, length), location) }
}

/// The first half of a panic that the Prelude makes; it calls the handler itself.
unsafe extern "C" fn report(message: *const u8, length: usize, location: *const Location) {
    // SAFETY: compiled code's promise.
    if unsafe { super::report(text(message, length), location) } {
        super::exit()
    }
}

unsafe extern "C" fn index(context: *const Context, index: i64, length: i64, location: *const Location) -> ! {
    let mut text = Message::new();
    text.text(b"index ").number(index).text(b" is out of range for length ").number(length);
    // SAFETY: compiled code's promise.
    unsafe { die(context, text.bytes(), location) }
}

unsafe extern "C" fn slice(context: *const Context, low: i64, high: i64, length: i64, location: *const Location) -> ! {
    let mut text = Message::new();
    text.text(b"slice ").number(low).text(b"..<").number(high);
    text.text(b" is out of range for length ").number(length);
    // SAFETY: compiled code's promise.
    unsafe { die(context, text.bytes(), location) }
}

unsafe extern "C" fn division(context: *const Context, location: *const Location) -> ! {
    // SAFETY: compiled code's promise.
    unsafe { die(context, b"division by zero", location) }
}

unsafe extern "C" fn null(context: *const Context, location: *const Location) -> ! {
    // SAFETY: compiled code's promise.
    unsafe { die(context, b"null pointer", location) }
}

unsafe extern "C" fn overflow(context: *const Context, location: *const Location) -> ! {
    // SAFETY: compiled code's promise.
    unsafe { die(context, b"arithmetic overflow", location) }
}

unsafe extern "C" fn enumeration(
    context: *const Context,
    value: i64,
    type_name: *const u8,
    type_length: usize,
    location: *const Location,
) -> ! {
    let mut message = Message::new();
    // SAFETY: compiled code's promise.
    message.number(value).text(b" is no member of ").text(unsafe { text(type_name, type_length) });
    // SAFETY: compiled code's promise.
    unsafe { die(context, message.bytes(), location) }
}

unsafe extern "C" fn member(
    context: *const Context,
    wanted: i64,
    found: i64,
    members: *const u8,
    members_length: usize,
    location: *const Location,
) -> ! {
    let mut message = Message::new();
    // SAFETY: compiled code's promise.
    let members = unsafe { text(members, members_length) };
    let name = |number: i64| members.split(|byte| *byte == b' ').nth(number as usize);
    message.text(b"member `").text(name(wanted).unwrap_or(b"")).text(b"` is not the current one");
    if let Some(found) = name(found) {
        message.text(b", `").text(found).text(b"` is");
    }
    // SAFETY: compiled code's promise.
    unsafe { die(context, message.bytes(), location) }
}

unsafe extern "C" fn any_type(
    context: *const Context,
    wanted: *const u8,
    wanted_length: usize,
    location: *const Location,
) -> ! {
    let mut message = Message::new();
    // SAFETY: compiled code's promise.
    message.text(b"the value is no ").text(unsafe { text(wanted, wanted_length) });
    // SAFETY: compiled code's promise.
    unsafe { die(context, message.bytes(), location) }
}

unsafe extern "C" fn rune(context: *const Context, value: i64, location: *const Location) -> ! {
    let mut message = Message::new();
    message.number(value).text(b" is no Unicode scalar value");
    // SAFETY: compiled code's promise.
    unsafe { die(context, message.bytes(), location) }
}

unsafe extern "C" fn unreachable(context: *const Context, location: *const Location) -> ! {
    // SAFETY: compiled code's promise.
    unsafe { die(context, b"unreachable code was reached", location) }
}

unsafe extern "C" fn out_of_memory(context: *const Context, size: i64, location: *const Location) -> ! {
    let mut message = Message::new();
    message.text(b"out of memory: ").number(size).text(b" bytes");
    // SAFETY: compiled code's promise.
    unsafe { die(context, message.bytes(), location) }
}
