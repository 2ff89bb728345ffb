//! Operators and brackets: the longest that fits.

use super::Lexer;
use crate::token::TokenKind;
use crate::token::TokenKind::*;

impl Lexer<'_> {
    /// The operator or bracket that begins with `byte`.
    #[inline]
    pub(super) fn mark(&mut self, byte: u8) {
        let (kind, length) = match byte {
            b'(' => (LeftParen, 1),
            b')' => (RightParen, 1),
            b',' => (Comma, 1),
            b'.' => self.mark_dot(),
            b':' => self.one_of(Colon, &[(b':', ColonColon), (b'=', ColonEqual)]),
            b'=' => self.one_of(Equal, &[(b'=', EqualEqual), (b'>', FatArrow)]),
            b'{' => (LeftBrace, 1),
            b'}' => (RightBrace, 1),
            b'[' => (LeftBracket, 1),
            b']' => (RightBracket, 1),
            b'+' => self.one_of(Plus, &[(b'=', PlusEqual), (b'+', PlusPlus)]),
            b'-' => self.one_of(Minus, &[(b'=', MinusEqual), (b'>', Arrow), (b'-', MinusMinus)]),
            b'*' => self.one_of(Star, &[(b'=', StarEqual)]),
            b'<' => self.mark_shift(b'<', [Less, LessEqual, ShiftLeft, ShiftLeftEqual]),
            b'>' => self.mark_shift(b'>', [Greater, GreaterEqual, ShiftRight, ShiftRightEqual]),
            b'&' => self.one_of(Ampersand, &[(b'&', AndAnd), (b'=', AmpersandEqual)]),
            b'|' => self.one_of(Pipe, &[(b'|', OrOr), (b'=', PipeEqual)]),
            b'^' => self.one_of(Caret, &[(b'=', CaretEqual)]),
            b'%' => self.mark_shift(b'%', [Percent, PercentEqual, PercentPercent, PercentPercentEqual]),
            b'!' => self.one_of(Bang, &[(b'=', BangEqual)]),
            b';' => (Semicolon, 1),
            b'@' => (At, 1),
            _ => (Tilde, 1),
        };
        self.push(kind, self.at, self.at + length, 0);
    }

    /// `alone`, or the one of `pairs` whose second byte comes next.
    #[inline(always)]
    fn one_of(&self, alone: TokenKind, pairs: &[(u8, TokenKind)]) -> (TokenKind, usize) {
        let next = self.byte(self.at + 1);
        pairs.iter().find(|(second, _)| *second == next).map_or((alone, 1), |(_, kind)| (*kind, 2))
    }

    /// `.`, `..`, `..<`, `..=`.
    fn mark_dot(&self) -> (TokenKind, usize) {
        match (self.byte(self.at + 1), self.byte(self.at + 2)) {
            (b'.', b'<') => (DotDotLess, 3),
            (b'.', b'=') => (DotDotEqual, 3),
            (b'.', _) => (DotDot, 2),
            _ => (Dot, 1),
        }
    }

    /// `<`, `<=`, `<<`, `<<=`, and the like with `byte`.
    #[inline(always)]
    fn mark_shift(&self, byte: u8, kinds: [TokenKind; 4]) -> (TokenKind, usize) {
        let [alone, equal, twice, twice_equal] = kinds;
        match (self.byte(self.at + 1), self.byte(self.at + 2)) {
            (b'=', _) => (equal, 2),
            (second, b'=') if second == byte => (twice_equal, 3),
            (second, _) if second == byte => (twice, 2),
            _ => (alone, 1),
        }
    }
}
