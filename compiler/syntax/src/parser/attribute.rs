//! Attributes at the end of a declaration's first line: `#inline`, `#foreign lz4 "symbol"`, `#align(8)`.

use hubbub_base::Name;
use hubbub_diagnostics::Kind;

use super::Parser;
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::List;
use crate::tree::node::NodeKind;

impl Parser<'_> {
    /// The attributes on the rest of the line.
    #[inline]
    pub(super) fn attributes(&mut self) -> List {
        if !self.is_at_attribute() {
            return List::EMPTY;
        }
        let mark = self.build.mark();
        while self.is_at_attribute() {
            let attribute = self.attribute();
            self.build.push(attribute);
        }
        self.build.list(mark)
    }

    #[inline]
    fn is_at_attribute(&self) -> bool {
        matches!(self.kind, TokenKind::Attribute | TokenKind::HashNoBoundsChecks) && !self.is_first_on_line()
    }

    fn attribute(&mut self) -> NodeId {
        let first = self.at;
        let name = self.tokens.place(self.at).name();
        self.bump();
        let arguments = if self.kind == TokenKind::LeftParen && self.is_glued() {
            self.arguments()
        } else {
            if name == Name::new("tag") && !self.is_first_on_line() && self.kind.is_literal() {
                self.text_of_tag();
            }
            self.attribute_words(name == Name::new("foreign"))
        };
        self.node(NodeKind::Attribute, first, 0, name.raw(), arguments.0)
    }

    /// `#tag 3`: reported, and gone over.
    #[cold]
    fn text_of_tag(&mut self) {
        if !matches!(self.kind, TokenKind::String | TokenKind::RawString) {
            let message = format!("found {}, expected a string behind `#tag`", self.found());
            self.report(SyntaxError::new(Kind::UnexpectedToken, self.here(), message));
            self.is_panicking = false;
            self.bump();
        }
    }

    /// `lz4 "symbol"`: the library of a foreign declaration, and a string.
    fn attribute_words(&mut self, takes_name: bool) -> List {
        let mark = self.build.mark();
        if takes_name && self.kind == TokenKind::Name && !self.is_first_on_line() {
            let first = self.at;
            let mut library = self.name("a library");
            while self.kind == TokenKind::Dot && self.is_glued() {
                self.bump();
                let name = self.name("a member behind `.`");
                library = self.node(NodeKind::Dot, first, 0, library.0, name.0);
            }
            self.build.push(library);
        }
        if matches!(self.kind, TokenKind::String | TokenKind::RawString) && !self.is_first_on_line() {
            let text = self.string("a string");
            self.build.push(text);
        }
        self.build.list(mark)
    }
}
