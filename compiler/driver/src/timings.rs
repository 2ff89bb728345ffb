//! Where the time of a build went: one span a phase, wall and CPU.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use hubbub_base::SourceMap;
use rustix::time::{ClockId, clock_gettime};

/// The spans of a session, in the order in which the phases ran.
#[derive(Debug)]
pub struct Timings {
    started: Instant,
    /// One line a phase.
    pub spans: Vec<Phase>,
    /// What compile-time execution does.
    pub executions: Arc<Executions>,
}

/// Counts what is executed at compile time, by all threads.
#[derive(Default, Debug)]
pub struct Executions {
    /// Steps, as `--eval-steps` counts them.
    steps: AtomicU64,
    /// Executions that are running.
    running: AtomicUsize,
    /// How many were running at one time, at most.
    most: AtomicUsize,
}

impl Executions {
    /// An execution begins.
    pub fn begin(&self) {
        let running = self.running.fetch_add(1, Ordering::Relaxed) + 1;
        self.most.fetch_max(running, Ordering::Relaxed);
    }

    /// It has ended, after so many steps.
    pub fn end(&self, steps: u64) {
        self.running.fetch_sub(1, Ordering::Relaxed);
        self.steps.fetch_add(steps, Ordering::Relaxed);
    }
}

/// What one phase took.
#[derive(Clone, Copy, Debug)]
pub struct Phase {
    /// Its name: `parse`, `check`.
    pub name: &'static str,
    /// Time on the clock.
    pub wall: Duration,
    /// Time of all threads together.
    pub cpu: Duration,
}

impl Default for Timings {
    fn default() -> Self {
        Self { started: Instant::now(), spans: Vec::new(), executions: Arc::default() }
    }
}

impl Timings {
    /// Runs a phase and notes what it took.
    pub fn measure<T>(&mut self, name: &'static str, run: impl FnOnce() -> T) -> T {
        crate::internal_error::enter_phase(name);
        let (wall, cpu) = (Instant::now(), cpu_time());
        let result = run();
        self.spans.push(Phase { name, wall: wall.elapsed(), cpu: cpu_time().saturating_sub(cpu) });
        result
    }

    /// The table that `--timings` prints; `sources` are what has been read.
    pub fn table(&self, sources: &SourceMap) -> String {
        let total = self.started.elapsed();
        let lines =
            sources.files.iter().map(|file| file.text.bytes().filter(|byte| *byte == b'\n').count() as u64).sum();

        let mut text = String::from("phase           wall ms     CPU ms   share      lines/s\n");
        for phase in &self.spans {
            row(&mut text, phase, total, lines);
        }
        row(&mut text, &Phase { name: "total", wall: total, cpu: cpu_time() }, total, lines);
        let steps = self.executions.steps.load(Ordering::Relaxed);
        if steps > 0 {
            let most = self.executions.most.load(Ordering::Relaxed);
            let _ = writeln!(text, "executed {steps} steps at compile time, in up to {most} executions at one time");
        }
        text
    }
}

fn row(text: &mut String, phase: &Phase, total: Duration, lines: u64) {
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let share = 100.0 * phase.wall.as_secs_f64() / total.as_secs_f64().max(1e-9);
    let rate = lines as f64 / phase.wall.as_secs_f64().max(1e-9);
    let (wall, cpu) = (millis(phase.wall), millis(phase.cpu));
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{:<12} {wall:>10.2} {cpu:>10.2} {share:>6.1}% {rate:>12.0}", phase.name);
}

fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.max(0) as u64, time.tv_nsec.clamp(0, 999_999_999) as u32)
}
