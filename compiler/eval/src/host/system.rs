//! Calls to the system: the program's memory is copied to and fro, the host does the rest, if it does it at all.
//!
//! The numbers of the calls are those of the standard library's `Call` (stdlib/Os.hb).

use super::Results;
use crate::memory::Kind;
use crate::run::{Interpreter, Stop};

/// Bytes of a path.
const PATH_MAX: u64 = 4096;
/// Bytes that are moved at once; programs ask again for the rest.
const BUFFER_MAX: u64 = 1 << 20;
const STATUS_BYTES: u64 = 256;
const TIME_BYTES: u64 = 16;
const INVALID: i64 = -22;

/// What a program can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemCall {
    Read,
    Write,
    Close,
    Seek,
    Truncate,
    Sync,
    GetFolder,
    Open,
    MakeFolder,
    Remove,
    Rename,
    Status,
    ReadFolder,
    ReadLink,
    MakeLink,
    Clock,
    Sleep,
    /// Anything to do with processes.
    Processes,
}

/// A call with what it works on.
#[derive(Clone, Debug)]
pub struct SystemRequest {
    /// What is asked for.
    pub call: SystemCall,
    /// Its arguments; addresses mean nothing.
    pub numbers: [i64; 5],
    /// Its paths, in order.
    pub paths: Vec<Vec<u8>>,
    /// What it writes; or room for as many bytes as it may give.
    pub buffer: Vec<u8>,
}

/// What of a call's arguments is memory.
#[derive(Clone, Copy)]
struct Shape {
    call: SystemCall,
    paths: &'static [usize],
    /// Which argument is a buffer that is read by the system.
    given: Option<usize>,
    /// Which one is a buffer that the system fills, and how long it is.
    filled: Option<(usize, Length)>,
}

#[derive(Clone, Copy)]
enum Length {
    Argument(usize),
    Bytes(u64),
}

const fn plain(call: SystemCall) -> Shape {
    Shape { call, paths: &[], given: None, filled: None }
}

const fn paths(call: SystemCall, paths: &'static [usize]) -> Shape {
    Shape { paths, ..plain(call) }
}

const fn fills(call: SystemCall, paths: &'static [usize], filled: (usize, Length)) -> Shape {
    Shape { paths, filled: Some(filled), ..plain(call) }
}

/// The calls in the library's order.
const SHAPES: [Shape; 22] = [
    fills(SystemCall::Read, &[], (1, Length::Argument(2))),
    Shape { given: Some(1), ..plain(SystemCall::Write) },
    plain(SystemCall::Close),
    plain(SystemCall::Seek),
    plain(SystemCall::Truncate),
    plain(SystemCall::Sync),
    fills(SystemCall::GetFolder, &[], (0, Length::Argument(1))),
    plain(SystemCall::Processes),
    paths(SystemCall::Open, &[1]),
    paths(SystemCall::MakeFolder, &[1]),
    paths(SystemCall::Remove, &[1]),
    paths(SystemCall::Rename, &[1, 3]),
    fills(SystemCall::Status, &[1], (4, Length::Bytes(STATUS_BYTES))),
    fills(SystemCall::ReadFolder, &[], (1, Length::Argument(2))),
    fills(SystemCall::ReadLink, &[1], (2, Length::Argument(3))),
    paths(SystemCall::MakeLink, &[0, 2]),
    fills(SystemCall::Clock, &[], (1, Length::Bytes(TIME_BYTES))),
    plain(SystemCall::Sleep),
    plain(SystemCall::Processes),
    plain(SystemCall::Processes),
    plain(SystemCall::Processes),
    plain(SystemCall::Processes),
];

pub(super) fn call(interpreter: &mut Interpreter<'_>, given: &[u64]) -> Result<Results, Stop> {
    let [which, arguments @ ..] = given else { return Ok([INVALID as u64, 0]) };
    let Some(shape) = SHAPES.get(*which as usize).copied() else { return Ok([INVALID as u64, 0]) };
    let argument = |index: usize| arguments.get(index).copied().unwrap_or(0);
    let mut request = SystemRequest {
        call: shape.call,
        numbers: std::array::from_fn(|index| argument(index) as i64),
        paths: Vec::new(),
        buffer: Vec::new(),
    };
    for index in shape.paths {
        request.paths.push(text(interpreter, argument(*index))?);
    }
    if let Some(index) = shape.given {
        let length = argument(index + 1).min(BUFFER_MAX);
        request.buffer = interpreter.memory_and_host().0.read(argument(index), length)?.to_vec();
    }
    let room = shape.filled.map(|(index, length)| match length {
        Length::Argument(length) => (argument(index), argument(length).min(BUFFER_MAX)),
        Length::Bytes(bytes) => (argument(index), bytes),
    });
    if let Some((_, length)) = room {
        request.buffer = vec![0; length as usize];
    }
    interpreter.spend(request.buffer.len() as u64 / 16)?;
    let result = interpreter.ask_system(&mut request)?;
    if let Some((address, length)) = room.filter(|_| result >= 0) {
        let is_counted = matches!(shape.filled, Some((_, Length::Argument(_))));
        let length = if is_counted { length.min(result as u64) } else { length };
        let filled = request.buffer.get(..length as usize).unwrap_or(&request.buffer);
        interpreter.memory_and_host().0.write(address, filled)?;
    }
    Ok([result as u64, 0])
}

/// The bytes before a NUL.
fn text(interpreter: &mut Interpreter<'_>, address: u64) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    for offset in 0..PATH_MAX {
        match interpreter.memory_and_host().0.read(address.wrapping_add(offset), 1)? {
            [0] | [] => break,
            byte => bytes.extend_from_slice(byte),
        }
    }
    Ok(bytes)
}

/// The environment as a program finds it: pointers to texts with a NUL behind them, and null.
pub(super) fn environment(interpreter: &mut Interpreter<'_>) -> Result<Results, Stop> {
    let variables = interpreter.memory_and_host().1.environment();
    if variables.is_empty() {
        return Ok([0; 2]);
    }
    let memory = interpreter.memory_and_host().0;
    let list = memory.allocate(variables.len() as u64 * 8 + 8, Kind::Internal)?;
    memory.fill(list, 0, variables.len() as u64 * 8 + 8)?;
    for (index, variable) in (0u64..).zip(&variables) {
        let text = memory.allocate(variable.len() as u64 + 1, Kind::Internal)?;
        memory.fill(text, 0, variable.len() as u64 + 1)?;
        memory.write(text, variable)?;
        memory.store_pointer(list + index * 8, text);
    }
    Ok([list, 0])
}
