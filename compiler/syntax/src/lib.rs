//! From bytes to syntax trees and back: lexer, parser, tree, formatter.
//!
//! [`parse`] takes the text of a file and returns its tree and what was wrong with it; it never fails. A [`Tree`] is
//! read through [`View`]s. Start with [`tree::view`], what a tree can say. This crate knows no files and no names'
//! meanings; the grammar needs neither.

pub mod condition;
pub mod document;
pub mod error;
pub mod examples;
mod follow_ups;
pub mod format;
pub mod lexer;
pub mod literal;
mod parser;
pub mod token;
pub mod tree;

use std::sync::Arc;

use hubbub_base::FileId;
use hubbub_diagnostics::Diagnostic;

pub use error::{SyntaxError, in_file, range_of};
pub use follow_ups::without_follow_ups;
pub use lexer::Source;
pub use literal::Literal;
pub use tree::{NodeId, Tree, View};

/// The result of parsing: a tree, whatever the text was, and what was wrong.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree.
    pub tree: Tree,
    /// What was wrong, in the order of the text.
    pub errors: Vec<SyntaxError>,
}

/// Parses the bytes of a file. What is no UTF-8 is reported and replaced: ranges count the bytes of [`Tree::text`].
pub fn parse(bytes: &[u8]) -> Parsed {
    parse_source(&lexer::decode(bytes))
}

/// Parses a text.
pub fn parse_text(text: impl Into<Arc<str>>) -> Parsed {
    parse_source(&Source::new(text.into()))
}

/// Parses what [`lexer::decode`] has made of a file.
pub fn parse_source(source: &Source) -> Parsed {
    let (tokens, mut errors) = lexer::lex(source);
    let (tree, found) = parser::parse_tokens(source.text.clone(), tokens, &errors);
    errors.extend(found);
    errors.sort_by_key(range_of);
    Parsed { tree, errors }
}

impl Parsed {
    /// The diagnostics, now that the file has a number.
    pub fn diagnostics(&self, file: FileId) -> Vec<Diagnostic> {
        self.errors.iter().map(|error| in_file(error.clone(), file)).collect()
    }
}
