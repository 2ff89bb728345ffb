//! What the interpreter provides itself: the runtime's symbols, natively.
//!
//! The list of symbols and their types is the runtime's (`runtime-nostd/src/abi.rs`); a test holds [`find`] against it. Blocks that the page
//! allocator gives are objects, so everything that holds for objects holds for them.

mod float;
mod library;
mod system;
mod temporary;
#[cfg(test)]
mod tests;
pub(crate) mod yaml;

use hubbub_base::FileId;
use hubbub_base::source::SourceMap;

use self::library::Facility;
pub use self::system::{SystemCall, SystemRequest};
use crate::memory::{Kind, offset_of};
use crate::run::{Interpreter, PANIC_STATUS, Panic, Stop, other_member};

/// What the world around a program is to it.
pub trait Host {
    /// Takes what the program writes to standard output.
    fn output(&mut self, bytes: &[u8]);
    /// Takes what the program writes to standard error.
    fn error_output(&mut self, bytes: &[u8]);
    /// Takes what the program writes, with the places of the calls that led there, innermost first.
    fn output_from(&mut self, bytes: &[u8], is_error: bool, _calls: &mut dyn Iterator<Item = (FileId, u32)>) {
        if is_error {
            self.error_output(bytes);
        } else {
            self.output(bytes);
        }
    }
    /// Does what the system does for programs: the result, negative for errors as the kernel gives them. `calls` are the places of the calls
    /// that led here, innermost first. An `Err` says why the program may not have it.
    fn system(
        &mut self,
        _request: &mut SystemRequest,
        _calls: &mut dyn Iterator<Item = (FileId, u32)>,
    ) -> Result<i64, String> {
        Err("the system cannot be asked here".to_owned())
    }
    /// The environment, `NAME=value` each.
    fn environment(&self) -> Vec<Vec<u8>> {
        Vec::new()
    }
    /// Whether a file is one of those that the user has written, rather than the standard library's.
    fn is_own(&self, _file: FileId) -> bool {
        true
    }
    /// The program's arguments, its name first.
    fn arguments(&self) -> Vec<Vec<u8>>;
    /// File, line and column of a byte offset, as panics show them.
    fn locate(&self, file: FileId, at: u32) -> Option<(String, u32, u32)>;
}

/// A host that keeps what is written.
#[derive(Default)]
pub struct CapturingHost<'a> {
    /// What was written to standard output.
    pub stdout: Vec<u8>,
    /// What was written to standard error.
    pub stderr: Vec<u8>,
    /// The program's arguments, its name first.
    pub arguments: Vec<Vec<u8>>,
    /// Where positions are looked up.
    pub sources: Option<&'a SourceMap>,
}

impl Host for CapturingHost<'_> {
    fn output(&mut self, bytes: &[u8]) {
        self.stdout.extend_from_slice(bytes);
    }

    fn error_output(&mut self, bytes: &[u8]) {
        self.stderr.extend_from_slice(bytes);
    }

    fn arguments(&self) -> Vec<Vec<u8>> {
        self.arguments.clone()
    }

    fn locate(&self, file: FileId, at: u32) -> Option<(String, u32, u32)> {
        let file = self.sources?.files.get(file)?;
        let (line, column) = file.line_column(at);
        Some((file.path.clone(), line, column))
    }
}

/// A procedure that the interpreter provides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostProcedure {
    Write,
    Flush,
    WriteError,
    Exit,
    Arguments,
    Nothing,
    One,
    LogOpen,
    LogWrite,
    ThreadStart,
    ThreadLeave,
    Wait,
    PageAllocate,
    PageResize,
    PageFree,
    /// The temporary allocator of compile time, which is no symbol of the runtime.
    TemporaryAllocate,
    IsStatic,
    IsInterpreted,
    Library(Facility),
    System,
    Spawn,
    Environment,
    DecimalI64,
    DecimalU64,
    DecimalI128,
    DecimalU128,
    RadixU64,
    RadixU128,
    FloatShortestF64,
    FloatShortestF32,
    FloatShortestF16,
    FloatFixed,
    FloatExponent,
    Panic,
    PanicReport,
    PanicExit,
    PanicAnyType,
    PanicIndex,
    PanicSlice,
    PanicDivision,
    PanicNull,
    PanicOverflow,
    PanicEnum,
    PanicMember,
    PanicRune,
    PanicUnreachable,
    PanicOutOfMemory,
}

