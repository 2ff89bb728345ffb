//! Procedures: pure ones for compile time, plain ones, generic ones, overload sets, operators, tail calls, and the entry.

use super::super::tree::{Arg, Block, CallStyle, Expr, Generic, Kind, Op, Proc, Stmt, Ty, Var};
use super::{Frame, Maker};

const DEPTH: usize = 3;

/// Whether statements break out of a block of this label.
pub fn mentions(block: &Block, label: usize) -> bool {
    block.iter().any(|statement| format!("{statement:?}").contains(&format!("Break(Some({label}))")))
}

/// What is known of a procedure before its body is made.
struct Plan {
    name: Option<String>,
    operator: Option<&'static str>,
    generic: Generic,
    values: usize,
    is_variadic: bool,
    is_pure: bool,
    parameters: Vec<Ty>,
    results: Vec<Ty>,
}

impl Plan {
    fn new(parameters: Vec<Ty>, results: Vec<Ty>) -> Self {
        Self {
            name: None,
            operator: None,
            generic: Generic::No,
            values: 0,
            is_variadic: false,
            is_pure: false,
            parameters,
            results,
        }
    }
}

impl Maker {
    /// Procedures that constants may call.
    pub fn pure_procedures(&mut self) {
        for _ in 0..2 + self.random.below(2) {
            let parameters = (0..1 + self.random.below(3)).map(|_| self.value_ty(1)).collect();
            let plan = Plan { is_pure: true, ..Plan::new(parameters, vec![self.value_ty(2)]) };
            self.procedure(plan);
        }
    }

    pub fn procedures(&mut self) {
        for _ in 0..4 + self.random.below(5) {
            match self.random.below(16) {
                0..=3 => self.plain(),
                4 => self.generic(),
                5 => self.overload_set(),
                6 => self.operator(),
                7 => self.several_results(),
                8 | 13 => self.fallible(),
                9 => self.higher_order(),
                10 => self.tail(),
                11 => self.with_values(),
                12 => self.variadic(),
                14 => self.operator(),
                _ => self.through_pointers(),
            }
        }
    }

    fn parameter_types(&mut self, least: usize) -> Vec<Ty> {
        (0..least + self.random.below(4)).map(|_| self.value_ty(2)).collect()
    }

    fn plain(&mut self) {
        let parameters = self.parameter_types(0);
        let result = self.value_ty(2);
        let plan = Plan::new(parameters, vec![result]);
        self.procedure(plan);
    }

    fn generic(&mut self) {
        let more: Vec<Ty> = (0..self.random.below(2)).map(|_| self.scalar_ty()).collect();
        let parameters = [Ty::Param, Ty::Param].into_iter().take(1 + self.random.below(2)).chain(more).collect();
        let generic = if self.random.one_in(2) { Generic::Integers } else { Generic::Anything };
        let plan = Plan { generic, ..Plan::new(parameters, vec![Ty::Param]) };
        self.procedure(plan);
    }

    /// Some of what it takes is known when compiling.
    fn with_values(&mut self) {
        let values = 1 + self.random.below(2);
        let mut parameters: Vec<Ty> = (0..values)
            .map(|_| match self.random.below(4) {
                0 => Ty::Bool,
                1 => Ty::Rune,
                _ => self.int_ty(),
            })
            .collect();
        let generic = *self.random.pick(&[Generic::No, Generic::Integers, Generic::Anything]);
        let result = if generic == Generic::No { self.value_ty(2) } else { Ty::Param };
        if generic != Generic::No {
            parameters.push(Ty::Param);
        }
        parameters.extend(self.parameter_types(0).into_iter().take(2));
        let plan = Plan { generic, values, ..Plan::new(parameters, vec![result]) };
        self.procedure(plan);
    }

    fn variadic(&mut self) {
        let mut parameters: Vec<Ty> = self.parameter_types(0).into_iter().take(2).collect();
        parameters.push(Ty::Slice(Box::new(self.value_ty(1))));
        let results = if self.random.one_in(4) { Vec::new() } else { vec![self.value_ty(1)] };
        let plan = Plan { is_variadic: true, ..Plan::new(parameters, results) };
        self.procedure(plan);
    }

