//! Bodies in the text form: locals, blocks, statements, places, operands.

use hubbub_base::Name;
use hubbub_base::table::Run;

use super::Printer;
use crate::data::body::{
    Body, Callee, Check, Constant, LocalId, Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator,
};
use crate::data::ty::{Ty, TyData};
use crate::float;
use crate::words;

impl Printer<'_> {
    pub(super) fn body(&mut self, body: &Body) {
        self.put(format_args!("    body file {} (", body.file.0));
        self.local_list(&body.parameters);
        self.text(") -> (");
        self.local_list(&body.results);
        self.text(")");
        self.context(body.context);
        self.text("\n");
        for (id, local) in body.locals.iter_ids() {
            self.put(format_args!("    let {id}"));
            if let Some(name) = local.name {
                self.text(" ");
                self.name(name);
            }
            self.text(": ");
            self.ty(local.ty);
            self.position(local.at);
            self.text("\n");
        }
        self.blocks(body);
        self.text("end\n");
    }

    fn local_list(&mut self, locals: &[LocalId]) {
        for (index, local) in locals.iter().enumerate() {
            self.put(format_args!("{}{local}", if index > 0 { ", " } else { "" }));
        }
    }

    fn blocks(&mut self, body: &Body) {
        for (id, block) in body.blocks.iter_ids() {
            self.put(format_args!("{id}{}:\n", if block.is_cold { " cold" } else { "" }));
            for (statement, at) in &block.statements {
                self.source_line(body, *at);
                self.text("    ");
                self.statement(body, statement);
                self.position(*at);
                self.text("\n");
            }
            self.source_line(body, block.terminator_at);
            self.text("    ");
            self.terminator(body, block.terminator);
            self.position(block.terminator_at);
            self.text("\n");
        }
    }

    /// The source line of a position as a comment, when it is another one than the last shown.
    fn source_line(&mut self, body: &Body, at: u32) {
        let Some(file) = self.options.sources.and_then(|sources| sources.files.get(body.file)) else { return };
        let (line, _) = file.line_column(at);
        if self.line_shown == Some((body.file, line)) {
            return;
        }
        self.line_shown = Some((body.file, line));
        let shown: String = file.line_text(line).trim().chars().filter(|c| !c.is_control()).collect();
        self.put(format_args!("    // {}:{line}: {shown}\n", file.path));
    }

    fn context(&mut self, context: Option<LocalId>) {
        if let Some(local) = context {
            self.put(format_args!(" context {local}"));
        }
    }

    fn statement(&mut self, body: &Body, statement: &Statement) {
        match *statement {
            Statement::Assign(place, rvalue) => {
                self.place(body, place);
                self.text(" = ");
                self.rvalue(body, rvalue);
            }
            Statement::Call { callee, arguments, results, context } => {
                for (index, place) in body.places(results).iter().enumerate() {
                    self.text(if index > 0 { ", " } else { "" });
                    self.place(body, *place);
                }
                self.text(if results.length > 0 { " = call " } else { "call " });
                self.call(body, callee, arguments, context);
            }
            Statement::Check { check, operands, context } => {
                self.check(check);
                self.operand_list(body, operands);
                self.context(context);
            }
            Statement::StorageLive(local) => self.put(format_args!("live {local}")),
            Statement::StorageDead(local) => self.put(format_args!("dead {local}")),
        }
    }

    fn check(&mut self, check: Check) {
        self.text("check ");
        match check {
            Check::EnumMember(name) => self.named_check("enum_member", name),
            Check::UnionMember(name) => self.named_check("union_member", name),
            Check::AnyType(name) => self.named_check("any_type", name),
            Check::Overflow(op) => self.put(format_args!("overflow {}", words::word_of(words::OVERFLOWS, &op))),
            _ => self.text(words::word_of(words::CHECKS, &check)),
        }
    }

    fn named_check(&mut self, word: &str, name: Name) {
        self.put(format_args!("{word} "));
        self.name(name);
    }

    fn terminator(&mut self, body: &Body, terminator: Terminator) {
        match terminator {
            Terminator::Goto(block) => self.put(format_args!("goto {block}")),
            Terminator::Branch { condition, then, otherwise } => {
                self.text("branch ");
                self.operand(body, condition);
                self.put(format_args!(" then {then} else {otherwise}"));
            }
            Terminator::Switch { value, cases, otherwise } => {
                self.text("switch ");
                self.operand(body, value);
                self.text(" (");
                for (index, (value, block)) in body.cases(cases).iter().enumerate() {
                    self.put(format_args!("{}{value} -> {block}", if index > 0 { ", " } else { "" }));
                }
                self.put(format_args!(") else {otherwise}"));
            }
            Terminator::Return => self.text("return"),
            Terminator::TailCall { callee, arguments, context } => {
                self.text("tail ");
                self.call(body, callee, arguments, context);
            }
            Terminator::Unreachable => self.text("unreachable"),
        }
    }

    fn call(&mut self, body: &Body, callee: Callee, arguments: Run, context: Option<LocalId>) {
        match callee {
            Callee::Direct { symbol, ty } => self.procedure_use(symbol, ty),
            Callee::Pointer { operand, ty } => {
                self.text("indirect ");
                self.operand(body, operand);
                self.text(" : ");
                self.ty(ty);
                self.text(" ");
            }
            Callee::Intrinsic(intrinsic) => {
                let (word, ordering) = words::intrinsic_words(intrinsic);
                self.put(format_args!("intrinsic {word}"));
                if let Some(ordering) = ordering {
                    self.put(format_args!(" {ordering}"));
                }
            }
        }
        self.operand_list(body, arguments);
        self.context(context);
    }

    fn operand_list(&mut self, body: &Body, operands: Run) {
        self.text("(");
        for (index, operand) in body.operands(operands).iter().enumerate() {
            self.text(if index > 0 { ", " } else { "" });
            self.operand(body, *operand);
        }
        self.text(")");
    }

    /// A procedure's symbol, with its type unless the program's procedure of that symbol has it.
    fn procedure_use(&mut self, symbol: Name, ty: Ty) {
        self.name(symbol);
        let known = self.program.procedures.get(&symbol);
        let agrees = match (known, ty.data()) {
            (Some(procedure), TyData::Procedure(signature)) => procedure.signature == *signature,
            _ => false,
        };
        if !agrees {
            self.text("#");
            self.ty(ty);
            self.text(" ");
        }
    }

    fn rvalue(&mut self, body: &Body, rvalue: Rvalue) {
        match rvalue {
            Rvalue::Use(operand) => self.operand(body, operand),
            Rvalue::Binary(op, a, b) => {
                self.put(format_args!("{} ", words::word_of(words::BINARY, &op)));
                self.operand(body, a);
                self.text(", ");
                self.operand(body, b);
            }
            Rvalue::Unary(op, a) => {
                self.put(format_args!("{} ", words::word_of(words::UNARY, &op)));
                self.operand(body, a);
            }
            Rvalue::Cast(kind, a, ty) => {
                self.put(format_args!("cast {} ", words::word_of(words::CASTS, &kind)));
                self.operand(body, a);
                self.text(" to ");
                self.ty(ty);
            }
            Rvalue::AddressOf(place, ty) => {
                self.text("&");
                self.place(body, place);
                self.text(": ");
                self.ty(ty);
            }
        }
    }

    fn operand(&mut self, body: &Body, operand: Operand) {
        match operand {
            Operand::Copy(place) => self.place(body, place),
            Operand::Constant(id) => match body.constants.get(id) {
                Some(constant) => self.constant(constant),
                None => self.text(words::UNKNOWN),
            },
        }
    }

    fn constant(&mut self, constant: &Constant) {
        let ty = match constant {
            Constant::Int { ty, value } => {
                self.put(format_args!("{value}"));
                ty
            }
            Constant::Float { ty, bits } => {
                match float::text(*ty, *bits) {
                    Some(text) => self.text(&text),
                    None => self.put(format_args!("bits 0x{bits:x}")),
                }
                ty
            }
            Constant::Zero(ty) => {
                self.text("zero");
                ty
            }
            Constant::Uninit(ty) => {
                self.text("uninit");
                ty
            }
            Constant::Procedure { symbol, ty } => {
                self.text("proc ");
                self.procedure_use(*symbol, *ty);
                return;
            }
            Constant::GlobalAddress { symbol, offset, ty } => {
                self.text("addr ");
                self.name(*symbol);
                self.put(format_args!(" +{offset}"));
                ty
            }
        };
        self.text(": ");
        self.ty(*ty);
    }

    fn place(&mut self, body: &Body, place: Place) {
        match place.base {
            PlaceBase::Local(local) => self.put(format_args!("{local}")),
            PlaceBase::Global { symbol, ty } => {
                self.name(symbol);
                if self.program.globals.get(&symbol).is_none_or(|global| global.ty != ty) {
                    self.text("#");
                    self.ty(ty);
                    self.text(" ");
                }
            }
        }
        for projection in body.path(place) {
            match projection {
                Projection::Deref(ty) => {
                    self.text("^");
                    self.ty(*ty);
                }
                Projection::Field(field) => self.put(format_args!(".{field}")),
                Projection::Index(local) => self.put(format_args!("[{local}]")),
                Projection::ConstantIndex(index) => self.put(format_args!("[{index}]")),
                Projection::Step(local) => self.put(format_args!("[+{local}]")),
            }
        }
    }
}
