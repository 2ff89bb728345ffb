// expect: 8 runes, 4 letters, 6 columns
// expect: 🇻🇳é👩‍🚀a
// expect: true
// expect: ÑÜÉV
// expect: false true

// what people see as letters: reversed, counted, cut, compared

List :: #import "List"
Strings :: #import "Strings"
Unicode :: #import "Unicode"

reversed :: (text: String) -> String
    letters := List.list{String}()
    defer letters.destroy()
    for letter in Unicode.graphemes(text)
        letters.append(letter)
    end
    letters.reverse_items()
    return Strings.join(&letters, "")
end

initials :: (text: String) -> String
    b := Strings.builder()
    for word in Unicode.words(text)
        for letter in Unicode.graphemes(word)
            capital := Unicode.to_upper(letter)
            b.append(capital)
            delete(capital)
            break
        end
    end
    return b.take()
end

main :: ()
    text := "a👩‍🚀e\u{301}🇻🇳"
    print("{} runes, {} letters, {} columns\n", rune_count(text), Unicode.grapheme_count(text), Unicode.width(text))
    print("{}\n", reversed(text))
    print("{}\n", reversed(reversed(text)) == text)
    print("{}\n", initials("ñandú über, élan vital"))
    print("{} {}\n", "e\u{301}" == "\u{e9}", Unicode.equal_ignoring_case("e\u{301}", "\u{c9}"))
end
