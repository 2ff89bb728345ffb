//! Statements.

use super::super::tree::{Block, Closure, Expr, Generic, Kind, Op, Over, Stmt, Ty};
use super::{Frame, Maker};

/// Blocks within blocks.
const NESTING: usize = 4;
const DEPTH: usize = 3;

impl Maker {
    /// So many statements; the last ends the block early now and then.
    pub fn statements(&mut self, count: usize) -> Block {
        let mut block = Vec::new();
        for _ in 0..count {
            let statement = self.statement();
            block.extend(statement);
        }
        block
    }

    fn statement(&mut self) -> Option<Stmt> {
        let is_deep = self.frame.nesting >= NESTING;
        match self.random.below(39) {
            0..=6 => Some(self.let_value()),
            7..=12 => self.assign(),
            13 | 14 => self.compound(),
            15 | 16 if !self.frame.is_pure => Some(self.note()),
            17 => self.several(),
            18 => self.let_alias(),
            19 | 20 if !is_deep => Some(self.if_statement()),
            21 if !is_deep => self.if_let(),
            22..=24 if !is_deep => self.loop_statement(),
            25 if !is_deep => self.labelled_block(),
            26 if !is_deep => self.match_statement(),
            27 if !is_deep && !self.frame.is_pure => self.with(),
            28 => self.defer(),
            29 if !is_deep => self.let_closure(),
            30 if self.frame.nesting > 0 => self.jump(),
            31 => self.call_statement(),
            32 | 33 | 36 | 37 => self.fallible_let(),
            34 if !is_deep => Some(self.static_if()),
            35 if !is_deep => Some(Stmt::Unchecked(self.block())),
            _ => self.assign(),
        }
    }

    /// A new variable that is visible from here on.
    pub fn let_value(&mut self) -> Stmt {
        let ty = self.any_ty();
        let value = self.expr(&ty, DEPTH);
        let var = self.new_var("v", ty, true);
        self.scope.push(var);
        Stmt::Let(var, value, self.random.one_in(2))
    }

    /// The type of the elements of an array or a slice that is visible.
    fn a_list(&mut self) -> Option<Ty> {
        let element = |var: &usize| match &self.case.vars[*var].ty {
            Ty::Array(element, _) | Ty::Slice(element) => Some((**element).clone()),
            _ => None,
        };
        let lists: Vec<Ty> = self.scope.iter().filter_map(element).collect();
        if lists.is_empty() { None } else { Some(self.random.pick(&lists).clone()) }
    }

    fn any_ty(&mut self) -> Ty {
        if self.frame.generic != Generic::No && self.random.one_in(2) { Ty::Param } else { self.value_ty(2) }
    }

    /// Statements that the compiler chooses.
    fn static_if(&mut self) -> Stmt {
        const CONDITIONS: [(&str, bool); 5] = [
            ("size_of(Int) == 8", true),
            ("is_float(Int)", false),
            ("has_operator(Rune, \"<\")", true),
            ("#config(\"never\", false)", false),
            ("align_of(u128) > 16 || type_of(1) == Float", false),
        ];
        let (condition, holds) = *self.random.pick(&CONDITIONS);
        Stmt::Static(condition, holds, self.block(), self.block())
    }

    /// A pointer to, or a slice of, something that is there already.
    fn let_alias(&mut self) -> Option<Stmt> {
        let list = self.a_list().filter(|_| self.random.one_in(2));
        let value = match list {
            Some(element) => self.slice(&element)?,
            None => {
                let vars: Vec<usize> = self.scope.iter().copied().filter(|var| self.case.vars[*var].is_free).collect();
                let var = self.random.below(vars.len());
                let target = vars.get(var).map_or(Ty::INT, |var| self.ty_of(*var));
                if target.is_alias() {
                    return None;
                }
                self.pointer(&target)?
            }
        };
        let is_typed = matches!(value.kind, Kind::Implicit(_)) || self.random.one_in(2);
        let var = self.new_var("p", value.ty.clone(), false);
        self.scope.push(var);
        Some(Stmt::Let(var, value, is_typed))
    }

