//! `#asm("text", "constraints", operands …) -> results`.
//!
//! The constraints are LLVM's: outputs begin with `=`, then come inputs, then what is overwritten, `~{…}`. Here they are only counted, and
//! the types looked at; whether a processor has such registers and instructions, the code generator finds out.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use super::Checker;
use crate::data::typed::{ExprId, ExprKind, IntrinsicOperation};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::Value;
use crate::resolve::counted;

/// What the constraints ask for.
#[derive(Default)]
struct Constraints {
    outputs: usize,
    inputs: usize,
    /// One that is not in its place, or that cannot be written here, with the reason.
    wrong: Option<(String, &'static str)>,
}

impl Checker<'_> {
    pub(super) fn check_asm(&mut self, node: NodeId, arguments: &[NodeId], results: &[NodeId]) -> ExprId {
        let [text, constraints, operands @ ..] = arguments else {
            let message = "`#asm` takes its text, its constraints, and the operands that these name";
            return self.mistake(Kind::InvalidAssembly, node, message);
        };
        let mark = self.list_begin();
        let text = self.asm_text(*text);
        let written = self.asm_text(*constraints);
        self.list_add(text.0);
        self.list_add(written.0);
        for operand in operands {
            let value = self.check_value(*operand);
            let value = self.settle(value, *operand);
            self.check_asm_type(*operand, self.ty(value));
            self.list_add(value.0);
        }
        let list = self.list_end(mark);
        let types: Vec<TypeId> = results.iter().map(|result| self.asm_result(*result)).collect();
        if let Some(Value::String(bytes)) = self.constant_value(written).map(|known| &known.value) {
            let found = parse(&String::from_utf8_lossy(bytes));
            self.check_asm_counts(*constraints, &found, operands.len(), types.len());
        }
        let ty = self.result_type(&types);
        let at = self.at(node);
        self.push(ExprKind::Intrinsic { operation: IntrinsicOperation::Asm, arguments: list }, ty, at)
    }

    fn asm_text(&mut self, argument: NodeId) -> ExprId {
        let value = self.check_to(argument, self.sema.types.string);
        if self.constant_value(value).is_none() && *self.kind_of(value) != TypeKind::Error {
            return self.mistake(Kind::NotConstant, argument, "text and constraints of `#asm` are constants");
        }
        value
    }

    fn asm_result(&mut self, result: NodeId) -> TypeId {
        let ty = match self.view(result) {
            View::Result { ty, .. } => self.resolve_type(ty),
            _ => self.resolve_type(result),
        };
        self.check_asm_type(result, ty);
        ty
    }

    /// What goes through a register.
    fn check_asm_type(&mut self, node: NodeId, ty: TypeId) {
        use TypeKind::{Bool, CString, Enum, Error, Float, Int, Pointer, Procedure, Rune, Simd};
        let facts = self.sema.facts(ty);
        if facts.is_dependent || facts.has_error {
            return;
        }
        let kind = self.kind(self.sema.base_of(ty));
        let fits = matches!(
            kind,
            Int { .. }
                | Float { .. }
                | Bool
                | Rune
                | Enum(_)
                | Pointer(_)
                | CString
                | Procedure(_)
                | Simd { .. }
                | Error
        );
        if !fits {
            let message = format!("{} does not go through a register", self.described(ty));
            let diagnostic = Diagnostic::new(Kind::InvalidAssembly, self.span(node), message);
            self.report(diagnostic.help("hand over a pointer to it, or its fields"));
        }
    }

    fn check_asm_counts(&mut self, node: NodeId, found: &Constraints, operands: usize, results: usize) {
        if let Some((constraint, reason)) = &found.wrong {
            let message = format!("the constraint `{constraint}` cannot be used: {reason}");
            self.mistake(Kind::InvalidAssembly, node, message);
        } else if found.outputs != results {
            let message = format!("{} for {}", counted(found.outputs, "output"), counted(results, "result"));
            let diagnostic = Diagnostic::new(Kind::InvalidAssembly, self.span(node), message);
            self.report(diagnostic.help("each constraint that begins with `=` gives a result, in their order"));
        } else if found.inputs != operands {
            let message = format!("{} for {}", counted(found.inputs, "input"), counted(operands, "operand"));
            let diagnostic = Diagnostic::new(Kind::InvalidAssembly, self.span(node), message);
            self.report(diagnostic.help("each constraint without `=` and `~` takes an operand, in their order"));
        }
    }
}

/// Counts outputs and inputs.
fn parse(text: &str) -> Constraints {
    let mut found = Constraints::default();
    for constraint in text.split(',').filter(|_| !text.trim().is_empty()) {
        let is_clobber = constraint.starts_with('~');
        let reason = match constraint {
            "" | "=" | "=&" => Some("it is empty"),
            _ if constraint.contains('*') => Some("memory is reached through a pointer in a register, `r`"),
            _ if constraint.starts_with('+') => Some("write an output `=r` and an input `0` that shares its register"),
            _ if constraint.starts_with('!') => Some("there are no labels to jump to"),
            _ if constraint.contains(char::is_whitespace) => Some("there are no blanks between constraints"),
            _ if is_clobber && !(constraint.starts_with("~{") && constraint.ends_with('}')) => {
                Some("what is overwritten is written `~{name}`")
            }
            _ if constraint.starts_with('=') && found.inputs > 0 => Some("outputs stand before inputs"),
            _ => None,
        };
        if let Some(reason) = reason {
            found.wrong = found.wrong.or_else(|| Some((constraint.to_owned(), reason)));
        }
        found.outputs += usize::from(constraint.starts_with('='));
        found.inputs += usize::from(!constraint.starts_with('=') && !is_clobber);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(text: &str, outputs: usize, inputs: usize, wrong: Option<&str>) {
        let found = parse(text);
        let found_wrong = found.wrong.as_ref().map(|(constraint, _)| constraint.as_str());
        assert_eq!((found.outputs, found.inputs, found_wrong), (outputs, inputs, wrong), "{text}");
    }

    #[test]
    fn constraints_are_counted() {
        check("", 0, 0, None);
        check("={rax},={rdx}", 2, 0, None);
        check("=r,0,r,~{cc},~{memory}", 1, 2, None);
        check("=&r,=&x,r", 2, 1, None);
        check("r,=r", 1, 1, Some("=r"));
        check("=r,,r", 1, 2, Some(""));
        check("=*m", 1, 0, Some("=*m"));
        check("=r, r", 1, 1, Some(" r"));
        check("~memory", 0, 0, Some("~memory"));
    }
}
