//! Editors, as far as tests need one: what talks to `hubbubc lsp`.
//!
//! [`client`] is the other end of the server's pipes, [`script`] plays the sessions of `tests/lsp/`, [`shown`] writes what comes back in a few
//! words, [`fuzz`] types nonsense.

pub mod client;
pub mod fuzz;
pub mod script;
mod shown;
