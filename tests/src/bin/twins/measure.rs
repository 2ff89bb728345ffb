//! Measuring tasks, in the form that `bench library` reads: a line a task, its name, microseconds of processor time, and the most memory of
//! the process meanwhile in KB. `benches/Measure.hb` does the same.

/// Runs a task and prints what it took; on standard error what came out, if that is a number which twins can compare.
pub fn task<T>(name: &str, run: impl FnOnce() -> T) -> T {
    forget_most_memory();
    let start = processor_time();
    let result = std::hint::black_box(run());
    println!("{name} {} {}", (processor_time() - start) / 1000, most_memory());
    result
}

/// Nanoseconds.
fn processor_time() -> i64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The kernel counts the most memory from here on.
#[expect(clippy::disallowed_methods, reason = "this is no part of the compiler")]
fn forget_most_memory() {
    // Without this file the figure is that of the whole process.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// In KB.
#[expect(clippy::disallowed_methods, reason = "this is no part of the compiler")]
fn most_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Where the random numbers of all twins begin.
pub const SEED: u64 = 88172645463325252;

/// The next random number: xorshift64.
pub fn next(x: &mut u64) -> u64 {
    *x ^= *x << 13;
    *x ^= *x >> 7;
    *x ^= *x << 17;
    *x
}
