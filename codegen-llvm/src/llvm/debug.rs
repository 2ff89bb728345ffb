//! LLVM's builder of debug information.

use std::ffi::c_char;
use std::ptr::null_mut;

use llvm_sys::LLVMModuleFlagBehavior;
use llvm_sys::core::LLVMAddModuleFlag;
use llvm_sys::debuginfo::*;
use llvm_sys::prelude::*;

use super::global::Module;
use super::{BasicBlock, Metadata, Types, Value, ffi};

/// How much is described.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Detail {
    /// Lines.
    Lines,
    /// Lines, types, variables.
    Full,
}

/// DWARF's encodings of basic types.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Boolean = 2,
    Float = 4,
    Signed = 5,
    Unsigned = 7,
    Utf = 16,
}

/// What a member or variable is called and what it is.
pub struct Described<'a> {
    pub name: &'a str,
    pub file: Metadata,
    pub line: u32,
    pub ty: Metadata,
}

/// Name, size and alignment of a composite type.
pub struct Shape<'a> {
    pub name: &'a str,
    pub file: Metadata,
    pub bytes: u64,
    pub align: u32,
}

/// Builds the debug information of one module.
pub struct DebugBuilder(LLVMDIBuilderRef);

impl Drop for DebugBuilder {
    fn drop(&mut self) {
        ffi!(LLVMDisposeDIBuilder(self.0));
    }
}

const DWARF_VERSION: u64 = 5;
const METADATA_VERSION: u64 = 3;
/// `DW_TAG_structure_type`.
const TAG_STRUCTURE: u32 = 0x13;
/// `DW_OP_deref`.
const OPERATION_DEREF: u64 = 0x06;
const NO_FLAGS: LLVMDIFlags = 0;

fn start(text: &str) -> *const c_char {
    text.as_ptr().cast()
}

fn pointer(nodes: &[Metadata]) -> *mut LLVMMetadataRef {
    nodes.as_ptr() as *mut LLVMMetadataRef
}

impl DebugBuilder {
    /// A builder for `module`, and the module's flags.
    pub fn new(types: &Types, module: Module) -> Self {
        for (name, version) in [("Debug Info Version", METADATA_VERSION), ("Dwarf Version", DWARF_VERSION)] {
            let behavior = LLVMModuleFlagBehavior::LLVMModuleFlagBehaviorWarning;
            let value = types.i32.int(version).as_metadata();
            ffi!(LLVMAddModuleFlag(module.0, behavior, start(name), name.len(), value.0));
        }
        Self(ffi!(LLVMCreateDIBuilder(module.0)))
    }

    pub fn finish(&self) {
        ffi!(LLVMDIBuilderFinalize(self.0));
    }

