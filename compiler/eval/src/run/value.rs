//! Calls from outside: values go in and come out as bytes.

use hubbub_base::Name;
use hubbub_mir::{Abi, Procedure, Ty};

use super::{Interpreter, Stop};
use crate::error::EvalError;
use crate::memory::{Address, Kind};
use crate::scalar::Scalar;

/// A value as its bytes in memory. Addresses in it are those of the interpreter that gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its type.
    pub ty: Ty,
    /// The bytes; those that were never written are 0.
    pub bytes: Vec<u8>,
    /// Offsets of the pointers in it.
    pub pointers: Vec<u32>,
}

impl Value {
    /// A value without pointers.
    pub fn new(ty: Ty, bytes: Vec<u8>) -> Self {
        Self { ty, bytes, pointers: Vec::new() }
    }
}

impl<'a> Interpreter<'a> {
    /// Calls a procedure. A Hubbub procedure gets the context that lies in the global set by [`Interpreter::set_context`], or none.
    pub fn call(&mut self, symbol: Name, arguments: &[Value]) -> Result<Vec<Value>, EvalError> {
        let floor = self.frames.len();
        let result = self.try_call(symbol, arguments);
        let result = result.map_err(|stop| self.error(stop));
        self.unwind(floor);
        result
    }

    fn try_call(&mut self, symbol: Name, arguments: &[Value]) -> Result<Vec<Value>, Stop> {
        let missing = || Stop::Unsupported(format!("the procedure `{symbol}` is not there"));
        let number = self.world.procedure(symbol).ok_or_else(missing)?;
        let mir = self.world.mir(number).ok_or_else(missing)?;
        let mut given = Vec::new();
        if arguments.len() != mir.signature.parameters.len() {
            return Err(Stop::Call("a call hands over something else than the procedure takes"));
        }
        for (argument, ty) in arguments.iter().zip(&mir.signature.parameters) {
            self.hand_over(argument, *ty, &mut given)?;
        }
        let mut addresses = Vec::new();
        for ty in mir.signature.results.iter().filter(|ty| Scalar::of(**ty).is_none()) {
            let address = self.world.memory.allocate(ty.size(), Kind::Internal)?;
            addresses.push(address);
            given.push(address);
        }
        if mir.signature.abi == Abi::Hubbub {
            let context = self.context.map(|symbol| self.world.global(symbol)).transpose()?.flatten();
            given.push(context.unwrap_or(0));
        }
        self.call_number(number, &given)?;
        Ok(self.take_results(&mir, addresses))
    }

    /// Lets calls from outside have the context in this global.
    pub fn set_context(&mut self, symbol: Name) {
        self.context = Some(symbol);
    }

    /// Provides this procedure, an `Allocator`, natively: what it gives cannot be frozen.
    pub fn set_temporary_allocator(&mut self, symbol: Name) {
        self.world.temporary_allocator = Some(symbol);
    }

    fn hand_over(&mut self, argument: &Value, ty: Ty, given: &mut Vec<u64>) -> Result<(), Stop> {
        let address = self.world.memory.allocate(ty.size(), Kind::Internal)?;
        let length = argument.bytes.len().min(usize::try_from(ty.size()).unwrap_or(0));
        self.world.memory.write(address, argument.bytes.get(..length).unwrap_or(&[]))?;
        for offset in &argument.pointers {
            let bytes = argument.bytes.get(*offset as usize..).and_then(|rest| rest.first_chunk::<8>());
            if let Some(bytes) = bytes {
                let place = address.wrapping_add(u64::from(*offset));
                self.world.memory.store_pointer(place, u64::from_le_bytes(*bytes));
            }
        }
        let Some(scalar) = Scalar::of(ty) else {
            given.push(address);
            return Ok(());
        };
        let mut registers = [0u64; 2];
        super::execute::load_any(&mut registers, &self.world.memory, scalar, 0, address)?;
        let [low, high] = registers;
        given.push(low);
        if scalar.is_wide() {
            given.push(high);
        }
        self.world.memory.kill(address);
        Ok(())
    }

    fn take_results(&mut self, mir: &Procedure, addresses: Vec<Address>) -> Vec<Value> {
        let mut addresses = addresses.into_iter();
        let returned = std::mem::take(&mut self.returned);
        let mut words = returned.into_iter();
        let mut values = Vec::new();
        for ty in &mir.signature.results {
            let value = match Scalar::of(*ty) {
                Some(scalar) => {
                    let low = words.next().unwrap_or(0);
                    let high = if scalar.is_wide() { words.next().unwrap_or(0) } else { 0 };
                    let bytes = (u128::from(low) | u128::from(high) << 64).to_le_bytes();
                    let bytes = bytes.iter().take(scalar.size() as usize).copied().collect();
                    let pointers = if scalar == Scalar::Pointer { vec![0] } else { Vec::new() };
                    Value { ty: *ty, bytes, pointers }
                }
                None => self.value_at(*ty, addresses.next().unwrap_or(0)),
            };
            values.push(value);
        }
        values
    }

    /// What lies in an object of its own, which ends.
    fn value_at(&mut self, ty: Ty, address: Address) -> Value {
        let bytes = self.world.memory.object_bytes(address);
        let words = (0..bytes.len() as u64 / 8).map(|word| word * 8);
        let pointers =
            words.filter(|offset| self.world.memory.is_pointer(address + offset)).map(|it| it as u32).collect();
        self.world.memory.kill(address);
        Value { ty, bytes, pointers }
    }
}
