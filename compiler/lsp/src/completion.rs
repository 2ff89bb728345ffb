//! Completion: what could stand where somebody is typing.
//!
//! A name that no program has is put there, with the brackets closed that are open on its line, and only the declaration around it is checked; the checker says
//! what it saw when it came to the name ([`hubbub_sema::record::Wish`]). So it works in the middle of unfinished lines, and takes no longer than to load the program. Where the
//! checker does not come to the place, what the module can see is offered.

use std::path::Path;
use std::sync::Arc;

use hashbrown::HashSet;
use hubbub_base::Name;
use hubbub_base::table::Id;
use hubbub_sema::Sema;
use hubbub_sema::data::types::{DeclId, ModuleId, TypeId, TypeKind};
use hubbub_sema::record::{Note, Wanted, Wish};
use hubbub_sema::session::Options as Checks;
use hubbub_sema::store::decls::DeclKind;
use hubbub_syntax::Tree;
use hubbub_syntax::document::declaration;
use hubbub_syntax::token::TokenKind;
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionItemTag, CompletionList,
    CompletionParams, CompletionResponse, Documentation, MarkupContent, MarkupKind, TextDocumentPositionParams,
};

use crate::entity::name_at;
use crate::files::Overlay;
use crate::program::Moment;
use crate::requests::{Answer, Asked};
use crate::worker::Programs;

/// The name that stands where somebody is typing.
const MARK: &str = "hubbub_is_typed_here";
/// What is offered at most.
const ITEMS_MAX: usize = 2000;
/// Keywords that begin something, in the order in which they are offered.
const KEYWORDS: [&str; 32] = [
    "if",
    "else",
    "for",
    "while",
    "match",
    "case",
    "return",
    "break",
    "continue",
    "defer",
    "with",
    "block",
    "end",
    "struct",
    "enum",
    "union",
    "distinct",
    "ifx",
    "in",
    "or_else",
    "or_return",
    "or_break",
    "or_continue",
    "true",
    "false",
    "null",
    "uninit",
    "context",
    "using",
    "where",
    "some",
    "none",
];

/// What could stand at a place.
pub fn completion(asked: &mut Asked<'_>, parameters: CompletionParams) -> Answer<Option<CompletionResponse>> {
    let at = &parameters.text_document_position;
    let (path, document) = asked.document(&at.text_document)?;
    let offset = document.text.offset(at.position, asked.moment.settings.encoding);
    let mut items = match import_prefix(document.text.text(), offset) {
        Some(prefix) => modules(asked, &path, prefix),
        None => names(asked, at)?,
    };
    let is_incomplete = items.len() > ITEMS_MAX;
    items.truncate(ITEMS_MAX);
    Ok(Some(CompletionResponse::List(CompletionList { is_incomplete, items })))
}

/// A program with a mark where somebody is typing, of which only what is around the mark has been checked.
pub struct Typed {
    /// What the checker knows.
    pub sema: Sema,
    /// What could stand at the mark.
    pub wishes: Vec<Wish>,
    /// What names mean near it.
    pub notes: Vec<Note>,
    /// Where the mark is.
    pub at: u32,
}

/// Puts the mark at a place; in that of a text or a number only if that is wanted.
pub fn typed(asked: &mut Asked<'_>, at: &TextDocumentPositionParams, replaces_literals: bool) -> Answer<Option<Typed>> {
    let (path, document) = asked.document(&at.text_document)?;
    let offset = document.text.offset(at.position, asked.moment.settings.encoding);
    let tree = hubbub_syntax::parse_text(Arc::clone(document.text.text())).tree;
    let (start, end) = match spot(&tree, offset) {
        Spot::Code => name_at(&tree, offset).unwrap_or((offset, offset)),
        Spot::Literal(start, end) if replaces_literals => (start, end),
        Spot::Literal(..) | Spot::Comment => return Ok(None),
    };
    let text = marked(&tree, start, end);
    Ok(check(asked.moment, asked.programs, &path, &Arc::from(text), start))
}

