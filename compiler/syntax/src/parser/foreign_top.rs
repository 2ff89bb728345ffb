//! Where a program of another language goes on at top level: behind a line that was not understood, each further declaration of that language
//! is told of as well, so that who pastes a program sees at once what has to be written otherwise.
//!
//! Only the left margin is looked at. Statements there are no declarations: behind the first one they are silent.

use super::Parser;
use super::foreign::is_declaring;
use super::foreign_construct::is_skipped;
use super::foreign_type::is_type_word;
use crate::token::TokenKind;

/// Directives of C, which the lexer takes for attributes.
const DIRECTIVES_OF_C: &[&str] = &["#include", "#define", "#ifdef", "#ifndef", "#pragma"];

/// Words before a module's name, of which there are often many.
const IMPORTS: &[&str] = &["#include", "import", "use", "using", "from"];

impl Parser<'_> {
    /// Whether a declaration of another language begins at the left margin, at the current token, behind an item that begins at token
    /// `before`. Of several imports in a row the first is told of.
    pub(super) fn begins_foreign_item(&self, before: u32) -> bool {
        use TokenKind::{Attribute, Enum, If, Name, Struct, Union};
        if !self.is_first_on_line() || !self.column_is_zero() || self.tokens.place(self.at + 1).is_first_on_line() {
            return false;
        }
        let word = self.tokens.text(self.at, self.text);
        if IMPORTS.contains(&word) && self.tokens.text(before, self.text) == word {
            return false;
        }
        match self.kind {
            Name => self.is_declared_by_word(word) || self.is_declared_as_in_c(word),
            Struct | Enum | Union => self.peek(1) == Name,
            Attribute => DIRECTIVES_OF_C.contains(&word),
            If => self.tokens.text(self.at + 1, self.text) == "__name__",
            _ => false,
        }
    }

    /// `func f`, `import (`, `impl T {`, `from m import x`, `LIMIT = 10`.
    fn is_declared_by_word(&self, word: &str) -> bool {
        use TokenKind::{Bang, Enum, Equal, LeftBrace, LeftParen, Less, Name, String, Struct};
        match self.peek(1) {
            Equal => true,
            Name => is_declaring(word) || is_skipped(word) || word == "from",
            String => is_declaring(word) || word == "extern",
            Struct | Enum => is_declaring(word),
            LeftParen => !self.is_glued_ahead() && matches!(word, "import" | "var" | "const" | "type" | "func"),
            Less => matches!(word, "impl" | "template"),
            LeftBrace => is_skipped(word) && !self.is_glued_ahead(),
            Bang => word == "macro_rules",
            _ => false,
        }
    }

    fn is_glued_ahead(&self) -> bool {
        self.tokens.place(self.at + 1).is_glued()
    }

    /// `int add(int a)`, `Point *make(void)`, `static int counter;`.
    fn is_declared_as_in_c(&self, word: &str) -> bool {
        let Some((words, stars)) = self.words_before_name() else { return false };
        let behind = words + stars + 1;
        let is_procedure = self.peek(behind) == TokenKind::LeftParen && self.tokens.place(self.at + behind).is_glued();
        let is_variable = is_type_word(word) && matches!(self.peek(behind), TokenKind::Equal | TokenKind::Semicolon);
        is_procedure || is_variable
    }
}
