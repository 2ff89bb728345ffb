//! Global variables, static data, string constants.

use hubbub_base::Name;
use hubbub_mir::{Global, Linkage, StaticData};

use super::Unit;
use crate::abi::Machine;
use crate::deal::is_defined;
use crate::llvm::Value;
use crate::llvm::global::Visibility;

/// Bigger constants of other units are only declared.
const COPY_BYTES_MAX: u64 = 4096;

impl<'a> Unit<'a> {
    /// The address of a global of the program, declared on first use.
    pub fn global(&mut self, symbol: Name) -> Value {
        if let Some(value) = self.globals.get(&symbol) {
            return *value;
        }
        let Some(global) = self.shared.program.globals.get(&symbol) else {
            // Relocations name procedures too.
            return self.procedure(symbol);
        };
        let copy = self.is_worth_a_copy(global).then(|| self.static_data(&global.data, global.ty.size()));
        let ty = copy.map_or_else(|| self.types.bytes(global.ty.size()), Value::ty);
        let value = self.module.add_global(symbol.as_str(), ty);
        self.set_up(value, global);
        self.globals.insert(symbol, value);
        if let Some(contents) = copy {
            value.set_initializer(contents);
            value.set_visibility(Visibility::Copy);
        }
        value
    }

    /// Whether the optimiser of a unit should see the contents of another unit's constant.
    fn is_worth_a_copy(&self, global: &Global) -> bool {
        let optimizes = self.shared.options.level.optimizes() && !self.shared.is_single;
        let is_plain = global.is_constant && global.data.relocations.is_empty() && !global.is_thread_local;
        optimizes && is_plain && is_defined(global.linkage) && global.ty.size() <= COPY_BYTES_MAX
    }

    fn set_up(&self, value: Value, global: &Global) {
        value.set_alignment(global.align.max(1));
        value.set_visibility(self.visibility(global.linkage));
        if global.is_thread_local {
            value.set_thread_local();
        }
        if global.is_constant {
            value.set_constant();
        }
    }

    /// Gives a global its contents.
    pub fn define_global(&mut self, global: &'a Global) {
        if !is_defined(global.linkage) {
            return;
        }
        let contents = self.static_data(&global.data, global.ty.size());
        let value = self.module.add_global("", contents.ty());
        self.set_up(value, global);
        value.set_initializer(contents);
        // References from earlier contents point to the declaration; the definition takes its place and name.
        if let Some(declared) = self.globals.insert(global.symbol, value) {
            declared.replace_by(value);
        }
        value.set_name(global.symbol.as_str());
        if let (Some(debug), Some(name)) = (&mut self.debug, global.name) {
            debug.describe_global(global, name, value, global.linkage == Linkage::Internal);
        }
        if global.is_constant && global.name.is_none() {
            value.set_unnamed_address();
        }
    }

    /// Bytes, addresses and zeros, one behind the other.
    fn static_data(&mut self, data: &StaticData, size: u64) -> Value {
        let used = (data.bytes.len() as u64).min(size);
        let mut parts = Vec::new();
        let mut at = 0;
        for relocation in &data.relocations {
            self.push_bytes(data, at, relocation.offset, &mut parts);
            let target = self.global(relocation.symbol);
            parts.push(target.constant_offset(&self.types, relocation.addend));
            if self.shared.target.machine == Machine::Wasm32 {
                // Pointers have four bytes there, in the eight that layouts give them.
                parts.push(self.types.bytes(4).zero());
            }
            at = relocation.offset + 8;
        }
        self.push_bytes(data, at, used, &mut parts);
        at = at.max(used);
        if at < size {
            parts.push(self.types.bytes(size - at).zero());
        }
        match parts.as_slice() {
            [only] => *only,
            _ => self.types.const_structure(&parts, true),
        }
    }

    fn push_bytes(&self, data: &StaticData, from: u64, to: u64, parts: &mut Vec<Value>) {
        if from >= to {
            return;
        }
        let end = (to as usize).min(data.bytes.len());
        let bytes = data.bytes.get(from as usize..end).unwrap_or(&[]);
        if !bytes.is_empty() {
            parts.push(self.types.const_bytes(bytes));
        }
        let missing = to - from - bytes.len() as u64;
        if missing > 0 {
            parts.push(self.types.bytes(missing).zero());
        }
    }

    /// A private text with a NUL behind it, which linkers merge with equal ones.
    pub fn string(&mut self, text: &str) -> Value {
        if let Some(value) = self.strings.get(text) {
            return *value;
        }
        let bytes: Vec<u8> = text.bytes().chain([0]).collect();
        let value = self.private_constant(self.types.const_bytes(&bytes), 1);
        self.strings.insert(text.to_owned(), value);
        value
    }

    /// A private constant.
    pub fn private_constant(&self, contents: Value, align: u32) -> Value {
        let value = self.module.add_global("", contents.ty());
        value.set_initializer(contents);
        value.set_constant();
        value.set_visibility(Visibility::Private);
        value.set_unnamed_address();
        value.set_alignment(align);
        value
    }
}
