//! Which size class serves a request, and how large its blocks and spans are.
//!
//! Up to 128 bytes there is a class for every multiple of 8, beyond that four for each doubling, so at most a fifth is
//! wasted. Blocks of a class lie at multiples of its size from a multiple of 64 KiB on; a class whose size is a multiple of
//! the alignment therefore serves it.

/// The largest block that comes from a span.
pub const LARGEST: usize = 128 * 1024;

/// 0 to 16 for multiples of 8, then four for each of 128..256 to 64 KiB..128 KiB.
pub const CLASS_COUNT: usize = 17 + 4 * 10;

/// The class, or `None` for what gets a mapping of its own.
#[inline(always)]
pub fn class_of(size: usize, alignment: usize) -> Option<usize> {
    if size <= 128 && alignment <= 8 {
        return Some(size.div_ceil(8).max(1));
    }
    class_of_rare(size, alignment)
}

fn class_of_rare(size: usize, alignment: usize) -> Option<usize> {
    if size > LARGEST || alignment > LARGEST {
        return None;
    }
    let size = match alignment {
        // The steps of all classes over 128 bytes are multiples of 32.
        0..=32 => size.max(1).next_multiple_of(alignment.max(8)),
        _ => size.max(alignment).next_power_of_two(),
    };
    if size <= 128 {
        return Some(size / 8);
    }
    let doubling = (size - 1).ilog2() as usize;
    Some(17 + (doubling - 7) * 4 + ((size - 1) >> (doubling - 2)) - 4)
}

/// Bytes of a block.
pub fn block_size(class: usize) -> usize {
    if class <= 16 {
        return class * 8;
    }
    let (doubling, step) = (7 + (class - 17) / 4, (class - 17) % 4);
    (5 + step) << (doubling - 2)
}

/// Units of 64 KiB in a span: at least eight blocks, or four of the largest.
pub fn span_units(class: usize) -> usize {
    match block_size(class) {
        0..=8192 => 1,
        8193..=32768 => 4,
        _ => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_fit_tightly() {
        for size in 0..=LARGEST {
            let class = class_of(size, 8).unwrap();
            let block = block_size(class);
            assert!(block >= size && class < CLASS_COUNT, "{size}: class {class} of {block}");
            assert!(size <= 128 || block * 4 <= size * 5 + 4, "{size}: class {class} of {block}");
            assert!(size == 0 || class == 1 || block_size(class - 1) < size, "{size} fits class {class} - 1");
        }
        assert_eq!(block_size(CLASS_COUNT - 1), LARGEST);
        assert_eq!(class_of(LARGEST + 1, 1), None);
    }

    #[test]
    fn classes_are_aligned() {
        for shift in 0..=16 {
            for size in (0..5000).chain([65_535, 65_536, 65_537, LARGEST]) {
                let block = block_size(class_of(size, 1 << shift).unwrap());
                assert!(block >= size && block.is_multiple_of(1 << shift), "{size} at {}", 1 << shift);
            }
        }
    }
}
