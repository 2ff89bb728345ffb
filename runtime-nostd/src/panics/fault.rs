//! Faults of the processor that are the program's: null pointers and the end of the stack.
//!
//! The handler runs on a stack of its own. Accesses to the first 64 KiB are null; an access next to the stack pointer that fails
//! is the end of the stack. A fault while a panic is being printed ends the process at once.

use super::backtrace::Backtrace;
use super::image::Image;
use super::unwind::{self, Frame};
use super::{Context, Message, die_at, is_dying, lines, symbols};
use crate::syscall;
use crate::system;
use core::cell::UnsafeCell;
use core::sync::atomic::{AtomicUsize, Ordering};

const RT_SIGACTION: usize = if cfg!(target_arch = "x86_64") { 13 } else { 134 };

const SIGBUS: usize = 7;
const SIGSEGV: usize = 11;
const SA_SIGINFO: usize = 4;
const SA_RESTORER: usize = 0x0400_0000;
const SA_ONSTACK: usize = 0x0800_0000;
const SA_NODEFER: usize = 0x4000_0000;

/// The first bytes of the address space: no object lies there.
const NULL_SIZE: usize = 64 << 10;
/// An access so near to the stack pointer is one to the stack.
const STACK_REACH: usize = 1 << 20;

const STACK_SIZE: usize = 256 << 10;

#[repr(C, align(16))]
struct Stack(UnsafeCell<[u8; STACK_SIZE]>);
// SAFETY: only the kernel and the handler use it.
unsafe impl Sync for Stack {}
static STACK: Stack = Stack(UnsafeCell::new([0; STACK_SIZE]));

/// The kernel's `struct sigaction`.
#[repr(C)]
struct Action {
    handler: unsafe extern "C" fn(i32, *const Info, *const Machine),
    flags: usize,
    restorer: extern "C" fn(),
    mask: u64,
}

/// The kernel's `stack_t`.
#[repr(C)]
struct AlternateStack {
    start: *mut u8,
    flags: i32,
    size: usize,
}

/// The head of the kernel's `siginfo_t`.
#[repr(C)]
struct Info {
    signal: i32,
    error: i32,
    code: i32,
    padding: i32,
    address: usize,
}

/// The head of the kernel's `ucontext_t`: the registers.
#[cfg(target_arch = "x86_64")]
#[repr(C)]
struct Machine {
    head: [usize; 5],
    /// r8 to r15, rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip.
    registers: [usize; 17],
}

#[cfg(target_arch = "aarch64")]
#[repr(C)]
struct Machine {
    head: [usize; 22],
    fault_address: usize,
    registers: [usize; 31],
    sp: usize,
    pc: usize,
}

impl Machine {
    #[cfg(target_arch = "x86_64")]
    fn frame(&self) -> Frame {
        let [.., r13, _, _, _, _, rbp, _, _, _, _, rsp, rip] = self.registers;
        let _ = r13;
        Frame { pc: rip, sp: rsp, fp: rbp, link: 0, is_exact: true }
    }

    /// Where Hubbub procedures keep the context.
    #[cfg(target_arch = "x86_64")]
    fn context(&self) -> usize {
        let [_, _, _, _, _, r13, ..] = self.registers;
        r13
    }

    #[cfg(target_arch = "aarch64")]
    fn frame(&self) -> Frame {
        let [.., fp, link] = self.registers;
        Frame { pc: self.pc, sp: self.sp, fp, link, is_exact: true }
    }

    #[cfg(target_arch = "aarch64")]
    fn context(&self) -> usize {
        let [.., x20, _, _, _, _, _, _, _, _, _, _] = self.registers;
        x20
    }
}

extern "C" fn never_returned_to() {}

/// Sees to it that null pointers and stack overflow end in a panic's message.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_install_fault_handler() {
    let stack = AlternateStack { start: STACK.0.get().cast(), flags: 0, size: STACK_SIZE };
    // SAFETY: the stack is there for ever and nobody else's.
    unsafe { syscall::call(syscall::SIGALTSTACK, (&raw const stack).addr(), 0, 0, 0) };
    install(SA_ONSTACK);
}