    fn assign(&mut self) -> Option<Stmt> {
        let ty = self.value_ty(2);
        let place = self.writable(&ty)?;
        let value = self.expr(&ty, DEPTH);
        if self.random.one_in(8) {
            let other_ty = self.value_ty(1);
            if let Some(other) = self.writable(&other_ty) {
                let other_value = self.expr(&other_ty, DEPTH - 1);
                return Some(Stmt::AssignMany(vec![(place, value), (other, other_value)]));
            }
        }
        if self.random.one_in(10) {
            let other = self.writable(&ty)?;
            return Some(Stmt::AssignMany(vec![(place.clone(), other.clone()), (other, place)]));
        }
        Some(Stmt::Assign(place, value))
    }

    fn compound(&mut self) -> Option<Stmt> {
        let ty = if self.random.one_in(4) { Ty::Float(*self.random.pick(&[32, 64])) } else { self.int_ty() };
        let place = self.writable(&ty)?;
        if ty.is_int() && self.random.one_in(4) {
            let count = self.leaf(&Ty::INT);
            return Some(Stmt::Compound(*self.random.pick(&[Op::Shl, Op::Shr]), place, count));
        }
        let op = *self.random.pick(&[Op::Add, Op::Sub, Op::Mul, Op::Or, Op::Xor, Op::And]);
        let op = if ty.is_int() || matches!(op, Op::Add | Op::Sub | Op::Mul) { op } else { Op::Div };
        let value = self.expr(&ty, DEPTH - 1);
        Some(Stmt::Compound(op, place, value))
    }

    pub fn note(&mut self) -> Stmt {
        let ty = self.any_ty();
        Stmt::Note(self.expr(&ty, DEPTH))
    }

    fn if_statement(&mut self) -> Stmt {
        let mut branches = Vec::new();
        for _ in 0..1 + self.random.below(2) {
            let condition = self.expr(&Ty::Bool, 2);
            let block = self.block();
            branches.push((condition, block));
        }
        let otherwise = if self.random.one_in(2) { Some(self.block()) } else { None };
        Stmt::If(branches, otherwise)
    }

    pub fn block(&mut self) -> Block {
        self.scoped(&[], |maker| {
            let count = 1 + maker.random.below(3);
            maker.statements(count)
        })
    }

    /// `if x := f() … else … end`.
    fn if_let(&mut self) -> Option<Stmt> {
        let ty = self.value_ty(1);
        let value = match self.random.below(2) {
            0 => self.fallible_call(&ty, 2)?,
            _ => self.expr(&Ty::Maybe(Box::new(ty.clone())), 2),
        };
        let bound = self.new_var("n", ty, true);
        let block = self.scoped(&[bound], |maker| maker.statements(2));
        let otherwise = if self.random.one_in(2) { Some(self.block()) } else { None };
        Some(Stmt::IfLet(bound, value, block, otherwise))
    }

    fn match_statement(&mut self) -> Option<Stmt> {
        let matched = self.matching(2, &|maker| {
            let count = 1 + maker.random.below(2);
            maker.statements(count)
        });
        matched.map(Stmt::Match)
    }

    fn label(&mut self) -> Option<usize> {
        self.labels += 1;
        if self.random.one_in(2) { Some(self.labels) } else { None }
    }

    fn loop_statement(&mut self) -> Option<Stmt> {
        let rounds = 1 + self.random.below(6) as u64;
        if self.frame.rounds * rounds > 200 || !self.afford(rounds * 4) {
            return None;
        }
        match self.random.below(8) {
            0 => Some(self.while_loop(rounds as usize)),
            6 | 7 if !self.case.iterators.is_empty() => Some(self.iterator_loop(rounds as usize)),
            1 | 2 => self.range_loop(rounds as usize),
            3 => self.text_loop(),
            _ => self.element_loop(),
        }
    }

