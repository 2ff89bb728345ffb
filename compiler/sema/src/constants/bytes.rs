//! Values of compile time as bytes in memory, and back.

use std::sync::Arc;

use hubbub_syntax::tree::view::Abi;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{Address, Static, Target, TypedValue, Value};
use crate::session::Sema;

const WORD_BYTES: usize = 8;

/// Bytes under construction.
pub struct Image<'s> {
    sema: &'s Sema,
    data: Static,
}

impl<'s> Image<'s> {
    /// No bytes: all zero.
    pub fn new(sema: &'s Sema) -> Self {
        Self { sema, data: Static::default() }
    }

    /// The value that the bytes are.
    pub fn finish(mut self) -> Value {
        while self.data.bytes.last() == Some(&0) {
            self.data.bytes.pop();
        }
        if self.data.bytes.is_empty() && self.data.addresses.is_empty() {
            return Value::Zero;
        }
        self.data.addresses.sort_by_key(|address| address.offset);
        Value::Static(Arc::new(self.data))
    }

    /// Puts a value at an offset that holds zeros; `None` for values that have no bytes.
    pub fn put(&mut self, offset: u64, value: &TypedValue) -> Option<()> {
        match &value.value {
            Value::Zero | Value::Null => Some(()),
            Value::Integer(integer) => self.put_integer(offset, integer, value.ty),
            Value::Bool(value) => self.put_bytes(offset, &[u8::from(*value)]),
            Value::Float(bits) => self.put_float(offset, f64::from_bits(*bits), value.ty),
            Value::String(bytes) => self.put_string(offset, bytes, value.ty),
            Value::Type(ty) => self.put_address(offset, Target::Type(*ty), 0),
            Value::Procedure(instance) => {
                let is_c = matches!(self.sema.kind(self.sema.base_of(value.ty)),
                    TypeKind::Procedure(procedure) if procedure.abi == Abi::C);
                let target = if is_c { Target::Entry(*instance) } else { Target::Procedure(*instance) };
                self.put_address(offset, target, 0)
            }
            Value::Static(data) => {
                self.put_bytes(offset, &data.bytes)?;
                for address in &data.addresses {
                    self.put_address(offset + address.offset, address.target.clone(), address.addend)?;
                }
                Some(())
            }
            Value::ExactFloat(_) | Value::NegativeZero | Value::Parameter { .. } | Value::Dependent => None,
        }
    }

    /// Puts the address of something.
    pub fn put_address(&mut self, offset: u64, target: Target, addend: u64) -> Option<()> {
        self.data.addresses.push(Address { offset, target, addend });
        Some(())
    }

    /// Puts an unsigned number of so many bytes.
    pub fn put_number(&mut self, offset: u64, number: u64, size: usize) -> Option<()> {
        self.put_bytes(offset, number.to_le_bytes().get(..size)?)
    }

    fn put_integer(&mut self, offset: u64, integer: &BigInt, ty: TypeId) -> Option<()> {
        let size = self.sema.layout(ty)?.size as usize;
        let mut bytes = integer.to_signed_bytes_le();
        let sign = if integer.sign() == num_bigint::Sign::Minus { 0xff } else { 0 };
        bytes.resize(size.max(bytes.len()), sign);
        self.put_bytes(offset, bytes.get(..size)?)
    }

    fn put_float(&mut self, offset: u64, value: f64, ty: TypeId) -> Option<()> {
        match self.sema.kind(self.sema.base_of(ty)) {
            TypeKind::Float { bits: 64 } => self.put_bytes(offset, &value.to_bits().to_le_bytes()),
            TypeKind::Float { bits: 32 } => self.put_bytes(offset, &(value as f32).to_bits().to_le_bytes()),
            TypeKind::Float { bits: 16 } => self.put_bytes(offset, &half_bits(value).to_le_bytes()),
            _ => None,
        }
    }

    fn put_string(&mut self, offset: u64, bytes: &[u8], ty: TypeId) -> Option<()> {
        let mut data = bytes.to_vec();
        data.push(0);
        let size = data.len() as u64;
        while data.last() == Some(&0) {
            data.pop();
        }
        let data = Arc::new(Static { bytes: data, addresses: Vec::new() });
        self.put_address(offset, Target::Data { data, size, align: 1 }, 0)?;
        match self.sema.kind(self.sema.base_of(ty)) {
            TypeKind::CString | TypeKind::Pointer(_) => Some(()),
            _ => self.put_number(offset + WORD_BYTES as u64, bytes.len() as u64, WORD_BYTES),
        }
    }

    fn put_bytes(&mut self, offset: u64, bytes: &[u8]) -> Option<()> {
        if bytes.iter().all(|byte| *byte == 0) {
            return Some(());
        }
        let start = usize::try_from(offset).ok()?;
        let end = start.checked_add(bytes.len())?;
        if self.data.bytes.len() < end {
            self.data.bytes.resize(end, 0);
        }
        self.data.bytes.get_mut(start..end)?.copy_from_slice(bytes);
        Some(())
    }
}

