//! Expressions in C.

use super::super::tree::{Arg, Expr, Kind, Op, Ty};
use super::{Printer, Role};

/// Whether evaluating it changes nothing and jumps nowhere. What it reads may still change.
pub fn is_quiet(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Call(..) | Kind::CallValue(..) | Kind::Block(_) | Kind::Match(_) => false,
        Kind::OrReturn(_) | Kind::OrJump(..) | Kind::OrElse(..) => false,
        Kind::Field(a, _) | Kind::Deref(a) | Kind::Address(a) | Kind::Slice(a, ..) | Kind::Length(a) => is_quiet(a),
        Kind::Not(a) | Kind::Neg(a) | Kind::Complement(a) | Kind::Convert(a) | Kind::Implicit(a) => is_quiet(a),
        Kind::Bits(a) | Kind::FromBits(a) | Kind::EnumName(a) | Kind::TagIs(a, _) | Kind::Some(a) | Kind::Run(a) => {
            is_quiet(a)
        }
        Kind::Index(a, b)
        | Kind::Binary(_, a, b)
        | Kind::Compare(_, a, b)
        | Kind::And(a, b)
        | Kind::Or(a, b)
        | Kind::Has(a, b) => is_quiet(a) && is_quiet(b),
        Kind::InRange(a, b, c, _) | Kind::If(a, b, c) => is_quiet(a) && is_quiet(b) && is_quiet(c),
        Kind::Struct(values, _) | Kind::Array(values) => values.iter().all(is_quiet),
        Kind::Update(of, fields) => is_quiet(of) && fields.iter().all(|(_, value)| is_quiet(value)),
        Kind::Case(_, payload) => payload.as_deref().is_none_or(is_quiet),
        Kind::Way(_, _, values) => values.iter().all(is_quiet),
        Kind::Select(_, values) => values.iter().all(is_quiet),
        Kind::Lanes(_, _, a, b) | Kind::Shuffle(a, b, _) | Kind::Concat(a, b) | Kind::TextFrom(a, b) => {
            is_quiet(a) && is_quiet(b)
        }
        Kind::Splat(a) | Kind::Reduce(_, a) => is_quiet(a),
        Kind::Format(parts, _) => parts.iter().all(|(_, value)| is_quiet(value)),
        Kind::Pack(..) => false,
        _ => true,
    }
}

/// Whether it has an address.
pub fn is_place(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Var(_) | Kind::Deref(_) => true,
        Kind::Field(of, _) | Kind::Index(of, _) => is_place(of) || matches!(of.ty, Ty::Slice(_)),
        _ => false,
    }
}

