//! Calls: of procedures, of closures, of values that are procedures.

use super::super::tree::{Arg, CallStyle, Expr, Generic, Kind, Proc, Ty};
use super::Maker;

impl Maker {
    /// A call with one result of this type.
    pub fn call_for(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        let own = self.frame.generic;
        let fits = |proc: &Proc| match (proc.results.as_slice(), proc.generic) {
            ([Ty::Param], Generic::Anything) => !ty.is_alias(),
            ([Ty::Param], _) => ty.is_int() || (*ty == Ty::Param && own == Generic::Integers),
            ([one], _) => one == ty,
            _ => false,
        };
        let procs = self.callable(fits);
        if procs.is_empty() {
            return None;
        }
        let proc = *self.random.pick(&procs);
        self.call(proc, Some(ty), depth)
    }

    /// A call that fails or gives this.
    pub fn fallible_call(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        let fails = |proc: &Proc| match proc.results.as_slice() {
            [one, Ty::Bool] => one == ty,
            [one, Ty::Enum(index)] => one == ty && self.case.enums[*index].is_error,
            [one, Ty::Union(index)] => one == ty && self.case.unions[*index].is_error,
            _ => false,
        };
        let procs = self.callable(fails);
        if procs.is_empty() {
            return None;
        }
        let proc = *self.random.pick(&procs);
        self.call(proc, None, depth)
    }

    /// Procedures that may be called here, with results that fit.
    pub fn callable(&self, fits: impl Fn(&Proc) -> bool) -> Vec<usize> {
        if !self.frame.may_call {
            return Vec::new();
        }
        let procs = self.case.procs.iter().enumerate();
        let may = |proc: &Proc| proc.is_callable && (proc.is_pure || !self.frame.is_pure);
        procs.filter(|(_, proc)| may(proc) && fits(proc)).map(|(index, _)| index).collect()
    }

    /// A call; `instance` is the result that a generic procedure has to give.
    pub fn call(&mut self, proc: usize, instance: Option<&Ty>, depth: usize) -> Option<Expr> {
        let info = self.case.procs[proc].clone();
        if !self.afford(info.cost) {
            return None;
        }
        let argument_ty = if info.generic != Generic::No { Some(instance.cloned().unwrap_or(Ty::INT)) } else { None };
        let replace = |ty: &Ty| if *ty == Ty::Param { argument_ty.clone().unwrap_or(Ty::INT) } else { ty.clone() };
        let mut args = Vec::new();
        let required = info.parameters.iter().take_while(|(_, default)| default.is_none()).count();
        let given = required + self.random.below(info.parameters.len() - required + 1);
        for parameter in 0..given {
            let ty = replace(&self.ty_of(info.parameters[parameter].0));
            let value = match ty {
                _ if parameter < info.values => self.literal(&ty),
                Ty::Slice(element) if info.is_variadic && parameter + 1 == info.parameters.len() => {
                    self.arguments_of_any_number(&element, depth)
                }
                _ => self.argument(&ty, depth)?,
            };
            args.push(Arg { parameter, is_named: false, value });
        }
        let style = self.style(&info, &args);
        let may_name = style == CallStyle::Plain && info.operator.is_none() && !info.is_variadic;
        if may_name && args.len() > info.values + 1 && self.random.one_in(4) {
            self.name_some(&mut args[info.values..]);
        }
        let result = info.results.first().map(replace).unwrap_or(Ty::Bool);
        Some(Expr::new(result, Kind::Call(proc, argument_ty, args, style)))
    }

    /// The last arguments go by name, in another order.
    fn name_some(&mut self, args: &mut [Arg]) {
        let first = self.random.below(args.len());
        for arg in &mut args[first..] {
            arg.is_named = true;
        }
        if self.random.one_in(2) {
            args[first..].reverse();
        }
    }

