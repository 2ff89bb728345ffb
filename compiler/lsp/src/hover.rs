//! Hover: what a name is, as it is declared, with its type, its value and its documentation.

use hubbub_sema::data::types::{DeclId, TypeKind};
use hubbub_sema::record::Meaning;
use hubbub_sema::store::decls::DeclKind;
use hubbub_syntax::document::declaration;
use hubbub_syntax::{NodeId, View};
use lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use crate::entity::{Look, Named, Place};
use crate::requests::{Answer, Asked};

/// Overloads that are shown of a set of which none has been chosen.
const OVERLOADS_MAX: usize = 8;

/// What the name at a place is.
pub fn hover(asked: &mut Asked<'_>, parameters: HoverParams) -> Answer<Option<Hover>> {
    let at = parameters.text_document_position_params;
    let (path, document) = asked.document(&at.text_document)?;
    let encoding = asked.moment.settings.encoding;
    let offset = document.text.offset(at.position, encoding);
    let program = asked.program(&path)?;
    let (Some(look), Some(file)) = (Look::new(program), program.file(&path)) else { return Ok(None) };
    let Some(named) = look.named(file, offset) else { return Ok(None) };
    let Some(value) = look.description(&named) else { return Ok(None) };
    let (_, start, end) = named.at;
    Ok(Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }),
        range: Some(document.text.range(start, end, encoding)),
    }))
}

impl Look<'_> {
    /// What a name is, as Markdown.
    fn description(&self, named: &Named) -> Option<String> {
        if let Some(module) = named.module {
            let name = self.sema.modules.get(module)?.name;
            let doc = self.sema.tree(module).module_doc();
            return Some(page(&format!("module {name}"), doc));
        }
        match named.decls.as_slice() {
            [] => {}
            [decl] => return Some(page(&self.declared(*decl), self.doc(*decl))),
            several => {
                let shown: Vec<String> = several.iter().take(OVERLOADS_MAX).map(|decl| self.declared(*decl)).collect();
                return Some(page(&shown.join("\n"), None));
            }
        }
        let (file, start, _) = named.at;
        let place = *named.places.first()?;
        if let Some(Meaning::Variable(ty) | Meaning::Local(_, ty)) = self.best(file, start) {
            let name = self.text_at((file, start))?;
            return Some(page(&format!("{name}: {}", self.sema.type_name(*ty)), None));
        }
        let node = self.declaring_node(place)?;
        let (text, owner) = self.part(place, node)?;
        Some(page(&format!("{text}{owner}"), self.tree(place.0).doc(node)))
    }

    /// A declaration as it is written, with what the compiler has found out besides: the type of a variable, the value of a constant.
    pub fn declared(&self, id: DeclId) -> String {
        let decl = self.sema.decl(id);
        let text = declaration(self.sema.tree(decl.module), decl.node);
        match decl.kind {
            DeclKind::Variable => {
                let ty = self.sema.variable_type(self.sema.identity_instance(id));
                ty.map_or(text, |ty| format!("{}: {}", decl.name, self.sema.type_name(ty)))
            }
            DeclKind::Constant if !self.sema.is_generic(id) => match self.value(id) {
                Some(value) if !text.ends_with(&value) => format!("{text}\n// {value}"),
                _ => text,
            },
            _ => text,
        }
    }

    /// The value of a constant, and its type where that is not plain from it.
    fn value(&self, id: DeclId) -> Option<String> {
        let value = self.sema.constant(self.sema.identity_instance(id))?;
        let shown = self.sema.shown(value)?;
        Some(match self.sema.kind(value.ty) {
            TypeKind::LiteralInt | TypeKind::LiteralFloat | TypeKind::LiteralRune | TypeKind::LiteralString => shown,
            _ => format!("{}: {shown}", self.sema.type_name(value.ty)),
        })
    }

    /// The documentation of a declaration.
    pub fn doc(&self, id: DeclId) -> Option<String> {
        let decl = self.sema.decl(id);
        self.sema.tree(decl.module).doc(decl.node)
    }

    /// A field, member, parameter or generic parameter as it is written, and a line that says of what it is one.
    fn part(&self, (file, at): Place, node: NodeId) -> Option<(String, String)> {
        let tree = self.tree(file);
        let name = self.text_at((file, at))?;
        let of = |what: &str| self.owner((file, at)).map(|owner| format!("  // {what} `{owner}`")).unwrap_or_default();
        Some(match tree.view(node) {
            View::Field { ty, value, .. } => {
                let ty = ty.map(|ty| format!(": {}", tree.source(ty))).unwrap_or_default();
                let value = value.map(|value| format!(" = {}", tree.source(value))).unwrap_or_default();
                (format!("{name}{ty}{value}"), of("of"))
            }
            View::Using { ty, .. } => (format!("using {name}: {}", tree.source(ty)), of("of")),
            View::Member { .. } => (tree.source(node).to_owned(), of("of")),
            View::Parameter { .. } => (tree.source(node).to_owned(), of("parameter of")),
            _ => (tree.source(node).to_owned(), of("generic parameter of")),
        })
    }

    /// The name of the innermost declaration around a place.
    fn owner(&self, (file, at): Place) -> Option<&str> {
        let tree = self.tree(file);
        let module = self.sema.modules.get(crate::entity::module_of(file))?;
        let ids = (module.decls.start..module.decls.end).map(DeclId);
        let around = ids.map(|id| self.sema.decl(id)).filter(|decl| {
            let (start, end) = tree.range(decl.node);
            (start..end).contains(&at)
        });
        around.min_by_key(|decl| tree.range(decl.node).1 - tree.start(decl.node)).map(|decl| decl.name.as_str())
    }
}

/// Code, and text below it.
fn page(code: &str, doc: Option<String>) -> String {
    let code = format!("```hubbub\n{code}\n```");
    match doc {
        Some(doc) => format!("{code}\n\n{doc}"),
        None => code,
    }
}
