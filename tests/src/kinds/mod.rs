//! The kinds of tests, one file each.

mod abi;
mod cli;
mod containers;
mod debug;
mod deletions;
mod determinism;
mod documents;
mod dwarf;
mod errors;
mod examples;
mod faults;
mod formats;
mod forms;
mod generated;
mod hostile;
mod ir;
mod kill;
mod library;
mod linear;
mod lsp;
mod mistakes;
mod modules;
mod names;
mod postgres;
mod run;
mod sanitized;
mod tidy;

use crate::{Test, Tools};

/// Finds the tests of a kind.
pub type Collect = fn(&Tools) -> Vec<Test>;

/// All kinds, in the order in which they run.
pub const ALL: [(&str, Collect); 26] = [
    ("tidy", tidy::collect),
    ("run", run::collect),
    ("errors", errors::collect),
    ("mistakes", mistakes::collect),
    ("generated", generated::collect),
    ("faults", faults::collect),
    ("formats", formats::collect),
    ("containers", containers::collect),
    ("forms", forms::collect),
    ("ir", ir::collect),
    ("abi", abi::collect),
    ("debug", debug::collect),
    ("dwarf", dwarf::collect),
    ("sanitized", sanitized::collect),
    ("library", library::collect),
    ("postgres", postgres::collect),
    ("modules", modules::collect),
    ("cli", cli::collect),
    ("lsp", lsp::collect),
    ("documents", documents::collect),
    ("examples", examples::collect),
    ("deletions", deletions::collect),
    ("determinism", determinism::collect),
    ("kill", kill::collect),
    ("hostile", hostile::collect),
    ("linear", linear::collect),
];

/// The names of all kinds.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|(name, _)| *name).collect()
}
