//! One body of MIR as one LLVM function.
//!
//! Every local has a [`Storage`]: a register (an LLVM value) where `locals` finds that one will do, else memory. Aggregates are
//! memory throughout, never LLVM values; scalars are registers between load and store. Start with [`build`], then [`statement`].

mod binary;
mod call;
mod cast;
mod check;
mod constant;
mod intrinsic;
mod locals;
mod pieces;
mod place;
mod statement;
mod tail;
mod terminator;

use std::rc::Rc;

use hubbub_base::Table;
use hubbub_mir::{Block, Body, ConstantId, LocalId, Operand, Procedure, Ty, TyData};

use crate::abi::Pass;
use crate::llvm::{BasicBlock, Metadata, Type, Value};
use crate::options::Error;
use crate::tail_calls::TailCalls;
use crate::unit::{Prototype, Unit};

pub use intrinsic::assembly_place;

/// Where a local lives.
#[derive(Clone, Copy, Debug)]
enum Storage {
    /// In memory at that address.
    Memory(Value),
    /// In a register, once it has been assigned.
    Register(Option<Value>),
}

/// A typed address.
#[derive(Clone, Copy, Debug)]
struct Address {
    pointer: Value,
    ty: Ty,
    /// What is known of its alignment, in bytes.
    align: u32,
}

/// A body while it is being built.
pub struct FunctionBuilder<'u, 'a> {
    pub unit: &'u mut Unit<'a>,
    pub body: &'a Body,
    symbol: &'static str,
    function: Value,
    prototype: Rc<Prototype>,
    locals: Table<LocalId, Storage>,
    blocks: Table<Block, BasicBlock>,
    /// Pointers for the results that go to memory, in order of the results.
    result_pointers: Vec<Option<Value>>,
    /// Where all returns meet, if there has been one of several pieces.
    return_block: Option<BasicBlock>,
    tail_calls: TailCalls<'a>,
    /// Blocks that end in a panic; they go to the end of the function.
    cold_blocks: Vec<BasicBlock>,
    /// Where the current statement stands.
    at: u32,
    /// The subprogram that locations stand in.
    pub scope: Option<Metadata>,
}

/// Builds the function of a procedure that has a body.
pub fn build<'a>(unit: &mut Unit<'a>, procedure: &'a Procedure) -> Result<(), Error> {
    let Some(body) = &procedure.body else { return Ok(()) };
    let function = unit.procedure(procedure.symbol);
    let prototype = unit.prototype(Ty::new(TyData::Procedure(procedure.signature.clone())));
    let symbol = procedure.symbol.as_str();
    if body.parameters.len() != prototype.convention.parameters.len() || body.blocks.is_empty() {
        return Err(internal(symbol, "the body does not match the signature"));
    }
    let scope = unit.begin_debug_scope(procedure, function);
    let tail_calls = TailCalls::new(body, &prototype.convention.parameters, procedure.symbol);
    let mut builder = FunctionBuilder {
        unit,
        body,
        symbol,
        function,
        prototype,
        locals: Table::new(),
        blocks: Table::new(),
        result_pointers: Vec::new(),
        return_block: None,
        tail_calls,
        cold_blocks: Vec::new(),
        at: 0,
        scope,
    };
    builder.build()
}

fn internal(entity: &str, message: impl Into<String>) -> Error {
    Error::Internal { entity: entity.to_owned(), message: message.into() }
}

