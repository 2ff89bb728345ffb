//! Statements in C.

use std::fmt::Write;

use super::super::tree::{Arm, Block, Closure, Expr, Match, Over, Pattern, Stmt, Ty};
use super::expr::{is_place, is_quiet};
use super::types::type_name;
use super::{Leave, Printer, Role, Scope};

impl<'c> Printer<'c> {
    /// A block with a scope of its own; behind it stands the label that its role needs.
    pub fn scoped(&mut self, role: Role, block: &'c Block) -> String {
        self.scopes.push(Scope { role: role.clone(), leave: Vec::new() });
        let mut text = String::new();
        for statement in block {
            self.statement(statement, &mut text);
        }
        let depth = self.scopes.len() - 1;
        text.push_str(&self.leave_to(depth));
        self.scopes.pop();
        let label = match role {
            Role::Giving(number) => format!("give{number}:;\n"),
            Role::Block(_, number) => format!("leave{number}:;\n"),
            Role::Loop(_, number) => format!("next{number}:;\n"),
            Role::Plain => String::new(),
        };
        format!("{{\n{text}}}\n{label}")
    }

    /// What is to be done before the scopes from `depth` on are left.
    fn leave_to(&mut self, depth: usize) -> String {
        let mut text = String::new();
        for scope in (depth..self.scopes.len()).rev() {
            for leave in self.scopes[scope].leave.clone().into_iter().rev() {
                match leave {
                    Leave::Restore(number) => text.push_str(&format!("user_index = saved{number};\n")),
                    Leave::Defer(block) => {
                        let inner = self.scopes.split_off(scope);
                        let deferred = self.scoped(Role::Plain, block);
                        self.scopes.extend(inner);
                        text.push_str(&deferred);
                    }
                }
            }
        }
        text
    }

    fn position(&self, is_wanted: impl Fn(&Role) -> bool) -> usize {
        self.scopes.iter().rposition(|scope| is_wanted(&scope.role)).unwrap_or(0)
    }

    /// `break` and `continue`.
    pub fn jump(&mut self, label: Option<usize>, is_break: bool) -> String {
        let position = match label {
            None => self.position(|role| matches!(role, Role::Loop(..))),
            Some(label) => self
                .position(|role| matches!(role, Role::Loop(Some(own), _) | Role::Block(Some(own), _) if *own == label)),
        };
        let leave = self.leave_to(position);
        match self.scopes[position].role {
            Role::Loop(_, number) if !is_break => format!("{leave}goto next{number};"),
            Role::Loop(_, number) | Role::Block(_, number) => format!("{leave}goto leave{number};"),
            _ => String::from("#error no target"),
        }
    }

    /// The way out of `or_return`: defaults, and a last result that says that it failed, as the value in that variable does.
    pub fn fail(&mut self, value: &Expr, number: usize) -> String {
        let results = self.results.clone();
        let leave = self.leave_to(0);
        let mut values: Vec<String> = results.iter().map(|ty| self.default(ty)).collect();
        let failure = self.failure_ty(value);
        if let (Some(last), Some(text)) = (results.last(), values.last_mut()) {
            match (last, &failure) {
                (Ty::Union(index), Some(Ty::Enum(_))) => {
                    let cases = &self.case.unions[*index].cases;
                    let member = cases.iter().position(|(_, ty)| ty == &failure).unwrap_or(0);
                    let name = type_name(self.case, last);
                    *text = format!("(({name}){{{member}, {{.{} = t{number}.r1}}}})", cases[member].0);
                }
                (_, Some(Ty::Enum(_) | Ty::Union(_))) => *text = format!("t{number}.r1"),
                _ => {}
            }
        }
        match results.as_slice() {
            [_] => format!("{leave}return {};", values[0]),
            _ => {
                let ty = self.result_ty(&results);
                format!("{leave}return ({ty}){{{}}};", values.join(", "))
            }
        }
    }

