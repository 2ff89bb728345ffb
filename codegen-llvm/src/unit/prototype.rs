//! A convention as LLVM sees it: function type, parameters in order, attributes.

use hubbub_mir::{Signature, Ty, TyData};

use super::Unit;
use crate::abi::{self, ContextPass, Convention, Extension, Machine, Pass, Piece, Scalar};
use crate::llvm::attributes::{Attribute, MadeAttribute, Position};
use crate::llvm::{Type, Types};

/// How a procedure type is called.
///
/// LLVM's parameters are, in this order: the context, pointers for results in memory, then the parameters' pieces.
pub struct Prototype {
    pub convention: Convention,
    pub ty: Type,
    /// What the function returns in registers.
    pub result: Type,
    /// All attributes of parameters and result.
    pub attributes: Vec<(Position, MadeAttribute)>,
    pub parameter_types: Box<[Ty]>,
    pub result_types: Box<[Ty]>,
}

impl Prototype {
    /// The prototype of procedure type `ty`; `extra` are the types of variadic arguments.
    pub fn new(unit: &Unit, ty: Ty, extra: &[Ty]) -> Self {
        let empty =
            Signature { abi: hubbub_mir::Abi::C, parameters: Box::new([]), results: Box::new([]), is_variadic: false };
        let signature = match ty.data() {
            TyData::Procedure(signature) => signature,
            _ => &empty,
        };
        let mut convention = abi::convention(unit.shared.target.machine, &unit.shared.layouts, signature, extra);
        if !unit.shared.options.level.optimizes() && fits_c_convention(unit.shared.target.machine, &convention) {
            convention.number = abi::CONVENTION_C;
        }
        let fixed = signature.parameters.len();
        let all: Box<[Ty]> = signature.parameters.iter().chain(extra).copied().collect();
        let result = result_type(unit, &convention);
        let mut builder = ParameterBuilder { unit, types: Vec::new(), attributes: Vec::new() };
        builder.context(&convention);
        builder.results(&convention, &signature.results);
        for (pass, ty) in convention.parameters.iter().zip(&all).take(fixed) {
            builder.parameter(pass, *ty);
        }
        let function = unit.types.function(result, &builder.types, convention.is_variadic);
        for (pass, ty) in convention.parameters.iter().zip(&all).skip(fixed) {
            builder.parameter(pass, *ty);
        }
        let mut attributes = builder.attributes;
        attributes.extend(result_extension(&convention, &unit.types));
        Self {
            ty: function,
            result,
            attributes,
            convention,
            parameter_types: all,
            result_types: signature.results.clone(),
        }
    }

    /// The pieces of all results in registers, with the number of the result that they belong to.
    pub fn result_pieces(&self) -> impl Iterator<Item = (usize, Piece)> {
        let results = self.convention.results.iter().enumerate();
        results.flat_map(|(index, pass)| pieces(pass).iter().map(move |piece| (index, *piece)))
    }

    /// Whether the results in registers come as one LLVM value and not as a structure or array of them.
    pub fn has_single_result(&self) -> bool {
        let is_array = self.convention.results.iter().any(|pass| matches!(pass, Pass::Array(_)));
        !is_array && self.result_pieces().count() == 1
    }
}

/// Whether LLVM's C convention means the same registers as `swiftcc`, which is so but for results in memory or
/// beyond the first. The fast instruction selector, whose time is much of a build's at -O0, cannot return from `swiftcc`.
fn fits_c_convention(machine: Machine, convention: &Convention) -> bool {
    let mut results = convention.results.iter().flat_map(pieces);
    let (first, second) = (results.next(), results.next());
    let is_one_register = first.is_none_or(|piece| match piece.scalar {
        Scalar::Int(128) => false,
        Scalar::Vector(ty) => !abi::hubbub::has_wide_lanes(ty),
        _ => true,
    });
    let has_memory = convention.results.contains(&Pass::Reference);
    machine == Machine::X86_64 && second.is_none() && is_one_register && !has_memory
}

/// The pieces of a value in registers.
pub fn pieces(pass: &Pass) -> &[Piece] {
    match pass {
        Pass::Pieces(pieces) | Pass::Array(pieces) => pieces,
        _ => &[],
    }
}

