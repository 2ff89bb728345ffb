//! Open constructs and the ways out of them.
//!
//! Every way out but a panic runs the pending `defer`s and ends the life of variables. What a way out has to do
//! behind a `defer` is built once for each target and shared by all who leave there, so code size stays linear.

use hashbrown::HashMap;
use hubbub_sema::data::typed::{ExprId, ScopeId};

use super::body::Lower;
use super::emit::Emit;
use crate::data::body::{Block, LocalId, Place, Terminator};

/// An open construct.
pub(super) struct Scope {
    /// Its name in the typed body.
    id: Option<ScopeId>,
    /// What has to be undone on the way out, oldest first.
    items: Vec<Item>,
    /// Behind it; made when somebody leaves to there.
    after: Option<Block>,
    /// The next round of a loop; made when somebody goes there.
    next: Option<Block>,
    /// Where values given to it go.
    places: Vec<Place>,
    /// Hidden variables may live to its end.
    is_block: bool,
    /// Blocks that undo the first so many items, then leave.
    exits: HashMap<(usize, Target), Block, foldhash::fast::FixedState>,
}

/// Something to be undone.
#[derive(Clone, Copy)]
enum Item {
    Storage(LocalId),
    Defer { statement: ExprId, context: Option<LocalId> },
}

/// Where a way out leads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Target {
    /// Back to the caller.
    Return,
    /// Behind a construct, by its depth.
    After(usize),
    /// The next round of a loop, by its depth.
    Next(usize),
}

impl Scope {
    /// A block with variables of its own.
    pub fn block(id: Option<ScopeId>) -> Self {
        Self {
            id,
            items: Vec::new(),
            after: None,
            next: None,
            places: Vec::new(),
            is_block: true,
            exits: HashMap::default(),
        }
    }

    /// A block in which the memory of some variables is alive already.
    pub fn with_storage(locals: Vec<LocalId>) -> Self {
        Self { items: locals.into_iter().map(Item::Storage).collect(), ..Self::block(None) }
    }

    /// A construct without variables of its own: only its blocks have some.
    pub fn construct(id: ScopeId, places: &[Place]) -> Self {
        Self { is_block: false, ..Self::block(Some(id)) }.giving(places)
    }

    /// The same, whose values go to these places.
    pub fn giving(self, places: &[Place]) -> Self {
        Self { places: places.to_vec(), ..self }
    }

    /// Where values given to it go.
    pub fn places(&self) -> &[Place] {
        &self.places
    }
}

