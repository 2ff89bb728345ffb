//! What a program without a runtime has instead: weak definitions that a kernel replaces by exporting its own.
//!
//! Failed checks end in a trap, there is no memory to allocate, and what is logged goes nowhere. C's procedures for blocks of memory are here
//! because LLVM calls them by itself. Nothing that is not reached stays: each stands in a section of its own.

use inkwell::context::Context;
use inkwell::memory_buffer::MemoryBuffer;
use inkwell::module::Module;

use crate::abi::Machine;
use crate::options::Error;

/// Reports of failed checks, with their C parameters.
const PANICS: [(&str, &str); 10] = [
    ("hb_rt_panic_index", "ptr, i64, i64, ptr"),
    ("hb_rt_panic_slice", "ptr, i64, i64, i64, ptr"),
    ("hb_rt_panic_division", "ptr, ptr"),
    ("hb_rt_panic_null", "ptr, ptr"),
    ("hb_rt_panic_overflow", "ptr, ptr"),
    ("hb_rt_panic_enum", "ptr, i64, ptr, i64, ptr"),
    ("hb_rt_panic_member", "ptr, i64, i64, ptr, i64, ptr"),
    ("hb_rt_panic_any_type", "ptr, ptr, i64, ptr"),
    ("hb_rt_panic_rune", "ptr, i64, ptr"),
    ("hb_rt_panic_exit", ""),
];

/// Procedures of the runtime that give zero, or nothing.
const IDLE: [&str; 7] = [
    "void @hb_rt_flush() #0 {\n  ret void\n}",
    "zeroext i1 @hb_rt_is_static(ptr) #0 {\n  ret i1 false\n}",
    "void @hb_rt_panic_report(ptr, i64, ptr) #0 {\n  ret void\n}",
    "void @hb_rt_write_error(ptr, i64) #0 {\n  ret void\n}",
    "ptr @hb_rt_page_allocate(i64, i64) #0 {\n  ret ptr null\n}",
    "ptr @hb_rt_page_resize(ptr, i64, i64, i64) #0 {\n  ret ptr null\n}",
    "void @hb_rt_page_free(ptr, i64) #0 {\n  ret void\n}",
];

/// C's procedures for blocks of memory, byte by byte; SIZE is `size_t`.
const MEMORY: &str = "
define weak ptr @memcpy(ptr %to, ptr %from, SIZE %count) #0 {
start:
  br label %head
head:
  %at = phi SIZE [ 0, %start ], [ %next, %body ]
  %is_done = icmp eq SIZE %at, %count
  br i1 %is_done, label %done, label %body
body:
  %source = getelementptr i8, ptr %from, SIZE %at
  %target = getelementptr i8, ptr %to, SIZE %at
  %byte = load i8, ptr %source
  store i8 %byte, ptr %target
  %next = add SIZE %at, 1
  br label %head
done:
  ret ptr %to
}
define weak ptr @memmove(ptr %to, ptr %from, SIZE %count) #0 {
start:
  %is_before = icmp ult ptr %to, %from
  br label %head
head:
  %done_count = phi SIZE [ 0, %start ], [ %next, %body ]
  %is_done = icmp eq SIZE %done_count, %count
  br i1 %is_done, label %done, label %body
body:
  %left = sub SIZE %count, %done_count
  %last = sub SIZE %left, 1
  %at = select i1 %is_before, SIZE %done_count, SIZE %last
  %source = getelementptr i8, ptr %from, SIZE %at
  %target = getelementptr i8, ptr %to, SIZE %at
  %byte = load i8, ptr %source
  store i8 %byte, ptr %target
  %next = add SIZE %done_count, 1
  br label %head
done:
  ret ptr %to
}
define weak ptr @memset(ptr %to, i32 %value, SIZE %count) #0 {
start:
  %byte = trunc i32 %value to i8
  br label %head
head:
  %at = phi SIZE [ 0, %start ], [ %next, %body ]
  %is_done = icmp eq SIZE %at, %count
  br i1 %is_done, label %done, label %body
