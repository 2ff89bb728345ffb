// expect: die      2
// expect: strasse  2
// expect: été      2
// expect: 京       2
// expect: 東       2
// expect: ist      1
// expect: l'été    1
// expect: lang     1
// expect: naive    1
// expect: naïve    1
// expect: οδυσσευς 1
// expect: ὀδυσσεύς 1
// expect: は       1
// expect: 154 bytes, 96 runes, 90 graphemes

// The words of a text, counted; the longest; in a table with columns that fit.

#import "List"
#import "Map"
Sort :: #import "Sort"
Unicode :: #import "Unicode"

TEXT :: "Die Straße ist lang. DIE STRASSE! Ὀδυσσεύς ΟΔΥΣΣΕΥΣ 東京は東京。 e\u{301}t\u{e9} été — l'été; naïve naive 🇻🇳👩‍👩‍👧"

Entry :: struct
    word: String
    count: Int
end

main :: ()
    counts := map{String, Int}()
    for word in Unicode.words(TEXT)
        folded := Unicode.fold_case(word)
        plain := Unicode.normalize(folded)
        delete(folded)
        counts.entry(plain)@ += 1
    end
    entries := list{Entry}()
    for word, count in counts
        entries.append(Entry{word, count})
    end
    Sort.sort(entries.items(), (a: Entry, b: Entry) -> Bool => ifx a.count != b.count => b.count < a.count else => a.word < b.word end)
    widest := 0
    for e in entries
        widest = max(widest, Unicode.width(e.word))
    end
    for e in entries
        print("{}", e.word)
        for _ in Unicode.width(e.word)..<widest
            print(" ")
        end
        print(" {}\n", e.count)
    end
    print("{} bytes, {} runes, {} graphemes\n", TEXT.length, rune_count(TEXT), Unicode.grapheme_count(TEXT))
end
