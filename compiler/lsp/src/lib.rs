//! The language server: `hubbubc lsp` talks the Language Server Protocol on standard input and output.
//!
//! One thread reads messages, one writes them, one answers ([`server`]) and one works ([`worker`]). The one that answers keeps the texts
//! of the open documents ([`documents`]) and never computes anything that takes time; the worker checks programs through the driver's
//! session, with these texts laid over the files on disk ([`files`]), and answers from what the checker found ([`program`]). A change makes what the
//! worker is at outdated: it is told to stop, and its result is dropped.
//!
//! Start with [`server::Server`]; what each request means stands in the file of its name.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "the server knows files that editors have open, and measures how long it waits"
)]

mod actions;
mod completion;
mod diagnostics;
mod documents;
mod entity;
mod files;
mod formatting;
mod hover;
mod navigation;
mod paths;
mod program;
mod rename;
mod requests;
mod server;
mod signatures;
mod symbols;
mod text;
mod transport;
mod worker;

use std::path::PathBuf;

/// What the command line says.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Threads that check; 0 stands for as many as there are processors.
    pub threads: usize,
    /// Bytes of stack of each.
    pub stack_bytes: usize,
    /// Folders searched for modules, behind that of the importing file.
    pub module_folders: Vec<PathBuf>,
    /// Values for `#config`.
    pub defines: Vec<(String, String)>,
}

/// Serves until the editor says `exit` or goes away; the status that the process ends with.
pub fn run(options: Options) -> u8 {
    let (sender, receiver) = transport::start();
    server::Server::new(options, sender).serve(&receiver)
}
