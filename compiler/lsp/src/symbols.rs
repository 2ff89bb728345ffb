//! What a file declares, as a tree, and what of it can be folded.

use hubbub_syntax::tree::view::Body;
use hubbub_syntax::{NodeId, Tree, View};
use lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, FoldingRange, FoldingRangeKind, FoldingRangeParams,
    SymbolKind, SymbolTag, TextDocumentIdentifier,
};

use hubbub_base::table::Id;
use hubbub_sema::load::FileSystem;

use crate::requests::{Answer, Asked, error};
use crate::text::{Encoding, Text};

/// The declarations of a document.
pub fn symbols(asked: &mut Asked<'_>, parameters: DocumentSymbolParams) -> Answer<Option<DocumentSymbolResponse>> {
    let (tree, text, encoding) = tree(asked, &parameters.text_document)?;
    let outline = Outline { tree: &tree, text: &text, encoding };
    Ok(Some(DocumentSymbolResponse::Nested(outline.items(tree.items()))))
}

/// What can be folded: blocks, comments of several lines, imports.
pub fn folding(asked: &mut Asked<'_>, parameters: FoldingRangeParams) -> Answer<Option<Vec<FoldingRange>>> {
    let (tree, text, encoding) = tree(asked, &parameters.text_document)?;
    let line = |offset: u32| text.position(offset, encoding).line;
    let mut ranges = Vec::new();
    let mut fold = |start: u32, end: u32, kind: Option<FoldingRangeKind>| {
        if end > start {
            let folded = FoldingRange { start_line: start, end_line: end, kind, ..FoldingRange::default() };
            ranges.push(folded);
        }
    };
    for node in (0..tree.node_count()).map(NodeId::from_index).filter(|node| is_block(&tree, *node)) {
        let (start, end) = tree.range(node);
        // the line of the `end` stays
        fold(line(start), line(end).saturating_sub(1), None);
    }
    for (start, end) in comments(text.text()) {
        fold(start, end, Some(FoldingRangeKind::Comment));
    }
    let imports = tree.items().chunk_by(|a, b| is_import(&tree, *a) && is_import(&tree, *b));
    for group in imports {
        if let (Some(first), Some(last)) = (group.first(), group.last())
            && is_import(&tree, *first)
        {
            fold(line(tree.start(*first)), line(tree.range(*last).1), Some(FoldingRangeKind::Imports));
        }
    }
    ranges.sort_by_key(|range| (range.start_line, std::cmp::Reverse(range.end_line)));
    ranges.dedup_by_key(|range| range.start_line);
    Ok(Some(ranges))
}

fn tree(asked: &Asked<'_>, identifier: &TextDocumentIdentifier) -> Answer<(Tree, Text, Encoding)> {
    let (path, document) = asked.document(identifier)?;
    let files = asked.moment.files(&asked.programs.parses);
    let parsed = files.parsed(&path).ok_or_else(|| error(lsp_server::ErrorCode::RequestFailed, "it cannot be read"))?;
    Ok((parsed.tree, document.text.clone(), asked.moment.settings.encoding))
}

fn is_import(tree: &Tree, node: NodeId) -> bool {
    matches!(tree.view(node), View::Import { .. })
}

fn is_block(tree: &Tree, node: NodeId) -> bool {
    match tree.view(node) {
        View::Struct { .. }
        | View::Enum { .. }
        | View::Union { .. }
        | View::If { .. }
        | View::While { .. }
        | View::For { .. }
        | View::Block { .. }
        | View::Match { .. }
        | View::With { .. }
        | View::Ifx { .. }
        | View::StaticIf { .. }
        | View::StaticFor { .. } => true,
        View::Procedure { body, .. } | View::Arm { body, .. } => matches!(body, Body::Statements(_)),
        _ => false,
    }
}

/// The first and last lines of runs of lines that are comments.
fn comments(text: &str) -> Vec<(u32, u32)> {
    let is_comment: Vec<bool> = text.lines().map(|line| line.trim_start().starts_with("//")).collect();
    let mut line = 0;
    let mut runs = Vec::new();
    for run in is_comment.chunk_by(|a, b| a == b) {
        let next = line + run.len() as u32;
        if run.first() == Some(&true) && run.len() > 1 {
            runs.push((line, next - 1));
        }
        line = next;
    }
    runs
}

struct Outline<'t> {
    tree: &'t Tree,
    text: &'t Text,
    encoding: Encoding,
}