    fn statement(&mut self, statement: &'c Stmt, text: &mut String) {
        match statement {
            Stmt::Let(var, value, _) => {
                let ty = self.ty(&self.case.vars[*var].ty);
                let (name, value) = (self.name(*var), self.expr(value));
                let _ = writeln!(text, "{ty} {name} = {value};");
            }
            Stmt::LetMany(vars, call) => {
                let result = self.several(call, text);
                for (at, var) in vars.iter().enumerate() {
                    if let Some(var) = var {
                        let ty = self.ty(&self.case.vars[*var].ty);
                        let _ = writeln!(text, "{ty} {} = t{result}.r{at};", self.name(*var));
                    }
                }
            }
            Stmt::LetClosure(closure) => self.closure(closure, text),
            Stmt::Assign(place, value) if is_quiet(value) => {
                let _ = writeln!(text, "{} = {};", self.place(place), self.expr(value));
            }
            Stmt::Assign(place, value) => {
                let pointer = self.pointer(place, text);
                let _ = writeln!(text, "*{pointer} = {};", self.expr(value));
            }
            Stmt::AssignMany(pairs) => {
                let pointers: Vec<String> = pairs.iter().map(|(place, _)| self.pointer(place, text)).collect();
                let values: Vec<String> = pairs.iter().map(|(_, value)| self.kept(value, text)).collect();
                for (pointer, value) in pointers.iter().zip(values) {
                    let _ = writeln!(text, "*{pointer} = {value};");
                }
            }
            Stmt::AssignCall(places, call) => {
                let pointers: Vec<Option<String>> =
                    places.iter().map(|place| place.as_ref().map(|place| self.pointer(place, text))).collect();
                let result = self.several(call, text);
                for (at, pointer) in pointers.iter().enumerate() {
                    if let Some(pointer) = pointer {
                        let _ = writeln!(text, "*{pointer} = t{result}.r{at};");
                    }
                }
            }
            Stmt::Compound(op, place, value) => {
                let pointer = self.pointer(place, text);
                let ty = self.ty(&place.ty);
                let old = self.number();
                let _ = writeln!(text, "{ty} t{old} = *{pointer};");
                let value_text = self.kept(value, text);
                let count = self.ty(&value.ty).replace('i', "u");
                let value_text = if op.sign().len() == 2 && matches!(op.sign(), "<<" | ">>") {
                    format!("(u128)({count}){value_text}")
                } else {
                    value_text
                };
                let _ = writeln!(text, "*{pointer} = {}_{ty}(t{old}, {value_text});", op.name());
            }
            Stmt::Note(value) => {
                let value_text = self.expr(value);
                let _ = writeln!(text, "{};", self.note(&value.ty, &value_text));
            }
            Stmt::Call(call) => {
                let _ = writeln!(text, "{};", self.expr(call));
            }
            _ => self.control(statement, text),
        }
    }

    /// A pointer to a place, in a variable.
    fn pointer(&mut self, place: &'c Expr, text: &mut String) -> String {
        let (ty, number) = (self.ty(&place.ty), self.number());
        let _ = writeln!(text, "{ty} *t{number} = &{};", self.place(place));
        format!("t{number}")
    }

    /// A value in a variable.
    fn kept(&mut self, value: &'c Expr, text: &mut String) -> String {
        let (ty, number) = (self.ty(&value.ty), self.number());
        let _ = writeln!(text, "{ty} t{number} = {};", self.expr(value));
        format!("t{number}")
    }

    /// All results of a call, in a variable of this number.
    fn several(&mut self, call: &'c Expr, text: &mut String) -> usize {
        let (_, number, line) = self.fallible(call);
        let _ = writeln!(text, "{line}");
        number
    }

