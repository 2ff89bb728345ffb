//! libc's threads, for programs that are linked with it.

use super::{DETACHED, ENDED, Entry, Record, run, weak};
use crate::allocator;
use core::mem;
use core::ptr;
use core::sync::atomic::Ordering;

/// glibc's `pthread_attr_t` is 56 bytes, other libraries' is no larger.
#[repr(C, align(16))]
struct Attributes([u8; 128]);

/// C's `pthread_create`.
type Create = extern "C" fn(*mut usize, *const u8, unsafe extern "C" fn(*mut Record) -> *mut u8, *mut Record) -> i32;

/// Whether the program is linked with libc.
pub fn is_there() -> bool {
    weak!("pthread_create") != 0
}

/// Starts a thread; null if there can be none.
///
/// # Safety
/// As for `hb_rt_thread_start`; libc is there.
pub unsafe fn start(entry: Entry, data: *mut u8, stack: usize) -> *mut Record {
    let record: *mut Record = allocator::allocate(size_of::<Record>(), align_of::<Record>()).cast();
    if record.is_null() {
        return record;
    }
    let mut attributes = Attributes([0; 128]);
    let (mut handle, at) = (0usize, (&raw mut attributes).cast::<u8>());
    let (create, initialise) = (weak!("pthread_create"), weak!("pthread_attr_init"));
    let (set_stack, destroy) = (weak!("pthread_attr_setstacksize"), weak!("pthread_attr_destroy"));
    // SAFETY: symbols of these names are C's; the record is fresh.
    unsafe {
        record.write(Record::new(entry, data));
        let create: Create = mem::transmute(create);
        call(initialise, at.addr(), 0);
        call(set_stack, at.addr(), stack);
        // The thread may be over before its handle is known here, so the record has another one until then.
        (*record).handle = usize::MAX;
        let result = create(&raw mut handle, at, begin, record);
        call(destroy, at.addr(), 0);
        if result != 0 {
            allocator::free(record.cast());
            return ptr::null_mut();
        }
        (*record).handle = handle;
    }
    record
}

unsafe extern "C" fn begin(record: *mut Record) -> *mut u8 {
    // SAFETY: the creator's record; whoever comes second, `hb_rt_thread_detach` or this, frees it.
    unsafe {
        run(record);
        if (*record).state.swap(ENDED, Ordering::AcqRel) == DETACHED {
            forget(record);
        }
    }
    ptr::null_mut()
}

/// # Safety
/// As for `hb_rt_thread_join`.
pub unsafe fn join(record: *mut Record) {
    let join = weak!("pthread_join");
    // SAFETY: the caller's promise.
    unsafe {
        call(join, (*record).handle, 0);
        forget(record);
    }
}

/// # Safety
/// As for `hb_rt_thread_detach`.
pub unsafe fn detach(record: *mut Record) {
    let detach = weak!("pthread_detach");
    // SAFETY: the caller's promise.
    unsafe { call(detach, (*record).handle, 0) };
}

/// Frees the record.
///
/// # Safety
/// Nobody uses it any more.
pub unsafe fn forget(record: *mut Record) {
    // SAFETY: it came from there.
    unsafe { allocator::free(record.cast()) };
}

/// A procedure of C's with one or two words.
unsafe fn call(address: usize, a: usize, b: usize) {
    if address != 0 {
        // SAFETY: the caller knows the procedure.
        unsafe { mem::transmute::<usize, extern "C" fn(usize, usize) -> i32>(address)(a, b) };
    }
}
