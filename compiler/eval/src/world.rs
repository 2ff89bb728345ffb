//! What the interpreter knows of the program: procedures and globals by number, their addresses, decoded code.
//!
//! Entities are asked for when a procedure that uses them is decoded, and only then; procedures are decoded when they are
//! first called.

use std::sync::Arc;

use hashbrown::HashMap;
use hubbub_base::Name;
use hubbub_mir::{Aggregate, Global, Procedure, Signature, Ty, TyData};

use crate::code::Code;
use crate::host::HostProcedure;
use crate::memory::{Address, Fault, Kind, Memory};
use crate::source::ProcedureSource;

/// How a procedure is run.
#[derive(Clone, Copy)]
pub enum Callable<'a> {
    /// It has not been called yet.
    Undecoded,
    /// Decoded.
    Code(&'a Code),
    /// Provided by the interpreter.
    Host(HostProcedure),
    /// Defined elsewhere.
    Foreign,
}

/// A procedure.
pub struct ProcedureEntry<'a> {
    pub symbol: Name,
    /// Its type, see [`World::erased`].
    pub ty: Ty,
    pub callable: Callable<'a>,
    /// Null until it is asked for.
    pub address: Address,
}

/// A global.
pub struct GlobalEntry {
    pub symbol: Name,
    pub address: Address,
}

/// See the head of this module.
pub struct World<'a> {
    pub source: &'a dyn ProcedureSource,
    pub memory: Memory,
    pub procedures: Vec<ProcedureEntry<'a>>,
    pub globals: Vec<GlobalEntry>,
    procedure_numbers: HashMap<Name, u32>,
    global_numbers: HashMap<Name, u32>,
    aggregates: HashMap<Name, Arc<Aggregate>>,
    zeros: HashMap<u64, Address>,
    erased: HashMap<Ty, Ty>,
    /// What temporary memory is taken from at compile time, where it must be told from what may stay.
    pub temporary_allocator: Option<Name>,
}

impl<'a> World<'a> {
    /// Nothing of the program is known yet.
    pub fn new(source: &'a dyn ProcedureSource, bytes_max: u64) -> Self {
        Self {
            source,
            memory: Memory::new(bytes_max),
            procedures: Vec::new(),
            globals: Vec::new(),
            procedure_numbers: HashMap::new(),
            global_numbers: HashMap::new(),
            aggregates: HashMap::new(),
            zeros: HashMap::new(),
            erased: HashMap::new(),
            temporary_allocator: None,
        }
    }

    /// The number of a procedure; `None` when the program has none of that symbol.
    pub fn procedure(&mut self, symbol: Name) -> Option<u32> {
        if let Some(number) = self.procedure_numbers.get(&symbol) {
            return Some(*number);
        }
        let procedure = self.source.procedure(symbol)?;
        let ty = self.erased(Ty::new(TyData::Procedure(procedure.signature.clone())));
        let callable = match (&procedure.body, crate::host::find(symbol.as_str())) {
            _ if self.temporary_allocator == Some(symbol) => Callable::Host(HostProcedure::TemporaryAllocate),
            (Some(_), _) => Callable::Undecoded,
            (None, Some(host)) => Callable::Host(host),
            (None, None) => Callable::Foreign,
        };
        let number = self.procedures.len() as u32;
        self.procedures.push(ProcedureEntry { symbol, ty, callable, address: 0 });
        self.procedure_numbers.insert(symbol, number);
        Some(number)
    }

    /// The MIR of a procedure.
    pub fn mir(&self, number: u32) -> Option<Arc<Procedure>> {
        self.source.procedure(self.procedures.get(number as usize)?.symbol)
    }

    /// The address of a procedure.
    pub fn procedure_address(&mut self, number: u32) -> Result<Address, Fault> {
        let Some(entry) = self.procedures.get_mut(number as usize) else { return Ok(0) };
        if entry.address == 0 {
            entry.address = self.memory.allocate(0, Kind::Procedure(number))?;
        }
        Ok(entry.address)
    }