    /// Procedures of one name, for different types.
    fn overload_set(&mut self) {
        let name = self.fresh("set");
        let mut seen: Vec<Vec<Ty>> = Vec::new();
        for _ in 0..2 + self.random.below(3) {
            let parameters: Vec<Ty> = (0..1 + self.random.below(2)).map(|_| self.value_ty(1)).collect();
            if seen.contains(&parameters) {
                continue;
            }
            seen.push(parameters.clone());
            let result = self.value_ty(1);
            let plan = Plan { name: Some(name.clone()), ..Plan::new(parameters, vec![result]) };
            self.procedure(plan);
        }
    }

    fn operator(&mut self) {
        // Operators of a generic struct's instance are its own, too.
        let index = self.random.below(self.case.structs.len());
        let ty = Ty::Struct(index);
        let sign = *self.random.pick(&["+", "-", "*", "&", "^", "%", "<<", "<", "[]", "in", "/", "%%", ">>", "|"]);
        let right = match sign {
            "<" => ty.clone(),
            "[]" => self.scalar_ty(),
            "in" => ty.clone(),
            _ if self.random.one_in(2) => ty.clone(),
            _ => self.int_ty(),
        };
        if self.random.one_in(4) {
            self.unary_operator(&ty);
            return;
        }
        let (left, result) = match sign {
            "<" => (ty.clone(), Ty::Bool),
            "[]" => (ty.clone(), self.value_ty(1)),
            "in" => (self.scalar_ty(), Ty::Bool),
            _ => (ty.clone(), ty.clone()),
        };
        let is_taken = |proc: &Proc| {
            let types: Vec<Ty> = proc.parameters.iter().map(|(var, _)| self.ty_of(*var)).collect();
            proc.operator == Some(sign) && types == [left.clone(), right.clone()]
        };
        if self.case.procs.iter().any(is_taken) {
            return;
        }
        let plan = Plan { operator: Some(sign), ..Plan::new(vec![left, right], vec![result]) };
        self.procedure(plan);
    }

    fn unary_operator(&mut self, ty: &Ty) {
        let sign = *self.random.pick(&["-", "~"]);
        let is_taken = |proc: &Proc| {
            proc.operator == Some(sign) && proc.parameters.len() == 1 && self.ty_of(proc.parameters[0].0) == *ty
        };
        if !self.case.procs.iter().any(is_taken) {
            let plan = Plan { operator: Some(sign), ..Plan::new(vec![ty.clone()], vec![ty.clone()]) };
            self.procedure(plan);
        }
    }

    fn several_results(&mut self) {
        let parameters = self.parameter_types(0);
        let results = (0..2 + self.random.below(2)).map(|_| self.value_ty(2)).collect();
        let plan = Plan::new(parameters, results);
        self.procedure(plan);
    }

    fn fallible(&mut self) {
        let parameters = self.parameter_types(1);
        let ty = self.value_ty(1);
        let errors: Vec<usize> = (0..self.case.enums.len()).filter(|index| self.case.enums[*index].is_error).collect();
        let unions: Vec<usize> =
            (0..self.case.unions.len()).filter(|index| self.case.unions[*index].is_error).collect();
        let results = match self.random.below(4) {
            0 => vec![Ty::Maybe(Box::new(ty))],
            1 if !errors.is_empty() => vec![ty, Ty::Enum(*self.random.pick(&errors))],
            2 if !unions.is_empty() => vec![ty, Ty::Union(*self.random.pick(&unions))],
            _ => vec![ty, Ty::Bool],
        };
        let plan = Plan::new(parameters, results);
        self.procedure(plan);
    }

    fn higher_order(&mut self) {
        let kinds = [Ty::INT, Ty::Int(32, true), Ty::Int(8, false), Ty::Float(64)];
        let (parameter, result) = (self.random.pick(&kinds).clone(), self.random.pick(&kinds).clone());
        let taken = match self.random.below(3) {
            0 => Ty::Proc(vec![parameter], Box::new(result.clone())),
            _ => Ty::Closure(vec![parameter], Box::new(result.clone())),
        };
        let plan = Plan::new(vec![taken, Ty::INT], vec![result]);
        self.procedure(plan);
    }

