//! What a thread is working on, for the report of an internal error.

use std::cell::RefCell;

use crate::Name;

thread_local! {
    static ENTITIES: RefCell<Vec<Name>> = const { RefCell::new(Vec::new()) };
}

/// Says that this thread works on `name` until the result is dropped.
#[must_use]
pub fn work_on(name: Name) -> Working {
    ENTITIES.with_borrow_mut(|entities| entities.push(name));
    Working(())
}

/// What this thread works on.
pub fn current() -> Option<String> {
    ENTITIES.try_with(|entities| entities.try_borrow().ok()?.last().map(|name| name.to_string())).ok()?
}

/// Ends what [`work_on`] began when it is dropped.
#[derive(Debug)]
pub struct Working(());

impl Drop for Working {
    fn drop(&mut self) {
        // While a panic unwinds, the entity stays known to whoever reports it.
        if !std::thread::panicking() {
            ENTITIES.with_borrow_mut(|entities| entities.pop());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{current, work_on};
    use crate::Name;

    #[test]
    fn the_innermost_entity_is_current() {
        assert_eq!(current(), None);
        let outer = work_on(Name::new("outer"));
        drop(work_on(Name::new("inner")));
        assert_eq!(current().as_deref(), Some("outer"));
        drop(outer);
        assert_eq!(current(), None);
    }
}
