//! Literals of every type, and expressions whose values are made of several.

use super::super::tree::{Expr, Generic, Kind, Op, Ty};
use super::Maker;

const TEXTS: [&str; 8] =
    ["a", "hello", "two words", "0123456789", "ba mươi sáu", "x😀y", "the quick brown fox jumps", "aé"];
const RUNES: [char; 8] = ['a', 'Z', '0', ' ', 'é', '€', '😀', '~'];

impl Maker {
    /// A value that is written down; it computes nothing.
    pub fn literal(&mut self, ty: &Ty) -> Expr {
        let kind = match ty {
            Ty::Param if self.frame.generic == Generic::Anything => Kind::Default,
            Ty::Int(..) | Ty::Param => return self.int_literal(ty),
            Ty::Float(_) => return self.float_literal(ty),
            Ty::Bool => Kind::Bool(self.random.one_in(2)),
            Ty::Rune => Kind::Rune(*self.random.pick(&RUNES)),
            Ty::Str => Kind::Str((*self.random.pick(&TEXTS)).to_owned()),
            Ty::Enum(index) => Kind::Member(self.random.below(self.case.enums[*index].members.len())),
            Ty::Distinct(index) => {
                let base = self.case.distincts[*index].base.clone();
                let value = self.literal(&base);
                Kind::Convert(value.into())
            }
            Ty::Struct(index) => return self.struct_literal(ty, *index),
            Ty::Union(index) => return self.union_value(ty, *index, 0),
            Ty::Array(element, count) => Kind::Array((0..*count).map(|_| self.literal(element)).collect()),
            Ty::Simd(element, count) => Kind::Array((0..*count).map(|_| self.literal(element)).collect()),
            Ty::Maybe(_) if self.random.one_in(3) => Kind::None,
            Ty::Maybe(inner) => Kind::Some(self.literal(inner).into()),
            Ty::Slice(_) | Ty::Pointer(_) | Ty::Closure(..) | Ty::Proc(..) => Kind::Default,
        };
        Expr::new(ty.clone(), kind)
    }

    fn struct_literal(&mut self, ty: &Ty, index: usize) -> Expr {
        if self.random.one_in(5) {
            return Expr::new(ty.clone(), Kind::Default);
        }
        let types: Vec<Ty> = self.case.structs[index].fields.iter().map(|field| field.ty.clone()).collect();
        let values = types.iter().map(|ty| self.literal(ty)).collect();
        Expr::new(ty.clone(), Kind::Struct(values, self.random.one_in(2)))
    }

    fn union_value(&mut self, ty: &Ty, index: usize, depth: usize) -> Expr {
        let member = self.random.below(self.case.unions[index].cases.len());
        let payload = self.case.unions[index].cases[member].1.clone();
        let payload =
            payload.map(|ty| Box::new(if depth == 0 { self.literal(&ty) } else { self.expr(&ty, depth - 1) }));
        Expr::new(ty.clone(), Kind::Case(member, payload))
    }

    pub fn enum_expr(&mut self, ty: &Ty, index: usize, depth: usize) -> Expr {
        let info = &self.case.enums[index];
        let count = info.members.len();
        if info.is_flags {
            let op = *self.random.pick(&[Op::Or, Op::And, Op::Xor]);
            let (left, right) = (self.expr(ty, depth - 1), self.expr(ty, depth - 1));
            return Expr::new(ty.clone(), Kind::Binary(op, left.into(), right.into()));
        }
        if info.is_dense && self.random.one_in(2) {
            // Members are 0, 1, 2 …: a remainder is one of them.
            let number = self.expr(&Ty::INT, depth - 1);
            let number =
                Expr::new(Ty::INT, Kind::Binary(Op::Mod, number.into(), Expr::int(&Ty::INT, count as u128).into()));
            return Expr::new(ty.clone(), Kind::Convert(number.into()));
        }
        self.leaf(ty)
    }

    pub fn struct_expr(&mut self, ty: &Ty, index: usize, depth: usize) -> Expr {
        let types: Vec<Ty> = self.case.structs[index].fields.iter().map(|field| field.ty.clone()).collect();
        let kind = match self.random.below(5) {
            0 | 1 => Kind::Struct(types.iter().map(|ty| self.expr(ty, depth - 1)).collect(), self.random.one_in(2)),
            2 | 3 => {
                let field = self.random.below(types.len());
                let value = self.expr(&types[field], depth - 1);
                Kind::Update(self.expr(ty, depth - 1).into(), vec![(field, value)])
            }
            _ => return self.leaf(ty),
        };
        Expr::new(ty.clone(), kind)
    }

    pub fn aggregate_expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        match ty {
            Ty::Struct(index) => self.struct_expr(ty, *index, depth),
            Ty::Union(index) => self.union_value(ty, *index, depth),
            Ty::Array(element, count) if self.random.one_in(2) => {
                let values = (0..*count).map(|_| self.expr(element, depth - 1)).collect();
                Expr::new(ty.clone(), Kind::Array(values))
            }
            Ty::Maybe(inner) if self.random.one_in(2) => {
                let inner = self.expr(inner, depth - 1);
                Expr::new(ty.clone(), Kind::Some(inner.into()))
            }
            Ty::Str => self.text_expr(depth),
            _ => self.leaf(ty),
        }
    }

    fn text_expr(&mut self, depth: usize) -> Expr {
        if !self.frame.is_pure && self.random.one_in(2) {
            return self.made_text(depth);
        }
        let plain: Vec<usize> = (0..self.case.enums.len()).filter(|index| !self.case.enums[*index].is_flags).collect();
        if plain.is_empty() || self.random.one_in(2) {
            return self.leaf(&Ty::Str);
        }
        let ty = Ty::Enum(*self.random.pick(&plain));
        let value = self.expr(&ty, depth - 1);
        Expr::new(Ty::Str, Kind::EnumName(value.into()))
    }

    /// The length of a text, an array or a slice.
    pub fn length(&mut self, depth: usize) -> Expr {
        let of = if self.random.one_in(2) { self.expr(&Ty::Str, depth - 1) } else { self.leaf(&Ty::Str) };
        Expr::new(Ty::INT, Kind::Length(of.into()))
    }

    /// A byte of a text; 0 of one that is empty.
    pub fn byte_of_text(&mut self) -> Expr {
        let byte = Ty::Int(8, false);
        let text = self.readable(&Ty::Str).unwrap_or_else(|| self.literal(&Ty::Str));
        let index = self.leaf(&Ty::INT);
        let length = Expr::new(Ty::INT, Kind::Length(text.clone().into()));
        let is_empty = Expr::new(Ty::Bool, Kind::Compare("==", length.clone().into(), Expr::int(&Ty::INT, 0).into()));
        let index = Expr::new(Ty::INT, Kind::Binary(Op::Mod, index.into(), length.into()));
        let found = Expr::new(byte.clone(), Kind::Index(text.into(), index.into()));
        Expr::new(byte.clone(), Kind::If(is_empty.into(), Expr::int(&byte, 0).into(), found.into()))
    }
}
