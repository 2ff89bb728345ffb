//! Expressions as Hubbub.

use super::super::tree::{Arg, CallStyle, Expr, Kind, Match, Op, Pattern, Stmt, Ty};
use super::Printer;

// Precedence, loosest first.
const ANY: u8 = 0;
const OR_ELSE: u8 = 1;
const OR: u8 = 2;
const AND: u8 = 3;
const COMPARE: u8 = 4;
const RANGE: u8 = 5;
const BITS: u8 = 6;
const SUM: u8 = 7;
const PRODUCT: u8 = 8;
const PREFIX: u8 = 9;
const POSTFIX: u8 = 10;

/// Whether it is a number that takes its type from somewhere else.
fn is_literal(expr: &Expr) -> bool {
    matches!(expr.kind, Kind::Int(_) | Kind::Float(_))
}

fn level_of(op: Op) -> u8 {
    match op {
        Op::Add | Op::Sub => SUM,
        Op::Mul | Op::Div | Op::Rem | Op::Mod => PRODUCT,
        _ => BITS,
    }
}

fn level_of_sign(sign: &str, operands: usize) -> u8 {
    match sign {
        _ if operands == 1 => PREFIX,
        "+" | "-" => SUM,
        "*" | "/" | "%" | "%%" => PRODUCT,
        "<" | "in" => COMPARE,
        "[]" => POSTFIX,
        _ => BITS,
    }
}

fn level(expr: &Expr, procs: &[super::super::tree::Proc]) -> u8 {
    match &expr.kind {
        Kind::Int(_) | Kind::Float(_) => PREFIX,
        Kind::Binary(op, ..) => level_of(*op),
        Kind::Compare(..) | Kind::InRange(..) | Kind::Has(..) | Kind::TagIs(..) => COMPARE,
        Kind::And(..) => AND,
        Kind::Or(..) => OR,
        Kind::OrElse(..) => OR_ELSE,
        Kind::Not(_) | Kind::Neg(_) | Kind::Complement(_) | Kind::Address(_) | Kind::Run(_) => PREFIX,
        Kind::Call(proc, _, args, CallStyle::Operator) => {
            level_of_sign(procs[*proc].operator.unwrap_or_default(), args.len())
        }
        Kind::Concat(..) if !expr.may_double() => SUM,
        Kind::Implicit(inner) => level(inner, procs),
        _ => POSTFIX,
    }
}

