//! Vectors and texts in C.

use super::super::tree::{Expr, Kind, Op, Ty};
use super::Printer;

impl<'c> Printer<'c> {
    /// What computes vectors, lane by lane.
    pub fn vector(&mut self, expr: &'c Expr) -> String {
        let ty = self.expr_ty(expr);
        match &expr.kind {
            Kind::Binary(op @ (Op::Shl | Op::Shr), left, right) => {
                let lane = format!("{}_{}(a.v[i], (u128)(u64){})", op.name(), self.lane(expr), self.expr(right));
                self.lanes_of(&ty, &[left], expr, &lane)
            }
            Kind::Binary(op, left, right) => {
                let lane = format!("{}_{}(a.v[i], b.v[i])", op.name(), self.lane(expr));
                self.lanes_of(&ty, &[left, right], expr, &lane)
            }
            Kind::Neg(inner) => {
                let lane = format!("neg_{}(a.v[i])", self.lane(expr));
                self.lanes_of(&ty, &[inner], expr, &lane)
            }
            Kind::Complement(inner) => {
                let lane = format!("not_{}(a.v[i])", self.lane(expr));
                self.lanes_of(&ty, &[inner], expr, &lane)
            }
            Kind::Splat(inner) => {
                let (lane, value) = (self.lane(expr), self.expr(inner));
                let Ty::Simd(_, count) = expr.ty else { return String::new() };
                format!("({{ {lane} s = {value}; {ty} r; for (int i = 0; i < {count}; i++) r.v[i] = s; r; }})")
            }
            Kind::Select(sign, values) => {
                let values: Vec<&Expr> = values.iter().collect();
                let lane = format!("(a.v[i] {sign} b.v[i] ? c.v[i] : d.v[i])");
                self.lanes_of(&ty, &values, expr, &lane)
            }
            Kind::Shuffle(left, right, chosen) => {
                let count = chosen.len();
                let list: Vec<String> = chosen.iter().map(usize::to_string).collect();
                let chosen = list.join(", ");
                let lane = format!("(w[i] < {count} ? a.v[w[i]] : b.v[w[i] - {count}])");
                let text = self.lanes_of(&ty, &[left, right], expr, &lane);
                format!("({{ static const int w[] = {{{chosen}}}; {text}; }})")
            }
            Kind::Lanes(name, sign, left, right) => {
                let Ty::Simd(_, count) = left.ty else { return String::new() };
                let (first, join) = if *name == "all" { (1, "&") } else { (0, "|") };
                let lane = format!("r = r {join} (a.v[i] {sign} b.v[i]);");
                let body = format!("_Bool r = {first}; for (int i = 0; i < {count}; i++) {lane} r;");
                self.with_operands(&[left, right], &body)
            }
            Kind::Reduce(name, inner) => {
                let Ty::Simd(_, count) = inner.ty else { return String::new() };
                let helper = self.helper(&expr.ty);
                let next = match *name {
                    "sum" => format!("add_{helper}(r, a.v[i])"),
                    "product" => format!("mul_{helper}(r, a.v[i])"),
                    "min" => "(a.v[i] < r ? a.v[i] : r)".to_owned(),
                    _ => "(a.v[i] > r ? a.v[i] : r)".to_owned(),
                };
                let body = format!("{ty} r = a.v[0]; for (int i = 1; i < {count}; i++) r = {next}; r;");
                self.with_operands(&[inner], &body)
            }
            other => unreachable!("{other:?}"),
        }
    }

    /// The type of a vector's lanes.
    fn lane(&mut self, expr: &Expr) -> String {
        match &expr.ty {
            Ty::Simd(element, _) => self.helper(element),
            _ => String::new(),
        }
    }

    fn lanes_of(&mut self, ty: &str, operands: &[&'c Expr], expr: &Expr, lane: &str) -> String {
        let Ty::Simd(_, count) = expr.ty else { return String::new() };
        self.with_operands(operands, &format!("{ty} r; for (int i = 0; i < {count}; i++) r.v[i] = {lane}; r;"))
    }

    /// The operands as `a`, `b`, `c`, `d`. They are evaluated under other names first, for within one there may be the same letters.
    fn with_operands(&mut self, operands: &[&'c Expr], body: &str) -> String {
        let (mut first, mut then) = (String::new(), String::new());
        for (operand, letter) in operands.iter().zip(["a", "b", "c", "d"]) {
            let (ty, number, text) = (self.expr_ty(operand), self.number(), self.expr(operand));
            first.push_str(&format!("{ty} t{number} = {text}; "));
            then.push_str(&format!("{ty} {letter} = t{number}; "));
        }
        format!("({{ {first}{then}{body} }})")
    }

    /// Texts that are put together.
    pub fn text(&mut self, expr: &'c Expr) -> String {
        let text = self.any_text(expr);
        if expr.may_double() { format!("brief_Str({text})") } else { text }
    }

    fn any_text(&mut self, expr: &'c Expr) -> String {
        match &expr.kind {
            Kind::Concat(left, right) => {
                let (before, t) = self.operands(&[left, right]);
                Self::finish(&before, &format!("join_Str({}, {})", t[0], t[1]))
            }
            Kind::TextFrom(text, from) => {
                let (before, t) = self.operands(&[text, from]);
                Self::finish(&before, &format!("from_Str({}, {})", t[0], t[1]))
            }
            Kind::Format(parts, between) => {
                let values: Vec<&Expr> = parts.iter().map(|(_, value)| value).collect();
                let (before, texts) = self.operands(&values);
                let between = super::expr::text_literal(&between.replace("{{", "{"));
                let mut whole = String::new();
                for ((spec, value), text) in parts.iter().zip(texts) {
                    let shown = self.shown(spec, &value.ty, &text);
                    whole = match whole.is_empty() {
                        true => shown,
                        false => format!("join_Str(join_Str({whole}, {between}), {shown})"),
                    };
                }
                Self::finish(&before, &whole)
            }
            _ => String::new(),
        }
    }

    fn shown(&mut self, spec: &str, ty: &Ty, text: &str) -> String {
        let align = ['<', '^', '>'].into_iter().find(|align| spec.contains(*align));
        let has = |part: char| u8::from(spec.contains(part));
        let digits: String = spec.chars().filter(char::is_ascii_digit).collect();
        let (zeros, width) = (u8::from(digits.starts_with('0')), digits.parse::<u32>().unwrap_or(0));
        match ty {
            Ty::Bool => format!("({text} ? (Str){{(u8 *)\"true\", 4}} : (Str){{(u8 *)\"false\", 5}})"),
            Ty::Rune => format!("show_rune({text})"),
            Ty::Str => format!("pad_Str({text}, '{}', {width})", align.unwrap_or('<')),
            Ty::Int(_, true) => {
                format!("show_signed({text}, {}, {zeros}, '{}', {width})", has('+'), align.unwrap_or('>'))
            }
            _ => {
                let base = if spec.contains('x') {
                    16
                } else if spec.contains('b') {
                    2
                } else {
                    10
                };
                let align = align.unwrap_or('>');
                format!("show_number({text}, 0, {base}, {}, {}, {zeros}, '{align}', {width})", has('+'), has('#'))
            }
        }
    }
}
