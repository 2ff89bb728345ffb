//! Statements as Hubbub.

use super::super::tree::{Closure, Expr, Kind, Over, Stmt, Ty, Var};
use super::Printer;

impl Printer<'_> {
    /// The statements of a block, one level further in.
    pub fn block(&mut self, block: &[Stmt]) {
        self.giving_block(block, false);
    }

    /// As [`Self::block`]; whether the place of what is given tells its type.
    pub fn giving_block(&mut self, block: &[Stmt], expected: bool) {
        self.indent += 1;
        for statement in block {
            self.statement(statement, expected);
        }
        self.indent -= 1;
    }

    fn statement(&mut self, statement: &Stmt, expected: bool) {
        match statement {
            Stmt::Let(var, value, is_typed) => self.let_value(*var, value, *is_typed),
            Stmt::LetMany(vars, call) => {
                let names: Vec<&str> = vars.iter().map(|var| var.map_or("_", |var| self.name(var))).collect();
                let names = names.join(", ");
                let call = self.expr(call, 0, false);
                self.line(&format!("{names} := {call}"));
            }
            Stmt::LetClosure(closure) => self.closure(closure),
            Stmt::Assign(place, value) => {
                let place = self.expr(place, 0, false);
                let value = self.expr(value, 0, true);
                self.line(&format!("{place} = {value}"));
            }
            Stmt::AssignMany(pairs) => {
                let places: Vec<String> = pairs.iter().map(|(place, _)| self.expr(place, 0, false)).collect();
                let values: Vec<String> = pairs.iter().map(|(_, value)| self.expr(value, 0, true)).collect();
                self.line(&format!("{} = {}", places.join(", "), values.join(", ")));
            }
            Stmt::AssignCall(places, call) => {
                let place = |place: &Option<Expr>| match place {
                    Some(place) => self.expr(place, 0, false),
                    None => "_".to_owned(),
                };
                let places: Vec<String> = places.iter().map(place).collect();
                let call = self.expr(call, 0, false);
                self.line(&format!("{} = {call}", places.join(", ")));
            }
            Stmt::Compound(op, place, value) => {
                let is_shift = matches!(op.sign(), "<<" | ">>");
                let (place, value) = (self.expr(place, 0, false), self.expr(value, 0, !is_shift));
                self.line(&format!("{place} {}= {value}", op.sign()));
            }
            Stmt::Note(value) => {
                let value = self.typed(value);
                self.line(&format!("note({value})"));
            }
            Stmt::Call(call) => {
                let call = self.expr(call, 0, false);
                self.line(&call);
            }
            _ => self.control(statement, expected),
        }
    }

    /// A value whose type its place does not tell.
    fn typed(&mut self, value: &Expr) -> String {
        match value.kind {
            Kind::Int(_) | Kind::Float(_) => format!("{}({})", self.ty(&value.ty), self.expr(value, 0, true)),
            _ => self.expr(value, 0, false),
        }
    }

    fn let_value(&mut self, var: Var, value: &Expr, is_typed: bool) {
        let name = self.name(var).to_owned();
        let line = match is_typed {
            true => format!("{name}: {} = {}", self.ty(&self.case.vars[var].ty), self.expr(value, 0, true)),
            false => format!("{name} := {}", self.typed(value)),
        };
        self.line(&line);
    }

    fn control(&mut self, statement: &Stmt, expected: bool) {
        match statement {
            Stmt::If(branches, otherwise) => {
                for (number, (condition, block)) in branches.iter().enumerate() {
                    let condition = self.expr(condition, 0, false);
                    self.line(&format!("{}if {condition}", if number == 0 { "" } else { "else " }));
                    self.giving_block(block, expected);
                }
                self.otherwise(otherwise.as_deref(), expected);
            }
            Stmt::IfLet(var, value, block, otherwise) => {
                let head = format!("if {} := {}", self.name(*var).to_owned(), self.expr(value, 0, false));
                self.line(&head);
                self.giving_block(block, expected);
                self.otherwise(otherwise.as_deref(), expected);
            }
            Stmt::While(label, counter, rounds, condition, block) => {
                let name = self.name(*counter).to_owned();
                let condition = self.expr(condition, 4, false);
                self.line(&format!("{name} := 0"));
                self.line(&format!("{}while {name} < {rounds} && {condition}", label_text(*label)));
                self.line(&format!("    {name} += 1"));
                self.giving_block(block, expected);
                self.line("end");
            }
            Stmt::For(label, var, over, block) => {
                let head = self.for_head(*var, over);
                self.line(&format!("{}for {head}", label_text(*label)));
                self.giving_block(block, expected);
                self.line("end");
            }
            Stmt::Block(label, block) => {
                self.line(&format!("{}block", label_text(*label)));
                self.giving_block(block, expected);
                self.line("end");
            }
            Stmt::With(value, block) => {
                let value = self.expr(value, 0, true);
                self.line(&format!("with context{{user_index = {value}}}"));
                self.giving_block(block, expected);
                self.line("end");
            }
            Stmt::Unchecked(block) => {
                self.line("#no-bounds-checks block");
                self.giving_block(block, expected);
                self.line("end");
            }
            Stmt::Static(condition, _, yes, no) => {
                // Its branches are no blocks of their own.
                self.line("block");
                self.line(&format!("#if {condition}"));
                self.giving_block(yes, expected);
                self.line("#else");
                self.giving_block(no, expected);
                self.line("#end");
                self.line("end");
            }
            Stmt::WhileNext(label, state, var, iterator, low, rounds, block) => {
                let info = &self.case.iterators[*iterator];
                let (state, high) = (self.name(*state).to_owned(), *low + *rounds as i64);
                self.line(&format!("{state} := {}{{{low}, {high}}}", info.name));
                let name = self.name(*var).to_owned();
                self.line(&format!("{}while {name} := next(&{state})", label_text(*label)));
                self.giving_block(block, expected);
                self.line("end");
            }
            Stmt::Match(matched) => {
                let value = self.expr(&matched.value, 0, false);
                self.line(&format!("match {value}"));
                for arm in &matched.arms {
                    let head = self.arm_head(&matched.value, &arm.pattern, arm.guard.as_ref());
                    self.line(&head);
                    self.giving_block(&arm.body, expected);
                }
                if let Some(block) = &matched.otherwise {
                    self.line("else");
                    self.giving_block(block, expected);
                }
                self.line("end");
            }
            _ => self.way_out(statement, expected),
        }
    }

    fn otherwise(&mut self, block: Option<&[Stmt]>, expected: bool) {
        if let Some(block) = block {
            self.line("else");
            self.giving_block(block, expected);
        }
        self.line("end");
    }

    fn way_out(&mut self, statement: &Stmt, expected: bool) {
        match statement {
            Stmt::Break(label) => self.line(&format!("break{}", label.map(|l| format!(" l{l}")).unwrap_or_default())),
            Stmt::Continue(label) => {
                self.line(&format!("continue{}", label.map(|l| format!(" l{l}")).unwrap_or_default()));
            }
            Stmt::Return(values) => {
                let values: Vec<String> = values.iter().map(|value| self.expr(value, 0, true)).collect();
                self.line(format!("return {}", values.join(", ")).trim_end());
            }
            Stmt::Tail(call) => {
                let call = self.expr(call, 0, true);
                self.line(&format!("return #tail {call}"));
            }
            Stmt::Give(value) => {
                let value = if expected { self.expr(value, 0, true) } else { self.typed(value) };
                self.line(&format!("=> {value}"));
            }
            Stmt::Defer(block) => {
                self.line("defer block");
                self.block(block);
                self.line("end");
            }
            Stmt::Fault(fault) => self.line(&fault.code),
            other => unreachable!("{other:?}"),
        }
    }

    fn for_head(&mut self, var: Var, over: &Over) -> String {
        let name = self.name(var).to_owned();
        match over {
            Over::Range(low, high, is_inclusive, is_backwards) => {
                let sign = if *is_inclusive { "..=" } else { "..<" };
                let range = format!("{}{sign}{}", self.expr(low, 6, false), self.expr(high, 6, true));
                if *is_backwards { format!("{name} in reverse({range})") } else { format!("{name} in {range}") }
            }
            Over::Elements(of, by_name, index) => {
                let index = index.map(|var| format!(", {}", self.name(var))).unwrap_or_default();
                let of = self.expr(of, 0, false);
                format!("{}{name}{index} in {of}", if *by_name { "&" } else { "" })
            }
            Over::Iterator(iterator, low, rounds, count) => {
                let count = count.map(|var| format!(", {}", self.name(var))).unwrap_or_default();
                let (iterator, high) = (&self.case.iterators[*iterator].name, *low + *rounds as i64);
                format!("{name}{count} in {iterator}{{{low}, {high}}}")
            }
            Over::Text(text, offset) => {
                let offset = offset.map(|var| format!(", {}", self.name(var))).unwrap_or_default();
                format!("{name}{offset} in {}", self.expr(text, 0, false))
            }
        }
    }

    fn closure(&mut self, closure: &Closure) {
        let captures: Vec<String> = closure
            .captures
            .iter()
            .map(|(var, by_name)| format!("{}{}", if *by_name { "&" } else { "" }, self.name(*var)))
            .collect();
        let captures = if captures.is_empty() { String::new() } else { format!("[{}] ", captures.join(", ")) };
        let parameter = |var: &Var| format!("{}: {}", self.name(*var), self.ty(&self.case.vars[*var].ty));
        let parameters: Vec<String> = closure.parameters.iter().map(parameter).collect();
        let name = self.name(closure.var).to_owned();
        let result: &Ty = &closure.result;
        let head = format!("{name} := {captures}({}) -> {}", parameters.join(", "), self.ty(result));
        self.line(&head);
        self.block(&closure.body);
        self.line("end");
    }
}

fn label_text(label: Option<usize>) -> String {
    label.map(|label| format!("l{label}: ")).unwrap_or_default()
}