    fn through_pointers(&mut self) {
        let mut parameters = self.parameter_types(0);
        let target = self.value_ty(1);
        parameters
            .insert(0, if self.random.one_in(2) { Ty::Pointer(Box::new(target)) } else { Ty::Slice(Box::new(target)) });
        let results = if self.random.one_in(3) { Vec::new() } else { vec![self.value_ty(1)] };
        let plan = Plan::new(parameters, results);
        self.procedure(plan);
    }

    /// Makes a procedure with a body.
    fn procedure(&mut self, plan: Plan) {
        let (parameters, results) = (plan.parameters.clone(), plan.results.clone());
        let globals: Vec<Var> = self.case.globals.iter().map(|(var, _)| *var).collect();
        self.frame = Frame::new(results.clone(), plan.is_pure, plan.generic);
        self.scope = globals;
        let is_plain = plan.generic == Generic::No && plan.values == 0 && !plan.is_variadic;
        let has_defaults = plan.name.is_none() && plan.operator.is_none() && is_plain && self.random.one_in(3);
        let mut list = Vec::new();
        for (position, ty) in parameters.iter().enumerate() {
            let is_late = position > 0 && position + 2 >= parameters.len();
            let default = (has_defaults && is_late && !ty.is_alias()).then(|| self.literal(ty));
            let is_free = !ty.is_alias() && position >= plan.values;
            list.push((self.new_var("a", ty.clone(), is_free), default));
        }
        // Defaults are the last ones only.
        let first = list.iter().rposition(|(_, default)| default.is_none()).map_or(0, |position| position + 1);
        for (_, default) in &mut list[..first] {
            *default = None;
        }
        let names: Vec<Var> = list.iter().map(|(var, _)| *var).collect();
        let body = self.scoped(&names, |maker| maker.body());
        let symbol = self.fresh("p");
        let attribute = *self.random.pick(&["", "", "", " #inline", " #no-inline"]);
        self.case.procs.push(Proc {
            name: plan.name.unwrap_or_else(|| symbol.clone()),
            symbol,
            operator: plan.operator,
            generic: plan.generic,
            values: plan.values,
            is_variadic: plan.is_variadic,
            parameters: list,
            results,
            body,
            attribute,
            is_pure: plan.is_pure,
            cost: self.frame.cost.max(2),
            is_callable: true,
        });
    }

    fn body(&mut self) -> Block {
        let count = if self.frame.is_pure { 2 + self.random.below(3) } else { 3 + self.random.below(8) };
        let mut body = self.statements(count);
        if !self.frame.results.is_empty() {
            let last = self.return_statement(DEPTH);
            body.push(last);
        }
        body
    }

    /// `f(n - 1, …)` as the last thing, until n is used up.
    fn tail(&mut self) {
        // Arguments of a tail call must not lie in the frame.
        let ty = self.scalar_ty();
        let count = self.new_var("n", Ty::INT, false);
        let sum = self.new_var("s", ty.clone(), true);
        self.frame = Frame::new(vec![ty.clone()], false, Generic::No);
        self.frame.rounds = 20;
        self.scope = self.case.globals.iter().map(|(var, _)| *var).collect();
        let symbol = self.fresh("p");
        let number = self.case.procs.len();
        let (end, step) = self.tail_steps(count, sum, &ty, number);
        let is_done = Expr::new(Ty::Bool, Kind::Compare("<=", self.read(count).into(), Expr::int(&Ty::INT, 0).into()));
        let body = vec![Stmt::If(vec![(is_done, vec![Stmt::Return(vec![end])])], None), Stmt::Tail(step)];
        self.case.procs.push(Proc {
            name: symbol.clone(),
            symbol,
            operator: None,
            generic: Generic::No,
            values: 0,
            is_variadic: false,
            parameters: vec![(count, None), (sum, None)],
            results: vec![ty.clone()],
            body,
            attribute: "",
            is_pure: false,
            cost: self.frame.cost.max(2),
            is_callable: false,
        });
        self.tail_start(number, &ty);
    }

