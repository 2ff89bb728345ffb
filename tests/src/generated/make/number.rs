//! Numbers: literals, arithmetic, conversions, comparisons.

use super::super::tree::{Expr, Kind, Op, Ty};
use super::Maker;

const FLOATS: [f64; 16] =
    [0.0, 1.0, -1.0, 0.5, 1.5, -2.25, 3.0, 10.0, 100.0, 255.0, 256.0, 1024.5, -4096.0, 65504.0, 1e-3, 1e4];
const WIDE_FLOATS: [f64; 8] = [1e10, -1e20, 1e38, 3.5e-30, 9.223372036854775e18, 2147483648.0, -4294967297.0, 0.1];

impl Maker {
    pub fn int_literal(&mut self, ty: &Ty) -> Expr {
        let Ty::Int(bits, is_signed) = *ty else { return Expr::int(ty, self.random.below(100) as u128) };
        let awkward = [0, 1, 2, 3, 5, 7, 10, 100, u128::MAX];
        let value = match self.random.below(6) {
            0..=2 => *self.random.pick(&awkward),
            3 => 1 << self.random.below(usize::from(bits)),
            4 if is_signed => (1 << (bits - 1)) - u128::from(self.random.one_in(2)),
            _ => {
                u128::from(self.random.next()) << self.random.below(usize::from(bits)) | u128::from(self.random.next())
            }
        };
        let value = if is_signed && self.random.one_in(3) { value.wrapping_neg() } else { value };
        Expr::int(ty, value)
    }

    pub fn float_literal(&mut self, ty: &Ty) -> Expr {
        let value = match ty {
            Ty::Float(16) => *self.random.pick(&FLOATS),
            _ if self.random.one_in(2) => *self.random.pick(&FLOATS),
            _ => *self.random.pick(&WIDE_FLOATS),
        };
        Expr::new(ty.clone(), Kind::Float(value.to_bits()))
    }

