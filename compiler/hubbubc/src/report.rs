//! What goes to the terminal.

use std::io::Write;

/// Prints to standard output; status 1 if that fails, except that a reader may leave early (`hubbubc … | head`).
pub fn print(text: &str) -> u8 {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            let reason = hubbub_driver::output::explain(&error);
            crate::usage::fail(1, &format!("standard output cannot be written: {reason}"), None)
        }
    }
}
