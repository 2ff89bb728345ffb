//! Boehm's collector, where the program is linked with it, hears of every thread. Nothing here does anything else.

use super::weak;
use core::mem;

/// The collector's `struct GC_stack_base`.
#[repr(C)]
struct StackBase {
    memory: usize,
    registers: usize,
}

const SUCCESS: i32 = 0;

/// Whether the program has a collector.
pub fn is_there() -> bool {
    weak!("GC_register_my_thread") != 0
}

/// Before the first thread: the collector must expect some.
pub fn prepare() {
    let (initialise, allow) = (weak!("GC_init"), weak!("GC_allow_register_threads"));
    if is_there() && initialise != 0 && allow != 0 {
        // SAFETY: symbols of these names are the collector's, and may be called again and again by a thread that it knows.
        unsafe {
            mem::transmute::<usize, extern "C" fn()>(initialise)();
            mem::transmute::<usize, extern "C" fn()>(allow)();
        }
    }
}

/// Makes this thread's stack and registers known; gives whether it has to be taken back.
pub fn register() -> bool {
    let (find, register) = (weak!("GC_get_stack_base"), weak!("GC_register_my_thread"));
    if find == 0 || register == 0 {
        return false;
    }
    let mut base = StackBase { memory: 0, registers: 0 };
    // SAFETY: symbols of these names are the collector's.
    unsafe {
        let find: extern "C" fn(*mut StackBase) -> i32 = mem::transmute(find);
        let register: extern "C" fn(*const StackBase) -> i32 = mem::transmute(register);
        find(&raw mut base) == SUCCESS && register(&raw const base) == SUCCESS
    }
}

/// Takes back what [`register`] has done, if it has.
pub fn unregister(registered: bool) {
    let unregister = weak!("GC_unregister_my_thread");
    if registered && unregister != 0 {
        // SAFETY: a symbol of this name is the collector's; this thread is registered.
        unsafe { mem::transmute::<usize, extern "C" fn() -> i32>(unregister)() };
    }
}