fn check(moment: &Moment, programs: &Programs, path: &Path, text: &Arc<str>, at: u32) -> Option<Typed> {
    let files = Overlay { documents: &moment.documents, parses: &programs.parses, instead: Some((path, text)) };
    let wish = Some(Name::new(MARK));
    let checks = Checks { record: Some(Wanted { wish }), ..Checks::default() };
    let sema = moment.session(path).declare(&files, checks)?;
    let root = ModuleId(0);
    let module = sema.modules.get(root)?;
    let around = (module.decls.start..module.decls.end).map(|index| DeclId::from_index(index as usize)).filter(|id| {
        let (start, end) = module.tree.range(sema.decl(*id).node);
        (start..=end).contains(&at)
    });
    for decl in around.collect::<Vec<_>>() {
        sema.check_declaration(decl);
    }
    let (wishes, notes) = (sema.wishes(), sema.notes());
    Some(Typed { sema, wishes, notes, at })
}

fn names(asked: &mut Asked<'_>, at: &TextDocumentPositionParams) -> Answer<Vec<CompletionItem>> {
    let Some(typed) = typed(asked, at, false)? else { return Ok(Vec::new()) };
    let mut offers = Offers { sema: &typed.sema, items: Vec::new(), known: HashSet::new() };
    let fallback = Wish::Names { module: ModuleId(0), decl: None, locals: Vec::new() };
    // Fields stand before the names that are found at the same place.
    let fields = typed.wishes.iter().find(|wish| matches!(wish, Wish::Field(_)));
    let first = typed.wishes.iter().find(|wish| !matches!(wish, Wish::Field(_)));
    let is_after_point =
        typed.sema.tree(ModuleId(0)).text().get(..typed.at as usize).is_some_and(|before| before.ends_with('.'));
    for wish in fields.into_iter().chain(first) {
        offers.wish(wish);
    }
    if fields.is_none() && first.is_none() && !is_after_point {
        offers.wish(&fallback);
    }
    Ok(offers.items)
}

/// The text with the mark in the place of what is typed. What is open on the line is closed at its end.
fn marked(tree: &Tree, start: u32, end: u32) -> String {
    let text = tree.text();
    let line_end =
        text.get(end as usize..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |at| end as usize + at);
    let line_start = text.get(..start as usize).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let (mut open, mut code_end) = (Vec::new(), end as usize);
    let tokens = tree.tokens();
    for index in 0..tokens.len() as u32 {
        let at = tokens.start(index) as usize;
        if at < line_start || at >= line_end {
            continue;
        }
        code_end = code_end.max(tokens.end(index, text) as usize);
        match tokens.kind(index) {
            TokenKind::LeftParen => open.push(')'),
            TokenKind::LeftBracket => open.push(']'),
            TokenKind::LeftBrace => open.push('}'),
            TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => {
                open.pop();
            }
            _ => {}
        }
    }
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or("");
    let closers: String = open.into_iter().rev().collect();
    let code_end = code_end.min(line_end);
    let before = part(0, start as usize);
    format!("{before}{MARK}{}{closers}{}", part(end as usize, code_end), part(code_end, text.len()))
}

/// Where somebody is typing.
enum Spot {
    /// Nothing can stand there: a comment.
    Comment,
    /// Within a text or a number, from its first byte to behind its last.
    Literal(u32, u32),
    /// Where a name can stand.
    Code,
}