impl Lower<'_> {
    /// A variable's memory lives from here to the end of the innermost block.
    pub fn begin_storage(&mut self, local: LocalId) {
        self.b.live(local);
        if let Some(scope) = self.scopes.iter_mut().rev().find(|scope| scope.is_block) {
            scope.items.push(Item::Storage(local));
        }
    }

    /// A `defer` of the innermost block.
    pub fn defer(&mut self, statement: ExprId) {
        let context = self.context;
        if let Some(scope) = self.scopes.iter_mut().rev().find(|scope| scope.is_block) {
            scope.items.push(Item::Defer { statement, context });
        }
    }

    /// The depth of an open construct.
    pub fn depth_of(&self, id: ScopeId) -> usize {
        self.scopes.iter().rposition(|scope| scope.id == Some(id)).unwrap_or(0)
    }

    /// The block behind the construct of this depth.
    pub fn after(&mut self, depth: usize) -> Block {
        self.target_block(depth, |scope| &mut scope.after)
    }

    /// The block of the next round of the loop of this depth.
    pub fn next(&mut self, depth: usize) -> Block {
        self.target_block(depth, |scope| &mut scope.next)
    }

    fn target_block(&mut self, depth: usize, cell: fn(&mut Scope) -> &mut Option<Block>) -> Block {
        let Some(scope) = self.scopes.get_mut(depth) else { return Block(0) };
        let cell = cell(scope);
        match *cell {
            Some(block) => block,
            None => {
                let block = self.b.block();
                *cell = Some(block);
                block
            }
        }
    }

    /// Ends the innermost construct: what falls off its end undoes its items and goes on, together with all who left it.
    pub fn close(&mut self) {
        let depth = self.scopes.len().saturating_sub(1);
        let is_left = self.scopes.last().is_some_and(|scope| scope.after.is_some());
        if is_left {
            self.leave(Target::After(depth));
        } else {
            self.unwind_here(depth);
        }
        if let Some(Scope { after: Some(after), .. }) = self.scopes.pop() {
            self.b.switch_to(after);
        }
    }

    /// Undoes the items of the innermost construct in place, newest first.
    fn unwind_here(&mut self, depth: usize) {
        while let Some(item) = self.scopes.get_mut(depth).and_then(|scope| scope.items.pop()) {
            match item {
                Item::Storage(local) => self.b.dead(local),
                Item::Defer { statement, context } => self.run_deferred(statement, context),
            }
        }
    }

    fn run_deferred(&mut self, statement: ExprId, context: Option<LocalId>) {
        if !self.b.is_reachable() {
            return;
        }
        let outer = std::mem::replace(&mut self.context, context);
        self.statement(statement);
        self.context = outer;
    }

    /// Leaves for `target`; there is no current block then.
    pub fn leave(&mut self, target: Target) {
        let mut depth = self.scopes.len();
        let stop = match target {
            Target::Return => 0,
            Target::After(depth) | Target::Next(depth) => depth,
        };
        while self.b.is_reachable() && depth > stop {
            depth -= 1;
            if matches!(target, Target::Next(_)) && depth == stop {
                break;
            }
            let count = self.scopes.get(depth).map_or(0, |scope| scope.items.len());
            if !self.undo(depth, count, target) {
                return;
            }
        }
        self.arrive(target);
    }

    fn arrive(&mut self, target: Target) {
        match target {
            Target::Return => self.b.terminate(Terminator::Return),
            Target::After(depth) => {
                let block = self.after(depth);
                self.b.goto(block);
            }
            Target::Next(depth) => {
                let block = self.next(depth);
                self.b.goto(block);
            }
        }
    }

    /// Undoes the first `count` items of a construct on the way to `target`; false if another's way is joined.
    fn undo(&mut self, depth: usize, mut count: usize, target: Target) -> bool {
        while let Some(position) = count.checked_sub(1) {
            let Some(scope) = self.scopes.get(depth) else { break };
            match scope.items.get(position).copied() {
                // The whole frame goes away with `return`.
                Some(Item::Storage(local)) if target != Target::Return => self.b.dead(local),
                Some(Item::Storage(_)) | None => {}
                Some(Item::Defer { statement, context }) => {
                    if let Some(block) = scope.exits.get(&(count, target)).copied() {
                        self.b.goto(block);
                        return false;
                    }
                    self.begin_exit(depth, count, target);
                    self.deferred_at(depth, position, statement, context);
                }
            }
            count = position;
        }
        true
    }

    /// Begins the shared block that undoes the first `count` items.
    fn begin_exit(&mut self, depth: usize, count: usize, target: Target) {
        let block = self.b.block();
        self.b.goto(block);
        self.b.switch_to(block);
        if let Some(scope) = self.scopes.get_mut(depth) {
            scope.exits.insert((count, target), block);
        }
    }

    /// Runs a deferred statement as if only what was open when it was deferred were open.
    fn deferred_at(&mut self, depth: usize, position: usize, statement: ExprId, context: Option<LocalId>) {
        let inner = self.scopes.split_off((depth + 1).min(self.scopes.len()));
        let items = match self.scopes.get_mut(depth) {
            Some(scope) => scope.items.split_off(position.min(scope.items.len())),
            None => Vec::new(),
        };
        self.run_deferred(statement, context);
        if let Some(scope) = self.scopes.get_mut(depth) {
            // What the statement itself opened has been closed again.
            scope.items.truncate(position);
            scope.items.extend(items);
        }
        self.scopes.extend(inner);
    }
}
