//! Measuring tasks, in the form that `bench library` reads: a line a task, its name, microseconds of processor time, and the most memory of the process
//! meanwhile in KB. `tests/src/bin/twins/measure.rs` does the same.

Fs :: #import "Fs"
Strings :: #import "Strings"
Time :: #import "Time"

started: Time.Duration #private

/// A task begins.
begin :: ()
    // from here on the kernel counts the most memory; without this file the figure is that of the whole process
    _ = Fs.write_text("/proc/self/clear_refs", "5")
    started = Time.processor_time()
end

/// A task is done, and this came out.
done :: (name: String, check: Int)
    took := Time.processor_time() - started
    print("{} {} {}\n", name, Int(took) / 1000, most_memory())
    // so that nothing is left out because nobody asks
    print_error("{}: {}\n", name, check)
end

// In KB.
most_memory :: () -> Int #private
    status, _ := Fs.read_text("/proc/self/status")
    defer delete(status)
    for line in Strings.lines(status)
        if Strings.starts_with(line, "VmHWM:")
            return Strings.parse_int(Strings.trim(Strings.trim_suffix(line[6..], "kB"))) or_else 0
        end
    end
    return 0
end

/// Where the random numbers of all twins begin.
SEED: u64 : 88172645463325252

/// The next random number: xorshift64.
next :: (x: Pointer{u64}) -> u64
    v := x@
    v = v ^ (v << 13)
    v = v ^ (v >> 7)
    v = v ^ (v << 17)
    x@ = v
    return v
end