fn spot(tree: &Tree, offset: u32) -> Spot {
    let tokens = tree.tokens();
    let text = tree.text();
    let mut end_before = 0;
    for index in 0..tokens.len() as u32 {
        let (start, end) = (tokens.start(index), tokens.end(index, text));
        if start >= offset {
            break;
        }
        end_before = end.min(offset);
        let first = tokens.text(index, text).chars().next();
        let is_text = matches!(first, Some('"' | '\'' | '`'));
        let is_closed = is_text
            && end == offset
            && end - start > 1
            && text.get(..end as usize).and_then(|to| to.chars().next_back()) == first;
        if (is_text || matches!(first, Some('0'..='9'))) && offset <= end && !is_closed {
            return Spot::Literal(start, end);
        }
    }
    let gap = text.get(end_before as usize..offset as usize).unwrap_or("");
    let line = gap.rsplit('\n').next().unwrap_or("");
    let is_comment =
        line.contains("//") || gap.rfind("/*").is_some_and(|open| gap.rfind("*/").is_none_or(|close| close < open));
    if is_comment { Spot::Comment } else { Spot::Code }
}

// ---- imports ------------------------------------------------------------------------------------------------------

/// What stands between the quote of an import and a place behind it on the same line.
fn import_prefix(text: &str, offset: u32) -> Option<&str> {
    let line = text.get(..offset as usize)?.rsplit('\n').next()?;
    let (before, prefix) = line.rsplit_once('"')?;
    let directive = before.trim_end().ends_with("#import");
    (directive && !prefix.contains(char::is_whitespace)).then_some(prefix)
}

/// The modules that an import in a file can name.
fn modules(asked: &Asked<'_>, path: &Path, prefix: &str) -> Vec<CompletionItem> {
    let folder = prefix.rsplit_once('/').map_or("", |(folder, _)| folder);
    if folder.split('/').any(|part| part == "..") {
        return Vec::new();
    }
    let beside = path.parent().unwrap_or(Path::new("/"));
    let searched = asked.moment.settings.module_folders.iter().map(|root| root.as_path());
    let mut items: Vec<CompletionItem> = Vec::new();
    for root in std::iter::once(beside).chain(searched).chain([asked.programs.library.as_path()]) {
        let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        for entry in entries {
            let found = entry.path();
            let is_folder = found.is_dir();
            let is_module = found.extension().is_some_and(|extension| extension == "hb") && found != path;
            let Some(name) = found.file_stem().and_then(|name| name.to_str()) else { continue };
            let is_hidden = name.starts_with('.') || root == asked.programs.library && name == "Prelude";
            if (is_folder || is_module) && !is_hidden {
                let kind = if is_module { CompletionItemKind::MODULE } else { CompletionItemKind::FOLDER };
                items.push(CompletionItem { label: name.to_owned(), kind: Some(kind), ..CompletionItem::default() });
            }
        }
    }
    items.sort_by(|a, b| {
        a.label.cmp(&b.label).then_with(|| {
            (a.kind == Some(CompletionItemKind::FOLDER)).cmp(&(b.kind == Some(CompletionItemKind::FOLDER)))
        })
    });
    items.dedup_by(|b, a| a.label == b.label && a.kind == b.kind);
    items
}

// ---- names --------------------------------------------------------------------------------------------------------

struct Offers<'s> {
    sema: &'s Sema,
    items: Vec<CompletionItem>,
    known: HashSet<(Name, Option<DeclId>)>,
}

