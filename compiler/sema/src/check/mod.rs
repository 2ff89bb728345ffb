//! Bodies: expressions and statements to [`crate::data::typed::TypedBody`].
//!
//! [`checker`] has the state and the builder; [`expr`] leads from each kind of expression to the file that checks it;
//! [`statement`] does the same for statements. [`conversion`] and [`builtin`] are tables, [`coerce`] applies them to
//! expressions, [`call`] chooses among overloads.

mod aggregate;
mod assembly;
mod binary;
mod body;
pub mod builtin;
pub mod call;
pub mod checker;
pub mod closure;
pub mod coerce;
mod comment;
pub mod conversion;
pub mod expectation;
pub mod expr;
pub mod fallible;
mod field;
pub mod format;
pub(crate) mod index;
mod intrinsic;
mod literal;
mod member;
pub(crate) mod operator;
pub mod pattern;
mod place;
pub mod scope;
pub(crate) mod scratch;
pub mod statement;
mod target;
mod unary;
mod unknown;
mod vector;

#[cfg(test)]
mod tests;

pub(crate) use binary::plain_operator;
pub use body::{check_body, check_expressions};
pub use checker::Checker;
pub use expectation::Expectation;

use crate::data::typed::TypedBody;
use crate::data::types::Signature;

/// A checked body and those of the procedure literals within it.
#[derive(Debug)]
pub struct Checked {
    /// The body.
    pub body: TypedBody,
    /// Literals, each with its signature; their owners are [`Sema::literal_instance`]s.
    pub literals: Vec<(Signature, TypedBody)>,
}
