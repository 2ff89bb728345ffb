//! Expressions of any type.

use super::super::tree::{Expr, Generic, Kind, Op, Ty};
use super::Maker;

impl Maker {
    /// A value of this type, of so many levels.
    pub fn expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        if depth == 0 {
            return self.leaf(ty);
        }
        if self.random.one_in(5)
            && let Some(expr) = self.any_kind(ty, depth)
        {
            return expr;
        }
        match ty {
            Ty::Int(..) => self.int_expr(ty, depth),
            Ty::Float(_) => self.float_expr(ty, depth),
            Ty::Bool => self.bool_expr(depth),
            Ty::Enum(index) => self.enum_expr(ty, *index, depth),
            Ty::Distinct(_) => self.distinct_expr(ty, depth),
            Ty::Param => self.param_expr(ty, depth),
            Ty::Rune => self.leaf(ty),
            Ty::Simd(..) => self.vector_expr(ty, depth),
            _ => self.aggregate_expr(ty, depth),
        }
    }

    /// A variable of this type or something in one, else a literal.
    pub fn leaf(&mut self, ty: &Ty) -> Expr {
        if !self.random.one_in(4)
            && let Some(place) = self.readable(ty)
        {
            return place;
        }
        self.literal(ty)
    }

    /// Forms that a value of any type can have.
    fn any_kind(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        match self.random.below(11) {
            0..=2 => self.call_for(ty, depth),
            3 => self.closure_call(ty, depth),
            4 => Some(self.if_expr(ty, depth)),
            5 => self.match_expr(ty, depth),
            6 => self.block_expr(ty, depth),
            7 | 8 => self.way(ty, depth),
            _ => self.or_else(ty, depth),
        }
    }

    fn if_expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        let condition = self.expr(&Ty::Bool, depth - 1);
        let (yes, no) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
        Expr::new(ty.clone(), Kind::If(condition.into(), yes.into(), no.into()))
    }

    fn or_else(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        if matches!(ty, Ty::Pointer(_) | Ty::Slice(_) | Ty::Closure(..) | Ty::Param) {
            return None;
        }
        let fallible = match self.random.below(2) {
            0 => self.expr(&Ty::Maybe(Box::new(ty.clone())), depth - 1),
            _ => self.fallible_call(ty, depth)?,
        };
        let otherwise = self.expr(ty, depth - 1);
        Some(Expr::new(ty.clone(), Kind::OrElse(fallible.into(), otherwise.into())))
    }

    fn distinct_expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        let base = self.case.base(ty);
        let is_number = matches!(base, Ty::Int(..) | Ty::Float(_));
        match self.random.below(if is_number { 4 } else { 2 }) {
            0 => {
                let inner = self.expr(&base, depth - 1);
                Expr::new(ty.clone(), Kind::Convert(inner.into()))
            }
            1 => self.leaf(ty),
            _ => {
                let op = if matches!(base, Ty::Float(_)) {
                    Op::Mul
                } else {
                    *self.random.pick(&[Op::Add, Op::Xor, Op::Mul])
                };
                let (left, right) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
                Expr::new(ty.clone(), Kind::Binary(op, left.into(), right.into()))
            }
        }
    }

    /// What every integer type can do; where any type is taken, what every type can.
    fn param_expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        if self.frame.generic == Generic::Anything {
            return match self.random.below(3) {
                0 => self.if_expr(ty, depth),
                _ => self.leaf(ty),
            };
        }
        match self.random.below(8) {
            0..=3 => {
                let op = *self.random.pick(&[Op::Add, Op::Sub, Op::Mul, Op::And, Op::Or, Op::Xor]);
                let (left, right) = (self.expr(ty, depth - 1), self.leaf(ty));
                Expr::new(ty.clone(), Kind::Binary(op, left.into(), right.into()))
            }
            4 => {
                let from = self.int_ty();
                let inner = self.expr(&from, depth - 1);
                let inner = Expr::new(from.clone(), Kind::Convert(inner.into()));
                Expr::new(ty.clone(), Kind::Convert(inner.into()))
            }
            5 => self.if_expr(ty, depth),
            6 => Expr::new(ty.clone(), Kind::Complement(self.expr(ty, depth - 1).into())),
            _ => self.leaf(ty),
        }
    }
}
