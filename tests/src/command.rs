//! Commands with limits of time, and with their peak of memory.

use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How a command ended.
#[derive(Debug)]
pub struct Outcome {
    /// The exit status; 128 and the signal's number if a signal ended it.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// How long it ran.
    pub wall: Duration,
    /// Processor time that it was seen to use.
    pub cpu: Duration,
    /// The most memory that it was seen to use.
    pub peak_bytes: u64,
}

/// Seconds after which a command has hung.
pub const SECONDS_MAX: u64 = 60;

/// Memory with which a command has run wild: it is stopped before it takes that of everybody else.
const BYTES_MAX: u64 = 6 << 30;

/// Runs a command to its end. The error says that it could not be started or had to be stopped.
pub fn run(command: &mut Command) -> Result<Outcome, String> {
    run_within(command, SECONDS_MAX)
}

/// As [`run`], for what takes longer.
pub fn run_for(command: &mut Command, seconds_max: u64) -> Result<Outcome, String> {
    run_within(command, seconds_max)
}

fn run_within(command: &mut Command, seconds_max: u64) -> Result<Outcome, String> {
    let started = Instant::now();
    let shown = show(command);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("{shown}: {error}"))?;
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    let (mut peak_bytes, mut cpu) = (0, Duration::ZERO);
    let status = loop {
        peak_bytes = peak_bytes.max(peak(&child));
        cpu = cpu.max(cpu_of(&child));
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        if started.elapsed() > Duration::from_secs(seconds_max) {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("{shown}\nhas not ended after {seconds_max} seconds"));
        }
        if peak_bytes > BYTES_MAX {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("{shown}\nhas taken more than {} GiB", BYTES_MAX >> 30));
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    Ok(Outcome {
        status: status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0)),
        stdout: stdout.join().unwrap_or_default(),
        stderr: stderr.join().unwrap_or_default(),
        wall: started.elapsed(),
        cpu,
        peak_bytes,
    })
}

/// As [`run`], and an exit status other than 0 is an error that shows what the command said.
pub fn succeed(command: &mut Command) -> Result<Outcome, String> {
    succeed_within(command, SECONDS_MAX)
}

/// As [`succeed`], for what takes longer.
pub fn succeed_within(command: &mut Command, seconds_max: u64) -> Result<Outcome, String> {
    let outcome = run_within(command, seconds_max)?;
    match outcome.status {
        0 => Ok(outcome),
        status => Err(format!("{}\nended with {status}\n{}{}", show(command), outcome.stdout, outcome.stderr)),
    }
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// `VmHWM`, the peak that the kernel keeps; it is gone once the process is.
fn peak(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes: u64 = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0);
    kibibytes * 1024
}

/// The processor time of a process so far, in the kernel's ticks of 10 ms.
fn cpu_of(child: &Child) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
    // The fields behind the name, which stands in parentheses and may hold anything.
    let behind_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = behind_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
    Duration::from_millis(10 * ticks.sum::<u64>())
}

fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
