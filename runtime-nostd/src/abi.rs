//! The runtime's C ABI: the one list of its symbols.
//!
//! Code generation declares them from it, the interpreter knows them by it, and a test holds both runtimes' archives and
//! bitcode against it: exactly these symbols, with exactly these types. The file needs nothing but `core`, so that other
//! crates can read it through this crate or include it. What it does not say is how a procedure works: see the module
//! that defines it. Start reading at [`ABI`].

/// A type as the C ABI passes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbiType {
    /// No result.
    Void,
    /// Does not return: a cold path.
    Never,
    /// C's `_Bool`: LLVM's `i1 zeroext`.
    Bool,
    I32,
    I64,
    I128,
    F32,
    F64,
    Pointer,
}

/// One symbol.
#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    pub name: &'static str,
    pub parameters: &'static [AbiType],
    pub result: AbiType,
    /// In one line.
    pub meaning: &'static str,
}

macro_rules! abi_type {
    (void) => {
        AbiType::Void
    };
    (never) => {
        AbiType::Never
    };
    (bool) => {
        AbiType::Bool
    };
    (i32) => {
        AbiType::I32
    };
    (i64) => {
        AbiType::I64
    };
    (i128) => {
        AbiType::I128
    };
    (f32) => {
        AbiType::F32
    };
    (f64) => {
        AbiType::F64
    };
    (ptr) => {
        AbiType::Pointer
    };
}

macro_rules! symbols {
    ($($name:ident ($($parameter:ident $ty:ident),*) -> $result:ident, $meaning:literal;)*) => {
        &[$(Symbol {
            name: stringify!($name),
            parameters: &[$(abi_type!($ty)),*],
            result: abi_type!($result),
            meaning: $meaning,
        }),*]
    };
}

/// What the compiled program must define for the runtime: the runtime calls it.
pub const ENTRY: Symbol = Symbol {
    name: "hb_program_main",
    parameters: &[],
    result: AbiType::I32,
    meaning: "the program; its result is the process's status",
};