/// The procedures by symbol.
const PROCEDURES: &[(&str, HostProcedure)] = &[
    ("hb_rt_write", HostProcedure::Write),
    ("hb_rt_flush", HostProcedure::Flush),
    ("hb_rt_write_error", HostProcedure::WriteError),
    ("hb_rt_exit", HostProcedure::Exit),
    ("hb_rt_arguments", HostProcedure::Arguments),
    ("hb_rt_install_fault_handler", HostProcedure::Nothing),
    ("hb_rt_set_up_thread_local", HostProcedure::Nothing),
    ("hb_rt_page_allocate", HostProcedure::PageAllocate),
    ("hb_rt_page_resize", HostProcedure::PageResize),
    ("hb_rt_page_free", HostProcedure::PageFree),
    ("hb_rt_is_static", HostProcedure::IsStatic),
    ("hb_rt_log_open", HostProcedure::LogOpen),
    ("hb_rt_log_write", HostProcedure::LogWrite),
    ("hb_rt_log_close", HostProcedure::Nothing),
    ("hb_rt_thread_start", HostProcedure::ThreadStart),
    ("hb_rt_thread_join", HostProcedure::Nothing),
    ("hb_rt_thread_detach", HostProcedure::Nothing),
    ("hb_rt_thread_leave", HostProcedure::ThreadLeave),
    ("hb_rt_call_until_left", HostProcedure::ThreadLeave),
    ("hb_rt_leave_to", HostProcedure::ThreadLeave),
    ("hb_rt_thread_sleep", HostProcedure::Nothing),
    ("hb_rt_thread_set_name", HostProcedure::Nothing),
    ("hb_rt_thread_processors", HostProcedure::One),
    ("hb_rt_wait", HostProcedure::Wait),
    ("hb_rt_wake", HostProcedure::Nothing),
    ("hb_rt_panic_forget", HostProcedure::Nothing),
    ("hb_rt_panic_handlers", HostProcedure::Nothing),
    ("hb_rt_panic_frames_take", HostProcedure::Nothing),
    ("hb_rt_panic_frames_print", HostProcedure::Nothing),
    ("hb_os_call", HostProcedure::System),
    ("hb_os_spawn", HostProcedure::Spawn),
    ("hb_rt_environment", HostProcedure::Environment),
    ("hb_rt_is_interpreted", HostProcedure::IsInterpreted),
    ("hb_rt_decimal_i64", HostProcedure::DecimalI64),
    ("hb_rt_decimal_u64", HostProcedure::DecimalU64),
    ("hb_rt_decimal_i128", HostProcedure::DecimalI128),
    ("hb_rt_decimal_u128", HostProcedure::DecimalU128),
    ("hb_rt_radix_u64", HostProcedure::RadixU64),
    ("hb_rt_radix_u128", HostProcedure::RadixU128),
    ("hb_rt_float_shortest_f64", HostProcedure::FloatShortestF64),
    ("hb_rt_float_shortest_f32", HostProcedure::FloatShortestF32),
    ("hb_rt_float_shortest_f16", HostProcedure::FloatShortestF16),
    ("hb_rt_float_fixed", HostProcedure::FloatFixed),
    ("hb_rt_float_exponent", HostProcedure::FloatExponent),
    ("hb_rt_panic", HostProcedure::Panic),
    ("hb_rt_panic_report", HostProcedure::PanicReport),
    ("hb_rt_panic_exit", HostProcedure::PanicExit),
    ("hb_rt_panic_any_type", HostProcedure::PanicAnyType),
    ("hb_rt_panic_index", HostProcedure::PanicIndex),
    ("hb_rt_panic_slice", HostProcedure::PanicSlice),
    ("hb_rt_panic_division", HostProcedure::PanicDivision),
    ("hb_rt_panic_null", HostProcedure::PanicNull),
    ("hb_rt_panic_overflow", HostProcedure::PanicOverflow),
    ("hb_rt_panic_enum", HostProcedure::PanicEnum),
    ("hb_rt_panic_member", HostProcedure::PanicMember),
    ("hb_rt_panic_rune", HostProcedure::PanicRune),
    ("hb_rt_panic_unreachable", HostProcedure::PanicUnreachable),
    ("hb_rt_panic_out_of_memory", HostProcedure::PanicOutOfMemory),
];

/// The host procedure of a symbol.
pub fn find(symbol: &str) -> Option<HostProcedure> {
    let own = PROCEDURES.iter().find(|(name, _)| *name == symbol).map(|(_, procedure)| *procedure);
    own.or_else(|| library::find(symbol).map(HostProcedure::Library))
}

/// Registers of a result.
type Results = [u64; 2];

