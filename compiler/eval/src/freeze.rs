//! Values that leave the interpreter: constants and static data, with everything that they point to.
//!
//! What a value points to becomes static data: objects of allocators, and what those point to, as new globals; globals and
//! procedures stay what they are. Pointers are known by their marks, see [`crate::memory`]. A pointer to a local, or to memory that
//! has been freed, cannot leave, and the error says the way to it.

use std::collections::VecDeque;

use hashbrown::HashMap;
use hubbub_base::Name;
use hubbub_mir::{Global, Linkage, Relocation, StaticData, Ty};

use crate::memory::{Address, Kind, offset_of, start_of};
use crate::run::{Interpreter, Value};

/// A value as static data, and the new globals that it refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Frozen {
    /// The value itself.
    pub data: StaticData,
    /// In the order in which they are reached; all internal, with symbols `PREFIX.0`, `PREFIX.1` …
    pub globals: Vec<Global>,
}

/// Why a value cannot leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeError {
    /// What is wrong with the pointer.
    pub message: String,
    /// Offsets of pointers to follow from the value on; the last one is the wrong one.
    pub path: Vec<u64>,
}

impl std::fmt::Display for FreezeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, at offset ", self.message)?;
        for (index, offset) in self.path.iter().enumerate() {
            write!(f, "{}{offset}", if index > 0 { " -> " } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for FreezeError {}

/// An object on its way into static data.
struct Reached {
    start: Address,
    size: u32,
    path: Vec<u64>,
}

/// Paths are cut off here: they are for messages, and lists may be long.
const PATH_MAX: usize = 16;

struct Freezer<'i, 'a> {
    interpreter: &'i Interpreter<'a>,
    prefix: &'i str,
    symbols: HashMap<Address, Name>,
    /// Objects whose contents have not been looked at.
    waiting: VecDeque<Reached>,
}

impl<'a> Interpreter<'a> {
    /// The value as static data. New globals are read-only if `is_constant`.
    pub fn freeze(&self, value: &Value, prefix: &str, is_constant: bool) -> Result<Frozen, FreezeError> {
        let mut freezer = Freezer { interpreter: self, prefix, symbols: HashMap::new(), waiting: VecDeque::new() };
        let pointers = value.pointers.iter().map(|it| u64::from(*it)).collect();
        let data = freezer.data(value.bytes.clone(), pointers, &[])?;
        let mut globals = Vec::new();
        while let Some(reached) = freezer.waiting.pop_front() {
            globals.push(freezer.global(&reached, is_constant)?);
        }
        Ok(Frozen { data, globals })
    }
}

impl Freezer<'_, '_> {
    fn global(&mut self, reached: &Reached, is_constant: bool) -> Result<Global, FreezeError> {
        let memory = self.interpreter.memory();
        let bytes = memory.object_bytes(reached.start);
        let words = (0..bytes.len() as u64 / 8).map(|word| word * 8);
        let pointers = words.filter(|offset| memory.is_pointer(reached.start + offset)).collect();
        let data = self.data(bytes, pointers, &reached.path)?;
        let symbol = self.symbols.get(&reached.start).copied().unwrap_or_else(|| Name::new(self.prefix));
        let element = Ty::int(8, false);
        let ty = Ty::new(hubbub_mir::TyData::Array { element, length: u64::from(reached.size) });
        Ok(Global {
            symbol,
            name: None,
            ty,
            align: memory.align_of(reached.start) as u32,
            data,
            is_constant,
            is_thread_local: false,
            linkage: Linkage::Internal,
        })
    }

    /// Bytes whose pointers have become relocations.
    fn data(&mut self, mut bytes: Vec<u8>, pointers: Vec<u64>, path: &[u64]) -> Result<StaticData, FreezeError> {
        let mut relocations = Vec::new();
        for offset in pointers {
            let Some(place) = bytes.get_mut(offset as usize..).and_then(|rest| rest.first_chunk_mut::<8>()) else {
                continue;
            };
            let address = u64::from_le_bytes(*place);
            let mut path = path.to_vec();
            if path.len() < PATH_MAX {
                path.push(offset);
            }
            if let Some(relocation) = self.relocation(offset, address, path)? {
                *place = [0; 8];
                relocations.push(relocation);
            }
        }
        while bytes.last() == Some(&0) {
            bytes.pop();
        }
        Ok(StaticData { bytes, relocations })
    }

    /// What a pointer becomes; `None` for null and numbers that were made pointers.
    fn relocation(&mut self, offset: u64, address: Address, path: Vec<u64>) -> Result<Option<Relocation>, FreezeError> {
        let memory = self.interpreter.memory();
        let Some((kind, size)) = memory.object(address) else {
            let fault = memory.explain(address, 1, false);
            return match fault {
                crate::memory::Fault::Null | crate::memory::Fault::Wild => Ok(None),
                _ => Err(FreezeError { message: fault.to_string(), path }),
            };
        };
        if offset_of(address) > size {
            return Err(FreezeError { message: "the pointer points outside of its object".to_owned(), path });
        }
        let symbol = match kind {
            // after the call only the locals of the expression itself are alive: arrays of slices that it writes, what an `Any` points to
            Kind::Local if self.interpreter.keeps_outermost() => Some(self.symbol_of(start_of(address), size, path)),
            Kind::Local => {
                let message = "the pointer points to a local variable".to_owned();
                return Err(FreezeError { message, path });
            }
            Kind::Temporary => {
                let message = "the pointer points to memory of the temporary allocator".to_owned();
                return Err(FreezeError { message, path });
            }
            Kind::Global(number) => self.interpreter.global_symbol(number),
            Kind::Procedure(number) => self.interpreter.procedure_symbol(number),
            Kind::Heap | Kind::Internal => Some(self.symbol_of(start_of(address), size, path)),
        };
        let addend = u64::from(offset_of(address));
        Ok(symbol.map(|symbol| Relocation { offset, symbol, addend }))
    }

    /// The symbol of an object, which is put down to be looked at when it is new.
    fn symbol_of(&mut self, start: Address, size: u32, path: Vec<u64>) -> Name {
        if let Some(symbol) = self.symbols.get(&start) {
            return *symbol;
        }
        let symbol = Name::new(&format!("{}.{}", self.prefix, self.symbols.len()));
        self.symbols.insert(start, symbol);
        self.waiting.push_back(Reached { start, size, path });
        symbol
    }
}
