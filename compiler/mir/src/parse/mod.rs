//! Reads the text form of MIR back: exactly what [`crate::print`] writes, blanks and `//` comments aside.
//!
//! Any input gives a program or the first error with its line and column; nesting is bounded, sizes are checked, so that
//! nothing overflows later on. What is read is well formed but not verified: that is [`crate::verify`]'s work.
//! Bodies come in normal numbering (see [`crate::build::normal_form`]). Start with [`program`]; [`items`] reads what stands at
//! top level, [`body`] bodies, [`ty`] types, [`lexer`] makes tokens.

mod body;
mod items;
mod lexer;
#[cfg(test)]
mod tests;
mod ty;

use hashbrown::HashMap;
use hubbub_base::Name;

use crate::data::program::Program;
use crate::data::ty::{Signature, Ty};
use lexer::{Token, TokenKind};

/// Why a text is no MIR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// What was found and what was expected.
    pub message: String,
}

impl std::fmt::Display for ParseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for ParseError {}

/// The program that a text stands for.
pub fn program(text: &str) -> Result<Program, ParseError> {
    parse(text).map_err(|failure| failure.located(text))
}

fn parse(text: &str) -> Result<Program, Failure> {
    let tokens = lexer::tokens(text)?;
    let mut parser = Parser {
        text,
        tokens: &tokens,
        next: 0,
        nominals: HashMap::new(),
        signatures: HashMap::new(),
        globals: HashMap::new(),
    };
    parser.collect_nominals()?;
    parser.collect_symbols()?;
    parser.items()
}

/// An error by byte offset.
struct Failure {
    at: usize,
    message: String,
}

impl Failure {
    fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }

    fn located(self, text: &str) -> ParseError {
        let before = text.get(..self.at).unwrap_or(text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() as u32 + 1;
        ParseError { line, column, message: self.message }
    }
}

type Parsed<T> = Result<T, Failure>;

/// What the definition of a nominal type says to its uses.
#[derive(Clone, Copy)]
enum Nominal {
    Enum {
        bits: u16,
    },
    Aggregate {
        size: u64,
        align: u32,
    },
    /// An enum whose size is that of no integer: every use says what it is.
    Odd,
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    next: usize,
    nominals: HashMap<Name, Nominal>,
    signatures: HashMap<Name, Signature>,
    globals: HashMap<Name, Ty>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> TokenKind {
        self.tokens.get(self.next).map_or(TokenKind::End, |token| token.kind)
    }

    /// Where the next token begins.
    fn here(&self) -> usize {
        self.tokens.get(self.next).map_or(self.text.len(), |token| token.start)
    }

    fn peek_text(&self) -> &'a str {
        self.tokens.get(self.next).map_or("", |token| token.text(self.text))
    }

    fn bump(&mut self) {
        self.next += 1;
    }

    fn fail<T>(&self, expected: &str) -> Parsed<T> {
        let found: String = match self.peek_text() {
            "" => "the end".to_owned(),
            text => format!("`{}`", text.chars().take(40).collect::<String>()),
        };
        Err(Failure::new(self.here(), format!("found {found}, expected {expected}")))
    }

    fn fail_at<T>(&self, at: usize, message: impl Into<String>) -> Parsed<T> {
        Err(Failure::new(at, message))
    }

    /// Takes this punctuation if it comes next.
    fn take(&mut self, punctuation: &str) -> bool {
        let found = self.peek() == TokenKind::Punctuation && self.peek_text() == punctuation;
        if found {
            self.bump();
        }
        found
    }

    fn require(&mut self, punctuation: &str) -> Parsed<()> {
        if self.take(punctuation) { Ok(()) } else { self.fail(&format!("`{punctuation}`")) }
    }

    /// Whether this word comes next.
    fn at_word(&self, word: &str) -> bool {
        self.peek() == TokenKind::Word && self.peek_text() == word
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.at_word(word);
        if found {
            self.bump();
        }
        found
    }

    fn expect_word(&mut self, word: &str) -> Parsed<()> {
        if self.take_word(word) { Ok(()) } else { self.fail(&format!("`{word}`")) }
    }

    /// A word that is looked up in a table.
    fn word_value<T>(&mut self, look_up: impl Fn(&str) -> Option<T>, expected: &str) -> Parsed<T> {
        let found = if self.peek() == TokenKind::Word { look_up(self.peek_text()) } else { None };
        match found {
            Some(value) => {
                self.bump();
                Ok(value)
            }
            None => self.fail(expected),
        }
    }

    /// A name, bare or quoted.
    fn name(&mut self) -> Parsed<Name> {
        match self.peek() {
            TokenKind::Word if crate::words::is_bare(self.peek_text()) => {
                let name = Name::new(self.peek_text());
                self.bump();
                Ok(name)
            }
            TokenKind::Quoted => {
                let at = self.here();
                match String::from_utf8(self.quoted()?) {
                    Ok(text) => Ok(Name::new(&text)),
                    Err(_) => self.fail_at(at, "a name that is not valid UTF-8"),
                }
            }
            _ => self.fail("a name"),
        }
    }

    /// The bytes of a quoted text.
    fn quoted(&mut self) -> Parsed<Vec<u8>> {
        if self.peek() != TokenKind::Quoted {
            return self.fail("a text in quotes");
        }
        let bytes = lexer::unquote(self.peek_text(), self.here())?;
        self.bump();
        Ok(bytes)
    }

    /// An integer that fits the type asked for.
    fn integer<T: TryFrom<i128>>(&mut self, expected: &str) -> Parsed<T> {
        let value = if self.peek() == TokenKind::Integer { self.peek_text().parse::<i128>().ok() } else { None };
        match value.and_then(|value| T::try_from(value).ok()) {
            Some(value) => {
                self.bump();
                Ok(value)
            }
            None => self.fail(expected),
        }
    }

    /// `!57`, or nothing: 0.
    fn position(&mut self) -> Parsed<u32> {
        if self.take("!") { self.integer("a byte offset") } else { Ok(0) }
    }

    /// Items between the opener, which has been taken, and `closer`, with commas between them.
    fn list<T>(&mut self, closer: &str, mut item: impl FnMut(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        let mut items = Vec::new();
        if self.take(closer) {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if self.take(closer) {
                return Ok(items);
            }
            self.require(",")?;
        }
    }
}
