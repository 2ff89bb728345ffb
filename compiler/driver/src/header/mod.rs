//! A C header for what a library exports.
//!
//! Every type that an exported procedure or variable mentions is described, in an order in which C can read it; [`types`] says how each
//! looks in C. What C cannot have is refused with the place that wants it. Sizes are asserted in the header itself.

mod names;
mod types;

use std::fmt::Write as _;

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_sema::data::types::{DeclId, TypeId};
use hubbub_sema::session::Sema;
use hubbub_sema::store::decls::DeclKind;

use names::identifier;
use types::{Refused, Types};

/// The exported declarations of all modules, in an order that does not depend on who was read first.
pub fn exported(sema: &Sema) -> Vec<DeclId> {
    let decls = sema.decls.iter_ids().filter(|(id, decl)| {
        matches!(decl.kind, DeclKind::Procedure | DeclKind::Variable) && sema.attribute(*id, "export").is_some()
    });
    let place = |id: DeclId| {
        let decl = sema.decl(id);
        (decl.module != hubbub_sema::data::types::ModuleId(0), sema.modules[decl.module].name.as_str(), decl.at)
    };
    let mut decls: Vec<DeclId> = decls.map(|(id, _)| id).collect();
    decls.sort_by_key(|id| place(*id));
    decls
}

/// The text of the header. `name` is the library's, for the guard.
pub fn make(sema: &Sema, name: &str) -> Result<String, Vec<Diagnostic>> {
    let mut types = Types::new(sema);
    let (mut lines, mut refused) = (String::new(), Vec::new());
    for decl in exported(sema) {
        match declaration(sema, &mut types, decl) {
            Ok(line) => {
                documentation(sema, decl, &mut lines);
                lines.push_str(&line);
            }
            Err(Refused(what)) => {
                let message = format!("a C header cannot describe {what}");
                let diagnostic = Diagnostic::new(Kind::InvalidForeign, sema.decl_span(decl), message);
                refused.push(diagnostic.help("hand over a pointer to it, or a struct of what C knows"));
            }
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let guard = identifier(&format!("{name}_h")).to_uppercase();
    let types = types.finish();
    Ok(format!(
        "/* Made by hubbubc: what the library `{name}` exports. */\n#ifndef {guard}\n#define {guard}\n\n\
         #include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n\n\
         #ifdef __cplusplus\nextern \"C\" {{\n#endif\n\n{types}{lines}\n#ifdef __cplusplus\n}}\n#endif\n\n#endif\n"
    ))
}

/// What `///` says above a declaration.
fn documentation(sema: &Sema, decl: DeclId, out: &mut String) {
    let at = sema.decl_span(decl);
    let text = sema.sources.text(hubbub_base::Span::new(at.file, 0, at.start));
    let lines: Vec<&str> = text.lines().rev().map(str::trim).take_while(|line| line.starts_with("///")).collect();
    for line in lines.iter().rev() {
        let words = line.trim_start_matches('/').trim().replace("*/", "* /");
        let _ = writeln!(out, "/* {words} */");
    }
}

fn declaration(sema: &Sema, types: &mut Types<'_>, decl: DeclId) -> Result<String, Refused> {
    let symbol = sema.foreign_symbol(decl).unwrap_or_default();
    let name = identifier(&symbol);
    let alias = if name == symbol { String::new() } else { format!(" __asm__(\"{}\")", symbol.escape_default()) };
    let instance = sema.identity_instance(decl);
    if let Some(signature) = sema.signature(instance) {
        let parameters = signature.parameters.iter().map(|parameter| (parameter.name.as_str(), parameter.ty));
        let inner = format!("{name}({})", parameter_list(types, parameters)?);
        let result = signature.results.first().copied();
        return Ok(format!("{}{alias};\n", types.result(result, inner)?));
    }
    let Some(ty) = sema.variable_type(instance) else { return Err(Refused(format!("`{name}`"))) };
    let thread_local = if sema.attribute(decl, "thread_local").is_some() { "_Thread_local " } else { "" };
    Ok(format!("extern {thread_local}{}{alias};\n", types.declare(ty, name)?))
}

/// `int32_t x, double y`, or `void`.
fn parameter_list<'p>(
    types: &mut Types<'_>,
    parameters: impl Iterator<Item = (&'p str, TypeId)>,
) -> Result<String, Refused> {
    let mut list = Vec::new();
    for (name, ty) in parameters {
        list.push(types.passed(ty, identifier(name))?);
    }
    Ok(if list.is_empty() { "void".to_owned() } else { list.join(", ") })
}
