//! A program's procedures beside what becomes of them: MIR, LLVM's form and machine code, with and without optimisation, each line with
//! the lines of source that it comes from.
//!
//! MIR says so itself. LLVM's texts say it in their debug information, so the program is generated with it; the code is the same without. Start with [`Session::explore`].

mod assembly;
mod ir;
mod places;

use hashbrown::HashMap;
use hubbub_base::FileId;
use hubbub_codegen_llvm::{Emit, Output};
use hubbub_mir::Procedure;
use hubbub_mir::print;
use object::{Object, ObjectSymbol, SymbolKind};
use serde::Serialize;

use crate::options::Level;
use crate::session::{Lowered, Session, Stopped};
use places::Files;

/// A place in the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its file.
    pub file: FileId,
    /// Its line, from 1.
    pub line: u32,
}

/// A line of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The line, without what only tools read.
    pub text: String,
    /// Where it comes from, then where that was called, if it was made a part of its caller, and so on; nothing for what comes from nowhere.
    pub places: Vec<Place>,
}

/// A text of a procedure, and how many bytes of machine code that is, where it is known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Bytes of machine code.
    pub bytes: Option<u64>,
}

/// A procedure in all forms.
#[derive(Debug)]
pub struct Explored {
    /// As people read it: `Trees.build`.
    pub name: String,
    /// Where it is declared; nowhere for the runtime's own.
    pub place: Option<Place>,
    /// Whether somebody has written it; the compiler makes some, `equal{Point}`, whose place is the type's file.
    pub is_written: bool,
    /// One for each of [`Exploration::forms`]; none where the procedure is not there, for it is a part of its callers, or nobody calls it.
    pub forms: Vec<Option<Listing>>,
}

/// What a program becomes.
#[derive(Debug)]
pub struct Exploration {
    /// The forms' names, in their order.
    pub forms: Vec<Form>,
    /// The procedures: the program's own in the order of the source, then the library's, then the runtime's.
    pub procedures: Vec<Explored>,
}

/// A form that is shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Form {
    /// `MIR`, `LLVM IR -O3`, `assembly -O3`.
    pub name: String,
    /// What it is written in: `mir`, `ir` or `assembly`.
    pub kind: &'static str,
}

/// The texts of one form by symbol.
type Listings = HashMap<String, Listing>;

impl Session {
    /// The program in all forms, without optimisation and at this level. The session has to make debug information.
    pub fn explore(&mut self, level: Level) -> Result<Exploration, Stopped> {
        let lowered = self.program()?;
        let mut forms = vec![Form { name: "MIR".to_owned(), kind: "mir" }];
        let mut listings = vec![self.mir(&lowered)];
        let levels = if level == Level::O0 { vec![Level::O0] } else { vec![Level::O0, level] };
        for level in levels {
            self.options.level = level;
            let emit = Emit { ir: true, assembly: true, object: true, ..Emit::default() };
            let outputs = self.generate(&lowered, emit)?;
            let files = Files::new(&self.sources);
            let option = format!("-{}", level.name());
            forms.push(Form { name: format!("LLVM IR {option}"), kind: "ir" });
            listings.push(texts(&outputs, |output| ir::read(output.ir.as_deref().unwrap_or(""), &files)));
            forms.push(Form { name: format!("assembly {option}"), kind: "assembly" });
            listings.push(sized(
                &outputs,
                texts(&outputs, |output| assembly::read(output.assembly.as_deref().unwrap_or(""), &files)),
            ));
        }
        let procedures = self.procedures(&lowered, listings);
        Ok(Exploration { forms, procedures })
    }

    /// MIR of all procedures that have a body.
    fn mir(&self, lowered: &Lowered) -> Listings {
        let options = print::Options { positions: true, sources: None };
        let with_body = lowered.program.procedures.iter().filter(|(_, procedure)| procedure.body.is_some());
        let listing = |procedure: &Procedure| {
            let text = print::procedure(&lowered.program, procedure, options);
            let lines =
                text.lines().filter(|line| !line.is_empty()).map(|line| self.mir_line(procedure, line)).collect();
            Listing { lines, bytes: None }
        };
        with_body.map(|(symbol, procedure)| (symbol.as_str().to_owned(), listing(procedure))).collect()
    }

