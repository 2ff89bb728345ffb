//! `shuffle`: lanes of one or two vectors in an order that is known.
//!
//! All else that vectors can do is written in the Prelude, over intrinsics.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;
use num_traits::ToPrimitive;

use super::conversion::is_silent;
use super::{Checker, Expectation};
use crate::constants::bytes::Image;
use crate::data::typed::{ExprId, ExprKind, IntrinsicOperation};
use crate::data::types::TypeKind;
use crate::data::value::{TypedValue, Value};

/// Bytes of an index.
const INDEX_BYTES: u64 = 4;

impl Checker<'_> {
    /// `shuffle(a, b, 0, 4, …)` or `shuffle(a, 3, 2, …)`: a vector of as many lanes as there are indices, which count the lanes of `a`, then
    /// those of `b`.
    pub(crate) fn shuffle(&mut self, node: NodeId, first: NodeId, others: &[NodeId]) -> ExprId {
        let a = self.check_value(first);
        let ty = self.ty(a);
        let TypeKind::Simd { element, lanes } = *self.kind(self.sema.base_of(ty)) else {
            return self.no_vector(first, a);
        };
        let (b, indices) = match others {
            [second, indices @ ..] => {
                let b = self.check_expr(*second, Expectation::Hint(ty));
                if is_silent(self.kind(self.ty(b))) {
                    // Whether it is a vector or the first index is known in an instance.
                    return self.no_vector(*second, b);
                }
                if self.ty(b) == ty { (b, indices) } else { (a, others) }
            }
            [] => (a, others),
        };
        let count = u64::from(if b == a { lanes } else { 2 * lanes });
        let Some(indices) = self.shuffle_indices(indices, count) else { return self.fail_silently(node) };
        if indices.is_empty() {
            return self.mistake(Kind::CountMismatch, node, "`shuffle` needs the indices of the lanes to take");
        }
        let result = self.sema.intern(TypeKind::Simd { element, lanes: indices.len() as u32 });
        let at = self.at(node);
        let b = if b == a { self.push(ExprKind::Default, ty, at) } else { b };
        let indices = self.index_vector(&indices, at);
        let arguments = self.list_of(&[a, b, indices]);
        self.push(ExprKind::Intrinsic { operation: IntrinsicOperation::Shuffle, arguments }, result, at)
    }

    fn no_vector(&mut self, node: NodeId, value: ExprId) -> ExprId {
        let ty = self.ty(value);
        if is_silent(self.kind(ty)) {
            let at = self.at(node);
            self.body.has_errors |= *self.kind(ty) == TypeKind::Error;
            return self.push(ExprKind::Error, self.sema.types.dependent, at);
        }
        let message = format!("`shuffle` takes a `Simd{{T, N}}`, found {}", self.described(ty));
        self.mistake(Kind::TypeMismatch, node, message)
    }

    /// The numbers of lanes, each less than `count`; `None` after a mistake.
    fn shuffle_indices(&mut self, nodes: &[NodeId], count: u64) -> Option<Vec<u64>> {
        let mut indices = Vec::with_capacity(nodes.len());
        for node in nodes {
            let value = self.evaluate(*node, Some(self.sema.types.int))?;
            let index = match &value.value {
                Value::Zero => Some(0),
                Value::Integer(index) => index.to_u64(),
                _ => None,
            };
            match index.filter(|index| *index < count) {
                Some(index) => indices.push(index),
                None => {
                    let found = self.sema.value_text(&value);
                    let message = format!("lane {found} is out of range: the lanes are 0 to {}", count - 1);
                    self.report(Diagnostic::new(Kind::IndexOutOfRange, self.span(*node), message));
                    return None;
                }
            }
        }
        Some(indices)
    }

    /// The indices as a constant vector.
    fn index_vector(&mut self, indices: &[u64], at: u32) -> ExprId {
        let ty = self.sema.intern(TypeKind::Simd { element: self.sema.types.i32, lanes: indices.len() as u32 });
        let mut image = Image::new(self.sema);
        for (lane, index) in indices.iter().enumerate() {
            // lanes are few: this always has room
            let _ = image.put_number(lane as u64 * INDEX_BYTES, *index, INDEX_BYTES as usize);
        }
        self.constant(TypedValue { ty, value: image.finish() }, at)
    }
}
