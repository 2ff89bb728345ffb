//! Operators: infix ones by precedence, `or_else` from the right, prefix ones.

use hubbub_diagnostics::Kind;

use super::statement::Use;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::node::NodeKind;
use crate::tree::view::{BinaryOperator as B, PrefixOperator as P};

/// How tightly an infix operator binds; the operators of a level stand on one line of the reference.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Infix {
    /// 0 for what is no infix operator.
    level: u8,
    operator: u8,
}

/// Levels that do not chain.
const LEVEL_COMPARISON: u8 = 3;
const LEVEL_RANGE: u8 = 4;
/// `*` and `^`, which other languages use otherwise as well.
const ODD_MULTIPLY: u8 = B::Multiply as u8;
const ODD_XOR: u8 = B::BitXor as u8;
/// The loosest level but `or_else`.
const LEVEL_FIRST: u8 = 1;
const RANGE_EXCLUSIVE: u8 = 0;
const RANGE_INCLUSIVE: u8 = 1;

static INFIX: [Infix; 256] = infix_table();

const fn infix_table() -> [Infix; 256] {
    use TokenKind::*;
    let mut table = [Infix { level: 0, operator: 0 }; 256];
    let all: [(TokenKind, u8, u8); 22] = [
        (OrOr, 1, B::Or as u8),
        (AndAnd, 2, B::And as u8),
        (EqualEqual, LEVEL_COMPARISON, B::Equal as u8),
        (BangEqual, LEVEL_COMPARISON, B::NotEqual as u8),
        (Less, LEVEL_COMPARISON, B::Less as u8),
        (LessEqual, LEVEL_COMPARISON, B::LessEqual as u8),
        (Greater, LEVEL_COMPARISON, B::Greater as u8),
        (GreaterEqual, LEVEL_COMPARISON, B::GreaterEqual as u8),
        (In, LEVEL_COMPARISON, B::In as u8),
        (DotDotLess, LEVEL_RANGE, RANGE_EXCLUSIVE),
        (DotDotEqual, LEVEL_RANGE, RANGE_INCLUSIVE),
        (Ampersand, 5, B::BitAnd as u8),
        (Pipe, 5, B::BitOr as u8),
        (Caret, 5, B::BitXor as u8),
        (ShiftLeft, 5, B::ShiftLeft as u8),
        (ShiftRight, 5, B::ShiftRight as u8),
        (Plus, 6, B::Add as u8),
        (Minus, 6, B::Subtract as u8),
        (Star, 7, B::Multiply as u8),
        (Slash, 7, B::Divide as u8),
        (Percent, 7, B::Remainder as u8),
        (PercentPercent, 7, B::Modulo as u8),
    ];
    let mut index = 0;
    while index < all.len() {
        let (kind, level, operator) = all[index];
        table[kind as usize] = Infix { level, operator };
        index += 1;
    }
    table
}

#[inline(always)]
fn infix(kind: TokenKind) -> Infix {
    INFIX.get(kind as usize).copied().unwrap_or(Infix { level: 0, operator: 0 })
}

/// The operator that `kind` is in an expression, ranges not counted.
pub(super) fn binary_operator(kind: TokenKind) -> Option<u8> {
    let found = infix(kind);
    (found.level != 0 && found.level != LEVEL_RANGE).then_some(found.operator)
}

/// Whether `kind` is an infix operator.
pub(super) fn is_infix(kind: TokenKind) -> bool {
    infix(kind).level != 0 || kind == TokenKind::OrElse
}