fn result_type(unit: &Unit, convention: &Convention) -> Type {
    let all = convention.results.iter().flat_map(pieces);
    let types: Vec<_> = all.map(|piece| unit.scalar_type(piece.scalar)).collect();
    match (types.as_slice(), convention.results.first()) {
        ([], _) => unit.types.void,
        ([first, ..], Some(Pass::Array(_))) => first.array(types.len() as u64),
        ([only], _) => *only,
        _ => unit.types.structure(&types, false),
    }
}

fn result_extension(convention: &Convention, types: &Types) -> Option<(Position, MadeAttribute)> {
    let mut all = convention.results.iter().flat_map(pieces);
    let (first, rest) = (all.next()?, all.next());
    let attribute = extension(*first).filter(|_| rest.is_none())?;
    Some((Position::Result, attribute.make(types)))
}

fn extension(piece: Piece) -> Option<Attribute> {
    match piece.extension {
        Extension::None => None,
        Extension::Zero => Some(Attribute::ZeroExtend),
        Extension::Sign => Some(Attribute::SignExtend),
    }
}

struct ParameterBuilder<'u, 'a> {
    unit: &'u Unit<'a>,
    types: Vec<Type>,
    attributes: Vec<(Position, MadeAttribute)>,
}

impl ParameterBuilder<'_, '_> {
    fn push(&mut self, ty: Type, attributes: &[Attribute]) {
        let position = Position::Parameter(self.types.len());
        self.types.push(ty);
        let types = &self.unit.types;
        // Without an optimiser, facts for it would only cost time.
        let all = self.unit.shared.options.level.optimizes();
        let wanted = attributes.iter().filter(|attribute| all || attribute.is_binding());
        self.attributes.extend(wanted.map(|attribute| (position, attribute.make(types))));
    }

    fn context(&mut self, convention: &Convention) {
        if convention.context == ContextPass::None {
            return;
        }
        // Nobody can take the context's address, so no call can change what is behind it: that is what lets reads leave loops.
        let mut attributes = vec![Attribute::NonNull, Attribute::NoAlias, Attribute::NoUndef];
        attributes.extend([Attribute::ReadOnly, Attribute::NoCapture]);
        if convention.context == ContextPass::Register {
            attributes.push(Attribute::SwiftSelf);
        }
        if let Some(context) = self.unit.shared.context_layout {
            attributes.extend([Attribute::Dereferenceable(context.bytes), Attribute::Align(context.align)]);
        }
        self.push(self.unit.types.ptr, &attributes);
    }

    fn results(&mut self, convention: &Convention, results: &[Ty]) {
        let is_structure_return = abi::hubbub::is_in_memory_only(&convention.results);
        let in_memory = convention.results.iter().zip(results).filter(|(pass, _)| **pass == Pass::Reference);
        for (index, (_, ty)) in in_memory.enumerate() {
            let bytes = ty.size();
            let mut attributes =
                vec![Attribute::NoAlias, Attribute::NoUndef, Attribute::NoCapture, Attribute::Writable];
            attributes.extend([Attribute::Align(ty.align()), Attribute::Dereferenceable(bytes)]);
            // LLVM wants such a function to return nothing else.
            if index == 0 && is_structure_return {
                attributes.push(Attribute::StructReturn { bytes });
            }
            self.push(self.unit.types.ptr, &attributes);
        }
    }

    fn parameter(&mut self, pass: &Pass, ty: Ty) {
        let pointer = self.unit.types.ptr;
        let memory = [Attribute::NoAlias, Attribute::NoUndef, Attribute::NoCapture, Attribute::NonNull];
        let size = [Attribute::Align(ty.align()), Attribute::Dereferenceable(ty.size())];
        match pass {
            Pass::Nothing => {}
            Pass::Pieces(pieces) => {
                for piece in pieces {
                    let attribute = extension(*piece);
                    self.push(self.unit.scalar_type(piece.scalar), attribute.as_slice());
                }
            }
            Pass::Array(pieces) => {
                let element = pieces.first().map_or(self.unit.types.i8, |piece| self.unit.scalar_type(piece.scalar));
                self.push(element.array(pieces.len() as u64), &[]);
            }
            Pass::Reference => self.push(pointer, &[&memory[..], &size, &[Attribute::ReadOnly]].concat()),
            Pass::Copy => self.push(pointer, &[Attribute::NoUndef]),
            Pass::Stack { align } => {
                let stack = [Attribute::ByValue { bytes: ty.size() }, Attribute::Align(*align), Attribute::NoUndef];
                self.push(pointer, &stack);
            }
        }
    }
}