    fn tail_steps(&mut self, count: Var, sum: Var, ty: &Ty, number: usize) -> (Expr, Expr) {
        let before = self.scope.len();
        self.scope.extend([count, sum]);
        let end = self.expr(ty, 2);
        let next = self.expr(ty, DEPTH);
        self.scope.truncate(before);
        let less = Kind::Binary(Op::Sub, self.read(count).into(), Expr::int(&Ty::INT, 1).into());
        let args = vec![
            Arg { parameter: 0, is_named: false, value: Expr::new(Ty::INT, less) },
            Arg { parameter: 1, is_named: false, value: next },
        ];
        (end, Expr::new(ty.clone(), Kind::Call(number, None, args, CallStyle::Plain)))
    }

    /// A procedure that starts a chain of tail calls; others call only this one.
    fn tail_start(&mut self, number: usize, ty: &Ty) {
        let start = self.new_var("a", ty.clone(), true);
        let args = vec![
            Arg { parameter: 0, is_named: false, value: Expr::int(&Ty::INT, 1 + self.random.below(20) as u128) },
            Arg { parameter: 1, is_named: false, value: self.read(start) },
        ];
        let call = Expr::new(ty.clone(), Kind::Call(number, None, args, CallStyle::Plain));
        let symbol = self.fresh("p");
        self.case.procs.push(Proc {
            name: symbol.clone(),
            symbol,
            parameters: vec![(start, None)],
            body: vec![Stmt::Return(vec![call])],
            is_callable: true,
            ..self.case.procs[number].clone()
        });
    }

    /// Calls everything, and notes what it gives.
    pub fn entry(&mut self) {
        self.frame = Frame::new(Vec::new(), false, Generic::No);
        self.frame.may_return = false;
        self.scope = self.case.globals.iter().map(|(var, _)| *var).collect();
        let mut body = Vec::new();
        for ty in self.wanted() {
            let value = self.literal(&ty);
            let var = self.new_var("v", ty, true);
            self.scope.push(var);
            body.push(Stmt::Let(var, value, true));
        }
        for proc in 0..self.case.procs.len() {
            for _ in 0..2 {
                self.frame.cost = 0;
                self.call_and_note(proc, &mut body);
            }
        }
        for var in self.scope.clone() {
            if !self.ty_of(var).is_alias() {
                body.push(Stmt::Note(self.read(var)));
            }
        }
        let symbol = format!("entry_{}", self.case.seed);
        self.case.procs.push(Proc {
            name: symbol.clone(),
            symbol,
            operator: None,
            generic: Generic::No,
            values: 0,
            is_variadic: false,
            parameters: Vec::new(),
            results: Vec::new(),
            body,
            attribute: "",
            is_pure: false,
            cost: 0,
            is_callable: false,
        });
    }

    /// Types of variables that pointers and slices can be made of.
    fn wanted(&mut self) -> Vec<Ty> {
        let mut types: Vec<Ty> = (0..4).map(|_| self.value_ty(2)).collect();
        for proc in &self.case.procs {
            for (var, _) in &proc.parameters {
                match self.ty_of(*var) {
                    Ty::Pointer(target) => types.push(*target),
                    Ty::Slice(element) => types.push(Ty::Array(element, 5)),
                    _ => {}
                }
            }
        }
        types
    }

    fn call_and_note(&mut self, proc: usize, body: &mut Block) {
        if !self.case.procs[proc].is_callable {
            return;
        }
        let instance = match self.case.procs[proc].generic {
            Generic::No => None,
            Generic::Integers => Some(self.int_ty()),
            Generic::Anything => Some(self.value_ty(2)),
        };
        let Some(call) = self.call(proc, instance.as_ref(), 2) else { return };
        match self.case.procs[proc].results.clone().as_slice() {
            [] => body.push(Stmt::Call(call)),
            [_] => body.push(Stmt::Note(call)),
            several => {
                let vars: Vec<Var> = several.iter().map(|ty| self.new_var("q", ty.clone(), true)).collect();
                body.push(Stmt::LetMany(vars.iter().copied().map(Some).collect(), call));
                body.extend(vars.iter().map(|var| Stmt::Note(self.read(*var))));
                self.scope.extend(vars);
            }
        }
    }
}
