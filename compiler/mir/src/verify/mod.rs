//! Checks that MIR is what its documentation says, so that the back ends need not.
//!
//! Runs after lowering in debug builds and in tests, and on MIR that was read from text. It checks
//! - of a program: that keys are the symbols of their entries, that definitions and uses of symbols and aggregates agree,
//!   fields lie inside their aggregates, static data inside its type, relocations in order, on known symbols, and that a
//!   procedure has a body exactly unless it is foreign;
//! - of a body: that there is a block, that parameters, results and context are locals that agree with the signature, that a
//!   parameter is never assigned and its address never taken, that all ids, runs and block targets are in range;
//! - of places: that every step fits the type that it starts from, indices are `i64`;
//! - of operands: that constants fit their types, operands of operators, conversions, calls, intrinsics, checks and switches
//!   have the types these take (pointers to anything are one type), and results the types of their places;
//! - of calls: number of arguments and results, a context exactly where the convention has one, that it is the body's own or
//!   the address of a local or global, tail calls to the same signature;
//! - of aggregate assignments: that the places are the same or do not overlap as far as their paths tell, and that an
//!   aggregate result of a call goes to a local.
//!
//! It does not check initialisation or life times; the interpreter does, as it runs. Start with [`program`] or [`procedure`].

mod body;
mod call;
mod globals;
mod intrinsic;
mod place;
mod rvalue;
#[cfg(test)]
mod tests;

use hubbub_base::Name;

use crate::data::program::{Aggregate, Linkage, Procedure, Program};
use crate::data::ty::{Signature, Ty, TyData};

/// What is wrong, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyError {
    /// The entity: `Main.main, bb2, statement 3`.
    pub entity: String,
    /// What is wrong with it.
    pub message: String,
}

impl std::fmt::Display for VerifyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.entity, self.message)
    }
}

/// What a body may refer to.
pub trait Symbols {
    /// The type of the procedure with this symbol.
    fn procedure_type(&self, symbol: Name) -> Option<Ty>;
    /// The type of the global with this symbol.
    fn global_type(&self, symbol: Name) -> Option<Ty>;
    /// Whether a symbol is defined elsewhere, or seen there: declarations may disagree about its type, as they may in C.
    fn is_shared(&self, symbol: Name) -> bool;
    /// The aggregate or enum of this name.
    fn aggregate(&self, name: Name) -> Option<&Aggregate>;
}

impl Symbols for Program {
    fn procedure_type(&self, symbol: Name) -> Option<Ty> {
        let procedure = self.procedures.get(&symbol)?;
        Some(Ty::new(TyData::Procedure(procedure.signature.clone())))
    }

    fn global_type(&self, symbol: Name) -> Option<Ty> {
        self.globals.get(&symbol).map(|global| global.ty)
    }

    fn is_shared(&self, symbol: Name) -> bool {
        let procedure = self.procedures.get(&symbol).map(|procedure| procedure.linkage);
        let linkage = procedure.or_else(|| self.globals.get(&symbol).map(|global| global.linkage));
        linkage.is_some_and(|linkage| linkage != Linkage::Internal)
    }

    fn aggregate(&self, name: Name) -> Option<&Aggregate> {
        self.aggregates.get(&name)
    }
}

/// All that is wrong with a program.
pub fn program(program: &Program) -> Vec<VerifyError> {
    let mut errors = Vec::new();
    globals::verify(program, &mut errors);
    for (symbol, procedure) in &program.procedures {
        if *symbol != procedure.symbol {
            errors.push(VerifyError {
                entity: symbol.to_string(),
                message: format!("stands for a procedure whose symbol is `{}`", procedure.symbol),
            });
        }
        errors.extend(self::procedure(program, procedure));
    }
    errors
}

/// All that is wrong with a procedure.
pub fn procedure<'a>(symbols: &'a dyn Symbols, procedure: &'a Procedure) -> Vec<VerifyError> {
    let mut verifier = Verifier { symbols, entity: procedure.symbol.to_string(), errors: Vec::new() };
    let is_foreign = matches!(procedure.linkage, Linkage::Foreign | Linkage::ForeignWeak);
    verifier.require(procedure.body.is_none() == is_foreign, || "has a body exactly if it is not foreign".to_owned());
    verifier.signature(&procedure.signature);
    if let Some(body) = &procedure.body {
        body::verify(&mut verifier, procedure, body);
    }
    verifier.errors
}

