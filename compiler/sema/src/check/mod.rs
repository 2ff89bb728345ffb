//! Bodies: expressions and statements to [`crate::data::typed::TypedBody`].
//!
//! [`checker`] has the state and the builder; [`expr`] leads from each kind of expression to the file that checks it;
//! [`statement`] does the same for statements. [`conversion`] and [`builtin`] are tables, [`coerce`] applies them to
//! expressions, [`call`] chooses among overloads.

pub mod builtin;
pub mod call;
pub mod checker;
pub mod closure;
pub mod coerce;
pub mod conversion;
pub mod expectation;
pub mod expr;
pub mod fallible;
pub mod format;
pub mod pattern;
pub mod scope;
pub mod statement;

use hubbub_syntax::NodeId;

pub use checker::Checker;
pub use expectation::Expectation;

use crate::data::typed::TypedBody;
use crate::data::types::{InstanceId, Signature, TypeId};
use crate::session::{Env, Sema};

/// A checked body and those of the procedure literals within it.
#[derive(Debug)]
pub struct Checked {
    /// The body.
    pub body: TypedBody,
    /// Literals, each with its signature; their owners are [`Sema::literal_instance`]s.
    pub literals: Vec<(Signature, TypedBody)>,
}

/// Checks the body of a procedure.
pub fn check_body(_sema: &Sema, _instance: InstanceId) -> Option<Checked> {
    None
}

/// Checks an expression by itself: the value of a constant, a default, an array's length, a `where` clause, the initial values of a
/// variable. `nodes` are one expression for most; several for `a, b := 1, 2`. The body has no parameters and one statement: a `Return` of the values. Its
/// `results` are their types, a literal's where nothing is expected and nothing converts it.
pub fn check_expressions(
    _sema: &Sema,
    _env: &Env<'_>,
    _owner: InstanceId,
    _nodes: &[NodeId],
    _expected: Option<TypeId>,
) -> Option<Checked> {
    None
}
