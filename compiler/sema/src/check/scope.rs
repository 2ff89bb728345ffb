//! Names declared in a body: variables, and constants, types and procedures declared in blocks.
//!
//! One stack of bindings; a hash map leads from a name to its newest binding, each binding to the one that it hides. So a
//! look-up costs the same however many names there are, and leaving a scope costs what it declared.

use std::cell::Cell;

use hashbrown::HashMap;
use hubbub_base::Name;

use crate::data::typed::LocalId;
use crate::data::types::{Argument, DeclId};
use crate::data::value::ValueId;
use crate::names::lookup::Lookup;
use crate::session::LocalScope;

/// What a name in a body stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entity {
    /// A variable.
    Local(LocalId),
    /// A declaration that stands in the body.
    Declaration(DeclId),
    /// A value of compile time: the name of a `#for`.
    Value(ValueId),
    /// A variable of an enclosing procedure that a literal has not captured: naming it is a mistake.
    NotCaptured { at: u32 },
}

#[derive(Clone, Debug)]
struct Binding {
    name: Name,
    entity: Entity,
    hidden: Option<u32>,
    is_used: Cell<bool>,
}

/// The names of a body that can be seen at the moment.
#[derive(Default, Debug)]
pub struct LocalNames {
    bindings: Vec<Binding>,
    newest: HashMap<Name, u32, foldhash::fast::FixedState>,
}

/// A scope that was entered, to leave it.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub struct ScopeMark(u32);

impl LocalNames {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.bindings.clear();
        self.newest.clear();
    }

    /// Enters a scope.
    pub fn enter(&self) -> ScopeMark {
        ScopeMark(self.bindings.len() as u32)
    }

    /// Leaves the scope entered at `mark`. `on_leave` is told each name of it, in order, and whether it was used.
    pub fn leave(&mut self, mark: ScopeMark, mut on_leave: impl FnMut(Name, Entity, bool)) {
        for binding in self.bindings.get(mark.0 as usize..).unwrap_or(&[]) {
            on_leave(binding.name, binding.entity, binding.is_used.get());
        }
        while self.bindings.len() > mark.0 as usize {
            let Some(binding) = self.bindings.pop() else { break };
            match binding.hidden {
                Some(hidden) => self.newest.insert(binding.name, hidden),
                None => self.newest.remove(&binding.name),
            };
        }
    }

    /// Makes a name known; it hides others of the same name.
    pub fn declare(&mut self, name: Name, entity: Entity) {
        let index = self.bindings.len() as u32;
        let hidden = self.newest.insert(name, index);
        self.bindings.push(Binding { name, entity, hidden, is_used: Cell::new(false) });
    }

    /// What the name stands for, which counts as a use.
    #[inline]
    pub fn find(&self, name: Name) -> Option<Entity> {
        let index = *self.newest.get(&name)?;
        let binding = self.bindings.get(index as usize)?;
        binding.is_used.set(true);
        Some(binding.entity)
    }

    /// What the name stands for, without using it.
    pub fn peek(&self, name: Name) -> Option<Entity> {
        let index = *self.newest.get(&name)?;
        self.bindings.get(index as usize).map(|binding| binding.entity)
    }

    /// Whether the name is declared in the scope entered at `mark` itself.
    pub fn is_declared_since(&self, mark: ScopeMark, name: Name) -> bool {
        self.newest.get(&name).is_some_and(|index| *index >= mark.0)
    }

    /// All names that can be seen, newest first.
    pub fn all(&self) -> impl Iterator<Item = (Name, Entity)> + '_ {
        self.bindings.iter().rev().map(|binding| (binding.name, binding.entity))
    }
}

impl LocalScope for LocalNames {
    fn find(&self, name: Name) -> Option<Lookup> {
        match LocalNames::find(self, name)? {
            Entity::Local(local) => Some(Lookup::Local(local)),
            Entity::Declaration(decl) => Some(Lookup::Decl(decl)),
            Entity::Value(value) => Some(Lookup::Generic(Argument::Value(value))),
            Entity::NotCaptured { .. } => None,
        }
    }

    fn names(&self) -> Vec<Name> {
        self.all().map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Entity, LocalNames};
    use crate::data::typed::LocalId;
    use hubbub_base::Name;

    #[test]
    fn inner_names_hide_outer_ones_until_their_scope_is_left() {
        let (x, y) = (Name::new("x"), Name::new("y"));
        let mut names = LocalNames::default();
        let outer = names.enter();
        names.declare(x, Entity::Local(LocalId(0)));
        let inner = names.enter();
        assert!(!names.is_declared_since(inner, x));
        names.declare(x, Entity::Local(LocalId(1)));
        names.declare(y, Entity::Local(LocalId(2)));
        assert!(names.is_declared_since(inner, x));
        assert_eq!(names.find(x), Some(Entity::Local(LocalId(1))));
        let mut left = Vec::new();
        names.leave(inner, |name, _, used| left.push((name, used)));
        assert_eq!(left, [(x, true), (y, false)]);
        assert_eq!(names.find(x), Some(Entity::Local(LocalId(0))));
        assert_eq!(names.find(y), None);
        names.leave(outer, |_, _, _| {});
        assert_eq!(names.find(x), None);
    }
}
