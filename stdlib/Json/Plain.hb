//! Where in a text of JSON's something has to be done: at quotes, backslashes and control characters. Eight bytes are looked at together.

#import "Math" (trailing_zeros)

ONES: u64 : 0x0101_0101_0101_0101 #private
HIGHS: u64 : 0x8080_8080_8080_8080 #private

/// The next quote, backslash or control character at or behind `from`, or the end; and whether all in front of it is ASCII.
/// ```
/// end_, is_ascii := Plain.plain_end("größe\n", 0)
/// print("{} {}\n", end_, is_ascii)                     // => 7 false
/// ```
plain_end :: (text: String, from: Int) -> (end_: Int, is_ascii: Bool)
    data, at, length := text.data, from, text.length
    seen: u64
    while at + 8 <= length
        word: u64 = uninit
        memory_copy(&word, &data[at], 8)
        quotes, slashes := word ^ ('"' * ONES), word ^ ('\\' * ONES)
        // a byte's highest bit is set where it is 0, or below 32; above the first of these others may be set as well
        ends := (((quotes - ONES) & ~quotes) | ((slashes - ONES) & ~slashes) | ((word - 32 * ONES) & ~word)) & HIGHS
        if ends != 0
            count := trailing_zeros(ends) / 8 * 8
            seen |= word & ((u64(1) << count) - 1)
            return at + Int(count >> 3), seen & HIGHS == 0
        end
        seen |= word
        at += 8
    end
    while at < length && data[at] != '"' && data[at] != '\\' && data[at] >= ' '
        seen |= u64(data[at])
        at += 1
    end
    return at, seen & HIGHS == 0
end