    /// The address of a global; `None` when the program has none of that symbol. Globals that its contents refer to are made too.
    pub fn global(&mut self, symbol: Name) -> Result<Option<Address>, Fault> {
        if let Some(number) = self.global_numbers.get(&symbol) {
            return Ok(self.globals.get(*number as usize).map(|entry| entry.address));
        }
        let mut unfilled = Vec::new();
        let address = self.new_global(symbol, &mut unfilled)?;
        while let Some((address, global)) = unfilled.pop() {
            self.fill(address, &global, &mut unfilled)?;
        }
        Ok(address)
    }

    /// A global without its contents, which are put down for later.
    fn new_global(
        &mut self,
        symbol: Name,
        unfilled: &mut Vec<(Address, Arc<Global>)>,
    ) -> Result<Option<Address>, Fault> {
        if let Some(number) = self.global_numbers.get(&symbol) {
            return Ok(self.globals.get(*number as usize).map(|entry| entry.address));
        }
        let Some(global) = self.source.global(symbol) else { return Ok(None) };
        let number = self.globals.len() as u32;
        let address = self.memory.allocate(global.ty.size(), Kind::Global(number))?;
        self.globals.push(GlobalEntry { symbol, address });
        self.global_numbers.insert(symbol, number);
        unfilled.push((address, global));
        Ok(Some(address))
    }

    fn fill(
        &mut self,
        address: Address,
        global: &Global,
        unfilled: &mut Vec<(Address, Arc<Global>)>,
    ) -> Result<(), Fault> {
        let size = global.ty.size();
        let given = global.data.bytes.len().min(size as usize);
        self.memory.fill(address, 0, size)?;
        self.memory.write(address, global.data.bytes.get(..given).unwrap_or(&[]))?;
        for relocation in &global.data.relocations {
            let target = match self.new_global(relocation.symbol, unfilled)? {
                Some(target) => target,
                None => match self.procedure(relocation.symbol) {
                    Some(number) => self.procedure_address(number)?,
                    None => continue,
                },
            };
            let place = address.wrapping_add(relocation.offset.min(u64::from(u32::MAX)));
            if self.memory.store_pointer(place, target.wrapping_add(relocation.addend)).is_none() {
                return Err(self.memory.explain(place, 8, true));
            }
        }
        if global.is_constant {
            self.memory.protect(address);
        }
        Ok(())
    }

    /// The aggregate of this name.
    pub fn aggregate(&mut self, name: Name) -> Option<Arc<Aggregate>> {
        if let Some(aggregate) = self.aggregates.get(&name) {
            return Some(Arc::clone(aggregate));
        }
        let aggregate = self.source.aggregate(name)?;
        self.aggregates.insert(name, Arc::clone(&aggregate));
        Some(aggregate)
    }

    /// Constant zeros, so many bytes.
    pub fn zeros(&mut self, size: u64) -> Result<Address, Fault> {
        if let Some(address) = self.zeros.get(&size) {
            return Ok(*address);
        }
        let address = self.memory.allocate(size, Kind::Internal)?;
        self.memory.fill(address, 0, size)?;
        self.memory.protect(address);
        self.zeros.insert(size, address);
        Ok(address)
    }

    /// A type without what pointers in it point to: types that a call does not tell apart are the same.
    pub fn erased(&mut self, ty: Ty) -> Ty {
        if let Some(known) = self.erased.get(&ty) {
            return *known;
        }
        let erased = match ty.data() {
            TyData::Pointer { .. } => Ty::pointer(),
            TyData::Array { element, length } => {
                Ty::new(TyData::Array { element: self.erased(*element), length: *length })
            }
            TyData::Vector { element, lanes } => {
                Ty::new(TyData::Vector { element: self.erased(*element), lanes: *lanes })
            }
            TyData::Procedure(signature) => Ty::new(TyData::Procedure(Signature {
                abi: signature.abi,
                parameters: signature.parameters.iter().map(|ty| self.erased(*ty)).collect(),
                results: signature.results.iter().map(|ty| self.erased(*ty)).collect(),
                is_variadic: signature.is_variadic,
            })),
            _ => ty,
        };
        self.erased.insert(ty, erased);
        erased
    }
}
