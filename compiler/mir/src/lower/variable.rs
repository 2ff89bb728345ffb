//! Globals: top-level variables, the default context, what stands for types.

use hubbub_base::Name;
use hubbub_sema::data::types::{InstanceId, TypeId};

use super::session::{DEFAULT_CONTEXT, News, Session, Wanted};
use super::statics;
use crate::data::program::{Global, Linkage, Relocation, StaticData};
use crate::data::ty::{Ty, TyData};

/// A top-level variable with its contents.
pub(super) fn variable(session: &Session<'_>, instance: InstanceId, news: &mut News) -> Option<Global> {
    let facts = session.source.variable(instance);
    let ty = session.ty(facts.ty);
    let symbol = session.root(Wanted::Variable(instance));
    let is_foreign = matches!(facts.linkage, Linkage::Foreign | Linkage::ForeignWeak);
    let data = match facts.initial.and_then(|initial| session.source.value(initial)) {
        _ if is_foreign => StaticData::default(),
        Some(initial) => statics::of_value(session, &initial.value, facts.ty, news),
        None => StaticData::default(),
    };
    Some(Global {
        symbol,
        name: Some(facts.name),
        ty,
        align: ty.align().max(facts.align).max(1),
        data,
        is_constant: false,
        is_thread_local: facts.is_thread_local,
        linkage: facts.linkage,
    })
}

/// The default value of `Context`, with the allocator that the build chose.
pub(super) fn default_context(session: &Session<'_>, news: &mut News) -> Global {
    let context = session.source.context_type();
    let ty = session.ty(context);
    let default = session.source.default_value(context).and_then(|value| session.source.value(value));
    let data = default.map(|value| statics::of_value(session, &value.value, context, news)).unwrap_or_default();
    constant(Name::new(DEFAULT_CONTEXT), "default_context", data, ty)
}

/// What stands for a type, the Prelude's `Type_Info`: its name, its size, its alignment, and what shows its values in an
/// `Any`. Its address is the type.
pub(super) fn type_information(session: &Session<'_>, ty: TypeId, news: &mut News) -> Global {
    let name = session.source.type_name(ty);
    let text = statics::add_string(session, name.as_bytes());
    let mut bytes = vec![0; 8];
    bytes.extend((name.len() as u64).to_le_bytes());
    let layout = session.source.layout(ty);
    bytes.extend(layout.map_or(0, |layout| layout.size).to_le_bytes());
    bytes.extend(layout.map_or(0, |layout| u64::from(layout.align)).to_le_bytes());
    let mut relocations = vec![Relocation { offset: 0, symbol: text, addend: 0 }];
    let format = if session.options.any_formats { session.source.any_format(ty) } else { None };
    if let Some(format) = format {
        let symbol = session.want(Wanted::Procedure(format), news);
        relocations.push(Relocation { offset: bytes.len() as u64, symbol, addend: 0 });
    }
    bytes.extend([0; 8]);
    let words = Ty::new(TyData::Array { element: Ty::int(64, false), length: 5 });
    constant(session.root(Wanted::TypeInformation(ty)), &name, StaticData { bytes, relocations }, words)
}

fn constant(symbol: Name, name: &str, data: StaticData, ty: Ty) -> Global {
    Global {
        symbol,
        name: Some(Name::new(name)),
        ty,
        align: ty.align().max(1),
        data,
        is_constant: true,
        is_thread_local: false,
        linkage: Linkage::Internal,
    }
}