    /// The body of a loop, within its label.
    fn rounds_of(&mut self, rounds: u64, label: Option<usize>, names: &[usize]) -> Block {
        self.frame.rounds *= rounds;
        self.frame.loops.push(label);
        let block = self.scoped(names, |maker| {
            let count = 1 + maker.random.below(4);
            maker.statements(count)
        });
        self.frame.loops.pop();
        self.frame.rounds /= rounds;
        block
    }

    fn while_loop(&mut self, rounds: usize) -> Stmt {
        let label = self.label();
        let counter = self.new_var("w", Ty::INT, false);
        let before = self.scope.len();
        self.scope.push(counter);
        let condition = self.expr(&Ty::Bool, 2);
        self.scope.truncate(before);
        let body = self.rounds_of(rounds as u64, label, &[counter]);
        Stmt::While(label, counter, rounds, condition, body)
    }

    fn range_loop(&mut self, rounds: usize) -> Option<Stmt> {
        let ty = self.int_ty();
        let label = self.label();
        let is_inclusive = self.random.one_in(2);
        // Ends that are known, so that the number of rounds is; now and then at the end of the type.
        let Ty::Int(bits, is_signed) = ty else { return None };
        let count = rounds as u128 - u128::from(is_inclusive);
        let low = match self.random.below(3) {
            0 => 0,
            1 => self.random.below(100) as u128,
            _ => (u128::MAX >> (128 - bits)) - (u128::from(is_signed) << (bits - 1)) - count,
        };
        let (low, high) = (Expr::int(&ty, low), Expr::int(&ty, low.wrapping_add(count)));
        let low = Expr::new(ty.clone(), Kind::Convert(low.into()));
        let var = self.new_var("i", ty, true);
        let body = self.rounds_of(rounds as u64, label, &[var]);
        Some(Stmt::For(label, var, Over::Range(low, high, is_inclusive, self.random.one_in(4)), body))
    }

    fn text_loop(&mut self) -> Option<Stmt> {
        let text = self.leaf(&Ty::Str);
        if !self.afford(self.frame.rounds * 40) {
            return None;
        }
        let label = self.label();
        let rune = self.new_var("r", Ty::Rune, true);
        let offset = if self.random.one_in(2) { Some(self.new_var("o", Ty::INT, true)) } else { None };
        let names: Vec<usize> = std::iter::once(rune).chain(offset).collect();
        let body = self.rounds_of(25, label, &names);
        Some(Stmt::For(label, rune, Over::Text(text, offset), body))
    }

    fn element_loop(&mut self) -> Option<Stmt> {
        // Mostly over what is there.
        let element = match self.a_list() {
            Some(element) if !self.random.one_in(4) => element,
            _ => self.value_ty(1),
        };
        let by_name = self.random.one_in(3);
        let over = match self.random.below(2) {
            0 => self.slice(&element)?,
            _ => {
                let ty = Ty::Array(Box::new(element.clone()), [1, 2, 3, 4, 5, 8][self.random.below(6)]);
                if by_name || self.random.one_in(2) { self.writable(&ty)? } else { self.expr(&ty, 1) }
            }
        };
        let is_place = !matches!(over.kind, Kind::Implicit(_));
        let label = self.label();
        let var = self.new_var("x", element, true);
        let index = if self.random.one_in(2) { Some(self.new_var("k", Ty::INT, true)) } else { None };
        let names: Vec<usize> = std::iter::once(var).chain(index).collect();
        let body = self.rounds_of(8, label, &names);
        Some(Stmt::For(label, var, Over::Elements(over, by_name && is_place, index), body))
    }

    fn iterator_loop(&mut self, rounds: usize) -> Stmt {
        let label = self.label();
        let iterator = self.random.below(self.case.iterators.len());
        let var = self.new_var("x", self.case.iterators[iterator].value.ty.clone(), true);
        let low = self.random.below(200) as i64 - 100;
        if self.random.one_in(3) {
            let state = self.new_var("it", Ty::INT, false);
            let body = self.rounds_of(rounds as u64, label, &[var]);
            return Stmt::WhileNext(label, state, var, iterator, low, rounds, body);
        }
        let count = if self.random.one_in(2) { Some(self.new_var("k", Ty::INT, true)) } else { None };
        let names: Vec<usize> = std::iter::once(var).chain(count).collect();
        let body = self.rounds_of(rounds as u64, label, &names);
        Stmt::For(label, var, Over::Iterator(iterator, low, rounds, count), body)
    }

