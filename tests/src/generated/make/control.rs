//! `match` and `block` as expressions, and the arms that statements share with them.

use super::super::tree::{Arm, Block, Expr, Kind, Match, Pattern, Stmt, Ty, Var};
use super::Maker;

/// Makes the body of an arm.
type Body<'b> = &'b dyn Fn(&mut Maker) -> Block;

impl Maker {
    /// A `match` that gives a value.
    pub fn match_expr(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        let give = |maker: &mut Maker| {
            let value = maker.expr(ty, depth - 1);
            vec![Stmt::Give(value)]
        };
        let outer = self.frame.gives.replace(ty.clone());
        let matched = self.matching(depth, &give);
        self.frame.gives = outer;
        Some(Expr::new(ty.clone(), Kind::Match(Box::new(matched?))))
    }

    /// A `match` over a value of some type, whose bodies are made by `body`.
    pub fn matching(&mut self, depth: usize, body: Body) -> Option<Match> {
        match self.random.below(6) {
            0 if !self.case.unions.is_empty() => {
                let index = self.random.below(self.case.unions.len());
                Some(self.match_union(index, depth, body))
            }
            1 => {
                let inner = self.value_ty(1);
                Some(self.match_maybe(&inner, depth, body))
            }
            2 => {
                let index = self.random.below(self.case.enums.len());
                if self.case.enums[index].is_flags { None } else { Some(self.match_enum(index, depth, body)) }
            }
            3 => Some(self.match_text(depth, body)),
            4 => Some(self.match_rune(depth, body)),
            _ => Some(self.match_int(depth, body)),
        }
    }

    fn match_union(&mut self, index: usize, depth: usize, body: Body) -> Match {
        let vars: Vec<usize> = self.visible(&Ty::Union(index));
        let value = match vars.is_empty() || self.random.one_in(2) {
            true => self.expr(&Ty::Union(index), depth - 1),
            false => {
                let var = *self.random.pick(&vars);
                self.read(var)
            }
        };
        let cases: Vec<Option<Ty>> = self.case.unions[index].cases.iter().map(|(_, ty)| ty.clone()).collect();
        self.match_cases(value, &cases, body)
    }

    fn match_maybe(&mut self, inner: &Ty, depth: usize, body: Body) -> Match {
        let value = self.expr(&Ty::Maybe(Box::new(inner.clone())), depth - 1);
        self.match_cases(value, &[None, Some(inner.clone())], body)
    }

    fn match_cases(&mut self, value: Expr, cases: &[Option<Ty>], body: Body) -> Match {
        let place = match value.kind {
            Kind::Var(var) if self.case.vars[var].is_free && !self.case.vars[var].is_global => Some(var),
            _ => None,
        };
        let mut arms = Vec::new();
        let skipped = if self.random.one_in(3) { Some(self.random.below(cases.len())) } else { None };
        for (member, ty) in cases.iter().enumerate().filter(|(member, _)| Some(*member) != skipped) {
            let by_name = place.filter(|_| self.random.one_in(3));
            let is_bound = ty.is_some() && !self.random.one_in(4);
            let bound = ty.as_ref().filter(|_| is_bound).map(|ty| self.new_var("b", ty.clone(), by_name.is_some()));
            self.case_arms(member, bound, by_name, body, &mut arms);
        }
        let otherwise = skipped.map(|_| self.scoped(&[], body));
        Match { value, arms, otherwise }
    }

    /// The arm of a member; behind one with a guard the member stands again.
    fn case_arms(&mut self, member: usize, bound: Option<Var>, place: Option<Var>, body: Body, arms: &mut Vec<Arm>) {
        let names: Vec<usize> = bound.into_iter().collect();
        let guard = if place.is_none() { self.guard(&names) } else { None };
        let is_guarded = guard.is_some();
        let block = match (bound, place) {
            (Some(_), Some(place)) => self.beside(place, &names, body),
            _ => self.scoped(&names, body),
        };
        let by_name = bound.is_some() && place.is_some();
        arms.push(Arm { pattern: Pattern::Case(member, bound, by_name), guard, body: block });
        if is_guarded {
            let block = self.scoped(&[], body);
            arms.push(Arm { pattern: Pattern::Case(member, None, false), guard: None, body: block });
        }
    }

    /// While a name stands for a payload nothing may change the union: no calls, no pointers, not the union itself.
    fn beside(&mut self, place: Var, names: &[Var], body: Body) -> Block {
        let scope = self.scope.clone();
        let is_harmless = |var: &Var| {
            let info = &self.case.vars[*var];
            *var != place && !info.ty.is_alias() && (info.is_free || !info.is_global)
        };
        self.scope = scope.iter().copied().filter(is_harmless).collect();
        let may_call = std::mem::replace(&mut self.frame.may_call, false);
        let block = self.scoped(names, body);
        self.frame.may_call = may_call;
        self.scope = scope;
        block
    }

