//! Decides where each local lives: in registers, or in memory.
//!
//! A scalar lives in a register when its address is never taken and it is certainly assigned wherever it is read, so that no
//! operation on registers needs to ask whether they hold something. All others lie in memory, whose marks know.

use hubbub_base::{Id, Table};
use hubbub_mir::{Block, Body, LocalId, Statement};

use super::accesses::{self, Access};
use crate::scalar::Scalar;

/// Bits of the analysis' state; a procedure that needs more has its locals in memory.
const STATE_BITS_MAX: usize = 1 << 27;

/// What is known of a local before registers are given out.
#[derive(Clone, Copy, Debug)]
pub struct LocalFacts {
    /// Its scalar type, if it may live in a register.
    pub in_register: Option<Scalar>,
    /// How often its whole value is read.
    pub reads: u32,
    /// Whether its life begins at `StorageLive` statements.
    pub has_storage: bool,
    /// Whether its address is taken, or the address of a part.
    pub is_addressed: bool,
}

/// The facts of all locals.
pub fn analyse(body: &Body) -> Table<LocalId, LocalFacts> {
    let mut facts: Table<LocalId, LocalFacts> = body
        .locals
        .iter()
        .map(|local| LocalFacts {
            in_register: Scalar::of(local.ty),
            reads: 0,
            has_storage: false,
            is_addressed: false,
        })
        .collect();
    for block in body.blocks.iter() {
        accesses::of_block(body, block, &mut |local, access| {
            if facts.get(local).is_none() {
                return;
            }
            match access {
                Access::Read => facts[local].reads += 1,
                Access::InMemory => facts[local].in_register = None,
                Access::Write | Access::Forget => {}
            }
        });
        for (statement, _) in &block.statements {
            match statement {
                Statement::StorageLive(local) if facts.get(*local).is_some() => facts[*local].has_storage = true,
                Statement::Assign(_, hubbub_mir::Rvalue::AddressOf(place, _)) => addressed(body, *place, &mut facts),
                _ => {}
            }
        }
    }
    Initialisation::new(body, &facts).run(&mut facts);
    facts
}

fn addressed(body: &Body, place: hubbub_mir::Place, facts: &mut Table<LocalId, LocalFacts>) {
    let goes_elsewhere = matches!(body.path(place).first(), Some(hubbub_mir::Projection::Deref(_)));
    if let (hubbub_mir::PlaceBase::Local(local), false) = (place.base, goes_elsewhere)
        && facts.get(local).is_some()
    {
        facts[local].is_addressed = true;
    }
}

/// Finds scalars that may be read before they are assigned: forward over the blocks, a set of assigned locals each.
struct Initialisation<'a> {
    body: &'a Body,
    /// The bit of each local, for those that more than one block uses; `None`: not looked at.
    bits: Table<LocalId, Option<u32>>,
    words: usize,
    /// Assigned at the start of each block; `None`: not reached yet.
    starts: Table<Block, Option<Vec<u64>>>,
}

impl<'a> Initialisation<'a> {
    fn new(body: &'a Body, facts: &Table<LocalId, LocalFacts>) -> Self {
        let mut count = 0;
        let mut bits = Table::with_capacity(facts.len());
        for fact in facts.iter() {
            let bit = fact.in_register.is_some().then_some(count);
            count += u32::from(bit.is_some());
            bits.push(bit);
        }
        let words = (count as usize).div_ceil(64);
        let starts = body.blocks.iter().map(|_| None).collect();
        Self { body, bits, words, starts }
    }

    fn run(mut self, facts: &mut Table<LocalId, LocalFacts>) {
        if self.words.saturating_mul(64).saturating_mul(self.body.blocks.len()) > STATE_BITS_MAX {
            facts.iter_mut().for_each(|fact| fact.in_register = None);
            return;
        }
        self.reach_all();
        for id in self.body.blocks.ids() {
            let Some(mut state) = self.starts.get(id).cloned().flatten() else { continue };
            let Some(block) = self.body.blocks.get(id) else { continue };
            accesses::of_block(self.body, block, &mut |local, access| {
                let Some(bit) = self.bits.get(local).copied().flatten() else { return };
                match access {
                    Access::Read if !get(&state, bit) => facts[local].in_register = None,
                    Access::Read | Access::InMemory => {}
                    Access::Write => set(&mut state, bit, true),
                    Access::Forget => set(&mut state, bit, false),
                }
            });
        }
    }

    /// Follows the edges until no set shrinks any more.
    fn reach_all(&mut self) {
        let mut state = vec![0; self.words];
        let given = self.body.parameters.iter().chain(&self.body.context);
        for bit in given.filter_map(|local| self.bits.get(*local).copied().flatten()) {
            set(&mut state, bit, true);
        }
        let entry = Block::from_index(0);
        let mut work = Vec::new();
        if self.body.blocks.get(entry).is_some() {
            self.starts[entry] = Some(state);
            work.push(entry);
        }
        while let Some(id) = work.pop() {
            let Some(mut state) = self.starts.get(id).cloned().flatten() else { continue };
            let Some(block) = self.body.blocks.get(id) else { continue };
            accesses::of_block(self.body, block, &mut |local, access| {
                let Some(bit) = self.bits.get(local).copied().flatten() else { return };
                match access {
                    Access::Write => set(&mut state, bit, true),
                    Access::Forget => set(&mut state, bit, false),
                    Access::Read | Access::InMemory => {}
                }
            });
            accesses::successors(self.body, block.terminator, &mut |to| {
                if self.starts.get(to).is_some() && self.join(to, &state) {
                    work.push(to);
                }
            });
        }
    }

    /// Keeps of a block's set what is in `state` too; whether that changed it.
    fn join(&mut self, to: Block, state: &[u64]) -> bool {
        match &mut self.starts[to] {
            Some(start) => {
                let mut is_changed = false;
                for (word, other) in start.iter_mut().zip(state) {
                    is_changed |= *word & !other != 0;
                    *word &= other;
                }
                is_changed
            }
            empty => {
                *empty = Some(state.to_vec());
                true
            }
        }
    }
}

fn get(state: &[u64], bit: u32) -> bool {
    state.get(bit as usize / 64).is_some_and(|word| word >> (bit % 64) & 1 != 0)
}

fn set(state: &mut [u64], bit: u32, value: bool) {
    if let Some(word) = state.get_mut(bit as usize / 64) {
        *word = *word & !(1 << (bit % 64)) | u64::from(value) << (bit % 64);
    }
}
