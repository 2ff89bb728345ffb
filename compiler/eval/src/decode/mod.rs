//! MIR to bytecode, one procedure at a time.
//!
//! Every construct that the interpreter cannot run becomes an operation that fails when it is reached, so that a procedure with
//! a foreign call on a path not taken still runs. Start with [`procedure`]; [`homes`] decides which locals live in registers,
//! [`place`] computes addresses, [`rvalue`] and [`call`] are what their names say, [`flow`] the ends of blocks.

mod accesses;
mod call;
mod flow;
mod homes;
mod intrinsic;
mod place;
mod rvalue;

use hubbub_base::{Id, Table};
use hubbub_mir::{
    Block, Body, Check, Constant, LocalId, Operand, Place, PlaceBase, Procedure, Projection, Statement, Ty, TyData,
};

use crate::code::{CheckInfo, Code, Op, R, Registers, Slot};
use crate::memory::Fault;
use crate::scalar::Scalar;
use crate::world::World;
use homes::LocalFacts;

/// Registers of a frame: what 16 bits can name, and one that stands for none.
const REGISTERS_MAX: usize = u16::MAX as usize;
/// Bytes of one procedure's locals in memory.
const FRAME_BYTES_MAX: u64 = 1 << 30;

/// Why a procedure cannot be decoded.
#[derive(Debug)]
pub enum DecodeError {
    /// It is too large, or its MIR is not what it should be.
    Unsupported(String),
    /// There is no memory for the globals that it uses.
    Memory(Fault),
}

impl From<Fault> for DecodeError {
    fn from(fault: Fault) -> Self {
        DecodeError::Memory(fault)
    }
}

type Decoded<T> = Result<T, DecodeError>;

fn unsupported<T>(message: impl Into<String>) -> Decoded<T> {
    Err(DecodeError::Unsupported(message.into()))
}

/// The bytecode of a procedure with a body.
pub fn procedure(world: &mut World<'_>, procedure: &Procedure) -> Decoded<Code> {
    let Some(body) = &procedure.body else { return unsupported("a procedure without a body") };
    let code = Code {
        symbol: procedure.symbol,
        name: procedure.name,
        file: body.file,
        ops: Vec::new(),
        positions: Vec::new(),
        template: Vec::new(),
        given: 0,
        context: None,
        slots: Vec::new(),
        frame_bytes: 0,
        registers: Vec::new(),
        calls: Vec::new(),
        checks: Vec::new(),
        intrinsics: Vec::new(),
        vectors: Vec::new(),
        switches: Vec::new(),
        messages: Vec::new(),
    };
    let facts = homes::analyse(body);
    let mut decoder = Decoder {
        world,
        body,
        facts,
        code,
        homes: Table::new(),
        result_addresses: Vec::new(),
        constants: hashbrown::HashMap::new(),
        temporaries: Vec::new(),
        temporaries_in_use: Vec::new(),
        block_starts: Vec::new(),
        at: procedure.at,
    };
    decoder.run()?;
    Ok(decoder.code)
}

/// Where a local lives.
#[derive(Clone, Copy, Debug)]
enum Home {
    /// In this register (and the next, if it is wide).
    Register(R, Scalar),
    /// In memory, at the address that the register holds; `slot` unless it is the caller's memory.
    Memory { address: R, slot: Option<u32> },
}

struct Decoder<'d, 'w> {
    world: &'d mut World<'w>,
    body: &'d Body,
    facts: Table<LocalId, LocalFacts>,
    code: Code,
    homes: Table<LocalId, Home>,
    /// Where the caller wants results that are no scalars.
    result_addresses: Vec<R>,
    /// Registers that hold constants.
    constants: hashbrown::HashMap<u64, R>,
    /// Registers for values within one statement.
    temporaries: Vec<R>,
    temporaries_in_use: Vec<R>,
    /// Where each block begins.
    block_starts: Vec<u32>,
    /// The source position of what is decoded.
    at: u32,
}

impl Decoder<'_, '_> {
    fn run(&mut self) -> Decoded<()> {
        self.place_locals()?;
        for index in 0..self.body.blocks.len() {
            self.block_starts.push(self.code.ops.len() as u32);
            self.block(Block::from_index(index))?;
        }
        self.emit(Op::Unreachable);
        self.resolve_targets();
        Ok(())
    }

    fn emit(&mut self, op: Op) {
        self.code.ops.push(op);
        self.code.positions.push(self.at);
    }

    /// An operation that fails when it is reached.
    fn fail(&mut self, message: impl Into<String>) {
        let number = self.code.messages.len() as u32;
        self.code.messages.push(message.into());
        self.emit(Op::Fail { message: number });
    }

