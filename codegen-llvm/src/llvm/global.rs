//! Functions and globals of a module.

use llvm_sys::core::*;
use llvm_sys::debuginfo::{LLVMInstructionGetDebugLoc, LLVMInstructionSetDebugLoc};
use llvm_sys::prelude::{LLVMMetadataRef, LLVMModuleRef, LLVMValueRef};
use llvm_sys::{LLVMLinkage, LLVMOpcode, LLVMThreadLocalMode, LLVMUnnamedAddr, LLVMVisibility};

use super::{BasicBlock, Type, Types, Value, c_string, ffi};

/// A module under construction; inkwell owns it.
#[derive(Clone, Copy)]
pub struct Module(pub LLVMModuleRef);

/// Who sees a symbol.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visibility {
    /// This module.
    Private,
    /// This module, with a symbol for debuggers.
    Internal,
    /// All objects of this program.
    Hidden,
    /// Everybody.
    Public,
    /// Everybody, and it may be missing.
    Weak,
    /// All objects of this program; another one defines it, this is for the optimiser to look at.
    Copy,
}

impl Module {
    /// Takes the places in the source from all instructions but those that a panic can find itself at: calls, and accesses to memory. What
    /// works on a value just loaded gets the place of the load, which may become an operand of the same machine instruction.
    pub fn keep_lines_for_panics(self) {
        let mut function = ffi!(LLVMGetFirstFunction(self.0));
        while !function.is_null() {
            let mut block = ffi!(LLVMGetFirstBasicBlock(function));
            while !block.is_null() {
                let mut instruction = ffi!(LLVMGetFirstInstruction(block));
                while !instruction.is_null() {
                    if !may_panic(instruction) {
                        ffi!(LLVMInstructionSetDebugLoc(instruction, place_of_load(instruction)));
                    }
                    instruction = ffi!(LLVMGetNextInstruction(instruction));
                }
                block = ffi!(LLVMGetNextBasicBlock(block));
            }
            function = ffi!(LLVMGetNextFunction(function));
        }
    }

    /// Adds a function; without a block it is a declaration.
    pub fn add_function(self, symbol: &str, ty: Type) -> Value {
        Value(ffi!(LLVMAddFunction(self.0, c_string(symbol).as_ptr(), ty.0)))
    }

    /// Adds a global variable; without an initialiser it is a declaration.
    pub fn add_global(self, symbol: &str, ty: Type) -> Value {
        Value(ffi!(LLVMAddGlobal(self.0, ty.0, c_string(symbol).as_ptr())))
    }

    /// A function of the module.
    pub fn function(self, symbol: &str) -> Option<Value> {
        let found = ffi!(LLVMGetNamedFunction(self.0, c_string(symbol).as_ptr()));
        (!found.is_null()).then_some(Value(found))
    }

    /// The declaration of an intrinsic for the given types.
    pub fn intrinsic(self, name: &str, overloads: &[Type]) -> (Value, Type) {
        let id = ffi!(LLVMLookupIntrinsicID(name.as_ptr().cast(), name.len()));
        debug_assert!(id != 0, "LLVM has no intrinsic {name}");
        let pointer = overloads.as_ptr() as *mut llvm_sys::prelude::LLVMTypeRef;
        let function = Value(ffi!(LLVMGetIntrinsicDeclaration(self.0, id, pointer, overloads.len())));
        (function, function.function_type())
    }
}

impl Value {
    /// The type of a function.
    pub fn function_type(self) -> Type {
        Type(ffi!(LLVMGlobalGetValueType(self.0)))
    }

    pub fn set_calling_convention(self, convention: u32) {
        ffi!(LLVMSetFunctionCallConv(self.0, convention));
    }

    pub fn set_visibility(self, visibility: Visibility) {
        let linkage = match visibility {
            Visibility::Private => LLVMLinkage::LLVMPrivateLinkage,
            Visibility::Internal => LLVMLinkage::LLVMInternalLinkage,
            Visibility::Hidden | Visibility::Public => LLVMLinkage::LLVMExternalLinkage,
            Visibility::Weak => LLVMLinkage::LLVMExternalWeakLinkage,
            Visibility::Copy => LLVMLinkage::LLVMAvailableExternallyLinkage,
        };
        ffi!(LLVMSetLinkage(self.0, linkage));
        if matches!(visibility, Visibility::Hidden | Visibility::Copy) {
            ffi!(LLVMSetVisibility(self.0, LLVMVisibility::LLVMHiddenVisibility));
        }
    }

    /// The address means nothing, so equal contents may share it.
    pub fn set_unnamed_address(self) {
        ffi!(LLVMSetUnnamedAddress(self.0, LLVMUnnamedAddr::LLVMGlobalUnnamedAddr));
    }

    /// Everything that uses `self` uses `other` from now on; `self`, a global, is gone.
    pub fn replace_by(self, other: Value) {
        ffi!(LLVMReplaceAllUsesWith(self.0, other.0));
        ffi!(LLVMDeleteGlobal(self.0));
    }

    pub fn set_alignment(self, bytes: u32) {
        ffi!(LLVMSetAlignment(self.0, bytes));
    }

    pub fn set_initializer(self, value: Value) {
        ffi!(LLVMSetInitializer(self.0, value.0));
    }

    pub fn set_constant(self) {
        ffi!(LLVMSetGlobalConstant(self.0, 1));
    }

    pub fn set_thread_local(self) {
        ffi!(LLVMSetThreadLocalMode(self.0, LLVMThreadLocalMode::LLVMGeneralDynamicTLSModel));
    }

    /// The address `bytes` behind a constant pointer.
    pub fn constant_offset(self, types: &Types, bytes: u64) -> Value {
        if bytes == 0 {
            return self;
        }
        let mut index = [types.const_i64(bytes).0];
        Value(ffi!(LLVMConstGEP2(types.i8.0, self.0, index.as_mut_ptr(), 1)))
    }

    /// Adds a block at the end of a function.
    pub fn append_block(self, types: &Types, name: &str) -> BasicBlock {
        let name = c_string(name);
        BasicBlock(ffi!(LLVMAppendBasicBlockInContext(types.context, self.0, name.as_ptr())))
    }
}

impl BasicBlock {
    /// Moves the block behind all others of its function.
    pub fn move_to_end(self) {
        let last = ffi!(LLVMGetLastBasicBlock(LLVMGetBasicBlockParent(self.0)));
        if last != self.0 {
            ffi!(LLVMMoveBasicBlockAfter(self.0, last));
        }
    }
}

/// The place of a load among the operands of an instruction, or none.
fn place_of_load(instruction: LLVMValueRef) -> LLVMMetadataRef {
    let count = ffi!(LLVMGetNumOperands(instruction));
    let mut operands = (0..count).map(|index| ffi!(LLVMGetOperand(instruction, index as u32)));
    let load = operands.find(|operand| !ffi!(LLVMIsALoadInst(*operand)).is_null());
    load.map_or(std::ptr::null_mut(), |load| ffi!(LLVMInstructionGetDebugLoc(load)))
}

fn may_panic(instruction: LLVMValueRef) -> bool {
    matches!(
        ffi!(LLVMGetInstructionOpcode(instruction)),
        LLVMOpcode::LLVMCall
            | LLVMOpcode::LLVMLoad
            | LLVMOpcode::LLVMStore
            | LLVMOpcode::LLVMAtomicRMW
            | LLVMOpcode::LLVMAtomicCmpXchg
    )
}
