//! Inline assembly.

use hubbub_base::FileId;
use hubbub_mir::{Constant, Operand, Place};

use super::FunctionBuilder;
use crate::llvm::Value;
use crate::options::Error;

impl FunctionBuilder<'_, '_> {
    /// `(text, constraints, operands …) -> results`; LLVM's templates and constraints, AT&T syntax.
    pub(super) fn inline_assembly(&mut self, operands: &[Operand], places: &[Place]) -> Result<(), Error> {
        let [text, constraints, rest @ ..] = operands else {
            return Err(self.internal("inline assembly without text or constraints"));
        };
        let (Some(text), Some(constraints)) = (self.constant_text(*text), self.constant_text(*constraints)) else {
            return Err(self.internal("the text of inline assembly is no constant"));
        };
        let values = rest.iter().map(|operand| self.operand(*operand)).collect::<Result<Vec<_>, _>>()?;
        let parameters: Vec<_> = values.iter().map(|value| value.ty()).collect();
        let results: Vec<_> = places.iter().map(|place| self.register_type(self.place_ty(*place))).collect();
        let types = self.unit.types;
        let result = match results.as_slice() {
            [] => types.void,
            [only] => *only,
            _ => types.structure(&results, false),
        };
        let ty = types.function(result, &parameters, false);
        let code = types.inline_assembly(ty, &text, &constraints, true);
        let call = self.unit.builder.call(ty, code, &values);
        self.set_assembly_place(call);
        for (index, place) in places.iter().enumerate() {
            let value = if places.len() == 1 { call } else { self.unit.builder.extract_value(call, index) };
            self.assign_scalar(*place, value)?;
        }
        Ok(())
    }

    /// So that what LLVM finds wrong is told where it stands.
    fn set_assembly_place(&self, call: Value) {
        let types = &self.unit.types;
        let place = (u64::from(self.body.file.0) + 1) << 32 | u64::from(self.at);
        let node = types.metadata_node(&[types.i64.int(place).as_metadata()]);
        call.set_metadata(types.metadata_kind("srcloc"), types.context, node);
    }

    /// The text of a constant global up to its NUL.
    fn constant_text(&self, operand: Operand) -> Option<String> {
        let Operand::Constant(constant) = operand else { return None };
        let Constant::GlobalAddress { symbol, offset, .. } = self.body.constants[constant] else { return None };
        let bytes = &self.unit.shared.program.globals.get(&symbol)?.data.bytes;
        let bytes = bytes.get(offset as usize..)?.iter().copied().take_while(|byte| *byte != 0);
        String::from_utf8(bytes.collect()).ok()
    }
}

/// The file and the offset that [`FunctionBuilder::set_assembly_place`] has packed.
pub fn place(packed: u64) -> (FileId, u32) {
    (FileId(((packed >> 32) as u32).saturating_sub(1)), packed as u32)
}
