//! A thin layer over LLVM's C API: small copyable handles for types, values, blocks and metadata, and a builder.
//!
//! inkwell owns contexts, modules and target machines; instructions are built here, because one procedure of MIR
//! builds thousands of them and one builder for integers, floats, pointers and vectors alike keeps the code generator small.
//!
//! What makes the calls sound: a handle lives as long as the LLVM context that it belongs to, one [`Types`] stands for
//! that context, and no handle leaves the unit (`crate::unit`) that made it, which owns the context and stays on one thread.
//! Nothing here knows MIR. Start with [`builder::Builder`].

pub mod archive;
pub mod attributes;
pub mod builder;
pub mod debug;
pub mod diagnostics;
pub mod emit;
pub mod global;

use std::ffi::CString;

use llvm_sys::core::*;
use llvm_sys::prelude::*;

/// Calls LLVM's C API.
macro_rules! ffi {
    ($call:expr) => {{
        // SAFETY: all handles belong to the one live context of the unit at hand (see the head of `crate::llvm`), and
        // pointers to Rust data outlive the call.
        #[allow(unused_unsafe, reason = "constants of the API need none")]
        unsafe {
            $call
        }
    }};
}
pub(crate) use ffi;

/// A type of LLVM.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Type(pub LLVMTypeRef);

/// A value: instruction, argument, constant, function, global.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Value(pub LLVMValueRef);

/// A basic block.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct BasicBlock(pub LLVMBasicBlockRef);

/// A node of debug information or another annotation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Metadata(pub LLVMMetadataRef);

/// The context's basic types.
#[derive(Clone, Copy)]
pub struct Types {
    /// The context.
    pub context: LLVMContextRef,
    pub void: Type,
    pub i1: Type,
    pub i8: Type,
    pub i32: Type,
    pub i64: Type,
    pub ptr: Type,
    pub f16: Type,
    pub f32: Type,
    pub f64: Type,
}

impl Types {
    /// The types of `context`.
    pub fn new(context: LLVMContextRef) -> Self {
        Self {
            context,
            void: Type(ffi!(LLVMVoidTypeInContext(context))),
            i1: Type(ffi!(LLVMInt1TypeInContext(context))),
            i8: Type(ffi!(LLVMInt8TypeInContext(context))),
            i32: Type(ffi!(LLVMInt32TypeInContext(context))),
            i64: Type(ffi!(LLVMInt64TypeInContext(context))),
            ptr: Type(ffi!(LLVMPointerTypeInContext(context, 0))),
            f16: Type(ffi!(LLVMHalfTypeInContext(context))),
            f32: Type(ffi!(LLVMFloatTypeInContext(context))),
            f64: Type(ffi!(LLVMDoubleTypeInContext(context))),
        }
    }

    /// `iN`.
    pub fn int(&self, bits: u32) -> Type {
        Type(ffi!(LLVMIntTypeInContext(self.context, bits)))
    }

    /// The float type of a width.
    pub fn float(&self, bits: u16) -> Type {
        match bits {
            16 => self.f16,
            32 => self.f32,
            _ => self.f64,
        }
    }

    /// `[bytes x i8]`: memory of an aggregate.
    pub fn bytes(&self, bytes: u64) -> Type {
        Type(ffi!(LLVMArrayType2(self.i8.0, bytes)))
    }

    /// `<lanes x element>`.
    pub fn vector(&self, element: Type, lanes: u32) -> Type {
        Type(ffi!(LLVMVectorType(element.0, lanes)))
    }

    /// `{ fields… }`: results in registers, constants.
    pub fn structure(&self, fields: &[Type], is_packed: bool) -> Type {
        let (pointer, count) = (fields.as_ptr() as *mut LLVMTypeRef, fields.len() as u32);
        Type(ffi!(LLVMStructTypeInContext(self.context, pointer, count, is_packed.into())))
    }

    /// A function type.
    pub fn function(&self, result: Type, parameters: &[Type], is_variadic: bool) -> Type {
        let (pointer, count) = (parameters.as_ptr() as *mut LLVMTypeRef, parameters.len() as u32);
        Type(ffi!(LLVMFunctionType(result.0, pointer, count, is_variadic.into())))
    }

    /// An `i64` constant.
    pub fn const_i64(&self, value: u64) -> Value {
        self.i64.int(value)
    }

    /// Constant bytes, without a NUL added.
    pub fn const_bytes(&self, bytes: &[u8]) -> Value {
        let pointer = bytes.as_ptr().cast();
        Value(ffi!(LLVMConstStringInContext2(self.context, pointer, bytes.len(), 1)))
    }

    /// A constant structure.
    pub fn const_structure(&self, fields: &[Value], is_packed: bool) -> Value {
        let (pointer, count) = (fields.as_ptr() as *mut LLVMValueRef, fields.len() as u32);
        Value(ffi!(LLVMConstStructInContext(self.context, pointer, count, is_packed.into())))
    }

    /// A constant vector.
    pub fn const_vector(&self, lanes: &[Value]) -> Value {
        Value(ffi!(LLVMConstVector(lanes.as_ptr() as *mut LLVMValueRef, lanes.len() as u32)))
    }