    pub fn file(&self, path: &str) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateFile(self.0, start(path), path.len(), start("."), 1)))
    }

    /// The unit of all that follows. Its language is C's, so that debuggers know how to read expressions.
    pub fn compile_unit(&self, file: Metadata, detail: Detail, is_optimized: bool) -> Metadata {
        let producer = "hubbubc";
        let kind = match detail {
            Detail::Lines => LLVMDWARFEmissionKind::LLVMDWARFEmissionKindLineTablesOnly,
            Detail::Full => LLVMDWARFEmissionKind::LLVMDWARFEmissionKindFull,
        };
        Metadata(ffi!(LLVMDIBuilderCreateCompileUnit(
            self.0,
            LLVMDWARFSourceLanguage::LLVMDWARFSourceLanguageC99,
            file.0,
            start(producer),
            producer.len(),
            is_optimized.into(),
            start(""),
            0,
            0,
            start(""),
            0,
            kind,
            0,
            0,
            0,
            start(""),
            0,
            start(""),
            0,
        )))
    }

    pub fn basic_type(&self, name: &str, bits: u64, encoding: Encoding) -> Metadata {
        let encoding = encoding as LLVMDWARFTypeEncoding;
        Metadata(ffi!(LLVMDIBuilderCreateBasicType(self.0, start(name), name.len(), bits, encoding, NO_FLAGS)))
    }

    /// A pointer; `None` to anything.
    pub fn pointer_type(&self, pointee: Option<Metadata>) -> Metadata {
        let pointee = pointee.map_or(null_mut(), |node| node.0);
        Metadata(ffi!(LLVMDIBuilderCreatePointerType(self.0, pointee, 64, 64, 0, start(""), 0)))
    }

    pub fn array_type(&self, element: Metadata, count: u64, bytes: u64, align: u32) -> Metadata {
        let mut range = [ffi!(LLVMDIBuilderGetOrCreateSubrange(self.0, 0, count as i64))];
        Metadata(ffi!(LLVMDIBuilderCreateArrayType(self.0, bytes * 8, align * 8, element.0, range.as_mut_ptr(), 1)))
    }

    pub fn vector_type(&self, element: Metadata, count: u64, bytes: u64, align: u32) -> Metadata {
        let mut range = [ffi!(LLVMDIBuilderGetOrCreateSubrange(self.0, 0, count as i64))];
        Metadata(ffi!(LLVMDIBuilderCreateVectorType(self.0, bytes * 8, align * 8, element.0, range.as_mut_ptr(), 1)))
    }

    /// The first of `types` is the result, null for none.
    pub fn subroutine_type(&self, file: Metadata, types: &[Metadata]) -> Metadata {
        let count = types.len() as u32;
        Metadata(ffi!(LLVMDIBuilderCreateSubroutineType(self.0, file.0, pointer(types), count, NO_FLAGS)))
    }

    pub fn enumeration_type(&self, shape: &Shape, members: &[Metadata], backing: Metadata) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateEnumerationType(
            self.0,
            shape.file.0,
            start(shape.name),
            shape.name.len(),
            shape.file.0,
            0,
            shape.bytes * 8,
            shape.align * 8,
            pointer(members),
            members.len() as u32,
            backing.0,
        )))
    }

    pub fn enumerator(&self, name: &str, value: i128, bits: u64, is_signed: bool) -> Metadata {
        let words = [value as u64, (value >> 64) as u64];
        let is_unsigned = LLVMBool::from(!is_signed);
        Metadata(ffi!(LLVMDIBuilderCreateEnumeratorOfArbitraryPrecision(
            self.0,
            start(name),
            name.len(),
            bits,
            words.as_ptr(),
            is_unsigned
        )))
    }

    /// Stands for a composite type until [`Self::replace`].
    pub fn placeholder(&self, shape: &Shape) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateReplaceableCompositeType(
            self.0,
            TAG_STRUCTURE,
            start(shape.name),
            shape.name.len(),
            shape.file.0,
            shape.file.0,
            0,
            0,
            shape.bytes * 8,
            shape.align * 8,
            NO_FLAGS,
            start(""),
            0,
        )))
    }

    pub fn replace(&self, placeholder: Metadata, by: Metadata) {
        ffi!(LLVMMetadataReplaceAllUsesWith(placeholder.0, by.0));
    }

    pub fn member(&self, scope: Metadata, member: &Described, bytes: u64, offset: u64) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateMemberType(
            self.0,
            scope.0,
            start(member.name),
            member.name.len(),
            member.file.0,
            member.line,
            bytes * 8,
            0,
            offset * 8,
            NO_FLAGS,
            member.ty.0,
        )))
    }

    pub fn structure(&self, shape: &Shape, members: &[Metadata]) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateStructType(
            self.0,
            shape.file.0,
            start(shape.name),
            shape.name.len(),
            shape.file.0,
            0,
            shape.bytes * 8,
            shape.align * 8,
            NO_FLAGS,
            null_mut(),
            pointer(members),
            members.len() as u32,
            0,
            null_mut(),
            start(""),
            0,
        )))
    }

    pub fn union(&self, shape: &Shape, members: &[Metadata]) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateUnionType(
            self.0,
            shape.file.0,
            start(shape.name),
            shape.name.len(),
            shape.file.0,
            0,
            shape.bytes * 8,
            shape.align * 8,
            NO_FLAGS,
            pointer(members),
            members.len() as u32,
            0,
            start(""),
            0,
        )))
    }

    /// A procedure; `described.ty` is its subroutine type.
    pub fn subprogram(&self, described: &Described, symbol: &str, is_local: bool, is_optimized: bool) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateFunction(
            self.0,
            described.file.0,
            start(described.name),
            described.name.len(),
            start(symbol),
            symbol.len(),
            described.file.0,
            described.line,
            described.ty.0,
            is_local.into(),
            1,
            described.line,
            NO_FLAGS,
            is_optimized.into(),
        )))
    }

    /// A local variable; parameters have a number, from 1.
    pub fn variable(&self, scope: Metadata, described: &Described, parameter: Option<u32>) -> Metadata {
        let (name, length) = (start(described.name), described.name.len());
        let (file, line, ty) = (described.file.0, described.line, described.ty.0);
        Metadata(match parameter {
            Some(number) => ffi!(LLVMDIBuilderCreateParameterVariable(
                self.0, scope.0, name, length, number, file, line, ty, 1, NO_FLAGS
            )),
            None => {
                ffi!(LLVMDIBuilderCreateAutoVariable(self.0, scope.0, name, length, file, line, ty, 1, NO_FLAGS, 0))
            }
        })
    }

    /// Says that a variable lives in that memory (or behind the pointer in it) from the end of `block` on.
    pub fn declare(&self, storage: Value, is_indirect: bool, variable: Metadata, at: Metadata, block: BasicBlock) {
        let mut steps = [OPERATION_DEREF];
        let expression = ffi!(LLVMDIBuilderCreateExpression(self.0, steps.as_mut_ptr(), usize::from(is_indirect)));
        ffi!(LLVMDIBuilderInsertDeclareRecordAtEnd(self.0, storage.0, variable.0, expression, at.0, block.0));
    }

    pub fn global_variable(&self, scope: Metadata, described: &Described, symbol: &str, is_local: bool) -> Metadata {
        let expression = ffi!(LLVMDIBuilderCreateExpression(self.0, null_mut(), 0));
        Metadata(ffi!(LLVMDIBuilderCreateGlobalVariableExpression(
            self.0,
            scope.0,
            start(described.name),
            described.name.len(),
            start(symbol),
            symbol.len(),
            described.file.0,
            described.line,
            described.ty.0,
            is_local.into(),
            expression,
            null_mut(),
            0,
        )))
    }
}

impl Types {
    /// A place in the source.
    pub fn debug_location(&self, scope: Metadata, line: u32, column: u32) -> Metadata {
        Metadata(ffi!(LLVMDIBuilderCreateDebugLocation(self.context, line, column, scope.0, null_mut())))
    }
}

impl Value {
    /// Makes a function the one that a subprogram describes.
    pub fn set_subprogram(self, subprogram: Metadata) {
        ffi!(LLVMSetSubprogram(self.0, subprogram.0));
    }

    /// Describes a global variable.
    pub fn set_global_description(self, description: Metadata) {
        ffi!(llvm_sys::core::LLVMGlobalAddDebugInfo(self.0, description.0));
    }
}

impl Metadata {
    /// No node.
    pub const NONE: Metadata = Metadata(null_mut());
}