/// Runs a host procedure.
pub(crate) fn call(
    procedure: HostProcedure,
    interpreter: &mut Interpreter<'_>,
    given: &[u64],
) -> Result<Results, Stop> {
    let word = |number: usize| given.get(number).copied().unwrap_or(0);
    let wide = |number: usize| u128::from(word(number)) | u128::from(word(number + 1)) << 64;
    let (a, b, c) = (word(0), word(1), word(2));
    match procedure {
        HostProcedure::Nothing | HostProcedure::Flush => Ok([0; 2]),
        // There is one thread: whoever wants another runs what it would do (see module `Thread`).
        HostProcedure::One | HostProcedure::ThreadStart => Ok([1, 0]),
        HostProcedure::Wait if c as i64 >= 0 => Ok([0; 2]),
        // No files here; who writes all the same writes to standard error.
        HostProcedure::LogOpen => Ok([u64::from(u32::MAX), 0]),
        HostProcedure::LogWrite => interpreter.write(b, c, a as i32 != 1),
        HostProcedure::Write => interpreter.write(a, b, false),
        HostProcedure::WriteError => interpreter.write(a, b, true),
        HostProcedure::Exit => Err(Stop::Exit(a as i32)),
        HostProcedure::Arguments => interpreter.arguments(a),
        HostProcedure::PageAllocate | HostProcedure::PageResize | HostProcedure::PageFree => {
            interpreter.pages(procedure, [a, b, c, word(3)])
        }
        HostProcedure::TemporaryAllocate => temporary::allocate(interpreter, a, b, [word(4), word(5)]),
        HostProcedure::IsStatic => Ok([u64::from(interpreter.is_static(a)), 0]),
        HostProcedure::IsInterpreted => Ok([1, 0]),
        HostProcedure::System => system::call(interpreter, given),
        HostProcedure::Spawn => Err(Stop::System("other programs cannot be started here".to_owned())),
        HostProcedure::Environment => system::environment(interpreter),
        HostProcedure::Library(facility) => library::call(facility, interpreter, given),
        HostProcedure::DecimalI64 => interpreter.text(a, &(b as i64).to_string()),
        HostProcedure::DecimalU64 => interpreter.text(a, &b.to_string()),
        HostProcedure::DecimalI128 => interpreter.text(a, &(wide(1) as i128).to_string()),
        HostProcedure::DecimalU128 => interpreter.text(a, &wide(1).to_string()),
        HostProcedure::RadixU64 => interpreter.radix(a, u128::from(b), c, word(3)),
        HostProcedure::RadixU128 => interpreter.radix(a, wide(1), word(3), word(4)),
        HostProcedure::FloatShortestF64 => interpreter.text(a, &float::shortest(b, 8)),
        HostProcedure::FloatShortestF32 => interpreter.text(a, &float::shortest(b, 4)),
        HostProcedure::FloatShortestF16 => interpreter.text(a, &float::shortest(b, 2)),
        HostProcedure::FloatFixed => interpreter.text(a, &float::fixed(f64::from_bits(b), c as i32)),
        HostProcedure::FloatExponent => {
            let text = float::exponent(f64::from_bits(b), c as i32, word(3) as i32, word(4) & 1 != 0);
            interpreter.text(a, &text)
        }
        HostProcedure::PanicReport => interpreter.panic_report(a, b, c),
        HostProcedure::PanicExit => Err(Stop::Exit(PANIC_STATUS)),
        _ => Err(interpreter.panic(procedure, given)),
    }
}

