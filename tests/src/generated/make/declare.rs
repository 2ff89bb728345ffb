//! Types of a program, and the variables and constants of its module.

use super::super::tree::{DistinctInfo, EnumInfo, Expr, Field, Kind, StructInfo, Ty, UnionInfo, VarInfo};
use super::{Frame, Maker};

const WIDTHS: [u16; 5] = [8, 16, 32, 64, 128];

impl Maker {
    pub fn int_ty(&mut self) -> Ty {
        if self.random.one_in(4) {
            return Ty::INT;
        }
        Ty::Int(*self.random.pick(&WIDTHS), self.random.one_in(2))
    }

    /// A type that a register holds.
    pub fn scalar_ty(&mut self) -> Ty {
        match self.random.below(14) {
            0 => Ty::Bool,
            1 => Ty::Float(64),
            2 => Ty::Float(32),
            3 => Ty::Float(16),
            4 if !self.case.enums.is_empty() => Ty::Enum(self.random.below(self.case.enums.len())),
            5 if !self.case.distincts.is_empty() => Ty::Distinct(self.random.below(self.case.distincts.len())),
            6 => Ty::Rune,
            _ => self.int_ty(),
        }
    }

    /// A type of values that can be copied, compared and kept.
    pub fn value_ty(&mut self, depth: usize) -> Ty {
        if depth == 0 {
            return self.scalar_ty();
        }
        match self.random.below(14) {
            0 | 1 if !self.case.structs.is_empty() => Ty::Struct(self.random.below(self.case.structs.len())),
            2 if !self.case.unions.is_empty() => Ty::Union(self.random.below(self.case.unions.len())),
            3 => {
                let element = self.value_ty(depth - 1);
                Ty::Array(Box::new(element), [1, 2, 3, 4, 5, 8][self.random.below(6)])
            }
            4 => Ty::Maybe(Box::new(self.value_ty(depth - 1))),
            5 => Ty::Str,
            _ => self.scalar_ty(),
        }
    }

    pub fn types(&mut self) {
        for _ in 0..1 + self.random.below(2) {
            self.enumeration();
        }
        if self.random.one_in(2) {
            let base = if self.random.one_in(3) { Ty::Float(64) } else { self.int_ty() };
            let name = self.fresh("D");
            self.case.distincts.push(DistinctInfo { name, base });
        }
        for number in 0..2 + self.random.below(3) {
            if number % 2 == 0 || self.random.one_in(2) {
                self.structure();
            }
            if self.random.one_in(2) {
                self.union();
            }
        }
    }

    fn enumeration(&mut self) {
        let is_flags = self.random.one_in(3);
        let is_dense = self.random.one_in(2) && !is_flags;
        let backing = match self.random.below(3) {
            0 => None,
            1 => Some(Ty::Int(8, false)),
            _ => Some(Ty::Int(*self.random.pick(&[16, 32, 64]), self.random.one_in(2))),
        };
        let mut members = Vec::new();
        let mut value: i128 = i128::from(is_flags);
        for _ in 0..2 + self.random.below(5) {
            let name = self.fresh("M");
            members.push((name, value));
            value = match () {
                () if is_flags => value * 2,
                () if is_dense => value + 1,
                () => value + 1 + self.random.below(20) as i128,
            };
        }
        let name = self.fresh("E");
        self.case.enums.push(EnumInfo { name, backing, members, is_flags, is_dense });
    }

    fn structure(&mut self) {
        let mut fields = Vec::new();
        for _ in 0..1 + self.random.below(6) {
            let ty = self.value_ty(2);
            let default = if self.random.one_in(4) { Some(self.literal(&ty)) } else { None };
            fields.push(Field { name: self.fresh("f"), ty, default });
        }
        let name = self.fresh("S");
        self.case.structs.push(StructInfo { name, fields });
    }

    fn union(&mut self) {
        let mut cases = Vec::new();
        for _ in 0..2 + self.random.below(3) {
            let ty = if self.random.one_in(4) { None } else { Some(self.value_ty(2)) };
            cases.push((self.fresh("m"), ty));
        }
        let name = self.fresh("U");
        self.case.unions.push(UnionInfo { name, cases });
    }

    /// Constants and variables of the module; the compiler computes their values.
    pub fn globals(&mut self) {
        for number in 0..3 + self.random.below(4) {
            let ty = self.value_ty(2);
            self.frame = Frame::new(Vec::new(), true, false);
            self.frame.may_return = false;
            let is_constant = number % 2 == 0;
            let mut value = if self.random.one_in(2) { self.expr(&ty, 2) } else { self.literal(&ty) };
            if self.random.one_in(2) {
                value = Expr::new(ty.clone(), Kind::Run(Box::new(value)));
            }
            let name = self.fresh(if is_constant { "K" } else { "g" });
            self.case.vars.push(VarInfo { name, ty, is_free: !is_constant, is_global: true });
            let var = self.case.vars.len() - 1;
            self.case.globals.push((var, value));
        }
        let globals: Vec<_> = self.case.globals.iter().map(|(var, _)| *var).collect();
        self.scope = globals;
    }
}