    pub fn int_expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        match self.random.below(25) {
            0..=8 => self.arithmetic(ty, depth),
            9 => self.divide(ty, depth),
            10 | 11 => self.shift(ty, depth),
            12 => {
                let inner = self.expr(ty, depth - 1);
                Expr::new(
                    ty.clone(),
                    if self.random.one_in(2) { Kind::Neg(inner.into()) } else { Kind::Complement(inner.into()) },
                )
            }
            13..=16 => self.convert(ty, depth),
            17 | 18 => self.implicit(ty, depth),
            19 if *ty == Ty::INT => self.length(depth),
            20 if *ty == Ty::Int(32, false) && !self.frame.is_pure => Expr::new(ty.clone(), Kind::UserIndex),
            21 if *ty == Ty::Int(8, false) => self.byte_of_text(),
            22 if *ty == Ty::INT && self.random.one_in(2) => {
                // How large a union is, C says differently.
                let of = self.scalar_ty();
                Expr::new(Ty::INT, Kind::SizeOf(of))
            }
            23 => self.bits(ty, depth),
            24 => self.of_lanes(ty, depth),
            _ => self.leaf(ty),
        }
    }

    /// An operator between two values of a numeric type.
    pub fn arithmetic(&mut self, ty: &Ty, depth: usize) -> Expr {
        let is_float = matches!(self.case.base(ty), Ty::Float(_));
        let op = match self.random.below(if is_float { 4 } else { 9 }) {
            0 | 6 => Op::Add,
            1 | 7 => Op::Sub,
            2 | 8 => Op::Mul,
            3 if is_float => Op::Div,
            3 => Op::And,
            4 => Op::Or,
            _ => Op::Xor,
        };
        let (left, right) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
        self.binary(op, left, right)
    }

    fn binary(&mut self, op: Op, left: Expr, right: Expr) -> Expr {
        // Now and then the narrower of two types is widened by the operator.
        let (mut left, mut right) = (left, right);
        let ty = left.ty.clone();
        if let Some(narrow) = self.narrower(&ty).filter(|_| self.random.one_in(6)) {
            let side = self.leaf(&narrow);
            let side = Expr::new(ty.clone(), Kind::Implicit(self.named(side).into()));
            if self.random.one_in(2) { left = side } else { right = side }
        }
        Expr::new(ty, Kind::Binary(op, left.into(), right.into()))
    }

    /// No literal: those have no type that could be widened.
    pub fn named(&mut self, expr: Expr) -> Expr {
        if matches!(expr.kind, Kind::Int(_) | Kind::Float(_)) {
            let ty = expr.ty.clone();
            return Expr::new(ty, Kind::Convert(expr.into()));
        }
        expr
    }

    /// A type that converts implicitly to this one.
    fn narrower(&mut self, ty: &Ty) -> Option<Ty> {
        match *ty {
            Ty::Float(64) => Some(Ty::Float(32)),
            Ty::Int(bits, is_signed) if bits > 8 => {
                let smaller = bits >> (1 + self.random.below(2)).min(bits.trailing_zeros() as usize - 3);
                Some(Ty::Int(smaller, is_signed && self.random.one_in(2)))
            }
            _ => None,
        }
    }

    fn implicit(&mut self, ty: &Ty, depth: usize) -> Expr {
        let Some(narrow) = self.narrower(ty) else { return self.leaf(ty) };
        let inner = self.expr(&narrow, depth - 1);
        // The widening is done by the other operand, which is no literal.
        let wide = self.leaf(ty);
        let (inner, wide) = (self.named(inner), self.named(wide));
        let inner = Expr::new(ty.clone(), Kind::Implicit(inner.into()));
        Expr::new(ty.clone(), Kind::Binary(Op::Add, inner.into(), wide.into()))
    }

    pub fn divide(&mut self, ty: &Ty, depth: usize) -> Expr {
        let op = *self.random.pick(&[Op::Div, Op::Rem, Op::Mod]);
        let (left, right) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
        if matches!(self.case.base(ty), Ty::Float(_)) {
            return Expr::new(ty.clone(), Kind::Binary(op, left.into(), right.into()));
        }
        let right = match right.kind {
            Kind::Int(value) if value != 0 => right,
            _ => {
                let one = Expr::int(ty, 1);
                let right = if matches!(right.kind, Kind::Int(_)) { self.named(right) } else { right };
                Expr::new(ty.clone(), Kind::Binary(Op::Or, right.into(), one.into()))
            }
        };
        Expr::new(ty.clone(), Kind::Binary(op, left.into(), right.into()))
    }

    fn shift(&mut self, ty: &Ty, depth: usize) -> Expr {
        let op = if self.random.one_in(2) { Op::Shl } else { Op::Shr };
        let count_ty = self.int_ty();
        let count = match self.random.below(3) {
            0 => Expr::int(&Ty::INT, self.random.below(140) as u128),
            1 => self.leaf(&count_ty),
            _ => self.expr(&count_ty, depth - 1),
        };
        let left = self.expr(ty, depth - 1);
        Expr::new(ty.clone(), Kind::Binary(op, left.into(), count.into()))
    }

    /// A conversion to a number from some other type.
    pub fn convert(&mut self, ty: &Ty, depth: usize) -> Expr {
        let from = match self.random.below(8) {
            0 if !matches!(ty, Ty::Float(_)) => Ty::Bool,
            1 if ty.is_int() && !self.case.enums.is_empty() => Ty::Enum(self.random.below(self.case.enums.len())),
            2 if *ty != Ty::Float(16) => Ty::Float(*self.random.pick(&[16, 32, 64])),
            3 if ty.is_int() => Ty::Rune,
            4 if matches!(ty, Ty::Float(_)) => Ty::Float(*self.random.pick(&[32, 64])),
            // Wide integers are rounded twice by some C compilers.
            _ if *ty == Ty::Float(16) => Ty::Int(*self.random.pick(&[8, 16]), self.random.one_in(2)),
            _ => self.int_ty(),
        };
        let inner = self.expr(&from, depth - 1);
        let inner = self.named(inner);
        Expr::new(ty.clone(), Kind::Convert(inner.into()))
    }

    /// The bits of a float as an integer.
    fn bits(&mut self, ty: &Ty, depth: usize) -> Expr {
        match *ty {
            Ty::Int(bits @ (16 | 32 | 64), false) => {
                let inner = self.expr(&Ty::Float(bits), depth - 1);
                let inner = self.named(inner);
                Expr::new(ty.clone(), Kind::Bits(inner.into()))
            }
            _ => self.leaf(ty),
        }
    }

    pub fn float_expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        let Ty::Float(bits) = *ty else { return self.leaf(ty) };
        match self.random.below(13) {
            0..=5 => self.arithmetic(ty, depth),
            6 => self.divide(ty, depth),
            7 => Expr::new(ty.clone(), Kind::Neg(self.expr(ty, depth - 1).into())),
            8 | 9 => self.convert(ty, depth),
            10 => {
                let inner = self.expr(&Ty::Int(bits, false), depth - 1);
                let inner = self.named(inner);
                Expr::new(ty.clone(), Kind::FromBits(inner.into()))
            }
            11 => self.of_lanes(ty, depth),
            _ => self.leaf(ty),
        }
    }

    pub fn bool_expr(&mut self, depth: usize) -> Expr {
        let kind = match self.random.below(14) {
            0..=4 => return self.comparison(depth),
            5 => Kind::And(self.expr(&Ty::Bool, depth - 1).into(), self.expr(&Ty::Bool, depth - 1).into()),
            6 => Kind::Or(self.expr(&Ty::Bool, depth - 1).into(), self.expr(&Ty::Bool, depth - 1).into()),
            7 => Kind::Not(self.expr(&Ty::Bool, depth - 1).into()),
            8 => return self.in_range(depth),
            9 => return self.membership(depth),
            10 => return self.equality(depth),
            11 => return self.lanes(depth),
            12 if self.frame.may_call => {
                return self.call_for(&Ty::Bool, depth).unwrap_or_else(|| self.leaf(&Ty::Bool));
            }
            _ => return self.leaf(&Ty::Bool),
        };
        Expr::new(Ty::Bool, kind)
    }

    fn comparison(&mut self, depth: usize) -> Expr {
        let ty = match self.random.below(6) {
            0 => Ty::Float(*self.random.pick(&[16, 32, 64])),
            1 => Ty::Rune,
            2 => Ty::Str,
            _ => self.int_ty(),
        };
        let sign = *self.random.pick(&["==", "!=", "<", "<=", ">", ">="]);
        let (left, right) = (self.expr(&ty, depth - 1), self.expr(&ty, depth - 1));
        Expr::new(Ty::Bool, Kind::Compare(sign, left.into(), right.into()))
    }

    fn in_range(&mut self, depth: usize) -> Expr {
        let ty = self.int_ty();
        let value = self.expr(&ty, depth - 1);
        let value = self.named(value);
        let (low, high) = (self.expr(&ty, depth - 1), self.leaf(&ty));
        Expr::new(Ty::Bool, Kind::InRange(value.into(), low.into(), high.into(), self.random.one_in(2)))
    }

    /// Whether two values of any type are equal.
    fn equality(&mut self, depth: usize) -> Expr {
        let ty = self.value_ty(2);
        let ty = if self.case.has_vectors(&ty) { self.scalar_ty() } else { ty };
        let sign = if self.random.one_in(2) { "==" } else { "!=" };
        let (left, right) = (self.expr(&ty, depth - 1), self.expr(&ty, depth - 1));
        Expr::new(Ty::Bool, Kind::Compare(sign, left.into(), right.into()))
    }

    /// `flag in flags`, `tag_of(u) == .m`.
    fn membership(&mut self, depth: usize) -> Expr {
        let flags: Vec<usize> = (0..self.case.enums.len()).filter(|index| self.case.enums[*index].is_flags).collect();
        if !flags.is_empty() && self.random.one_in(2) {
            let ty = Ty::Enum(*self.random.pick(&flags));
            let (one, all) = (self.expr(&ty, depth - 1), self.expr(&ty, depth - 1));
            return Expr::new(Ty::Bool, Kind::Has(one.into(), all.into()));
        }
        if self.case.unions.is_empty() {
            return self.leaf(&Ty::Bool);
        }
        let index = self.random.below(self.case.unions.len());
        let member = self.random.below(self.case.unions[index].cases.len());
        let value = self.expr(&Ty::Union(index), depth - 1);
        Expr::new(Ty::Bool, Kind::TagIs(value.into(), member))
    }
}
