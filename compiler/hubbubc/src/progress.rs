//! What is going on, on a terminal, where it takes long: one line of standard error, which is gone when the work is done.

use std::io::Write;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use hubbub_driver::internal_error::phase;

use crate::cli::{Common, MessageFormat};
use crate::report;

/// Whoever is done by then sees nothing.
const SHOWN_AFTER: Duration = Duration::from_millis(300);
/// Time between two states of the line.
const INTERVAL: Duration = Duration::from_millis(100);
/// Letters of the file's name that are shown.
const NAME_CHARS_MAX: usize = 40;
/// Takes away what the line of the terminal shows.
const CLEAR: &str = "\r\x1b[K";

/// The line, as long as this lives.
pub struct Progress {
    shown: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to count the time for the work on `input`; does nothing where nobody would see it.
    pub fn start(common: &Common, input: &Path) -> Self {
        if common.message_format != MessageFormat::Human || !report::is_terminal() {
            return Self { shown: None };
        }
        let name = input.file_name().unwrap_or_default().to_string_lossy();
        let name: String = name.chars().filter(|letter| !letter.is_control()).take(NAME_CHARS_MAX).collect();
        let (done, is_done) = channel::<()>();
        let started = Instant::now();
        let show = move || {
            let mut wait = SHOWN_AFTER;
            while is_done.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = format!("{CLEAR}{name}: {}, {:.1} s", phase(), started.elapsed().as_secs_f64());
                // Nobody listens if standard error is closed.
                let _ = std::io::stderr().write_all(line.as_bytes());
                wait = INTERVAL;
            }
            if wait == INTERVAL {
                let _ = std::io::stderr().write_all(CLEAR.as_bytes());
            }
        };
        let thread = std::thread::Builder::new().name("progress".to_owned()).spawn(show);
        // without a thread there is no line, and no harm
        Self { shown: thread.ok().map(|thread| (done, thread)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.shown.take() {
            drop(done);
            // what it cannot write, nobody misses
            let _ = thread.join();
        }
    }
}