    fn control(&mut self, statement: &'c Stmt, text: &mut String) {
        match statement {
            Stmt::If(branches, otherwise) => {
                for (number, (condition, block)) in branches.iter().enumerate() {
                    let word = if number == 0 { "" } else { "else " };
                    let condition = self.expr(condition);
                    let _ = write!(text, "{word}if ({condition}) {}", self.scoped(Role::Plain, block));
                }
                if let Some(block) = otherwise {
                    let _ = write!(text, "else {}", self.scoped(Role::Plain, block));
                }
            }
            Stmt::IfLet(var, value, block, otherwise) => {
                let (fails, number, line) = self.fallible(value);
                let ty = self.ty(&self.case.vars[*var].ty);
                let payload = self.payload(value, number);
                let block = self.scoped(Role::Plain, block);
                let name = self.name(*var);
                let _ = write!(text, "{{ {line}if (!({fails})) {{ {ty} {name} = {payload};\n{block}}}\n");
                if let Some(block) = otherwise {
                    let _ = write!(text, "else {}", self.scoped(Role::Plain, block));
                }
                text.push_str("}\n");
            }
            Stmt::While(label, counter, rounds, condition, block) => {
                let number = self.number();
                let (name, condition) = (self.name(*counter), self.expr(condition));
                let _ = writeln!(text, "i64 {name} = 0;\nfor (;;) {{");
                let _ = writeln!(
                    text,
                    "if (!({name} < {rounds})) goto leave{number};\nif (!({condition})) goto leave{number};"
                );
                let _ = writeln!(
                    text,
                    "{name} += 1;\n{}}}\nleave{number}:;",
                    self.scoped(Role::Loop(*label, number), block)
                );
            }
            Stmt::For(label, var, over, block) => self.for_loop(*label, *var, over, block, text),
            Stmt::Block(label, block) => {
                let number = self.number();
                text.push_str(&self.scoped(Role::Block(*label, number), block));
            }
            Stmt::With(value, block) => {
                let (number, value) = (self.number(), self.expr(value));
                let _ = writeln!(
                    text,
                    "{{ u32 next{number} = {value}; u32 saved{number} = user_index; user_index = next{number};"
                );
                self.scopes.push(Scope { role: Role::Plain, leave: vec![Leave::Restore(number)] });
                let block = self.scoped(Role::Plain, block);
                self.scopes.pop();
                let _ = writeln!(text, "{block}user_index = saved{number}; }}");
            }
            Stmt::Match(matched) => text.push_str(&self.matched(matched, Role::Plain)),
            Stmt::Unchecked(block) => text.push_str(&self.scoped(Role::Plain, block)),
            Stmt::Static(_, holds, yes, no) => {
                let taken = if *holds { yes } else { no };
                text.push_str(&self.scoped(Role::Plain, taken));
            }
            Stmt::WhileNext(label, _, var, iterator, low, rounds, block) => {
                self.iterate(*label, *var, (*iterator, *low, *rounds), None, block, text);
            }
            _ => self.way_out(statement, text),
        }
    }

    fn way_out(&mut self, statement: &'c Stmt, text: &mut String) {
        match statement {
            Stmt::Break(label) => text.push_str(&self.jump(*label, true)),
            Stmt::Continue(label) => text.push_str(&self.jump(*label, false)),
            Stmt::Return(values) => {
                let results = self.results.clone();
                let result = self.result_ty(&results);
                let mut kept = Vec::new();
                for (value, ty) in values.iter().zip(&results) {
                    let (ty, number) = (self.ty(ty), self.number());
                    let _ = writeln!(text, "{ty} t{number} = {};", self.expr(value));
                    kept.push(format!("t{number}"));
                }
                text.push_str(&self.leave_to(0));
                let _ = match kept.as_slice() {
                    [] => writeln!(text, "return;"),
                    [one] => writeln!(text, "return {one};"),
                    several => writeln!(text, "return ({result}){{{}}};", several.join(", ")),
                };
                return;
            }
            Stmt::Fault(_) => {
                text.push_str("printf(\"before %016llx\\n\", (unsigned long long)sum); exit(0);\n");
            }
            Stmt::Tail(call) => {
                let _ = writeln!(text, "return {};", self.expr(call));
            }
            Stmt::Give(value) => {
                let position = self.position(|role| matches!(role, Role::Giving(_)));
                let Role::Giving(number) = self.scopes[position].role else { return };
                let _ = writeln!(text, "t{number} = {};", self.expr(value));
                let leave = self.leave_to(position);
                let _ = writeln!(text, "{leave}goto give{number};");
            }
            Stmt::Defer(block) => {
                if let Some(scope) = self.scopes.last_mut() {
                    scope.leave.push(Leave::Defer(block));
                }
            }
            other => unreachable!("{other:?}"),
        }
        text.push('\n');
    }

