//! Whether evaluating an expression can change memory that another expression reads.
//!
//! Operands are read straight from their places unless something in between can change them; this says whether
//! something can. The answer is careful: calls and everything with control flow of its own can.

use hubbub_sema::data::typed::{ExprId, ExprKind, TypedBody};

/// Answers so far.
pub(super) struct Effects {
    /// Expressions known to change nothing.
    pure: Vec<bool>,
}

impl Effects {
    pub fn new(count: usize) -> Self {
        Self { pure: vec![false; count] }
    }

    /// Whether evaluating `expr` can change memory that exists before.
    pub fn may_write(&mut self, typed: &TypedBody, expr: ExprId) -> bool {
        let mut open = vec![expr];
        let mut seen = Vec::new();
        while let Some(expr) = open.pop() {
            if self.pure.get(expr.0 as usize).copied().unwrap_or(false) {
                continue;
            }
            let Some(found) = typed.exprs.get(expr) else { continue };
            if !operands(typed, &found.kind, &mut open) {
                return true;
            }
            seen.push(expr);
        }
        for expr in seen {
            if let Some(pure) = self.pure.get_mut(expr.0 as usize) {
                *pure = true;
            }
        }
        false
    }
}

/// Adds the operands of what changes nothing by itself; false for all else.
pub(super) fn operands(typed: &TypedBody, kind: &ExprKind, out: &mut Vec<ExprId>) -> bool {
    match *kind {
        ExprKind::Error
        | ExprKind::Constant(_)
        | ExprKind::Default
        | ExprKind::Uninit
        | ExprKind::Local(_)
        | ExprKind::Variable(_)
        | ExprKind::Context
        | ExprKind::Procedure(_)
        | ExprKind::EntryThunk(_) => {}
        ExprKind::ProcedureToClosure(inner)
        | ExprKind::Field { base: inner, .. }
        | ExprKind::Dereference(inner)
        | ExprKind::Payload { base: inner, .. }
        | ExprKind::Tag(inner)
        | ExprKind::AddressOf(inner)
        | ExprKind::Unary { value: inner, .. }
        | ExprKind::Convert { value: inner, .. } => out.push(inner),
        ExprKind::Index { base, index, .. } => out.extend([base, index]),
        ExprKind::Slice { base, low, high, .. } => {
            out.push(base);
            out.extend(low);
            out.extend(high);
        }
        ExprKind::Binary { left, right, .. } | ExprKind::And { left, right } | ExprKind::Or { left, right } => {
            out.extend([left, right]);
        }
        ExprKind::Closure { captures: run, .. }
        | ExprKind::Array { elements: run }
        | ExprKind::SliceLiteral { elements: run } => out.extend(typed.list(run)),
        ExprKind::Struct { fields } => out.extend(typed.pairs(fields).map(|(_, expr)| expr)),
        ExprKind::Update { base, fields } => {
            out.push(base);
            out.extend(typed.pairs(fields).map(|(_, expr)| expr));
        }
        ExprKind::Union { payload, .. } => out.extend(payload),
        _ => return false,
    }
    true
}
