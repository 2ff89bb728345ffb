//! Prints generated programs as C, with an order of evaluation that is written out.
//!
//! Operands of which any has effects become variables of statement expressions, in order. What a `defer` or a `with` does on a way out
//! is printed on every way out. It shares nothing with the compiler, on purpose: it is what the compiler is compared with.
//! `types.rs` makes types and what they can do, `expr.rs` expressions, `statement.rs` statements; this file procedures.

mod expr;
mod library;
mod statement;
mod types;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use super::tree::{Block, Case, Proc, Ty, Var};

/// A file with several programs.
pub fn file(cases: &[Case]) -> String {
    let mut text = String::from(include_str!("prelude.c"));
    for case in cases {
        text.push_str(&Printer::new(case).program());
    }
    text.push_str("int main(void) {\n");
    for case in cases {
        let _ = writeln!(text, "start_{}();", case.seed);
    }
    text.push_str("return 0;\n}\n");
    text
}

/// What is done when a scope is left.
#[derive(Clone, Copy)]
enum Leave<'c> {
    Defer(&'c Block),
    /// The context is what it was: the number of the variable that keeps it.
    Restore(usize),
}

/// What a scope is to jumps.
#[derive(Clone, PartialEq)]
enum Role {
    Plain,
    /// The label in the source, and the number of C's labels.
    Loop(Option<usize>, usize),
    Block(Option<usize>, usize),
    /// The number of the variable that takes what is given.
    Giving(usize),
}

struct Scope<'c> {
    role: Role,
    leave: Vec<Leave<'c>>,
}

struct Printer<'c> {
    case: &'c Case,
    /// Types, and procedures that go with them, in the order in which they are needed.
    types: String,
    known: BTreeSet<String>,
    prototypes: String,
    bodies: String,
    /// Procedures and instances that are asked for, and those that are printed.
    wanted: Vec<(usize, Option<Ty>)>,
    printed: BTreeSet<String>,
    numbers: usize,
    /// The type argument of the procedure at hand.
    argument: Option<Ty>,
    results: Vec<Ty>,
    scopes: Vec<Scope<'c>>,
    /// Names that stand for something else than a variable of that name.
    aliases: HashMap<Var, String>,
    /// Variables that live as long as the procedure.
    hoisted: String,
}

impl<'c> Printer<'c> {
    fn new(case: &'c Case) -> Self {
        Self {
            case,
            types: String::new(),
            known: BTreeSet::new(),
            prototypes: String::new(),
            bodies: String::new(),
            wanted: Vec::new(),
            printed: BTreeSet::new(),
            numbers: 0,
            argument: None,
            results: Vec::new(),
            scopes: Vec::new(),
            aliases: HashMap::new(),
            hoisted: String::new(),
        }
    }

    fn program(mut self) -> String {
        let mut globals = String::new();
        let mut start = String::new();
        for (var, value) in &self.case.globals {
            let ty = self.ty(&value.ty);
            let name = self.name(*var);
            let _ = writeln!(globals, "static {ty} {name};");
            let value = self.expr(value);
            let _ = writeln!(start, "  {name} = {value};");
        }
        let entry = self.case.procs.len() - 1;
        self.want(entry, None);
        while let Some((proc, argument)) = self.wanted.pop() {
            self.procedure(proc, argument);
        }
        let (seed, hoisted) = (self.case.seed, std::mem::take(&mut self.hoisted));
        let start = format!(
            "static void start_{seed}(void) {{\n{hoisted}{start}  sum = 14695981039346656037ull;\n  entry_{seed}();\n  \
             printf(\"case {seed} %016llx\\n\", (unsigned long long)sum);\n}}\n"
        );
        format!("{}{globals}{}{}{start}", self.types, self.prototypes, self.bodies)
    }

    fn number(&mut self) -> usize {
        self.numbers += 1;
        self.numbers
    }

    fn name(&self, var: Var) -> String {
        self.aliases.get(&var).cloned().unwrap_or_else(|| self.case.vars[var].name.clone())
    }

    /// The name of a procedure or of an instance, which is printed sooner or later.
    fn want(&mut self, proc: usize, argument: Option<Ty>) -> String {
        let argument = argument.map(|ty| self.replace(&ty));
        let symbol = &self.case.procs[proc].symbol;
        let symbol = match &argument {
            Some(ty) => format!("{symbol}_{}", self.ty(ty)),
            None => symbol.clone(),
        };
        if self.printed.insert(symbol.clone()) {
            self.wanted.push((proc, argument));
        }
        symbol
    }

    fn procedure(&mut self, number: usize, argument: Option<Ty>) {
        let proc: &'c Proc = &self.case.procs[number];
        let symbol = match &argument {
            Some(ty) => format!("{}_{}", proc.symbol, self.ty(ty)),
            None => proc.symbol.clone(),
        };
        self.argument = argument;
        self.results = proc.results.clone();
        let mut parameters = Vec::new();
        for (var, _) in &proc.parameters {
            let ty = self.ty(&self.case.vars[*var].ty);
            parameters.push(format!("{ty} {}", self.name(*var)));
        }
        let result = self.result_ty(&proc.results);
        let list = if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") };
        let head = format!("static {result} {symbol}({list})");
        let _ = writeln!(self.prototypes, "{head};");
        let text = self.function(&head, &proc.body, "");
        self.bodies.push_str(&text);
        self.argument = None;
    }

    /// A function with a body, in which nothing of what is around is seen but what `first` makes.
    fn function(&mut self, head: &str, body: &'c Block, first: &str) -> String {
        let scopes = std::mem::take(&mut self.scopes);
        let hoisted = std::mem::take(&mut self.hoisted);
        let body = self.scoped(Role::Plain, body);
        let text = format!("{head} {{\n{}{first}{body}}}\n", self.hoisted);
        self.hoisted = hoisted;
        self.scopes = scopes;
        text
    }
}