body:
  %target = getelementptr i8, ptr %to, SIZE %at
  store i8 %byte, ptr %target
  %next = add SIZE %at, 1
  br label %head
done:
  ret ptr %to
}
define weak i32 @memcmp(ptr %a, ptr %b, SIZE %count) #0 {
start:
  br label %head
head:
  %at = phi SIZE [ 0, %start ], [ %next, %same ]
  %is_done = icmp eq SIZE %at, %count
  br i1 %is_done, label %equal, label %body
body:
  %left = getelementptr i8, ptr %a, SIZE %at
  %right = getelementptr i8, ptr %b, SIZE %at
  %x = load i8, ptr %left
  %y = load i8, ptr %right
  %is_same = icmp eq i8 %x, %y
  br i1 %is_same, label %same, label %different
same:
  %next = add SIZE %at, 1
  br label %head
equal:
  ret i32 0
different:
  %wide_x = zext i8 %x to i32
  %wide_y = zext i8 %y to i32
  %difference = sub i32 %wide_x, %wide_y
  ret i32 %difference
}
";

/// Whole numbers as text, so that these can be printed.
const DECIMAL: &str = "
define weak i64 @hb_rt_decimal_u64(ptr %out, i64 %x) #0 {
start:
  br label %count
count:
  %length = phi i64 [ 1, %start ], [ %longer, %more ]
  %rest = phi i64 [ %x, %start ], [ %smaller, %more ]
  %is_last = icmp ult i64 %rest, 10
  br i1 %is_last, label %fill, label %more
more:
  %smaller = udiv i64 %rest, 10
  %longer = add i64 %length, 1
  br label %count
fill:
  %end = phi i64 [ %length, %count ], [ %at, %fill ]
  %value = phi i64 [ %x, %count ], [ %quotient, %fill ]
  %quotient = udiv i64 %value, 10
  %digit = urem i64 %value, 10
  %short = trunc i64 %digit to i8
  %letter = add i8 %short, 48
  %at = sub i64 %end, 1
  %place = getelementptr i8, ptr %out, i64 %at
  store i8 %letter, ptr %place
  %is_done = icmp eq i64 %at, 0
  br i1 %is_done, label %done, label %fill
done:
  ret i64 %length
}
define weak i64 @hb_rt_decimal_i64(ptr %out, i64 %x) #0 {
start:
  %is_negative = icmp slt i64 %x, 0
  br i1 %is_negative, label %negative, label %positive
positive:
  %digits = call i64 @hb_rt_decimal_u64(ptr %out, i64 %x)
  ret i64 %digits
negative:
  store i8 45, ptr %out
  %behind = getelementptr i8, ptr %out, i64 1
  %size = sub i64 0, %x
  %others = call i64 @hb_rt_decimal_u64(ptr %behind, i64 %size)
  %all = add i64 %others, 1
  ret i64 %all
}
";

/// Adds them to a module; those that the program defines itself are left out.
pub fn join<'c>(context: &'c Context, module: &Module<'c>, machine: Machine) -> Result<(), Error> {
    let size = if machine == Machine::Wasm32 { "i32" } else { "i64" };
    let mut text = MEMORY.replace("SIZE", size);
    text.push_str(DECIMAL);
    for (symbol, parameters) in PANICS {
        text.push_str(&format!(
            "define weak void @{symbol}({parameters}) #1 {{\n  call void @llvm.trap()\n  unreachable\n}}\n"
        ));
    }
    for definition in IDLE {
        text.push_str(&format!("define weak {definition}\n"));
    }
    text.push_str("declare void @llvm.trap()\nattributes #0 = { nounwind \"no-builtins\" }\nattributes #1 = { cold noreturn nounwind }\n");
    let buffer = MemoryBuffer::create_from_memory_range_copy(text.as_bytes(), "bare");
    let internal = |message: String| Error::Internal { entity: "bare".to_owned(), message };
    let bare = context.create_module_from_ir(buffer).map_err(|error| internal(error.to_string()))?;
    bare.set_triple(&module.get_triple());
    bare.set_data_layout(&module.get_data_layout());
    module.link_in_module(bare).map_err(|error| internal(error.to_string()))
}