    /// A line of MIR, which ends with an offset into the procedure's file, `!57`.
    fn mir_line(&self, procedure: &Procedure, line: &str) -> Line {
        let found = line.rsplit_once(" !").and_then(|(text, offset)| Some((text, offset.parse::<u32>().ok()?)));
        let Some((text, offset)) = found else { return Line { text: line.to_owned(), places: Vec::new() } };
        let file = procedure.body.as_ref().map_or(procedure.file, |body| body.file);
        // What the compiler adds stands at the very beginning of the file.
        let place = self
            .sources
            .files
            .get(file)
            .filter(|_| offset > 0)
            .map(|source| Place { file, line: source.line_column(offset).0 });
        Line { text: text.to_owned(), places: place.into_iter().collect() }
    }

    /// The procedures with their texts: those of the program's MIR, and what else there is machine code of.
    fn procedures(&self, lowered: &Lowered, mut listings: Vec<Listings>) -> Vec<Explored> {
        let mut explored = Vec::new();
        for (symbol, procedure) in lowered.program.procedures.iter().filter(|(_, procedure)| procedure.body.is_some()) {
            let forms: Vec<_> = listings.iter_mut().map(|form| form.remove(symbol.as_str())).collect();
            let is_written =
                forms.iter().flatten().take(1).flat_map(|mir| &mir.lines).any(|line| !line.places.is_empty());
            let place = self.declared(procedure);
            let name = symbol.as_str().to_owned();
            explored.push(if is_written {
                Explored { name, place, is_written, forms }
            } else {
                made(name, place, forms)
            });
        }
        let is_own = |place: Place| self.sources.files.get(place.file).is_some_and(|file| !file.is_library);
        explored.sort_by(|a, b| {
            let key = |e: &Explored| {
                (!e.place.is_some_and(is_own), !e.is_written, e.place.map(|place| (place.file, place.line)))
            };
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        let mut others: Vec<String> = listings.iter().flat_map(|form| form.keys().cloned()).collect();
        others.sort();
        others.dedup();
        for symbol in others {
            let forms = listings.iter_mut().map(|form| form.remove(&symbol)).collect();
            let name = crate::size::demangle(&symbol);
            explored.push(Explored { name, place: None, is_written: false, forms });
        }
        explored
    }

    fn declared(&self, procedure: &Procedure) -> Option<Place> {
        let file = self.sources.files.get(procedure.file)?;
        Some(Place { file: procedure.file, line: file.line_column(procedure.at).0 })
    }
}

/// A procedure that the compiler has made: debug information gives all of it the beginning of the file, where nothing of it stands.
fn made(name: String, place: Option<Place>, mut forms: Vec<Option<Listing>>) -> Explored {
    for line in forms.iter_mut().flatten().flat_map(|form| &mut form.lines) {
        line.places.pop_if(|outermost| place.is_some_and(|place| outermost.file == place.file && outermost.line == 1));
    }
    Explored { name, place, is_written: false, forms }
}

/// The listings of all units.
fn texts(outputs: &[Output], read: impl Fn(&Output) -> Vec<(String, Vec<Line>)>) -> Listings {
    outputs.iter().flat_map(read).map(|(symbol, lines)| (symbol, Listing { lines, bytes: None })).collect()
}

/// With the sizes that the objects' symbols have.
fn sized(outputs: &[Output], mut listings: Listings) -> Listings {
    let objects = outputs.iter().filter_map(|output| object::File::parse(output.object.as_deref()?).ok());
    for object in objects {
        for symbol in object.symbols().filter(|symbol| symbol.kind() == SymbolKind::Text && symbol.size() > 0) {
            if let Some(listing) = symbol.name().ok().and_then(|name| listings.get_mut(name)) {
                listing.bytes = Some(symbol.size());
            }
        }
    }
    listings
}
