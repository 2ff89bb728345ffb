//! Values in memory to registers of a convention and back.

use hubbub_mir::Ty;

use super::{Address, FunctionBuilder, is_bool};
use crate::abi::{Piece, Scalar};
use crate::llvm::Value;
use crate::llvm::builder::{Bounds, Builder, Opcode};
use crate::unit::Unit;

impl Unit<'_> {
    /// Loads a piece of the value at `address`.
    fn load_piece(&self, builder: &Builder, address: Address, piece: Piece) -> Value {
        let pointer = builder.offset(&self.types, address.pointer, piece.offset, Bounds::Forward);
        let align = align_at(address.align, piece.offset);
        let ty = self.scalar_type(piece.scalar);
        match short_bits(address.ty, piece) {
            None => builder.load(ty, pointer, align),
            Some(bits) => {
                let short = builder.load(self.types.int(bits), pointer, align);
                builder.cast(Opcode::LLVMZExt, short, ty)
            }
        }
    }

    /// Stores a piece into the value at `address`.
    fn store_piece(&self, builder: &Builder, address: Address, piece: Piece, value: Value) {
        let pointer = builder.offset(&self.types, address.pointer, piece.offset, Bounds::Forward);
        let value = match short_bits(address.ty, piece) {
            None if piece.scalar == Scalar::Bool => builder.cast(Opcode::LLVMZExt, value, self.types.i8),
            None => value,
            Some(bits) => builder.cast(Opcode::LLVMTrunc, value, self.types.int(bits)),
        };
        builder.store(value, pointer, align_at(address.align, piece.offset));
    }
}

/// The bits of an integer piece that lie within the value, if it reaches behind the end.
fn short_bits(ty: Ty, piece: Piece) -> Option<u32> {
    let left = ty.size().saturating_sub(piece.offset);
    let is_integer = matches!(piece.scalar, Scalar::Int(_));
    (is_integer && piece.scalar.bytes() > left).then_some(left as u32 * 8)
}

/// What is known of the alignment `offset` bytes behind an address.
pub fn align_at(align: u32, offset: u64) -> u32 {
    match offset {
        0 => align,
        _ => align.min(1 << offset.trailing_zeros().min(16)),
    }
}

impl FunctionBuilder<'_, '_> {
    pub(super) fn load_piece(&mut self, address: Address, piece: Piece) -> Value {
        self.unit.load_piece(&self.unit.builder, address, piece)
    }

    pub(super) fn store_piece(&mut self, address: Address, piece: Piece, value: Value) {
        self.unit.store_piece(&self.unit.builder, address, piece, value);
    }

    pub(super) fn store_piece_in_entry(&mut self, address: Address, piece: Piece, value: Value) {
        self.unit.store_piece(&self.unit.entry, address, piece, value);
    }

    /// A parameter of scalar type as a register; only vectors of Bools differ.
    pub(super) fn register_of_piece(&mut self, value: Value, ty: Ty) -> Value {
        if is_bool(ty) && self.unit.memory_type(ty) == value.ty() {
            return self.unit.entry.cast(Opcode::LLVMTrunc, value, self.register_type(ty));
        }
        value
    }

    /// A register of scalar type as the one piece that it travels as.
    pub(super) fn piece_of_register(&mut self, value: Value, ty: Ty, piece: Piece) -> Value {
        match piece.scalar {
            Scalar::Vector(_) if is_bool(ty) => self.memory_of_register(value, ty),
            _ => value,
        }
    }

    pub(super) fn store_in_entry(&mut self, value: Value, address: Address) {
        let value = match is_bool(address.ty) {
            true => self.unit.entry.cast(Opcode::LLVMZExt, value, self.unit.memory_type(address.ty)),
            false => value,
        };
        self.unit.entry.store(value, address.pointer, address.align);
    }
}