    fn labelled_block(&mut self) -> Option<Stmt> {
        self.labels += 1;
        let label = self.labels;
        self.frame.blocks.push(label);
        let block = self.block();
        self.frame.blocks.pop();
        let is_named = super::procedure::mentions(&block, label) || self.random.one_in(2);
        Some(Stmt::Block(is_named.then_some(label), block))
    }

    fn with(&mut self) -> Option<Stmt> {
        let value = self.expr(&Ty::Int(32, false), 2);
        Some(Stmt::With(value, self.block()))
    }

    fn defer(&mut self) -> Option<Stmt> {
        let frame =
            (self.frame.may_return, std::mem::take(&mut self.frame.loops), std::mem::take(&mut self.frame.blocks));
        let gives = self.frame.gives.take();
        self.frame.may_return = false;
        let block = self.scoped(&[], |maker| {
            let count = 1 + maker.random.below(2);
            maker.statements(count)
        });
        (self.frame.may_return, self.frame.loops, self.frame.blocks) = frame;
        self.frame.gives = gives;
        if block.is_empty() { None } else { Some(Stmt::Defer(block)) }
    }

    /// A closure over some of what is visible, in a frame of its own.
    fn let_closure(&mut self) -> Option<Stmt> {
        if self.frame.generic != Generic::No {
            return None;
        }
        let parameters: Vec<Ty> = (0..self.random.below(3)).map(|_| self.closure_ty()).collect();
        let result = self.closure_ty();
        let parameter_vars: Vec<usize> = parameters.iter().map(|ty| self.new_var("a", ty.clone(), true)).collect();
        let mut captures: Vec<(usize, bool)> = Vec::new();
        for _ in 0..self.random.below(4).min(self.scope.len()) {
            let var = *self.random.pick(&self.scope);
            let info = &self.case.vars[var];
            let is_plain = !info.ty.is_alias();
            if !info.is_global && is_plain && info.is_free && captures.iter().all(|(other, _)| *other != var) {
                captures.push((var, self.random.one_in(2)));
            }
        }
        let scope = std::mem::take(&mut self.scope);
        self.scope = scope.iter().copied().filter(|var| self.case.vars[*var].is_global).collect();
        self.scope.extend(captures.iter().map(|(var, _)| *var));
        let mut inner = Frame::new(vec![result.clone()], self.frame.is_pure, Generic::No);
        inner.nesting = 2;
        inner.cost = super::COST_MAX - 60;
        let outer = std::mem::replace(&mut self.frame, inner);
        let body = self.scoped(&parameter_vars, |maker| {
            let count = 1 + maker.random.below(3);
            let mut body = maker.statements(count);
            let value = maker.expr(&result, DEPTH);
            body.push(Stmt::Return(vec![value]));
            body
        });
        self.frame = outer;
        self.scope = scope;
        let var = self.new_var("c", Ty::Closure(parameters, Box::new(result.clone())), false);
        self.scope.push(var);
        Some(Stmt::LetClosure(Closure { var, captures, parameters: parameter_vars, result, body }))
    }

    fn closure_ty(&mut self) -> Ty {
        self.random.pick(&[Ty::INT, Ty::INT, Ty::Int(32, true), Ty::Int(8, false), Ty::Float(64)]).clone()
    }

    /// A way out of a loop, a block or the procedure, on some condition.
    fn jump(&mut self) -> Option<Stmt> {
        let condition = self.expr(&Ty::Bool, 2);
        let way = match self.random.below(5) {
            0 | 1 if !self.frame.loops.is_empty() => self.loop_jump(),
            2 if !self.frame.blocks.is_empty() => Stmt::Break(Some(*self.random.pick(&self.frame.blocks))),
            3 if self.frame.gives.is_some() => {
                let ty = self.frame.gives.clone()?;
                Stmt::Give(self.expr(&ty, 2))
            }
            _ if self.frame.may_return => self.return_statement(2),
            _ => return None,
        };
        Some(Stmt::If(vec![(condition, vec![way])], None))
    }

