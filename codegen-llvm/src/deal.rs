//! Deals procedures and globals into units of about equal cost, by module first.
//!
//! How many units there are depends on the program alone, never on the number of threads, so the objects are the same
//! on every machine.

use hubbub_base::Name;
use hubbub_mir::{Global, Linkage, Procedure, Program};

use crate::options::Level;

/// What one LLVM module defines.
#[derive(Default)]
pub struct Deal<'a> {
    pub procedures: Vec<&'a Procedure>,
    pub globals: Vec<&'a Global>,
}

/// Statements in one unit at -O0: some tens of milliseconds of LLVM's time.
const UNIT_COST: usize = 12_000;

/// The units of a program; at least one.
pub fn deal(program: &Program, level: Level) -> Vec<Deal<'_>> {
    let mut units = vec![Deal::default()];
    let globals = program.globals.values().filter(|global| is_defined(global.linkage));
    let procedures = sorted_by_module(program);
    if let Some(first) = units.first_mut() {
        first.globals = globals.collect();
    }
    if level.is_whole_program() {
        if let Some(first) = units.first_mut() {
            first.procedures = procedures;
        }
        return units;
    }
    let mut cost = 0;
    for procedure in procedures {
        let own = cost_of(procedure);
        if cost > 0 && cost + own > UNIT_COST {
            units.push(Deal::default());
            cost = 0;
        }
        cost += own;
        if let Some(last) = units.last_mut() {
            last.procedures.push(procedure);
        }
    }
    units
}

/// Whether the program itself gives the contents.
pub fn is_defined(linkage: Linkage) -> bool {
    matches!(linkage, Linkage::Internal | Linkage::Exported)
}

fn sorted_by_module(program: &Program) -> Vec<&Procedure> {
    let mut procedures: Vec<_> = program.procedures.values().filter(|procedure| procedure.body.is_some()).collect();
    let key = |procedure: &&Procedure| -> (&'static str, &'static str) {
        (Name::as_str(procedure.module), procedure.symbol.as_str())
    };
    procedures.sort_by_key(key);
    procedures
}

fn cost_of(procedure: &Procedure) -> usize {
    let blocks = procedure.body.iter().flat_map(|body| body.blocks.iter());
    blocks.map(|block| block.statements.len() + 1).sum::<usize>() + 4
}