/// Every symbol of the runtime, by facility. Signed and unsigned integers are the same here.
#[rustfmt::skip]
pub const ABI: &[Symbol] = symbols! {
    // Console and process
    hb_rt_write(data ptr, length i64) -> void, "appends to standard output's buffer";
    hb_rt_flush() -> void, "writes standard output's buffer out";
    hb_rt_write_error(data ptr, length i64) -> void, "writes to standard error, unbuffered";
    hb_rt_exit(status i32) -> never, "flushes and ends the process";
    hb_rt_arguments(out ptr) -> void, "stores the slice {ptr, i64} of arguments {ptr, i64}";
    hb_rt_environment() -> ptr, "the environment: C strings, then null";
    hb_rt_install_fault_handler() -> void, "from here on null and stack overflow end in a panic's message";
    hb_rt_set_up_thread_local() -> void, "gives the first thread its thread-local variables; for programs that have some, first of all";

    // Memory
    hb_rt_page_allocate(size i64, alignment i64) -> ptr, "a block with any contents; null when there is no memory";
    hb_rt_page_resize(old ptr, old_size i64, size i64, alignment i64) -> ptr, "a block with the old one's contents, which is gone; null leaves it";
    hb_rt_is_static(address ptr) -> bool, "whether it lies in the program itself: static data, of compile time perhaps";
    hb_rt_is_interpreted() -> bool, "whether the interpreter runs this: no";
    hb_rt_page_free(old ptr, size i64) -> void, "frees a block; null is ignored, the size is a hint and may be 0";

    // Files for messages
    hb_rt_log_open(path ptr, length i64) -> i32, "a file to append to, made if it is not there; -1 if that cannot be";
    hb_rt_log_write(file i32, data ptr, length i64) -> void, "writes some bytes";
    hb_rt_log_close(file i32) -> void, "closes the file, unless it is standard error";

    // Threads
    hb_rt_thread_start(entry ptr, data ptr, stack i64) -> ptr, "a thread that calls `entry(data)` with the C convention; null if there can be none";
    hb_rt_thread_join(handle ptr) -> void, "waits for its end; the handle is gone";
    hb_rt_thread_detach(handle ptr) -> void, "lets it end by itself; the handle is gone";
    hb_rt_thread_leave(handle ptr) -> never, "ends the calling thread, whose handle it is, as if its entry had returned";
    hb_rt_call_until_left(entry ptr, data ptr, place ptr) -> void, "calls `entry(data)` with the C convention; what is stored at `place` leaves it from within";
    hb_rt_leave_to(place i64) -> never, "comes back from `hb_rt_call_until_left`";
    hb_rt_thread_sleep(nanoseconds i64) -> void, "sleeps; 0 lets others run";
    hb_rt_thread_set_name(name ptr, length i64) -> void, "names the calling thread for debuggers";
    hb_rt_thread_processors() -> i64, "how many processors the process may use";
    hb_rt_wait(word ptr, expected i32, nanoseconds i64) -> bool, "sleeps while the word is that, a negative time without end; false when the time is over";
    hb_rt_wake(word ptr, count i32) -> void, "wakes so many that wait on the word";

    // Numbers to text: each writes at `out`, without a NUL, and gives the count of bytes
    hb_rt_decimal_i64(out ptr, x i64) -> i64, "decimal with sign, at most 20 bytes";
    hb_rt_decimal_u64(out ptr, x i64) -> i64, "decimal, at most 20 bytes";
    hb_rt_decimal_i128(out ptr, x i128) -> i64, "decimal with sign, at most 40 bytes";
    hb_rt_decimal_u128(out ptr, x i128) -> i64, "decimal, at most 39 bytes";
    hb_rt_radix_u64(out ptr, x i64, base i32, upper bool) -> i64, "digits in base 2 to 36, at most 64 bytes";
    hb_rt_radix_u128(out ptr, x i128, base i32, upper bool) -> i64, "digits in base 2 to 36, at most 128 bytes";
    hb_rt_float_shortest_f64(out ptr, x f64) -> i64, "the shortest text that reads back to it, at most 25 bytes";
    hb_rt_float_shortest_f32(out ptr, x f32) -> i64, "the same, at most 25 bytes";
    hb_rt_float_shortest_f16(out ptr, bits i32) -> i64, "the same for the bits of an f16";
    hb_rt_float_fixed(out ptr, x f64, precision i32) -> i64, "so many digits behind the point, at most 1074 and 1385 bytes in all";
    hb_rt_float_exponent(out ptr, x f64, precision i32, size i32, upper bool) -> i64, "scientific; a negative precision asks for the shortest of a float of so many bytes";

    // Panics: `context` is the current context or null, `location` points to a Source_Location {ptr, i64, i32, i32}
    hb_rt_panic(context ptr, message ptr, length i64, location ptr) -> never, "panic with a message";
    hb_rt_panic_report(message ptr, length i64, location ptr) -> void, "prints a panic and its backtrace, for the Prelude";
    hb_rt_panic_exit() -> never, "ends a process that has panicked";
    hb_rt_panic_index(context ptr, index i64, length i64, location ptr) -> never, "index out of range";
    hb_rt_panic_slice(context ptr, low i64, high i64, length i64, location ptr) -> never, "slice bounds out of range";
    hb_rt_panic_division(context ptr, location ptr) -> never, "integer division by zero";
    hb_rt_panic_null(context ptr, location ptr) -> never, "null pointer or null procedure";
    hb_rt_panic_overflow(context ptr, location ptr) -> never, "signed arithmetic under --overflow trap";
    hb_rt_panic_enum(context ptr, value i64, type_name ptr, type_length i64, location ptr) -> never, "integer without a member of the enum";
    hb_rt_panic_member(context ptr, wanted i64, found i64, members ptr, members_length i64, location ptr) -> never, "another member of the union is current";
    hb_rt_panic_any_type(context ptr, wanted ptr, wanted_length i64, location ptr) -> never, "an Any holds another type";
    hb_rt_panic_rune(context ptr, value i64, location ptr) -> never, "integer that is no Unicode scalar value";
    hb_rt_panic_unreachable(context ptr, location ptr) -> never, "unreachable code, or a value that a match has no arm for";
    hb_rt_panic_out_of_memory(context ptr, size i64, location ptr) -> never, "an allocator gave null";
    hb_rt_panic_forget() -> void, "the calling thread has panicked and will end, but not the process";
    hb_rt_panic_handlers(source ptr) -> void, "where faults of the hardware learn which context chose the handler: `source()`, with the C convention";
    hb_rt_panic_frames_take(out ptr, count i64) -> i64, "writes the addresses of the caller and its callers; one thread at a time";
    hb_rt_panic_frames_print(frames ptr, count i64) -> void, "prints such addresses as a backtrace";
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_prefixed() {
        let mut names: Vec<_> = ABI.iter().map(|symbol| symbol.name).collect();
        assert!(names.iter().all(|name| name.starts_with("hb_rt_")));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