impl<'c> Printer<'c> {
    /// Operands in order: statements that come first, and what the operands are then called.
    pub fn operands(&mut self, exprs: &[&'c Expr]) -> (String, Vec<String>) {
        let texts: Vec<String> = exprs.iter().map(|expr| self.expr(expr)).collect();
        if exprs.len() < 2 || exprs.iter().all(|expr| is_quiet(expr)) {
            return (String::new(), texts);
        }
        let (mut before, mut names) = (String::new(), Vec::new());
        for (expr, text) in exprs.iter().zip(texts) {
            let (ty, number) = (self.expr_ty(expr), self.number());
            before.push_str(&format!("{ty} t{number} = {text}; "));
            names.push(format!("t{number}"));
        }
        (before, names)
    }

    pub fn expr_ty(&mut self, expr: &Expr) -> String {
        // A call with several results has the type of all of them.
        if let Kind::Call(proc, argument, ..) = &expr.kind {
            let outer = self.argument.clone();
            if let Some(argument) = argument {
                self.argument = Some(self.replace(argument));
            }
            let ty = self.result_ty(&self.case.procs[*proc].results.clone());
            self.argument = outer;
            return ty;
        }
        self.ty(&expr.ty)
    }

    pub fn finish(before: &str, value: &str) -> String {
        if before.is_empty() { value.to_owned() } else { format!("({{ {before}{value}; }})") }
    }

    /// The value of an expression.
    pub fn expr(&mut self, expr: &'c Expr) -> String {
        let ty = self.expr_ty(expr);
        match &expr.kind {
            Kind::Int(value) => self.int(&ty, *value),
            Kind::Float(bits) => format!("(({ty}){})", hexadecimal(f64::from_bits(*bits))),
            Kind::Bool(value) => format!("((_Bool){})", u8::from(*value)),
            Kind::Str(text) => text_literal(text),
            Kind::Rune(rune) => format!("((u32){})", *rune as u32),
            Kind::Default => self.default(&expr.ty),
            Kind::Var(var) => self.name(*var),
            Kind::Field(..) | Kind::Index(..) | Kind::Deref(_) => self.place(expr),
            Kind::Address(place) => format!("(&{})", self.place(place)),
            Kind::Slice(of, low, high) => self.slice(&ty, of, *low, *high),
            Kind::Length(of) => self.length(of),
            Kind::Binary(..) | Kind::Neg(_) | Kind::Complement(_) if matches!(expr.ty, Ty::Simd(..)) => {
                self.vector(expr)
            }
            Kind::Binary(op, left, right) => self.binary(*op, expr, left, right),
            Kind::Compare(sign, left, right) => self.compare(sign, left, right),
            Kind::InRange(value, low, high, is_inclusive) => {
                let (before, t) = self.operands(&[value, low, high]);
                let sign = if *is_inclusive { "<=" } else { "<" };
                // The value is used twice, so it is computed first.
                let (value_ty, number) = (self.ty(&value.ty), self.number());
                let test = format!("((_Bool)({} <= t{number} && t{number} {sign} {}))", t[1], t[2]);
                format!("({{ {before}{value_ty} t{number} = {}; {test}; }})", t[0])
            }
            Kind::And(left, right) => format!("((_Bool)({} && {}))", self.expr(left), self.expr(right)),
            Kind::Or(left, right) => format!("((_Bool)({} || {}))", self.expr(left), self.expr(right)),
            Kind::Not(inner) => format!("((_Bool)!{})", self.expr(inner)),
            Kind::Neg(inner) => format!("neg_{}({})", self.helper(&expr.ty), self.expr(inner)),
            Kind::Complement(inner) => format!("not_{}({})", self.helper(&expr.ty), self.expr(inner)),
            Kind::Convert(inner) => self.convert(expr, inner),
            Kind::Implicit(inner) => self.implicit(expr, inner, &ty),
            Kind::Bits(inner) => format!("bits_{}({})", self.helper(&inner.ty), self.expr(inner)),
            Kind::FromBits(inner) => format!("from_{ty}({})", self.expr(inner)),
            Kind::Member(member) => {
                let Ty::Enum(index) = expr.ty else { return String::new() };
                format!("(({ty}){})", self.case.enums[index].members[*member].1)
            }
            Kind::Has(one, all) => {
                let (before, t) = self.operands(&[one, all]);
                let number = self.number();
                format!(
                    "({{ {before}{} t{number} = {}; (_Bool)(({} & t{number}) == t{number}); }})",
                    self.ty(&one.ty),
                    t[0],
                    t[1]
                )
            }
            Kind::EnumName(inner) => self.enum_name(inner),
            Kind::TagIs(inner, member) => format!("((_Bool)({}.tag == {member}))", self.expr(inner)),
            Kind::UserIndex => "user_index".to_owned(),
            Kind::Run(inner) => self.expr(inner),
            Kind::SizeOf(of) => {
                let of = self.ty(of);
                format!("((i64)sizeof({of}))")
            }
            Kind::ProcValue(proc) => self.procedure_value(*proc, &expr.ty),
            _ => self.made(expr, &ty),
        }
    }

    /// What is made of several values, calls, and what decides.
    fn made(&mut self, expr: &'c Expr, ty: &str) -> String {
        match &expr.kind {
            Kind::Struct(values, _) => {
                let list: Vec<&Expr> = values.iter().collect();
                let (before, t) = self.operands(&list);
                Self::finish(&before, &format!("(({ty}){{{}}})", t.join(", ")))
            }
            Kind::Array(values) => {
                let list: Vec<&Expr> = values.iter().collect();
                let (before, t) = self.operands(&list);
                Self::finish(&before, &format!("(({ty}){{{{{}}}}})", t.join(", ")))
            }
            Kind::Update(of, fields) => self.update(ty, expr, of, fields),
            Kind::Case(member, payload) => self.case_value(ty, expr, *member, payload.as_deref()),
            Kind::Some(inner) => format!("(({ty}){{1, {}}})", self.expr(inner)),
            Kind::None => self.default(&expr.ty),
            Kind::OrElse(value, otherwise) => {
                let (fails, number, value_text) = self.fallible(value);
                let r = self.number();
                let otherwise = self.expr(otherwise);
                let payload = self.payload(value, number);
                format!("({{ {value_text}{ty} t{r}; if ({fails}) t{r} = {otherwise}; else t{r} = {payload}; t{r}; }})")
            }
            Kind::OrReturn(value) => {
                let (fails, number, value_text) = self.fallible(value);
                let leave = self.fail(value, number);
                format!("({{ {value_text}if ({fails}) {{ {leave} }} {}; }})", self.payload(value, number))
            }
            Kind::OrJump(value, is_break, label) => {
                let (fails, number, value_text) = self.fallible(value);
                let leave = self.jump(*label, *is_break);
                format!("({{ {value_text}if ({fails}) {{ {leave} }} {}; }})", self.payload(value, number))
            }
            Kind::If(condition, yes, no) => {
                let r = self.number();
                let (condition, yes, no) = (self.expr(condition), self.expr(yes), self.expr(no));
                format!("({{ {ty} t{r}; if ({condition}) t{r} = {yes}; else t{r} = {no}; t{r}; }})")
            }
            Kind::Call(proc, argument, args, _) => self.call(*proc, argument.as_ref(), args),
            Kind::CallValue(callee, args) => {
                let list: Vec<&Expr> = std::iter::once(&**callee).chain(args).collect();
                let (before, t) = self.operands(&list);
                let args = &t[1..];
                let value = match callee.ty {
                    Ty::Closure(..) => {
                        let env =
                            std::iter::once(format!("{}.e", t[0])).chain(args.iter().cloned()).collect::<Vec<_>>();
                        format!("{}.f({})", t[0], env.join(", "))
                    }
                    _ => format!("{}({})", t[0], args.join(", ")),
                };
                Self::finish(&before, &value)
            }
            Kind::Match(matched) => {
                let r = self.number();
                let text = self.matched(matched, Role::Giving(r));
                format!("({{ {ty} t{r};\n{text}t{r}; }})")
            }
            Kind::Block(block) => {
                let r = self.number();
                let text = self.scoped(Role::Giving(r), block);
                format!("({{ {ty} t{r};\n{text}t{r}; }})")
            }
            Kind::Way(_, _, values) => {
                let list: Vec<&Expr> = values.iter().collect();
                let (before, texts) = self.operands(&list);
                Self::finish(&before, &texts[0])
            }
            Kind::Pack(values) => self.pack(ty, values),
            Kind::Format(..) | Kind::Concat(..) | Kind::TextFrom(..) => self.text(expr),
            _ => self.vector(expr),
        }
    }

    /// A slice of elements that live as long as the procedure.
    fn pack(&mut self, ty: &str, values: &'c [Expr]) -> String {
        let (element, number) = (self.ty(&values[0].ty), self.number());
        self.hoisted.push_str(&format!("{element} pack{number}[{}];\n", values.len()));
        let list: Vec<&Expr> = values.iter().collect();
        let (before, texts) = self.operands(&list);
        let mut stores = String::new();
        for (at, text) in texts.iter().enumerate() {
            stores.push_str(&format!("pack{number}[{at}] = {text}; "));
        }
        format!("({{ {before}{stores}(({ty}){{pack{number}, {}}}); }})", values.len())
    }

    fn int(&mut self, ty: &str, value: u128) -> String {
        if value >> 64 == 0 {
            return format!("(({ty}){value:#x}ull)");
        }
        format!("(({ty})((u128){:#x}ull << 64 | {:#x}ull))", value >> 64, value as u64)
    }

    /// The name that the helpers of a number's type have.
    pub fn helper(&mut self, ty: &Ty) -> String {
        let ty = self.replace(ty);
        let base = match &ty {
            Ty::Enum(index) => self.case.enums[*index].backing.clone().unwrap_or(Ty::Int(32, true)),
            other => self.case.base(other),
        };
        self.ty(&base)
    }

    /// Where something stands. What it is made of has no effects.
    pub fn place(&mut self, expr: &'c Expr) -> String {
        match &expr.kind {
            Kind::Field(of, field) => {
                let Ty::Struct(index) = self.case.base(&of.ty) else { return String::new() };
                format!("{}.{}", self.place(of), self.case.structs[index].fields[*field].name)
            }
            Kind::Index(of, index) => {
                let index = self.expr(index);
                let member = if matches!(self.case.base(&of.ty), Ty::Array(..) | Ty::Simd(..)) { "v" } else { "d" };
                format!("{}.{member}[{index}]", self.place(of))
            }
            Kind::Deref(pointer) => format!("(*{})", self.place(pointer)),
            _ => self.expr(expr),
        }
    }

    fn slice(&mut self, ty: &str, of: &'c Expr, low: usize, high: usize) -> String {
        let place = self.place(of);
        format!("(({ty}){{{place}.v + {low}, {}}})", high - low)
    }

    fn length(&mut self, of: &'c Expr) -> String {
        match &of.ty {
            Ty::Array(_, count) => format!("((i64){count})"),
            _ => format!("{}.n", self.expr(of)),
        }
    }

    fn binary(&mut self, op: Op, expr: &'c Expr, left: &'c Expr, right: &'c Expr) -> String {
        let (before, t) = self.operands(&[left, right]);
        let helper = self.helper(&expr.ty);
        let value = match op {
            Op::Shl | Op::Shr => {
                let count = self.helper(&right.ty).replace('i', "u");
                format!("{}_{helper}({}, (u128)({count}){})", op.name(), t[0], t[1])
            }
            _ => format!("{}_{helper}({}, {})", op.name(), t[0], t[1]),
        };
        Self::finish(&before, &value)
    }

    fn compare(&mut self, sign: &str, left: &'c Expr, right: &'c Expr) -> String {
        let (before, t) = self.operands(&[left, right]);
        let value = match sign {
            "==" => format!("((_Bool){})", self.equal(&left.ty, &t[0], &t[1])),
            "!=" => format!("((_Bool)!{})", self.equal(&left.ty, &t[0], &t[1])),
            _ if left.ty == Ty::Str => format!("((_Bool)(compare_Str({}, {}) {sign} 0))", t[0], t[1]),
            _ => format!("((_Bool)({} {sign} {}))", t[0], t[1]),
        };
        Self::finish(&before, &value)
    }

    fn convert(&mut self, expr: &Expr, inner: &'c Expr) -> String {
        let (to, from) = (self.replace(&expr.ty), self.replace(&inner.ty));
        let (to_name, text) = (self.ty(&to), self.expr(inner));
        match (self.case.base(&from), self.case.base(&to)) {
            (Ty::Float(_), Ty::Int(..)) => format!("of_f64_{}((f64){text})", self.helper(&to)),
            (Ty::Array(..) | Ty::Struct(_), _) => text,
            (Ty::Int(..), Ty::Float(16)) => format!("((f16)(f32){text})"),
            _ => format!("(({to_name}){text})"),
        }
    }

    fn implicit(&mut self, expr: &Expr, inner: &'c Expr, ty: &str) -> String {
        match (&expr.ty, &inner.ty) {
            (Ty::Slice(_), Ty::Array(_, count)) => self.slice(ty, inner, 0, *count),
            _ => format!("(({ty}){})", self.expr(inner)),
        }
    }

    fn enum_name(&mut self, inner: &'c Expr) -> String {
        let Ty::Enum(index) = inner.ty else { return String::new() };
        let (number, ty, value) = (self.number(), self.ty(&inner.ty), self.expr(inner));
        let mut names = String::new();
        for (name, member) in &self.case.enums[index].members {
            names.push_str(&format!("t{number} == {member} ? {} : ", text_literal(name)));
        }
        format!("({{ {ty} t{number} = {value}; {names}((Str){{0, 0}}); }})")
    }

    fn update(&mut self, ty: &str, expr: &Expr, of: &'c Expr, fields: &'c [(usize, Expr)]) -> String {
        let Ty::Struct(index) = expr.ty else { return String::new() };
        let (number, mut text) = (self.number(), format!("{ty} "));
        text.push_str(&format!("t{number} = {}; ", self.expr(of)));
        for (field, value) in fields {
            let value = self.expr(value);
            text.push_str(&format!("t{number}.{} = {value}; ", self.case.structs[index].fields[*field].name));
        }
        format!("({{ {text}t{number}; }})")
    }

    fn case_value(&mut self, ty: &str, expr: &Expr, member: usize, payload: Option<&'c Expr>) -> String {
        let Ty::Union(index) = expr.ty else { return String::new() };
        match payload {
            None => format!("(({ty}){{{member}}})"),
            Some(payload) => {
                let payload = self.expr(payload);
                format!("(({ty}){{{member}, {{.{} = {payload}}}}})", self.case.unions[index].cases[member].0)
            }
        }
    }

    /// The test whether it fails, the number of the variable that holds it, and the variable.
    pub fn fallible(&mut self, value: &'c Expr) -> (String, usize, String) {
        let (number, ty, text) = (self.number(), self.expr_ty(value), self.expr(value));
        let test = match self.failure_ty(value) {
            Some(Ty::Enum(_)) => format!("t{number}.r1 != 0"),
            Some(Ty::Union(_)) => format!("t{number}.r1.tag != 0"),
            Some(_) => format!("!t{number}.r1"),
            None => format!("!t{number}.some"),
        };
        (test, number, format!("{ty} t{number} = {text}; "))
    }

    /// The type of the last of several results, which says whether there is a value.
    pub fn failure_ty(&self, value: &Expr) -> Option<Ty> {
        match &value.kind {
            Kind::Call(proc, ..) if self.case.procs[*proc].results.len() > 1 => {
                self.case.procs[*proc].results.last().cloned()
            }
            _ => None,
        }
    }

    /// What is there on success.
    pub fn payload(&self, value: &Expr, number: usize) -> String {
        if self.failure_ty(value).is_some() { format!("t{number}.r0") } else { format!("t{number}.v") }
    }

    fn procedure_value(&mut self, proc: usize, ty: &Ty) -> String {
        let symbol = self.want(proc, None);
        let Ty::Closure(parameters, result) = ty else { return symbol };
        let name = self.ty(ty);
        if self.known.insert(format!("thunk_{symbol}")) {
            let list: String =
                parameters.iter().enumerate().map(|(at, ty)| format!(", {} a{at}", self.ty(ty))).collect();
            let args: Vec<String> = (0..parameters.len()).map(|at| format!("a{at}")).collect();
            let head = format!("static {} thunk_{symbol}(void *e{list})", self.ty(result));
            self.prototypes.push_str(&format!("{head};\n"));
            self.bodies.push_str(&format!("{head} {{ return {symbol}({}); }}\n", args.join(", ")));
        }
        format!("(({name}){{thunk_{symbol}, 0}})")
    }

    fn call(&mut self, proc: usize, argument: Option<&Ty>, args: &'c [Arg]) -> String {
        let info = &self.case.procs[proc];
        let defaults =
            info.parameters.iter().enumerate().filter_map(|(at, (_, default))| Some((at, default.as_ref()?)));
        let missing = defaults.filter(|(at, _)| args.iter().all(|arg| arg.parameter != *at));
        let list: Vec<(usize, &Expr)> = args.iter().map(|arg| (arg.parameter, &arg.value)).chain(missing).collect();
        let exprs: Vec<&Expr> = list.iter().map(|(_, value)| *value).collect();
        let (before, texts) = self.operands(&exprs);
        let mut placed: Vec<(usize, String)> = list.iter().map(|(at, _)| *at).zip(texts).collect();
        placed.sort();
        let symbol = self.want(proc, argument.cloned());
        let texts: Vec<String> = placed.into_iter().map(|(_, text)| text).collect();
        Self::finish(&before, &format!("{symbol}({})", texts.join(", ")))
    }
}

pub fn text_literal(text: &str) -> String {
    let bytes: String = text.bytes().map(|byte| format!("\\{byte:03o}")).collect();
    format!("((Str){{(const u8 *)\"{bytes}\", {}}})", text.len())
}

fn hexadecimal(value: f64) -> String {
    format!("{value:?}")
}
