//! From tokens to a tree: recursive descent, one file a construct, operator chains as loops, nesting bounded.
//!
//! The parser never fails: it returns a tree and what was wrong. A file is parsed fast at first, giving up at the first
//! mistake; only then once more with care, to find out what is wrong ([`recover`], [`blocks`]).
//! Start with [`parse_tokens`], then `top` (what stands at top level) and `statement`.

mod advice;
mod aggregate;
mod attribute;
mod blocks;
mod conditional;
mod declaration;
mod expression;
mod foreign;
mod foreign_binding;
mod foreign_construct;
mod foreign_operator;
mod foreign_signature;
mod foreign_top;
mod foreign_type;
mod habits;
mod list;
mod loops;
mod match_;
mod pattern;
mod postfix;
mod primary;
mod procedure;
mod recover;
mod statement;
mod top;
mod types;

use std::sync::Arc;

use hubbub_base::limits::NESTING_MAX;
use hubbub_diagnostics::Kind;

use crate::error::{ByteRange, SyntaxError, range_of};
use crate::token::{TokenKind, Tokens};
use crate::tree::build::{Builder, List, NONE};
use crate::tree::node::{Node, NodeKind};
use crate::tree::{NodeId, Tree};
use blocks::OpenBlock;

/// How a file is gone through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    /// Until the first mistake.
    Fast,
    /// To the end; after a mistake, indentation tells what belongs together.
    ByIndentation,
    /// To the end; after a mistake, keywords alone tell it.
    ByKeywords,
}

/// The tree of `tokens`, and what was wrong with them. `reported` are mistakes of the lexer, behind which the parser
/// stays silent for the rest of the line.
pub(crate) fn parse_tokens(text: Arc<str>, tokens: Tokens, reported: &[SyntaxError]) -> (Tree, Vec<SyntaxError>) {
    let (builder, items, errors) = run(&text, &tokens, Mode::Fast, reported);
    if errors.is_empty() {
        return (builder.finish(text, tokens, items), errors);
    }
    drop(builder);
    let is_too_deep = errors.iter().any(|error| error.kind == Kind::NestingTooDeep);
    if is_too_deep || !recover::is_indented(&text, &tokens) {
        let (builder, items, errors) = run(&text, &tokens, Mode::ByKeywords, reported);
        return (builder.finish(text, tokens, items), errors);
    }
    let (mut builder, mut items, mut errors) = run(&text, &tokens, Mode::ByIndentation, reported);
    if errors.len() != 1 {
        let other = run(&text, &tokens, Mode::ByKeywords, reported);
        // nothing found is nothing believed: the fast way has met a mistake
        if !other.2.is_empty() && (other.2.len() < errors.len() || errors.is_empty()) {
            (builder, items, errors) = other;
        }
    }
    (builder.finish(text, tokens, items), errors)
}

fn run(text: &str, tokens: &Tokens, mode: Mode, reported: &[SyntaxError]) -> (Builder, List, Vec<SyntaxError>) {
    let mut parser = Parser {
        text,
        tokens,
        at: 0,
        kind: tokens.kind(0),
        build: Builder::new(tokens.len()),
        newline_ends: true,
        results_behind_arrow: 1,
        depth: 0,
        mode,
        errors: Vec::new(),
        is_panicking: false,
        is_abandoned: false,
        last_error: None,
        blocks: Vec::new(),
        open_brackets: [0; 3],
        is_closed_by_brace: false,
        had_colon: false,
        item_start: 0,
        element_start: None,
        has_stray_else: false,
        brace_error: None,
        comma_error: None,
        colon_error: None,
        is_in_head: false,
        was_too_deep: false,
        keywords_as_names: Vec::new(),
        indents: if mode == Mode::ByIndentation { recover::indents(text, tokens) } else { Vec::new() },
        reported: reported.iter().map(|error| range_of(error).0).collect(),
    };
    let items = parser.file();
    (parser.build, items, parser.errors)
}