    fn new_register(&mut self, first_value: u64) -> Decoded<R> {
        let register = self.code.template.len();
        if register >= REGISTERS_MAX {
            return unsupported("the procedure has too many values to be interpreted");
        }
        self.code.template.push(first_value);
        Ok(register as R)
    }

    /// A register, or two in a row.
    fn new_registers(&mut self, is_wide: bool) -> Decoded<R> {
        let first = self.new_register(0)?;
        if is_wide {
            self.new_register(0)?;
        }
        Ok(first)
    }

    /// A register until the end of the statement.
    fn temporary(&mut self) -> Decoded<R> {
        let register = match self.temporaries.pop() {
            Some(register) => register,
            None => self.new_register(0)?,
        };
        self.temporaries_in_use.push(register);
        Ok(register)
    }

    /// Registers for a scalar until the end of the statement.
    fn temporary_for(&mut self, scalar: Scalar) -> Decoded<R> {
        // Pairs are rare, so they are not used again.
        if scalar.is_wide() { self.new_registers(true) } else { self.temporary() }
    }

    /// A register that always holds this.
    fn constant_register(&mut self, value: u64) -> Decoded<R> {
        if let Some(register) = self.constants.get(&value) {
            return Ok(*register);
        }
        let register = self.new_register(value)?;
        self.constants.insert(value, register);
        Ok(register)
    }

    /// Gives out registers as the caller fills them, then to the other locals.
    fn place_locals(&mut self) -> Decoded<()> {
        let body = self.body;
        let unplaced = Home::Memory { address: R::MAX, slot: None };
        self.homes = body.locals.iter().map(|_| unplaced).collect();
        let mut arrived = Vec::new();
        for local in &body.parameters {
            let Some(ty) = self.local_ty(*local) else { return unsupported("a parameter without a local") };
            let scalar = Scalar::of(ty);
            let register = self.new_registers(scalar.is_some_and(Scalar::is_wide))?;
            arrived.push((*local, register, scalar));
        }
        for result in &body.results {
            if self.local_ty(*result).is_none_or(|ty| Scalar::of(ty).is_none()) {
                let register = self.new_register(0)?;
                self.result_addresses.push(register);
            }
        }
        if let Some(context) = body.context {
            let register = self.new_register(0)?;
            arrived.push((context, register, Some(Scalar::Pointer)));
            self.code.context = Some(register);
        }
        self.code.given = self.code.template.len() as u32;
        self.place_others(&arrived)
    }

    fn place_others(&mut self, arrived: &[(LocalId, R, Option<Scalar>)]) -> Decoded<()> {
        let mut is_placed: Table<LocalId, bool> = self.body.locals.iter().map(|_| false).collect();
        for (local, register, scalar) in arrived {
            let Some(fact) = self.facts.get(*local).copied() else { return unsupported("a parameter without a local") };
            is_placed[*local] = match scalar {
                Some(scalar) if fact.in_register.is_some() => {
                    self.homes[*local] = Home::Register(*register, *scalar);
                    true
                }
                Some(_) => false,
                None => {
                    self.homes[*local] = Home::Memory { address: *register, slot: None };
                    true
                }
            };
        }
        for local in self.body.locals.ids() {
            if !is_placed[local] {
                self.homes[local] = self.new_home(local)?;
            }
        }
        // Scalars that arrive in registers, but must lie in memory.
        for (local, register, scalar) in arrived {
            if let (Some(scalar), Home::Memory { address, .. }) = (scalar, self.homes[*local]) {
                self.store(*scalar, *register, address, 0);
            }
        }
        Ok(())
    }

    fn new_home(&mut self, local: LocalId) -> Decoded<Home> {
        let Some(fact) = self.facts.get(local).copied() else { return unsupported("a local that is not there") };
        if let Some(scalar) = fact.in_register {
            return Ok(Home::Register(self.new_registers(scalar.is_wide())?, scalar));
        }
        let size = self.local_ty(local).map_or(0, Ty::size);
        let (address, slot) = self.new_slot(size, !fact.has_storage)?;
        Ok(Home::Memory { address, slot: Some(slot) })
    }

    /// Memory in the frame, with the register that holds its address.
    fn new_slot(&mut self, size: u64, is_live_at_entry: bool) -> Decoded<(R, u32)> {
        let offset = self.code.frame_bytes;
        let end = u64::from(offset).saturating_add(size).next_multiple_of(8);
        if end > FRAME_BYTES_MAX {
            return unsupported("the procedure's local variables are too large");
        }
        self.code.frame_bytes = end as u32;
        let register = self.new_register(0)?;
        let slot = self.code.slots.len() as u32;
        self.code.slots.push(Slot { register, offset, size: size as u32, is_live_at_entry });
        Ok((register, slot))
    }

