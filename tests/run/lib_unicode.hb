// expect: [é][🇻🇳][👨‍👩‍👧][a] 4
// expect: <The><quick><(><"><brown><"><)><fox>
// expect: The|don't|42|日|
// expect: STRASSE ὀδυσσεύς é
// expect: 1 2 2 fi true true
// expect: 4 2 0 1
// expect: true true true true false true
// expect: 41 2 true
// expect: true false false

Unicode :: #import "Unicode"
Strings :: #import "Strings"

main :: () -> Int
    text := "e\u{301}\u{1F1FB}\u{1F1F3}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}a"
    for grapheme in Unicode.graphemes(text)
        print("[{}]", grapheme)
    end
    print(" {}\n", Unicode.grapheme_count(text))
    for part in Unicode.word_bounds("The quick (\"brown\") fox")
        if part != " "
            print("<{}>", part)
        end
    end
    print("\n")
    for word in Unicode.words("The -- don't 42 日!")
        print("{}|", word)
    end
    print("\n")
    print("{} {} {}\n", Unicode.to_upper("straße"), Unicode.to_lower("ὈΔΥΣΣΕΎΣ"), Unicode.normalize("e\u{301}"))
    composed, apart := Unicode.normalize("e\u{301}"), Unicode.normalize("é", .NFD)
    print("{} {} {} {} {} {}\n", rune_count(composed), rune_count(apart), rune_count(Unicode.normalize("ﬁ", .NFKD)), Unicode.normalize("ﬁ", .NFKC),
          Unicode.equal_ignoring_case("STRASSE", "straße"), Unicode.equal_ignoring_case("É", "e\u{301}"))
    print("{} {} {} {}\n", Unicode.width("漢字"), Unicode.width('漢'), Unicode.width("\u{301}"), Unicode.width('a'))
    print("{} {} {} {} {} {}\n", Unicode.is_alphabetic('ß'), Unicode.is_upper('Ä'), Unicode.is_blank('\u{2003}'), Unicode.is_numeric('٣'),
          Unicode.is_lower('A'), Unicode.is_control('\n'))
    many := Strings.concat("a", Strings.repeat("\u{301}\u{323}", 20))
    sorted := Unicode.normalize(many, .NFD)
    invalid := Unicode.to_upper("ab\xffcd")
    print("{} {} {}\n", rune_count(sorted), invalid.length, sorted.length == many.length)
    print("{} {} {}\n", Unicode.equal_ignoring_case("É\xffb", "e\u{301}\xffb"), Unicode.equal_ignoring_case("a\xffb", "A\xffc"), Unicode.equal_ignoring_case("a\xff", "A"))
    return 0
end
