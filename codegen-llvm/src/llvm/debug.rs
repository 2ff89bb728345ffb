//! The builder of debug information.