impl Interpreter<'_> {
    fn write(&mut self, data: u64, length: u64, is_error: bool) -> Result<Results, Stop> {
        self.spend(length / 16)?;
        self.show(data, length, is_error)?;
        Ok([0; 2])
    }

    /// Stores the slice of the program's arguments.
    fn arguments(&mut self, out: u64) -> Result<Results, Stop> {
        let arguments = self.memory_and_host().1.arguments();
        let mut strings = Vec::new();
        for argument in &arguments {
            strings.push(self.new_string(argument)?);
        }
        let (memory, _) = self.memory_and_host();
        let array = memory.allocate(strings.len() as u64 * 16, Kind::Internal)?;
        for (index, string) in strings.iter().enumerate() {
            memory.copy(array + index as u64 * 16, *string, 16)?;
        }
        if memory.store_pointer(out, array).is_none() {
            return Err(memory.explain(out, 8, true).into());
        }
        memory.write(out + 8, &(strings.len() as u64).to_le_bytes())?;
        Ok([0; 2])
    }

    fn pages(&mut self, procedure: HostProcedure, [a, b, c, d]: [u64; 4]) -> Result<Results, Stop> {
        match procedure {
            HostProcedure::PageResize => return self.resize(a, c, d),
            HostProcedure::PageAllocate => {
                self.collect_before(a, 0)?;
                return Ok([self.allocate(a, b)?, 0]);
            }
            _ if a == 0 || self.is_static(a) => {}
            _ => self.free(a)?,
        }
        Ok([0; 2])
    }

    /// A block with the old one's contents, which is gone.
    fn resize(&mut self, old: u64, size: u64, align: u64) -> Result<Results, Stop> {
        self.spend(size / 16)?;
        self.collect_before(size, old)?;
        let new = self.allocate(size, align)?;
        if old != 0 {
            let (memory, _) = self.memory_and_host();
            let Some((_, old_size)) = memory.object(old) else { return Err(memory.explain(old, 1, false).into()) };
            if offset_of(old) == 0 {
                memory.copy(new, old, u64::from(old_size).min(size))?;
            }
            if !self.is_static(old) {
                self.free(old)?;
            }
        }
        Ok([new, 0])
    }

    /// Whether an address lies in the program itself; freeing that does nothing.
    fn is_static(&mut self, address: u64) -> bool {
        let object = self.memory_and_host().0.object(address);
        matches!(object, Some((Kind::Global(_) | Kind::Procedure(_), _)))
    }

    fn allocate(&mut self, size: u64, align: u64) -> Result<u64, Stop> {
        let site = self.site();
        let (memory, _) = self.memory_and_host();
        let address = memory.allocate_aligned(size, align, Kind::Heap)?;
        memory.note_made(address, site);
        Ok(address)
    }

    fn free(&mut self, address: u64) -> Result<(), Stop> {
        let site = self.site();
        let (memory, _) = self.memory_and_host();
        memory.free(address)?;
        memory.note_freed(address, site);
        Ok(())
    }

    /// Writes a text and gives its length.
    fn text(&mut self, out: u64, text: &str) -> Result<Results, Stop> {
        self.memory_and_host().0.write(out, text.as_bytes())?;
        Ok([text.len() as u64, 0])
    }

    fn radix(&mut self, out: u64, mut value: u128, base: u64, upper: u64) -> Result<Results, Stop> {
        let base = u128::from(base.clamp(2, 36));
        let mut digits = Vec::new();
        loop {
            let digit = char::from_digit((value % base) as u32, base as u32).unwrap_or('0');
            digits.push(if upper & 1 != 0 { digit.to_ascii_uppercase() } else { digit });
            value /= base;
            if value == 0 {
                break;
            }
        }
        let text: String = digits.iter().rev().collect();
        self.text(out, &text)
    }

    /// The first half of a panic of the Prelude, which calls the handler itself. Outside of a whole program it is all of it.
    fn panic_report(&mut self, message: u64, length: u64, location: u64) -> Result<Results, Stop> {
        let location = self.location_text(location);
        let message = self.memory_and_host().0.read(message, length)?.to_vec();
        let panic = Panic { message, context: 0, location };
        if !self.is_program() {
            return Err(Stop::Panic(panic));
        }
        self.report(&panic);
        Ok([0; 2])
    }

    fn panic(&mut self, procedure: HostProcedure, given: &[u64]) -> Stop {
        let location = given.last().copied().unwrap_or(0);
        match self.panic_message(procedure, given) {
            Ok(message) => {
                let context = given.first().copied().unwrap_or(0);
                Stop::Panic(Panic { message, context, location: self.location_text(location) })
            }
            Err(stop) => stop,
        }
    }

    fn panic_message(&mut self, procedure: HostProcedure, given: &[u64]) -> Result<Vec<u8>, Stop> {
        let word = |number: usize| given.get(number).copied().unwrap_or(0);
        let signed = |number: usize| word(number) as i64;
        let text = |interpreter: &mut Self, number: usize| -> Result<String, Stop> {
            let bytes = interpreter.memory_and_host().0.read(word(number), word(number + 1))?;
            Ok(String::from_utf8_lossy(bytes).into_owned())
        };
        let message = match procedure {
            HostProcedure::Panic => return Ok(self.memory_and_host().0.read(word(1), word(2))?.to_vec()),
            HostProcedure::PanicIndex => format!("index {} is out of range for length {}", signed(1), signed(2)),
            HostProcedure::PanicSlice => {
                format!("slice {}..<{} is out of range for length {}", signed(1), signed(2), signed(3))
            }
            HostProcedure::PanicDivision => "division by zero".to_owned(),
            HostProcedure::PanicNull => "null pointer".to_owned(),
            HostProcedure::PanicOverflow => "arithmetic overflow".to_owned(),
            HostProcedure::PanicEnum => format!("{} is no member of {}", signed(1), text(self, 2)?),
            HostProcedure::PanicMember => other_member(&text(self, 3)?, signed(1), signed(2)),
            HostProcedure::PanicAnyType => format!("the value is no {}", text(self, 1)?),
            HostProcedure::PanicRune => format!("{} is no Unicode scalar value", signed(1)),
            HostProcedure::Wait => "this waits for another thread, and there is none".to_owned(),
            HostProcedure::ThreadLeave => "a thread is left, and there is only one".to_owned(),
            HostProcedure::PanicOutOfMemory => format!("out of memory: {} bytes", signed(1)),
            _ => "unreachable code was reached".to_owned(),
        };
        Ok(message.into_bytes())
    }
}