struct Parser<'t> {
    text: &'t str,
    tokens: &'t Tokens,
    /// The current token.
    at: u32,
    /// Its kind.
    kind: TokenKind,
    build: Builder,
    /// Whether the innermost opener is a block: then a token that is first on its line begins a statement.
    newline_ends: bool,
    /// How many results the procedure has whose body behind `=>` is being parsed.
    results_behind_arrow: usize,
    /// Brackets, blocks, prefix operators and procedure types around the current token.
    depth: u32,
    mode: Mode,
    errors: Vec<SyntaxError>,
    /// Set by a mistake behind which nothing makes sense until the next statement.
    is_panicking: bool,
    /// Set when the nesting is too deep: everything is left, up to the next declaration at top level.
    is_abandoned: bool,
    /// The token at which the last mistake was met, reported or not.
    last_error: Option<u32>,
    /// The blocks around the current token.
    blocks: Vec<OpenBlock>,
    /// How many parentheses, brackets, braces are open.
    open_brackets: [u32; 3],
    /// Whether the block that ended last ended with a `}`, which stands for its `end`.
    is_closed_by_brace: bool,
    /// Whether a `:`, which has been reported, stood before the block that ended last.
    had_colon: bool,
    /// The first token of the current item at top level.
    item_start: u32,
    /// The first token of the current statement or field.
    element_start: Option<u32>,
    /// The message about the braces of the current declaration.
    brace_error: Option<usize>,
    /// That about the commas behind its fields.
    comma_error: Option<usize>,
    /// That about the colons before its blocks.
    colon_error: Option<usize>,
    /// Whether the last directive that closed nothing was an `#else`.
    has_stray_else: bool,
    /// Whether the current token stands in the head of a block, whose body is expected on the next line.
    is_in_head: bool,
    /// Whether nesting was too deep: what closes it is not understood any more, and nothing is said about it.
    was_too_deep: bool,
    /// Keywords that were reported where a name is wanted.
    keywords_as_names: Vec<TokenKind>,
    /// For each token the indentation of its line; empty unless the mode needs it.
    indents: Vec<u32>,
    /// Offsets of the lexer's mistakes, ascending.
    reported: Vec<u32>,
}

impl<'t> Parser<'t> {
    // ---- tokens ----------------------------------------------------------------------------------------------

    /// Goes to the next token.
    #[inline]
    fn bump(&mut self) {
        self.at += u32::from(self.kind != TokenKind::EndOfFile);
        self.kind = self.tokens.kind(self.at);
    }

    /// The token before the current one.
    #[inline]
    fn previous(&self) -> u32 {
        self.at.saturating_sub(1)
    }

    /// The kind of the token `ahead` of the current one.
    #[inline]
    fn peek(&self, ahead: u32) -> TokenKind {
        self.tokens.kind(self.at + ahead)
    }

    /// Whether the current token is the first on its line, whatever that means here.
    #[inline]
    fn is_first_on_line(&self) -> bool {
        self.tokens.place(self.at).is_first_on_line()
    }

    /// Whether the current token begins a new statement because it begins a line.
    #[inline]
    fn is_at_newline(&self) -> bool {
        self.newline_ends && self.is_first_on_line()
    }

    /// Whether the current token is glued to the one before it.
    #[inline]
    fn is_glued(&self) -> bool {
        self.tokens.place(self.at).is_glued()
    }

    /// Takes the current token if it is `kind`.
    #[inline]
    fn eat(&mut self, kind: TokenKind) -> bool {
        let is_it = self.kind == kind;
        if is_it {
            self.bump();
        }
        is_it
    }

    /// Takes the current token, which should be `kind`; reports it where it is not, and goes on as if it were.
    #[inline]
    fn want(&mut self, kind: TokenKind, purpose: &str) {
        if !self.eat(kind) {
            self.expected(kind, purpose);
        }
    }

    // ---- nodes -----------------------------------------------------------------------------------------------

    /// A node from token `first` to the token before the current one.
    #[inline]
    fn node(&mut self, kind: NodeKind, first: u32, flags: u8, a: u32, b: u32) -> NodeId {
        self.build.node(Node { kind, flags, first, last: self.previous().max(first), a, b })
    }

    /// A node whose words stand in the side array.
    #[inline]
    fn node_of<const N: usize>(&mut self, kind: NodeKind, first: u32, flags: u8, words: [NodeId; N]) -> NodeId {
        let record = self.build.record(words);
        self.node(kind, first, flags, record, 0)
    }

    /// A node that is the current token; takes it.
    #[inline]
    fn leaf(&mut self, kind: NodeKind, flags: u8, a: u32) -> NodeId {
        let first = self.at;
        self.bump();
        self.build.node(Node { kind, flags, first, last: first, a, b: 0 })
    }

    /// An error node at the current token, which stays.
    fn error_node(&mut self) -> NodeId {
        self.build.node(Node { first: self.at, last: self.at, ..Node::ERROR })
    }

