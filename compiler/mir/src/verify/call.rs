//! Calls.

use hubbub_base::table::Run;

use super::body::BodyVerifier;
use super::is_same;
use crate::data::body::{Callee, LocalId, Operand, Place, PlaceBase, Projection};
use crate::data::ty::{Abi, Signature, Ty};

/// A call as a statement or, without results, as a tail call.
pub struct Call<'a> {
    pub callee: Callee,
    pub arguments: Run,
    pub results: Option<&'a [Place]>,
    pub context: Option<LocalId>,
}

impl BodyVerifier<'_, '_> {
    pub fn call(&mut self, call: Call<'_>) {
        self.run_in(call.arguments, self.body.operands.len(), "arguments");
        let arguments = self.body.operands(call.arguments);
        let results = call.results.unwrap_or(&[]);
        if let Some(context) = call.context {
            self.local(context);
        }
        if let Callee::Intrinsic(intrinsic) = call.callee {
            self.verifier.require(call.results.is_some(), || "a tail call of an intrinsic".to_owned());
            let arguments: Option<Vec<Ty>> = arguments.iter().map(|operand| self.operand(*operand)).collect();
            let results: Option<Vec<Ty>> = results.iter().map(|place| self.assigned(*place)).collect();
            if let (Some(arguments), Some(results)) = (arguments, results) {
                self.intrinsic(intrinsic, &arguments, &results);
            }
            return;
        }
        self.callee(call.callee);
        let Some(signature) = call.callee.signature() else {
            return self.error("calls what is no procedure");
        };
        let needs_context = signature.abi == Abi::Hubbub;
        self.verifier.require(call.context.is_some() == needs_context, || {
            "a context against the callee's convention".to_owned()
        });
        self.arguments(signature, arguments);
        self.results(signature, results);
    }

    fn callee(&mut self, callee: Callee) {
        match callee {
            Callee::Direct { symbol, ty } => match self.verifier.symbols.procedure_type(symbol) {
                Some(_) if self.verifier.symbols.is_shared(symbol) => {}
                Some(defined) => self.verifier.same(ty, defined, &format!("the type given for `{symbol}`")),
                None => self.error(format!("the procedure `{symbol}` is not defined")),
            },
            Callee::Pointer { operand, ty } => {
                if let Some(found) = self.operand(operand) {
                    self.verifier.same(found, ty, "the callee");
                }
            }
            Callee::Intrinsic(_) => {}
        }
    }

    fn arguments(&mut self, signature: &Signature, arguments: &[Operand]) {
        let (found, expected) = (arguments.len(), signature.parameters.len());
        let is_count_right = found == expected || (signature.is_variadic && found > expected);
        self.verifier.require(is_count_right, || format!("{found} arguments, expected {expected}"));
        for (index, argument) in arguments.iter().enumerate() {
            let ty = self.operand(*argument);
            if let (Some(ty), Some(expected)) = (ty, signature.parameters.get(index)) {
                self.verifier.same(ty, *expected, &format!("argument {index}"));
            }
        }
    }

    fn results(&mut self, signature: &Signature, results: &[Place]) {
        let (found, expected) = (results.len(), signature.results.len());
        self.verifier.require(found <= expected, || format!("{found} results, expected at most {expected}"));
        for (index, (place, expected)) in results.iter().zip(&signature.results).enumerate() {
            let Some(ty) = self.assigned(*place) else { continue };
            self.verifier.same(ty, *expected, &format!("the place of result {index}"));
            let goes_elsewhere = self.body.path(*place).iter().any(|step| matches!(step, Projection::Deref(_)));
            let is_own = matches!(place.base, PlaceBase::Local(_)) && !goes_elsewhere;
            let is_fit = ty.is_scalar() || is_own || !is_same(ty, *expected);
            self.verifier.require(is_fit, || format!("result {index} is built in memory that the callee can reach"));
        }
    }
}
