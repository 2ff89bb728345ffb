//! Which types have which of the language's own operators (chapters 4 and 5): a table.

use crate::data::typed::{Operator, UnaryOperator};
use crate::data::types::{TypeId, TypeKind};
use crate::equality::Equality;
use crate::session::Sema;

/// Whether two values of type `ty` have the operator. Shifts: whether `ty` can stand on the left.
pub fn has_binary(sema: &Sema, ty: TypeId, operator: Operator) -> bool {
    use Operator as O;
    let comparison = matches!(operator, O::Equal | O::NotEqual);
    match sema.kind(sema.base_of(ty)) {
        TypeKind::Int { .. } | TypeKind::LiteralInt => true,
        TypeKind::Float { .. } | TypeKind::LiteralFloat => !is_bitwise(operator),
        TypeKind::Bool => comparison || matches!(operator, O::BitAnd | O::BitOr | O::BitXor),
        TypeKind::Rune | TypeKind::LiteralRune => comparison || is_order(operator),
        TypeKind::Enum(_) => {
            let sets = matches!(operator, O::BitAnd | O::BitOr | O::BitXor);
            comparison || sets && sema.members(ty).is_some_and(|members| members.is_flags)
        }
        TypeKind::Simd { element, .. } => has_binary(sema, *element, operator),
        _ => comparison && sema.equality(ty) != Equality::None,
    }
}

/// Whether values of type `ty` have the operator.
pub fn has_unary(sema: &Sema, ty: TypeId, operator: UnaryOperator) -> bool {
    match (operator, sema.kind(sema.base_of(ty))) {
        (_, TypeKind::Simd { element, .. }) => has_unary(sema, *element, operator),
        (UnaryOperator::Negate, TypeKind::Int { .. } | TypeKind::Float { .. }) => true,
        (UnaryOperator::Negate, TypeKind::LiteralInt | TypeKind::LiteralFloat) => true,
        (UnaryOperator::Complement, TypeKind::Int { .. } | TypeKind::LiteralInt) => true,
        (UnaryOperator::Complement, TypeKind::Enum(_)) => sema.members(ty).is_some_and(|members| members.is_flags),
        (UnaryOperator::Not, TypeKind::Bool) => true,
        _ => false,
    }
}

/// `==` and the like, whose result is a Bool.
pub fn is_comparison(operator: Operator) -> bool {
    matches!(operator, Operator::Equal | Operator::NotEqual) || is_order(operator)
}

/// `<` and the like.
pub fn is_order(operator: Operator) -> bool {
    matches!(operator, Operator::Less | Operator::LessEqual | Operator::Greater | Operator::GreaterEqual)
}

/// Shifts, whose sides have each a type of its own.
pub fn is_shift(operator: Operator) -> bool {
    matches!(operator, Operator::ShiftLeft | Operator::ShiftRight)
}

/// `& | ^ << >>`.
fn is_bitwise(operator: Operator) -> bool {
    is_shift(operator) || matches!(operator, Operator::BitAnd | Operator::BitOr | Operator::BitXor)
}