    fn for_loop(&mut self, label: Option<usize>, var: usize, over: &'c Over, block: &'c Block, text: &mut String) {
        if let Over::Iterator(iterator, low, rounds, count) = over {
            return self.iterate(label, var, (*iterator, *low, *rounds), *count, block, text);
        }
        let number = self.number();
        let (ty, name) = (self.ty(&self.case.vars[var].ty), self.name(var));
        let i = format!("at{number}");
        let (head, first) = match over {
            Over::Range(low, high, is_inclusive, is_backwards) => {
                let (low, high) = (self.expr(low), self.expr(high));
                let more = u8::from(*is_inclusive);
                let at = if *is_backwards { format!("count{number} - 1 - {i}") } else { i.clone() };
                let head = format!(
                    "u128 low{number} = (u128){low}; u64 count{number} = (u64)((u128){high} - low{number}) + {more};\n\
                     for (u64 {i} = 0; {i} < count{number}; {i}++) {{"
                );
                (head, format!("{ty} {name} = ({ty})(low{number} + ({at}));\n"))
            }
            Over::Iterator(..) => return,
            Over::Elements(of, by_name, index) => self.elements(number, of, *by_name, var, *index),
            Over::Text(of, offset) => {
                let of = self.expr(of);
                let head = format!(
                    "Str text{number} = {of};\nfor (i64 {i} = 0, to{number}; {i} < text{number}.n; {i} = to{number}) {{"
                );
                let offset = offset.map(|var| format!("i64 {} = {i};\n", self.name(var))).unwrap_or_default();
                (head, format!("u32 {name}; to{number} = decode(text{number}, {i}, &{name});\n{offset}"))
            }
        };
        let body = self.scoped(Role::Loop(label, number), block);
        let _ = writeln!(text, "{{ {head}\n{first}{body}}}\nleave{number}:; }}");
        self.aliases.remove(&var);
    }

    /// Over what an iterator gives: which one, where it begins, how many rounds.
    fn iterate(
        &mut self,
        label: Option<usize>,
        var: usize,
        (iterator, low, rounds): (usize, i64, usize),
        count: Option<usize>,
        block: &'c Block,
        text: &mut String,
    ) {
        let number = self.number();
        let info = &self.case.iterators[iterator];
        let (ty, name, counter) = (self.ty(&info.value.ty), self.name(var), self.name(info.counter));
        let value = self.expr(&info.value);
        let count = count.map(|var| format!("i64 {} = at{number};\n", self.name(var))).unwrap_or_default();
        let body = self.scoped(Role::Loop(label, number), block);
        let _ = writeln!(
            text,
            "{{ for (i64 at{number} = 0; at{number} < {rounds}; at{number}++) {{\n{ty} {name};\n{{ i64 {counter} = \
             {low} + at{number} + 1; {name} = {value}; }}\n{count}{body}}}\nleave{number}:; }}"
        );
    }

    fn elements(
        &mut self,
        number: usize,
        of: &'c Expr,
        by_name: bool,
        var: usize,
        index: Option<usize>,
    ) -> (String, String) {
        let (of_ty, element) = (self.ty(&of.ty), self.ty(&self.case.vars[var].ty));
        let (source, count) = match &of.ty {
            Ty::Array(_, count) if is_place(of) => (
                format!("{of_ty} *of{number} = &{}; {element} *d{number} = of{number}->v;", self.place(of)),
                count.to_string(),
            ),
            Ty::Array(_, count) => (
                format!("{of_ty} of{number} = {}; {element} *d{number} = of{number}.v;", self.expr(of)),
                count.to_string(),
            ),
            _ => (
                format!("{of_ty} of{number} = {}; {element} *d{number} = of{number}.d;", self.expr(of)),
                format!("of{number}.n"),
            ),
        };
        let head = format!("{source}\nfor (i64 at{number} = 0; at{number} < {count}; at{number}++) {{");
        let mut first = String::new();
        match by_name {
            true => drop(self.aliases.insert(var, format!("d{number}[at{number}]"))),
            false => first = format!("{element} {} = d{number}[at{number}];\n", self.name(var)),
        }
        if let Some(index) = index {
            let _ = writeln!(first, "i64 {} = at{number};", self.name(index));
        }
        (head, first)
    }

    /// A `match`: each arm tests, binds, asks its guard, and ends behind the last.
    pub fn matched(&mut self, matched: &'c Match, role: Role) -> String {
        let number = self.number();
        let ty = self.ty(&matched.value.ty);
        let is_by_name = matched.arms.iter().any(|arm| matches!(arm.pattern, Pattern::Case(_, _, true)));
        let mut text = match is_by_name {
            true => format!("{{ {ty} *m{number} = &{};\n", self.place(&matched.value)),
            false => format!("{{ {ty} v{number} = {}; {ty} *m{number} = &v{number};\n", self.expr(&matched.value)),
        };
        self.scopes.push(Scope { role: role.clone(), leave: Vec::new() });
        for arm in &matched.arms {
            self.arm(arm, &matched.value.ty, number, &mut text);
        }
        if let Some(block) = &matched.otherwise {
            text.push_str(&self.scoped(Role::Plain, block));
        }
        self.scopes.pop();
        let _ = writeln!(text, "end{number}:; }}");
        if let Role::Giving(result) = role {
            let _ = writeln!(text, "give{result}:;");
        }
        text
    }

