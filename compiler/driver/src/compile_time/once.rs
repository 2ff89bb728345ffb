//! Each expression is evaluated once, whoever asks for it, and however many threads ask at one time: the others wait.
//!
//! Answers to other questions are computed again rather than waited for, which is cheap; running code is not, and what it prints would
//! be printed twice. A thread that would wait for one that waits for it, however indirectly, computes the answer itself: then
//! the expression depends on itself, and whoever keeps the demands will say so.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread::ThreadId;

use hashbrown::HashMap;
use hubbub_base::FileId;
use hubbub_sema::data::value::TypedValue;

/// What an expression has given: its results, in order.
pub type Answer = Vec<TypedValue>;

/// An expression: where it stands, and the code that it has become, which tells instances of generics and rounds of a `#for` apart.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// The file.
    pub file: FileId,
    /// Where it begins, in bytes.
    pub at: u32,
    /// Its MIR as text.
    pub code: String,
}

/// What is known of an expression.
#[derive(Debug)]
enum State {
    RunBy(ThreadId),
    Known(Answer),
}

#[derive(Default, Debug)]
struct Table {
    states: HashMap<Key, State>,
    waiting: HashMap<ThreadId, Key>,
}

/// See the head of this module.
#[derive(Default, Debug)]
pub struct Once {
    table: Mutex<Table>,
    changed: Condvar,
}

impl Once {
    /// The answer, from whoever has it. `compute` gives `None` when its answer does not count: then the next one tries.
    pub fn answer<E>(
        &self,
        key: &Key,
        compute: impl FnOnce() -> Result<Answer, E>,
        counts: impl FnOnce() -> bool,
    ) -> Result<Answer, E> {
        let me = std::thread::current().id();
        let is_mine = match self.claim(key, me) {
            Claim::Known(answer) => return Ok(answer),
            Claim::Mine => true,
            Claim::WouldWaitForItself => false,
        };
        let claimed = Claimed { once: self, key: is_mine.then_some(key) };
        let answer = compute();
        drop(claimed);
        if is_mine {
            let mut table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
            match &answer {
                Ok(found) if counts() => {
                    table.states.insert(key.clone(), State::Known(found.clone()));
                }
                _ => {
                    table.states.remove(key);
                }
            }
            self.changed.notify_all();
        }
        answer
    }

    /// Waits until the answer is there, or nobody is at it.
    fn claim(&self, key: &Key, me: ThreadId) -> Claim {
        let mut table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match table.states.get(key) {
                None => {
                    table.states.insert(key.clone(), State::RunBy(me));
                    return Claim::Mine;
                }
                Some(State::Known(answer)) => return Claim::Known(answer.clone()),
                Some(State::RunBy(other)) if table.leads_to(*other, me) => return Claim::WouldWaitForItself,
                Some(State::RunBy(_)) => {}
            }
            table.waiting.insert(me, key.clone());
            table = self.changed.wait(table).unwrap_or_else(PoisonError::into_inner);
            table.waiting.remove(&me);
        }
    }
}

/// Frees an expression when a mistake of the compiler ends its computation: those who wait for it would do so for ever.
struct Claimed<'o> {
    once: &'o Once,
    key: Option<&'o Key>,
}

impl Drop for Claimed<'_> {
    fn drop(&mut self) {
        if let Some(key) = self.key.filter(|_| std::thread::panicking()) {
            self.once.table.lock().unwrap_or_else(PoisonError::into_inner).states.remove(key);
            self.once.changed.notify_all();
        }
    }
}

enum Claim {
    Known(Answer),
    Mine,
    WouldWaitForItself,
}

impl Table {
    /// Whether a thread is another one, or waits for one that leads to it.
    fn leads_to(&self, mut thread: ThreadId, other: ThreadId) -> bool {
        // Nobody waits in a circle, so this ends.
        while thread != other {
            match self.waiting.get(&thread).and_then(|key| self.states.get(key)) {
                Some(State::RunBy(next)) => thread = *next,
                _ => return false,
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    fn key(at: u32) -> Key {
        Key { file: FileId(0), at, code: String::new() }
    }

    #[test]
    fn many_threads_compute_once() {
        let (once, runs) = (Once::default(), AtomicUsize::new(0));
        let compute = || {
            runs.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(20));
            Ok::<_, ()>(Vec::new())
        };
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| once.answer(&key(1), compute, || true).unwrap());
            }
        });
        assert_eq!(runs.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_failure_is_not_kept() {
        let once = Once::default();
        assert_eq!(once.answer(&key(1), || Err(5), || true).map(|_| ()), Err(5));
        assert!(once.answer(&key(1), || Ok::<_, ()>(Vec::new()), || false).is_ok());
        let mut ran = false;
        let again = once.answer(
            &key(1),
            || {
                ran = true;
                Ok::<_, ()>(Vec::new())
            },
            || true,
        );
        assert!(again.is_ok() && ran);
    }

    #[test]
    fn nobody_waits_for_one_that_panicked() {
        let (once, barrier) = (&Once::default(), &std::sync::Barrier::new(2));
        std::thread::scope(|scope| {
            let compute = move || -> Result<Answer, ()> {
                barrier.wait();
                std::thread::sleep(Duration::from_millis(20));
                panic!("as if the compiler had a mistake")
            };
            let panics = scope.spawn(move || once.answer(&key(1), compute, || true).is_ok());
            barrier.wait();
            assert!(once.answer(&key(1), || Ok::<_, ()>(Vec::new()), || true).is_ok());
            assert!(panics.join().is_err());
        });
    }

    #[test]
    fn circles_do_not_wait() {
        let once = Once::default();
        let barrier = std::sync::Barrier::new(2);
        std::thread::scope(|scope| {
            for (first, second) in [(1, 2), (2, 1)] {
                let (once, barrier) = (&once, &barrier);
                scope.spawn(move || {
                    let compute = || {
                        barrier.wait();
                        once.answer(&key(second), || Ok::<_, ()>(Vec::new()), || true)
                    };
                    once.answer(&key(first), compute, || true).unwrap();
                });
            }
        });
    }
}
