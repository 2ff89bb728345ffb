//! Prints generated programs as Hubbub.
//!
//! Parentheses stand only where precedence asks for them, and types of literals only where nothing else gives them, so parser and checker
//! are tested as well. `expr.rs` prints expressions, `statement.rs` statements; this file types and declarations.

mod expr;
mod statement;

use std::fmt::Write;

use super::tree::{Case, EnumInfo, Expr, Generic, IteratorInfo, Layout, Proc, StructInfo, Ty, UnionInfo, Var};

/// A file with several programs.
pub fn file(cases: &[Case]) -> String {
    let mut text = String::from(include_str!("prelude.hb"));
    text.push_str(include_str!("ways.hb"));
    for case in cases {
        text.push_str(&Printer { case, text: String::new(), indent: 0, coin: 0 }.program());
    }
    text.push_str("\nmain :: () -> Int\n");
    for case in cases {
        let seed = case.seed;
        let _ = writeln!(
            text,
            "    total = 14695981039346656037\n    entry_{seed}()\n    print(\"case {seed} {{:016x}}\\n\", total)"
        );
    }
    text.push_str("    return 0\nend\n");
    text
}

/// A program without what all of them stand on.
pub fn alone(case: &Case) -> String {
    Printer { case, text: String::new(), indent: 0, coin: 0 }.program()
}

/// A type as Hubbub writes it.
pub fn type_text(case: &Case, ty: &Ty) -> String {
    Printer { case, text: String::new(), indent: 0, coin: 0 }.ty(ty)
}

struct Printer<'c> {
    case: &'c Case,
    text: String,
    indent: usize,
    /// Decides between forms that mean the same.
    coin: usize,
}

