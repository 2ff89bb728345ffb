//! What the tree knows about single tokens, as a byte of bits each.

use crate::token::TokenKind;
use crate::tree::view::{Body, OperatorName, View};
use crate::tree::{NodeId, Tree};

/// The token begins a statement, a declaration, a field or a member.
const STATEMENT: u8 = 1;
/// A prefix operator, or the `&` before a name that is introduced.
const PREFIX: u8 = 2;
/// The second `:` of a typed constant.
const SECOND_COLON: u8 = 4;
/// The `if` of a guard, which opens no block.
const GUARD: u8 = 8;
/// The `.` of a member without anything before it.
const IMPLICIT: u8 = 32;
/// The bracket that opens what a closure captures.
const CAPTURES: u8 = 64;

/// The bits of all tokens.
pub(super) struct Marks {
    bits: Vec<u8>,
    /// Before which tokens bodies of procedures begin, and the first tokens of those procedures.
    bodies: Vec<(u32, u32)>,
}

impl Marks {
    pub fn of(tree: &Tree) -> Self {
        let mut marks = Self { bits: vec![0; tree.tokens().len()], bodies: Vec::new() };
        marks.starts(tree, tree.items());
        for index in 1..tree.node_count() as u32 {
            marks.node(tree, NodeId(index));
        }
        marks.bodies.sort_unstable();
        marks
    }

    fn has(&self, token: u32, bit: u8) -> bool {
        self.bits.get(token as usize).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether `token` begins a statement or the like.
    pub fn is_statement(&self, token: u32) -> bool {
        self.has(token, STATEMENT)
    }

    pub fn is_prefix(&self, token: u32) -> bool {
        self.has(token, PREFIX)
    }

    pub fn is_second_colon(&self, token: u32) -> bool {
        self.has(token, SECOND_COLON)
    }

    pub fn is_guard(&self, token: u32) -> bool {
        self.has(token, GUARD)
    }

    /// The first token of the procedure whose body begins before `token`.
    pub fn body_of(&self, token: u32) -> Option<u32> {
        let index = self.bodies.binary_search_by_key(&token, |(begin, _)| *begin).ok()?;
        self.bodies.get(index).map(|(_, procedure)| *procedure)
    }

    pub fn is_implicit_member(&self, token: u32) -> bool {
        self.has(token, IMPLICIT)
    }

    pub fn is_captures(&self, token: u32) -> bool {
        self.has(token, CAPTURES)
    }

    fn set(&mut self, token: u32, bit: u8) {
        if let Some(bits) = self.bits.get_mut(token as usize) {
            *bits |= bit;
        }
    }

    fn starts(&mut self, tree: &Tree, nodes: &[NodeId]) {
        for node in nodes {
            self.set(tree.token_range(*node).0, STATEMENT);
        }
    }

    fn node(&mut self, tree: &Tree, id: NodeId) {
        let (first, last) = tree.token_range(id);
        match tree.view(id) {
            View::Prefix { .. } => self.set(first, PREFIX),
            View::ImplicitMember { .. } => self.set(first, IMPLICIT),
            View::Operator { operator: OperatorName::IndexPlace, .. } => self.set(first, PREFIX),
            View::Capture { by_place: true, .. } => self.set(first, PREFIX),
            View::Pattern { by_place: true, binding: Some(binding), .. } => {
                self.set(tree.token_range(binding).0.saturating_sub(1), PREFIX);
            }
            View::For { by_place, name, body, .. } => {
                if by_place {
                    self.set(tree.token_range(name).0.saturating_sub(1), PREFIX);
                }
                self.starts(tree, body);
            }
            View::Constant { ty: Some(_), value, .. } => self.colon_before(tree, value),
            View::Variable { is_constant: true, values: [value, ..], .. } => self.colon_before(tree, *value),
            View::Arm { guard, body, .. } => {
                if let Some(guard) = guard {
                    self.set(tree.token_range(guard).0.saturating_sub(1), GUARD);
                }
                self.body(tree, body);
            }
            View::Procedure { captures, body, .. } => {
                if captures.is_some() {
                    self.set(first, CAPTURES);
                }
                self.body(tree, body);
                if let Body::Statements(statements) = body {
                    let begin = statements.first().map_or(last, |statement| tree.token_range(*statement).0);
                    self.bodies.push((begin, first));
                }
            }
            _ => self.lists(tree, id),
        }
    }

    fn body(&mut self, tree: &Tree, body: Body) {
        if let Body::Statements(statements) = body {
            self.starts(tree, statements);
        }
    }

    /// Nodes whose only marks are those of the statements in them.
    fn lists(&mut self, tree: &Tree, id: NodeId) {
        match tree.view(id) {
            View::StaticIf { then, otherwise, .. } | View::Ifx { then, otherwise, .. } => {
                self.starts(tree, then);
                self.otherwise(tree, otherwise);
            }
            View::If { then, otherwise, .. } => {
                self.starts(tree, then);
                self.otherwise(tree, otherwise.unwrap_or(&[]));
            }
            View::Struct { fields, .. } => self.starts(tree, fields),
            View::Enum { members, .. } => self.starts(tree, members),
            View::Union { cases, .. } => self.starts(tree, cases),
            View::While { body, .. }
            | View::Block { body, .. }
            | View::With { body, .. }
            | View::StaticFor { body, .. } => self.starts(tree, body),
            _ => {}
        }
    }

    /// The `if` of an `else if` begins no statement.
    fn otherwise(&mut self, tree: &Tree, otherwise: &[NodeId]) {
        for node in otherwise {
            let (first, _) = tree.token_range(*node);
            if !is_chained(tree, first) {
                self.set(first, STATEMENT);
            }
        }
    }

    fn colon_before(&mut self, tree: &Tree, value: NodeId) {
        self.set(tree.token_range(value).0.saturating_sub(1), SECOND_COLON);
    }
}

/// Whether the `if` or `#if` at `token` goes on with an `else` before it on its line.
pub(super) fn is_chained(tree: &Tree, token: u32) -> bool {
    let tokens = tree.tokens();
    let Some(before) = token.checked_sub(1) else { return false };
    let pair = (tokens.kind(before), tokens.kind(token));
    matches!(pair, (TokenKind::Else, TokenKind::If) | (TokenKind::HashElse, TokenKind::HashIf))
        && !tokens.place(token).is_first_on_line()
}
