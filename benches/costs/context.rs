// A binary call tree whose procedures reach a context in one of three ways: `way` "global", "parameter", "thread_local".
// `shape` "0" only passes it on, "1" reads it at each leaf, "2" reads it behind six integer arguments, "3" replaces it at every level.
#![allow(dead_code, unexpected_cfgs, unused_variables)]
use std::cell::Cell;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

#[derive(Clone, Copy)]
struct Context {
    thread_index: u32,
    user_index: u32,
    rest: [usize; 9],
}

static GLOBAL: AtomicPtr<Context> = AtomicPtr::new(ptr::null_mut());
thread_local!(static LOCAL: Cell<*const Context> = const { Cell::new(ptr::null()) });

#[cfg(way = "parameter")]
type Handed<'a> = &'a Context;
#[cfg(not(way = "parameter"))]
type Handed<'a> = ();

#[cfg(way = "parameter")]
#[inline(always)]
fn current(handed: Handed<'_>) -> &Context {
    handed
}
#[cfg(way = "global")]
#[inline(always)]
fn current(_: ()) -> &'static Context {
    unsafe { &*GLOBAL.load(Ordering::Relaxed) }
}
#[cfg(way = "thread_local")]
#[inline(always)]
fn current(_: ()) -> &'static Context {
    unsafe { &*LOCAL.get() }
}

#[inline(always)]
fn with<R>(handed: Handed<'_>, fresh: &Context, body: impl FnOnce(Handed<'_>) -> R) -> R {
    #[cfg(way = "parameter")]
    return body(fresh);
    #[cfg(way = "global")]
    {
        let outer = GLOBAL.swap_plain(fresh);
        let result = body(());
        GLOBAL.store(outer, Ordering::Relaxed);
        return result;
    }
    #[cfg(way = "thread_local")]
    {
        let outer = LOCAL.replace(fresh);
        let result = body(());
        LOCAL.set(outer);
        return result;
    }
}

trait SwapPlain {
    fn swap_plain(&self, fresh: &Context) -> *mut Context;
}
impl SwapPlain for AtomicPtr<Context> {
    #[inline(always)]
    fn swap_plain(&self, fresh: &Context) -> *mut Context {
        let outer = self.load(Ordering::Relaxed);
        self.store(ptr::from_ref(fresh).cast_mut(), Ordering::Relaxed);
        outer
    }
}

#[cfg(shape = "2")]
#[inline(never)]
fn walk(handed: Handed<'_>, depth: i64, n: i64, a: i64, b: i64, c: i64, d: i64) -> i64 {
    if depth == 0 {
        return n ^ a ^ b ^ c ^ d ^ i64::from(current(handed).user_index);
    }
    walk(handed, depth - 1, 2 * n, b, c, d, a).wrapping_add(walk(handed, depth - 1, 2 * n + 1, d, c, b, a))
}

#[cfg(shape = "3")]
#[inline(never)]
fn walk(handed: Handed<'_>, depth: i64, n: i64) -> i64 {
    if depth == 0 {
        return n ^ i64::from(current(handed).user_index);
    }
    let mut mine = *current(handed);
    mine.user_index += 1;
    with(handed, &mine, |handed| walk(handed, depth - 1, 2 * n).wrapping_add(walk(handed, depth - 1, 2 * n + 1)))
}

#[cfg(not(any(shape = "2", shape = "3")))]
#[inline(never)]
fn walk(handed: Handed<'_>, depth: i64, n: i64) -> i64 {
    if depth == 0 {
        return n ^ if cfg!(shape = "1") { i64::from(current(handed).user_index) } else { 1 };
    }
    walk(handed, depth - 1, 2 * n).wrapping_add(walk(handed, depth - 1, 2 * n + 1))
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let depth: i64 = arguments[1].parse().unwrap();
    let count = arguments.len() as i64;
    let first = Context { thread_index: 0, user_index: count as u32, rest: [0; 9] };
    GLOBAL.store(ptr::from_ref(&first).cast_mut(), Ordering::Relaxed);
    LOCAL.set(&first);
    #[cfg(way = "parameter")]
    let handed = &first;
    #[cfg(not(way = "parameter"))]
    let handed = ();
    #[cfg(shape = "2")]
    println!("{}", walk(handed, depth, 1, count, 2 * count, 3 * count, 4 * count));
    #[cfg(not(shape = "2"))]
    println!("{}", walk(handed, depth, 1));
}
