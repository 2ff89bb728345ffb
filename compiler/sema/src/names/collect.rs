//! Collects the declarations of one module: a pure function of its tree, run for all modules at once.
//!
//! Declarations within bodies are collected too, so that the numbers of all declarations depend on the program alone.
//! Local variables are none of them: they belong to the check of their body.

use std::sync::OnceLock;

use hashbrown::HashMap;
use hubbub_base::table::{Id, Run};
use hubbub_base::{Name, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::{Abi, Body};
use hubbub_syntax::{NodeId, Tree, View};

use crate::data::types::{DeclId, ModuleId};
use crate::load::LoadedModule;
use crate::names::nested;
use crate::store::decls::{Decl, DeclKind, Import, Marks, Module};

/// The declarations of a module; ids are offsets until [`Collected::number`] adds those of the modules before.
pub struct Collected {
    module: Module,
    decls: Vec<Decl>,
    top_level_count: usize,
    /// Names declared twice.
    pub diagnostics: Vec<Diagnostic>,
}

/// Collects the declarations of `loaded`, which is module `id`.
pub fn collect(id: ModuleId, loaded: LoadedModule) -> Collected {
    let mut collector = Collector { id, tree: &loaded.tree, decls: Vec::new(), empty: Name::new("") };
    for item in &loaded.items {
        collector.item(*item, &loaded.imports);
    }
    let top_level_count = collector.decls.len();
    nested::collect(&mut collector, &loaded.items);
    let decls = collector.decls;
    let file = hubbub_base::FileId::from_index(id.index());
    let mut diagnostics = Vec::new();
    let mut clashes = Vec::new();
    let (scope, sets) = scope(decls.get(..top_level_count).unwrap_or(&[]), file, &mut clashes, &mut diagnostics);
    nested::check_twice(decls.get(top_level_count..).unwrap_or(&[]), file, &mut diagnostics);
    let module = Module {
        file,
        name: loaded.name,
        whole: id,
        tree: loaded.tree,
        items: loaded.items,
        imports: loaded.imports,
        is_library: loaded.is_library,
        is_dependency: loaded.is_dependency,
        embedded: loaded.embedded,
        decls: 0..0,
        scope,
        sets,
        clashes,
        operators: Vec::new(),
        nested: HashMap::default(),
        at_nodes: Vec::new(),
        visible: Vec::new(),
        handed_on: Vec::new(),
    };
    Collected { module, decls, top_level_count, diagnostics }
}

impl Collected {
    /// How many declarations there are.
    pub fn decl_count(&self) -> usize {
        self.decls.len()
    }

    /// The module, its declarations appended to `all`.
    pub fn number(mut self, all: &mut hubbub_base::Table<DeclId, Decl>) -> Module {
        let first = all.next_id().index() as u32;
        let id = |offset: u32| DeclId(first + offset);
        self.module.decls = first..first + self.decls.len() as u32;
        for (offset, mut decl) in self.decls.into_iter().enumerate() {
            decl.parent = decl.parent.map(|parent| id(parent.0));
            if let DeclKind::Operator(operator) = decl.kind {
                self.module.operators.push((operator, id(offset as u32)));
            }
            if offset >= self.top_level_count {
                if decl.index == 0 {
                    self.module.at_nodes.push((decl.node, id(offset as u32)));
                }
                self.module.nested.entry(decl.name).or_default().push(id(offset as u32));
            }
            all.push(decl);
        }
        self.module.at_nodes.sort_unstable();
        self.module
    }
}

pub(super) struct Collector<'t> {
    pub id: ModuleId,
    pub tree: &'t Tree,
    /// `parent` is an offset into this table.
    pub decls: Vec<Decl>,
    empty: Name,
}

