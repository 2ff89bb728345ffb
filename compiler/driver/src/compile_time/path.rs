//! The way from a constant to a pointer that cannot leave compile-time execution, in the words of the source.

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_eval::FreezeError;
use hubbub_sema::data::typed::TypedBody;
use hubbub_sema::data::types::{TypeId, TypeKind};
use hubbub_sema::session::Sema;
use hubbub_sema::store::decls::DeclKind;

/// Structs within structs that are looked into.
const DEPTH_MAX: usize = 64;

/// The error that a value, the how many-th of its expression, cannot be kept, with the way to the pointer that is the reason.
pub fn explain(
    sema: &Sema,
    error: &FreezeError,
    (ty, result): (TypeId, u16),
    typed: &TypedBody,
    place: Option<Span>,
) -> Diagnostic {
    let owner = sema.decl_of(sema.declared_beside(typed.owner, result));
    let mut text = match owner.kind {
        DeclKind::Constant | DeclKind::Variable => owner.name.to_string(),
        _ => String::from("value"),
    };
    let mut current = Some(ty);
    for (step, offset) in error.path.iter().enumerate() {
        // What a pointer leads to; the elements of a slice stand behind it as they are written.
        if step > 0 {
            text.push('@');
        }
        let (steps, pointee) = match current {
            Some(ty) => within(sema, ty, *offset),
            None => (format!("[byte {offset}]"), None),
        };
        text.push_str(&steps);
        current = pointee;
    }
    let message = format!("this value cannot be kept: {}", error.message);
    let diagnostic = Diagnostic::new(Kind::EvaluationFailed, place, message);
    let diagnostic = diagnostic.note(format!("the pointer is `{}`", text.replace(".data@[", "[").replace("@.", ".")));
    diagnostic.help("what a constant or variable leads to must be made with `context.allocator` and not be freed")
}

/// The part of a type at an offset, as it is written behind a value, and what a pointer there points to.
fn within(sema: &Sema, ty: TypeId, offset: u64) -> (String, Option<TypeId>) {
    let (mut text, mut ty, mut offset) = (String::new(), ty, offset);
    for _ in 0..DEPTH_MAX {
        let base = sema.base_of(ty);
        let size = sema.layout(base).map_or(0, |layout| layout.size).max(1);
        // An allocation holds as many as fit.
        if offset >= size {
            text.push_str(&format!("[{}]", offset / size));
            offset %= size;
        }
        match *sema.kind(base) {
            TypeKind::Pointer(pointee) => return (text, Some(pointee)),
            TypeKind::Slice(element) => return (text + ".data", Some(element)),
            TypeKind::String => return (text + ".data", Some(sema.types.u8)),
            TypeKind::Array { element, .. } => {
                let each = sema.layout(element).map_or(1, |layout| layout.size).max(1);
                text.push_str(&format!("[{}]", offset / each));
                (ty, offset) = (element, offset % each);
            }
            TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Maybe(_) => {
                let Some((name, field, start)) = field_at(sema, base, offset) else { return (text, None) };
                text.push_str(&format!(".{name}"));
                (ty, offset) = (field, offset - start);
            }
            _ => return (text, None),
        }
    }
    (text, None)
}

/// The field that lies at an offset, with its type and where it begins.
fn field_at(sema: &Sema, ty: TypeId, offset: u64) -> Option<(hubbub_base::Name, TypeId, u64)> {
    let (fields, layout) = (sema.fields(ty)?, sema.layout(ty)?);
    let placed = fields.fields.iter().zip(&layout.offsets);
    let mut holds: Vec<_> = placed
        .filter(|(field, start)| {
            let size = sema.layout(field.ty).map_or(0, |layout| layout.size);
            **start <= offset && offset < **start + size
        })
        .map(|(field, start)| (field.name, field.ty, *start))
        .collect();
    // Of the cases of a union it is one that has a pointer there.
    let leads_on = |(_, ty, start): &&(hubbub_base::Name, TypeId, u64)| within(sema, *ty, offset - start).1.is_some();
    let one = if holds.len() > 1 { holds.iter().find(leads_on).copied() } else { None };
    one.or_else(|| holds.drain(..).next())
}
