//! Blanks between two tokens on a line.

use super::marks::Marks;
use crate::token::TokenKind::{self, *};
use crate::token::Tokens;

/// Whether a blank stands between token `index` and the one before it, which is on the same line.
pub(super) fn is_blank_before(tokens: &Tokens, marks: &Marks, index: u32) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let (left, right) = (tokens.kind(before), tokens.kind(index));
    let is_glued = tokens.place(index).is_glued();
    if matches!(left, LeftParen | LeftBracket | LeftBrace | Dot) {
        return false;
    }
    if marks.is_prefix(before) || left == DotDot {
        // `- -x` is not `--x`
        return !is_glued && is_sign(right);
    }
    match right {
        Comma | Semicolon | RightParen | RightBracket | RightBrace | At => false,
        // `1.` at the end of a line would be half a number
        Dot if left == Integer => tokens.place(index + 1).is_first_on_line(),
        Dot => marks.is_implicit_member(index) && is_apart(left),
        Colon => marks.is_second_colon(index),
        LeftBrace => !is_glued || !(ends_operand(left) || is_odd_operand(left)),
        LeftParen => is_blank_before_parameters(left, is_glued),
        LeftBracket => marks.is_captures(index) || !ends_operand(left),
        DotDot => matches!(left, Comma | Colon),
        DotDotLess | DotDotEqual => !is_glued,
        Equal if left == RightBracket && is_operator_name(tokens, index) => false,
        _ if matches!(left, DotDotLess | DotDotEqual) => !is_glued,
        _ => true,
    }
}

/// Whether the blanks before token `index` are left to the author, who aligns lines with each other at such places.
pub(super) fn is_aligned(tokens: &Tokens, index: u32) -> bool {
    let left = index.checked_sub(1).map(|before| tokens.kind(before));
    matches!(tokens.kind(index), FatArrow | ColonColon | ColonEqual | Equal) || left == Some(Colon)
}

/// Whether what stands before an implicit member is no bracket and no operator that sticks to it.
fn is_apart(left: TokenKind) -> bool {
    !matches!(left, DotDotLess | DotDotEqual)
}

/// A call's `(` sticks to what is called; that of parameters stands behind a word, an operator or captures.
fn is_blank_before_parameters(left: TokenKind, is_glued: bool) -> bool {
    match left {
        RightBracket | Attribute | HashAsm | HashAssert | HashConfig => !is_glued,
        DotDotLess | DotDotEqual => !is_glued,
        String | RawString => true,
        _ => !ends_operand(left),
    }
}

/// Whether `kind` can be the last token of an operand.
fn ends_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        Name | Integer
            | Float
            | Rune
            | String
            | RawString
            | RightParen
            | RightBracket
            | RightBrace
            | At
            | Context
            | End
    )
}

/// Whether `kind` ends an operand that nothing sensible can follow directly; what stands glued to it stays so, or it would mean
/// something else.
fn is_odd_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        True | False | Null | Uninit | HashFile | HashLine | HashCallerLocation | OrReturn | OrBreak | OrContinue
    )
}

/// Whether `kind` could join a sign before it.
fn is_sign(kind: TokenKind) -> bool {
    matches!(kind, Minus | MinusMinus | Ampersand | AndAnd | Star | Dot | DotDot | Equal | EqualEqual)
}

/// Whether token `index` is the `=` of `[]=`.
fn is_operator_name(tokens: &Tokens, index: u32) -> bool {
    index >= 2 && tokens.kind(index - 2) == LeftBracket && tokens.kind(index + 1) == ColonColon
}
