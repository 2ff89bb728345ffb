//! Deals procedures and globals into units of about equal cost, by module first.
//!
//! How many units there are depends on the program alone, never on the number of threads, so the objects are the same
//! on every machine. An optimised program that is small is one unit; a big one is several, and each gets copies of the small
//! procedures of others that it calls, as ThinLTO would import them.

use hashbrown::{HashMap, HashSet};
use hubbub_base::Name;
use hubbub_mir::{Body, Callee, Constant, Global, Linkage, Procedure, Program, Statement, Terminator};

use crate::options::Level;

/// What one LLVM module defines.
#[derive(Default)]
pub struct Deal<'a> {
    pub procedures: Vec<&'a Procedure>,
    /// Procedures of other units whose bodies are here too, to be inlined.
    pub imports: Vec<&'a Procedure>,
    pub globals: Vec<&'a Global>,
}

/// Statements in one unit: some tens of milliseconds of LLVM's time at -O0, a second or two at -O3.
const UNIT_COST: usize = 12_000;
/// Bigger procedures are not worth a copy.
const IMPORT_COST_MAX: usize = 60;
/// Calls within imported bodies are followed so far.
const IMPORT_DEPTH_MAX: usize = 3;

type Procedures<'a> = HashMap<Name, &'a Procedure, foldhash::fast::FixedState>;

/// The units of a program; at least one.
pub fn deal(program: &Program, level: Level) -> Vec<Deal<'_>> {
    let mut units = vec![Deal::default()];
    let globals = program.globals.values().filter(|global| is_defined(global.linkage));
    if let Some(first) = units.first_mut() {
        first.globals = globals.collect();
    }
    let mut cost = 0;
    for procedure in sorted_by_module(program) {
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
    if level.optimizes() && units.len() > 1 {
        add_imports(program, &mut units);
    }
    units
}

fn add_imports<'a>(program: &'a Program, units: &mut [Deal<'a>]) {
    let mut all = Procedures::with_hasher(foldhash::fast::FixedState::with_seed(17));
    all.extend(program.procedures.iter().map(|(symbol, procedure)| (*symbol, procedure)));
    for unit in units {
        unit.imports = imports(&all, &unit.procedures);
    }
}

/// Small procedures that these call, and small ones that those call, in the order in which they are found.
fn imports<'a>(all: &Procedures<'a>, own: &[&'a Procedure]) -> Vec<&'a Procedure> {
    let mut seen: HashSet<Name> = own.iter().map(|procedure| procedure.symbol).collect();
    let mut found = Vec::new();
    let mut callers = own.to_vec();
    for _ in 0..IMPORT_DEPTH_MAX {
        let mut next = Vec::new();
        for body in callers.iter().filter_map(|caller| caller.body.as_ref()) {
            let callees = callees(body).filter_map(|symbol| all.get(&symbol).copied());
            next.extend(callees.filter(|callee| is_worth_a_copy(callee) && seen.insert(callee.symbol)));
        }
        found.extend(next.iter().copied());
        callers = next;
    }
    found
}

fn is_worth_a_copy(procedure: &Procedure) -> bool {
    procedure.body.is_some() && !procedure.is_cold && cost_of(procedure) <= IMPORT_COST_MAX
}

/// Procedures that a body calls by symbol, or whose addresses it takes.
fn callees(body: &Body) -> impl Iterator<Item = Name> {
    let direct = |callee: &Callee| match callee {
        Callee::Direct { symbol, .. } => Some(*symbol),
        _ => None,
    };
    let statements = body.blocks.iter().flat_map(|block| &block.statements);
    let calls = statements.filter_map(move |(statement, _)| match statement {
        Statement::Call { callee, .. } => direct(callee),
        _ => None,
    });
    let tails = body.blocks.iter().filter_map(move |block| match &block.terminator {
        Terminator::TailCall { callee, .. } => direct(callee),
        _ => None,
    });
    let addresses = body.constants.iter().filter_map(|constant| match constant {
        Constant::Procedure { symbol, .. } => Some(*symbol),
        _ => None,
    });
    calls.chain(tails).chain(addresses)
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