    fn local_ty(&self, local: LocalId) -> Option<Ty> {
        self.body.locals.get(local).map(|local| local.ty)
    }

    fn block(&mut self, id: Block) -> Decoded<()> {
        let Some(block) = self.body.blocks.get(id) else { return Ok(()) };
        for (statement, at) in &block.statements {
            self.at = *at;
            self.statement(statement)?;
            self.end_statement();
        }
        self.at = block.terminator_at;
        self.terminator(block.terminator, id)?;
        self.end_statement();
        Ok(())
    }

    fn end_statement(&mut self) {
        self.temporaries.append(&mut self.temporaries_in_use);
    }

    fn statement(&mut self, statement: &Statement) -> Decoded<()> {
        match *statement {
            Statement::Assign(place, rvalue) => self.assign(place, rvalue),
            Statement::Call { callee, arguments, results, context } => {
                self.call(callee, self.body.operands(arguments), self.body.places(results), context)
            }
            Statement::Check { check, operands, context } => self.check(check, self.body.operands(operands), context),
            Statement::StorageLive(local) => {
                if let Some(Home::Memory { slot: Some(slot), .. }) = self.homes.get(local) {
                    let slot = *slot;
                    self.emit(Op::Live { slot });
                }
                Ok(())
            }
            Statement::StorageDead(local) => {
                if let Some(Home::Memory { slot: Some(slot), .. }) = self.homes.get(local) {
                    let slot = *slot;
                    self.emit(Op::Dead { slot });
                }
                Ok(())
            }
        }
    }

    fn check(&mut self, check: Check, operands: &[Operand], context: Option<LocalId>) -> Decoded<()> {
        let context = match context {
            Some(context) => Some(self.local_value(context)?),
            None => None,
        };
        let mut list = Vec::new();
        let mut scalar = Scalar::I64;
        for operand in operands {
            let (register, of) = self.scalar_operand(*operand)?;
            scalar = of;
            list.push(register);
            if of.is_wide() {
                list.push(register + 1);
            }
        }
        let info = self.code.checks.len() as u32;
        let operands = self.register_list(&list);
        self.code.checks.push(CheckInfo { check, operands, scalar, context });
        match (check, list.as_slice()) {
            (Check::Index, [index, length]) => self.emit(Op::CheckIndex { index: *index, length: *length, info }),
            (Check::Slice, [low, high, length]) => {
                self.emit(Op::CheckSlice { low: *low, high: *high, length: *length, info });
            }
            (Check::Overflow(_), [_, ..]) => self.emit(Op::CheckOverflow { info }),
            (Check::Division, [low, high]) => {
                let any = self.temporary()?;
                self.emit(Op::Or { dst: any, a: *low, b: *high });
                self.emit(Op::CheckTrue { a: any, info });
            }
            (_, [a, ..]) => self.emit(Op::CheckTrue { a: *a, info }),
            _ => return unsupported("a check without operands"),
        }
        Ok(())
    }

    fn register_list(&mut self, registers: &[R]) -> Registers {
        let start = self.code.registers.len() as u32;
        self.code.registers.extend_from_slice(registers);
        Registers { start, count: registers.len() as u32 }
    }

    /// The type of a place, as far as its steps make sense.
    fn place_ty(&mut self, place: Place) -> Option<Ty> {
        let mut ty = match place.base {
            PlaceBase::Local(local) => self.local_ty(local)?,
            PlaceBase::Global { ty, .. } => ty,
        };
        for step in self.body.path(place) {
            ty = match (step, ty.data()) {
                (Projection::Deref(to), _) => *to,
                (Projection::Field(field), TyData::Aggregate { name, .. }) => {
                    self.world.aggregate(*name)?.fields.get(*field as usize)?.ty
                }
                (
                    Projection::Index(_) | Projection::ConstantIndex(_),
                    TyData::Array { element, .. } | TyData::Vector { element, .. },
                ) => *element,
                (Projection::Step(_), _) => ty,
                _ => return None,
            };
        }
        Some(ty)
    }

    fn operand_ty(&mut self, operand: Operand) -> Decoded<Ty> {
        let ty = match operand {
            Operand::Copy(place) => self.place_ty(place),
            Operand::Constant(id) => self.body.constants.get(id).map(|constant| match constant {
                Constant::Int { ty, .. } | Constant::Float { ty, .. } | Constant::Zero(ty) | Constant::Uninit(ty) => {
                    *ty
                }
                Constant::Procedure { ty, .. } | Constant::GlobalAddress { ty, .. } => *ty,
            }),
        };
        match ty {
            Some(ty) => Ok(ty),
            None => unsupported("an operand without a type"),
        }
    }
}
