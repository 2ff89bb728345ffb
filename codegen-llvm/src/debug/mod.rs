//! Debug information.

use hubbub_base::FileId;
use hubbub_mir::Procedure;

use crate::llvm::global::Module;
use crate::llvm::{Metadata, Types, Value};
use crate::unit::{Shared, Unit};

pub struct DebugInfo {}

impl DebugInfo {
    pub fn new(_shared: &Shared, _types: Types, _module: Module) -> Self {
        Self {}
    }
    pub fn finish(&mut self) {}
}

impl Unit<'_> {
    pub fn begin_debug_scope(&mut self, _procedure: &Procedure, _function: Value) -> Option<Metadata> {
        None
    }
    pub fn debug_location(&mut self, _scope: Metadata, _file: FileId, _at: u32) -> Option<Metadata> {
        None
    }
    pub fn keeps_named_locals(&self) -> bool {
        false
    }
}

impl crate::function::FunctionBuilder<'_, '_> {
    pub fn declare_locals(&mut self) {}
}