    /// The current token as a name; reports what is none.
    #[inline]
    fn name(&mut self, what: &str) -> NodeId {
        if self.kind == TokenKind::Name {
            return self.leaf(NodeKind::Name, 0, self.tokens.place(self.at).payload());
        }
        self.not_a_name(what)
    }

    /// A name, if the current token is one and stands on the line.
    #[inline]
    fn label(&mut self) -> NodeId {
        if self.kind == TokenKind::Name && !self.is_at_newline() { self.name("a label") } else { NONE }
    }

    // ---- nesting ---------------------------------------------------------------------------------------------

    /// Goes one level deeper; false, with a report, when that is too deep.
    #[inline]
    fn enter(&mut self) -> bool {
        if self.depth >= NESTING_MAX {
            self.too_deep();
            return false;
        }
        self.depth += 1;
        true
    }

    /// Leaves a level.
    #[inline]
    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Takes an opening bracket: newlines mean nothing inside. `None` when that is too deep.
    #[inline]
    fn open_bracket(&mut self) -> Option<Bracket> {
        let bracket = Bracket { opener: self.at, newline_ended: self.newline_ends };
        if !self.enter() {
            return None;
        }
        self.count_bracket(self.kind, 1);
        self.newline_ends = false;
        self.bump();
        Some(bracket)
    }

    /// Takes the closing bracket.
    #[inline]
    fn close_bracket(&mut self, bracket: Bracket) {
        self.leave();
        let opener = self.tokens.kind(bracket.opener);
        self.count_bracket(opener, -1);
        if self.kind == closer(opener) {
            self.bump();
        } else {
            self.unclosed_bracket(bracket);
        }
        self.newline_ends = bracket.newline_ended;
    }

    fn count_bracket(&mut self, opener: TokenKind, by: i32) {
        let index = match opener {
            TokenKind::LeftParen => 0,
            TokenKind::LeftBracket => 1,
            _ => 2,
        };
        if let Some(count) = self.open_brackets.get_mut(index) {
            *count = count.saturating_add_signed(by);
        }
    }

    // ---- errors ----------------------------------------------------------------------------------------------

    /// Bytes of token `index`.
    fn range_of(&self, index: u32) -> ByteRange {
        (self.tokens.start(index), self.tokens.end(index, self.text))
    }

    /// Bytes of the current token.
    fn here(&self) -> ByteRange {
        self.range_of(self.at)
    }

    /// Bytes of a node.
    fn range(&self, id: NodeId) -> ByteRange {
        let node = self.build.get(id);
        (self.tokens.start(node.first), self.tokens.end(node.last, self.text))
    }

    /// The empty place behind the token before the current one.
    fn behind_previous(&self) -> ByteRange {
        let end = if self.at == 0 { 0 } else { self.tokens.end(self.at - 1, self.text) };
        (end, end)
    }

    /// Reports a mistake at the current token, unless it follows from one before.
    #[cold]
    fn report(&mut self, error: SyntaxError) {
        if !self.was_too_deep && !self.is_follow_up() {
            let error = if self.mode == Mode::Fast { error } else { self.advised(error) };
            self.errors.push(error);
        }
        self.note_error();
    }

    /// Reports a mistake behind which nothing makes sense until the next statement.
    #[cold]
    fn report_and_panic(&mut self, error: SyntaxError) {
        self.report(error);
        self.is_panicking = true;
    }

    fn note_error(&mut self) {
        self.last_error = Some(self.at);
        if self.mode == Mode::Fast {
            if self.errors.is_empty() {
                // what is silent because of the lexer must be gone through with care as well
                self.errors.push(SyntaxError::new(Kind::UnexpectedToken, self.here(), ""));
            }
            self.is_panicking = true;
            self.at = self.tokens.len() as u32 - 1;
            self.kind = TokenKind::EndOfFile;
        }
    }

    #[cold]
    fn too_deep(&mut self) {
        if !self.is_abandoned {
            let message = format!("nested too deeply: the most is {NESTING_MAX} levels");
            self.report(SyntaxError::new(Kind::NestingTooDeep, self.here(), message));
            self.was_too_deep = true;
        }
        self.abandon();
    }
}

/// An open bracket.
#[derive(Clone, Copy)]
struct Bracket {
    opener: u32,
    /// What [`Parser::newline_ends`] was before.
    newline_ended: bool,
}

/// The bracket that closes `opener`.
fn closer(opener: TokenKind) -> TokenKind {
    match opener {
        TokenKind::LeftParen => TokenKind::RightParen,
        TokenKind::LeftBracket => TokenKind::RightBracket,
        _ => TokenKind::RightBrace,
    }
}