impl Parser<'_> {
    /// `a or_else b or_else c`, whose parts are chains of tighter operators.
    #[inline]
    pub(super) fn expr(&mut self) -> NodeId {
        let value = self.infix_chain(LEVEL_FIRST);
        if self.kind == TokenKind::OrElse && !self.is_at_newline() {
            return self.or_else_chain(value);
        }
        value
    }

    /// From right to left, with a loop: the operands are collected, then joined from the last one on.
    fn or_else_chain(&mut self, value: NodeId) -> NodeId {
        let mark = self.build.mark();
        self.build.push(value);
        while self.kind == TokenKind::OrElse && !self.is_at_newline() {
            let or_else = self.at;
            self.bump();
            let operand = match self.kind {
                TokenKind::Return | TokenKind::Break | TokenKind::Continue if !self.is_first_on_line() => {
                    self.jump_as_value(or_else)
                }
                _ => self.infix_chain(LEVEL_FIRST),
            };
            self.build.push(operand);
        }
        let mut otherwise = self.build.pop(mark).unwrap_or(value);
        while let Some(value) = self.build.pop(mark) {
            let first = self.build.get(value).first;
            otherwise = self.node(NodeKind::OrElse, first, 0, value.0, otherwise.0);
        }
        otherwise
    }

    /// `x or_else return 3`, `x or_else break`, which are statements and no values.
    fn jump_as_value(&mut self, or_else: u32) -> NodeId {
        let (first, word) = (self.at, self.kind);
        let _ = self.statement(Use::Statement);
        let whole = (self.range_of(first).0, self.range_of(self.previous()).1);
        let message = format!("`{}` is a statement, expected a value behind `or_else`", word.text());
        let error = SyntaxError::new(Kind::UnexpectedToken, self.range_of(first), message);
        let direct = match word {
            TokenKind::Break => Some("or_break"),
            TokenKind::Continue => Some("or_continue"),
            _ => None,
        };
        self.report(match direct {
            Some(direct) => {
                let words = (self.range_of(or_else).0, self.range_of(first).1);
                error.fix(format!("write `{direct}`"), words, direct)
            }
            None => {
                let text = self.text.get(whole.0 as usize..whole.1 as usize).unwrap_or("return");
                let block = format!("block {text} end");
                error.fix("put it into a block, which never gives a value", whole, block)
            }
        });
        self.error_node()
    }

    /// Operands joined by operators of `level` and tighter ones: a loop for each level.
    fn infix_chain(&mut self, level: u8) -> NodeId {
        let first = self.at;
        let mut left = self.prefix();
        loop {
            let found = infix(self.kind);
            if found.level < level || found.level == 0 || self.is_at_newline() || self.is_capture_in_head(found) {
                if self.kind == TokenKind::MinusMinus && level == LEVEL_FIRST && self.is_decrement_as_minus() {
                    left = self.decrement_as_minus(first, left);
                    continue;
                }
                if self.kind == TokenKind::DotDot && level <= LEVEL_RANGE && self.is_vague_range() {
                    self.bump();
                    let right = self.infix_chain(LEVEL_RANGE + 1);
                    left = self.node(NodeKind::Range, first, RANGE_EXCLUSIVE, left.0, right.0);
                    continue;
                }
                return left;
            }
            let operator = self.at;
            self.bump();
            if matches!(found.operator, ODD_MULTIPLY | ODD_XOR)
                && let Some(node) = self.odd_operator(operator, first, left)
            {
                left = node;
                continue;
            }
            let right = self.infix_chain(found.level + 1);
            left = if found.level == LEVEL_RANGE {
                self.node(NodeKind::Range, first, found.operator, left.0, right.0)
            } else {
                self.node(NodeKind::Binary, first, found.operator, left.0, right.0)
            };
            if matches!(found.level, LEVEL_COMPARISON | LEVEL_RANGE) && infix(self.kind).level == found.level {
                self.chained(found.level, operator, left);
            }
        }
    }

    /// Whether the operator is the first `|` of `if (m) |x| {`.
    #[inline(always)]
    fn is_capture_in_head(&self, found: Infix) -> bool {
        found.operator == B::BitOr as u8 && self.mode != Mode::Fast && self.is_in_head && self.is_capture_of_zig()
    }

    /// `a < b < c`: reported at the second operator; the loop goes on, the whole is an error.
    #[cold]
    fn chained(&mut self, level: u8, operator: u32, left: NodeId) {
        if self.is_at_newline() {
            return;
        }
        if self.type_arguments_in_angles(operator, left) {
            return;
        }
        let (what, joined) = if level == LEVEL_RANGE { ("ranges", false) } else { ("comparisons", true) };
        let message = format!("{what} cannot be chained");
        let mut error =
            SyntaxError::new(Kind::OperatorChain, self.here(), message).label(self.range_of(operator), "the first one");
        if joined {
            let node = self.build.get(left);
            let middle = self.range(NodeId(node.b));
            let middle = self.text.get(middle.0 as usize..middle.1 as usize).unwrap_or("").to_owned();
            error = error.help("join two comparisons with `&&`");
            if middle.len() <= 40 {
                let behind = self.behind_previous();
                error = error.maybe_fix("compare twice", behind, format!(" && {middle}"));
            }
        }
        self.report(error);
        self.build.make_error(left);
    }

    /// Prefix operators and their operand. They are collected with a loop; each is a level of nesting.
    #[inline]
    pub(super) fn prefix(&mut self) -> NodeId {
        match self.kind {
            TokenKind::Minus
            | TokenKind::Bang
            | TokenKind::Tilde
            | TokenKind::Ampersand
            | TokenKind::Star
            | TokenKind::AndAnd
            | TokenKind::MinusMinus
            | TokenKind::PlusPlus => self.prefixed(),
            TokenKind::Name if self.mode != Mode::Fast => match self.foreign_prefix() {
                Some(negated) => negated,
                None => self.postfix(),
            },
            _ => self.postfix(),
        }
    }

    /// The operand of `#run`.
    pub(super) fn operand(&mut self) -> NodeId {
        self.prefix()
    }

    fn prefixed(&mut self) -> NodeId {
        let first = self.at;
        let operator = match self.kind {
            TokenKind::Minus => P::Negate,
            TokenKind::Bang => P::Not,
            TokenKind::Tilde => P::Complement,
            TokenKind::Star => P::Pointer,
            TokenKind::MinusMinus | TokenKind::PlusPlus => {
                self.increment(None);
                P::Negate
            }
            _ => P::AddressOf,
        };
        if !self.enter() {
            return self.error_node();
        }
        let is_double = self.kind == TokenKind::AndAnd;
        self.bump();
        let mut value = self.prefix();
        self.leave();
        if is_double {
            value = self.node(NodeKind::Prefix, first, operator as u8, value.0, 0);
        }
        self.node(NodeKind::Prefix, first, operator as u8, value.0, 0)
    }

    /// Whether the `--` behind an operand stands where a `-` is meant: an operand follows on the line.
    fn is_decrement_as_minus(&self) -> bool {
        let next = self.tokens.place(self.at + 1);
        !next.is_first_on_line() && (self.peek(1) == TokenKind::Name || self.peek(1).is_literal())
    }

    #[cold]
    fn decrement_as_minus(&mut self, first: u32, left: NodeId) -> NodeId {
        self.increment(None);
        self.bump();
        let right = self.infix_chain(LEVEL_COMPARISON);
        self.node(NodeKind::Binary, first, B::Subtract as u8, left.0, right.0)
    }

    /// Reports the `++` or `--` at the current token, which stays; `operand` is what stands before it.
    #[cold]
    pub(super) fn increment(&mut self, operand: Option<NodeId>) {
        let sign = if self.kind == TokenKind::PlusPlus { '+' } else { '-' };
        let error = SyntaxError::new(Kind::NoIncrement, self.here(), format!("`{sign}{sign}` has no meaning"));
        let is_comment =
            sign == '-' && operand.is_none() && self.is_first_on_line() && !self.tokens.place(self.at + 1).is_glued();
        let error = match operand {
            None if is_comment => error.help("a comment begins with `//`"),
            Some(operand) => {
                let (start, end) = self.range(operand);
                let place = self.text.get(start as usize..end as usize).unwrap_or("").to_owned();
                let error = error.help(format!("write `{place} {sign}= 1`"));
                error.fix("change it by one", (end, self.here().1), format!(" {sign}= 1"))
            }
            None if sign == '-' && self.peek(1) == TokenKind::Minus && self.tokens.place(self.at + 1).is_glued() => {
                error.help("what is not to be initialised is `x: T = uninit`")
            }
            None if sign == '-' => error.help("write `- -x` or `-(-x)` for a double negation, `n -= 1` to count down"),
            None => error.help("write `n += 1` to count up"),
        };
        self.report(error);
    }
}