    /// Assembly that is called like a function; with effects it is never dropped and may do anything to memory.
    pub fn inline_assembly(&self, ty: Type, text: &str, constraints: &str, has_effects: bool) -> Value {
        let (text_start, constraints_start) = (text.as_ptr().cast(), constraints.as_ptr().cast());
        Value(ffi!(LLVMGetInlineAsm(
            ty.0,
            text_start,
            text.len(),
            constraints_start,
            constraints.len(),
            has_effects.into(),
            0,
            llvm_sys::LLVMInlineAsmDialect::LLVMInlineAsmDialectATT,
            0,
        )))
    }

    /// A metadata string.
    pub fn metadata_string(&self, text: &str) -> Metadata {
        Metadata(ffi!(LLVMMDStringInContext2(self.context, text.as_ptr().cast(), text.len())))
    }

    /// A metadata node.
    pub fn metadata_node(&self, operands: &[Metadata]) -> Metadata {
        let pointer = operands.as_ptr() as *mut LLVMMetadataRef;
        Metadata(ffi!(LLVMMDNodeInContext2(self.context, pointer, operands.len())))
    }

    /// The number of a kind of metadata attachment (`prof`, `srcloc`).
    pub fn metadata_kind(&self, name: &str) -> u32 {
        ffi!(LLVMGetMDKindIDInContext(self.context, name.as_ptr().cast(), name.len() as u32))
    }
}

impl Type {
    /// An integer constant of at most 64 bits; what is beyond the type's width is cut off.
    pub fn int(self, value: u64) -> Value {
        Value(ffi!(LLVMConstIntOfArbitraryPrecision(self.0, 1, [value].as_ptr())))
    }

    /// An integer constant of any width, sign-extended.
    pub fn wide_int(self, value: i128) -> Value {
        let words = [value as u64, (value >> 64) as u64];
        Value(ffi!(LLVMConstIntOfArbitraryPrecision(self.0, 2, words.as_ptr())))
    }

    /// A float constant.
    pub fn float_constant(self, value: f64) -> Value {
        Value(ffi!(LLVMConstReal(self.0, value)))
    }

    /// All bits zero.
    pub fn zero(self) -> Value {
        Value(ffi!(LLVMConstNull(self.0)))
    }

    /// All bits one, of integers and vectors of them.
    pub fn ones(self) -> Value {
        Value(ffi!(LLVMConstAllOnes(self.0)))
    }

    /// No value in particular; using it for anything that matters is undefined.
    pub fn poison(self) -> Value {
        Value(ffi!(LLVMGetPoison(self.0)))
    }

    /// A vector with `lane` everywhere, when `self` is a vector type, else `lane` itself.
    pub fn splat_of(self, lane: Value) -> Value {
        let Some(lanes) = self.lanes() else { return lane };
        let lanes = vec![lane; lanes as usize];
        Value(ffi!(LLVMConstVector(lanes.as_ptr() as *mut LLVMValueRef, lanes.len() as u32)))
    }

    /// `[count x self]`.
    pub fn array(self, count: u64) -> Type {
        Type(ffi!(LLVMArrayType2(self.0, count)))
    }

    /// Lanes of a vector type.
    pub fn lanes(self) -> Option<u32> {
        let is_vector = ffi!(LLVMGetTypeKind(self.0)) == llvm_sys::LLVMTypeKind::LLVMVectorTypeKind;
        is_vector.then(|| ffi!(LLVMGetVectorSize(self.0)))
    }
}

impl Value {
    /// Its type.
    pub fn ty(self) -> Type {
        Type(ffi!(LLVMTypeOf(self.0)))
    }

    /// A constant integer of at most 64 bits as unsigned number.
    pub fn as_constant_u64(self) -> Option<u64> {
        let is_constant = !ffi!(LLVMIsAConstantInt(self.0)).is_null();
        let is_narrow = is_constant && ffi!(LLVMGetIntTypeWidth(LLVMTypeOf(self.0))) <= 64;
        is_narrow.then(|| ffi!(LLVMConstIntGetZExtValue(self.0)))
    }

    /// Names a value for those who read the IR.
    pub fn set_name(self, name: &str) {
        ffi!(LLVMSetValueName2(self.0, name.as_ptr().cast(), name.len()));
    }

    /// Parameter number n of a function.
    pub fn parameter(self, index: usize) -> Value {
        Value(ffi!(LLVMGetParam(self.0, index as u32)))
    }

    /// Attaches a metadata node to an instruction.
    pub fn set_metadata(self, kind: u32, context: LLVMContextRef, node: Metadata) {
        ffi!(LLVMSetMetadata(self.0, kind, LLVMMetadataAsValue(context, node.0)));
    }

    /// A constant as metadata.
    pub fn as_metadata(self) -> Metadata {
        Metadata(ffi!(LLVMValueAsMetadata(self.0)))
    }
}

/// A NUL-terminated copy; texts end at a NUL within them.
pub fn c_string(text: &str) -> CString {
    let bytes: Vec<u8> = text.bytes().take_while(|byte| *byte != 0).collect();
    CString::new(bytes).unwrap_or_default()
}

impl Type {
    /// The lane type of a vector type.
    pub fn element(self) -> Type {
        Type(ffi!(LLVMGetElementType(self.0)))
    }

    /// Bits of an integer type.
    pub fn int_width(self) -> u32 {
        ffi!(LLVMGetIntTypeWidth(self.0))
    }
}

impl Value {
    /// A constant's bits as another type.
    pub fn constant_bits(self, ty: Type) -> Value {
        Value(ffi!(LLVMConstBitCast(self.0, ty.0)))
    }
}
