//! Collects constants, types and procedures that are declared within bodies.

use hubbub_base::FileId;
use hubbub_base::table::Id;
use hubbub_diagnostics::Diagnostic;
use hubbub_syntax::tree::view::Body;
use hubbub_syntax::{NodeId, Tree, View};

use crate::data::types::DeclId;
use crate::names::collect::{Collector, declared_twice};
use crate::store::decls::Decl;

/// Adds the declarations within bodies, by position. `items` are the top-level ones, which have been added.
pub(super) fn collect(collector: &mut Collector<'_>, items: &[NodeId]) {
    let tree = collector.tree;
    let mut found = Vec::new();
    let is_declaration =
        |node: NodeId| matches!(tree.view(node), View::Constant { .. } | View::Variable { is_constant: true, .. });
    let top_level = items.iter().filter(|item| is_declaration(**item)).count();
    if tree.constants().count() == top_level {
        return;
    }
    for node in all(tree) {
        for list in statement_lists(tree, node).into_iter().flatten() {
            let (Some(first), Some(last)) = (list.first(), list.last()) else { continue };
            let visible = (tree.start(*first), tree.range(*last).1);
            found.extend(
                list.iter().filter(|node| is_declaration(**node)).map(|node| (tree.start(*node), *node, visible)),
            );
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(_, node, _)| *node);
    add(collector, &found);
}

fn add(collector: &mut Collector<'_>, found: &[(u32, NodeId, (u32, u32))]) {
    let tree = collector.tree;
    let mut top_level: Vec<(u32, u32, u32)> = Vec::with_capacity(collector.decls.len());
    for (offset, decl) in collector.decls.iter().enumerate() {
        let (start, end) = tree.range(decl.node);
        top_level.push((start, end, offset as u32));
    }
    top_level.sort_unstable();
    let mut enclosing: Vec<(u32, u32)> = Vec::new();
    for (start, node, visible) in found {
        while enclosing.last().is_some_and(|(end, _)| end <= start) {
            enclosing.pop();
        }
        // One that begins where it begins is itself, in the branch that was chosen.
        let outermost = top_level.partition_point(|(other, _, _)| other < start).checked_sub(1);
        let outermost = outermost.and_then(|index| top_level.get(index));
        // What stands in no declaration is in a branch of a top-level `#if`, which has been decided.
        let Some((_, _, outermost)) = outermost.filter(|(_, end, _)| start < end) else { continue };
        let parent = Some(enclosing.last().map_or(*outermost, |(_, offset)| *offset));
        let before = collector.decls.len();
        collector.declaration(*node, false);
        let inherited =
            parent.and_then(|parent| collector.decls.get(parent as usize)).map_or(0, |decl| decl.generic_count);
        for decl in collector.decls.iter_mut().skip(before) {
            decl.parent = parent.map(DeclId);
            decl.inherited_generic_count = inherited;
            decl.generic_count += inherited;
            decl.visible = *visible;
            decl.is_private = true;
        }
        if collector.decls.len() > before {
            enclosing.push((tree.range(*node).1, before as u32));
        }
    }
}

/// Reports names that one block declares twice; `decls` are those in bodies, by position.
pub(super) fn check_twice(decls: &[Decl], file: FileId, diagnostics: &mut Vec<Diagnostic>) {
    let mut order: Vec<&Decl> = decls.iter().collect();
    order.sort_by_key(|decl| (decl.visible, decl.name.raw(), decl.at));
    for group in order.chunk_by(|a, b| a.visible == b.visible && a.name == b.name) {
        let Some((first, others)) = group.split_first() else { continue };
        let twice = others.iter().filter(|other| !(first.is_procedure() && other.is_procedure()));
        diagnostics
            .extend(twice.filter(|other| other.name.as_str() != "_").map(|other| declared_twice(first, other, file)));
    }
}

fn all(tree: &Tree) -> impl Iterator<Item = NodeId> {
    (0..tree.node_count()).map(NodeId::from_index)
}

/// The lists of statements that a node has.
fn statement_lists(tree: &Tree, node: NodeId) -> [Option<&[NodeId]>; 2] {
    match tree.view(node) {
        View::Procedure { body, .. } | View::Arm { body, .. } => match body {
            Body::Statements(statements) => [Some(statements), None],
            _ => [None, None],
        },
        View::If { then, otherwise, .. } => [Some(then), otherwise],
        View::Ifx { then, otherwise, .. } | View::StaticIf { then, otherwise, .. } => [Some(then), Some(otherwise)],
        View::While { body, .. }
        | View::For { body, .. }
        | View::Block { body, .. }
        | View::With { body, .. }
        | View::StaticFor { body, .. } => [Some(body), None],
        _ => [None, None],
    }
}
