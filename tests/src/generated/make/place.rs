//! What a value can be read from and written to: variables, fields, elements, what pointers point to.

use super::super::tree::{Expr, Kind, Layout, Op, Ty};
use super::Maker;

/// How many steps of fields and elements a place may take.
const STEPS: usize = 3;

impl Maker {
    /// Something visible of this type, if there is any.
    pub fn readable(&mut self, ty: &Ty) -> Option<Expr> {
        self.reachable(ty, false)
    }

    /// A place of this type that may be assigned, if there is any.
    pub fn writable(&mut self, ty: &Ty) -> Option<Expr> {
        self.reachable(ty, true)
    }

    /// A place whose address may be taken: not within what is packed, nor a lane of a vector.
    pub fn addressable(&mut self, ty: &Ty) -> Option<Expr> {
        let place = self.writable(ty)?;
        if self.lies_apart(&place) { None } else { Some(place) }
    }

    fn lies_apart(&self, place: &Expr) -> bool {
        match &place.kind {
            Kind::Field(of, _) => {
                let base = self.case.base(&of.ty);
                let is_packed = matches!(base, Ty::Struct(index) if self.case.structs[index].layout == Layout::Packed);
                is_packed || self.lies_apart(of)
            }
            Kind::Index(of, _) => matches!(of.ty, Ty::Simd(..)) || self.lies_apart(of),
            _ => false,
        }
    }

    fn reachable(&mut self, ty: &Ty, is_written: bool) -> Option<Expr> {
        // Later variables more often than earlier ones.
        let tries = self.scope.len().min(6);
        for attempt in 0..tries + self.scope.len() {
            let position = match attempt < tries {
                true => self.scope.len() - 1 - self.random.below(self.scope.len()) * self.random.below(100) / 100,
                false => self.scope.len() - 1 - (attempt - tries),
            };
            let var = self.scope[position];
            let info = &self.case.vars[var];
            let is_out_of_reach = self.frame.is_pure && info.is_global && (info.is_free || is_written);
            if is_out_of_reach || (is_written && !info.is_free && !matches!(info.ty, Ty::Pointer(_) | Ty::Slice(_))) {
                continue;
            }
            let start = self.read(var);
            let needs_way = is_written && !info.is_free;
            if let Some(found) = self.inside(start, ty, STEPS, needs_way) {
                return Some(found);
            }
        }
        None
    }

    /// This place, or one within it.
    fn inside(&mut self, place: Expr, ty: &Ty, steps: usize, needs_way: bool) -> Option<Expr> {
        if place.ty == *ty && !needs_way {
            return Some(place);
        }
        if steps == 0 {
            return None;
        }
        let inner = match place.ty.clone() {
            Ty::Struct(index) => {
                let types: Vec<Ty> = self.case.structs[index].fields.iter().map(|field| field.ty.clone()).collect();
                let first = self.random.below(types.len());
                for offset in 0..types.len() {
                    let field = (first + offset) % types.len();
                    let next = Expr::new(types[field].clone(), Kind::Field(place.clone().into(), field));
                    if let Some(found) = self.inside(next, ty, steps - 1, false) {
                        return Some(found);
                    }
                }
                return None;
            }
            Ty::Array(element, count) | Ty::Simd(element, count) => self.element(place, &element, Some(count)),
            Ty::Distinct(index) => {
                let base = self.case.distincts[index].base.clone();
                match base {
                    // Its fields are its own, too.
                    Ty::Struct(number) if !self.case.structs[number].fields.is_empty() => {
                        let field = self.random.below(self.case.structs[number].fields.len());
                        let ty = self.case.structs[number].fields[field].ty.clone();
                        Expr::new(ty, Kind::Field(place.into(), field))
                    }
                    Ty::Array(element, count) => self.element(place, &element, Some(count)),
                    _ => return None,
                }
            }
            Ty::Slice(element) => self.element(place, &element, None),
            Ty::Pointer(target) => Expr::new(*target, Kind::Deref(place.into())),
            _ => return None,
        };
        self.inside(inner, ty, steps - 1, false)
    }

    /// An element whose index is within the length.
    fn element(&mut self, place: Expr, element: &Ty, count: Option<usize>) -> Expr {
        let index = match count {
            Some(count) if self.random.one_in(2) => Expr::int(&Ty::INT, self.random.below(count) as u128),
            Some(count) if count.is_power_of_two() && self.random.one_in(2) => {
                let ty = self.int_ty();
                let any = self.index_part(&ty);
                Expr::new(ty.clone(), Kind::Binary(Op::And, any.into(), Expr::int(&ty, count as u128 - 1).into()))
            }
            Some(count) => {
                let ty = self.int_ty();
                let any = self.index_part(&ty);
                Expr::new(ty.clone(), Kind::Binary(Op::Mod, any.into(), Expr::int(&ty, count as u128).into()))
            }
            None => {
                let any = self.index_part(&Ty::INT);
                let length = Expr::new(Ty::INT, Kind::Length(place.clone().into()));
                Expr::new(Ty::INT, Kind::Binary(Op::Mod, any.into(), length.into()))
            }
        };
        Expr::new(element.clone(), Kind::Index(place.into(), index.into()))
    }

    /// A visible variable of a type, or a literal.
    fn index_part(&mut self, ty: &Ty) -> Expr {
        let vars: Vec<usize> = self.visible(ty);
        match vars.is_empty() {
            true => Expr::new(ty.clone(), Kind::Convert(Expr::int(ty, self.random.below(100) as u128).into())),
            false => {
                let var = *self.random.pick(&vars);
                self.read(var)
            }
        }
    }

    /// Visible variables of exactly this type.
    pub fn visible(&self, ty: &Ty) -> Vec<usize> {
        let is_seen = |var: &usize| {
            let info = &self.case.vars[*var];
            info.ty == *ty && !(self.frame.is_pure && info.is_global && info.is_free)
        };
        self.scope.iter().copied().filter(is_seen).collect()
    }

    /// A pointer to something that lives at least as long as the procedure's current block.
    pub fn pointer(&mut self, target: &Ty) -> Option<Expr> {
        let ty = Ty::Pointer(Box::new(target.clone()));
        let vars = self.visible(&ty);
        if !vars.is_empty() && self.random.one_in(2) {
            let var = *self.random.pick(&vars);
            return Some(self.read(var));
        }
        let place = self.addressable(target)?;
        Some(Expr::new(ty, Kind::Address(place.into())))
    }

    /// A slice with at least one element.
    pub fn slice(&mut self, element: &Ty) -> Option<Expr> {
        let ty = Ty::Slice(Box::new(element.clone()));
        let vars = self.visible(&ty);
        if !vars.is_empty() && self.random.one_in(2) {
            let var = *self.random.pick(&vars);
            return Some(self.read(var));
        }
        let is_array = |var: &usize| match &self.case.vars[*var].ty {
            Ty::Array(inner, count) if **inner == *element => Some(*count),
            _ => None,
        };
        let counts: Vec<usize> = self.scope.iter().filter_map(is_array).collect();
        let count =
            if counts.is_empty() { [1, 2, 3, 4, 5, 8][self.random.below(6)] } else { *self.random.pick(&counts) };
        let array = self.addressable(&Ty::Array(Box::new(element.clone()), count))?;
        let kind = match self.random.below(2) {
            0 => Kind::Implicit(array.into()),
            _ => {
                let low = self.random.below(count);
                Kind::Slice(array.into(), low, low + 1 + self.random.below(count - low))
            }
        };
        Some(Expr::new(ty, kind))
    }
}
