//! What the tests share: programs to take apart.

/// Programs without mistakes.
pub const PROGRAMS: &[&str] = &[
    include_str!("../programs/everything.hb"),
    include_str!("../programs/shop.hb"),
    include_str!("../programs/words.hb"),
];