impl Offers<'_> {
    fn wish(&mut self, wish: &Wish) {
        match wish {
            Wish::Names { module, decl, locals } => self.names(*module, *decl, locals),
            Wish::OfValue(ty) => self.of_value(*ty),
            Wish::OfType(ty) => self.of_type(*ty),
            Wish::Expected(ty) => self.of_type(self.payload(*ty)),
            Wish::OfModule(module) => self.of_module(*module),
            Wish::Field(ty) => self.fields(self.struct_of(*ty), 0, 0),
        }
    }

    /// A name with what is said of it. What has a lower rank stands before all that has a higher one.
    fn offer(
        &mut self,
        rank: u32,
        name: &str,
        kind: CompletionItemKind,
        detail: Option<String>,
    ) -> &mut CompletionItem {
        let item = CompletionItem {
            label: name.to_owned(),
            kind: Some(kind),
            detail,
            sort_text: Some(format!("{rank}{name}")),
            ..CompletionItem::default()
        };
        self.items.push(item);
        match self.items.last_mut() {
            Some(item) => item,
            None => unreachable!("an item has just been added"),
        }
    }

    fn names(&mut self, module: ModuleId, decl: Option<DeclId>, locals: &[(Name, Option<TypeId>)]) {
        for (name, ty) in locals {
            if name.as_str() != MARK && self.known.insert((*name, None)) {
                let ty = ty.map(|ty| self.sema.type_name(ty));
                self.offer(0, name.as_str(), CompletionItemKind::VARIABLE, ty);
            }
        }
        let mut seen = self.sema.names_seen(module, decl);
        seen.sort_by_key(|(_, decl)| decl.is_none());
        for (name, decl) in seen {
            match decl {
                // a variable of the body hides what is no procedure
                Some(decl) if !self.known.contains(&(name, None)) => self.declared(1, decl, module),
                Some(_) => {}
                // the Prelude may have another name for it
                None if self.items.iter().any(|item| item.label == name.as_str()) => {}
                None => {
                    self.offer(3, name.as_str(), CompletionItemKind::CLASS, None);
                }
            }
        }
        for keyword in KEYWORDS {
            self.offer(4, keyword, CompletionItemKind::KEYWORD, None);
        }
    }

    /// A declaration; one of another module after those of this one, with the name of its module.
    fn declared(&mut self, rank: u32, id: DeclId, from: ModuleId) {
        let sema = self.sema;
        let decl = sema.decl(id);
        if !self.known.insert((decl.name, Some(id))) || decl.name.as_str().is_empty() {
            return;
        }
        let tree = sema.tree(decl.module);
        let (kind, detail) = match decl.kind {
            DeclKind::Procedure | DeclKind::Operator(_) => (CompletionItemKind::FUNCTION, self.signature(id)),
            DeclKind::Struct => (CompletionItemKind::STRUCT, None),
            DeclKind::Enum | DeclKind::Union => (CompletionItemKind::ENUM, None),
            DeclKind::Distinct | DeclKind::TypeAlias => {
                (CompletionItemKind::CLASS, Some(short(&declaration(tree, decl.node))))
            }
            DeclKind::Module(_) => (CompletionItemKind::MODULE, None),
            DeclKind::Variable => (CompletionItemKind::VARIABLE, Some(short(&declaration(tree, decl.node)))),
            DeclKind::ContextField => return,
            _ => (CompletionItemKind::CONSTANT, Some(short(&declaration(tree, decl.node)))),
        };
        let is_own = sema.whole(decl.module) == sema.whole(from);
        let home = (!is_own).then(|| sema.modules[decl.module].name.to_string());
        let doc = tree.doc(decl.node);
        let is_old = sema.attribute(id, "deprecated").is_some();
        let item = self.offer(if is_own { rank } else { rank + 1 }, decl.name.as_str(), kind, detail);
        item.label_details = home.map(|home| CompletionItemLabelDetails { detail: None, description: Some(home) });
        item.documentation =
            doc.map(|value| Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }));
        item.tags = is_old.then(|| vec![CompletionItemTag::DEPRECATED]);
    }

    /// What stands right of `::` in the first line of a procedure.
    fn signature(&self, id: DeclId) -> Option<String> {
        let decl = self.sema.decl(id);
        let text = declaration(self.sema.tree(decl.module), decl.node);
        Some(short(text.split_once("::").map_or(text.as_str(), |(_, signature)| signature)))
    }

    /// What stands behind the point after a value: its fields, then the procedures that take it first.
    fn of_value(&mut self, ty: TypeId) {
        let sema = self.sema;
        let target = self.struct_of(ty);
        match sema.kind(target) {
            TypeKind::Struct(_) | TypeKind::Union(_) => self.fields(target, 0, 0),
            TypeKind::Maybe(payload) => {
                let payload = sema.type_name(*payload);
                self.offer(0, "some", CompletionItemKind::FIELD, Some(payload));
            }
            TypeKind::Soa { element, .. } => self.fields(sema.base_of(*element), 0, 0),
            _ => {}
        }
        let element = match sema.kind(target) {
            TypeKind::String => Some(sema.types.u8),
            TypeKind::Slice(element) | TypeKind::Array { element, .. } => Some(*element),
            _ => None,
        };
        if let Some(element) = element {
            let data = sema.type_name(sema.pointer_to(element));
            self.offer(0, "data", CompletionItemKind::FIELD, Some(data));
            self.offer(0, "length", CompletionItemKind::FIELD, Some("Int".to_owned()));
        }
        for (decl, takes_all) in sema.procedures_taking(ModuleId(0), ty) {
            self.declared(if takes_all { 3 } else { 1 }, decl, sema.home_module(ty));
        }
    }

    /// What stands behind the point after a type: members and cases.
    fn of_type(&mut self, ty: TypeId) {
        let sema = self.sema;
        let base = sema.base_of(ty);
        match sema.kind(base) {
            TypeKind::Enum(_) => {
                for (name, value, _) in sema.members(base).iter().flat_map(|members| &members.members) {
                    self.offer(0, name.as_str(), CompletionItemKind::ENUM_MEMBER, Some(value.to_string()));
                }
            }
            TypeKind::Union(_) => {
                for case in sema.fields(base).iter().flat_map(|fields| &fields.fields) {
                    let payload = (case.ty != sema.types.void).then(|| sema.type_name(case.ty));
                    self.offer(0, case.name.as_str(), CompletionItemKind::ENUM_MEMBER, payload);
                }
            }
            TypeKind::Maybe(payload) => {
                let payload = sema.type_name(*payload);
                self.offer(0, "none", CompletionItemKind::ENUM_MEMBER, None);
                self.offer(0, "some", CompletionItemKind::ENUM_MEMBER, Some(payload));
            }
            _ => {}
        }
    }

    fn of_module(&mut self, module: ModuleId) {
        for decl in self.sema.names_of_module(module, ModuleId(0)) {
            self.declared(0, decl, module);
        }
    }

    /// Fields of a struct or union, those that `using` promotes after its own.
    fn fields(&mut self, ty: TypeId, rank: u32, depth: u32) {
        const USING_DEPTH_MAX: u32 = 4;
        let sema = self.sema;
        let Some(fields) = sema.fields(ty) else { return };
        for field in &fields.fields {
            if self.known.insert((field.name, None)) {
                let detail = (field.ty != sema.types.void).then(|| sema.type_name(field.ty));
                self.offer(rank, field.name.as_str(), CompletionItemKind::FIELD, detail);
            }
        }
        for part in fields.fields.iter().filter(|field| field.is_using && depth < USING_DEPTH_MAX) {
            self.fields(self.struct_of(part.ty), rank, depth + 1);
        }
    }

    /// What a pointer points to, without the names that distinct types give it.
    fn struct_of(&self, ty: TypeId) -> TypeId {
        match self.sema.kind(self.sema.base_of(ty)) {
            TypeKind::Pointer(pointee) => self.sema.base_of(*pointee),
            _ => self.sema.base_of(ty),
        }
    }

    /// What a `Maybe` holds where its own cases are not meant.
    fn payload(&self, ty: TypeId) -> TypeId {
        match self.sema.kind(ty) {
            TypeKind::Maybe(payload)
                if matches!(self.sema.kind(self.sema.base_of(*payload)), TypeKind::Enum(_) | TypeKind::Union(_)) =>
            {
                *payload
            }
            _ => ty,
        }
    }
}

/// The first line of a text, not too long.
fn short(text: &str) -> String {
    const CHARS_MAX: usize = 120;
    let line = text.trim().lines().next().unwrap_or("").trim_end();
    match line.char_indices().nth(CHARS_MAX) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(line)),
        None => line.to_owned(),
    }
}
