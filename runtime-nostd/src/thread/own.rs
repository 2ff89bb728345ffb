//! Threads of our own, for programs without libc: one mapping with a guard page, the stack, the thread-local variables and the
//! record, and the `clone` system call.

use super::{DETACHED, ENDED, Entry, Record, run};
use crate::syscall;
use crate::system;
use crate::thread_local;
use core::arch::asm;
use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering};

const GUARD: usize = 4096;

/// Shares everything with its creator: memory, folder, files, signal handlers, process; has its thread pointer set, its number
/// stored where it starts, and cleared with a wake where it ends.
const FLAGS: usize = 0x100 | 0x200 | 0x400 | 0x800 | 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x10_0000 | 0x20_0000;

/// Starts a thread; null if there can be none.
///
/// # Safety
/// As for `hb_rt_thread_start`.
pub unsafe fn start(entry: Entry, data: *mut u8, stack: usize) -> *mut Record {
    let room = (thread_local::size() + size_of::<Record>() + 256).next_multiple_of(4096);
    let size = GUARD + stack + room;
    let memory = system::map(size);
    if memory.is_null() {
        return ptr::null_mut();
    }
    // SAFETY: everything lies within the mapping: guard, stack, variables, record.
    unsafe {
        syscall::call(syscall::MPROTECT, memory.addr(), GUARD, 0, 0);
        let record = memory.add(size - size_of::<Record>() - 64).map_addr(|at| at & !63).cast::<Record>();
        record.write(Record::new(entry, data));
        (*record).memory = memory;
        (*record).memory_size = size;
        let pointer = thread_local::set_up_below(record.cast());
        let top = memory.add(GUARD + stack).map_addr(|at| at & !15).cast::<*mut Record>().sub(2);
        top.write(record);
        if clone(top.addr(), (*record).running.as_ptr(), pointer.addr()) < 0 {
            system::unmap(memory, size);
            return ptr::null_mut();
        }
        record
    }
}

/// The new thread comes to `begin` with the record, the one that lies where its stack begins.
unsafe fn clone(stack: usize, number: *mut u32, pointer: usize) -> isize {
    const CLONE: usize = 56;
    let result;
    // SAFETY: the child touches nothing of this frame: it has a stack of its own and never returns.
    unsafe {
        asm!(
            "syscall",
            "test rax, rax",
            "jnz 2f",
            "xor ebp, ebp",
            "pop rdi",
            "pop rax",
            "call {begin}",
            "ud2",
            "2:",
            begin = sym begin,
            inout("rax") CLONE => result,
            in("rdi") FLAGS,
            in("rsi") stack,
            in("rdx") number,
            in("r10") number,
            in("r8") pointer,
            out("rcx") _,
            out("r11") _,
        );
    }
    result
}

unsafe extern "C" fn begin(record: *mut Record) -> ! {
    // SAFETY: the creator's record. Whoever comes second, `hb_rt_thread_detach` or this, frees the memory.
    unsafe {
        run(record);
        if (*record).state.swap(ENDED, Ordering::AcqRel) == DETACHED {
            end_without_memory((*record).memory, (*record).memory_size);
        }
    }
    end()
}

/// Ends this thread; the kernel clears `running` and wakes who joins.
fn end() -> ! {
    loop {
        // SAFETY: nothing is left to be done.
        unsafe { syscall::call(syscall::EXIT, 0, 0, 0, 0) };
    }
}

/// Gives back the stack that it stands on, and ends.
unsafe fn end_without_memory(memory: *mut u8, size: usize) -> ! {
    /// Where the kernel writes the end of detached threads.
    static NOWHERE: AtomicU32 = AtomicU32::new(0);
    // SAFETY: nothing touches the stack behind the first system call.
    unsafe {
        syscall::call(syscall::SET_TID_ADDRESS, NOWHERE.as_ptr().addr(), 0, 0, 0);
        asm!(
            "syscall",
            "mov eax, {exit}",
            "xor edi, edi",
            "syscall",
            "ud2",
            exit = const syscall::EXIT,
            in("rax") syscall::MUNMAP,
            in("rdi") memory,
            in("rsi") size,
            options(noreturn)
        );
    }
}

/// Waits for the end, and gives the memory back.
///
/// # Safety
/// As for `hb_rt_thread_join`.
pub unsafe fn join(record: *mut Record) {
    // SAFETY: the caller's promise.
    unsafe {
        loop {
            let number = (*record).running.load(Ordering::Acquire);
            if number == 0 {
                break;
            }
            wait_shared(&(*record).running, number);
        }
        system::unmap((*record).memory, (*record).memory_size);
    }
}

/// The kernel wakes with a futex that is not private.
fn wait_shared(word: &AtomicU32, expected: u32) {
    // SAFETY: the kernel reads the word.
    unsafe { syscall::call(syscall::FUTEX, word.as_ptr().addr(), 0, expected as usize, 0) };
}
