//! Types of a program, and the variables and constants of its module.

use super::super::tree::{
    DistinctInfo, EnumInfo, Expr, Field, Generic, IteratorInfo, Kind, Layout, StructInfo, Ty, UnionInfo, VarInfo,
};
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
            5 if !self.case.distincts.is_empty() && !self.is_aggregate(&self.case.distincts[0].base) => Ty::Distinct(0),
            6 => Ty::Rune,
            _ => self.int_ty(),
        }
    }

    /// A type of values that can be copied, compared and kept.
    pub fn value_ty(&mut self, depth: usize) -> Ty {
        if depth == 0 {
            return self.scalar_ty();
        }
        match self.random.below(17) {
            0 | 1 if !self.case.structs.is_empty() => Ty::Struct(self.random.below(self.case.structs.len())),
            2 if !self.case.unions.is_empty() => Ty::Union(self.random.below(self.case.unions.len())),
            3 => {
                let element = self.value_ty(depth - 1);
                Ty::Array(Box::new(element), [1, 2, 3, 4, 5, 8][self.random.below(6)])
            }
            4 => Ty::Maybe(Box::new(self.value_ty(depth - 1))),
            5 => Ty::Str,
            6 => self.vector_ty(),
            7 if !self.case.distincts.is_empty() => Ty::Distinct(self.random.below(self.case.distincts.len())),
            8 if !self.case.enums.is_empty() => Ty::Enum(self.random.below(self.case.enums.len())),
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
        if self.random.one_in(2) {
            self.generic_structs();
        }
        if self.random.one_in(3) {
            let base = match self.random.below(3) {
                0 => Ty::Array(Box::new(self.scalar_ty()), 1 + self.random.below(4)),
                _ => Ty::Struct(self.random.below(self.case.structs.len())),
            };
            let name = self.fresh("D");
            self.case.distincts.push(DistinctInfo { name, base });
        }
    }

    pub fn is_aggregate(&self, ty: &Ty) -> bool {
        matches!(ty, Ty::Array(..) | Ty::Struct(_))
    }

    /// Two instances of a struct with a type and a length.
    fn generic_structs(&mut self) {
        let name = self.fresh("G");
        let (value, items, count) = (self.fresh("f"), self.fresh("f"), self.fresh("f"));
        let declaration = format!(
            "{name} :: struct {{T, N: Int}}\n    {value}: T\n    {items}: Array{{T, N}}\n    {count}: Int = N\nend"
        );
        for instance in 0..2 {
            let (ty, length) = (self.value_ty(1), 1 + 3 * instance + self.random.below(3));
            let own = |name: &str, ty: Ty| Field { name: name.to_owned(), ty, default: None, is_using: false };
            let mut fields = vec![own(&value, ty.clone()), own(&items, Ty::Array(Box::new(ty.clone()), length))];
            fields.push(own(&count, Ty::INT));
            fields[2].default = Some(Expr::int(&Ty::INT, length as u128));
            let written = super::super::hubbub::type_text(&self.case, &ty);
            self.case.structs.push(StructInfo {
                name: format!("{name}{{{written}, {length}}}"),
                symbol: format!("{name}_{instance}"),
                layout: Layout::Plain,
                declaration: (instance == 0).then(|| declaration.clone()),
                is_generic: true,
                fields,
            });
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
        let is_error = !is_flags && self.random.one_in(2);
        self.case.enums.push(EnumInfo { name, backing, members, is_flags, is_dense, is_error });
    }

    fn structure(&mut self) {
        let layout = match self.random.below(10) {
            0 => Layout::Packed,
            1 => Layout::Aligned(*self.random.pick(&[16, 32])),
            _ => Layout::Plain,
        };
        let mut fields: Vec<Field> = Vec::new();
        for _ in 0..1 + self.random.below(6) {
            let ty = if layout == Layout::Packed { self.scalar_ty() } else { self.value_ty(2) };
            let is_plain = matches!(ty, Ty::Struct(index) if !self.case.structs[index].is_generic);
            let is_using =
                is_plain && fields.iter().all(|field| !matches!(field.ty, Ty::Struct(_))) && self.random.one_in(2);
            let default = if !is_using && self.random.one_in(4) { Some(self.literal(&ty)) } else { None };
            fields.push(Field { name: self.fresh("f"), ty, default, is_using });
        }
        let name = self.fresh("S");
        let symbol = name.clone();
        self.case.structs.push(StructInfo { name, symbol, layout, declaration: None, is_generic: false, fields });
    }

    fn union(&mut self) {
        let errors: Vec<usize> = (0..self.case.enums.len()).filter(|index| self.case.enums[*index].is_error).collect();
        let is_error = !errors.is_empty() && self.random.one_in(3);
        let mut cases = Vec::new();
        if is_error {
            cases.push((self.fresh("m"), None));
            cases.push((self.fresh("m"), Some(Ty::Enum(*self.random.pick(&errors)))));
            if self.random.one_in(2) {
                cases.push((self.fresh("m"), Some(Ty::INT)));
            }
            let name = self.fresh("U");
            self.case.unions.push(UnionInfo { name, cases, is_error });
            return;
        }
        for _ in 0..2 + self.random.below(3) {
            let ty = if self.random.one_in(4) { None } else { Some(self.value_ty(2)) };
            cases.push((self.fresh("m"), ty));
        }
        let name = self.fresh("U");
        self.case.unions.push(UnionInfo { name, cases, is_error });
    }

    /// Types whose values `for` asks for.
    pub fn iterators(&mut self) {
        for _ in 0..self.random.below(3) {
            self.frame = Frame::new(Vec::new(), true, Generic::No);
            self.frame.may_return = false;
            let counter = self.new_var("i", Ty::INT, false);
            self.scope = vec![counter];
            let ty = self.value_ty(2);
            let value = self.expr(&ty, 2);
            let name = self.fresh("I");
            self.case.iterators.push(IteratorInfo { name, counter, value });
        }
        self.scope = Vec::new();
    }

    /// Constants and variables of the module; the compiler computes their values.
    pub fn globals(&mut self) {
        for number in 0..3 + self.random.below(4) {
            let ty = self.value_ty(2);
            self.frame = Frame::new(Vec::new(), true, Generic::No);
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
