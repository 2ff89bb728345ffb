//! Bodies in the text form.

use hubbub_base::{FileId, Id, Name};

use super::lexer::TokenKind;
use super::{Failure, Parsed, Parser};
use crate::build::BodyBuilder;
use crate::data::body::{
    Block, Body, Callee, Check, Constant, Intrinsic, LocalId, Operand, Place, PlaceBase, Projection, Rvalue, Statement,
    Terminator,
};
use crate::data::ty::{Ty, TyData};
use crate::float;
use crate::words;

impl Parser<'_> {
    /// From behind the word `body` to its `end`.
    pub(super) fn body(&mut self) -> Parsed<Body> {
        self.expect_word("file")?;
        let file = FileId(self.integer("a file's number")?);
        let mut builder = BodyBuilder::new(file);
        self.require("(")?;
        builder.body.parameters = self.list(")", Self::local)?;
        self.require("->")?;
        self.require("(")?;
        builder.body.results = self.list(")", Self::local)?;
        builder.body.context = self.context()?;
        while self.take_word("let") {
            self.let_local(&mut builder)?;
        }
        while !self.take_word("end") {
            self.block_and_contents(&mut builder)?;
        }
        Ok(builder.body)
    }

    fn let_local(&mut self, builder: &mut BodyBuilder) -> Parsed<()> {
        let at = self.here();
        let id = self.local()?;
        let name = if self.take(":") {
            None
        } else {
            let name = self.name()?;
            self.require(":")?;
            Some(name)
        };
        let ty = self.ty()?;
        builder.at = self.position()?;
        let expected = builder.local(ty, name);
        if id == expected { Ok(()) } else { self.fail_at(at, format!("locals stand in order: expected {expected}")) }
    }

    fn block_and_contents(&mut self, builder: &mut BodyBuilder) -> Parsed<()> {
        let at = self.here();
        let id = self.block()?;
        let expected = builder.begin_block();
        if id != expected {
            return self.fail_at(at, format!("blocks stand in order: expected {expected}"));
        }
        if self.take_word("cold") {
            builder.cold();
        }
        self.require(":")?;
        while !self.statement_or_terminator(builder)? {}
        Ok(())
    }

    /// A number behind a prefix.
    fn id<T: Id>(&mut self, kind: TokenKind, prefix: &str, expected: &str) -> Parsed<T> {
        let digits = if self.peek() == kind { self.peek_text().strip_prefix(prefix) } else { None };
        match digits.and_then(|digits| digits.parse::<u32>().ok()) {
            Some(number) => {
                self.bump();
                Ok(T::from_index(number as usize))
            }
            None => self.fail(expected),
        }
    }

    fn local(&mut self) -> Parsed<LocalId> {
        self.id(TokenKind::Local, "_", "a local")
    }

    fn block(&mut self) -> Parsed<Block> {
        self.id(TokenKind::Block, "bb", "a block")
    }

    fn context(&mut self) -> Parsed<Option<LocalId>> {
        if self.take_word("context") { self.local().map(Some) } else { Ok(None) }
    }

    /// Whether it was a terminator.
    fn statement_or_terminator(&mut self, builder: &mut BodyBuilder) -> Parsed<bool> {
        let (statement, is_terminator) = match self.peek_text() {
            "goto" | "branch" | "switch" | "return" | "tail" | "unreachable" if self.peek() == TokenKind::Word => {
                (End::Terminator(self.terminator(builder)?), true)
            }
            _ => (End::Statement(self.statement(builder)?), false),
        };
        builder.at = self.position()?;
        match statement {
            End::Terminator(terminator) => builder.terminate(terminator),
            End::Statement(statement) => builder.statement(statement),
        }
        Ok(is_terminator)
    }

    fn terminator(&mut self, builder: &mut BodyBuilder) -> Parsed<Terminator> {
        let word = self.peek_text();
        self.bump();
        match word {
            "goto" => Ok(Terminator::Goto(self.block()?)),
            "branch" => {
                let condition = self.operand(builder)?;
                self.expect_word("then")?;
                let then = self.block()?;
                self.expect_word("else")?;
                Ok(Terminator::Branch { condition, then, otherwise: self.block()? })
            }
            "switch" => self.switch(builder),
            "return" => Ok(Terminator::Return),
            "tail" => {
                let (callee, arguments, context) = self.call(builder)?;
                let arguments = builder.operand_run(&arguments);
                Ok(Terminator::TailCall { callee, arguments, context })
            }
            _ => Ok(Terminator::Unreachable),
        }
    }

    fn switch(&mut self, builder: &mut BodyBuilder) -> Parsed<Terminator> {
        let value = self.operand(builder)?;
        self.require("(")?;
        let cases = self.list(")", |this| {
            let value = this.integer("a case's value")?;
            this.require("->")?;
            Ok((value, this.block()?))
        })?;
        self.expect_word("else")?;
        let otherwise = self.block()?;
        Ok(Terminator::Switch { value, cases: builder.case_run(&cases), otherwise })
    }

    fn statement(&mut self, builder: &mut BodyBuilder) -> Parsed<Statement> {
        if self.take_word("live") {
            return Ok(Statement::StorageLive(self.local()?));
        }
        if self.take_word("dead") {
            return Ok(Statement::StorageDead(self.local()?));
        }
        if self.take_word("check") {
            return self.check(builder);
        }
        if self.take_word("call") {
            return self.call_statement(builder, &[]);
        }
        let place = self.place(builder)?;
        if self.peek_text() == "," || self.peek_text() == "=" {
            return self.assignment(builder, place);
        }
        self.fail("`=`")
    }

    fn assignment(&mut self, builder: &mut BodyBuilder, first: Place) -> Parsed<Statement> {
        let mut places = vec![first];
        while self.take(",") {
            places.push(self.place(builder)?);
        }
        self.require("=")?;
        if self.take_word("call") {
            return self.call_statement(builder, &places);
        }
        if places.len() > 1 {
            return self.fail("`call`");
        }
        Ok(Statement::Assign(first, self.rvalue(builder)?))
    }

    fn call_statement(&mut self, builder: &mut BodyBuilder, results: &[Place]) -> Parsed<Statement> {
        let (callee, arguments, context) = self.call(builder)?;
        let results = builder.place_run(results);
        let arguments = builder.operand_run(&arguments);
        Ok(Statement::Call { callee, arguments, results, context })
    }

    fn call(&mut self, builder: &mut BodyBuilder) -> Parsed<(Callee, Vec<Operand>, Option<LocalId>)> {
        let callee = if self.take_word("indirect") {
            let operand = self.operand(builder)?;
            self.require(":")?;
            Callee::Pointer { operand, ty: self.ty()? }
        } else if self.take_word("intrinsic") {
            Callee::Intrinsic(self.intrinsic()?)
        } else {
            let (symbol, ty) = self.procedure_use()?;
            Callee::Direct { symbol, ty }
        };
        let arguments = self.operand_list(builder)?;
        Ok((callee, arguments, self.context()?))
    }

    fn intrinsic(&mut self) -> Parsed<Intrinsic> {
        let word = self.peek_text();
        if let Some((make, _)) = words::ORDERED_INTRINSICS.iter().find(|(_, entry)| *entry == word) {
            self.bump();
            return self.word_value(|word| words::value_of(words::ORDERINGS, word), "an ordering").map(make);
        }
        self.word_value(|word| words::value_of(words::INTRINSICS, word), "an intrinsic")
    }

    fn check(&mut self, builder: &mut BodyBuilder) -> Parsed<Statement> {
        let word = self.peek_text();
        let named = words::NAMED_CHECKS.iter().find(|(_, entry)| *entry == word);
        let check = if let Some((make, _)) = named {
            self.bump();
            make(self.name()?)
        } else if self.take_word("overflow") {
            Check::Overflow(self.word_value(|word| words::value_of(words::OVERFLOWS, word), "an operation")?)
        } else {
            self.word_value(|word| words::value_of(words::CHECKS, word), "a check")?
        };
        let operands = self.operand_list(builder)?;
        let operands = builder.operand_run(&operands);
        Ok(Statement::Check { check, operands, context: self.context()? })
    }

    fn operand_list(&mut self, builder: &mut BodyBuilder) -> Parsed<Vec<Operand>> {
        self.require("(")?;
        self.list(")", |this| this.operand(builder))
    }

    fn rvalue(&mut self, builder: &mut BodyBuilder) -> Parsed<Rvalue> {
        if self.take("&") {
            let place = self.place(builder)?;
            self.require(":")?;
            return Ok(Rvalue::AddressOf(place, self.ty()?));
        }
        if self.take_word("cast") {
            let kind = self.word_value(|word| words::value_of(words::CASTS, word), "a conversion")?;
            let operand = self.operand(builder)?;
            self.expect_word("to")?;
            return Ok(Rvalue::Cast(kind, operand, self.ty()?));
        }
        let word = if self.peek() == TokenKind::Word { self.peek_text() } else { "" };
        if let Some(op) = words::value_of(words::BINARY, word) {
            self.bump();
            let a = self.operand(builder)?;
            self.require(",")?;
            return Ok(Rvalue::Binary(op, a, self.operand(builder)?));
        }
        if let Some(op) = words::value_of(words::UNARY, word) {
            self.bump();
            return Ok(Rvalue::Unary(op, self.operand(builder)?));
        }
        Ok(Rvalue::Use(self.operand(builder)?))
    }

    fn operand(&mut self, builder: &mut BodyBuilder) -> Parsed<Operand> {
        match self.peek() {
            TokenKind::Integer => {
                let value = self.integer("an integer of 128 bits")?;
                self.require(":")?;
                let ty = self.ty()?;
                Ok(builder.constant(Constant::Int { ty, value }))
            }
            TokenKind::Float => self.float(builder),
            TokenKind::Word => match self.constant_word()? {
                Some(constant) => Ok(builder.constant(constant)),
                None => self.place(builder).map(Operand::Copy),
            },
            _ => self.place(builder).map(Operand::Copy),
        }
    }

    fn float(&mut self, builder: &mut BodyBuilder) -> Parsed<Operand> {
        let (at, text) = (self.here(), self.peek_text());
        self.bump();
        self.require(":")?;
        let ty = self.ty()?;
        match float::parse(ty, text) {
            Some(bits) => Ok(builder.constant(Constant::Float { ty, bits })),
            None => Err(Failure::new(at, "a float constant whose type is no float")),
        }
    }

    /// A constant that begins with a word.
    fn constant_word(&mut self) -> Parsed<Option<Constant>> {
        if self.take_word("zero") {
            self.require(":")?;
            return Ok(Some(Constant::Zero(self.ty()?)));
        }
        if self.take_word("uninit") {
            self.require(":")?;
            return Ok(Some(Constant::Uninit(self.ty()?)));
        }
        if self.take_word("proc") {
            let (symbol, ty) = self.procedure_use()?;
            return Ok(Some(Constant::Procedure { symbol, ty }));
        }
        if self.take_word("bits") {
            let bits = self.hexadecimal()?;
            self.require(":")?;
            return Ok(Some(Constant::Float { ty: self.ty()?, bits }));
        }
        if self.take_word("addr") {
            let symbol = self.name()?;
            self.require("+")?;
            let offset = self.integer("an offset")?;
            self.require(":")?;
            return Ok(Some(Constant::GlobalAddress { symbol, offset, ty: self.ty()? }));
        }
        Ok(None)
    }

    fn hexadecimal(&mut self) -> Parsed<u64> {
        let digits = if self.peek() == TokenKind::Hexadecimal { self.peek_text().strip_prefix("0x") } else { None };
        match digits.and_then(|digits| u64::from_str_radix(digits, 16).ok()) {
            Some(bits) => {
                self.bump();
                Ok(bits)
            }
            None => self.fail("64 bits in hexadecimal digits"),
        }
    }

    /// A symbol, and its type where the program does not say it.
    fn procedure_use(&mut self) -> Parsed<(Name, Ty)> {
        let at = self.here();
        let symbol = self.name()?;
        if self.take("#") {
            return Ok((symbol, self.ty()?));
        }
        match self.signatures.get(&symbol) {
            Some(signature) => Ok((symbol, Ty::new(TyData::Procedure(signature.clone())))),
            None => self.fail_at(at, format!("a procedure without a definition: `{symbol}`")),
        }
    }

    fn place(&mut self, builder: &mut BodyBuilder) -> Parsed<Place> {
        let base = if self.peek() == TokenKind::Local {
            PlaceBase::Local(self.local()?)
        } else {
            let at = self.here();
            let symbol = self.name()?;
            let known = self.globals.get(&symbol).copied();
            let ty = if self.take("#") { Some(self.ty()?) } else { known };
            match ty {
                Some(ty) => PlaceBase::Global { symbol, ty },
                None => return self.fail_at(at, format!("a global without a definition: `{symbol}`")),
            }
        };
        let mut path = Vec::new();
        while let Some(projection) = self.projection()? {
            path.push(projection);
        }
        Ok(builder.place(base, &path))
    }

    fn projection(&mut self) -> Parsed<Option<Projection>> {
        if self.take("^") {
            return Ok(Some(Projection::Deref(self.ty()?)));
        }
        if self.peek() == TokenKind::Field {
            return match self.peek_text().strip_prefix('.').and_then(|digits| digits.parse().ok()) {
                Some(field) => {
                    self.bump();
                    Ok(Some(Projection::Field(field)))
                }
                None => self.fail("a field's number"),
            };
        }
        if !self.take("[") {
            return Ok(None);
        }
        let projection = if self.take("+") {
            Projection::Step(self.local()?)
        } else if self.peek() == TokenKind::Local {
            Projection::Index(self.local()?)
        } else {
            Projection::ConstantIndex(self.integer("an index")?)
        };
        self.require("]")?;
        Ok(Some(projection))
    }
}

/// A statement, or what ends a block.
enum End {
    Statement(Statement),
    Terminator(Terminator),
}
