//! Integers to digits.
//!
//! Each procedure writes at `out` and gives the count of bytes. Width, sign characters and prefixes are the Prelude's
//! business. Decimal goes two digits a step; 128 bits are cut into pieces of 19 digits first, because only those cost a
//! division of 128 bits.

use core::ptr;

static PAIRS: [u8; 200] = pairs();

const fn pairs() -> [u8; 200] {
    let mut table = [0; 200];
    let mut i = 0;
    while i < 100 {
        table[2 * i] = b'0' + (i / 10) as u8;
        table[2 * i + 1] = b'0' + (i % 10) as u8;
        i += 1;
    }
    table
}

/// Writes the digits of `x` so that they end at `end`; gives their start.
///
/// # Safety
/// 20 bytes in front of `end` may be written.
#[inline(always)]
unsafe fn digits_before(end: *mut u8, mut x: u64) -> *mut u8 {
    let mut at = end;
    // SAFETY: at most 20 digits; the table's index is below 200.
    unsafe {
        while x >= 100 {
            let pair = (x % 100) as usize * 2;
            x /= 100;
            at = at.sub(2);
            ptr::copy_nonoverlapping(PAIRS.as_ptr().add(pair), at, 2);
        }
        if x >= 10 {
            at = at.sub(2);
            ptr::copy_nonoverlapping(PAIRS.as_ptr().add(x as usize * 2), at, 2);
        } else {
            at = at.sub(1);
            *at = b'0' + x as u8;
        }
    }
    at
}

/// Moves what lies between `start` and `end` to `out`; gives its length.
///
/// # Safety
/// `out` has room for it.
#[inline(always)]
unsafe fn deliver(out: *mut u8, start: *const u8, end: *const u8) -> usize {
    // SAFETY: both point into one buffer; the caller's promise.
    unsafe {
        let length = end.offset_from_unsigned(start);
        ptr::copy_nonoverlapping(start, out, length);
        length
    }
}

/// # Safety
/// 20 bytes at `out` may be written.
pub unsafe fn decimal_u64(out: *mut u8, x: u64) -> usize {
    let mut buffer = [0u8; 20];
    let end = buffer.as_mut_ptr_range().end;
    // SAFETY: the buffer holds the longest number, and so does `out`.
    unsafe { deliver(out, digits_before(end, x), end) }
}

/// # Safety
/// 20 bytes at `out` may be written.
pub unsafe fn decimal_i64(out: *mut u8, x: i64) -> usize {
    let negative = usize::from(x < 0);
    // SAFETY: a sign and 19 digits, or 19 digits.
    unsafe {
        *out = b'-';
        negative + decimal_u64(out.add(negative), x.unsigned_abs())
    }
}

const TEN_19: u128 = 10_000_000_000_000_000_000;

/// # Safety
/// 39 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_decimal_u128(out: *mut u8, mut x: u128) -> usize {
    let mut buffer = [b'0'; 60];
    let end = buffer.as_mut_ptr_range().end;
    let mut piece_end = end;
    // SAFETY: at most three pieces of at most 20 digits.
    unsafe {
        while x >= TEN_19 {
            digits_before(piece_end, (x % TEN_19) as u64);
            piece_end = piece_end.sub(19);
            x /= TEN_19;
        }
        deliver(out, digits_before(piece_end, x as u64), end)
    }
}

/// # Safety
/// 40 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_decimal_i128(out: *mut u8, x: i128) -> usize {
    let negative = usize::from(x < 0);
    // SAFETY: a sign and 39 digits.
    unsafe {
        *out = b'-';
        negative + hb_rt_decimal_u128(out.add(negative), x.unsigned_abs())
    }
}

fn digit(value: u64, upper: bool) -> u8 {
    match value as u8 {
        small @ 0..10 => b'0' + small,
        large if upper => b'A' + large - 10,
        large => b'a' + large - 10,
    }
}

/// # Safety
/// 64 bytes at `out` may be written; `base` is 2 to 36.
pub unsafe fn radix_u64(out: *mut u8, mut x: u64, base: i32, upper: bool) -> usize {
    let base = base as u64;
    let mut buffer = [0u8; 64];
    let end = buffer.as_mut_ptr_range().end;
    let mut at = end;
    // SAFETY: at most 64 digits.
    unsafe {
        loop {
            at = at.sub(1);
            *at = digit(x % base, upper);
            x /= base;
            if x == 0 {
                return deliver(out, at, end);
            }
        }
    }
}

/// # Safety
/// 128 bytes at `out` may be written; `base` is 2 to 36.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_radix_u128(out: *mut u8, mut x: u128, base: i32, upper: bool) -> usize {
    let base = base as u128;
    let mut buffer = [0u8; 128];
    let end = buffer.as_mut_ptr_range().end;
    let mut at = end;
    // SAFETY: at most 128 digits.
    unsafe {
        loop {
            at = at.sub(1);
            *at = digit((x % base) as u64, upper);
            x /= base;
            if x == 0 {
                return deliver(out, at, end);
            }
        }
    }
}

/// # Safety
/// 20 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_decimal_u64(out: *mut u8, x: u64) -> usize {
    // SAFETY: the caller's promise.
    unsafe { decimal_u64(out, x) }
}

/// # Safety
/// 20 bytes at `out` may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_decimal_i64(out: *mut u8, x: i64) -> usize {
    // SAFETY: the caller's promise.
    unsafe { decimal_i64(out, x) }
}

/// # Safety
/// 64 bytes at `out` may be written; `base` is 2 to 36.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_radix_u64(out: *mut u8, x: u64, base: i32, upper: bool) -> usize {
    // SAFETY: the caller's promise.
    unsafe { radix_u64(out, x, base, upper) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl FnOnce(*mut u8) -> usize) -> String {
        let mut buffer = [0u8; 128];
        let length = write(buffer.as_mut_ptr());
        String::from_utf8(buffer[..length].to_vec()).unwrap()
    }

    #[test]
    fn decimal_agrees_with_rust() {
        let mut x = 1u128;
        for step in 0..4000u128 {
            x = x.wrapping_mul(0x2545_f491_4f6c_dd1d_9e37).wrapping_add(step) >> (step % 90);
            for x in [x, x as u64 as u128, TEN_19 * step, TEN_19 - 1, u128::MAX, 0] {
                // SAFETY: the buffer has 128 bytes.
                unsafe {
                    assert_eq!(text(|out| hb_rt_decimal_u64(out, x as u64)), (x as u64).to_string());
                    assert_eq!(text(|out| hb_rt_decimal_i64(out, x as i64)), (x as i64).to_string());
                    assert_eq!(text(|out| hb_rt_decimal_u128(out, x)), x.to_string());
                    assert_eq!(text(|out| hb_rt_decimal_i128(out, x as i128)), (x as i128).to_string());
                    assert_eq!(text(|out| hb_rt_radix_u128(out, x, 16, false)), format!("{x:x}"));
                    assert_eq!(text(|out| hb_rt_radix_u128(out, x, 2, false)), format!("{x:b}"));
                    assert_eq!(text(|out| hb_rt_radix_u64(out, x as u64, 8, false)), format!("{:o}", x as u64));
                    assert_eq!(text(|out| hb_rt_radix_u64(out, x as u64, 16, true)), format!("{:X}", x as u64));
                }
            }
        }
    }
}
