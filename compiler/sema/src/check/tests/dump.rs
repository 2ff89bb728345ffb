//! A typed body as text, for tests: `(a:Int + 1:Int)`.

use std::fmt::Write;

use crate::data::typed::{ExprId, ExprKind, LocalId, TypedBody};
use crate::data::value::Value;
use crate::mangle::operator_text;
use crate::session::Sema;
use crate::store::decls::DeclKind;

/// What is given back by the procedure `name` of the root module, one line for each `return`.
pub fn results(sema: &Sema, name: &str) -> String {
    let mut lines = String::new();
    for decl in sema.own_declarations(crate::data::types::ModuleId(0), hubbub_base::Name::new(name)) {
        let Some(body) = sema.body(sema.instantiate(decl, &[])) else { continue };
        for expr in body.list(body.statements) {
            lines.push_str(&show(sema, &body, expr));
        }
        lines.push('\n');
    }
    lines
}

fn show(sema: &Sema, body: &TypedBody, expr: ExprId) -> String {
    let mut out = String::new();
    let entry = body.exprs[expr];
    let sub = |expr: ExprId| show(sema, body, expr);
    let list = |run| body.list(run).map(sub).collect::<Vec<_>>().join(", ");
    let pairs =
        |run| body.pairs(run).map(|(index, expr)| format!("{index}={}", sub(expr))).collect::<Vec<_>>().join(", ");
    let local = |local: LocalId| body.locals[local].name.map_or("_".to_owned(), |name| name.as_str().to_owned());
    let ty = sema.type_name(entry.ty);
    let mark = |checked: bool| if checked { "" } else { "!" };
    let _ = match entry.kind {
        ExprKind::Constant(value) => match sema.value(value).map(|value| value.value.clone()) {
            Some(Value::Integer(value)) => write!(out, "{value}:{ty}"),
            Some(Value::Float(bits)) => write!(out, "{:?}:{ty}", f64::from_bits(bits)),
            Some(Value::Bool(value)) => write!(out, "{value}"),
            Some(Value::String(bytes)) => write!(out, "{:?}", String::from_utf8_lossy(&bytes)),
            Some(Value::Null) => write!(out, "null:{ty}"),
            Some(Value::Type(ty)) => write!(out, "{}", sema.type_name(ty)),
            other => write!(out, "{other:?}"),
        },
        ExprKind::Local(id) => write!(out, "{}", local(id)),
        ExprKind::Variable(instance) => write!(out, "{}", sema.decl_of(instance).name),
        ExprKind::Procedure(instance) => write!(out, "{}", sema.instance_name(instance)),
        ExprKind::EntryThunk(instance) => write!(out, "c({})", sema.instance_name(instance)),
        ExprKind::ProcedureToClosure(value) => write!(out, "closure({})", sub(value)),
        ExprKind::Field { base, index } => write!(out, "{}.{index}", sub(base)),
        ExprKind::Index { base, index, is_checked } => write!(out, "{}[{}{}]", sub(base), mark(is_checked), sub(index)),
        ExprKind::Slice { base, low, high, inclusive, is_checked } => {
            let end = |end: Option<ExprId>| end.map_or(String::new(), sub);
            let sign = if inclusive { "..=" } else { "..<" };
            write!(out, "{}[{}{}{sign}{}]", sub(base), mark(is_checked), end(low), end(high))
        }
        ExprKind::Dereference(value) => write!(out, "{}@", sub(value)),
        ExprKind::AddressOf(value) => write!(out, "&{}", sub(value)),
        ExprKind::Payload { base, case } => write!(out, "{}.case{case}", sub(base)),
        ExprKind::Tag(value) => write!(out, "tag({}):{ty}", sub(value)),
        ExprKind::Binary { operator, left, right } => write!(out, "({} {operator:?}:{ty} {})", sub(left), sub(right)),
        ExprKind::Equal { left, right, negated } => {
            write!(out, "({} {} {})", sub(left), if negated { "!=" } else { "==" }, sub(right))
        }
        ExprKind::Unary { operator, value } => write!(out, "{operator:?}:{ty}({})", sub(value)),
        ExprKind::And { left, right } => write!(out, "({} && {})", sub(left), sub(right)),
        ExprKind::Or { left, right } => write!(out, "({} || {})", sub(left), sub(right)),
        ExprKind::Convert { kind, value } => write!(out, "{ty}<{kind:?}>({})", sub(value)),
        ExprKind::Struct { fields } => write!(out, "{ty}{{{}}}", pairs(fields)),
        ExprKind::Update { base, fields } => write!(out, "{}{{{}}}", sub(base), pairs(fields)),
        ExprKind::Array { elements } | ExprKind::SliceLiteral { elements } => write!(out, "{ty}{{{}}}", list(elements)),
        ExprKind::Union { case, payload } => {
            write!(out, "{ty}.case{case}({})", payload.map_or(String::new(), sub))
        }
        ExprKind::Call { procedure, arguments, .. } => {
            let name = match sema.decl_of(procedure).kind {
                DeclKind::Operator(operator) => operator_text(operator).to_owned(),
                _ => sema.instance_name(procedure),
            };
            write!(out, "{name}({})", pairs(arguments))
        }
        ExprKind::CallValue { callee, arguments, .. } => write!(out, "[{}]({})", sub(callee), pairs(arguments)),
        ExprKind::Intrinsic { operation, arguments } => write!(out, "{operation:?}({})", list(arguments)),
        ExprKind::Return { values } => write!(out, "{}", list(values)),
        ExprKind::Default => write!(out, "default:{ty}"),
        other => write!(out, "{other:?}"),
    };
    out
}
