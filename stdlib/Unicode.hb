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
//! current allocator, and ends where the text that it is made of is no valid UTF-8 any more.

// ---- Runes -------------------------------------------------------------------------------------------------------------------

/// Whether a rune is a letter of some script.
/// ```
/// Unicode.is_alphabetic('ß')      // => true
/// Unicode.is_alphabetic('3')      // => false
/// ```
is_alphabetic :: (rune: Rune) -> Bool => has(rune, 1)

/// Whether a rune is a digit or another sign for a number.
/// ```
/// Unicode.is_numeric('٣')         // => true
/// ```
is_numeric :: (rune: Rune) -> Bool => has(rune, 2)

/// Whether a rune is white space.
/// ```
/// Unicode.is_blank('\u{2003}')    // => true
/// ```
is_blank :: (rune: Rune) -> Bool => has(rune, 4)

/// Whether a rune is a capital letter.
/// ```
/// Unicode.is_upper('Ä')           // => true
/// ```
is_upper :: (rune: Rune) -> Bool => has(rune, 8)

/// Whether a rune is a small letter.
/// ```
/// Unicode.is_lower('ä')           // => true
/// ```
is_lower :: (rune: Rune) -> Bool => has(rune, 16)

/// Whether a rune controls a terminal and has no shape.
/// ```
/// Unicode.is_control('\n')        // => true
/// ```
is_control :: (rune: Rune) -> Bool => has(rune, 32)

/// Whether a rune is a letter or numeric.
/// ```
/// Unicode.is_alphanumeric('漢')   // => true
/// ```
is_alphanumeric :: (rune: Rune) -> Bool => has(rune, 64)

/// Columns on a terminal: 0, 1 or 2.
/// ```
/// Unicode.width('漢')             // => 2
/// Unicode.width("naïve")          // => 5
/// ```
width :: (rune: Rune) -> Int => Int(hb_unicode_properties(u32(rune)) >> 8)

has :: (rune: Rune, bit: u32) -> Bool #private => hb_unicode_properties(u32(rune)) & bit != 0

// ---- Text ----------------------------------------------------------------------------------------------------------------------

/// Columns on a terminal.
width :: (text: String) -> Int => hb_unicode_width(text.data, text.length)

/// What people see as one letter each, for `for`.
/// ```
/// for letter in Unicode.graphemes("n\u{303}👩‍🚀")
///     print("{}\n", letter.length)
/// end
/// // => 3
/// // => 11
/// ```
graphemes :: (text: String) -> Graphemes => Graphemes{text}

Graphemes :: struct
    rest: String
end

/// The next part of a walk; the last value says whether there is one.
/// ```
/// words := Unicode.words("Hà Nội")
/// while word := words.next()
///     print("{}\n", word)
/// end
/// // => Hà
/// // => Nội
/// ```
next :: (it: Pointer{Graphemes}) -> (String, Bool)
    length := hb_unicode_grapheme(it.rest.data, it.rest.length)
    part := it.rest[..<length]
    it.rest = it.rest[length..]
    return part, length > 0
end

/// How many letters people see.
/// ```
/// Unicode.grapheme_count("👩‍🚀")  // => 1
/// ```
grapheme_count :: (text: String) -> Int
    count := 0
    for _ in graphemes(text)
        count += 1
    end
    return count
end

/// Words, and what stands between them, for `for`: all of the text in parts.
/// ```
/// for part in Unicode.word_bounds("so, it's")
///     print("[{}]\n", part)
/// end
/// // => [so]
/// // => [,]
/// // => [ ]
/// // => [it's]
/// ```
word_bounds :: (text: String) -> Words => Words{text, false}

/// Words only: parts with a letter or a digit, for `for`.
/// ```
/// for word in Unicode.words("so, it's")
///     print("[{}]\n", word)
/// end
/// // => [so]
/// // => [it's]
/// ```
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

/// With all letters in capitals.
/// ```
/// Unicode.to_upper("straße")      // => "STRASSE"
/// ```
to_upper :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String => changed(text, 0, location = location)

/// Greek sigma gets its other form at the end of words.
/// ```
/// Unicode.to_lower("ΟΔΟΣ")        // => "οδος"
/// ```
to_lower :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String => changed(text, 1, location = location)

/// How a text is written that can be written in several ways.
Form :: enum
    NFC                                 // as few runes as can be: é is one
    NFD                                 // letters and marks apart: é is two
    NFKC                                // what only looks different as the usual letters, composed
    NFKD                                // the same, apart
end

/// ```
/// Unicode.normalize("e\u{301}") == "\u{e9}"           // => true
/// Unicode.normalize("ﬁ", .NFKC)                       // => "fi"
/// ```
normalize :: (text: String, form: Form = .NFC, location: Pointer{Source_Location} = #caller-location) -> String => changed(text, Int(form) + 2, location = location)

/// Equal when neither case nor the way of writing is looked at.
/// ```
/// Unicode.equal_ignoring_case("Straße", "STRASSE")    // => true
/// ```
equal_ignoring_case :: (a: String, b: String, location: Pointer{Source_Location} = #caller-location) -> Bool
    x, y := fold_case(a, location = location), fold_case(b, location = location)
    // what is no text is compared as it is
    result := x == y && a[valid_length(a)..] == b[valid_length(b)..]
    delete(x)
    delete(y)
    return result
end

/// As a text is compared when neither case nor the way of writing is looked at.
/// ```
/// Unicode.fold_case("Straße")     // => "strasse"
/// ```
fold_case :: (text: String, location: Pointer{Source_Location} = #caller-location) -> String
    plain := normalize(text, .NFKC, location = location)
    upper := to_upper(plain, location = location)
    result := to_lower(upper, location = location)
    delete(plain)
    delete(upper)
    return result
end

changed :: (text: String, how: Int, location: Pointer{Source_Location} = #caller-location) -> String #private
    length := hb_unicode_change(text.data, text.length, i32(how), null)
    data := Pointer{u8}(allocate(length, 1, location = location))
    if length > 0
        hb_unicode_change(text.data, text.length, i32(how), data)
    end
    return String{data = data, length = length}
end

// How much of it is UTF-8.
valid_length :: (text: String) -> Int #private => hb_text_valid_length(text.data, text.length)

hb_text_valid_length :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
hb_unicode_grapheme :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
hb_unicode_word :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
hb_unicode_width :: (text: Pointer{u8}, length: Int) -> Int #foreign #private
hb_unicode_properties :: (rune: u32) -> u32 #foreign #private
hb_unicode_change :: (text: Pointer{u8}, length: Int, how: i32, out: Pointer{u8}) -> Int #foreign #private
