//! Answers that need less than a whole [`super::View`]: what is asked of each declaration of a program, several times.

use hubbub_base::Name;

use super::node::{BODY_NONE, NodeKind, PROCEDURE_BODY_SHIFT};
use super::{NodeId, Tree};

impl Tree {
    /// The attributes of a declaration, or of what stands right of its `::`; none of other nodes.
    pub fn attributes(&self, id: NodeId) -> &[NodeId] {
        let node = self.node(id);
        let offset = match node.kind {
            NodeKind::Import | NodeKind::AddContext | NodeKind::Constant | NodeKind::Variable => 3,
            NodeKind::Struct | NodeKind::Union => 2,
            NodeKind::Enum => 1,
            NodeKind::Procedure => 5,
            NodeKind::Operator => {
                let is_procedure = self.node(NodeId(node.a)).kind == NodeKind::Procedure;
                return if is_procedure { self.attributes(NodeId(node.a)) } else { &[] };
            }
            _ => return &[],
        };
        self.list(self.word(node.a, offset))
    }

    /// The generic parameters of a struct, a union or a procedure; none of other nodes.
    pub fn generics(&self, id: NodeId) -> &[NodeId] {
        let node = self.node(id);
        match node.kind {
            NodeKind::Struct | NodeKind::Union => self.list(self.word(node.a, 0)),
            NodeKind::Procedure => self.list(self.word(node.a, 1)),
            _ => &[],
        }
    }

    /// Whether `id` is a procedure with a body.
    pub fn has_body(&self, id: NodeId) -> bool {
        let node = self.node(id);
        node.kind == NodeKind::Procedure && node.flags >> PROCEDURE_BODY_SHIFT != BODY_NONE
    }

    /// The name that a [`super::View::Name`] is.
    #[inline]
    pub fn name(&self, id: NodeId) -> Option<Name> {
        let node = self.nodes.get(id.0 as usize)?;
        (node.kind == NodeKind::Name).then(|| Name::from_raw(node.a))
    }

    /// The nodes that declare constants, types and procedures, at top level and in bodies.
    pub fn constants(&self) -> impl Iterator<Item = NodeId> + '_ {
        let is_constant = |node: &super::Node| match node.kind {
            NodeKind::Constant => true,
            NodeKind::Variable => node.flags != 0,
            _ => false,
        };
        (0..).zip(&self.nodes).filter(move |(_, node)| is_constant(node)).map(|(index, _)| NodeId(index))
    }
}

#[cfg(test)]
mod tests {
    use hubbub_base::table::Id;

    use super::super::view::{Body, View};
    use crate::NodeId;

    /// Each answer is what the view says.
    #[test]
    fn answers_are_those_of_views() {
        let text = "M :: #import \"M\" #public\n#add-context c: Int = 0 #x\nK :: 3 #x\nA, B :: 1, 2\nv: Int = 4 #x #y\n\
            S :: struct {T} #x\n a: Int\nend\nE :: enum #x\n A\nend\nU :: union {T, N: Int} #x #y\n a: T\nend\n\
            + :: #operator (a: S, b: S) -> S #x => a\nf :: {T}(a: T) #x\n k :: 2\n w := a\nend\ng :: () -> Int #foreign\n";
        let tree = crate::parse_text(text).tree;
        let mut constants = tree.constants();
        let (mut attributes, mut generics, mut bodies, mut names) = (0, 0, 0, 0);
        for id in (0..tree.node_count()).map(NodeId::from_index) {
            let view = tree.view(id);
            if matches!(view, View::Constant { .. } | View::Variable { is_constant: true, .. }) {
                assert_eq!(constants.next(), Some(id));
            }
            let (own, parameters, has_body): (&[NodeId], &[NodeId], bool) = match view {
                View::Import { attributes, .. }
                | View::AddContext { attributes, .. }
                | View::Constant { attributes, .. }
                | View::Variable { attributes, .. }
                | View::Enum { attributes, .. } => (attributes, &[], false),
                View::Struct { attributes, generics, .. } | View::Union { attributes, generics, .. } => {
                    (attributes, generics, false)
                }
                View::Procedure { attributes, generics, body, .. } => (attributes, generics, body != Body::None),
                View::Operator { procedure, .. } => (tree.attributes(procedure), &[], false),
                _ => (&[], &[], false),
            };
            assert_eq!((tree.attributes(id), tree.generics(id), tree.has_body(id)), (own, parameters, has_body));
            assert_eq!(tree.name(id).is_some(), matches!(view, View::Name { .. }));
            attributes += own.len();
            generics += parameters.len();
            bodies += usize::from(has_body);
            names += usize::from(tree.name(id).is_some());
        }
        assert_eq!(constants.next(), None);
        assert_eq!((attributes, generics, bodies), (13, 4, 2));
        assert!(names > 10);
    }
}
