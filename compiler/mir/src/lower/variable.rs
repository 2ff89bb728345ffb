//! Globals: top-level variables, the default context, what stands for types.

use hubbub_base::Name;
use hubbub_sema::data::types::InstanceId;

use super::session::{DEFAULT_CONTEXT, News, Session, Wanted};
use super::statics;
use crate::data::program::{Global, Linkage, StaticData};
use crate::data::ty::Ty;

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
    let default = match session.options.bare_context {
        true => session.source.bare_context(),
        false => session.source.default_value(context).and_then(|value| session.source.value(value)).cloned(),
    };
    let data = default.map(|value| statics::of_value(session, &value.value, context, news)).unwrap_or_default();
    constant(Name::new(DEFAULT_CONTEXT), "default_context", data, ty)
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