impl Printer<'_> {
    fn program(mut self) -> String {
        for info in &self.case.enums {
            self.enumeration(info);
        }
        for info in &self.case.distincts {
            let base = self.ty(&info.base);
            self.line(&format!("{} :: distinct {base}", info.name));
            self.line(&format!("note :: (x: {}) => note({base}(x))", info.name));
        }
        for info in &self.case.structs {
            self.structure(info);
        }
        for info in &self.case.unions {
            self.union(info);
        }
        for info in &self.case.iterators {
            self.iterator(info);
        }
        for (var, value) in &self.case.globals {
            self.global(*var, value);
        }
        for proc in &self.case.procs {
            self.procedure(proc);
        }
        self.text
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{:width$}{line}", "", width = self.indent * 4);
    }

    /// One of so many forms.
    fn form(&mut self, forms: usize) -> usize {
        self.coin = self.coin.wrapping_mul(31).wrapping_add(17);
        (self.coin >> 3) % forms
    }

    fn name(&self, var: Var) -> &str {
        &self.case.vars[var].name
    }

    fn enumeration(&mut self, info: &EnumInfo) {
        let backing = info.backing.as_ref().map(|ty| format!(" {{{}}}", self.ty(ty))).unwrap_or_default();
        self.line(&format!(
            "{} :: enum{backing}{}",
            info.name,
            if info.is_flags {
                " #flags"
            } else if info.is_error {
                " #error"
            } else {
                ""
            }
        ));
        let mut next = 0;
        for (name, value) in &info.members {
            let given = if *value == next && !info.is_flags { String::new() } else { format!(" = {value}") };
            self.line(&format!("    {name}{given}"));
            next = value + 1;
        }
        self.line("end");
        self.line(&format!("note :: (x: {}) => note(i64(x))", info.name));
    }

    fn structure(&mut self, info: &StructInfo) {
        if let Some(declaration) = &info.declaration {
            self.line(declaration);
        }
        if !info.is_generic {
            self.fields(info);
        }
        self.line(&format!("note :: (x: {})", info.name));
        for field in &info.fields {
            self.line(&format!("    note(x.{})", field.name));
        }
        self.line("end");
    }

    fn fields(&mut self, info: &StructInfo) {
        let layout = match info.layout {
            Layout::Plain => String::new(),
            Layout::Packed => " #packed".to_owned(),
            Layout::Aligned(bytes) => format!(" #align({bytes})"),
        };
        self.line(&format!("{} :: struct{layout}", info.name));
        for field in &info.fields {
            let default = field.default.as_ref().map(|value| format!(" = {}", self.expr(value, 0, true)));
            let using = if field.is_using { "using " } else { "" };
            let line = format!("    {using}{}: {}{}", field.name, self.ty(&field.ty), default.unwrap_or_default());
            self.line(&line);
        }
        self.line("end");
    }

    fn iterator(&mut self, info: &IteratorInfo) {
        let (name, ty) = (&info.name, self.ty(&info.value.ty));
        self.line(&format!("{name} :: struct\n    at, to: Int\nend"));
        self.line(&format!("next :: (it: Pointer{{{name}}}) -> ({ty}, Bool)"));
        let plain = super::make::plain(self.case, &info.value.ty);
        let (plain, value) = (self.expr(&plain, 0, true), self.expr(&info.value, 0, true));
        self.line(&format!("    if it.at >= it.to\n        return {plain}, false\n    end\n    it.at += 1"));
        self.line(&format!("    {} := it.at\n    return {value}, true\nend", self.name(info.counter)));
    }

    fn union(&mut self, info: &UnionInfo) {
        self.line(&format!("{} :: union{}", info.name, if info.is_error { " #error" } else { "" }));
        for (name, ty) in &info.cases {
            let payload = ty.as_ref().map(|ty| format!(": {}", self.ty(ty))).unwrap_or_default();
            self.line(&format!("    {name}{payload}"));
        }
        self.line("end");
        self.line(&format!("note :: (x: {})", info.name));
        self.line("    match x");
        for (tag, (name, ty)) in info.cases.iter().enumerate() {
            match ty {
                None => self.line(&format!("    case .{name} => mix({tag})")),
                Some(_) => {
                    self.line(&format!("    case .{name} payload\n        mix({tag})\n        note(payload)"));
                }
            }
        }
        self.line("    end\nend");
    }

    fn global(&mut self, var: Var, value: &Expr) {
        let info = &self.case.vars[var];
        let sign = if info.is_free { "=" } else { ":" };
        let line = format!("{}: {} {sign} {}", info.name, self.ty(&info.ty), self.expr(value, 0, true));
        self.line(&line);
    }

    fn procedure(&mut self, proc: &Proc) {
        let mut parameters = Vec::new();
        for (index, (var, default)) in proc.parameters.iter().enumerate().skip(proc.values) {
            let is_many = proc.is_variadic && index + 1 == proc.parameters.len();
            let ty = match &self.case.vars[*var].ty {
                Ty::Slice(element) if is_many => format!("..{}", self.ty(element)),
                ty => self.ty(ty),
            };
            let default = default.as_ref().map(|value| format!(" = {}", self.expr(value, 0, true)));
            parameters.push(format!("{}: {ty}{}", self.name(*var), default.unwrap_or_default()));
        }
        let results: Vec<String> = proc.results.iter().map(|ty| self.ty(ty)).collect();
        let arrow = match results.as_slice() {
            [] => String::new(),
            [one] => format!(" -> {one}"),
            several => format!(" -> ({})", several.join(", ")),
        };
        let name = proc.operator.unwrap_or(&proc.name);
        let mut known: Vec<String> = if proc.generic == Generic::No { Vec::new() } else { vec!["T".to_owned()] };
        for (var, _) in &proc.parameters[..proc.values] {
            known.push(format!("{}: {}", self.name(*var), self.ty(&self.case.vars[*var].ty)));
        }
        let prefix = match proc.operator {
            Some(_) => "#operator ".to_owned(),
            None if known.is_empty() => String::new(),
            None => format!("{{{}}}", known.join(", ")),
        };
        let head = format!("{name} :: {prefix}({}){arrow}{}", parameters.join(", "), proc.attribute);
        self.line("");
        self.line(&head);
        self.block(&proc.body);
        self.line("end");
    }

    fn ty(&self, ty: &Ty) -> String {
        match ty {
            Ty::Int(64, true) => "Int".to_owned(),
            Ty::Int(bits, is_signed) => format!("{}{bits}", if *is_signed { 'i' } else { 'u' }),
            Ty::Float(bits) => format!("f{bits}"),
            Ty::Bool => "Bool".to_owned(),
            Ty::Rune => "Rune".to_owned(),
            Ty::Str => "String".to_owned(),
            Ty::Struct(index) => self.case.structs[*index].name.clone(),
            Ty::Enum(index) => self.case.enums[*index].name.clone(),
            Ty::Union(index) => self.case.unions[*index].name.clone(),
            Ty::Distinct(index) => self.case.distincts[*index].name.clone(),
            Ty::Array(element, count) => format!("Array{{{}, {count}}}", self.ty(element)),
            Ty::Slice(element) => format!("Slice{{{}}}", self.ty(element)),
            Ty::Simd(element, count) => format!("Simd{{{}, {count}}}", self.ty(element)),
            Ty::Maybe(inner) => format!("Maybe{{{}}}", self.ty(inner)),
            Ty::Pointer(target) => format!("Pointer{{{}}}", self.ty(target)),
            Ty::Closure(parameters, result) => format!("#closure {}", self.procedure_ty(parameters, result)),
            Ty::Proc(parameters, result) => self.procedure_ty(parameters, result),
            Ty::Param => "T".to_owned(),
        }
    }

    fn procedure_ty(&self, parameters: &[Ty], result: &Ty) -> String {
        let list: Vec<String> =
            parameters.iter().enumerate().map(|(index, ty)| format!("x{index}: {}", self.ty(ty))).collect();
        format!("({}) -> {}", list.join(", "), self.ty(result))
    }
}
