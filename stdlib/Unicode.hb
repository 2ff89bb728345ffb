//! Unicode: what runes are, graphemes and words, normal forms, case, columns on a terminal.
//!
//! ```
//! for grapheme in Unicode.graphemes("ẹ🇻🇳")
//!     print("[{}]\n", grapheme)
//! end
//! // => [ẹ]
//! // => [🇻🇳]
//! Unicode.to_upper("straße")            // => "STRASSE"
//! Unicode.width("漢字")                 // => 4
//! ```
//!
//! By Rust's crates unicode-segmentation, unicode-normalization and unicode-width and by its core. What gives a new string takes its memory from the
//! current allocator; it ends where a text is no valid UTF-8 any more.

// ---- Runes -------------------------------------------------------------------------------------------------------------------

is_alphabetic :: (rune: Rune) -> Bool => has(rune, 1)
is_numeric :: (rune: Rune) -> Bool => has(rune, 2)
is_blank :: (rune: Rune) -> Bool => has(rune, 4)
is_upper :: (rune: Rune) -> Bool => has(rune, 8)
is_lower :: (rune: Rune) -> Bool => has(rune, 16)
is_control :: (rune: Rune) -> Bool => has(rune, 32)
is_alphanumeric :: (rune: Rune) -> Bool => has(rune, 64)

/// Columns on a terminal: 0, 1 or 2.
width :: (rune: Rune) -> Int => Int(hb_unicode_properties(u32(rune)) >> 8)

has :: (rune: Rune, bit: u32) -> Bool #private => hb_unicode_properties(u32(rune)) & bit != 0

// ---- Text ----------------------------------------------------------------------------------------------------------------------

/// Columns on a terminal.
width :: (text: String) -> Int => hb_unicode_width(text.data, text.length)

/// What people see as one letter each, for `for`.
graphemes :: (text: String) -> Graphemes => Graphemes{text}

Graphemes :: struct
    rest: String
end

next :: (it: Pointer{Graphemes}) -> (String, Bool)
    length := hb_unicode_grapheme(it.rest.data, it.rest.length)
    part := it.rest[..<length]
    it.rest = it.rest[length..]
    return part, length > 0
end

grapheme_count :: (text: String) -> Int
    count := 0
    for _ in graphemes(text)
        count += 1
    end
    return count
end

/// Words, and what stands between them, for `for`: all of the text in parts.
word_bounds :: (text: String) -> Words => Words{text, false}

/// Words only: parts with a letter or a digit, for `for`.
words :: (text: String) -> Words => Words{text, true}

Words :: struct
    rest: String
    only_words: Bool
end

next :: (it: Pointer{Words}) -> (String, Bool)
    while it.rest.length > 0
        length := hb_unicode_word(it.rest.data, it.rest.length)
        part := it.rest[..<length]
        it.rest = it.rest[length..]
        if !it.only_words || is_word(part)
            return part, true
        end
    end
    return "", false
end

is_word :: (text: String) -> Bool #private
    for rune in text
        if is_alphanumeric(rune)
            return true
        end
    end
    return false
end

to_upper :: (text: String) -> String => changed(text, 0)

/// Greek sigma gets its other form at the end of words.
to_lower :: (text: String) -> String => changed(text, 1)

/// How a text is written that can be written in several ways.
Form :: enum
    NFC                                 // as few runes as can be: é is one
    NFD                                 // letters and marks apart: é is two
    NFKC                                // what only looks different as the usual letters, composed
    NFKD                                // the same, apart
end

normalize :: (text: String, form: Form = .NFC) -> String => changed(text, Int(form) + 2)

/// Equal when neither case nor the way of writing is looked at.
equal_ignoring_case :: (a: String, b: String) -> Bool
    x, y := folded(a), folded(b)
    result := x == y
    delete(x)
    delete(y)
    return result
end

folded :: (text: String) -> String #private
    plain := normalize(text, .NFKC)
    upper := to_upper(plain)
    result := to_lower(upper)
    delete(plain)
    delete(upper)
    return result
end

changed :: (text: String, how: Int) -> String #private
    length := hb_unicode_change(text.data, text.length, i32(how), null)
    data := Pointer{u8}(allocate(length, 1))
    if length > 0
        hb_unicode_change(text.data, text.length, i32(how), data)
    end
    return String{data = data, length = length}
end

hb_unicode_grapheme :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
hb_unicode_word :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
hb_unicode_width :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
hb_unicode_properties :: (rune: u32) -> u32 #foreign #private
hb_unicode_change :: (text: Pointer{u8}, length: Int, how: i32, out: Pointer{u8}) -> Int #foreign #private
