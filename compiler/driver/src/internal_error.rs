//! Mistakes of the compiler itself: what a panic prints, and how it ends the process.
//!
//! Nothing that a user writes may lead here. When it happens all the same, the message says what a report must hold:
//! version, phase, the entity being worked on, and where the compiler stopped.

use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use hubbub_base::entity;

/// Status of a process that met a mistake of the compiler.
pub const STATUS: u8 = 101;

static PHASE: Mutex<&'static str> = Mutex::new("start");
static IS_REPORTED: AtomicBool = AtomicBool::new(false);

/// Notes which phase runs.
pub fn enter_phase(name: &'static str) {
    if let Ok(mut phase) = PHASE.lock() {
        *phase = name;
    }
}

/// Which phase runs.
pub fn phase() -> &'static str {
    PHASE.lock().map_or("unknown", |phase| *phase)
}

/// Runs the compiler; a panic in any of its threads is reported once and becomes [`STATUS`].
pub fn guard(run: impl FnOnce() -> u8) -> u8 {
    std::panic::set_hook(Box::new(report));
    hubbub_codegen_llvm::on_fatal_error(llvm_gives_up);
    catch_unwind(AssertUnwindSafe(run)).unwrap_or(STATUS)
}

/// Ends the compilation for a mistake of the compiler that is no panic: one that LLVM found.
#[expect(clippy::panic, reason = "an internal error, told as any other")]
pub fn stop(message: &str) -> ! {
    std::panic::panic_any(message.to_owned())
}

/// LLVM has met something that it cannot go on with. Its frames cannot be unwound, so the process ends here.
fn llvm_gives_up(reason: &str) -> ! {
    show(&format!("LLVM gives up: {}", reason.trim_end()), "LLVM");
    std::process::exit(STATUS.into())
}

fn report(info: &PanicHookInfo<'_>) {
    let what = info.payload();
    let message = what.downcast_ref::<&str>().copied().or_else(|| what.downcast_ref::<String>().map(String::as_str));
    let at = info.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
    show(message.unwrap_or("no message"), &at);
}

/// Tells the first of all mistakes.
fn show(message: &str, at: &str) {
    if IS_REPORTED.swap(true, Ordering::SeqCst) {
        return;
    }
    let phase = PHASE.try_lock().map_or("unknown", |phase| *phase);
    let text = format!(
        "error[E0906]: internal error of the compiler: {message}\n  = version: hubbubc {}\n  = phase: {phase}\n  = working on: {}\n  = at: {at}\n  \
         = help: this is a mistake of hubbubc, not of your program; please report it together with the source\n",
        env!("CARGO_PKG_VERSION"),
        entity::current().unwrap_or_else(|| "nothing in particular".to_owned()),
    );
    // Standard error may be closed; there is nobody left to tell then.
    let _ = std::io::Write::write_all(&mut std::io::stderr(), text.as_bytes());
}