impl Collector<'_> {
    fn item(&mut self, node: NodeId, imports: &[Import]) {
        match self.tree.view(node) {
            View::Import { alias: Some(alias), attributes, .. } => {
                let import = imports.binary_search_by_key(&node, |import| import.node).ok();
                let import = import.and_then(|index| imports.get(index));
                let Some(module) = import.and_then(|import| import.module) else { return };
                let is_private = !has_attribute(self.tree, attributes, "public");
                let decl = self.push(node, node, Some(alias), DeclKind::Module(module));
                decl.is_private = is_private;
            }
            View::ForeignLibrary { alias, .. } => {
                self.push(node, node, alias, DeclKind::ForeignLibrary);
            }
            View::Operator { operator, procedure } => {
                self.push(node, procedure, None, DeclKind::Operator(operator));
            }
            View::AddContext { name, .. } => {
                self.push(node, node, Some(name), DeclKind::ContextField);
            }
            View::Run { .. } => {
                self.push(node, node, None, DeclKind::Run);
            }
            View::StaticAssert { .. } => {
                self.push(node, node, None, DeclKind::Assert);
            }
            _ => self.declaration(node, true),
        }
    }

    /// A declaration that may also stand in a body. There, only what is constant counts.
    pub fn declaration(&mut self, node: NodeId, is_top_level: bool) {
        match self.tree.view(node) {
            View::Constant { name, ty, value, .. } => {
                let kind = if ty.is_some() { DeclKind::Constant } else { constant_kind(self.tree, node, value) };
                self.push(node, value, Some(name), kind);
            }
            View::Variable { names, is_constant, .. } if is_top_level || is_constant => {
                let kind = if is_constant { DeclKind::Constant } else { DeclKind::Variable };
                for (index, name) in names.iter().enumerate() {
                    self.push(node, node, Some(*name), kind).index = index as u16;
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, node: NodeId, value: NodeId, name: Option<NodeId>, kind: DeclKind) -> &mut Decl {
        let tree = self.tree;
        let text = name.and_then(|name| tree.name(name));
        let own_generics = tree.generics(value).len() as u16;
        let is_alias = kind == DeclKind::Constant && matches!(tree.view(value), View::Name { .. } | View::Dot { .. });
        let outer = tree.attributes(node);
        let inner = if value == node { &[][..] } else { tree.attributes(value) };
        let has = |name: &str| has_attribute(tree, outer, name) || has_attribute(tree, inner, name);
        let has_attributes = !outer.is_empty() || !inner.is_empty();
        let decl = Decl {
            module: self.id,
            node,
            value,
            name: text.unwrap_or(self.empty),
            at: tree.start(name.unwrap_or(node)),
            kind,
            is_private: has("private"),
            marks: Marks::new(is_alias, has_attributes, has),
            parent: None,
            generic_count: own_generics,
            inherited_generic_count: 0,
            index: 0,
            visible: (0, u32::MAX),
            plain: OnceLock::new(),
        };
        self.decls.push(decl);
        match self.decls.last_mut() {
            Some(decl) => decl,
            None => unreachable!("a declaration has just been added"),
        }
    }
}

/// What kind of constant stands right of `::`.
fn constant_kind(tree: &Tree, node: NodeId, value: NodeId) -> DeclKind {
    match tree.view(value) {
        View::Struct { .. } => DeclKind::Struct,
        View::Enum { .. } => DeclKind::Enum,
        View::Union { .. } => DeclKind::Union,
        View::Distinct { .. } => DeclKind::Distinct,
        View::TypeAlias { .. } | View::ProcedureType { .. } => DeclKind::TypeAlias,
        View::Procedure { body: Body::None, attributes, .. } => {
            let outer = match tree.view(node) {
                View::Constant { attributes, .. } => attributes,
                _ => &[],
            };
            let has = |name| has_attribute(tree, attributes, name) || has_attribute(tree, outer, name);
            if has("foreign") || has("intrinsic") { DeclKind::Procedure } else { DeclKind::TypeAlias }
        }
        View::Procedure { captures: Some(_), .. } | View::Procedure { abi: Abi::Closure, .. } => DeclKind::Constant,
        View::Procedure { .. } => DeclKind::Procedure,
        _ => DeclKind::Constant,
    }
}

/// Whether one of these attribute nodes is `#name`.
pub(crate) fn has_attribute(tree: &Tree, attributes: &[NodeId], wanted: &str) -> bool {
    attributes.iter().any(|node| match tree.view(*node) {
        View::Attribute { name, .. } => name.as_str() == wanted,
        _ => false,
    })
}

type Scope = HashMap<Name, Run, foldhash::fast::FixedState>;

/// Groups the top-level declarations by name; notes the names that cannot be shared.
fn scope(
    decls: &[Decl],
    file: hubbub_base::FileId,
    clashes: &mut Vec<Name>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Scope, Vec<u32>) {
    let empty = Name::new("");
    let named = decls.iter().enumerate().filter(|(_, decl)| decl.name != empty);
    let mut order: Vec<(u32, u32)> = named.map(|(index, decl)| (decl.name.raw(), index as u32)).collect();
    order.sort_unstable();
    let mut scope = Scope::with_capacity_and_hasher(order.len(), foldhash::fast::FixedState::with_seed(11));
    let mut sets = Vec::with_capacity(order.len());
    for group in order.chunk_by(|a, b| a.0 == b.0) {
        let start = sets.len() as u32;
        let members = group.iter().filter_map(|(_, index)| Some((*index, decls.get(*index as usize)?)));
        let members: Vec<(u32, &Decl)> = members.collect();
        let Some((first_index, first)) = members.first() else { continue };
        sets.push(*first_index);
        for (index, decl) in members.iter().skip(1) {
            if first.is_procedure() && decl.is_procedure() {
                sets.push(*index);
            } else if decl.name.as_str() != "_" {
                clashes.push(first.name);
                diagnostics.push(declared_twice(first, decl, file));
            }
        }
        scope.insert(first.name, Run { start, length: sets.len() as u32 - start });
    }
    (scope, sets)
}

/// The diagnostic for a name that is declared twice.
pub(super) fn declared_twice(first: &Decl, second: &Decl, file: hubbub_base::FileId) -> Diagnostic {
    let span = |decl: &Decl| Span::new(file, decl.at, decl.at + decl.name.as_str().len() as u32);
    let message = format!("`{}` is declared twice", second.name);
    Diagnostic::new(Kind::DuplicateDeclaration, span(second), message).label(span(first), "declared here first")
}
