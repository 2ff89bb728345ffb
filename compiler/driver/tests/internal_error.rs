//! What a mistake of the compiler does to the process.

use hubbub_driver::internal_error::{STATUS, guard};

#[test]
fn a_panic_is_status_101_and_nothing_else_is() {
    assert_eq!((guard(|| 0), guard(|| 1)), (0, 1));
    assert_eq!(guard(|| std::panic::panic_any("planted")), 101);
    assert_eq!(STATUS, 101);
}
