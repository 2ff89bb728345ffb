//! Where the client's memory comes from.
//!
//! A connection has an owner, which the program hands in with each call: what is allocated during the call comes from it, and each block knows its own, so that it goes
//! back there. What the client's crates keep for as long as a thread lasts must not: a connection is gone before that, and its allocator may be. It is made
//! before anybody's call ([`warm`]), for nobody, and nobody's memory is the system's.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr;

use postgres::config::LoadBalanceHosts;
use postgres::{Config, NoTls};

/// Gives memory where `old` is null, takes it back where `size` is 0, and makes it larger or smaller otherwise. It ends the program rather than give null.
type Give =
    unsafe extern "C" fn(owner: *const Owner, size: usize, alignment: usize, old: *mut u8, old_size: usize) -> *mut u8;

/// Whose a connection's memory is: module `Postgres` has the same struct, with more behind it.
#[repr(C)]
pub struct Owner {
    give: Give,
}

thread_local! {
    /// Whose call this thread is in; null is nobody's.
    static CURRENT: Cell<*const Owner> = const { Cell::new(ptr::null()) };
    static IS_WARM: Cell<bool> = const { Cell::new(false) };
}

/// The time of a call, which ends with it.
pub struct Call(());

impl Call {
    /// # Safety
    ///
    /// The owner lasts as long as what is allocated during the call.
    pub unsafe fn of(owner: *const Owner) -> Self {
        if !IS_WARM.replace(true) {
            warm();
        }
        CURRENT.set(owner);
        Self(())
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        CURRENT.set(ptr::null());
    }
}

/// Has the client's crates make what they keep for a thread: a connection to a socket that cannot be, as no path has a zero in it, looks for its host at random,
/// starts what drives connections, and ends it.
fn warm() {
    let mut nowhere = Config::new();
    nowhere.host_path("\0").user("nobody").load_balance_hosts(LoadBalanceHosts::Random);
    // Not to get there is what was wanted.
    drop(nowhere.connect(NoTls));
}

/// Each block stands behind the address of its owner.
struct Owners;

#[global_allocator]
static OWNERS: Owners = Owners;

/// How far behind its beginning a block's memory is used: room for the address, and as much as the alignment asks for.
fn head(layout: Layout) -> usize {
    layout.align().max(size_of::<*const Owner>())
}

/// The same with its head. One that is too large to be is null's.
fn whole(layout: Layout) -> Option<Layout> {
    let size = layout.size().checked_add(head(layout))?;
    Layout::from_size_align(size, head(layout)).ok()
}

/// Has a block's owner, or the system, give, take back or change it.
///
/// # Safety
///
/// `old` is null, or a whole block of this owner's with this layout.
unsafe fn change(owner: *const Owner, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
    // SAFETY: the owner lasts, and the rest is the caller's promise.
    unsafe {
        match (owner.as_ref(), size) {
            (Some(found), _) => {
                (found.give)(owner, size, layout.align(), old, if old.is_null() { 0 } else { layout.size() })
            }
            (None, 0) => {
                System.dealloc(old, layout);
                ptr::null_mut()
            }
            (None, _) if old.is_null() => System.alloc(layout),
            (None, _) => System.realloc(old, layout, size),
        }
    }
}

/// Notes whose a whole block is, and gives what is used of it.
///
/// # Safety
///
/// It is null, or has room for the head of this layout.
unsafe fn used(block: *mut u8, owner: *const Owner, layout: Layout) -> *mut u8 {
    if block.is_null() {
        return block;
    }
    // SAFETY: the caller's promise; the head is at least as large and as aligned as the address, which stands right before what is used.
    unsafe {
        let memory = block.add(head(layout));
        memory.cast::<*const Owner>().sub(1).write(owner);
        memory
    }
}

// SAFETY: blocks of the program's allocator or the system's, each given back to where it comes from, with a head that keeps the alignment.
unsafe impl GlobalAlloc for Owners {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let owner = CURRENT.get();
        let Some(whole) = whole(layout) else { return ptr::null_mut() };
        // SAFETY: a new block, which has the head.
        unsafe { used(change(owner, ptr::null_mut(), whole, whole.size()), owner, layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        let Some(whole) = whole(layout) else { return };
        // SAFETY: it comes from `alloc`, with its owner before it.
        unsafe {
            let owner = memory.cast::<*const Owner>().sub(1).read();
            change(owner, memory.sub(head(layout)), whole, 0);
        }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let (Some(whole), Some(larger)) = (whole(layout), size.checked_add(head(layout))) else {
            return ptr::null_mut();
        };
        // SAFETY: as above; what changes its size keeps its head.
        unsafe {
            let owner = memory.cast::<*const Owner>().sub(1).read();
            used(change(owner, memory.sub(head(layout)), whole, larger), owner, layout)
        }
    }
}
