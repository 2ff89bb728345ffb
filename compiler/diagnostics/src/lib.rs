//! Diagnostics: the registry of their kinds, diagnostics as data, and how they are shown.
//!
//! A phase makes a [`Diagnostic`] with the builder ([`Diagnostic::new`]) and hands it on; text is made at the end,
//! by [`render`] for people and by [`json`] for programs. To add a kind, add one line to [`kinds`] and its page
//! to `docs/diagnostics/`. This crate prints nothing and knows nothing of the language.

pub mod diagnostic;
mod excerpt;
pub mod json;
pub mod kinds;
pub mod render;
pub mod suggest;

pub use diagnostic::{Applicability, Diagnostic, FRAMES_MAX, Fix, Frame};
pub use excerpt::clean;
pub use json::json_all;
pub use kinds::{Kind, Severity};
pub use render::{Options, arrange, render_all, summary, with_import_chains};