    fn loop_jump(&mut self) -> Stmt {
        let target = match self.random.below(2) {
            0 => None,
            _ => *self.random.pick(&self.frame.loops),
        };
        if self.random.one_in(2) { Stmt::Break(target) } else { Stmt::Continue(target) }
    }

    pub fn return_statement(&mut self, depth: usize) -> Stmt {
        let results = self.frame.results.clone();
        Stmt::Return(results.iter().map(|ty| self.expr(ty, depth)).collect())
    }

    /// Several variables, or several places, from one call.
    fn several(&mut self) -> Option<Stmt> {
        let procs = self.callable(|proc| proc.results.len() > 1);
        if procs.is_empty() {
            return None;
        }
        let proc = *self.random.pick(&procs);
        let call = self.call(proc, None, 2)?;
        let results = self.case.procs[proc].results.clone();
        if self.random.one_in(3) {
            let places = results.iter().map(|ty| self.writable(ty).filter(|_| !self.random.one_in(4))).collect();
            return Some(Stmt::AssignCall(places, call));
        }
        let keep = self.random.below(results.len());
        let mut vars = Vec::new();
        for (position, ty) in results.into_iter().enumerate() {
            let is_kept = position == keep || !self.random.one_in(4);
            vars.push(if is_kept { Some(self.new_var("q", ty, true)) } else { None });
        }
        self.scope.extend(vars.iter().flatten());
        Some(Stmt::LetMany(vars, call))
    }

    fn call_statement(&mut self) -> Option<Stmt> {
        let procs = self.callable(|proc| proc.results.is_empty());
        if procs.is_empty() {
            return None;
        }
        let proc = *self.random.pick(&procs);
        self.call(proc, None, 2).map(Stmt::Call)
    }

    /// `x := f() or_return`, `or_break`, `or_continue`.
    fn fallible_let(&mut self) -> Option<Stmt> {
        let ty = self.value_ty(1);
        let value = match self.random.below(2) {
            0 => self.fallible_call(&ty, 2)?,
            _ => self.expr(&Ty::Maybe(Box::new(ty.clone())), 2),
        };
        let failure = match &value.kind {
            Kind::Call(proc, ..) if self.case.procs[*proc].results.len() > 1 => {
                self.case.procs[*proc].results.last().cloned().unwrap_or(Ty::Bool)
            }
            _ => value.ty.clone(),
        };
        let value = Box::new(value);
        let kind = match self.frame.results.last() {
            Some(last) if self.frame.may_return && self.takes_failure(last, &failure) && !self.random.one_in(4) => {
                Kind::OrReturn(value)
            }
            _ if !self.frame.loops.is_empty() => {
                let label = *self.random.pick(&self.frame.loops);
                let is_break = self.random.one_in(2);
                let innermost = self.frame.loops.last().copied().flatten();
                Kind::OrJump(value, is_break, label.filter(|_| label != innermost || self.random.one_in(2)))
            }
            _ => return None,
        };
        let var = self.new_var("y", ty.clone(), true);
        self.scope.push(var);
        Some(Stmt::Let(var, Expr::new(ty, kind), self.random.one_in(2)))
    }

    /// Whether a procedure whose last result is this can hand a failure on by it.
    fn takes_failure(&self, last: &Ty, failure: &Ty) -> bool {
        match (last, failure) {
            (Ty::Maybe(_), Ty::Maybe(_)) => true,
            (Ty::Union(index), Ty::Enum(_)) => {
                let info = &self.case.unions[*index];
                info.is_error && info.cases.iter().filter(|(_, ty)| ty.as_ref() == Some(failure)).count() == 1
            }
            _ => last == failure,
        }
    }
}
