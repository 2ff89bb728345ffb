//! Readers of YAML for interpreted programs: the same crate, natively.
//!
//! The text belongs to the program and may move between two calls, so a reader has read all of it when it is opened, and hands the events out
//! one by one. A program's handle of a reader is its number here, from 1.

use hubbub_runtime_nostd::library::yaml::{self, Event};

use super::Results;
use crate::run::{Interpreter, Stop};

/// The events of a text that have not been asked for yet.
#[derive(Default)]
pub(crate) struct Recorded {
    events: std::vec::IntoIter<(Event, Vec<u8>)>,
    /// Text and tag of the last event.
    texts: Vec<u8>,
}

fn record(text: &[u8]) -> Recorded {
    let mut reader = yaml::Reader::new(text);
    let mut events = Vec::new();
    loop {
        let event = reader.next_event();
        let (text, tag) = reader.texts();
        events.push((event, [text.as_bytes(), tag.as_bytes()].concat()));
        if event.kind == yaml::END {
            return Recorded { events: events.into_iter(), texts: Vec::new() };
        }
    }
}

pub(super) fn open(interpreter: &mut Interpreter<'_>, text: u64, length: u64) -> Result<Results, Stop> {
    interpreter.spend(length)?;
    let recorded = record(interpreter.memory_and_host().0.read(text, length)?);
    interpreter.yaml_readers.push(recorded);
    Ok([interpreter.yaml_readers.len() as u64, 0])
}

pub(super) fn next(interpreter: &mut Interpreter<'_>, reader: u64, out: u64) -> Result<Results, Stop> {
    let Some(recorded) = find(interpreter, reader) else { return Ok([0; 2]) };
    let (event, texts) = recorded.events.next().unwrap_or_default();
    recorded.texts = texts;
    interpreter.memory_and_host().0.write(out, &bytes(&event))?;
    Ok([0; 2])
}

pub(super) fn texts(interpreter: &mut Interpreter<'_>, reader: u64, out: u64) -> Result<Results, Stop> {
    let Some(recorded) = find(interpreter, reader) else { return Ok([0; 2]) };
    let texts = std::mem::take(&mut recorded.texts);
    interpreter.memory_and_host().0.write(out, &texts)?;
    Ok([0; 2])
}

pub(super) fn close(interpreter: &mut Interpreter<'_>, reader: u64) -> Results {
    if let Some(recorded) = find(interpreter, reader) {
        *recorded = Recorded::default();
    }
    [0; 2]
}

fn find<'i>(interpreter: &'i mut Interpreter<'_>, reader: u64) -> Option<&'i mut Recorded> {
    interpreter.yaml_readers.get_mut(usize::try_from(reader).ok()?.checked_sub(1)?)
}

/// The event as it lies in the program's memory: C's layout of [`Event`].
fn bytes(event: &Event) -> Vec<u8> {
    let words =
        [event.anchor, event.position as u64, event.text_at as u64, event.text_length as u64, event.tag_length as u64];
    let head = [event.kind, event.style].into_iter().flat_map(i32::to_le_bytes);
    head.chain(words.into_iter().flat_map(u64::to_le_bytes)).collect()
}
