//! The runtime's procedures that failed checks call, and the locations that they are told.

use hubbub_base::FileId;

use super::Unit;
use crate::llvm::attributes::{Attribute, Position};
use crate::llvm::{Type, Value};

/// A procedure of the runtime that reports a failed check and does not return. All take the context first and a pointer to
/// the location last; what stands between is [`Panic::arguments`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panic {
    Index,
    Slice,
    Division,
    Null,
    Overflow,
    Enum,
    Member,
    AnyType,
    Rune,
}

/// C types between the context and the location.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Argument {
    I64,
    Pointer,
}

impl Panic {
    #[cfg(test)]
    pub const ALL: [Panic; 9] = [
        Panic::Index,
        Panic::Slice,
        Panic::Division,
        Panic::Null,
        Panic::Overflow,
        Panic::Enum,
        Panic::Member,
        Panic::AnyType,
        Panic::Rune,
    ];

    pub fn symbol(self) -> &'static str {
        match self {
            Panic::Index => "hb_rt_panic_index",
            Panic::Slice => "hb_rt_panic_slice",
            Panic::Division => "hb_rt_panic_division",
            Panic::Null => "hb_rt_panic_null",
            Panic::Overflow => "hb_rt_panic_overflow",
            Panic::Enum => "hb_rt_panic_enum",
            Panic::Member => "hb_rt_panic_member",
            Panic::AnyType => "hb_rt_panic_any_type",
            Panic::Rune => "hb_rt_panic_rune",
        }
    }

    pub fn arguments(self) -> &'static [Argument] {
        use Argument::{I64, Pointer};
        match self {
            Panic::Index => &[I64, I64],
            Panic::Slice => &[I64, I64, I64],
            Panic::Division | Panic::Null | Panic::Overflow => &[],
            Panic::Enum => &[I64, Pointer, I64],
            Panic::Member => &[I64, I64, Pointer, I64],
            Panic::AnyType => &[Pointer, I64],
            Panic::Rune => &[I64],
        }
    }
}

impl Unit<'_> {
    /// The declaration of a panic.
    pub fn panic(&mut self, panic: Panic) -> (Value, Type) {
        let symbol = panic.symbol();
        if let Some(found) = self.panics.get(symbol) {
            return *found;
        }
        let types = self.types;
        let between = panic.arguments().iter().map(|argument| match argument {
            Argument::I64 => types.i64,
            Argument::Pointer => types.ptr,
        });
        let parameters: Vec<_> = [types.ptr].into_iter().chain(between).chain([types.ptr]).collect();
        let ty = types.function(types.void, &parameters, false);
        let function = self.module.function(symbol).unwrap_or_else(|| {
            let function = self.module.add_function(symbol, ty);
            for attribute in [Attribute::Cold, Attribute::NoReturn, Attribute::NoUnwind] {
                function.add_attribute(Position::Function, attribute.make(&types));
            }
            function
        });
        self.panics.insert(symbol, (function, ty));
        (function, ty)
    }

    /// A `Source_Location`: file, its length, line, column.
    pub fn location(&mut self, file: FileId, at: u32) -> Value {
        let source = self.shared.sources.files.get(file);
        let (line, column) = source.map_or((0, 0), |source| source.line_column(at));
        if let Some(value) = self.locations.get(&(file, line, column)) {
            return *value;
        }
        let path = source.map_or(String::new(), |source| self.shared.remapped(&source.path));
        let types = self.types;
        let fields = [
            self.string(&path),
            types.const_i64(path.len() as u64),
            types.i32.int(u64::from(line)),
            types.i32.int(u64::from(column)),
        ];
        let value = self.private_constant(types.const_structure(&fields, false), 8);
        self.locations.insert((file, line, column), value);
        value
    }
}

impl super::Shared<'_> {
    /// A path as others may see it.
    pub fn remapped(&self, path: &str) -> String {
        let rules = self.options.remapped_paths.iter();
        let found =
            rules.rev().find_map(|(from, to)| path.strip_prefix(from.as_str()).map(|rest| format!("{to}{rest}")));
        found.unwrap_or_else(|| path.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{Argument, Panic};
    use crate::runtime_abi::{ABI, AbiType};

    fn as_runtime(argument: Argument) -> AbiType {
        match argument {
            Argument::I64 => AbiType::I64,
            Argument::Pointer => AbiType::Pointer,
        }
    }

    #[test]
    fn the_runtime_has_every_panic_with_these_types() {
        for panic in Panic::ALL {
            let found = ABI.iter().find(|symbol| symbol.name == panic.symbol());
            let Some(symbol) = found else { panic!("{} is not in the runtime's list", panic.symbol()) };
            let between = panic.arguments().iter().copied().map(as_runtime);
            let wanted: Vec<_> = [AbiType::Pointer].into_iter().chain(between).chain([AbiType::Pointer]).collect();
            assert_eq!(symbol.parameters, wanted, "{}", symbol.name);
            assert_eq!(symbol.result, AbiType::Never, "{}", symbol.name);
        }
    }
}