/// The bits of the f16 that equals `value`, which is exact in it.
fn half_bits(value: f64) -> u16 {
    let bits = value.to_bits();
    let sign = ((bits >> 48) & 0x8000) as u16;
    let magnitude = value.abs();
    if magnitude.is_nan() {
        return sign | 0x7e00;
    }
    if magnitude.is_infinite() {
        return sign | 0x7c00;
    }
    let smallest_normal = 1.0 / 16_384.0;
    if magnitude < smallest_normal {
        return sign | (magnitude * 16_777_216.0) as u16;
    }
    let exponent = ((bits >> 52) & 0x7ff) as i32 - 1023 + 15;
    let fraction = ((bits >> 42) & 0x3ff) as u16;
    sign | ((exponent.clamp(0, 31) as u16) << 10) | fraction
}

fn from_half_bits(bits: u16) -> f64 {
    let sign = if bits & 0x8000 != 0 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from((bits >> 10) & 0x1f), f64::from(bits & 0x3ff));
    sign * match exponent {
        0 => fraction / 16_777_216.0,
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1.0 + fraction / 1024.0) * 2f64.powi(exponent - 15),
    }
}

impl Sema {
    /// The part of type `ty` at `offset` of a value in bytes.
    pub fn part_of(&self, data: &Static, offset: u64, ty: TypeId) -> Option<TypedValue> {
        let size = usize::try_from(self.layout(ty)?.size).ok()?;
        let start = usize::try_from(offset).ok()?;
        let byte = |index: usize| data.bytes.get(start + index).copied().unwrap_or(0);
        let bytes: Vec<u8> = (0..size.min(data.bytes.len().saturating_sub(start))).map(byte).collect();
        let addresses =
            data.addresses.iter().filter(|address| address.offset >= offset && address.offset < offset + size as u64);
        let addresses: Vec<Address> =
            addresses.map(|address| Address { offset: address.offset - offset, ..address.clone() }).collect();
        let value = self.decode(bytes, addresses, size, ty)?;
        Some(TypedValue { ty, value })
    }

    fn decode(&self, mut bytes: Vec<u8>, addresses: Vec<Address>, size: usize, ty: TypeId) -> Option<Value> {
        let is_zero = addresses.is_empty() && bytes.iter().all(|byte| *byte == 0);
        let padded = |bytes: &[u8]| {
            let mut padded = bytes.to_vec();
            padded.resize(size, 0);
            padded
        };
        match self.kind(self.base_of(ty)) {
            // an address that was made a number: it has no value before the program runs
            TypeKind::Int { .. } | TypeKind::Rune | TypeKind::Enum(_) | TypeKind::Bool | TypeKind::Float { .. }
                if !addresses.is_empty() =>
            {
                None
            }
            TypeKind::Int { signed: true, .. } => Some(Value::Integer(BigInt::from_signed_bytes_le(&padded(&bytes)))),
            TypeKind::Int { .. } | TypeKind::Rune => {
                Some(Value::Integer(BigInt::from_bytes_le(num_bigint::Sign::Plus, &bytes)))
            }
            TypeKind::Enum(_) => {
                let signed = matches!(self.kind(self.members(ty)?.backing), TypeKind::Int { signed: true, .. });
                let bytes = padded(&bytes);
                Some(Value::Integer(if signed {
                    BigInt::from_signed_bytes_le(&bytes)
                } else {
                    BigInt::from_bytes_le(num_bigint::Sign::Plus, &bytes)
                }))
            }
            TypeKind::Bool => Some(Value::Bool(!is_zero)),
            TypeKind::Float { bits } => {
                let raw = BigInt::from_bytes_le(num_bigint::Sign::Plus, &bytes).to_u64()?;
                let value = match bits {
                    64 => f64::from_bits(raw),
                    32 => f64::from(f32::from_bits(raw as u32)),
                    _ => from_half_bits(raw as u16),
                };
                Some(Value::Float(value.to_bits()))
            }
            _ if is_zero => Some(Value::Zero),
            TypeKind::String => self.decode_string(&bytes, &addresses),
            TypeKind::Type => match addresses.first()?.target {
                Target::Type(ty) => Some(Value::Type(ty)),
                _ => None,
            },
            TypeKind::Procedure(_) if size == WORD_BYTES => match addresses.first()?.target {
                Target::Procedure(instance) | Target::Entry(instance) => Some(Value::Procedure(instance)),
                _ => None,
            },
            _ => {
                while bytes.last() == Some(&0) {
                    bytes.pop();
                }
                Some(Value::Static(Arc::new(Static { bytes, addresses })))
            }
        }
    }

    fn decode_string(&self, bytes: &[u8], addresses: &[Address]) -> Option<Value> {
        let length = BigInt::from_bytes_le(num_bigint::Sign::Plus, bytes.get(WORD_BYTES..)?).to_usize()?;
        let Address { target, addend, .. } = addresses.first()?;
        let data = match target {
            Target::Data { data, .. } => data.as_ref(),
            Target::Piece { graph, index } => &graph.pieces.get(*index as usize)?.data,
            _ => return None,
        };
        if !data.addresses.is_empty() {
            return None;
        }
        let start = usize::try_from(*addend).ok()?;
        let byte = |index: usize| data.bytes.get(start + index).copied().unwrap_or(0);
        Some(Value::String((0..length).map(byte).collect()))
    }
}