/// The same without a stack of its own: to survive what a backtrace may run into.
pub fn install_for_backtrace() {
    install(SA_ONSTACK);
}

fn install(flags: usize) {
    let flags = flags | SA_SIGINFO | SA_RESTORER | SA_NODEFER;
    let action = Action { handler: handle, flags, restorer: never_returned_to, mask: 0 };
    for signal in [SIGSEGV, SIGBUS] {
        // SAFETY: the kernel copies the structure.
        unsafe { syscall::call(RT_SIGACTION, signal, (&raw const action).addr(), 0, size_of::<u64>()) };
    }
}

unsafe extern "C" fn handle(_signal: i32, info: *const Info, machine: *const Machine) {
    if is_dying() {
        system::write_error(b"  ... broken off: the stack is damaged\n");
        system::exit_now(super::PANIC_STATUS);
    }
    // SAFETY: the kernel's structures.
    let (info, machine) = unsafe { (&*info, &*machine) };
    let frame = machine.frame();
    let mut backtrace = Backtrace::new();
    let mut text = Message::new();
    let distance = info.address.wrapping_sub(frame.sp).wrapping_add(STACK_REACH);
    if distance < 2 * STACK_REACH {
        text.text(b"stack overflow in ");
        match symbols::find(backtrace.image(), frame.pc) {
            Some(symbol) => text.text(symbol.name),
            None => text.address(frame.pc),
        };
    } else if info.address < NULL_SIZE && info.code > 0 && info.code != 0x80 {
        text.text(b"null pointer");
    } else {
        text.text(b"invalid memory access");
    }
    let place = lines::find(backtrace.image(), frame.pc);
    die_at(&text, place, frame, &mut backtrace, |image| find_context(frame, machine.context(), image))
}

/// What tells the context of the innermost `with` that may have chosen a handler: a procedure of the program's, 0 for none.
static HANDLERS: AtomicUsize = AtomicUsize::new(0);

/// From now on faults ask `source` which context chose the handler of the calling thread; null for none.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_panic_handlers(source: extern "C" fn() -> usize) {
    HANDLERS.store(source as usize, Ordering::Relaxed);
}

fn chosen_context() -> usize {
    let source = HANDLERS.load(Ordering::Relaxed);
    if source == 0 {
        return 0;
    }
    // SAFETY: only `hb_rt_panic_handlers` stores it.
    let source: extern "C" fn() -> usize = unsafe { core::mem::transmute(source) };
    source()
}

/// The context under which a procedure faulted, as far as handlers are concerned. The one that was chosen last says which handler it is; where the
/// procedure was entered with another context of that handler, it is that one, which is nearer. It lies in the register, or where
/// the procedure has saved it before it put the register to another use. (A procedure that has no use for its context may not get it.)
fn find_context(frame: Frame, register: usize, image: &Image) -> *const Context {
    let entered = unwind::rules_at(image, frame.pc).and_then(|rules| frame.entered_with(rules, register));
    let (entered, end) = entered.unwrap_or((register, frame.sp));
    let address = chosen_context();
    let chosen = plausible_context(address, image);
    if chosen.is_null() || (frame.sp..end).contains(&address) {
        return if address == 0 { plausible_context(entered, image) } else { chosen };
    }
    let entered = plausible_context(entered, image);
    // SAFETY: both are contexts.
    let is_nearer = !entered.is_null() && unsafe { (*entered).on_panic == (*chosen).on_panic };
    if is_nearer { entered } else { chosen }
}

/// The register of the context holds one only in Hubbub code that has not put it to another use: what it points to must have a
/// handler that is the start of a procedure. (If it points nowhere, the fault ends the process, whose message is out by then.)
fn plausible_context(register: usize, image: &Image) -> *const Context {
    let is_possible = register.is_multiple_of(8) && (NULL_SIZE..1 << 47).contains(&register);
    if !is_possible {
        return core::ptr::null();
    }
    let context: *const Context = core::ptr::with_exposed_provenance(register);
    // SAFETY: see above.
    let handler = unsafe { (*context).on_panic }.addr();
    match symbols::find(image, handler) {
        Some(symbol) if symbol.address == handler => context,
        _ => core::ptr::null(),
    }
}
