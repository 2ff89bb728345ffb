//! The language's own operators.

use hubbub_sema::data::typed::{ExprId, ExprKind, Operator, UnaryOperator};

use super::body::Lower;
use super::emit::Emit;
use crate::data::body::{BinaryOp, CastKind, Check, Constant, Intrinsic, Operand, OverflowOp, Place, Rvalue, UnaryOp};
use crate::data::ty::{Ty, TyData};

impl Lower<'_> {
    /// A chain of operators that begins on the left, however long: `a + b - c …`.
    pub fn binary_chain(&mut self, expr: ExprId) -> Rvalue {
        let mut links = Vec::new();
        let mut first = expr;
        while let ExprKind::Binary { operator, left, right } = self.expr(first).kind {
            links.push((first, operator, left, right));
            first = left;
        }
        links.reverse();
        let mut left = match links.first() {
            Some((_, _, left, right)) => self.operand_before(*left, &[*right]),
            None => return Rvalue::Use(self.operand(first)),
        };
        let last = links.len() - 1;
        for (index, (link, operator, left_expr, right_expr)) in links.into_iter().enumerate() {
            let right = self.operand(right_expr);
            self.b.at = self.expr(link).at;
            let rvalue = self.binary_rvalue(operator, (left, left_expr), (right, right_expr));
            if index == last {
                return rvalue;
            }
            let ty = self.expr_ty(link);
            left = self.b.value(rvalue, ty);
        }
        Rvalue::Use(left)
    }

    /// One operator, with its checks.
    pub fn binary_rvalue(&mut self, operator: Operator, left: (Operand, ExprId), right: (Operand, ExprId)) -> Rvalue {
        let ty = self.expr_ty(left.1);
        let (left, right) = (left.0, right.0);
        if matches!(operator, Operator::Divide | Operator::Remainder | Operator::Modulo) && is_integer(ty) {
            self.check_divisor(right, ty);
        }
        if let Some(overflow) = overflow_of(operator)
            && self.session.options.overflow_checks
            && ty.is_signed()
        {
            self.b.check(Check::Overflow(overflow), &[left, right], self.context);
        }
        Rvalue::Binary(operation(operator), left, right)
    }

    /// Division by a constant needs no check, unless it is zero.
    fn check_divisor(&mut self, divisor: Operand, ty: Ty) {
        if let TyData::Vector { lanes, .. } = ty.data() {
            let divisor = self.lanes_set(divisor, ty, *lanes);
            return self.b.check(Check::Division, &[divisor], self.context);
        }
        let is_safe = matches!(divisor, Operand::Constant(id)
            if matches!(self.b.body.constants.get(id), Some(Constant::Int { value, .. }) if *value != 0));
        if !is_safe {
            self.b.check(Check::Division, &[divisor], self.context);
        }
    }

    /// A number that is 0 where a lane of a vector is 0.
    fn lanes_set(&mut self, vector: Operand, ty: Ty, lanes: u32) -> Operand {
        let zero = self.b.zero(ty);
        let mask = Ty::new(TyData::Vector { element: Ty::bool(), lanes });
        let mask = self.b.binary_value(BinaryOp::Ne, vector, zero, mask);
        let all = self.b.temporary(Ty::bool());
        self.b.intrinsic(&[Place::local(all)], Intrinsic::ReduceAnd, &[mask]);
        let all = self.b.copy(all);
        self.b.cast_value(CastKind::Int, all, Ty::int(64, true))
    }

    /// `-x`, `~x`, `!x`.
    pub fn unary(&mut self, operator: UnaryOperator, value: ExprId) -> Rvalue {
        let ty = self.expr_ty(value);
        let operand = self.operand(value);
        let op = match operator {
            UnaryOperator::Negate => UnaryOp::Neg,
            UnaryOperator::Complement => UnaryOp::Complement,
            UnaryOperator::Not => UnaryOp::Not,
        };
        if op == UnaryOp::Neg && self.session.options.overflow_checks && ty.is_signed() {
            self.b.check(Check::Overflow(OverflowOp::Neg), &[operand], self.context);
        }
        Rvalue::Unary(op, operand)
    }

    /// `value in low..<high`.
    pub fn in_range(&mut self, operands: [Operand; 3], inclusive: bool) -> Operand {
        let [value, low, high] = operands;
        let above = self.b.binary_value(BinaryOp::Ge, value, low, Ty::bool());
        let op = if inclusive { BinaryOp::Le } else { BinaryOp::Lt };
        let below = self.b.binary_value(op, value, high, Ty::bool());
        self.b.binary_value(BinaryOp::And, above, below, Ty::bool())
    }
}

fn is_integer(ty: Ty) -> bool {
    match ty.data() {
        TyData::Int { .. } | TyData::Enum { .. } | TyData::Rune => true,
        TyData::Vector { element, .. } => is_integer(*element),
        _ => false,
    }
}

fn overflow_of(operator: Operator) -> Option<OverflowOp> {
    match operator {
        Operator::Add => Some(OverflowOp::Add),
        Operator::Subtract => Some(OverflowOp::Sub),
        Operator::Multiply => Some(OverflowOp::Mul),
        Operator::Divide => Some(OverflowOp::Div),
        _ => None,
    }
}

fn operation(operator: Operator) -> BinaryOp {
    match operator {
        Operator::Add => BinaryOp::Add,
        Operator::Subtract => BinaryOp::Sub,
        Operator::Multiply => BinaryOp::Mul,
        Operator::Divide => BinaryOp::Div,
        Operator::Remainder => BinaryOp::Rem,
        Operator::Modulo => BinaryOp::Mod,
        Operator::BitAnd => BinaryOp::And,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::ShiftLeft => BinaryOp::Shl,
        Operator::ShiftRight => BinaryOp::Shr,
        Operator::Equal => BinaryOp::Eq,
        Operator::NotEqual => BinaryOp::Ne,
        Operator::Less => BinaryOp::Lt,
        Operator::LessEqual => BinaryOp::Le,
        Operator::Greater => BinaryOp::Gt,
        Operator::GreaterEqual => BinaryOp::Ge,
    }
}
