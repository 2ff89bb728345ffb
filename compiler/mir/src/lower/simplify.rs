//! Tidies a body's blocks: jumps to jumps are shortened, blocks with one way in join the one before, what is never
//! reached goes away. Blocks are numbered anew, in the order in which they are met.
//!
//! This is no optimisation, only what keeps unoptimised code and the interpreter from stumbling over joints.

use hubbub_base::Id;

use crate::data::body::{BasicBlock, Block, Body, Statement, Terminator};

/// The same body with fewer blocks.
pub(super) fn simplify(mut body: Body) -> Body {
    shorten(&mut body);
    let order = order(&body);
    let entries = entries(&body, &order);
    join(&mut body, &order, &entries);
    renumber(&mut body);
    body
}

/// Where a block without statements that only jumps on leads in the end.
fn destination(body: &Body, block: Block) -> Block {
    let mut at = block;
    // A ring of empty blocks is an endless loop: any of them will do.
    for _ in 0..body.blocks.len() {
        let Some(found) = body.blocks.get(at) else { return at };
        match found.terminator {
            Terminator::Goto(next) if found.statements.is_empty() && next != at => at = next,
            _ => return at,
        }
    }
    at
}

fn shorten(body: &mut Body) {
    let destinations: Vec<Block> = body.blocks.ids().map(|block| destination(body, block)).collect();
    let to = |block: Block| destinations.get(block.index()).copied().unwrap_or(block);
    for block in body.blocks.iter_mut() {
        retarget(&mut block.terminator, to);
    }
    for (_, target) in &mut body.cases {
        *target = to(*target);
    }
    for block in body.blocks.iter_mut() {
        if let Terminator::Branch { then, otherwise, .. } = block.terminator
            && then == otherwise
        {
            block.terminator = Terminator::Goto(then);
        }
    }
}

fn retarget(terminator: &mut Terminator, to: impl Fn(Block) -> Block) {
    match terminator {
        Terminator::Goto(target) => *target = to(*target),
        Terminator::Branch { then, otherwise, .. } => {
            *then = to(*then);
            *otherwise = to(*otherwise);
        }
        Terminator::Switch { otherwise, .. } => *otherwise = to(*otherwise),
        Terminator::Return | Terminator::TailCall { .. } | Terminator::Unreachable => {}
    }
}

fn successors(body: &Body, block: Block) -> Vec<Block> {
    let Some(found) = body.blocks.get(block) else { return Vec::new() };
    match found.terminator {
        Terminator::Goto(target) => vec![target],
        Terminator::Branch { then, otherwise, .. } => vec![then, otherwise],
        Terminator::Switch { cases, otherwise, .. } => {
            body.cases(cases).iter().map(|(_, target)| *target).chain([otherwise]).collect()
        }
        Terminator::Return | Terminator::TailCall { .. } | Terminator::Unreachable => Vec::new(),
    }
}

/// The blocks that can be reached, depth first.
fn order(body: &Body) -> Vec<Block> {
    let mut seen = vec![false; body.blocks.len()];
    let mut order = Vec::new();
    let mut open = vec![Block(0)];
    while let Some(block) = open.pop() {
        match seen.get_mut(block.index()) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        order.push(block);
        open.extend(successors(body, block).into_iter().rev());
    }
    order
}

fn entries(body: &Body, order: &[Block]) -> Vec<u32> {
    let mut entries = vec![0u32; body.blocks.len()];
    if let Some(first) = entries.first_mut() {
        *first = 1;
    }
    for block in order {
        for target in successors(body, *block) {
            if let Some(count) = entries.get_mut(target.index()) {
                *count += 1;
            }
        }
    }
    entries
}

/// Appends blocks with one way in to the block that jumps there.
fn join(body: &mut Body, order: &[Block], entries: &[u32]) {
    for block in order {
        while let Some(BasicBlock { terminator: Terminator::Goto(target), .. }) = body.blocks.get(*block) {
            let target = *target;
            if target == *block || entries.get(target.index()) != Some(&1) {
                break;
            }
            let next = &mut body.blocks[target];
            let statements: Vec<(Statement, u32)> = std::mem::take(&mut next.statements);
            let (terminator, at, is_cold) = (next.terminator, next.terminator_at, next.is_cold);
            next.terminator = Terminator::Unreachable;
            let own = &mut body.blocks[*block];
            own.statements.extend(statements);
            own.terminator = terminator;
            own.terminator_at = at;
            own.is_cold |= is_cold;
        }
    }
}

/// Drops what is not reached any more.
fn renumber(body: &mut Body) {
    let order = order(body);
    let mut numbers = vec![Block(0); body.blocks.len()];
    for (index, block) in order.iter().enumerate() {
        if let Some(number) = numbers.get_mut(block.index()) {
            *number = Block(index as u32);
        }
    }
    let to = |block: Block| numbers.get(block.index()).copied().unwrap_or(block);
    let empty =
        || BasicBlock { statements: Vec::new(), terminator: Terminator::Unreachable, terminator_at: 0, is_cold: false };
    let mut kept: Vec<BasicBlock> = Vec::with_capacity(order.len());
    for block in &order {
        let mut found = std::mem::replace(&mut body.blocks[*block], empty());
        retarget(&mut found.terminator, to);
        kept.push(found);
    }
    for (_, target) in &mut body.cases {
        *target = to(*target);
    }
    body.blocks = kept.into();
}
