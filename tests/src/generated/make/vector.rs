//! Vectors: what computes them, and what is computed from them.

use super::super::tree::{Expr, Kind, Op, Ty};
use super::Maker;

const SIGNS: [&str; 6] = ["==", "!=", "<", "<=", ">", ">="];

impl Maker {
    pub fn vector_ty(&mut self) -> Ty {
        let element = match self.random.below(4) {
            0 => Ty::Float(*self.random.pick(&[32, 64])),
            _ => Ty::Int(*self.random.pick(&[8, 16, 32, 64]), self.random.one_in(2)),
        };
        Ty::Simd(Box::new(element), *self.random.pick(&[2, 4, 8, 16]))
    }

    pub fn vector_expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        let Ty::Simd(element, count) = ty else { return self.leaf(ty) };
        let kind = match self.random.below(10) {
            0 | 1 => Kind::Array((0..*count).map(|_| self.leaf(element)).collect()),
            2 => {
                let inner = self.expr(element, depth - 1);
                Kind::Splat(self.named(inner).into())
            }
            3..=5 => {
                let ops: &[Op] = match **element {
                    Ty::Float(_) => &[Op::Add, Op::Sub, Op::Mul, Op::Div],
                    _ => &[Op::Add, Op::Sub, Op::Mul, Op::And, Op::Or, Op::Xor],
                };
                let op = *self.random.pick(ops);
                Kind::Binary(op, self.expr(ty, depth - 1).into(), self.expr(ty, depth - 1).into())
            }
            6 => {
                let sign = *self.random.pick(&SIGNS);
                let mut operand = || self.expr(ty, depth - 1);
                Kind::Select(sign, Box::new([operand(), operand(), operand(), operand()]))
            }
            7 => {
                let (a, b) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
                let lanes = (0..*count).map(|_| self.random.below(2 * count)).collect();
                Kind::Shuffle(a.into(), b.into(), lanes)
            }
            8 if element.is_int() => match self.random.below(3) {
                0 => Kind::Neg(self.expr(ty, depth - 1).into()),
                1 => Kind::Complement(self.expr(ty, depth - 1).into()),
                _ => {
                    let count = Expr::int(&Ty::INT, self.random.below(9) as u128);
                    let op = if self.random.one_in(2) { Op::Shl } else { Op::Shr };
                    Kind::Binary(op, self.expr(ty, depth - 1).into(), count.into())
                }
            },
            _ => return self.leaf(ty),
        };
        Expr::new(ty.clone(), kind)
    }

    /// `all(a < b)`, `any(a != b)`.
    pub fn lanes(&mut self, depth: usize) -> Expr {
        let ty = self.vector_ty();
        let (name, sign) = (*self.random.pick(&["all", "any"]), *self.random.pick(&SIGNS));
        let (left, right) = (self.expr(&ty, depth - 1), self.expr(&ty, depth - 1));
        Expr::new(Ty::Bool, Kind::Lanes(name, sign, left.into(), right.into()))
    }

    /// All lanes of a vector together, or one of them.
    pub fn of_lanes(&mut self, ty: &Ty, depth: usize) -> Expr {
        let (Ty::Int(8..=64, _) | Ty::Float(32 | 64)) = ty else { return self.leaf(ty) };
        let vector = Ty::Simd(Box::new(ty.clone()), *self.random.pick(&[2, 4, 8]));
        let of = self.expr(&vector, depth - 1);
        let names: &[&str] = if ty.is_int() { &["sum", "product", "min", "max"] } else { &["sum", "product"] };
        let name = *self.random.pick(names);
        Expr::new(ty.clone(), Kind::Reduce(name, of.into()))
    }
}