    fn arm(&mut self, arm: &'c Arm, ty: &Ty, number: usize, text: &mut String) {
        let value = format!("(*m{number})");
        let mut first = String::new();
        let test = match &arm.pattern {
            Pattern::Values(values) => {
                let mut tests = Vec::new();
                for (low, high) in values {
                    let low_text = self.expr(low);
                    tests.push(match high {
                        None => self.equal(ty, &value, &low_text),
                        Some((high, is_inclusive)) => {
                            let sign = if *is_inclusive { "<=" } else { "<" };
                            format!("({low_text} <= {value} && {value} {sign} {})", self.expr(high))
                        }
                    });
                }
                tests.join(" || ")
            }
            Pattern::Members(members) => {
                let Ty::Enum(index) = ty else { return };
                let test = |member: &usize| format!("{value} == {}", self.case.enums[*index].members[*member].1);
                members.iter().map(test).collect::<Vec<_>>().join(" || ")
            }
            Pattern::Case(member, bound, by_name) => {
                let (test, payload) = match ty {
                    Ty::Union(index) => {
                        let name = &self.case.unions[*index].cases[*member].0;
                        (format!("{value}.tag == {member}"), format!("{value}.u.{name}"))
                    }
                    _ => (format!("{value}.some == {member}"), format!("{value}.v")),
                };
                match bound {
                    Some(var) if *by_name => drop(self.aliases.insert(*var, payload)),
                    Some(var) => {
                        let ty = self.ty(&self.case.vars[*var].ty);
                        first = format!("{ty} {} = {payload};\n", self.name(*var));
                    }
                    None => {}
                }
                test
            }
        };
        let guard = arm.guard.as_ref().map(|guard| format!("if ({}) ", self.expr(guard))).unwrap_or_default();
        let body = self.scoped(Role::Plain, &arm.body);
        let _ = writeln!(text, "if ({test}) {{ {first}{guard}{{ {body} goto end{number}; }} }}");
    }

    fn closure(&mut self, closure: &'c Closure, text: &mut String) {
        let number = self.number();
        let (mut fields, mut values, mut first) = (String::new(), Vec::new(), String::new());
        let outer = self.aliases.clone();
        let mut inner = outer.clone();
        for (var, by_name) in &closure.captures {
            let (ty, name, plain) = (self.ty(&self.case.vars[*var].ty), self.name(*var), &self.case.vars[*var].name);
            match by_name {
                true => {
                    let _ = write!(fields, "{ty} *{plain}; ");
                    values.push(format!("&{name}"));
                    inner.insert(*var, format!("(*e->{plain})"));
                }
                false => {
                    let _ = write!(fields, "{ty} {plain}; ");
                    values.push(name);
                    let _ = writeln!(first, "{ty} {plain} = e->{plain};");
                    inner.remove(var);
                }
            }
        }
        let seed = self.case.seed;
        let mut list = String::new();
        for var in &closure.parameters {
            let _ = write!(list, ", {} {}", self.ty(&self.case.vars[*var].ty), self.case.vars[*var].name);
        }
        let ty = self.ty(&self.case.vars[closure.var].ty);
        let head = format!("static {} closure{number}_{seed}(void *e_{list})", self.ty(&closure.result));
        let _ = writeln!(self.prototypes, "typedef struct {{ char none; {fields}}} Env{number}_{seed};\n{head};");
        self.aliases = inner;
        let results = std::mem::replace(&mut self.results, vec![closure.result.clone()]);
        let first = format!("Env{number}_{seed} *e = e_; (void)e;\n{first}");
        let body = self.function(&head, &closure.body, &first);
        self.results = results;
        self.aliases = outer;
        self.bodies.push_str(&body);
        let values: String = values.iter().map(|value| format!(", {value}")).collect();
        let _ = writeln!(text, "Env{number}_{seed} env{number} = {{0{values}}};");
        let _ = writeln!(text, "{ty} {} = {{closure{number}_{seed}, &env{number}}};", self.case.vars[closure.var].name);
    }
}
