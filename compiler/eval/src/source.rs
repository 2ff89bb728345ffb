//! Where the interpreter has its program from.

use std::sync::Arc;

use hashbrown::HashMap;
use hubbub_base::Name;
use hubbub_mir::{Aggregate, Global, Procedure, Program};

/// Gives entities of a program by symbol, one by one, so that they can be made when they are asked for.
pub trait ProcedureSource {
    /// The procedure with this symbol, foreign ones included.
    fn procedure(&self, symbol: Name) -> Option<Arc<Procedure>>;
    /// The global with this symbol, with its contents at start.
    fn global(&self, symbol: Name) -> Option<Arc<Global>>;
    /// The aggregate of this name.
    fn aggregate(&self, name: Name) -> Option<Arc<Aggregate>>;
}

/// A whole program as a source.
pub struct ProgramSource {
    procedures: HashMap<Name, Arc<Procedure>>,
    globals: HashMap<Name, Arc<Global>>,
    aggregates: HashMap<Name, Arc<Aggregate>>,
}

impl ProgramSource {
    /// Takes a program.
    pub fn new(program: Program) -> Self {
        Self {
            procedures: program.procedures.into_iter().map(|(symbol, it)| (symbol, Arc::new(it))).collect(),
            globals: program.globals.into_iter().map(|(symbol, it)| (symbol, Arc::new(it))).collect(),
            aggregates: program.aggregates.into_iter().map(|(name, it)| (name, Arc::new(it))).collect(),
        }
    }
}

impl ProcedureSource for ProgramSource {
    fn procedure(&self, symbol: Name) -> Option<Arc<Procedure>> {
        self.procedures.get(&symbol).cloned()
    }

    fn global(&self, symbol: Name) -> Option<Arc<Global>> {
        self.globals.get(&symbol).cloned()
    }

    fn aggregate(&self, name: Name) -> Option<Arc<Aggregate>> {
        self.aggregates.get(&name).cloned()
    }
}

impl<S: ProcedureSource + ?Sized> ProcedureSource for &S {
    fn procedure(&self, symbol: Name) -> Option<Arc<Procedure>> {
        (**self).procedure(symbol)
    }

    fn global(&self, symbol: Name) -> Option<Arc<Global>> {
        (**self).global(symbol)
    }

    fn aggregate(&self, name: Name) -> Option<Arc<Aggregate>> {
        (**self).aggregate(name)
    }
}
