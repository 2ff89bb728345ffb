//! What an expression is expected to be, handed down while it is checked.

use crate::data::types::TypeId;

/// What is known about the type of an expression before it is checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expectation {
    /// Nothing.
    None,
    /// It would help `.m`, `{…}`, `null` and literals to be of this type; nobody insists (the other operand's type,
    /// what all candidates of a call have in common).
    Hint(TypeId),
    /// It will be converted to this type, and that must succeed.
    Type(TypeId),
}

impl Expectation {
    /// The type that `.m`, `{…}` and the like are to be of.
    pub fn hint(self) -> Option<TypeId> {
        match self {
            Expectation::None => None,
            Expectation::Hint(ty) | Expectation::Type(ty) => Some(ty),
        }
    }

    /// The type that must be reached.
    pub fn required(self) -> Option<TypeId> {
        match self {
            Expectation::Type(ty) => Some(ty),
            Expectation::None | Expectation::Hint(_) => None,
        }
    }

    /// The same for a part of the expression, which nobody converts by itself: an operand.
    #[must_use]
    pub fn weakened(self) -> Self {
        match self {
            Expectation::Type(ty) => Expectation::Hint(ty),
            other => other,
        }
    }
}