impl Outline<'_> {
    fn items(&self, items: &[NodeId]) -> Vec<DocumentSymbol> {
        items.iter().flat_map(|item| self.item(*item)).collect()
    }

    fn item(&self, item: NodeId) -> Vec<DocumentSymbol> {
        let tree = self.tree;
        match tree.view(item) {
            View::Import { alias: Some(alias), .. } | View::ForeignLibrary { alias: Some(alias), .. } => {
                self.symbol(item, alias, SymbolKind::MODULE, Vec::new()).into_iter().collect()
            }
            View::Constant { name, value, .. } => {
                let (kind, children) = self.constant(value);
                self.symbol(item, name, kind, children).into_iter().collect()
            }
            View::Variable { names, is_constant, .. } => {
                let kind = if is_constant { SymbolKind::CONSTANT } else { SymbolKind::VARIABLE };
                names.iter().filter_map(|name| self.symbol(item, *name, kind, Vec::new())).collect()
            }
            View::Operator { .. } => self.operator(item).into_iter().collect(),
            View::AddContext { name, .. } => {
                self.symbol(item, name, SymbolKind::FIELD, Vec::new()).into_iter().collect()
            }
            View::StaticIf { then, otherwise, .. } => {
                let mut all = self.items(then);
                all.extend(self.items(otherwise));
                all
            }
            View::Field { names, .. } => {
                names.iter().filter_map(|name| self.symbol(item, *name, SymbolKind::FIELD, Vec::new())).collect()
            }
            View::Using { name, .. } => self.symbol(item, name, SymbolKind::FIELD, Vec::new()).into_iter().collect(),
            View::Member { name, .. } => {
                self.symbol(item, name, SymbolKind::ENUM_MEMBER, Vec::new()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// What stands right of `::`.
    fn constant(&self, value: NodeId) -> (SymbolKind, Vec<DocumentSymbol>) {
        match self.tree.view(value) {
            View::Struct { fields, .. } => (SymbolKind::STRUCT, self.items(fields)),
            View::Union { cases, .. } => {
                let mut cases = self.items(cases);
                cases.iter_mut().for_each(|case| case.kind = SymbolKind::ENUM_MEMBER);
                (SymbolKind::ENUM, cases)
            }
            View::Enum { members, .. } => (SymbolKind::ENUM, self.items(members)),
            View::Procedure { body: Body::Statements(statements), .. } => {
                let is_declaration = |node: &&NodeId| matches!(self.tree.view(**node), View::Constant { .. });
                let inner: Vec<NodeId> = statements.iter().filter(is_declaration).copied().collect();
                (SymbolKind::FUNCTION, self.items(&inner))
            }
            View::Procedure { .. } => (SymbolKind::FUNCTION, Vec::new()),
            View::Distinct { .. } | View::TypeAlias { .. } | View::ProcedureType { .. } => {
                (SymbolKind::CLASS, Vec::new())
            }
            _ => (SymbolKind::CONSTANT, Vec::new()),
        }
    }

    fn operator(&self, item: NodeId) -> Option<DocumentSymbol> {
        let name = self.tree.source(item).split("::").next().unwrap_or("").trim().to_owned();
        let start = self.tree.start(item);
        self.named(item, (start, start + name.len() as u32), name, SymbolKind::OPERATOR, Vec::new())
    }

    fn symbol(
        &self,
        item: NodeId,
        name: NodeId,
        kind: SymbolKind,
        children: Vec<DocumentSymbol>,
    ) -> Option<DocumentSymbol> {
        let View::Name { .. } = self.tree.view(name) else { return None };
        self.named(item, self.tree.range(name), self.tree.source(name).to_owned(), kind, children)
    }

    #[allow(deprecated, reason = "the field `deprecated` has to be given")]
    fn named(
        &self,
        item: NodeId,
        at: (u32, u32),
        name: String,
        kind: SymbolKind,
        children: Vec<DocumentSymbol>,
    ) -> Option<DocumentSymbol> {
        if name.is_empty() {
            return None;
        }
        let (start, end) = self.tree.range(item);
        let is_old = self.tree.source(item).lines().next().is_some_and(|line| line.contains("#deprecated"));
        Some(DocumentSymbol {
            name,
            detail: None,
            kind,
            tags: is_old.then(|| vec![SymbolTag::DEPRECATED]),
            deprecated: None,
            range: self.text.range(start.min(at.0), end.max(at.1), self.encoding),
            selection_range: self.text.range(at.0, at.1, self.encoding),
            children: Some(children).filter(|children| !children.is_empty()),
        })
    }
}
