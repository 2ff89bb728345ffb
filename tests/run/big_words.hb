// expect: the   |  5|  *  |
// expect: dog   |  3|  *  |
// expect: brown |  2|  *  |
// expect: fox   |  2|  *  |
// expect: over  |  2|  *  |
// expect: The quick brown fox jumps over
// expect: the lazy dog. The dog sleeps;
// expect: the fox, quick as ever, runs on.
// expect: Brown leaves fall over the
// expect: sleeping dog.
// expect: Uryyb, Jöeyq! Hello, Wörld!
// expect: "A man, a plan, a canal: Panama" true
// expect: "Été" true
// expect: "Été, été" true
// expect: "Хабаб" false
// expect: "шалаш" true
// expect: I IV IX XIV MCMLXXXVII MMXXVI MMMCMXCIX |
// expect: 3 3
// expect: ["fig", "pear", "Apple", "banana", "cherry"] fig+pear+Apple+banana+cherry
// expect: ["Apple", "banana", "cherry", "fig", "pear"]
// expect: 0"one" 1"two" 2"" 3"four" |
// expect: STRASSE FIN Ǆ bña

// Text processing: word counts, sorting by closures, wrapping, Caesar, palindromes in Unicode, a string builder, Roman numerals.
#import "Map"
#import "List"
#import "Sort"
Strings :: #import "Strings"
Unicode :: #import "Unicode"

TEXT :: "The quick brown fox jumps over the lazy dog. The dog sleeps; the fox, quick as ever, runs on. Brown leaves fall over the sleeping dog."

Count :: struct
    word: String
    times: Int
end

count_words :: (text: String) -> List{Count}
    counts: Map{String, Int}
    defer counts.destroy()
    lower := Strings.to_lower(text)
    word := ""
    for i in 0..=lower.length
        c: u8 = ifx i < lower.length => lower[i] else => ' ' end
        if Strings.is_letter(c)
            word = String{lower.data, 0}
            start := i - 1
            while start >= 0 && Strings.is_letter(lower[start])
                start -= 1
            end
            word = lower[start + 1..=i]
        else if word.length > 0
            counts.entry(word)@ += 1
            word = ""
        end
    end
    result: List{Count}
    for w, n in counts
        result.append({w, n})
    end
    sort(result.items(), (a: Count, b: Count) -> Bool => a.times > b.times || a.times == b.times && a.word < b.word)
    return result
end

wrap :: (text: String, width: Int) -> String
    b := Strings.builder()
    column := 0
    for word in Strings.fields(text)
        if column > 0 && column + 1 + word.length > width
            b.append("\n")
            column = 0
        end
        if column > 0
            b.append(" ")
            column += 1
        end
        b.append(word)
        column += word.length
    end
    return b.take()
end

rotated :: (text: String, by: Int) -> String
    b := Strings.builder()
    for rune in text
        r := match rune
        case 'a'..='z' => Rune((u32(rune) - 'a' + u32(by %% 26)) % 26 + 'a')
        case 'A'..='Z' => Rune((u32(rune) - 'A' + u32(by %% 26)) % 26 + 'A')
        else => rune
        end
        b.append_rune(r)
    end
    return b.take()
end

is_palindrome :: (text: String) -> Bool
    runes: List{Rune}
    defer runes.destroy()
    for r in Unicode.to_lower(text)
        if Unicode.is_alphabetic(r)
            runes.append(r)
        end
    end
    for i in 0..<runes.length / 2
        if runes[i] != runes[runes.length - 1 - i]
            return false
        end
    end
    return true
end

NUMERALS :: Array{Numeral, _}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

Numeral :: struct
    value: Int
    sign: String
end

roman :: (n: Int) -> String
    b := Strings.builder()
    rest := n
    for numeral in NUMERALS
        while rest >= numeral.value
            b.append(numeral.sign)
            rest -= numeral.value
        end
    end
    return b.take()
end

edit_distance :: (a: String, b: String) -> Int
    row := make_slice{Int}(b.length + 1)
    defer delete(row)
    for &x, j in row
        x = j
    end
    for i in 0..<a.length
        corner := row[0]
        row[0] = i + 1
        for j in 0..<b.length
            above := row[j + 1]
            row[j + 1] = min(min(above, row[j]) + 1, corner + Int(a[i] != b[j]))
            corner = above
        end
    end
    return row[b.length]
end

main :: ()
    counts := count_words(TEXT)
    for c in counts.items()[..<5]
        print("{:<6}|{:>3}|{:^5}|\n", c.word, c.times, "*")
    end
    print("{}\n", wrap(TEXT, 32))
    secret := rotated("Hello, Wörld!", 13)
    print("{} {}\n", secret, rotated(secret, -13))
    for t in Array{String, _}{"A man, a plan, a canal: Panama", "Été", "Été, été", "Хабаб", "шалаш"}
        print("{:?} {}\n", t, is_palindrome(t))
    end
    for n in Array{Int, _}{1, 4, 9, 14, 1987, 2026, 3999}
        print("{} ", roman(n))
    end
    print("|\n{} {}\n", edit_distance("kitten", "sitting"), edit_distance("", "abc"))
    words := Strings.field_list("pear Apple fig banana cherry")
    defer words.destroy()
    sort(words.items(), (a: String, b: String) -> Bool => a.length < b.length || a.length == b.length && a < b)
    print("{} {}\n", words, Strings.join(words.items(), "+"))
    sort_by_key(words.items(), (w: String) -> String => Strings.to_lower(w))
    print("{}\n", words)
    for line, i in Strings.lines("one\ntwo\r\n\nfour")
        print("{}{:?} ", i, line)
    end
    print("|\n{} {}\n", Unicode.to_upper("straße ﬁn ǆ"), Strings.reverse_runes("añb"))
end
