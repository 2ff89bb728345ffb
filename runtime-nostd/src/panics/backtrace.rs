//! A backtrace with the names of procedures and their source lines.
//!
//! Long ones are cut in the middle, and what repeats is folded: a stack overflow has a hundred thousand frames. Rules and names
//! that were found for an instruction are kept, because such a trace has the same few all over again.

use super::Message;
use super::image::Image;
use super::lines::{self, Place};
use super::symbols;
use super::unwind::{self, Frame, Rules};
use crate::system;

/// Lines from the top, and from the bottom.
const FIRST_LINES: usize = 16;
const LAST_LINES: usize = 8;

/// The procedures that start the program; nobody wants to see them or their callers.
const BOTTOM: &[&[u8]] = &[b"hb_program_main", b"hb_start", b"hb_main", b"hb_thread_call"];

/// What a panic goes through in the Prelude before it comes here: nobody's concern either.
const TOP: [&[u8]; 4] = [b"Prelude.panic", b"Prelude.assert", b"Prelude.unreachable", b"Prelude.out_of_memory"];

const KNOWN_COUNT: usize = 256;

/// What was found out about an instruction.
#[derive(Clone, Copy)]
struct Known {
    pc: usize,
    rules: Option<Rules>,
    is_bottom: bool,
    is_top: bool,
}

/// A line of the trace.
#[derive(Clone, Copy)]
struct Line {
    pc: usize,
    times: usize,
}

pub struct Backtrace {
    image: Image,
    known: [Option<Known>; KNOWN_COUNT],
    first: [Line; FIRST_LINES],
    last: [Line; LAST_LINES],
    count: usize,
}

impl Backtrace {
    pub fn new() -> Backtrace {
        let empty = Line { pc: 0, times: 0 };
        Backtrace {
            image: Image::open(),
            known: [None; KNOWN_COUNT],
            first: [empty; FIRST_LINES],
            last: [empty; LAST_LINES],
            count: 0,
        }
    }

    pub fn image(&self) -> &Image {
        &self.image
    }

    /// Prints the frames from this one on. `place` is where the panic was: if that is in the standard library, the line of the program's own that
    /// has called it comes first.
    pub fn print(&mut self, frame: Frame, place: Option<Place>) {
        self.collect(frame);
        if place.is_some_and(|place| place.is_of_library()) {
            self.print_caller();
        }
        for index in 0..self.count.min(FIRST_LINES) {
            if let Some(&line) = self.first.get(index) {
                self.print_line(line);
            }
        }
        let hidden = self.count.saturating_sub(FIRST_LINES + LAST_LINES);
        if hidden > 0 {
            let mut text = Message::new();
            text.text(b"  ... ").number(hidden as i64).text(b" more ...\n");
            system::write_error(text.bytes());
        }
        for index in FIRST_LINES.max(self.count.saturating_sub(LAST_LINES))..self.count {
            if let Some(&line) = self.last.get(index % LAST_LINES) {
                self.print_line(line);
            }
        }
    }

    /// Where the innermost procedure is that is not the library's, if lines are known. Nothing where one has become a part of another, which may
    /// be the program's: its own line is lost.
    fn print_caller(&self) {
        for line in self.first.iter().take(self.count) {
            let Some(place) = lines::find(&self.image, line.pc) else { continue };
            if !place.is_of_library() {
                let mut text = Message::new();
                place.write(text.text(b"  called from "));
                system::write_error(text.text(b"\n").bytes());
                return;
            }
            if symbols::find(&self.image, line.pc).is_none_or(|symbol| !place.is_of_module_of(symbol.name)) {
                return;
            }
        }
    }

    /// The addresses of the frames from this one on, as many as there is room for; gives their count.
    pub fn take(&mut self, mut frame: Frame, out: &mut [usize]) -> usize {
        let mut count = 0;
        for slot in out {
            let known = self.know(frame.lookup_pc());
            if known.is_bottom {
                break;
            }
            *slot = known.pc;
            count += 1;
            let Some(caller) = frame.caller(known.rules) else { break };
            frame = caller;
        }
        count
    }

    /// Prints what was taken, but not the procedures of the library by which memory is asked for.
    pub fn print_all(&self, frames: &[usize]) {
        let first = frames.iter().position(|&pc| !self.is_of_library(pc)).unwrap_or(0);
        for &pc in frames.iter().skip(first) {
            self.print_line(Line { pc, times: 1 });
        }
    }

    fn is_of_library(&self, pc: usize) -> bool {
        const MODULES: [&[u8]; 2] = [b"Tracking.", b"Prelude."];
        let name = symbols::find(&self.image, pc).map_or(&b""[..], |symbol| symbol.name);
        MODULES.iter().any(|module| name.starts_with(module))
    }

    fn collect(&mut self, mut frame: Frame) {
        loop {
            let known = self.know(frame.lookup_pc());
            if known.is_bottom {
                // Without any other frame, all that led here has been inlined into it.
                if self.count == 0 {
                    self.add(known.pc);
                }
                return;
            }
            if self.count > 0 || !known.is_top {
                self.add(known.pc);
            }
            let Some(caller) = frame.caller(known.rules) else { return };
            frame = caller;
        }
    }

    fn know(&mut self, pc: usize) -> Known {
        let place = pc % KNOWN_COUNT;
        if let Some(Some(known)) = self.known.get(place).filter(|known| known.is_some_and(|known| known.pc == pc)) {
            return *known;
        }
        let name = symbols::find(&self.image, pc).map(|symbol| symbol.name);
        let known = Known {
            pc,
            rules: unwind::rules_at(&self.image, pc),
            is_bottom: name.is_some_and(|name| BOTTOM.contains(&name)),
            is_top: name.is_some_and(|name| TOP.iter().any(|top| name.starts_with(top))),
        };
        if let Some(slot) = self.known.get_mut(place) {
            *slot = Some(known);
        }
        known
    }

    fn add(&mut self, pc: usize) {
        let last = self.count.wrapping_sub(1);
        let previous = match last {
            0..FIRST_LINES => self.first.get_mut(last),
            usize::MAX => None,
            _ => self.last.get_mut(last % LAST_LINES),
        };
        if let Some(line) = previous.filter(|line| line.pc == pc) {
            line.times += 1;
            return;
        }
        let slot = match self.count {
            0..FIRST_LINES => self.first.get_mut(self.count),
            _ => self.last.get_mut(self.count % LAST_LINES),
        };
        if let Some(slot) = slot {
            *slot = Line { pc, times: 1 };
        }
        self.count += 1;
    }

    fn print_line(&self, line: Line) {
        let mut text = Message::new();
        text.text(b"  in ");
        match symbols::find(&self.image, line.pc) {
            Some(symbol) if BOTTOM.contains(&symbol.name) => text.text(b"main"),
            Some(symbol) => text.text(symbol.name),
            None => text.address(line.pc),
        };
        if let Some(place) = lines::find(&self.image, line.pc) {
            place.write(text.text(b" at "));
        }
        if line.times > 1 {
            text.text(b" (").number(line.times as i64).text(b" times)");
        }
        text.text(b"\n");
        system::write_error(text.bytes());
    }
}