impl Printer<'_> {
    /// An expression that binds at least so tightly; whether its place tells its type.
    pub fn expr(&mut self, expr: &Expr, least: u8, expected: bool) -> String {
        let own = level(expr, &self.case.procs);
        let mut text = self.bare(expr, expected);
        if expr.may_double() {
            text = format!("brief({text})");
        }
        if own < least && !self.is_wrapped(expr, expected) { format!("({text})") } else { text }
    }

    /// A literal with its type around it is a call.
    fn is_wrapped(&self, expr: &Expr, expected: bool) -> bool {
        is_literal(expr) && !expected && !matches!(expr.ty, Ty::Int(64, true)) && !matches!(expr.ty, Ty::Float(64))
    }

    fn bare(&mut self, expr: &Expr, expected: bool) -> String {
        match &expr.kind {
            Kind::Int(_) | Kind::Float(_) => self.number(expr, expected),
            Kind::Bool(value) => value.to_string(),
            Kind::Str(text) => format!("\"{text}\""),
            Kind::Rune(rune) => format!("'{rune}'"),
            Kind::Default => format!("{}{{}}", self.ty(&expr.ty)),
            Kind::Var(var) => self.name(*var).to_owned(),
            Kind::Field(of, index) => self.field(of, *index),
            Kind::Index(of, index) => {
                let (of, index) = (self.expr(of, POSTFIX, false), self.expr(index, ANY, false));
                format!("{of}[{index}]")
            }
            Kind::Deref(pointer) => format!("{}@", self.expr(pointer, POSTFIX, false)),
            Kind::Address(place) => format!("&{}", self.expr(place, POSTFIX, false)),
            Kind::Slice(of, low, high) => format!("{}[{low}..<{high}]", self.expr(of, POSTFIX, false)),
            Kind::Length(of) => format!("{}.length", self.expr(of, POSTFIX, false)),
            Kind::Binary(op, left, right) => self.binary(*op, left, right, expected),
            Kind::Compare(sign, left, right) => {
                let right = self.expr(right, RANGE, !is_literal(left));
                format!("{} {sign} {right}", self.expr(left, RANGE, false))
            }
            Kind::Not(inner) => format!("!{}", self.expr(inner, PREFIX, false)),
            Kind::Neg(inner) => self.prefix('-', inner, expected),
            Kind::Complement(inner) => self.prefix('~', inner, expected),
            Kind::Convert(inner) => self.convert(expr, inner),
            Kind::Implicit(inner) => self.bare(inner, false),
            Kind::Bits(inner) => format!("bits({})", self.expr(inner, ANY, false)),
            Kind::FromBits(inner) => format!("bit_cast{{{}}}({})", self.ty(&expr.ty), self.expr(inner, ANY, false)),
            Kind::UserIndex => "context.user_index".to_owned(),
            Kind::Run(inner) => format!("#run {}", self.expr(inner, PREFIX, false)),
            Kind::SizeOf(ty) => format!("size_of({})", self.ty(ty)),
            Kind::EnumName(inner) => format!("enum_name({})", self.expr(inner, ANY, false)),
            Kind::ProcValue(proc) => self.case.procs[*proc].name.clone(),
            Kind::Call(proc, ty, args, style) => self.call(*proc, ty.as_ref(), args, *style),
            Kind::CallValue(callee, args) => {
                let args: Vec<String> = args.iter().map(|arg| self.expr(arg, ANY, true)).collect();
                format!("{}({})", self.expr(callee, POSTFIX, false), args.join(", "))
            }
            _ => self.choice(expr, expected),
        }
    }

    /// What decides, and what makes values of several.
    fn choice(&mut self, expr: &Expr, expected: bool) -> String {
        match &expr.kind {
            Kind::InRange(value, low, high, is_inclusive) => {
                let sign = if *is_inclusive { "..=" } else { "..<" };
                let value = self.expr(value, RANGE, false);
                let (low, high) = (self.expr(low, BITS, false), self.expr(high, BITS, false));
                format!("{value} in {low}{sign}{high}")
            }
            Kind::And(left, right) => self.infix("&&", left, right, AND),
            Kind::Or(left, right) => self.infix("||", left, right, OR),
            Kind::Has(one, all) => {
                let one = self.expr(one, RANGE, false);
                format!("{one} in {}", self.expr(all, RANGE, false))
            }
            Kind::TagIs(value, member) => {
                let Ty::Union(index) = value.ty else { return String::new() };
                format!("tag_of({}) == .{}", self.expr(value, ANY, false), self.case.unions[index].cases[*member].0)
            }
            Kind::Member(member) => {
                let Ty::Enum(index) = expr.ty else { return String::new() };
                let info = &self.case.enums[index];
                format!("{}.{}", if expected { "" } else { &info.name }, info.members[*member].0)
            }
            Kind::Case(member, payload) => self.case_value(expr, *member, payload.as_deref(), expected),
            Kind::Some(inner) if expected => format!("some({})", self.expr(inner, ANY, true)),
            Kind::Some(inner) => format!("{}.some({})", self.ty(&expr.ty), self.expr(inner, ANY, true)),
            Kind::None if expected => "none".to_owned(),
            Kind::None => format!("{}.none", self.ty(&expr.ty)),
            Kind::OrElse(value, otherwise) => {
                let value = self.expr(value, OR, false);
                format!("{value} or_else {}", self.expr(otherwise, OR_ELSE, true))
            }
            Kind::OrReturn(value) => format!("{} or_return", self.expr(value, POSTFIX, false)),
            Kind::OrJump(value, is_break, label) => {
                let word = if *is_break { "or_break" } else { "or_continue" };
                let label = label.map(|label| format!(" l{label}")).unwrap_or_default();
                format!("{} {word}{label}", self.expr(value, POSTFIX, false))
            }
            Kind::If(condition, yes, no) => self.if_expr(condition, yes, no, expected),
            Kind::Match(matched) => self.match_expr(matched, expected),
            Kind::Block(block) => self.nested(|printer| {
                printer.line("block");
                printer.giving_block(block, expected);
                printer.line("end");
            }),
            Kind::Struct(values, is_named) => self.struct_value(expr, values, *is_named, expected),
            Kind::Update(of, fields) => {
                let Ty::Struct(index) = expr.ty else { return String::new() };
                let of = self.expr(of, POSTFIX, false);
                let mut list = Vec::new();
                for (field, value) in fields {
                    list.push(format!(
                        "{} = {}",
                        self.case.structs[index].fields[*field].name,
                        self.expr(value, ANY, true)
                    ));
                }
                format!("({of}){{{}}}", list.join(", "))
            }
            Kind::Array(values) => {
                let values: Vec<String> = values.iter().map(|value| self.expr(value, ANY, true)).collect();
                let may_omit = expected && !matches!(expr.ty, Ty::Simd(..));
                let ty = if may_omit && self.form(2) == 0 { String::new() } else { self.ty(&expr.ty) };
                format!("{ty}{{{}}}", values.join(", "))
            }
            _ => self.library(expr),
        }
    }

    /// Vectors, texts, and what the prelude does.
    fn library(&mut self, expr: &Expr) -> String {
        let ty = self.ty(&expr.ty);
        match &expr.kind {
            Kind::Way(way, length, values) => {
                let explicit = match (way.has_length, self.form(3)) {
                    (true, _) => format!("{{{ty}, {length}}}"),
                    (false, 0) => format!("{{{ty}}}"),
                    _ => String::new(),
                };
                let values: Vec<String> = values.iter().map(|value| self.sided(value, ANY, false)).collect();
                format!("{}{explicit}({})", way.name, values.join(", "))
            }
            Kind::Pack(values) => {
                let values: Vec<String> = values.iter().map(|value| self.expr(value, ANY, true)).collect();
                format!("{{{}}}", values.join(", "))
            }
            Kind::Splat(value) => format!("{ty}({})", self.sided(value, ANY, false)),
            Kind::Lanes(name, sign, left, right) => {
                let (left, right) = (self.expr(left, RANGE, false), self.expr(right, RANGE, false));
                format!("{name}({left} {sign} {right})")
            }
            Kind::Select(sign, values) => {
                let [a, b, c, d] = &**values;
                let (a, b) = (self.expr(a, RANGE, false), self.expr(b, RANGE, false));
                format!("select({a} {sign} {b}, {}, {})", self.expr(c, ANY, false), self.expr(d, ANY, false))
            }
            Kind::Shuffle(left, right, lanes) => {
                let lanes: Vec<String> = lanes.iter().map(usize::to_string).collect();
                let (left, right) = (self.expr(left, ANY, false), self.expr(right, ANY, false));
                format!("shuffle({left}, {right}, {})", lanes.join(", "))
            }
            Kind::Reduce(name, value) => format!("{name}({})", self.expr(value, ANY, false)),
            Kind::Format(parts, between) => {
                let format: Vec<String> = parts.iter().map(|(spec, _)| format!("{{{spec}}}")).collect();
                let values: Vec<String> = parts.iter().map(|(_, value)| self.sided(value, ANY, false)).collect();
                format!("format(\"{}\", {})", format.join(between), values.join(", "))
            }
            Kind::Concat(left, right) => self.infix("+", left, right, SUM),
            Kind::TextFrom(text, from) => {
                let (text, from) = (self.expr(text, POSTFIX, false), self.expr(from, PRODUCT, false));
                format!("{text}[{from} %% ({text}.length + 1)..]")
            }
            other => unreachable!("{other:?}"),
        }
    }

    /// Text that takes several lines; its first line stands where it is put.
    fn nested(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let outer = std::mem::take(&mut self.text);
        write(self);
        let text = std::mem::replace(&mut self.text, outer);
        text.trim().to_owned()
    }

    fn number(&mut self, expr: &Expr, expected: bool) -> String {
        let text = match (&expr.kind, &expr.ty) {
            (Kind::Float(bits), _) => format!("{:?}", f64::from_bits(*bits)),
            (Kind::Int(value), Ty::Int(bits, true)) => {
                let shift = 128 - u32::from(*bits);
                format!("{}", (*value as i128) << shift >> shift)
            }
            (Kind::Int(value), _) if *value > 1000 && self.form(3) == 0 => format!("0x{value:x}"),
            (Kind::Int(value), _) => value.to_string(),
            _ => String::new(),
        };
        // `Int` and `Float` are what a literal is by itself.
        let is_default = matches!(expr.ty, Ty::Int(64, true) | Ty::Float(64));
        if expected || is_default { text } else { format!("{}({text})", self.ty(&expr.ty)) }
    }

    fn field(&mut self, of: &Expr, index: usize) -> String {
        let Ty::Struct(number) = self.case.base(&of.ty) else { return String::new() };
        let name = self.case.structs[number].fields[index].name.clone();
        let of = match &of.kind {
            // The name of a promoted field is enough.
            Kind::Field(outer, field) if self.form(2) == 0 => match self.case.base(&outer.ty) {
                Ty::Struct(number) if self.case.structs[number].fields[*field].is_using => outer,
                _ => of,
            },
            Kind::Deref(pointer) if self.form(2) == 0 => pointer,
            _ => of,
        };
        format!("{}.{name}", self.expr(of, POSTFIX, false))
    }

    fn binary(&mut self, op: Op, left: &Expr, right: &Expr, expected: bool) -> String {
        let own = level_of(op);
        if matches!(op, Op::Shl | Op::Shr) {
            // Two literals are computed exactly.
            let left = self.sided(left, own, expected && !(is_literal(left) && is_literal(right)));
            return format!("{left} {} {}", op.sign(), self.expr(right, own + 1, false));
        }
        let is_widened = matches!(left.kind, Kind::Implicit(_)) || matches!(right.kind, Kind::Implicit(_));
        let expected = expected && !is_widened;
        // Two literals are computed exactly, so one of them says its type.
        let bare_left = expected && !is_literal(left) || is_literal(left) && !is_literal(right) && !is_widened;
        let bare_right = expected && !is_literal(right) || is_literal(right) && !is_literal(left) && !is_widened;
        let left = self.sided(left, own, bare_left);
        format!("{left} {} {}", op.sign(), self.sided(right, own + 1, bare_right))
    }

    /// An operand; a literal that no other operand gives its type says it, even where it would be the default.
    fn sided(&mut self, side: &Expr, least: u8, expected: bool) -> String {
        if is_literal(side) && !expected {
            return format!("{}({})", self.ty(&side.ty), self.expr(side, ANY, true));
        }
        self.expr(side, least, expected)
    }

    fn infix(&mut self, sign: &str, left: &Expr, right: &Expr, own: u8) -> String {
        let left = self.expr(left, own, false);
        format!("{left} {sign} {}", self.expr(right, own + 1, false))
    }

    fn prefix(&mut self, sign: char, inner: &Expr, expected: bool) -> String {
        let text = self.sided(inner, PREFIX, expected && !is_literal(inner));
        if text.starts_with('-') { format!("{sign}({text})") } else { format!("{sign}{text}") }
    }

    fn convert(&mut self, expr: &Expr, inner: &Expr) -> String {
        // A literal of the type itself is written down; any other says its own type first.
        let is_own = is_literal(inner) && (inner.ty == expr.ty || self.case.base(&expr.ty) == inner.ty);
        format!("{}({})", self.ty(&expr.ty), self.expr(inner, ANY, is_own))
    }

    fn case_value(&mut self, expr: &Expr, member: usize, payload: Option<&Expr>, expected: bool) -> String {
        let Ty::Union(index) = expr.ty else { return String::new() };
        let info = &self.case.unions[index];
        let name = format!("{}.{}", if expected { "" } else { &info.name }, info.cases[member].0);
        match payload {
            None => name,
            Some(payload) => format!("{name}({})", self.expr(payload, ANY, true)),
        }
    }

    fn struct_value(&mut self, expr: &Expr, values: &[Expr], is_named: bool, expected: bool) -> String {
        let Ty::Struct(index) = expr.ty else { return String::new() };
        let info = &self.case.structs[index];
        let mut list = Vec::new();
        for (field, value) in info.fields.iter().zip(values) {
            let value = self.expr(value, ANY, true);
            list.push(if is_named { format!("{} = {value}", field.name) } else { value });
        }
        let ty = if expected && self.form(2) == 0 { "" } else { &info.name };
        format!("{ty}{{{}}}", list.join(", "))
    }

    fn if_expr(&mut self, condition: &Expr, yes: &Expr, no: &Expr, expected: bool) -> String {
        let condition = self.expr(condition, ANY, false);
        // Arms that are literals, all of them, would be one: it would take the other operand's type.
        let (yes, no) = (self.sided(yes, ANY, expected), self.sided(no, ANY, expected));
        match self.form(3) {
            0 => format!("ifx {condition}\n=> {yes}\nelse\n=> {no}\nend"),
            _ => format!("ifx {condition} => {yes} else => {no} end"),
        }
    }

    fn match_expr(&mut self, matched: &Match, expected: bool) -> String {
        self.nested(|printer| {
            let value = printer.expr(&matched.value, ANY, false);
            printer.line(&format!("match {value}"));
            for arm in &matched.arms {
                let head = printer.arm_head(&matched.value, &arm.pattern, arm.guard.as_ref());
                printer.giving_arm(&head, &arm.body, expected);
            }
            if let Some(block) = &matched.otherwise {
                printer.giving_arm("else", block, expected);
            }
            printer.line("end");
        })
    }

    /// An arm that gives a value: on one line if it does nothing else.
    fn giving_arm(&mut self, head: &str, body: &[Stmt], expected: bool) {
        match body {
            [Stmt::Give(value)] => {
                let value = self.sided(value, ANY, expected);
                self.line(&format!("{head} => {value}"));
            }
            _ => {
                self.line(head);
                self.giving_block(body, expected);
            }
        }
    }

    /// `case …`, with its guard.
    pub fn arm_head(&mut self, value: &Expr, pattern: &Pattern, guard: Option<&Expr>) -> String {
        let pattern = match pattern {
            Pattern::Values(values) => {
                let mut list = Vec::new();
                for (low, high) in values {
                    let low = self.expr(low, ANY, true);
                    let high = high.as_ref().map(|(high, is_inclusive)| {
                        format!("{}{}", if *is_inclusive { "..=" } else { "..<" }, self.expr(high, ANY, true))
                    });
                    list.push(low + &high.unwrap_or_default());
                }
                list.join(", ")
            }
            Pattern::Members(members) => {
                let Ty::Enum(index) = value.ty else { return String::new() };
                let names = members.iter().map(|member| format!(".{}", self.case.enums[index].members[*member].0));
                names.collect::<Vec<_>>().join(", ")
            }
            Pattern::Case(member, bound, by_name) => {
                let name = match &value.ty {
                    Ty::Union(index) => &self.case.unions[*index].cases[*member].0,
                    _ => ["none", "some"][*member],
                };
                let bound = bound.map(|var| format!(" {}{}", if *by_name { "&" } else { "" }, self.name(var)));
                format!(".{name}{}", bound.unwrap_or_default())
            }
        };
        let guard = guard.map(|guard| format!(" if {}", self.expr(guard, ANY, false))).unwrap_or_default();
        format!("case {pattern}{guard}")
    }

    fn call(&mut self, proc: usize, ty: Option<&Ty>, args: &[Arg], style: CallStyle) -> String {
        let info = &self.case.procs[proc];
        let is_alone = self.case.procs.iter().filter(|other| other.name == info.name).count() == 1 && ty.is_none();
        if style == CallStyle::Operator {
            let sign = info.operator.unwrap_or_default();
            let own = level_of_sign(sign, args.len());
            if args.len() == 1 {
                return self.prefix(sign.chars().next().unwrap_or('-'), &args[0].value, false);
            }
            if sign == "[]" {
                let left = self.expr(&args[0].value, POSTFIX, false);
                return format!("{left}[{}]", self.sided(&args[1].value, ANY, false));
            }
            // What compares does not chain.
            let left = self.sided(&args[0].value, if own == COMPARE { RANGE } else { own }, false);
            return format!("{left} {sign} {}", self.sided(&args[1].value, own + 1, false));
        }
        let mut list = Vec::new();
        let skipped = usize::from(style == CallStyle::Receiver).max(info.values);
        for arg in &args[skipped..] {
            if info.is_variadic && arg.parameter + 1 == info.parameters.len() {
                match &arg.value.kind {
                    Kind::Pack(values) => values.iter().for_each(|value| list.push(self.argument(value, is_alone))),
                    _ => list.push(format!("..{}", self.expr(&arg.value, POSTFIX, false))),
                }
                continue;
            }
            let value = self.argument(&arg.value, is_alone);
            let name = self.name(info.parameters[arg.parameter].0);
            list.push(if arg.is_named { format!("{name} = {value}") } else { value });
        }
        let explicit = match ty {
            _ if info.values > 0 => {
                let mut known: Vec<String> = ty.iter().map(|ty| self.ty(ty)).collect();
                known.extend(args[..info.values].iter().map(|arg| self.expr(&arg.value, ANY, true)));
                format!("{{{}}}", known.join(", "))
            }
            Some(ty) if self.form(3) == 0 => format!("{{{}}}", self.ty(ty)),
            _ => String::new(),
        };
        let list = list.join(", ");
        match (style, args.first().map(|arg| &arg.value.kind)) {
            (CallStyle::Receiver, Some(Kind::Address(place))) => {
                format!("{}.{}({list})", self.expr(place, POSTFIX, false), info.name)
            }
            (CallStyle::Receiver, Some(_)) => {
                format!("{}.{}({list})", self.expr(&args[0].value, POSTFIX, false), info.name)
            }
            _ => format!("{}{explicit}({list})", info.name),
        }
    }

    fn argument(&mut self, value: &Expr, is_alone: bool) -> String {
        if is_alone { self.expr(value, ANY, true) } else { self.sided(value, ANY, false) }
    }
}
