//! The temporary allocator of compile time: what it gives lives until `FREE_ALL` or the end, and cannot be kept in a constant.

use crate::memory::Kind;
use crate::run::{Interpreter, Stop};

/// Modes of `AllocatorMode`, in order.
const ALLOCATE: u64 = 0;
const RESIZE: u64 = 1;
const FREE_ALL: u64 = 3;

/// One call of the allocator.
pub(super) fn allocate(
    interpreter: &mut Interpreter<'_>,
    mode: u64,
    size: u64,
    [old_size, old_memory]: [u64; 2],
) -> Result<[u64; 2], Stop> {
    // The mode is an `i32`: what stands above it in the register means nothing.
    match mode & u64::from(u32::MAX) {
        ALLOCATE => Ok([give(interpreter, size)?, 0]),
        RESIZE => {
            let new = give(interpreter, size)?;
            let kept = old_size.min(size);
            interpreter.spend(kept / 16)?;
            interpreter.memory_and_host().0.copy(new, old_memory, if old_memory == 0 { 0 } else { kept })?;
            Ok([new, 0])
        }
        FREE_ALL => {
            let site = interpreter.site();
            for address in std::mem::take(&mut interpreter.temporaries) {
                let (memory, _) = interpreter.memory_and_host();
                memory.free(address)?;
                memory.note_freed(address, site);
            }
            Ok([0; 2])
        }
        _ => Ok([0; 2]),
    }
}

fn give(interpreter: &mut Interpreter<'_>, size: u64) -> Result<u64, Stop> {
    let site = interpreter.site();
    let (memory, _) = interpreter.memory_and_host();
    let address = memory.allocate(size, Kind::Temporary)?;
    memory.note_made(address, site);
    interpreter.temporaries.push(address);
    Ok(address)
}