    /// Some arguments of `..T`, or a slice that is spread.
    fn arguments_of_any_number(&mut self, element: &Ty, depth: usize) -> Expr {
        let ty = Ty::Slice(Box::new(element.clone()));
        if self.random.one_in(3)
            && let Some(slice) = self.slice(element)
        {
            return slice;
        }
        let values = (0..1 + self.random.below(4)).map(|_| self.expr(element, depth.saturating_sub(1))).collect();
        Expr::new(ty, Kind::Pack(values))
    }

    fn style(&mut self, info: &Proc, args: &[Arg]) -> CallStyle {
        if info.operator.is_some() {
            return CallStyle::Operator;
        }
        let is_receiver = |ty: &Ty| matches!(ty, Ty::Struct(_) | Ty::Int(..) | Ty::Union(_) | Ty::Enum(_));
        match args.first() {
            Some(first) if info.generic == Generic::No && info.values == 0 && self.random.one_in(3) => {
                match (&first.value.ty, &first.value.kind) {
                    (ty, Kind::Var(_) | Kind::Field(..)) if is_receiver(ty) => CallStyle::Receiver,
                    (Ty::Pointer(_), Kind::Address(place)) if matches!(place.kind, Kind::Var(_) | Kind::Field(..)) => {
                        CallStyle::Receiver
                    }
                    _ => CallStyle::Plain,
                }
            }
            _ => CallStyle::Plain,
        }
    }

    fn argument(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        match ty {
            Ty::Pointer(target) => self.pointer(target),
            Ty::Slice(element) if self.random.one_in(4) => {
                let values = (0..1 + self.random.below(4)).map(|_| self.expr(element, depth.saturating_sub(1)));
                let values = values.collect();
                Some(Expr::new(ty.clone(), Kind::Pack(values)))
            }
            Ty::Slice(element) => self.slice(element),
            Ty::Closure(parameters, result) | Ty::Proc(parameters, result) => {
                self.procedure_value(ty, parameters, result)
            }
            _ => Some(self.expr(ty, depth.saturating_sub(1))),
        }
    }

    /// A closure that is visible, or a procedure.
    fn procedure_value(&mut self, ty: &Ty, parameters: &[Ty], result: &Ty) -> Option<Expr> {
        let vars = self.visible(ty);
        if !vars.is_empty() && !self.random.one_in(3) {
            let var = *self.random.pick(&vars);
            return Some(self.read(var));
        }
        let procs: Vec<usize> = self.callable(|proc| matches!(proc.results.as_slice(), [one] if one == result));
        let matching = |proc: &usize| {
            let info = &self.case.procs[*proc];
            let types: Vec<Ty> = info.parameters.iter().map(|(var, _)| self.ty_of(*var)).collect();
            let is_plain = info.generic == Generic::No && info.values == 0 && !info.is_variadic;
            types == parameters && is_plain && info.operator.is_none() && info.cost < 40
        };
        let procs: Vec<usize> = procs.into_iter().filter(matching).collect();
        if procs.is_empty() {
            return None;
        }
        Some(Expr::new(ty.clone(), Kind::ProcValue(*self.random.pick(&procs))))
    }

    /// A call of a closure or of a procedure value that is visible.
    pub fn closure_call(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        if !self.frame.may_call {
            return None;
        }
        let gives = |var: &usize| match &self.case.vars[*var].ty {
            Ty::Closure(_, result) | Ty::Proc(_, result) => **result == *ty,
            _ => false,
        };
        let vars: Vec<usize> = self.scope.iter().copied().filter(gives).collect();
        if vars.is_empty() || !self.afford(40) {
            return None;
        }
        let var = *self.random.pick(&vars);
        let (Ty::Closure(parameters, _) | Ty::Proc(parameters, _)) = self.ty_of(var) else { return None };
        let args = parameters.iter().map(|ty| self.expr(ty, depth - 1)).collect();
        let callee = self.read(var);
        Some(Expr::new(ty.clone(), Kind::CallValue(callee.into(), args)))
    }
}