impl<'a> FunctionBuilder<'_, 'a> {
    fn build(&mut self) -> Result<(), Error> {
        let types = self.unit.types;
        let start = self.function.append_block(&types, "start");
        self.unit.entry.position_at_end(start);
        self.unit.entry.set_location(None);
        self.append_blocks();
        self.set_up_locals();
        for (block, data) in self.body.blocks.iter_ids() {
            let llvm_block = self.blocks[block];
            self.unit.builder.position_at_end(llvm_block);
            for (statement, at) in &data.statements {
                self.set_location(*at);
                self.at = *at;
                self.statement(statement, *at)?;
            }
            self.set_location(data.terminator_at);
            self.terminator(&data.terminator)?;
        }
        for block in std::mem::take(&mut self.cold_blocks) {
            block.move_to_end();
        }
        if let Some(first) = self.body.blocks.ids().next() {
            self.unit.entry.branch(self.blocks[first]);
        }
        Ok(())
    }

    fn append_blocks(&mut self) {
        let types = self.unit.types;
        for block in self.body.blocks.ids() {
            let made = match self.unit.has_names {
                true => self.function.append_block(&types, &block.to_string()),
                false => self.function.append_block(&types, ""),
            };
            self.blocks.push(made);
        }
    }

    /// A block for code that hardly ever runs.
    fn append_cold_block(&mut self, name: &str) -> BasicBlock {
        let block = self.append_block(name);
        self.cold_blocks.push(block);
        block
    }

    fn append_block(&mut self, name: &str) -> BasicBlock {
        let types = self.unit.types;
        self.function.append_block(&types, if self.unit.has_names { name } else { "" })
    }

    fn set_location(&mut self, at: u32) {
        let Some(scope) = self.scope else { return };
        let location = self.unit.debug_location(scope, self.body.file, at);
        self.unit.builder.set_location(location);
    }

    /// The type of an operand.
    fn operand_ty(&self, operand: Operand) -> Ty {
        match operand {
            Operand::Copy(place) => self.place_ty(place),
            Operand::Constant(constant) => self.constant_ty(constant),
        }
    }

    /// A scalar operand in a register.
    fn operand(&mut self, operand: Operand) -> Result<Value, Error> {
        match operand {
            Operand::Copy(place) => self.load_place(place),
            Operand::Constant(constant) => self.scalar_constant(constant),
        }
    }

    fn constant_ty(&self, constant: ConstantId) -> Ty {
        constant::ty_of(&self.body.constants[constant])
    }

    /// A local that holds a scalar: a pointer, an index.
    fn read_local(&mut self, local: LocalId) -> Result<Value, Error> {
        let ty = self.body.locals[local].ty;
        match self.locals[local] {
            Storage::Register(Some(value)) => Ok(value),
            Storage::Register(None) => Err(self.internal(format!("{local} is read before it is assigned"))),
            Storage::Memory(pointer) => Ok(self.load_scalar(Address { pointer, ty, align: ty.align() })),
        }
    }

    /// Memory for a local or temporary, in the entry block.
    fn alloca(&mut self, ty: Ty) -> Value {
        let memory = self.unit.memory_type(ty);
        self.unit.entry.alloca(memory, ty.align().max(1))
    }

    fn register_type(&self, ty: Ty) -> Type {
        self.unit.register_type(ty)
    }

    fn internal(&self, message: impl Into<String>) -> Error {
        internal(self.symbol, message)
    }

    /// The context operand of a call or check.
    fn context(&mut self, local: Option<LocalId>) -> Result<Value, Error> {
        match local {
            Some(local) => self.read_local(local),
            None => Ok(self.unit.types.ptr.zero()),
        }
    }

    fn pass_of_result(&self, index: usize) -> Pass {
        self.prototype.convention.results.get(index).cloned().unwrap_or(Pass::Nothing)
    }
}

/// Lane type of a vector, else the type itself.
fn element_of(ty: Ty) -> Ty {
    match ty.data() {
        TyData::Vector { element, .. } => *element,
        _ => ty,
    }
}

fn is_float(ty: Ty) -> bool {
    matches!(element_of(ty).data(), TyData::Float { .. })
}

fn is_bool(ty: Ty) -> bool {
    matches!(element_of(ty).data(), TyData::Bool)
}

fn is_pointer(ty: Ty) -> bool {
    matches!(element_of(ty).data(), TyData::Pointer { .. } | TyData::Procedure(_))
}

/// Bits of an integer in a register.
fn int_bits(ty: Ty) -> u32 {
    match element_of(ty).data() {
        TyData::Bool => 1,
        other_ty => match other_ty {
            TyData::Int { bits, .. } | TyData::Enum { bits, .. } => u32::from(*bits),
            TyData::Rune => 32,
            _ => 64,
        },
    }
}

/// The type with the same bits that is read without a sign.
fn unsigned(ty: Ty) -> Ty {
    match element_of(ty).data() {
        TyData::Int { bits, .. } => Ty::int(*bits, false),
        _ => ty,
    }
}