    /// A condition for an arm, now and then.
    fn guard(&mut self, names: &[Var]) -> Option<Expr> {
        if !self.random.one_in(4) {
            return None;
        }
        let before = self.scope.len();
        self.scope.extend(names);
        let guard = self.expr(&Ty::Bool, 1);
        self.scope.truncate(before);
        Some(guard)
    }

    fn match_enum(&mut self, index: usize, depth: usize, body: Body) -> Match {
        let value = self.expr(&Ty::Enum(index), depth - 1);
        let mut members: Vec<usize> = (0..self.case.enums[index].members.len()).collect();
        if self.random.one_in(2) {
            members.reverse();
        }
        let mut arms = Vec::new();
        while !members.is_empty() {
            let taken = (1 + self.random.below(2)).min(members.len());
            let some: Vec<usize> = members.drain(..taken).collect();
            if members.is_empty() && !arms.is_empty() && self.random.one_in(2) {
                let otherwise = Some(self.scoped(&[], body));
                return Match { value, arms, otherwise };
            }
            let body = self.scoped(&[], body);
            arms.push(Arm { pattern: Pattern::Members(some), guard: None, body });
        }
        Match { value, arms, otherwise: None }
    }

    /// Numbers in ascending order, single or as ranges, then an `else`.
    fn match_int(&mut self, depth: usize, body: Body) -> Match {
        let ty = self.int_ty();
        let value = self.expr(&ty, depth - 1);
        let value =
            Expr::new(ty.clone(), Kind::Binary(super::super::tree::Op::And, value.into(), Expr::int(&ty, 15).into()));
        let mut next = 0;
        let mut arms = Vec::new();
        for _ in 0..1 + self.random.below(4) {
            let mut values = Vec::new();
            for _ in 0..1 + self.random.below(2) {
                let low = next + self.random.below(3) as u128;
                let high = low + 1 + self.random.below(4) as u128;
                next = high + 1;
                let end = match self.random.below(3) {
                    0 => Some((Expr::int(&ty, high), true)),
                    1 => Some((Expr::int(&ty, high), false)),
                    _ => None,
                };
                values.push((Expr::int(&ty, low), end));
            }
            let guard = self.guard(&[]);
            let body = self.scoped(&[], body);
            arms.push(Arm { pattern: Pattern::Values(values), guard, body });
        }
        let otherwise = Some(self.scoped(&[], body));
        Match { value, arms, otherwise }
    }

    /// Ranges of runes with their guards, or `true` and `false`.
    fn match_rune(&mut self, depth: usize, body: Body) -> Match {
        let ty = if self.random.one_in(3) { Ty::Bool } else { Ty::Rune };
        let value = self.expr(&ty, depth - 1);
        let of = |kind| Expr::new(ty.clone(), kind);
        let patterns: &[(char, Option<(char, bool)>)] =
            &[('0', Some(('9', true))), ('A', Some(('Z', false))), ('a', None), ('é', Some(('€', true)))];
        let mut arms = Vec::new();
        let count = if ty == Ty::Bool { 2 } else { patterns.len() };
        for (index, &(low, high)) in patterns.iter().enumerate().take(count) {
            let values = match ty {
                Ty::Bool => vec![(of(Kind::Bool(index == 0)), None)],
                _ => vec![(of(Kind::Rune(low)), high.map(|(high, is_inclusive)| (of(Kind::Rune(high)), is_inclusive)))],
            };
            let guard = if ty == Ty::Bool { None } else { self.guard(&[]) };
            let body = self.scoped(&[], body);
            arms.push(Arm { pattern: Pattern::Values(values), guard, body });
        }
        let otherwise = if ty == Ty::Bool { None } else { Some(self.scoped(&[], body)) };
        Match { value, arms, otherwise }
    }

    fn match_text(&mut self, depth: usize, body: Body) -> Match {
        let value = self.expr(&Ty::Str, depth - 1);
        let mut texts: Vec<Expr> = Vec::new();
        for _ in 0..1 + self.random.below(4) {
            let text = loop {
                let text = self.literal(&Ty::Str);
                if let Kind::Str(_) = text.kind {
                    break text;
                }
            };
            let is_same = |other: &Expr| matches!((&other.kind, &text.kind), (Kind::Str(a), Kind::Str(b)) if a == b);
            if !texts.iter().any(is_same) {
                texts.push(text);
            }
        }
        let mut arms = Vec::new();
        for text in texts {
            let body = self.scoped(&[], body);
            arms.push(Arm { pattern: Pattern::Values(vec![(text, None)]), guard: None, body });
        }
        let otherwise = Some(self.scoped(&[], body));
        Match { value, arms, otherwise }
    }

    /// A `block` that gives a value, now and then before its end.
    pub fn block_expr(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        if self.frame.nesting > 5 || !self.afford(4) {
            return None;
        }
        let outer = self.frame.gives.replace(ty.clone());
        let block = self.scoped(&[], |maker| {
            let count = 1 + maker.random.below(2);
            let mut block = maker.statements(count);
            let value = maker.expr(ty, depth - 1);
            block.push(Stmt::Give(value));
            block
        });
        self.frame.gives = outer;
        Some(Expr::new(ty.clone(), Kind::Block(block)))
    }
}
