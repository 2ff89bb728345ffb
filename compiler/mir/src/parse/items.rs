//! What stands at top level: libraries, nominal types, globals, procedures.
//!
//! Uses may stand before definitions, so two passes go before the real one: sizes of nominal types first, then the
//! types of globals and procedures.

use hubbub_base::{FileId, Name};

use super::lexer::TokenKind;
use super::{Nominal, Parsed, Parser};
use crate::data::program::{
    Aggregate, AggregateKind, Field, Global, InlineHint, Member, Procedure, Program, Relocation, StaticData,
};
use crate::words;

impl Parser<'_> {
    /// First pass: what uses of nominal types need.
    pub(super) fn collect_nominals(&mut self) -> Parsed<()> {
        while self.skip_to_item() {
            let kind = words::value_of(words::AGGREGATES, self.peek_text());
            let Some(kind) = kind else {
                self.bump();
                continue;
            };
            let (name, size, align) = self.aggregate_head()?;
            let nominal = match (kind, size) {
                (AggregateKind::Enum, 1 | 2 | 4 | 8 | 16) => Nominal::Enum { bits: size as u16 * 8 },
                (AggregateKind::Enum, _) => Nominal::Odd,
                _ => Nominal::Aggregate { size, align },
            };
            self.nominals.insert(name, nominal);
        }
        self.next = 0;
        Ok(())
    }

    /// Second pass: what uses of symbols need.
    pub(super) fn collect_symbols(&mut self) -> Parsed<()> {
        while self.skip_to_item() {
            if self.take_word("global") {
                let name = self.name()?;
                self.require(":")?;
                let ty = self.ty()?;
                self.globals.insert(name, ty);
            } else if self.take_word("proc") {
                let name = self.name()?;
                self.require(":")?;
                let signature = self.signature()?;
                self.signatures.insert(name, signature);
            } else {
                self.bump();
            }
        }
        self.next = 0;
        Ok(())
    }

    /// Skips to the next token that is the first of its line and a word that can begin an item.
    fn skip_to_item(&mut self) -> bool {
        let rest = self.tokens.get(self.next..).unwrap_or(&[]);
        let found = rest.iter().position(|token| {
            token.is_first
                && token.kind == TokenKind::Word
                && matches!(token.text(self.text), "global" | "proc" | "struct" | "union" | "raw_union" | "enum")
        });
        self.next = found.map_or(self.tokens.len(), |distance| self.next + distance);
        found.is_some()
    }

    /// The real pass.
    pub(super) fn items(&mut self) -> Parsed<Program> {
        let mut program = Program::default();
        while self.peek() != TokenKind::End {
            if self.take_word("library") {
                self.library(&mut program)?;
            } else if self.take_word("global") {
                self.global(&mut program)?;
            } else if self.take_word("proc") {
                self.procedure(&mut program)?;
            } else {
                self.aggregate(&mut program)?;
            }
        }
        Ok(program)
    }

    fn library(&mut self, program: &mut Program) -> Parsed<()> {
        let at = self.here();
        match String::from_utf8(self.quoted()?) {
            Ok(library) => program.libraries.push(library),
            Err(_) => return self.fail_at(at, "a library that is not valid UTF-8"),
        }
        Ok(())
    }

    fn aggregate_head(&mut self) -> Parsed<(Name, u64, u32)> {
        self.bump();
        let name = self.name()?;
        self.expect_word("size")?;
        let size = self.size()?;
        self.expect_word("align")?;
        Ok((name, size, self.align()?))
    }

    fn aggregate(&mut self, program: &mut Program) -> Parsed<()> {
        let Some(kind) = words::value_of(words::AGGREGATES, self.peek_text()) else {
            return self.fail("a definition");
        };
        let at = self.here();
        let (name, size, align) = self.aggregate_head()?;
        let mut aggregate = Aggregate { name, size, align, kind, fields: Vec::new(), members: Vec::new() };
        while !self.take_word("end") {
            self.field_or_member(&mut aggregate)?;
        }
        match program.aggregates.insert(name, aggregate) {
            Some(_) => self.fail_at(at, format!("`{name}` is defined twice")),
            None => Ok(()),
        }
    }

    fn field_or_member(&mut self, aggregate: &mut Aggregate) -> Parsed<()> {
        let name = self.name()?;
        if self.take("=") {
            aggregate.members.push(Member { name, value: self.integer("a value")? });
            return Ok(());
        }
        self.require(":")?;
        let ty = self.ty()?;
        self.require("+")?;
        let offset = self.size()?;
        aggregate.fields.push(Field { name, ty, offset });
        Ok(())
    }

    fn global(&mut self, program: &mut Program) -> Parsed<()> {
        let at = self.here();
        let symbol = self.name()?;
        self.require(":")?;
        let ty = self.ty()?;
        self.expect_word("align")?;
        let align = self.align()?;
        let linkage = self.word_value(|word| words::value_of(words::LINKAGES, word), "a linkage")?;
        let is_constant = self.take_word("constant");
        let is_thread_local = self.take_word("thread_local");
        let name = if self.take_word("name") { Some(self.name()?) } else { None };
        let data = self.static_data()?;
        let global = Global { symbol, name, ty, align, data, is_constant, is_thread_local, linkage };
        match program.globals.insert(symbol, global) {
            Some(_) => self.fail_at(at, format!("`{symbol}` is defined twice")),
            None => Ok(()),
        }
    }

    fn static_data(&mut self) -> Parsed<StaticData> {
        let bytes = if self.take_word("data") { self.quoted()? } else { Vec::new() };
        let mut relocations = Vec::new();
        while self.take_word("relocate") {
            let offset = self.size()?;
            self.expect_word("to")?;
            let symbol = self.name()?;
            self.require("+")?;
            relocations.push(Relocation { offset, symbol, addend: self.integer("an offset")? });
        }
        Ok(StaticData { bytes, relocations })
    }

    fn procedure(&mut self, program: &mut Program) -> Parsed<()> {
        let start = self.here();
        let symbol = self.name()?;
        self.require(":")?;
        let signature = self.signature()?;
        let linkage = self.word_value(|word| words::value_of(words::LINKAGES, word), "a linkage")?;
        let inline = words::value_of(words::INLINES, self.peek_text());
        if inline.is_some() {
            self.bump();
        }
        let is_cold = self.take_word("cold");
        let is_never = self.take_word("never");
        self.expect_word("name")?;
        let name = self.name()?;
        self.expect_word("module")?;
        let module = self.name()?;
        self.expect_word("file")?;
        let file = FileId(self.integer("a file's number")?);
        let at = self.position()?;
        let body = if self.take_word("body") { Some(self.body()?) } else { None };
        let inline = inline.unwrap_or(InlineHint::Auto);
        let procedure =
            Procedure { symbol, name, module, signature, linkage, inline, is_cold, is_never, file, at, body };
        match program.procedures.insert(symbol, procedure) {
            Some(_) => self.fail_at(start, format!("`{symbol}` is defined twice")),
            None => Ok(()),
        }
    }
}
