//! Attributes of functions, parameters and calls.

use std::sync::LazyLock;

use llvm_sys::core::*;
use llvm_sys::prelude::*;

use super::{Type, Types, Value, ffi};

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Position {
    Function,
    Result,
    /// A parameter, from 0.
    Parameter(usize),
}

/// An attribute, as data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attribute {
    SwiftSelf,
    NonNull,
    NoAlias,
    NoUndef,
    ReadOnly,
    Writable,
    /// The callee keeps no copy of the pointer.
    NoCapture,
    ZeroExtend,
    SignExtend,
    Align(u32),
    Dereferenceable(u64),
    /// Memory of that size, behind the pointer.
    StructReturn {
        bytes: u64,
    },
    ByValue {
        bytes: u64,
    },
    /// What a pointer of inline assembly points to.
    ElementType {
        bytes: u64,
    },
    NoUnwind,
    /// A call of this name is not what C's library has under it.
    NoBuiltin,
    NoReturn,
    Cold,
    AlwaysInline,
    NoInline,
    OptimizeForSize,
    MinimizeSize,
    NullPointerIsValid,
    /// An unwind table that is right at calls.
    UnwindTable,
    SanitizeAddress,
    SanitizeThread,
}

struct Kinds {
    swiftself: u32,
    nonnull: u32,
    noalias: u32,
    noundef: u32,
    readonly: u32,
    writable: u32,
    captures: u32,
    zeroext: u32,
    signext: u32,
    align: u32,
    dereferenceable: u32,
    sret: u32,
    byval: u32,
    elementtype: u32,
    nounwind: u32,
    nobuiltin: u32,
    noreturn: u32,
    cold: u32,
    alwaysinline: u32,
    noinline: u32,
    optsize: u32,
    minsize: u32,
    null_pointer_is_valid: u32,
    uwtable: u32,
    sanitize_address: u32,
    sanitize_thread: u32,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let kind = |name: &str| ffi!(LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len()));
    Kinds {
        swiftself: kind("swiftself"),
        nonnull: kind("nonnull"),
        noalias: kind("noalias"),
        noundef: kind("noundef"),
        readonly: kind("readonly"),
        writable: kind("writable"),
        captures: kind("captures"),
        zeroext: kind("zeroext"),
        signext: kind("signext"),
        align: kind("align"),
        dereferenceable: kind("dereferenceable"),
        sret: kind("sret"),
        byval: kind("byval"),
        elementtype: kind("elementtype"),
        nounwind: kind("nounwind"),
        nobuiltin: kind("nobuiltin"),
        noreturn: kind("noreturn"),
        cold: kind("cold"),
        alwaysinline: kind("alwaysinline"),
        noinline: kind("noinline"),
        optsize: kind("optsize"),
        minsize: kind("minsize"),
        null_pointer_is_valid: kind("null_pointer_is_valid"),
        uwtable: kind("uwtable"),
        sanitize_address: kind("sanitize_address"),
        sanitize_thread: kind("sanitize_thread"),
    }
});

/// `uwtable(sync)` in LLVM's encoding.
const UNWIND_TABLE_SYNC: u64 = 1;

impl Attribute {
    /// Whether it decides how a parameter travels, rather than stating a fact.
    pub fn is_binding(self) -> bool {
        matches!(
            self,
            Attribute::SwiftSelf
                | Attribute::ZeroExtend
                | Attribute::SignExtend
                | Attribute::Align(_)
                | Attribute::StructReturn { .. }
                | Attribute::ByValue { .. }
        )
    }

    /// The kind and the value that goes with it.
    fn encoded(self) -> (u32, u64) {
        let kinds = &*KINDS;
        match self {
            Attribute::SwiftSelf => (kinds.swiftself, 0),
            Attribute::NonNull => (kinds.nonnull, 0),
            Attribute::NoAlias => (kinds.noalias, 0),
            Attribute::NoUndef => (kinds.noundef, 0),
            Attribute::ReadOnly => (kinds.readonly, 0),
            Attribute::Writable => (kinds.writable, 0),
            Attribute::NoCapture => (kinds.captures, 0),
            Attribute::ZeroExtend => (kinds.zeroext, 0),
            Attribute::SignExtend => (kinds.signext, 0),
            Attribute::Align(bytes) => (kinds.align, u64::from(bytes)),
            Attribute::Dereferenceable(bytes) => (kinds.dereferenceable, bytes),
            Attribute::StructReturn { bytes } => (kinds.sret, bytes),
            Attribute::ByValue { bytes } => (kinds.byval, bytes),
            Attribute::ElementType { bytes } => (kinds.elementtype, bytes),
            Attribute::NoUnwind => (kinds.nounwind, 0),
            Attribute::NoBuiltin => (kinds.nobuiltin, 0),
            Attribute::NoReturn => (kinds.noreturn, 0),
            Attribute::Cold => (kinds.cold, 0),
            Attribute::AlwaysInline => (kinds.alwaysinline, 0),
            Attribute::NoInline => (kinds.noinline, 0),
            Attribute::OptimizeForSize => (kinds.optsize, 0),
            Attribute::MinimizeSize => (kinds.minsize, 0),
            Attribute::NullPointerIsValid => (kinds.null_pointer_is_valid, 0),
            Attribute::UnwindTable => (kinds.uwtable, UNWIND_TABLE_SYNC),
            Attribute::SanitizeAddress => (kinds.sanitize_address, 0),
            Attribute::SanitizeThread => (kinds.sanitize_thread, 0),
        }
    }

    fn create(self, types: &Types) -> LLVMAttributeRef {
        let (kind, value) = self.encoded();
        match self {
            Attribute::StructReturn { bytes } | Attribute::ByValue { bytes } | Attribute::ElementType { bytes } => {
                let Type(memory) = types.bytes(bytes);
                ffi!(LLVMCreateTypeAttribute(types.context, kind, memory))
            }
            _ => ffi!(LLVMCreateEnumAttribute(types.context, kind, value)),
        }
    }
}

impl Position {
    fn index(self) -> u32 {
        match self {
            Position::Function => llvm_sys::LLVMAttributeFunctionIndex,
            Position::Result => llvm_sys::LLVMAttributeReturnIndex,
            Position::Parameter(index) => index as u32 + 1,
        }
    }
}

/// An attribute made for one context, to be put on many values.
#[derive(Clone, Copy)]
pub struct MadeAttribute(LLVMAttributeRef);

impl Attribute {
    /// Makes the attribute once.
    pub fn make(self, types: &Types) -> MadeAttribute {
        MadeAttribute(self.create(types))
    }
}

impl MadeAttribute {
    /// A pair of texts.
    pub fn text(types: &Types, key: &str, value: &str) -> Self {
        let (key_start, value_start) = (key.as_ptr().cast(), value.as_ptr().cast());
        let (key_length, value_length) = (key.len() as u32, value.len() as u32);
        Self(ffi!(LLVMCreateStringAttribute(types.context, key_start, key_length, value_start, value_length)))
    }
}

impl Value {
    /// Adds an attribute to a function.
    pub fn add_attribute(self, position: Position, attribute: MadeAttribute) {
        ffi!(LLVMAddAttributeAtIndex(self.0, position.index(), attribute.0));
    }

    /// Adds an attribute to a call.
    pub fn add_call_attribute(self, position: Position, attribute: MadeAttribute) {
        ffi!(LLVMAddCallSiteAttribute(self.0, position.index(), attribute.0));
    }
}
