//! What every module sees without an import: the context, memory, printing, panics.
//!
//! The compiler itself refers to some of this by name: `Context`, `Source_Location`, the types and procedures of formatting
//! (see the reference, "Formatting"), `decode_rune`. Everything stands on the runtime's C ABI, which is declared
//! at the end. Start reading at `Context`.
//!
//! This is one module in several files: what the imports without a name bring in belongs to the Prelude as if it stood here, private names too.

Build :: #import "Build" #public
Temporary :: #import "Temporary"
#import "Prelude/Allocators" #public
#import "Prelude/Memory" #public
#import "Prelude/Types" #public
#import "Prelude/Vectors" #public
#import "Prelude/Text" #public
#import "Prelude/Panics" #public
#import "Prelude/Printing" #public
#import "Prelude/Formatting" #public
#import "Prelude/Placeholders" #public

int    :: Int
bool   :: Bool
string :: String
void   :: Void
s8     :: i8
s16    :: i16
s32    :: i32
s64    :: i64

// ---- The context ----------------------------------------------------------------------------------------------------

/// What every procedure inherits from its caller.
Context :: struct
    thread_index: u32
    user_index: u32
    user_data: Pointer{Void}
    allocator: Allocator = default_allocator
    allocator_data: Pointer{Void}
    logger: Logger = default_logger
    logger_data: Pointer{Void}
    temporary_allocator: Allocator = default_temporary_allocator
    temporary_allocator_data: Pointer{Void}
    on_panic: Panic_Handler
end

/// Gives, changes and takes back memory. What `ALLOCATE` gives may hold anything; null means that there is none. `RESIZE` keeps the
/// contents, and the old block when it gives null. `FREE_ALL` takes back everything at once, where the allocator can do that.
/// `options` is 0 or the address of the `Source_Location` that asks, which whoever wants to know finds there: `asking_place`.
Allocator :: #type (mode: AllocatorMode, size: Int, alignment: Int, allocator_data: Pointer{Void},
                    old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}

AllocatorMode :: enum
    ALLOCATE
    RESIZE
    FREE
    FREE_ALL
end

Logger :: #type (message: String, ident: String, mode: LogMode, data: Pointer{Void})

LogMode :: enum
    NONE
    MINIMAL
    EVERYDAY
    VERBOSE
end

/// Called when the program panics, after the message has been printed and before the process ends.
Panic_Handler :: #type (message: String, location: Pointer{Source_Location})

/// A place in the source: `#caller-location`.
Source_Location :: struct
    file: String
    line: u32
    column: u32
end

/// The logger of a program that has chosen none: a line on standard error.
/// ```
/// context.logger("the disk is full", "error", .MINIMAL, context.logger_data)      // error: the disk is full
/// ```
default_logger :: (message: String, ident: String, _mode: LogMode, _data: Pointer{Void})
    if ident.length > 0
        hb_rt_write_error(ident.data, ident.length)
        hb_rt_write_error(": ".data, 2)
    end
    hb_rt_write_error(message.data, message.length)
    hb_rt_write_error("\n".data, 1)
end

// ---- The runtime --------------------------------------------------------------------------------------------------------

hb_rt_write :: (data: Pointer{u8}, length: Int) #foreign #private
hb_rt_flush :: () #foreign #private
hb_rt_write_error :: (data: Pointer{u8}, length: Int) #foreign #private
hb_rt_page_allocate :: (size: Int, alignment: Int) -> Pointer{Void} #foreign #private
hb_rt_page_resize :: (old: Pointer{Void}, old_size: Int, size: Int, alignment: Int) -> Pointer{Void} #foreign #private
hb_rt_page_free :: (old: Pointer{Void}, size: Int) #foreign #private
context_address :: () -> Pointer{Context} #intrinsic "context_address" #private
hb_rt_panic_index :: (current: Pointer{Context}, index: Int, length: Int, location: Pointer{Source_Location}) -> Never #foreign #private
hb_rt_is_static :: (address: Pointer{Void}) -> Bool #foreign #private
hb_rt_decimal_i64 :: (out: Pointer{u8}, x: Int) -> Int #foreign #private
hb_rt_decimal_u64 :: (out: Pointer{u8}, x: u64) -> Int #foreign #private
hb_rt_decimal_i128 :: (out: Pointer{u8}, x: i128) -> Int #foreign #private
hb_rt_decimal_u128 :: (out: Pointer{u8}, x: u128) -> Int #foreign #private
hb_rt_radix_u64 :: (out: Pointer{u8}, x: u64, base: i32, upper: Bool) -> Int #foreign #private
hb_rt_radix_u128 :: (out: Pointer{u8}, x: u128, base: i32, upper: Bool) -> Int #foreign #private
hb_rt_float_shortest_f64 :: (out: Pointer{u8}, x: f64) -> Int #foreign #private
hb_rt_float_shortest_f32 :: (out: Pointer{u8}, x: f32) -> Int #foreign #private
hb_rt_float_shortest_f16 :: (out: Pointer{u8}, bits: i32) -> Int #foreign #private
hb_rt_float_fixed :: (out: Pointer{u8}, x: f64, precision: i32) -> Int #foreign #private
hb_rt_float_exponent :: (out: Pointer{u8}, x: f64, precision: i32, size: i32, upper: Bool) -> Int #foreign #private
hb_rt_panic_report :: (message: Pointer{u8}, length: Int, location: Pointer{Source_Location}) #foreign #private
hb_rt_panic_exit :: () -> Never #foreign #private
