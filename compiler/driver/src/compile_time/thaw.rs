//! What the interpreter hands over, as the checker knows it.

use std::sync::Arc;

use hashbrown::HashMap;
use hubbub_base::Name;
use hubbub_eval::Frozen;
use hubbub_mir::lower::{Session, Wanted};
use hubbub_mir::{Global, StaticData};
use hubbub_sema::data::graph::{Graph, Piece};
use hubbub_sema::data::value::{Address, Static, Target};

/// Literals within literals: as deep as a source file can nest them.
const DEPTH_MAX: usize = 256;

/// Turns symbols of MIR back into what the checker knows.
pub struct Thaw<'a> {
    session: &'a Session<'a>,
    /// Numbers of the objects that the execution has made.
    made: HashMap<Name, u32>,
    /// Literals that have been met.
    literals: HashMap<Name, Target>,
}

impl<'a> Thaw<'a> {
    /// For one value that has been frozen.
    pub fn new(session: &'a Session<'a>, frozen: &Frozen) -> Self {
        let made = frozen.globals.iter().zip(0..).map(|(global, index)| (global.symbol, index)).collect();
        Self { session, made, literals: HashMap::new() }
    }

    /// The objects that the execution has made.
    pub fn pieces(&mut self, globals: &[Global]) -> Option<Vec<Piece>> {
        let mut piece = |global: &Global| {
            let (size, align, is_constant) = (global.ty.size(), global.align, global.is_constant);
            Some(Piece { data: self.data(&global.data, 0)?, size, align, is_constant })
        };
        globals.iter().map(&mut piece).collect()
    }

    /// Bytes with addresses; `None` where something cannot be kept.
    pub fn data(&mut self, data: &StaticData, depth: usize) -> Option<Static> {
        if depth > DEPTH_MAX {
            return None;
        }
        let mut address = |relocation: &hubbub_mir::Relocation| {
            let target = self.target(relocation.symbol, depth)?;
            Some(Address { offset: relocation.offset, target, addend: relocation.addend })
        };
        let addresses: Option<Vec<Address>> = data.relocations.iter().map(&mut address).collect();
        Some(Static { bytes: data.bytes.clone(), addresses: addresses? })
    }

    fn target(&mut self, symbol: Name, depth: usize) -> Option<Target> {
        if let Some(index) = self.made.get(&symbol) {
            return Some(Target::Inner(*index));
        }
        if let Some(literal) = self.literals.get(&symbol) {
            return Some(literal.clone());
        }
        if let Some(global) = self.session.static_data(symbol) {
            let data = Arc::new(self.data(&global.data, depth + 1)?);
            let literal = Target::Data { data, size: global.ty.size(), align: global.align };
            self.literals.insert(symbol, literal.clone());
            return Some(literal);
        }
        match self.session.wanted(symbol)? {
            Wanted::Procedure(instance) | Wanted::Value(instance) => Some(Target::Procedure(instance)),
            Wanted::Thunk(instance) => Some(Target::Entry(instance)),
            Wanted::Variable(instance) => Some(Target::Variable(instance)),
            Wanted::TypeInformation(ty) => Some(Target::Type(ty)),
            Wanted::Piece(graph, index) => Some(Target::Piece { graph, index }),
            _ => None,
        }
    }
}

/// The value with what it leads to, as it is seen from outside of the graph of its objects.
pub fn from_outside(mut value: Static, graph: &Arc<Graph>) -> Static {
    for address in &mut value.addresses {
        if let Target::Inner(index) = address.target {
            address.target = Target::Piece { graph: Arc::clone(graph), index };
        }
    }
    value
}
