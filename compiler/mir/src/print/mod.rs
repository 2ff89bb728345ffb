//! The text form of MIR, as `--emit mir` shows it; `docs/reference/mir.md` describes it.
//!
//! [`program`] prints everything, definitions of types first. Where a use agrees with the definition that the program
//! has for its symbol, its type is left out; where it does not (the verifier will say so), it is written behind a `#`,
//! so that the parser gives back exactly what was printed. Start with [`program`]; bodies are in [`body`].

mod body;
mod names;
#[cfg(test)]
mod tests;

use std::fmt::Write;

use hubbub_base::source::SourceMap;
use hubbub_base::{FileId, Name};

use crate::data::program::{Aggregate, Global, InlineHint, Procedure, Program, StaticData};
use crate::data::ty::{Abi, Signature, Ty, TyData};
use crate::words;

pub use names::{quote_bytes, write_name};

/// What the text shows besides the program itself.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Byte offsets into the source (`!57`), which the parser reads back; without them it gives 0.
    pub positions: bool,
    /// Source lines as comments.
    pub sources: Option<&'a SourceMap>,
}

/// The text of a program, with positions.
pub fn program(program: &Program) -> String {
    program_with(program, Options { positions: true, sources: None })
}

/// The text of a program.
pub fn program_with(program: &Program, options: Options<'_>) -> String {
    let mut printer = Printer { program, options, out: String::new(), line_shown: None };
    for library in &program.libraries {
        printer.library(library);
    }
    for (symbol, aggregate) in &program.aggregates {
        printer.aggregate(*symbol, aggregate);
    }
    for (symbol, global) in &program.globals {
        printer.global(*symbol, global);
    }
    for (symbol, procedure) in &program.procedures {
        printer.procedure(*symbol, procedure);
    }
    printer.out
}

/// The text of one procedure of a program.
pub fn procedure(program: &Program, procedure: &Procedure, options: Options<'_>) -> String {
    let mut printer = Printer { program, options, out: String::new(), line_shown: None };
    printer.procedure(procedure.symbol, procedure);
    printer.out
}

/// The text of a type, for messages.
pub fn ty(ty: Ty) -> String {
    let program = Program::default();
    let mut printer = Printer { program: &program, options: Options::default(), out: String::new(), line_shown: None };
    printer.ty_shortly(ty);
    printer.out
}

struct Printer<'a> {
    program: &'a Program,
    options: Options<'a>,
    out: String,
    /// The source line that the last comment showed.
    line_shown: Option<(FileId, u32)>,
}