struct Verifier<'a> {
    symbols: &'a dyn Symbols,
    entity: String,
    errors: Vec<VerifyError>,
}

impl Verifier<'_> {
    fn error(&mut self, message: String) {
        self.errors.push(VerifyError { entity: self.entity.clone(), message });
    }

    fn require(&mut self, holds: bool, message: impl FnOnce() -> String) {
        if !holds {
            self.error(message());
        }
    }

    fn signature(&mut self, signature: &Signature) {
        use crate::data::ty::Abi;
        let is_c = signature.abi == Abi::C;
        self.require(is_c || !signature.is_variadic, || "`...` is for C procedures".to_owned());
        self.require(!is_c || signature.results.len() <= 1, || "a C procedure with several results".to_owned());
        for ty in signature.parameters.iter().chain(&signature.results) {
            self.value_type(*ty);
        }
    }

    /// A type that values have: the aggregates inside it are defined, as it says.
    fn value_type(&mut self, mut ty: Ty) {
        while let TyData::Array { element, .. } | TyData::Vector { element, .. } = ty.data() {
            ty = *element;
        }
        if let TyData::Aggregate { name, size, align } = ty.data() {
            match self.symbols.aggregate(*name) {
                None => self.error(format!("`{name}` is not defined")),
                Some(it) if it.size != *size || it.align != *align => {
                    self.error(format!("`{name}` is used with another size or alignment than it is defined with"));
                }
                Some(_) => {}
            }
        }
    }

    /// Requires two types to be the same, but for what pointers point to.
    fn same(&mut self, found: Ty, expected: Ty, what: &str) {
        self.require(is_same(found, expected), || {
            format!("{what} is `{}`, expected `{}`", crate::print::ty(found), crate::print::ty(expected))
        });
    }
}

/// Whether two types are the same, but for what pointers point to, data or code.
fn is_same(a: Ty, b: Ty) -> bool {
    if a == b {
        return true;
    }
    match (a.data(), b.data()) {
        (TyData::Pointer { .. }, TyData::Pointer { .. } | TyData::Procedure(_)) => true,
        (TyData::Procedure(_), TyData::Pointer { .. }) => true,
        (TyData::Array { element: a, length: n }, TyData::Array { element: b, length: m }) => n == m && is_same(*a, *b),
        (TyData::Vector { element: a, lanes: n }, TyData::Vector { element: b, lanes: m }) => n == m && is_same(*a, *b),
        (TyData::Procedure(a), TyData::Procedure(b)) => is_same_signature(a, b),
        _ => false,
    }
}

/// Whether two signatures are the same, but for what pointers point to.
fn is_same_signature(a: &Signature, b: &Signature) -> bool {
    let all_same = |a: &[Ty], b: &[Ty]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(*a, *b));
    a.abi == b.abi
        && a.is_variadic == b.is_variadic
        && all_same(&a.parameters, &b.parameters)
        && all_same(&a.results, &b.results)
}

/// Kinds of scalars that operators ask for; of a vector, those of its lanes.
fn lane(ty: Ty) -> Ty {
    match ty.data() {
        TyData::Vector { element, .. } => *element,
        _ => ty,
    }
}

fn lanes(ty: Ty) -> Option<u32> {
    match ty.data() {
        TyData::Vector { lanes, .. } => Some(*lanes),
        _ => None,
    }
}

fn is_integer(ty: Ty) -> bool {
    matches!(ty.data(), TyData::Int { .. } | TyData::Enum { .. } | TyData::Rune)
}

fn is_float(ty: Ty) -> bool {
    matches!(ty.data(), TyData::Float { .. })
}

fn is_address(ty: Ty) -> bool {
    matches!(ty.data(), TyData::Pointer { .. } | TyData::Procedure(_))
}

/// Bits and signedness of what a switch or an integer constant can have.
fn integer_shape(ty: Ty) -> Option<(u16, bool)> {
    match ty.data() {
        TyData::Int { bits, signed } | TyData::Enum { bits, signed, .. } => Some((*bits, *signed)),
        TyData::Rune => Some((32, false)),
        TyData::Bool => Some((1, false)),
        _ => None,
    }
}

/// Whether a constant's value is one of the type's, extended as the type says.
fn fits(ty: Ty, value: i128) -> bool {
    match integer_shape(ty) {
        Some((128, _)) => true,
        Some((bits, true)) => (value >> (bits - 1)) == 0 || (value >> (bits - 1)) == -1,
        Some((bits, false)) => (value >> bits) == 0,
        None => false,
    }
}