impl Printer<'_> {
    /// Appends formatted text.
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn name(&mut self, name: Name) {
        write_name(&mut self.out, name);
    }

    fn position(&mut self, at: u32) {
        if self.options.positions {
            self.put(format_args!(" !{at}"));
        }
    }

    fn library(&mut self, library: &str) {
        self.text("library ");
        quote_bytes(&mut self.out, library.as_bytes());
        self.text("\n\n");
    }

    fn aggregate(&mut self, symbol: Name, aggregate: &Aggregate) {
        self.text(words::word_of(words::AGGREGATES, &aggregate.kind));
        self.text(" ");
        self.name(symbol);
        self.put(format_args!(" size {} align {}\n", aggregate.size, aggregate.align));
        for field in &aggregate.fields {
            self.text("    ");
            self.name(field.name);
            self.text(": ");
            self.ty(field.ty);
            self.put(format_args!(" +{}\n", field.offset));
        }
        for member in &aggregate.members {
            self.text("    ");
            self.name(member.name);
            self.put(format_args!(" = {}\n", member.value));
        }
        self.text("end\n\n");
    }

    fn global(&mut self, symbol: Name, global: &Global) {
        self.text("global ");
        self.name(symbol);
        self.text(": ");
        self.ty(global.ty);
        self.put(format_args!(" align {} {}", global.align, words::word_of(words::LINKAGES, &global.linkage)));
        if global.is_constant {
            self.text(" constant");
        }
        if global.is_thread_local {
            self.text(" thread_local");
        }
        if let Some(name) = global.name {
            self.text(" name ");
            self.name(name);
        }
        self.static_data(&global.data);
        self.text("\n\n");
    }

    fn static_data(&mut self, data: &StaticData) {
        if !data.bytes.is_empty() {
            self.text(" data ");
            quote_bytes(&mut self.out, &data.bytes);
        }
        for relocation in &data.relocations {
            self.put(format_args!("\n    relocate {} to ", relocation.offset));
            self.name(relocation.symbol);
            self.put(format_args!(" +{}", relocation.addend));
        }
    }

    fn procedure(&mut self, symbol: Name, procedure: &Procedure) {
        self.text("proc ");
        self.name(symbol);
        self.text(": ");
        self.signature(&procedure.signature);
        self.put(format_args!(" {}", words::word_of(words::LINKAGES, &procedure.linkage)));
        if procedure.inline != InlineHint::Auto {
            self.put(format_args!(" {}", words::word_of(words::INLINES, &procedure.inline)));
        }
        if procedure.is_cold {
            self.text(" cold");
        }
        if procedure.is_never {
            self.text(" never");
        }
        self.text(" name ");
        self.name(procedure.name);
        self.text(" module ");
        self.name(procedure.module);
        self.put(format_args!(" file {}", procedure.file.0));
        self.position(procedure.at);
        self.text("\n");
        if let Some(body) = &procedure.body {
            self.body(body);
        }
        self.text("\n");
    }

    /// A type; nominal ones by name alone where the program defines them so.
    fn ty(&mut self, ty: Ty) {
        match ty.data() {
            TyData::Enum { name, bits, signed } => {
                self.name(*name);
                if !self.defines_enum(*name, *bits, *signed) {
                    self.put(format_args!("#{}{bits}", if *signed { 'i' } else { 'u' }));
                }
            }
            TyData::Aggregate { name, size, align } => {
                self.name(*name);
                if !self.defines_aggregate(*name, *size, *align) {
                    self.put(format_args!("#({size}, {align})"));
                }
            }
            TyData::Pointer { pointee: Some(pointee) } => {
                self.text("*");
                self.ty(*pointee);
            }
            TyData::Procedure(signature) => self.signature(signature),
            TyData::Array { element, length } => {
                self.text("[");
                self.ty(*element);
                self.put(format_args!("; {length}]"));
            }
            TyData::Vector { element, lanes } => {
                self.text("<");
                self.ty(*element);
                self.put(format_args!("; {lanes}>"));
            }
            _ => self.plain_ty(ty),
        }
    }

    /// As [`Printer::ty`], for people: nominal types by name whatever the program says.
    fn ty_shortly(&mut self, ty: Ty) {
        match ty.data() {
            TyData::Enum { name, .. } | TyData::Aggregate { name, .. } => self.name(*name),
            TyData::Pointer { pointee: Some(pointee) } => {
                self.text("*");
                self.ty_shortly(*pointee);
            }
            _ => self.ty(ty),
        }
    }

    /// A type without types inside.
    fn plain_ty(&mut self, ty: Ty) {
        match ty.data() {
            TyData::Int { bits, signed: true } => self.put(format_args!("i{bits}")),
            TyData::Int { bits, signed: false } => self.put(format_args!("u{bits}")),
            TyData::Float { bits } => self.put(format_args!("f{bits}")),
            TyData::Bool => self.text("bool"),
            TyData::Rune => self.text("rune"),
            TyData::Pointer { .. } => self.text("ptr"),
            _ => self.text(words::UNKNOWN),
        }
    }

    fn signature(&mut self, signature: &Signature) {
        self.text(if signature.abi == Abi::C { "cproc(" } else { "proc(" });
        for (index, parameter) in signature.parameters.iter().enumerate() {
            self.text(if index > 0 { ", " } else { "" });
            self.ty(*parameter);
        }
        if signature.is_variadic {
            self.text(if signature.parameters.is_empty() { "..." } else { ", ..." });
        }
        self.text(")");
        match &*signature.results {
            [] => {}
            [result] => {
                self.text(" -> ");
                self.ty(*result);
            }
            results => {
                self.text(" -> (");
                for (index, result) in results.iter().enumerate() {
                    self.text(if index > 0 { ", " } else { "" });
                    self.ty(*result);
                }
                self.text(")");
            }
        }
    }

    /// Whether a bare use of `name` stands for this enum: see the parser's `nominal`.
    fn defines_enum(&self, name: Name, bits: u16, signed: bool) -> bool {
        let defined = self.program.aggregates.get(&name);
        defined.is_some_and(|it| signed && it.is_enum() && it.size.checked_mul(8) == Some(u64::from(bits)))
    }

    fn defines_aggregate(&self, name: Name, size: u64, align: u32) -> bool {
        let defined = self.program.aggregates.get(&name);
        defined.is_some_and(|it| !it.is_enum() && it.size == size && it.align == align)
    }
}
